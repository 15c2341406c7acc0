//! Types of bindings, expressions and results, and which builtin a call means.
//!
//! Flow-based over the whole plugin: a binding's type covers everything that is ever stored in it. Types only grow,
//! so repeating until nothing changes ends. TypeScript's annotations play no part.

use super::builtins::{host_class, meta_service, row_of_call, row_of_new, row_of_read, type_of_row};
use super::completion::completes_normally;
use super::features::Features;
use super::known::Known;
use super::usage::Usage;
use super::walk::{Visitor, walk_expr, walk_program, walk_stmt};
use super::{Callee, Type};
use crate::base::IndexVec;
use crate::ir::{
    AssignOp, BinaryOp, BindingId, BindingKind, ExportTarget, Expr, ExprId, ExprKind, FunctionId, LogicalOp, MemberKey,
    Place, Program, Stmt, StmtKind, UnaryOp,
};
use prickle_spec::hooks::hook_named;
use prickle_spec::{Builtin, Global, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// The result.
#[derive(Clone, Debug)]
pub struct Types {
    /// By binding.
    pub bindings: IndexVec<BindingId, Type>,
    /// What functions return.
    pub returns: IndexVec<FunctionId, Type>,
    /// By expression.
    pub exprs: IndexVec<ExprId, Type>,
    /// By call, `new` or read of a member.
    pub callees: BTreeMap<ExprId, Callee>,
}

/// Infers everything.
pub fn infer(program: &Program, usage: &Usage, known: &Known, features: Features) -> Types {
    let mut overridden = Overridden::default();
    walk_program(&mut overridden, program);
    let mut infer = Infer {
        program,
        bigints: features.bigints,
        promises: features.promises,
        dropped: dropped(program),
        known,
        overridden: overridden.0,
        types: Types {
            bindings: IndexVec::filled(program.bindings.len(), Type::Never),
            returns: IndexVec::filled(program.functions.len(), Type::Never),
            exprs: IndexVec::filled(program.expr_count as usize, Type::Never),
            callees: BTreeMap::new(),
        },
        function: None,
        changed: false,
    };
    infer.start(usage);
    loop {
        infer.changed = false;
        infer.function = None;
        for (_, module) in program.modules.iter() {
            infer.stmts(&module.body);
        }
        for (id, function) in program.functions.iter() {
            infer.function = Some(id);
            infer.stmts(&function.body);
            if completes_normally(&function.body) {
                infer.returned(Type::Undefined);
            }
        }
        infer.function = None;
        for hook in &program.exports.hooks {
            if let ExportTarget::Value(value) = &hook.target {
                infer.expr(value);
            }
        }
        if !infer.changed {
            break;
        }
    }
    infer.types
}

/// Property names that the plugin itself stores somewhere: a builtin method of that name may be hidden by an own
/// property, so calls of it look at the object.
#[derive(Default)]
struct Overridden(BTreeSet<String>);

/// The type of promises.
const PROMISE: Type = Type::Instance("Promise");

/// The expressions that are statements.
fn dropped(program: &Program) -> BTreeSet<ExprId> {
    struct Dropped(BTreeSet<ExprId>);
    impl Visitor for Dropped {
        fn stmt(&mut self, stmt: &Stmt) {
            if let StmtKind::Expr(expr) = &stmt.kind {
                self.0.insert(expr.id);
            }
            walk_stmt(self, stmt);
        }
    }
    let mut dropped = Dropped(BTreeSet::new());
    walk_program(&mut dropped, program);
    dropped.0
}

impl Visitor for Overridden {
    fn place(&mut self, place: &Place) {
        if let Place::Member { object: _, key: MemberKey::Static(key, _), span: _ } = place {
            self.0.insert(key.display());
        }
        super::walk::walk_place(self, place);
    }
}

struct Infer<'a> {
    program: &'a Program,
    /// What is no number may be a BigInt.
    bigints: bool,
    /// Async functions return promises.
    promises: bool,
    /// Expressions whose value nobody looks at.
    dropped: BTreeSet<ExprId>,
    known: &'a Known,
    overridden: BTreeSet<String>,
    types: Types,
    function: Option<FunctionId>,
    changed: bool,
}

