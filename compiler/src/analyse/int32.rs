//! Variables that only ever hold 32-bit integers, among them indices of strings, and calls that certainly give one. Hash functions live in them.

use super::infer::Types;
use super::usage::Usage;
use super::walk::{Visitor, walk_expr, walk_program, walk_stmt};
use super::{Callee, Storage, Type};
use crate::base::IndexVec;
use crate::ir::{
    AssignOp, BinaryOp, BindingId, BindingKind, Expr, ExprId, ExprKind, ForInit, MemberKey, Place, Program, Stmt,
    StmtKind, UnaryOp, UpdateOp,
};
use std::collections::BTreeSet;

/// The result.
#[derive(Clone, Debug, Default)]
pub struct Int32 {
    /// Local variables into which nothing else is ever stored, each time by a statement of its own.
    pub bindings: BTreeSet<BindingId>,
    /// Calls of `charCodeAt` with an index that is certainly inside of the string.
    pub char_codes: BTreeSet<ExprId>,
}

impl Int32 {
    /// The value of the expression is a 32-bit integer other than -0.
    #[must_use]
    pub fn has(&self, expr: &Expr, types: &IndexVec<ExprId, Type>) -> bool {
        match &expr.kind {
            ExprKind::Number(number) => is_int32(*number),
            ExprKind::Binding(binding) => self.bindings.contains(binding),
            ExprKind::Unary { op: UnaryOp::BitNot, operand: _ } | ExprKind::Binary { .. } => {
                types[expr.id] == Type::Number && gives_int32(expr)
            }
            _ => self.char_codes.contains(&expr.id),
        }
    }
}

/// The number is a 32-bit integer other than -0.
#[must_use]
pub fn is_int32(number: f64) -> bool {
    f64::from(number as i32).to_bits() == number.to_bits()
}

/// The operator converts its result with ToInt32.
#[must_use]
pub fn is_int32_operator(op: BinaryOp) -> bool {
    match op {
        BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor | BinaryOp::ShiftLeft | BinaryOp::ShiftRight => true,
        BinaryOp::ShiftRightUnsigned
        | BinaryOp::Add
        | BinaryOp::Sub
        | BinaryOp::Mul
        | BinaryOp::Div
        | BinaryOp::Rem
        | BinaryOp::Exp
        | BinaryOp::Equal
        | BinaryOp::NotEqual
        | BinaryOp::StrictEqual
        | BinaryOp::StrictNotEqual
        | BinaryOp::Less
        | BinaryOp::LessEqual
        | BinaryOp::Greater
        | BinaryOp::GreaterEqual
        | BinaryOp::In
        | BinaryOp::Instanceof => false,
    }
}

fn gives_int32(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Binary { op, left: _, right: _ } => is_int32_operator(*op),
        ExprKind::Unary { op, operand: _ } => *op == UnaryOp::BitNot,
        _ => false,
    }
}

/// Finds both.
pub fn collect(program: &Program, usage: &Usage, types: &Types, storages: &IndexVec<BindingId, Storage>) -> Int32 {
    let mut start = Start {
        usage,
        types,
        candidates: BTreeSet::new(),
        refused: BTreeSet::new(),
        in_range: Vec::new(),
        indices: BTreeSet::new(),
        char_codes: BTreeSet::new(),
    };
    walk_program(&mut start, program);
    let is_candidate = |id: &BindingId| {
        let uses = &usage.bindings[*id];
        let is_certain = match program.bindings[*id].kind {
            BindingKind::Let => true,
            BindingKind::Var => uses.declared_at_top,
            _ => false,
        };
        is_certain
            && !uses.early
            && !uses.captured
            && uses.writes > 0
            && storages[*id] == Storage::Local
            && types.bindings[*id] == Type::Number
            && !start.refused.contains(id)
    };
    // They begin as an integer, only grow by one, and stop at the length of a string.
    let is_index = |id: &BindingId| {
        program.bindings[*id].kind == BindingKind::Let
            && storages[*id] == Storage::Local
            && types.bindings[*id] == Type::Number
    };
    let candidates = start.candidates.iter().filter(|id| is_candidate(id));
    let bindings = candidates.chain(start.indices.iter().filter(|id| is_index(id))).copied().collect();
    let mut int32 = Int32 { bindings, char_codes: start.char_codes };
    // What is stored may be another of them: those that hold something else are taken out, until there are none.
    loop {
        let mut check = Check { int32: &int32, types, refused: BTreeSet::new() };
        walk_program(&mut check, program);
        let refused = check.refused;
        let before = int32.bindings.len();
        int32.bindings.retain(|binding| !refused.contains(binding));
        if int32.bindings.len() == before {
            return int32;
        }
    }
}

