//! The walk that notes every mention of a binding, with its position.

use super::usage::{Event, Usage, declared_functions, direct_declarations, direct_functions};
use super::walk::{Visitor, makes_functions, walk_expr, walk_stmt, walk_stmts};
use crate::base::IndexVec;
use crate::ir::{
    ArrayElement, AssignOp, BindingId, BindingKind, ClassMember, Expr, ExprKind, ForInit, FunctionId, MemberKey,
    ObjectMember, ObjectMemberKey, Place, Program, Scope, Stmt, StmtKind, SwitchCase,
};

/// The walk over one body after the other.
pub struct Mentions<'a> {
    /// The program.
    pub program: &'a Program,
    /// What was found.
    pub usage: Usage,
    /// Whose body it is.
    pub owner: Scope,
    /// Where in the body.
    pub position: u32,
    /// What happened so far, by position.
    pub events: Vec<(u32, Event)>,
    /// Depth of loops and of branches around the current statement.
    loops: u32,
    branches: u32,
    /// Iteration variables whose `for` update is being visited.
    in_update_of: Vec<BindingId>,
    declared_functions: IndexVec<FunctionId, Option<BindingId>>,
    case_declarations: Vec<(BindingId, usize)>,
    current_case: Option<usize>,
    /// The initial value being visited runs no code, so the functions in it cannot run before it is stored.
    functions_wait: bool,
    waiting: Vec<FunctionId>,
}

/// Evaluating the expression runs no function.
fn is_inert(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Undefined
        | ExprKind::Null
        | ExprKind::Bool(_)
        | ExprKind::Number(_)
        | ExprKind::String(_)
        | ExprKind::Binding(_)
        | ExprKind::Global(_)
        | ExprKind::Function(_) => true,
        ExprKind::Member { object, key: MemberKey::Static(..), optional: _ } => is_inert(object),
        ExprKind::Object(members) => members.iter().all(|member| match member {
            ObjectMember::Property { key: ObjectMemberKey::Static(_), value } => is_inert(value),
            ObjectMember::Method { role: _, key: ObjectMemberKey::Static(_), function: _ } => true,
            ObjectMember::Property { .. }
            | ObjectMember::Method { .. }
            | ObjectMember::Spread(_)
            | ObjectMember::Prototype(_) => false,
        }),
        ExprKind::Class(class) => {
            class.parent.as_ref().is_none_or(is_inert)
                && class.members.iter().all(|member| match member {
                    ClassMember::Public { key, .. } => matches!(key, MemberKey::Static(..)),
                    ClassMember::PrivateMethod { .. } | ClassMember::PrivateAccessor { .. } => true,
                })
        }
        ExprKind::Array(elements) => elements.iter().all(|element| match element {
            ArrayElement::Hole => true,
            ArrayElement::Value(value) => is_inert(value),
            ArrayElement::Spread { .. } => false,
        }),
        _ => false,
    }
}

impl<'a> Mentions<'a> {
    /// A walk that has seen nothing.
    pub fn new(program: &'a Program, usage: Usage) -> Self {
        Self {
            program,
            usage,
            owner: Scope::Function(FunctionId(0)),
            position: 1,
            events: Vec::new(),
            loops: 0,
            branches: 0,
            in_update_of: Vec::new(),
            declared_functions: declared_functions(program),
            case_declarations: Vec::new(),
            current_case: None,
            functions_wait: false,
            waiting: Vec::new(),
        }
    }
}