impl Infer<'_> {
    /// Types that bindings have before any statement runs.
    fn start(&mut self, usage: &Usage) {
        for (id, binding) in self.program.bindings.iter() {
            let uses = &usage.bindings[id];
            let ty = match binding.kind {
                BindingKind::Var if uses.early || !uses.declared_at_top => Type::Undefined,
                BindingKind::Function(_) | BindingKind::FunctionSelf(_) => Type::Function,
                BindingKind::Catch | BindingKind::Class => Type::Any,
                BindingKind::Var
                | BindingKind::Let
                | BindingKind::Const
                | BindingKind::Param
                | BindingKind::Synthetic
                | BindingKind::Temp => Type::Never,
            };
            self.types.bindings[id] = ty;
        }
        for (id, function) in self.program.functions.iter() {
            if let Some(rest) = function.rest {
                self.types.bindings[rest] = Type::Array;
            }
            if let Some(arguments) = function.arguments {
                self.types.bindings[arguments] = Type::Object;
            }
            if super::arguments::is_mapped(self.program, usage, id) {
                for param in &function.params {
                    self.types.bindings[param.binding] = Type::Any;
                }
            }
            if self.known.used_as_value[id] || !self.known.is_item[id] {
                for param in &function.params {
                    self.types.bindings[param.binding] = Type::Any;
                }
            }
        }
        for hook in &self.program.exports.hooks {
            let ExportTarget::Function(function) = hook.target else { continue };
            let before_meta = hook_named(&hook.name).map_or(0, |hook| hook.arguments.len());
            for (index, param) in self.program.functions[function].params.iter().enumerate() {
                let ty = match index.cmp(&before_meta) {
                    std::cmp::Ordering::Less => Type::Any,
                    std::cmp::Ordering::Equal => Type::Meta,
                    std::cmp::Ordering::Greater => Type::Undefined,
                };
                let binding = &mut self.types.bindings[param.binding];
                *binding = binding.join(ty);
            }
        }
    }

    fn bind(&mut self, binding: BindingId, ty: Type) {
        let joined = self.types.bindings[binding].join(ty);
        if joined != self.types.bindings[binding] {
            self.types.bindings[binding] = joined;
            self.changed = true;
        }
    }

    fn returned(&mut self, ty: Type) {
        let Some(function) = self.function else { return };
        let joined = self.types.returns[function].join(ty);
        if joined != self.types.returns[function] {
            self.types.returns[function] = joined;
            self.changed = true;
        }
    }

    fn of(&self, expr: &Expr) -> Type {
        self.types.exprs[expr.id]
    }

    fn stored(&self, binding: BindingId) -> Type {
        self.types.bindings[binding]
    }

    /// A builtin that no property of the plugin can hide.
    fn builtin(&mut self, expr: &Expr, row: Option<&'static Builtin>) -> Option<Type> {
        // Assigning to an accessor property makes no own property that could hide it.
        let row = row.filter(|row| row.kind == Kind::Getter || !self.overridden.contains(row.name))?;
        // The server's console returns promises.
        if self.promises && row.class == "console" && !self.dropped.contains(&expr.id) {
            return None;
        }
        self.types.callees.insert(expr.id, Callee::Builtin(row));
        Some(if self.promises && row.is_async() { PROMISE } else { type_of_row(row) })
    }

    /// The type of `-value`: a number, unless the value may be a BigInt.
    fn number_or_bigint(&self, operand: Type) -> Type {
        match operand {
            Type::Never => Type::Number,
            operand if self.bigints && !operand.is_primitive() => Type::Any,
            _ => Type::Number,
        }
    }

    fn binary(&self, op: BinaryOp, left: Type, right: Type) -> Type {
        match binary(op, left, right) {
            // Both have to be BigInts for the result to be one.
            Type::Number if self.bigints && !left.is_primitive() && !right.is_primitive() => Type::Any,
            ty => ty,
        }
    }

    fn transfer(&mut self, expr: &Expr) -> Type {
        match &expr.kind {
            ExprKind::Undefined | ExprKind::Init { .. } | ExprKind::DefineField { .. } | ExprKind::IteratorClose(_) => {
                Type::Undefined
            }
            ExprKind::Null => Type::Null,
            ExprKind::Bool(_) | ExprKind::Delete { .. } | ExprKind::HasPrivate { .. } => Type::Bool,
            ExprKind::Number(_) => Type::Number,
            ExprKind::Update { op: _, prefix: _, place } => self.number_or_bigint(match place {
                Place::Binding(binding, _) => self.stored(*binding),
                Place::Global(..) | Place::Member { .. } | Place::Super { .. } | Place::Error(_) => Type::Any,
            }),
            ExprKind::String(_) | ExprKind::Template { .. } | ExprKind::TypeofGlobal(_) => Type::String,
            ExprKind::Binding(binding) => self.stored(*binding),
            ExprKind::Global(name) => match prickle_spec::global(name) {
                Some(Global::Constant(row)) => type_of_row(row),
                Some(Global::Function(_)) => Type::Function,
                Some(Global::Class(_) | Global::GlobalObject) => Type::Object,
                Some(Global::Unsupported(_) | Global::Absent) | None => Type::Any,
            },
            ExprKind::DerivedThis(_)
            | ExprKind::NewTarget
            | ExprKind::SuperMember { .. }
            | ExprKind::DerivedResult { .. }
            | ExprKind::StaticInitializer { .. }
            | ExprKind::PrivateName(_)
            | ExprKind::PropertyKey(_)
            | ExprKind::This
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom { .. }
            | ExprKind::BigInt(_)
            | ExprKind::IteratorNext(_)
            | ExprKind::Error => Type::Any,
            ExprKind::Regex { .. } => Type::Instance("RegExp"),
            ExprKind::Member { object, key, optional } => self.member(expr, object, key, *optional),
            ExprKind::Chain(inner) => self.of(inner).join(Type::Undefined),
            ExprKind::Call { callee, arguments, optional: _, callee_text: _ } => {
                if let ExprKind::Binding(binding) = callee.kind
                    && let Some(function) = self.known.function_of[binding]
                    && self.known.is_item[function]
                    && arguments.iter().all(|argument| argument.spread.is_none())
                {
                    for (index, param) in self.program.functions[function].params.iter().enumerate() {
                        let ty = arguments.get(index).map_or(Type::Undefined, |argument| self.of(&argument.value));
                        self.bind(param.binding, ty);
                    }
                    self.types.callees.insert(expr.id, Callee::Function(function));
                    return if self.promises && self.program.functions[function].is_async {
                        PROMISE
                    } else {
                        self.types.returns[function]
                    };
                }
                if let ExprKind::Member { object, .. } = &callee.kind
                    && self.of(object) == Type::Never
                {
                    return Type::Never;
                }
                let row = row_of_call(callee, |object| self.of(object));
                self.builtin(expr, row).unwrap_or(Type::Any)
            }
            ExprKind::New { callee, .. } => self.builtin(expr, row_of_new(callee)).unwrap_or(Type::Any),
            ExprKind::Function(_) | ExprKind::Class(_) => Type::Function,
            ExprKind::SuperCall { .. } | ExprKind::Object(_) | ExprKind::ObjectRest { .. } => Type::Object,
            ExprKind::Array(_) | ExprKind::IteratorRest(_) | ExprKind::TemplateObject { .. } => Type::Array,
            ExprKind::Unary { op, operand } => match op {
                UnaryOp::Minus | UnaryOp::BitNot => self.number_or_bigint(self.of(operand)),
                UnaryOp::Plus => Type::Number,
                UnaryOp::Not => Type::Bool,
                UnaryOp::Typeof => Type::String,
                UnaryOp::Void => Type::Undefined,
            },
            ExprKind::Binary { op, left, right } => self.binary(*op, self.of(left), self.of(right)),
            ExprKind::Logical { op, left, right } => logical(*op, self.of(left), self.of(right)),
            ExprKind::Conditional { test: _, then, otherwise } => self.of(then).join(self.of(otherwise)),
            ExprKind::Assign { op, place, value } => {
                let value = self.of(value);
                let old = match place {
                    Place::Binding(binding, _) => self.stored(*binding),
                    Place::Global(..) | Place::Member { .. } | Place::Super { .. } | Place::Error(_) => Type::Any,
                };
                let result = match op {
                    AssignOp::Assign => value,
                    AssignOp::Binary(op) => self.binary(*op, old, value),
                    AssignOp::Logical(op) => logical(*op, old, value),
                };
                if let Place::Binding(binding, _) = place {
                    self.bind(*binding, result);
                }
                result
            }
            ExprKind::Sequence(values) => values.last().map_or(Type::Undefined, |last| self.of(last)),
            ExprKind::Await(_) if self.promises => Type::Any,
            ExprKind::Await(value) => self.of(value),
            ExprKind::RequireObject { value, message: _ } => self.of(value),
            ExprKind::IteratorOpen { .. } => Type::Iterator,
            ExprKind::OrDefault { value, default } => match self.of(value) {
                Type::Undefined => self.of(default),
                Type::Never => Type::Never,
                Type::Any => Type::Any,
                value if value.is_object() || value.is_primitive() => value,
                value => value.join(self.of(default)),
            },
        }
    }

    fn member(&mut self, expr: &Expr, object: &Expr, key: &MemberKey, optional: bool) -> Type {
        if self.of(object) == Type::Never {
            return Type::Never;
        }
        let MemberKey::Static(key, _) = key else {
            return Type::Any;
        };
        let Some(key) = key.as_str() else {
            return Type::Any;
        };
        if self.of(object) == Type::Meta
            && !self.overridden.contains(key)
            && let Some(capability) = meta_service(key)
            && host_class(capability).is_some()
        {
            return Type::Host(capability);
        }
        if optional {
            return Type::Any;
        }
        let row = row_of_read(object, key, |object| self.of(object));
        self.builtin(expr, row).unwrap_or(Type::Any)
    }
}

