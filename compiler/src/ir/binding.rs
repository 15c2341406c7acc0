//! Bindings: everything that a name in source can resolve to.

use super::{FunctionId, ModuleId};
use crate::base::Span;

/// A variable. References in the IR are by id; two bindings never share an id, whatever their names.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The name in source; for temporaries a name that says what it holds.
    pub name: String,
    /// How it was declared.
    pub kind: BindingKind,
    /// The module or function that owns it (block scoping is resolved by distinct ids).
    pub scope: Scope,
    /// The declaring identifier.
    pub span: Span,
}

/// How a binding was declared. Decides hoisting, TDZ and assignability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BindingKind {
    /// `var`: hoisted, starts as `undefined`.
    Var,
    /// `let`: dead until its declaration runs.
    Let,
    /// `const`: dead until its declaration runs, assignment throws a TypeError.
    Const,
    /// `function f() {}`: hoisted with its value.
    Function(FunctionId),
    /// `class C {}`: as `let`.
    Class,
    /// A parameter.
    Param,
    /// `catch (e)`.
    Catch,
    /// The name of a function expression inside itself: `const f = function g() { g() }`. Writes are ignored.
    FunctionSelf(FunctionId),
    /// A namespace import, a CommonJS `module`/`exports` object or another value that lowering made up, constant.
    Synthetic,
    /// A temporary that desugaring made; assigned exactly once, before every read.
    Temp,
}

/// Who owns a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Top level of a file: one per plugin instance, lives as long as it.
    Module(ModuleId),
    /// One per call of the function (or per block or iteration within it).
    Function(FunctionId),
}
