//! Puts the program together.

use std::collections::BTreeSet;

use super::lowerer::Lowerer;
use crate::base::IndexVec;
use crate::ir::{Exports, Module, ModuleId, Program, Scope};

impl Lowerer<'_> {
    /// The program, with modules in the order in which their bodies run.
    pub fn finish(mut self, main: ModuleId, exports: Exports) -> Program {
        for module in self.modules.ids() {
            self.finish_reachable(module);
            self.finish_required(module);
        }
        let order = self.evaluation_order(main);
        let mut new_ids = vec![ModuleId(0); self.modules.len()];
        for (position, module) in order.iter().enumerate() {
            new_ids[module.0 as usize] = ModuleId(u32::try_from(position).expect("fewer than 2^32 files"));
        }
        let renumber = |scope: &mut Scope| match scope {
            Scope::Module(module) => *module = new_ids[module.0 as usize],
            Scope::Function(_) => {}
        };
        let mut bindings = std::mem::take(&mut self.bindings);
        for id in bindings.ids() {
            renumber(&mut bindings[id].scope);
        }
        let mut functions = std::mem::take(&mut self.functions);
        for id in functions.ids() {
            renumber(&mut functions[id].parent);
            functions[id].module = new_ids[functions[id].module.0 as usize];
        }
        let mut modules = IndexVec::new();
        for module in order {
            let state = &mut self.modules[module];
            modules.push(Module {
                file: state.file,
                path: self.source.files[state.file].path.clone(),
                head: std::mem::take(&mut state.head),
                body: std::mem::take(&mut state.body),
                hoisted: std::mem::take(&mut state.hoisted),
            });
        }
        let expr_count = self.expr_count();
        let comments = std::mem::take(&mut self.comments);
        Program { modules, functions, bindings, exports, expr_count, comments }
    }

    /// Dependencies first, in the order of the imports; the main file last (ECMA-262 §16.2.1.5.3).
    fn evaluation_order(&mut self, main: ModuleId) -> Vec<ModuleId> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::from([main]);
        let mut path = vec![(main, 0)];
        for id in self.modules.ids() {
            self.modules[id].dependencies.sort_by_key(|(span, _)| span.start);
        }
        while let Some((module, next)) = path.last_mut() {
            match self.modules[*module].dependencies.get(*next) {
                Some(&(_, dependency)) => {
                    *next += 1;
                    if seen.insert(dependency) {
                        path.push((dependency, 0));
                    }
                }
                None => {
                    order.push(*module);
                    path.pop();
                }
            }
        }
        // A module that only names were taken from, such as types, does not run; its constants may still be named.
        for module in self.modules.ids() {
            if seen.insert(module) {
                order.insert(0, module);
            }
        }
        order
    }
}