impl Visitor for Infer<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
        match &stmt.kind {
            StmtKind::Let { binding, init } => {
                let ty = init.as_ref().map_or(Type::Undefined, |init| self.of(init));
                let is_var = self.program.bindings[*binding].kind == BindingKind::Var;
                if init.is_some() || !is_var {
                    self.bind(*binding, ty);
                }
            }
            StmtKind::Return(value) => {
                let ty = value.as_ref().map_or(Type::Undefined, |value| self.of(value));
                self.returned(ty);
            }
            StmtKind::ForOf { item, is_await: true, .. } => self.bind(*item, Type::Any),
            StmtKind::ForOf { header: _, item, iterable, not_iterable: _, is_await: false, body: _ } => {
                let ty = match self.of(iterable) {
                    Type::Never => Type::Never,
                    Type::String => Type::String,
                    Type::Undefined
                    | Type::Null
                    | Type::Bool
                    | Type::Number
                    | Type::Array
                    | Type::Map
                    | Type::Set
                    | Type::Function
                    | Type::Error
                    | Type::Instance(_)
                    | Type::Meta
                    | Type::Host(_)
                    | Type::Iterator
                    | Type::Object
                    | Type::Any => Type::Any,
                };
                self.bind(*item, ty);
            }
            StmtKind::ForIn { header: _, key, object: _, body: _ } => self.bind(*key, Type::String),
            StmtKind::Expr(_)
            | StmtKind::Function(_)
            | StmtKind::If { .. }
            | StmtKind::Switch { .. }
            | StmtKind::While { .. }
            | StmtKind::DoWhile { .. }
            | StmtKind::For { .. }
            | StmtKind::Block(_)
            | StmtKind::Group(_)
            | StmtKind::Labeled { .. }
            | StmtKind::Break(_)
            | StmtKind::Continue(_)
            | StmtKind::Throw(_)
            | StmtKind::Try { .. }
            | StmtKind::Error => {}
        }
    }

    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
        if let ExprKind::Init { binding, value } = &expr.kind {
            let ty = self.of(value);
            self.bind(*binding, ty);
        }
        if let ExprKind::Update { op: _, prefix: _, place: Place::Binding(binding, _) } = &expr.kind {
            self.bind(*binding, Type::Number);
        }
        let ty = self.of(expr).join(self.transfer(expr));
        if ty != self.of(expr) {
            self.types.exprs[expr.id] = ty;
            self.changed = true;
        }
    }
}

