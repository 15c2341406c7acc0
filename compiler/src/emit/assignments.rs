//! Assignments and `++`/`--`.

use super::body::Body;
use super::code::{Code, Repr};
use crate::analyse::{Storage, Type, Visitor, walk_expr};
use crate::ir::{AssignOp, BinaryOp, BindingId, BindingKind, Expr, ExprKind, LogicalOp, MemberKey, Place, UpdateOp};
use proc_macro2::TokenStream;
use quote::quote;

/// A place whose object and key are evaluated.
struct Target {
    /// Statements that evaluated them.
    before: TokenStream,
    read: Option<Code>,
    kind: TargetKind,
}

/// Whether object and key of a place may be written where the store is, instead of into variables before.
#[derive(Clone, Copy)]
enum Inline {
    /// The store evaluates object, key and value in this order, or the order does not matter.
    Always,
    /// If they are names or literals.
    IfDuplicable,
    /// The value may assign the variables that they name.
    Never,
}

impl Inline {
    fn unless(value: &Expr) -> Self {
        if assigns_anything(value) { Self::Never } else { Self::IfDuplicable }
    }
}

enum TargetKind {
    Binding(BindingId),
    Global(String),
    Member {
        object: TokenStream,
        key: TokenStream,
    },
    Private {
        object: TokenStream,
        name: TokenStream,
        brand: TokenStream,
    },
    Super {
        this: TokenStream,
        key: TokenStream,
    },
    /// Nothing is stored.
    Ignored,
    /// `const`
    Constant(BindingId),
}

