//! Functions.

use super::{BindingId, ModuleId, Scope, Stmt};
use crate::base::Span;

/// A function of any form.
#[derive(Clone, Debug)]
pub struct Function {
    /// The name in source or the one that ECMA-262 §8.4 (NamedEvaluation) gives it; empty if anonymous.
    pub name: String,
    /// Its form.
    pub form: FunctionForm,
    /// Declared `async`.
    pub is_async: bool,
    /// Declared with `*`.
    pub is_generator: bool,
    /// Simple parameters; default values and patterns are the first statements of `body`.
    pub params: Vec<Param>,
    /// `...rest`, as an array.
    pub rest: Option<BindingId>,
    /// The JS `length`: parameters before the first default or rest.
    pub length: u32,
    /// The statements.
    pub body: Vec<Stmt>,
    /// How many statements at the start of `body` came from parameters (defaults, patterns).
    pub prologue: usize,
    /// File it stands in.
    pub module: ModuleId,
    /// Where it is declared: a module, or the function around it.
    pub parent: Scope,
    /// Bindings of the body that are hoisted to its start: `var`s and nested function declarations.
    pub hoisted: Vec<BindingId>,
    /// Whole function.
    pub span: Span,
    /// The body uses `this`, `super` or `new.target` (arrows count towards the function around them).
    pub uses_this: bool,
    /// It belongs to a package and nothing mentions it: it was not lowered, and is not emitted.
    pub is_left_out: bool,
    /// The variable `arguments`, if the body (or an arrow function in it) mentions it.
    pub arguments: Option<BindingId>,
    /// All parameters are plain names: in sloppy code `arguments` is mapped to them.
    pub has_simple_params: bool,
    /// It stands in strict code: a class, or a body with `"use strict"`.
    pub is_strict: bool,
    /// Author's comments before it (indices into `Program::comments`), where it is declared, also as `const name = () => …`.
    pub comments: Vec<u32>,
}

/// The syntactic form of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionForm {
    /// `function f() {}`
    Declaration,
    /// `function () {}`
    Expression,
    /// `() => …`
    Arrow,
    /// `{ m() {} }`, accessors, methods of classes, and what initializes the fields of a class.
    Method,
    /// The `constructor` of a class without `extends`.
    Constructor,
    /// The `constructor` of a class with `extends`.
    DerivedConstructor,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Where the argument arrives.
    pub binding: BindingId,
    /// Place in source.
    pub span: Span,
}