/// The type of `left op right`.
pub fn binary(op: BinaryOp, left: Type, right: Type) -> Type {
    if left == Type::Never || right == Type::Never {
        return Type::Never;
    }
    match op {
        BinaryOp::Add if left == Type::String || right == Type::String => Type::String,
        BinaryOp::Add if left.is_primitive() && right.is_primitive() => Type::Number,
        BinaryOp::Add => Type::Any,
        BinaryOp::Sub
        | BinaryOp::Mul
        | BinaryOp::Div
        | BinaryOp::Rem
        | BinaryOp::Exp
        | BinaryOp::BitAnd
        | BinaryOp::BitOr
        | BinaryOp::BitXor
        | BinaryOp::ShiftLeft
        | BinaryOp::ShiftRight
        | BinaryOp::ShiftRightUnsigned => Type::Number,
        BinaryOp::Equal
        | BinaryOp::NotEqual
        | BinaryOp::StrictEqual
        | BinaryOp::StrictNotEqual
        | BinaryOp::Less
        | BinaryOp::LessEqual
        | BinaryOp::Greater
        | BinaryOp::GreaterEqual
        | BinaryOp::In
        | BinaryOp::Instanceof => Type::Bool,
    }
}

fn logical(op: LogicalOp, left: Type, right: Type) -> Type {
    match (op, left) {
        (_, Type::Never) => Type::Never,
        (LogicalOp::And, Type::Undefined | Type::Null) => left,
        (LogicalOp::Or | LogicalOp::Nullish, Type::Undefined | Type::Null) => right,
        (LogicalOp::And, left) if left.is_object() => right,
        (LogicalOp::Or, left) if left.is_object() => left,
        (LogicalOp::Nullish, left) if left.is_coercible() => left,
        _ => left.join(right),
    }
}
