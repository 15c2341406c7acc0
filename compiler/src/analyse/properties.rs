//! Which properties of the event, of the config and of `meta` are used.

use super::infer::Types;
use super::walk::{Visitor, walk_expr, walk_place, walk_program, walk_stmt};
use super::{Access, Callee, KeyUses, PropertySets};
use crate::base::IndexVec;
use crate::ir::{
    AssignOp, BindingId, ExportTarget, Expr, ExprKind, FunctionId, LogicalOp, MemberKey, Place, Program, Stmt, StmtKind,
};
use prickle_spec::hooks::{HookArgument, hook_named};

/// An object whose properties are of interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Event,
    EventProperties,
    Meta,
    Config,
}

/// What a variable may hold: nothing seen yet, always one of the objects, or anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Nothing,
    One(Known),
    Anything,
}

/// Collects the sets of the plugin, and of each function by itself.
pub fn collect(program: &Program, types: &Types) -> (PropertySets, IndexVec<FunctionId, PropertySets>) {
    let mut collector = Collector {
        program,
        types,
        holds: IndexVec::filled(program.bindings.len(), Holds::Nothing),
        sets: PropertySets::default(),
        by_function: IndexVec::filled(program.functions.len(), PropertySets::default()),
        function: None,
        changed: false,
        recording: false,
    };
    for hook in &program.exports.hooks {
        let ExportTarget::Function(function) = hook.target else { continue };
        let arguments = hook_named(&hook.name).map_or(&[][..], |hook| hook.arguments);
        for (index, param) in program.functions[function].params.iter().enumerate() {
            let known = match arguments.get(index) {
                Some(HookArgument::Event | HookArgument::ProcessedEvent | HookArgument::WebhookEvent) => Known::Event,
                None if index == arguments.len() => Known::Meta,
                Some(HookArgument::Events | HookArgument::Action) | None => continue,
            };
            collector.hold(param.binding, Holds::One(known));
        }
    }
    loop {
        collector.changed = false;
        walk_program(&mut collector, program);
        if !collector.changed {
            break;
        }
    }
    collector.recording = true;
    walk_program(&mut collector, program);
    (collector.sets, collector.by_function)
}

struct Collector<'a> {
    program: &'a Program,
    types: &'a Types,
    holds: IndexVec<BindingId, Holds>,
    sets: PropertySets,
    by_function: IndexVec<FunctionId, PropertySets>,
    function: Option<FunctionId>,
    changed: bool,
    recording: bool,
}

impl Collector<'_> {
    fn hold(&mut self, binding: BindingId, holds: Holds) {
        let old = self.holds[binding];
        let new = match (old, holds) {
            (Holds::Nothing, holds) => holds,
            (old, Holds::Nothing) => old,
            (old, holds) if old == holds => old,
            _ => Holds::Anything,
        };
        if new != old {
            self.holds[binding] = new;
            self.changed = true;
        }
    }

    fn known(&self, expr: &Expr) -> Option<Known> {
        match self.holds(expr) {
            Holds::One(known) => Some(known),
            Holds::Nothing | Holds::Anything => None,
        }
    }

    fn holds(&self, expr: &Expr) -> Holds {
        match &expr.kind {
            ExprKind::Binding(binding) => self.holds[*binding],
            ExprKind::RequireObject { value, message: _ }
            | ExprKind::OrDefault { value, default: _ }
            | ExprKind::Logical { op: LogicalOp::Or | LogicalOp::Nullish, left: value, right: _ }
            | ExprKind::Chain(value) => self.holds(value),
            ExprKind::Member { object, key: MemberKey::Static(key, _), optional: _ } => {
                match (self.known(object), key.as_str()) {
                    (Some(Known::Event), Some("properties")) => Holds::One(Known::EventProperties),
                    (Some(Known::Meta), Some("config")) => Holds::One(Known::Config),
                    _ => Holds::Anything,
                }
            }
            _ => Holds::Anything,
        }
    }

    /// The sets that a use counts for.
    fn sets(&mut self) -> impl Iterator<Item = &mut PropertySets> {
        let function = self.function.map(|function| &mut self.by_function[function]);
        std::iter::once(&mut self.sets).chain(function)
    }

    fn record(&mut self, object: &Expr, key: &MemberKey, access: Access) {
        let Some(known) = self.known(object).filter(|_| self.recording) else { return };
        for sets in self.sets() {
            let set = set_of(sets, known);
            let entry = match key {
                MemberKey::Static(key, _) => set.named.entry(key.display()).or_default(),
                MemberKey::Computed(_) | MemberKey::Private { .. } => &mut set.dynamic,
            };
            entry.read |= access.read;
            entry.written |= access.written;
            entry.deleted |= access.deleted;
        }
    }

    /// The object itself goes where its uses are not followed.
    fn whole(&mut self, expr: &Expr) {
        if let Some(known) = self.known(expr)
            && self.recording
        {
            for sets in self.sets() {
                set_of(sets, known).dynamic.read = true;
            }
        }
    }

    fn key(&mut self, key: &MemberKey) {
        if let MemberKey::Computed(key) = key {
            self.expr(key);
        }
    }
}