/// The variable and the value that a statement stores there, if it does nothing else; and the operator that it does it with.
fn stored(stmt: &Stmt) -> Option<(BindingId, AssignOp, &Expr)> {
    match &stmt.kind {
        StmtKind::Let { binding, init: Some(value) } => Some((*binding, AssignOp::Assign, value)),
        StmtKind::Expr(Expr { kind: ExprKind::Assign { op, place: Place::Binding(binding, _), value }, .. }) => {
            Some((*binding, *op, value))
        }
        _ => None,
    }
}

/// A string and an index that is inside of it throughout a loop.
type InRange = (BindingId, BindingId);

/// Finds what may be an integer, by its form alone.
struct Start<'a> {
    usage: &'a Usage,
    types: &'a Types,
    /// Variables in which a statement stores the result of an operator on integers.
    candidates: BTreeSet<BindingId>,
    /// Variables that other expressions store in.
    refused: BTreeSet<BindingId>,
    /// For the loops around the place.
    in_range: Vec<InRange>,
    /// The indices at which they read code units.
    indices: BTreeSet<BindingId>,
    char_codes: BTreeSet<ExprId>,
}

impl Start<'_> {
    /// What is in range in the body of `for (let i = 0; i < text.length; i++)`, if nothing else assigns them.
    fn range(&self, init: &ForInit, test: Option<&Expr>, update: Option<&Expr>) -> Option<InRange> {
        let ForInit::Stmts { stmts, per_iteration: _ } = init else { return None };
        let ExprKind::Binary { op: BinaryOp::Less, left, right } = &test?.kind else { return None };
        let ExprKind::Binding(index) = left.kind else { return None };
        let ExprKind::Update { op: UpdateOp::Increment, prefix: _, place: Place::Binding(updated, _) } = update?.kind
        else {
            return None;
        };
        let ExprKind::Member { object, key: MemberKey::Static(key, _), optional: false } = &right.kind else {
            return None;
        };
        let ExprKind::Binding(text) = object.kind else { return None };
        let starts_inside = stmts.iter().any(|stmt| match stored(stmt) {
            Some((binding, _, Expr { kind: ExprKind::Number(first), .. })) => {
                binding == index && is_int32(*first) && *first >= 0.0
            }
            _ => false,
        });
        let uses = &self.usage.bindings[index];
        let is_range = starts_inside
            && updated == index
            && key.as_str() == Some("length")
            && (uses.writes, uses.writes_outside_update) == (1, 0)
            && !uses.captured
            && self.types.bindings[text] == Type::String
            && self.usage.bindings[text].writes == 0;
        is_range.then_some((text, index))
    }
}

impl Visitor for Start<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let Some((binding, op, value)) = stored(stmt) {
            match op {
                AssignOp::Assign if gives_int32(value) => {
                    self.candidates.insert(binding);
                }
                AssignOp::Binary(op) if is_int32_operator(op) && self.types.exprs[value.id] == Type::Number => {
                    self.candidates.insert(binding);
                }
                AssignOp::Assign => {}
                AssignOp::Binary(_) | AssignOp::Logical(_) => {
                    self.refused.insert(binding);
                }
            }
            // The assignment itself is no expression among others.
            self.expr(value);
            return;
        }
        if let StmtKind::For { header: _, init, test, update, body } = &stmt.kind {
            if let ForInit::Stmts { stmts, per_iteration: _ } = init {
                self.refused.extend(stmts.iter().filter_map(stored).map(|(binding, _, _)| binding));
                self.stmts(stmts);
            }
            test.iter().for_each(|test| self.expr(test));
            let range = self.range(init, test.as_ref(), update.as_ref());
            self.in_range.extend(range);
            self.stmts(body);
            self.in_range.truncate(self.in_range.len() - usize::from(range.is_some()));
            update.iter().for_each(|update| self.expr(update));
            return;
        }
        walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { place: Place::Binding(binding, _), .. }
            | ExprKind::Update { place: Place::Binding(binding, _), .. }
            | ExprKind::Init { binding, .. } => {
                self.refused.insert(*binding);
            }
            ExprKind::Call { callee, arguments, .. } => {
                if let (ExprKind::Member { object, .. }, [argument]) = (&callee.kind, arguments.as_slice())
                    && let (ExprKind::Binding(text), ExprKind::Binding(index)) = (&object.kind, &argument.value.kind)
                    && argument.spread.is_none()
                    && self.in_range.contains(&(*text, *index))
                    && let Some(Callee::Builtin(row)) = self.types.callees.get(&expr.id)
                    && (row.class, row.name) == ("String", "charCodeAt")
                {
                    self.char_codes.insert(expr.id);
                    self.indices.insert(*index);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// Finds variables in which something else is stored.
struct Check<'a> {
    int32: &'a Int32,
    types: &'a Types,
    refused: BTreeSet<BindingId>,
}

impl Visitor for Check<'_> {
    fn stmt(&mut self, stmt: &Stmt) {
        if let Some((binding, AssignOp::Assign, value)) = stored(stmt)
            && !self.int32.has(value, &self.types.exprs)
        {
            self.refused.insert(binding);
        }
        walk_stmt(self, stmt);
    }
}
