//! Expressions. Evaluation order is left to right, depth first, exactly as the fields are listed.

use super::{BindingId, ExprId, FunctionId};
use crate::base::{JsString, Span};

/// An expression with its identity and place.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Key of the side tables.
    pub id: ExprId,
    /// Place in source.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// The closed set of expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `undefined` (the unshadowed global) or an absent value.
    Undefined,
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number literal, or a constant enum member.
    Number(f64),
    /// A string literal.
    String(JsString),
    /// A template literal: `quasis.len() == values.len() + 1`; each value goes through ToString as it is evaluated.
    Template { quasis: Vec<JsString>, values: Vec<Expr> },
    /// Read of a resolved binding.
    Binding(BindingId),
    /// Read of a name that no scope declares: a builtin (`Math`, `JSON`, `console`, `NaN`) or an implicit global.
    Global(String),
    /// `this`
    This,
    /// `object.key`, `object[key]`. `optional` is `?.` right before the key: only inside [`ExprKind::Chain`].
    Member { object: Box<Expr>, key: MemberKey, optional: bool },
    /// A whole optional chain: if one of its `optional` links meets null or undefined, the chain is `undefined`.
    Chain(Box<Expr>),
    /// `callee(arguments)`. A `Member` callee passes its object as `this`. `callee_text` is how V8 prints the callee in
    /// "… is not a function".
    Call { callee: Box<Expr>, arguments: Vec<Argument>, optional: bool, callee_text: String },
    /// `new callee(arguments)`
    New { callee: Box<Expr>, arguments: Vec<Argument>, callee_text: String },
    /// A function or arrow expression, or an object-literal method's function.
    Function(FunctionId),
    /// `{…}`
    Object(Vec<ObjectMember>),
    /// `[…]`
    Array(Vec<ArrayElement>),
    /// Prefix operators but `delete`, `await` and `++`/`--`.
    Unary { op: UnaryOp, operand: Box<Expr> },
    /// `typeof name` where the name is global: no ReferenceError.
    TypeofGlobal(String),
    /// `delete place` (a member; deleting anything else is an early error in modules).
    Delete { object: Box<Expr>, key: MemberKey, optional: bool },
    /// Binary operators that always evaluate both sides.
    Binary { op: BinaryOp, left: Box<Expr>, right: Box<Expr> },
    /// `&&`, `||`, `??`
    Logical { op: LogicalOp, left: Box<Expr>, right: Box<Expr> },
    /// `test ? then : otherwise`
    Conditional { test: Box<Expr>, then: Box<Expr>, otherwise: Box<Expr> },
    /// `place op value`. The value of the expression is the value stored.
    Assign { op: AssignOp, place: Place, value: Box<Expr> },
    /// `++place`, `place++`, `--place`, `place--`
    Update { op: UpdateOp, prefix: bool, place: Place },
    /// `a, b, c`; also desugared destructuring in expression position. Never empty.
    Sequence(Vec<Expr>),
    /// Initialises a temporary or a declared binding inside an expression: evaluates to undefined. Only lowering makes it.
    Init { binding: BindingId, value: Box<Expr> },
    /// `await value`
    Await(Box<Expr>),
    /// A regular expression literal.
    Regex { pattern: JsString, flags: String },
    /// Destructuring step: throws V8's TypeError when `value` is null or undefined, else is `value`. `message` is the
    /// whole text with `{}` where `undefined` or `null` stands.
    RequireObject { value: Box<Expr>, message: String },
    /// Destructuring step `{...rest}`: a copy of the own enumerable properties of `source` but `excluded`.
    ObjectRest { source: Box<Expr>, excluded: Vec<MemberKey> },
    /// Destructuring step: opens an iterator over `value` (array pattern). `callee_text` is for "… is not iterable".
    IteratorOpen { value: Box<Expr>, callee_text: String },
    /// Destructuring step: the next value of the iterator in this binding, `undefined` when done.
    IteratorNext(BindingId),
    /// Destructuring step: the remaining values as an array.
    IteratorRest(BindingId),
    /// Default value: `value` unless it is undefined, else `default` is evaluated.
    OrDefault { value: Box<Expr>, default: Box<Expr> },
    /// A diagnostic was reported here.
    Error,
}

/// How a property is named.
#[derive(Clone, Debug)]
pub enum MemberKey {
    /// `.name`, `["name"]` or a literal key. The span is the key's.
    Static(JsString, Span),
    /// `[expression]`
    Computed(Box<Expr>),
}

/// Where an assignment stores.
#[derive(Clone, Debug)]
pub enum Place {
    /// A resolved variable.
    Binding(BindingId, Span),
    /// A name nobody declares: assignment makes a property of the instance's global object (sloppy mode).
    Global(String, Span),
    /// `object.key`: object, then key, then value are evaluated.
    Member { object: Box<Expr>, key: MemberKey, span: Span },
    /// A diagnostic was reported here.
    Error(Span),
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub struct Argument {
    /// `...value`
    pub spread: bool,
    /// The value.
    pub value: Expr,
}

/// An element of an array literal.
#[derive(Clone, Debug)]
pub enum ArrayElement {
    /// `[ , ]`
    Hole,
    /// `[value]`
    Value(Expr),
    /// `[...value]`
    Spread(Expr),
}

/// A member of an object literal.
#[derive(Clone, Debug)]
pub enum ObjectMember {
    /// `key: value`, shorthand, or method (then the value is a [`ExprKind::Function`]).
    Property { key: ObjectMemberKey, value: Expr },
    /// `...value`
    Spread(Expr),
    /// `__proto__: value` in its special, prototype-setting form.
    Prototype(Expr),
}

/// The key of an object literal's member.
#[derive(Clone, Debug)]
pub enum ObjectMemberKey {
    /// An identifier, string or number, as the property key it denotes.
    Static(JsString),
    /// `[expression]`: ToPropertyKey before the value is evaluated.
    Computed(Expr),
}

/// Prefix operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-`
    Minus,
    /// `+`
    Plus,
    /// `!`
    Not,
    /// `~`
    BitNot,
    /// `typeof`
    Typeof,
    /// `void`
    Void,
}

/// Strict binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the operator its name says")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Exp,
    BitAnd,
    BitOr,
    BitXor,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Instanceof,
}

/// Short-circuit operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogicalOp {
    /// `&&`
    And,
    /// `||`
    Or,
    /// `??`
    Nullish,
}

/// Assignment operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignOp {
    /// `=`
    Assign,
    /// `+=` and the like.
    Binary(BinaryOp),
    /// `&&=`, `||=`, `??=`: the right side and the store happen only if needed.
    Logical(LogicalOp),
}

/// `++` and `--`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateOp {
    /// `++`
    Increment,
    /// `--`
    Decrement,
}