fn set_of(sets: &mut PropertySets, known: Known) -> &mut KeyUses {
    match known {
        Known::Event => &mut sets.event,
        Known::EventProperties => &mut sets.event_properties,
        Known::Meta => &mut sets.meta,
        Known::Config => &mut sets.config,
    }
}

const READ: Access = Access { read: true, written: false, deleted: false };
const WRITTEN: Access = Access { read: false, written: true, deleted: false };
const DELETED: Access = Access { read: false, written: false, deleted: true };

impl Visitor for Collector<'_> {
    fn enter(&mut self, function: Option<FunctionId>) {
        self.function = function;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { binding, init: Some(init) } => {
                let holds = self.holds(init);
                self.hold(*binding, holds);
                self.flow(init);
            }
            StmtKind::Return(Some(value)) => self.flow(value),
            StmtKind::ForOf { item: binding, .. } | StmtKind::ForIn { key: binding, .. } => {
                self.hold(*binding, Holds::Anything);
                walk_stmt(self, stmt);
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.whole(expr);
        match &expr.kind {
            ExprKind::Member { object, key, optional: _ } => {
                self.record(object, key, READ);
                self.flow(object);
                self.key(key);
            }
            ExprKind::Delete { object, key, optional: _ } => {
                self.record(object, key, DELETED);
                self.flow(object);
                self.key(key);
            }
            ExprKind::Assign { op, place, value } => {
                if let Place::Member { object, key, span: _ } = place
                    && *op != AssignOp::Assign
                {
                    self.record(object, key, READ);
                }
                self.place(place);
                if let Place::Binding(binding, _) = place {
                    let holds = self.holds(value);
                    self.hold(*binding, holds);
                    self.flow(value);
                } else {
                    self.expr(value);
                }
            }
            ExprKind::Update { op: _, prefix: _, place } => {
                if let Place::Member { object, key, span: _ } = place {
                    self.record(object, key, READ);
                }
                self.place(place);
            }
            ExprKind::Init { binding, value } => {
                let holds = self.holds(value);
                self.hold(*binding, holds);
                self.flow(value);
            }
            ExprKind::Call { callee, arguments, .. } => {
                if let Some(Callee::Function(function)) = self.types.callees.get(&expr.id) {
                    let params = &self.program.functions[*function].params;
                    for (index, argument) in arguments.iter().enumerate() {
                        match params.get(index) {
                            Some(param) => {
                                let holds = self.holds(&argument.value);
                                self.hold(param.binding, holds);
                                self.flow(&argument.value);
                            }
                            None => self.expr(&argument.value),
                        }
                    }
                } else {
                    self.flow(callee);
                    for argument in arguments {
                        self.expr(&argument.value);
                    }
                }
            }
            ExprKind::Unary { operand, .. } => self.flow(operand),
            ExprKind::Conditional { test, then, otherwise } => {
                self.flow(test);
                self.expr(then);
                self.expr(otherwise);
            }
            ExprKind::Logical { op: _, left, right } => {
                self.flow(left);
                self.expr(right);
            }
            _ => walk_expr(self, expr),
        }
    }

    fn place(&mut self, place: &Place) {
        if let Place::Member { object, key, span: _ } = place {
            self.record(object, key, WRITTEN);
            self.flow(object);
            self.key(key);
        } else {
            walk_place(self, place);
        }
    }
}

impl Collector<'_> {
    /// A use whose value is followed further, or only tested: not a use of the whole object.
    fn flow(&mut self, expr: &Expr) {
        if let ExprKind::Binding(_) = expr.kind {
            return;
        }
        match &expr.kind {
            ExprKind::RequireObject { value, message: _ } => self.flow(value),
            ExprKind::OrDefault { value, default } => {
                self.flow(value);
                self.expr(default);
            }
            ExprKind::Logical { op: _, left, right } => {
                self.flow(left);
                self.expr(right);
            }
            ExprKind::Member { object, key, optional: _ } => {
                self.record(object, key, READ);
                self.flow(object);
                self.key(key);
            }
            ExprKind::Chain(value) => self.flow(value),
            _ => self.expr(expr),
        }
    }
}
