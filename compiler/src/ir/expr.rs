//! Expressions. Evaluation order is left to right, depth first, exactly as the fields are listed.

use super::{BindingId, Brand, Class, ExprId, FunctionId, MethodRole};
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
    Template {
        /// The text around the values.
        quasis: Vec<JsString>,
        /// What stands in `${…}`.
        values: Vec<Expr>,
    },
    /// Read of a resolved binding.
    Binding(BindingId),
    /// Read of a name that no scope declares: a builtin (`Math`, `JSON`, `console`, `NaN`) or an implicit global.
    Global(String),
    /// `this`
    This,
    /// `this` in a constructor with `extends`, in this variable: a ReferenceError while that is `undefined`.
    DerivedThis(BindingId),
    /// `new.target`
    NewTarget,
    /// `super.key`; as the callee of a call it passes `this`.
    SuperMember {
        /// `this`
        this: Box<Expr>,
        /// The property.
        key: MemberKey,
    },
    /// `super(arguments)`: the new instance, with its fields initialized.
    SuperCall {
        /// The arguments.
        arguments: Vec<Argument>,
        /// The variable `this`, read behind the arguments, where it is not certain that this is the first call.
        this: Option<Box<Expr>>,
    },
    /// What `return value` in a constructor with `extends` returns: an object, or `this` for `undefined`.
    DerivedResult {
        /// The value.
        value: Box<Expr>,
        /// `this`
        this: Box<Expr>,
    },
    /// `class { … }`
    Class(Box<Class>),
    /// Static blocks and static fields of a class: calls the function with the class as `this`.
    StaticInitializer {
        /// The class.
        class: Box<Expr>,
        /// The function.
        function: FunctionId,
    },
    /// A field of a new instance, or a static one of a class: evaluates to `undefined`.
    DefineField {
        /// The instance or class.
        object: Box<Expr>,
        /// Its name.
        key: MemberKey,
        /// Its value.
        value: Box<Expr>,
    },
    /// ToPropertyKey of a computed name of a field, as a value: only the value of a temporary.
    PropertyKey(Box<Expr>),
    /// A new private name, which begins with `#`.
    PrivateName(String),
    /// `#name in object`
    HasPrivate {
        /// The private name.
        name: Box<Expr>,
        /// What may have it.
        object: Box<Expr>,
    },
    /// `object.key`, `object[key]`. `optional` is `?.` right before the key: only inside [`ExprKind::Chain`].
    Member {
        /// Left of the dot.
        object: Box<Expr>,
        /// The property.
        key: MemberKey,
        /// `?.`
        optional: bool,
    },
    /// A whole optional chain: if one of its `optional` links meets null or undefined, the chain is `undefined`.
    Chain(Box<Expr>),
    /// `callee(arguments)`. A `Member` callee passes its object as `this`. `callee_text` is how V8 prints the callee in
    /// "… is not a function". Where the result is iterated at once, it is "… is not a function or its return value", and the
    /// message goes on with "is not iterable".
    Call {
        /// What is called.
        callee: Box<Expr>,
        /// The arguments.
        arguments: Vec<Argument>,
        /// `?.(`
        optional: bool,
        /// For "… is not a function".
        callee_text: String,
    },
    /// `new callee(arguments)`
    New {
        /// The constructor.
        callee: Box<Expr>,
        /// The arguments.
        arguments: Vec<Argument>,
        /// For "… is not a constructor".
        callee_text: String,
    },
    /// A function or arrow expression, or an object-literal method's function.
    Function(FunctionId),
    /// `{…}`
    Object(Vec<ObjectMember>),
    /// `[…]`
    Array(Vec<ArrayElement>),
    /// Prefix operators but `delete`, `await` and `++`/`--`.
    Unary {
        /// The operator.
        op: UnaryOp,
        /// What it is applied to.
        operand: Box<Expr>,
    },
    /// `typeof name` where the name is global: no ReferenceError.
    TypeofGlobal(String),
    /// `delete place` (a member; deleting anything else is an early error in modules).
    Delete {
        /// Left of the dot.
        object: Box<Expr>,
        /// The property.
        key: MemberKey,
        /// `?.` right before the key: only inside [`ExprKind::Chain`].
        optional: bool,
    },
    /// Binary operators that always evaluate both sides.
    Binary {
        /// The operator.
        op: BinaryOp,
        /// Left side.
        left: Box<Expr>,
        /// Right side.
        right: Box<Expr>,
    },
    /// `&&`, `||`, `??`
    Logical {
        /// The operator.
        op: LogicalOp,
        /// Left side.
        left: Box<Expr>,
        /// Right side.
        right: Box<Expr>,
    },
    /// `test ? then : otherwise`
    Conditional {
        /// Before `?`.
        test: Box<Expr>,
        /// Between `?` and `:`.
        then: Box<Expr>,
        /// After `:`.
        otherwise: Box<Expr>,
    },
    /// `place op value`. The value of the expression is the value stored.
    ///
    /// To a `const` it throws "Assignment to constant variable." after the value was evaluated; to a function expression's
    /// own name it stores nothing.
    Assign {
        /// The operator.
        op: AssignOp,
        /// Where to.
        place: Place,
        /// What.
        value: Box<Expr>,
    },
    /// `++place`, `place++`, `--place`, `place--`
    Update {
        /// The operator.
        op: UpdateOp,
        /// It stands before the place: the new value is the expression's.
        prefix: bool,
        /// What is changed.
        place: Place,
    },
    /// `a, b, c`; also desugared destructuring in expression position. Never empty.
    Sequence(Vec<Expr>),
    /// Initialises a temporary or a declared binding inside an expression: evaluates to undefined. Only lowering makes it.
    Init {
        /// The variable.
        binding: BindingId,
        /// Its first value.
        value: Box<Expr>,
    },
    /// `await value`
    Await(Box<Expr>),
    /// A regular expression literal.
    Regex {
        /// Between the slashes.
        pattern: JsString,
        /// After them.
        flags: String,
    },
    /// Destructuring step: throws V8's TypeError when `value` is null or undefined, else is `value`.
    RequireObject {
        /// The value to be taken apart.
        value: Box<Expr>,
        /// The whole message, see [`Message`].
        message: Message,
    },
    /// Destructuring step `{...rest}`: a copy of the own enumerable properties of `source` but `excluded`.
    ObjectRest {
        /// Where from.
        source: Box<Expr>,
        /// Keys that the pattern named before; computed ones are in temporaries.
        excluded: Vec<MemberKey>,
    },
    /// Destructuring step: opens an iterator over `value` (array pattern). Only as the value of a temporary.
    IteratorOpen {
        /// What is iterated.
        value: Box<Expr>,
        /// Thrown as a TypeError when it cannot be.
        not_iterable: Message,
    },
    /// Destructuring step: the next value of the iterator in this binding, `undefined` when done.
    IteratorNext(BindingId),
    /// Destructuring step: the remaining values as an array.
    IteratorRest(BindingId),
    /// Last destructuring step of an array pattern without rest: closes the iterator unless it is done.
    IteratorClose(BindingId),
    /// `yield value`
    Yield(Box<Expr>),
    /// `yield* value`
    YieldFrom {
        /// What is iterated.
        value: Box<Expr>,
        /// Thrown as a TypeError when it cannot be.
        not_iterable: Message,
    },
    /// `123n`, in decimal digits.
    BigInt(String),
    /// What a tagged template passes as its first argument: the same frozen array each time.
    TemplateObject {
        /// The number of the template within the plugin.
        site: u32,
        /// The strings with their escapes resolved; `None` where an escape has no meaning.
        cooked: Vec<Option<JsString>>,
        /// The strings as they are written.
        raw: Vec<JsString>,
    },
    /// Default value: `value` unless it is undefined, else `default` is evaluated.
    OrDefault {
        /// The value.
        value: Box<Expr>,
        /// What stands for `undefined`.
        default: Box<Expr>,
    },
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
    /// `.#name`
    Private {
        /// The variable that holds the private name.
        name: Box<Expr>,
        /// What its class says about it.
        brand: Brand,
    },
}

