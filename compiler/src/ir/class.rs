//! Classes.

use super::{Expr, FunctionId, MemberKey};

/// A class definition. Static fields and static blocks are expressions of their own behind it, since they run when the class has its name.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its `name`; empty if anonymous.
    pub name: String,
    /// `extends parent`
    pub parent: Option<Expr>,
    /// Its `constructor`, if it has one.
    pub constructor: Option<FunctionId>,
    /// Methods and accessors, in source order.
    pub members: Vec<ClassMember>,
    /// The method that initializes the fields of an instance: a list of [`ExprKind::DefineField`](super::ExprKind::DefineField).
    pub fields: Option<FunctionId>,
}

/// A method or accessor of a class.
#[derive(Clone, Debug)]
pub enum ClassMember {
    /// One with a name that anybody can say.
    Public {
        /// `static`
        is_static: bool,
        /// What it is.
        role: MethodRole,
        /// Its name: never private.
        key: MemberKey,
        /// Its function.
        function: FunctionId,
    },
    /// `#name() {}`
    PrivateMethod {
        /// `static`
        is_static: bool,
        /// The private name.
        name: Expr,
        /// Its function.
        function: FunctionId,
    },
    /// `get #name() {}` with `set #name(value) {}`
    PrivateAccessor {
        /// `static`
        is_static: bool,
        /// The private name.
        name: Expr,
        /// Its getter.
        get: Option<FunctionId>,
        /// Its setter.
        set: Option<FunctionId>,
    },
}

/// What a function of a class or object literal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodRole {
    /// `name() {}`
    Method,
    /// `get name() {}`
    Getter,
    /// `set name(value) {}`
    Setter,
}

/// What the class that declares a private name says about it, for the messages about objects that do not have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brand {
    /// A field.
    Field,
    /// A method or accessor of instances of the class with this name.
    Instance(String),
    /// A static method or accessor of the class with this name.
    Static(String),
}

impl Class {
    /// All functions in it, in source order but for the constructor and the fields.
    pub fn functions(&self) -> impl Iterator<Item = FunctionId> + '_ {
        let members = self.members.iter().flat_map(|member| match member {
            ClassMember::Public { function, .. } | ClassMember::PrivateMethod { function, .. } => {
                [Some(*function), None]
            }
            ClassMember::PrivateAccessor { get, set, .. } => [*get, *set],
        });
        [self.constructor].into_iter().chain(members).chain([self.fields]).flatten()
    }
}
