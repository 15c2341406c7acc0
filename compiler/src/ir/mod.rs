//! The intermediate representation: what a plugin means, with names resolved and sugar gone.
//!
//! Invariants, which every later stage relies on:
//! - No swc type occurs here or after here.
//! - Every node has a [`Span`](crate::base::Span) of the original source.
//! - The enums are closed and matched without wildcard arms: a new variant makes every stage that must
//!   think about it fail to compile.
//! - Facts that analyses find out live in side tables (`analyse::Facts`) keyed by the ids here, not in nodes.
//! - Destructuring, default values, `for`-head patterns, imports and exports are already expanded.
//! - `ExprKind::Error` and `StmtKind::Error` stand where a diagnostic was reported; a program that has one never
//!   reaches emission.

mod binding;
mod class;
mod expr;
mod function;
mod print;
mod program;
mod stmt;

pub use binding::{Binding, BindingKind, Scope};
pub use class::{Brand, Class, ClassMember, MethodRole};
pub use expr::{
    Argument, ArrayElement, AssignOp, BinaryOp, Expr, ExprKind, LogicalOp, MemberKey, Message, ObjectMember,
    ObjectMemberKey, Place, SpreadMessages, UnaryOp, UpdateOp,
};
pub use function::{Function, FunctionForm, Param};
pub use print::print;
pub use program::{Comment, ExportTarget, Exports, HookExport, Module, Program};
pub use stmt::{CatchClause, ForInit, LabelId, LoopHeader, Stmt, StmtKind, SwitchCase};

crate::define_ids! {
    /// A function of the plugin.
    FunctionId;
    /// A variable, parameter, function name or compiler temporary.
    BindingId;
    /// An expression node.
    ExprId;
    /// A file compiled as part of the plugin.
    ModuleId;
}
