//! What waits for the host, and what can reach itself.

use super::walk::{Visitor, walk_expr};
use super::{Callee, FunctionRole};
use crate::base::{Id, IndexVec};
use crate::ir::{Expr, ExprId, FunctionId, Program};
use std::collections::BTreeMap;

/// The calls that a function and the functions written in it make.
pub struct CallGraph {
    callees: IndexVec<FunctionId, Vec<FunctionId>>,
    awaits_host: IndexVec<FunctionId, bool>,
}

/// Collects the calls of every function.
pub fn call_graph(program: &Program, callees: &BTreeMap<ExprId, Callee>) -> CallGraph {
    let mut graph = CallGraph {
        callees: IndexVec::filled(program.functions.len(), Vec::new()),
        awaits_host: IndexVec::filled(program.functions.len(), false),
    };
    for (id, function) in program.functions.iter() {
        let mut calls = Calls { callees, graph: &mut graph, current: id };
        calls.stmts(&function.body);
    }
    graph
}

struct Calls<'a> {
    callees: &'a BTreeMap<ExprId, Callee>,
    graph: &'a mut CallGraph,
    current: FunctionId,
}

impl Visitor for Calls<'_> {
    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
        match self.callees.get(&expr.id) {
            Some(Callee::Function(function)) => self.graph.callees[self.current].push(*function),
            Some(Callee::Builtin(row)) => self.graph.awaits_host[self.current] |= row.is_async(),
            None => {}
        }
    }

    fn function(&mut self, id: FunctionId) {
        self.graph.callees[self.current].push(id);
    }
}

impl CallGraph {
    /// Functions that wait for the host, themselves or through functions that they call by name.
    pub fn suspending(&self, roles: &IndexVec<FunctionId, FunctionRole>) -> IndexVec<FunctionId, bool> {
        let mut suspends = self.awaits_host.clone();
        loop {
            let mut changed = false;
            for (id, callees) in self.callees.iter() {
                if suspends[id] {
                    continue;
                }
                let waits = |callee: &FunctionId| suspends[*callee] && roles[*callee] == FunctionRole::Item;
                if callees.iter().any(waits) {
                    suspends[id] = true;
                    changed = true;
                }
            }
            if !changed {
                return suspends;
            }
        }
    }

    /// Functions on a cycle of calls.
    pub fn recursive(&self) -> IndexVec<FunctionId, bool> {
        let count = self.callees.len();
        let mut components = Components {
            graph: self,
            index: vec![None; count],
            low: vec![0; count],
            on_stack: vec![false; count],
            stack: Vec::new(),
            next: 0,
            recursive: IndexVec::filled(count, false),
        };
        for id in self.callees.ids() {
            if components.index[id.index()].is_none() {
                components.visit(id);
            }
        }
        components.recursive
    }
}

/// Tarjan's strongly connected components, without recursion.
struct Components<'a> {
    graph: &'a CallGraph,
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<FunctionId>,
    next: usize,
    recursive: IndexVec<FunctionId, bool>,
}

impl Components<'_> {
    fn enter(&mut self, id: FunctionId) {
        self.index[id.index()] = Some(self.next);
        self.low[id.index()] = self.next;
        self.next += 1;
        self.stack.push(id);
        self.on_stack[id.index()] = true;
    }

    fn visit(&mut self, root: FunctionId) {
        let mut work = vec![(root, 0)];
        self.enter(root);
        while let Some((id, edge)) = work.pop() {
            let at = id.index();
            if let Some(&callee) = self.graph.callees[id].get(edge) {
                work.push((id, edge + 1));
                match self.index[callee.index()] {
                    None => {
                        self.enter(callee);
                        work.push((callee, 0));
                    }
                    Some(index) if self.on_stack[callee.index()] => self.low[at] = self.low[at].min(index),
                    Some(_) => {}
                }
                continue;
            }
            if let Some(&(parent, _)) = work.last() {
                self.low[parent.index()] = self.low[parent.index()].min(self.low[at]);
            }
            if Some(self.low[at]) == self.index[at] {
                self.leave(id);
            }
        }
    }

    fn leave(&mut self, root: FunctionId) {
        let start = self.stack.iter().rposition(|id| *id == root).unwrap_or(0);
        let component = self.stack.split_off(start);
        let cyclic = component.len() > 1 || self.graph.callees[root].contains(&root);
        for id in component {
            self.on_stack[id.index()] = false;
            self.recursive[id] = cyclic;
        }
    }
}