/// Where an assignment stores.
#[derive(Clone, Debug)]
pub enum Place {
    /// A resolved variable.
    Binding(BindingId, Span),
    /// A name nobody declares: assignment makes a property of the instance's global object (sloppy mode).
    Global(String, Span),
    /// `object.key`: object, then key, then value are evaluated.
    Member {
        /// Left of the dot.
        object: Box<Expr>,
        /// The property.
        key: MemberKey,
        /// The whole place.
        span: Span,
    },
    /// `super.key`
    Super {
        /// `this`
        this: Box<Expr>,
        /// The property.
        key: MemberKey,
        /// The whole place.
        span: Span,
    },
    /// A diagnostic was reported here.
    Error(Span),
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub struct Argument {
    /// `...value`, and what is thrown when that cannot be.
    pub spread: Option<SpreadMessages>,
    /// The value.
    pub value: Expr,
}

/// The text of an error that V8 words by the syntax around it. `{value}` stands for the value, which is `undefined` or `null`;
/// `{callsite}` for V8's description of a value that it cannot name: `undefined`, `object null`, `number 5`, `object`.
pub type Message = String;

/// What V8 says when `f(...value)` has nothing to spread.
#[derive(Clone, Debug)]
pub struct SpreadMessages {
    /// The value is null or undefined; of what is not iterable otherwise, V8 says the same, or has one text for all.
    pub nullish: Message,
    /// The iterator has no method `next`, of which V8 says that the callee cannot be called: how it prints the callee, if this is the last argument and
    /// the only one that is spread.
    pub callee: Option<String>,
}

impl SpreadMessages {
    /// The messages as the words of one place: what V8 calls the callee stands in a line of its own.
    #[must_use]
    pub fn words(&self) -> Message {
        match &self.callee {
            Some(callee) => format!("{}\n{callee}", self.nullish),
            None => self.nullish.clone(),
        }
    }
}

/// An element of an array literal.
#[derive(Clone, Debug)]
pub enum ArrayElement {
    /// `[ , ]`
    Hole,
    /// `[value]`
    Value(Expr),
    /// `[...value]`
    Spread {
        /// What is spread.
        value: Expr,
        /// Thrown as a TypeError when it is not iterable.
        not_iterable: Message,
    },
}

/// A member of an object literal.
#[derive(Clone, Debug)]
pub enum ObjectMember {
    /// `key: value`, shorthand, or method (then the value is a [`ExprKind::Function`]).
    Property {
        /// The key.
        key: ObjectMemberKey,
        /// The value.
        value: Expr,
    },
    /// An accessor, or a method that uses `super`.
    Method {
        /// What it is.
        role: MethodRole,
        /// The key.
        key: ObjectMemberKey,
        /// Its function.
        function: FunctionId,
    },
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