impl Body<'_> {
    /// `place op value` as a statement.
    pub fn assign_statement(&mut self, op: AssignOp, place: &Place, value: &Expr) -> TokenStream {
        if let Place::Binding(binding, _) = place
            && self.is_int32(*binding)
        {
            return self.assign_int32(*binding, op, value);
        }
        match op {
            AssignOp::Assign => {
                let target = self.target(place, false, Inline::Always);
                let code = self.expr(value);
                let store = self.store(&target, code);
                let before = target.before;
                wrap(before, store)
            }
            AssignOp::Binary(op) => {
                if let Some(code) = self.assign_in_place(op, place, value) {
                    return code;
                }
                let target = self.target(place, true, Inline::unless(value));
                let result = self.combined(op, place, &target, value);
                let store = self.store(&target, result);
                wrap(target.before, store)
            }
            AssignOp::Logical(op) => {
                let target = self.target(place, true, Inline::unless(value));
                let old = target.read.clone().unwrap_or_else(Code::undefined);
                let condition = logical_condition(op, old);
                let code = self.expr(value);
                let store = self.store(&target, code);
                wrap(target.before, quote!(if #condition { #store }))
            }
        }
    }

    /// `place op value` for its value.
    pub fn assign_value(&mut self, op: AssignOp, place: &Place, value: &Expr) -> Code {
        let inline =
            if op == AssignOp::Assign && self.is_simple(value) { Inline::Always } else { Inline::unless(value) };
        let target = self.target(place, op != AssignOp::Assign, inline);
        let before = target.before.clone();
        let result = match op {
            AssignOp::Assign => self.expr(value),
            AssignOp::Binary(op) => self.combined(op, place, &target, value),
            AssignOp::Logical(op) => {
                let old = target.read.clone().unwrap_or_else(Code::undefined);
                let (name, old_value) = (self.fresh("value"), old.value_from());
                let condition = logical_condition(op, Code::value(quote!(#name)));
                let new = self.expr(value).value_from();
                let new_name = self.fresh("assigned");
                let store = self.store(&target, Code::value(quote!(#new_name)));
                return Code::loose(
                    Repr::Value,
                    quote!({ #before let #name = #old_value; if #condition { let #new_name = #new; #store #new_name } else { #name } }),
                );
            }
        };
        // A variable holds exactly what the expression is.
        if let TargetKind::Binding(binding) = target.kind
            && self.storage(binding) == Storage::Local
        {
            let (repr, name) = (self.repr(binding), self.name(binding));
            let store = self.store(&target, result);
            return Code::loose(repr, quote!({ #before #store #name }));
        }
        let repr = if matches!(result.repr, Repr::Unit | Repr::Option) { Repr::Value } else { result.repr };
        let name = self.fresh("value");
        let value = result.coerce_from(repr);
        let store = self.store(&target, Code::new(repr, quote!(#name)));
        Code::loose(repr, quote!({ #before let #name = #value; #store #name }))
    }

    /// `x += y` where Rust's operator does the same.
    fn assign_in_place(&mut self, op: BinaryOp, place: &Place, value: &Expr) -> Option<TokenStream> {
        let Place::Binding(binding, _) = place else { return None };
        let sign = match op {
            BinaryOp::Add => quote!(+=),
            BinaryOp::Sub => quote!(-=),
            BinaryOp::Mul => quote!(*=),
            BinaryOp::Div => quote!(/=),
            _ => return None,
        };
        let is_plain = self.storage(*binding) == Storage::Local && self.repr(*binding) == Repr::Number;
        if !is_plain || self.ty(value) != Type::Number || assigns(value, *binding) {
            return None;
        }
        let (name, value) = (self.name(*binding), self.expr(value).into_number().tokens);
        Some(quote!(#name #sign #value;))
    }

    /// The old value of the place combined with the new one.
    fn combined(&mut self, op: BinaryOp, place: &Place, target: &Target, value: &Expr) -> Code {
        let old = target.read.clone().unwrap_or_else(Code::undefined);
        let old_type = match place {
            Place::Binding(binding, _) => self.krate.facts.bindings[*binding].ty,
            Place::Global(..) | Place::Member { .. } | Place::Super { .. } | Place::Error(_) => Type::Any,
        };
        let new_type = self.ty(value);
        let concatenates = op == BinaryOp::Add
            && old_type.is_primitive()
            && new_type.is_primitive()
            && (old_type == Type::String || new_type == Type::String);
        if concatenates {
            let mut pieces = super::expressions::Pieces::default();
            pieces.value(old);
            self.concatenated(value, &mut pieces);
            return pieces.finish();
        }
        let new = self.expr(value);
        let order_is_free = old_type.is_primitive() || self.is_simple(value);
        self.arithmetic(op, (old, old_type), (new, new_type), order_is_free)
    }

    /// Evaluates object and key of a place. `reads`: its old value is needed.
    fn target(&mut self, place: &Place, reads: bool, inline: Inline) -> Target {
        match place {
            Place::Binding(binding, _) => {
                let kind = match self.krate.program.bindings[*binding].kind {
                    BindingKind::Const => TargetKind::Constant(*binding),
                    BindingKind::FunctionSelf(_) if self.is_strict() => TargetKind::Constant(*binding),
                    BindingKind::FunctionSelf(_) => TargetKind::Ignored,
                    BindingKind::Var
                    | BindingKind::Let
                    | BindingKind::Class
                    | BindingKind::Param
                    | BindingKind::Catch
                    | BindingKind::Function(_)
                    | BindingKind::Synthetic
                    | BindingKind::Temp => TargetKind::Binding(*binding),
                };
                let read = reads.then(|| self.read(*binding));
                Target { before: TokenStream::new(), read, kind }
            }
            Place::Global(name, _) => {
                let read = reads.then(|| Self::global(name));
                Target { before: TokenStream::new(), read, kind: TargetKind::Global(name.clone()) }
            }
            Place::Member { object, key, span: _ } => self.member_target(object, key, reads, inline),
            Place::Super { this, key, span: _ } => self.super_target(this, key, reads, inline),
            Place::Error(_) => Target { before: TokenStream::new(), read: None, kind: TargetKind::Ignored },
        }
    }

    fn member_target(&mut self, object: &Expr, key: &MemberKey, reads: bool, inline: Inline) -> Target {
        let mut before = TokenStream::new();
        let object_inline = match inline {
            Inline::Always => true,
            Inline::IfDuplicable => self.is_duplicable(object),
            Inline::Never => false,
        };
        let key_inline = match inline {
            Inline::Always => true,
            Inline::IfDuplicable => self.key_is_duplicable(key),
            Inline::Never => matches!(key, MemberKey::Static(..) | MemberKey::Private { .. }),
        };
        let object_tokens = if object_inline {
            self.expr(object).receiver()
        } else {
            let name = self.fresh("object");
            let value = self.expr(object).value_from();
            before.extend(quote!(let #name = #value;));
            quote!(#name)
        };
        let key_tokens = if key_inline {
            self.key(key)
        } else {
            let name = self.fresh("key");
            let code = match key {
                MemberKey::Computed(key) if !self.ty(key).is_primitive() => {
                    let key = self.expr(key).receiver();
                    quote!(#key.to_property_key(cx)?)
                }
                MemberKey::Computed(_) | MemberKey::Static(..) | MemberKey::Private { .. } => self.key(key),
            };
            before.extend(quote!(let #name = #code;));
            quote!(#name)
        };
        if let MemberKey::Private { name: _, brand } = key {
            let brand = super::members::brand_tokens(brand);
            let read = reads.then(|| Code::value(quote!(#object_tokens.get_private(cx, #key_tokens, #brand)?)));
            let kind = TargetKind::Private { object: object_tokens, name: key_tokens, brand };
            return Target { before, read, kind };
        }
        let read = reads.then(|| Code::value(quote!(#object_tokens.get(cx, #key_tokens)?)));
        Target { before, read, kind: TargetKind::Member { object: object_tokens, key: key_tokens } }
    }

    fn super_target(&mut self, this: &Expr, key: &MemberKey, reads: bool, inline: Inline) -> Target {
        let Target { before, read: _, kind } = self.member_target(this, key, false, inline);
        let TargetKind::Member { object: this, key } = kind else {
            return Target { before, read: None, kind: TargetKind::Ignored };
        };
        let read = reads.then(|| Code::value(quote!(super_get(cx, home_object, #this, #key)?)));
        Target { before, read, kind: TargetKind::Super { this, key } }
    }

    /// The statement that stores.
    fn store(&mut self, target: &Target, value: Code) -> TokenStream {
        match &target.kind {
            TargetKind::Binding(binding) => self.store_binding(*binding, value),
            TargetKind::Global(name) => {
                let value = value.operand();
                let set = Self::ident(if self.is_strict() { "global_set_strict" } else { "global_set" });
                quote!(#set(cx, #name, #value)?;)
            }
            TargetKind::Member { object, key } => {
                let value = value.operand();
                let set = Self::ident(if self.is_strict() { "set_strict" } else { "set" });
                quote!(#object.#set(cx, #key, #value)?;)
            }
            TargetKind::Private { object, name, brand } => {
                let value = value.operand();
                quote!(#object.set_private(cx, #name, #brand, #value)?;)
            }
            TargetKind::Super { this, key } => {
                let value = value.operand();
                let set = Self::ident(if self.is_strict() { "super_set_strict" } else { "super_set" });
                quote!(#set(cx, home_object, #this, #key, #value)?;)
            }
            TargetKind::Ignored => {
                let value = value.tokens;
                quote!(let _ = #value;)
            }
            TargetKind::Constant(binding) => {
                let value = value.tokens;
                let check = self.krate.facts.bindings[*binding].needs_tdz_check.then(|| {
                    let read = self.read(*binding).tokens;
                    quote!(#read;)
                });
                quote!(let _ = #value; #check return Err(throw_error(cx, ErrorKind::Type, "Assignment to constant variable."));)
            }
        }
    }

    fn store_binding(&mut self, binding: BindingId, value: Code) -> TokenStream {
        let facts = &self.krate.facts.bindings[binding];
        let name = self.name(binding);
        match facts.storage {
            Storage::Local => {
                let value = value.coerce(self.repr(binding));
                quote!(#name = #value;)
            }
            Storage::Cell => {
                let value = value.operand();
                if facts.needs_tdz_check {
                    quote!(#name.set_checked(cx, #value)?;)
                } else {
                    quote!(#name.set(cx, #value);)
                }
            }
            Storage::Slot(_) => {
                let (path, value) = (self.slot(binding), value.operand());
                if facts.needs_tdz_check {
                    quote!(#path.set_checked(cx, #value)?;)
                } else {
                    quote!(#path.set(cx, #value);)
                }
            }
            Storage::Unused | Storage::Item | Storage::Constant => {
                let value = value.tokens;
                quote!(let _ = #value;)
            }
        }
    }

    /// `place++` as a statement.
    pub fn update_statement(&mut self, op: UpdateOp, place: &Place) -> TokenStream {
        if let Place::Binding(binding, _) = place
            && self.storage(*binding) == Storage::Local
            && self.repr(*binding) == Repr::Number
            && self.krate.program.bindings[*binding].kind != BindingKind::Const
        {
            let (name, sign) = (self.name(*binding), in_place_sign(op));
            return if self.is_int32(*binding) { quote!(#name #sign 1;) } else { quote!(#name #sign 1.0;) };
        }
        let target = self.target(place, true, Inline::IfDuplicable);
        let old = target.read.clone().unwrap_or_else(Code::undefined);
        let new = if self.may_be_bigint(self.place_type(place)) {
            stepped_numeric(op, &old.operand())
        } else {
            stepped(op, &old.into_number())
        };
        let store = self.store(&target, new);
        wrap(target.before, store)
    }

    /// The type of what is stored in a place.
    fn place_type(&self, place: &Place) -> Type {
        match place {
            Place::Binding(binding, _) => self.krate.facts.bindings[*binding].ty,
            Place::Global(..) | Place::Member { .. } | Place::Super { .. } | Place::Error(_) => Type::Any,
        }
    }

    /// `place++` for its value.
    pub fn update_value(&mut self, op: UpdateOp, prefix: bool, place: &Place) -> Code {
        let target = self.target(place, true, Inline::IfDuplicable);
        let before = target.before.clone();
        let old = target.read.clone().unwrap_or_else(Code::undefined);
        let name = self.fresh(if prefix { "value" } else { "old" });
        if self.may_be_bigint(self.place_type(place)) {
            let old = old.operand();
            if prefix {
                let new = stepped_numeric(op, &old).tokens;
                let store = self.store(&target, Code::value(quote!(#name)));
                return Code::loose(Repr::Value, quote!({ #before let #name = #new; #store #name }));
            }
            let store = self.store(&target, stepped_numeric(op, &quote!(#name)));
            return Code::loose(
                Repr::Value,
                quote!({ #before let #name = numeric::to_numeric(cx, #old)?; #store #name }),
            );
        }
        let old = old.into_number();
        if prefix {
            let new = stepped(op, &old).tokens;
            let store = self.store(&target, Code::new(Repr::Number, quote!(#name)));
            return Code::loose(Repr::Number, quote!({ #before let #name = #new; #store #name }));
        }
        let old = old.tokens;
        let new = stepped(op, &Code::new(Repr::Number, quote!(#name)));
        let store = self.store(&target, new);
        Code::loose(Repr::Number, quote!({ #before let #name = #old; #store #name }))
    }
}

fn in_place_sign(op: UpdateOp) -> TokenStream {
    match op {
        UpdateOp::Increment => quote!(+=),
        UpdateOp::Decrement => quote!(-=),
    }
}

fn stepped(op: UpdateOp, old: &Code) -> Code {
    use super::code::Precedence;
    let old = old.at(Precedence::Sum);
    let tokens = match op {
        UpdateOp::Increment => quote!(#old + 1.0),
        UpdateOp::Decrement => quote!(#old - 1.0),
    };
    Code::operator(Repr::Number, Precedence::Sum, tokens)
}

/// One more or less, where it may be a BigInt.
fn stepped_numeric(op: UpdateOp, old: &TokenStream) -> Code {
    Code::value(match op {
        UpdateOp::Increment => quote!(numeric::increment(cx, #old)?),
        UpdateOp::Decrement => quote!(numeric::decrement(cx, #old)?),
    })
}

/// The condition under which `op=` stores.
fn logical_condition(op: LogicalOp, old: Code) -> TokenStream {
    match op {
        LogicalOp::And => old.truthy().tokens,
        LogicalOp::Or => {
            let truthy = old.truthy().postfix();
            quote!(!#truthy)
        }
        LogicalOp::Nullish => old.nullish(),
    }
}

fn wrap(before: TokenStream, code: TokenStream) -> TokenStream {
    if before.is_empty() { code } else { quote!({ #before #code }) }
}

/// The expression stores something in some variable.
fn assigns_anything(expr: &Expr) -> bool {
    struct Finder(bool);
    impl Visitor for Finder {
        fn expr(&mut self, expr: &Expr) {
            self.0 |= matches!(expr.kind, ExprKind::Assign { .. } | ExprKind::Update { .. });
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder(false);
    finder.expr(expr);
    finder.0
}

/// The expression stores something in the variable.
fn assigns(expr: &Expr, binding: BindingId) -> bool {
    struct Finder(BindingId, bool);
    impl Visitor for Finder {
        fn expr(&mut self, expr: &Expr) {
            if let ExprKind::Assign { place: Place::Binding(binding, _), .. }
            | ExprKind::Update { place: Place::Binding(binding, _), .. } = &expr.kind
            {
                self.1 |= *binding == self.0;
            }
            walk_expr(self, expr);
        }
    }
    let mut finder = Finder(binding, false);
    finder.expr(expr);
    finder.1
}