impl Mentions<'_> {
    fn next(&mut self) -> u32 {
        self.position += 1;
        self.position
    }

    fn mentioned(&mut self, binding: BindingId) {
        let position = self.next();
        self.events.push((position, Event::Mention(binding)));
        if let Some(case) = self.current_case
            && self.case_declarations.iter().any(|(declared, at)| *declared == binding && *at != case)
        {
            self.usage.bindings[binding].early = true;
        }
        if let Scope::Function(function) = self.owner {
            self.usage.functions[function].mentions.insert(binding);
        }
        self.usage.bindings[binding].captured |= self.is_foreign(binding);
    }

    /// The binding belongs to another function or module than the current one.
    fn is_foreign(&self, binding: BindingId) -> bool {
        self.program.bindings[binding].scope != self.owner
    }

    fn read(&mut self, binding: BindingId) {
        self.mentioned(binding);
        self.usage.bindings[binding].reads += 1;
    }

    fn write(&mut self, binding: BindingId) {
        self.mentioned(binding);
        let foreign = self.is_foreign(binding);
        let in_update = self.in_update_of.contains(&binding);
        let usage = &mut self.usage.bindings[binding];
        usage.writes += 1;
        usage.writes_outside_update += u32::from(!in_update || foreign);
        usage.written_by_other |= foreign;
        if let Scope::Function(function) = self.owner
            && foreign
        {
            self.usage.functions[function].assigned_captures.insert(binding);
        }
    }

    fn declare(&mut self, binding: BindingId) {
        let position = self.next();
        let is_var = self.program.bindings[binding].kind == BindingKind::Var;
        let in_loop = self.loops > 0;
        let top = !in_loop && self.branches == 0;
        let again = is_var && (self.loops > 0 || self.usage.bindings[binding].declared_at.is_some());
        let usage = &mut self.usage.bindings[binding];
        if again {
            usage.writes += 1;
            usage.writes_outside_update += 1;
        }
        if usage.declared_at.is_none() {
            usage.declared_at = Some(position);
            usage.declared_at_top = top;
        }
        usage.in_loop |= !is_var && in_loop;
        for function in std::mem::take(&mut self.waiting) {
            self.events.push((position, Event::Function(function)));
        }
    }

    fn branch(&mut self, walk: impl FnOnce(&mut Self)) {
        self.branches += 1;
        walk(self);
        self.branches -= 1;
    }

    fn in_loop(&mut self, walk: impl FnOnce(&mut Self)) {
        self.loops += 1;
        walk(self);
        self.loops -= 1;
    }

    fn switch(&mut self, cases: &[SwitchCase]) {
        let outer = self.current_case;
        let before = self.case_declarations.len();
        for (index, case) in cases.iter().enumerate() {
            let mut declared = Vec::new();
            direct_declarations(&case.body, &mut declared);
            self.case_declarations.extend(declared.into_iter().map(|binding| (binding, index)));
        }
        for (index, case) in cases.iter().enumerate() {
            self.current_case = Some(index);
            let start = self.position;
            self.branch(|this| this.stmts(&case.body));
            let mut declared = Vec::new();
            direct_declarations(&case.body, &mut declared);
            for binding in declared {
                self.usage.bindings[binding].case = Some((start, self.position));
            }
        }
        self.case_declarations.truncate(before);
        self.current_case = outer;
    }
}

impl Visitor for Mentions<'_> {
    fn stmts(&mut self, stmts: &[Stmt]) {
        // Declared functions are made where their block begins.
        let position = self.next();
        self.next();
        for id in direct_functions(stmts) {
            self.usage.functions[id].created_at = position;
            // It may capture itself and the functions declared beside it.
            if let Some(binding) = self.declared_functions[id] {
                self.usage.bindings[binding].declared_at = Some(position + 1);
                self.usage.bindings[binding].in_loop |= self.loops > 0;
            }
        }
        walk_stmts(self, stmts);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { binding, init } => {
                if let Some(Expr { kind: ExprKind::Function(id), .. }) = init {
                    self.usage.functions[*id].created_at = self.position;
                    if let Scope::Function(owner) = self.owner {
                        self.usage.functions[owner].inner.push(*id);
                    }
                    self.usage.bindings[*binding].init_function = Some(*id);
                } else if let Some(init) = init {
                    // Functions in a literal run at the earliest when the variable has its value.
                    let outer = std::mem::replace(&mut self.functions_wait, is_inert(init));
                    self.expr(init);
                    self.functions_wait = outer;
                }
                // `var x;` does nothing.
                if init.is_some() || self.program.bindings[*binding].kind != BindingKind::Var {
                    self.declare(*binding);
                }
            }
            StmtKind::Function(_) => {}
            StmtKind::If { test, then, otherwise } => {
                self.expr(test);
                self.branch(|this| this.stmts(then));
                if let Some(otherwise) = otherwise {
                    self.branch(|this| this.stmts(otherwise));
                }
            }
            StmtKind::Switch { label: _, discriminant, cases } => {
                self.expr(discriminant);
                for test in cases.iter().filter_map(|case| case.test.as_ref()) {
                    self.expr(test);
                }
                self.switch(cases);
            }
            StmtKind::While { .. } | StmtKind::DoWhile { .. } => self.in_loop(|this| walk_stmt(this, stmt)),
            StmtKind::For { header: _, init, test, update, body } => {
                let bindings = match init {
                    ForInit::None => Vec::new(),
                    ForInit::Stmts { stmts, per_iteration } => {
                        self.stmts(stmts);
                        for &binding in per_iteration {
                            self.usage.bindings[binding].per_iteration = true;
                            self.usage.bindings[binding].in_loop = true;
                        }
                        per_iteration.clone()
                    }
                };
                self.in_loop(|this| {
                    if let Some(test) = test {
                        this.expr(test);
                    }
                    this.stmts(body);
                    if let Some(update) = update {
                        // A function that the step makes sees what it does afterwards.
                        this.in_update_of =
                            if makes_functions(|finder| finder.expr(update)) { Vec::new() } else { bindings };
                        this.expr(update);
                        this.in_update_of = Vec::new();
                    }
                });
            }
            StmtKind::ForOf { header: _, item, iterable: source, not_iterable: _, is_await: _, body }
            | StmtKind::ForIn { header: _, key: item, object: source, body } => {
                self.expr(source);
                self.in_loop(|this| {
                    this.declare(*item);
                    this.stmts(body);
                });
            }
            StmtKind::Try { block, catch, finally } => {
                self.branch(|this| this.stmts(block));
                if let Some(catch) = catch {
                    self.branch(|this| {
                        if let Some(binding) = catch.binding {
                            this.declare(binding);
                        }
                        this.stmts(&catch.body);
                    });
                }
                if let Some(finally) = finally {
                    self.branch(|this| this.stmts(finally));
                }
            }
            StmtKind::Labeled { .. } | StmtKind::Block(_) => self.branch(|this| walk_stmt(this, stmt)),
            StmtKind::Group(group) => {
                for stmt in group {
                    self.stmt(stmt);
                }
            }
            StmtKind::Expr(_)
            | StmtKind::Return(_)
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Throw(_)
            | StmtKind::Error => walk_stmt(self, stmt),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Binding(binding)
        | ExprKind::DerivedThis(binding)
        | ExprKind::IteratorNext(binding)
        | ExprKind::IteratorRest(binding)
        | ExprKind::IteratorClose(binding) = &expr.kind
        {
            self.read(*binding);
        } else if let ExprKind::Init { binding, value } = &expr.kind {
            let outer = std::mem::replace(&mut self.functions_wait, is_inert(value));
            self.expr(value);
            self.functions_wait = outer;
            self.declare(*binding);
        } else if let ExprKind::Assign { op, place: Place::Binding(binding, _), value } = &expr.kind {
            if *op != AssignOp::Assign {
                self.read(*binding);
            }
            self.expr(value);
            self.write(*binding);
        } else if let ExprKind::Update { op: _, prefix: _, place: Place::Binding(binding, _) } = &expr.kind {
            self.read(*binding);
            self.write(*binding);
        } else {
            walk_expr(self, expr);
        }
    }

    fn function(&mut self, id: FunctionId) {
        let position = self.next();
        if self.functions_wait {
            self.waiting.push(id);
        } else {
            self.events.push((position, Event::Function(id)));
        }
        self.usage.functions[id].created_at = position;
        if let Scope::Function(owner) = self.owner {
            self.usage.functions[owner].inner.push(id);
        }
    }
}
