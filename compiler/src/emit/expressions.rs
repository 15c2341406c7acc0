//! Expressions: names, literals, conditions. Operators, members, calls and assignments have files of their own.

use super::body::Body;
use super::classes::role_method;
use super::code::{Code, Precedence, Repr};
use crate::analyse::{FunctionRole, Storage, Type};
use crate::base::JsString;
use crate::ir::{
    ArrayElement, BindingId, Expr, ExprKind, LogicalOp, MemberKey, ObjectMember, ObjectMemberKey, UnaryOp,
};
use prickle_spec::Global;
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;

/// What `yield_from!` throws where it is not told otherwise.
const YIELD_FROM_ANYTHING: &str = "{callsite} is not iterable (cannot read property Symbol(Symbol.iterator))";

impl Body<'_> {
    /// An expression for its value.
    pub fn expr(&mut self, expr: &Expr) -> Code {
        let mut code = self.unmarked(expr);
        code.tokens = self.marked(code.tokens, expr);
        code
    }

    fn unmarked(&mut self, expr: &Expr) -> Code {
        match &expr.kind {
            ExprKind::Undefined => Code::undefined(),
            ExprKind::Null => Code::value(quote!(Value::Null)),
            ExprKind::Bool(value) => Code::new(Repr::Bool, quote!(#value)),
            ExprKind::Number(number) => Code::number(*number),
            ExprKind::String(text) => Code::text(text),
            ExprKind::Template { quasis, values } => self.template(quasis, values),
            ExprKind::Binding(binding) => self.read(*binding),
            ExprKind::Global(name) => Self::global(name),
            ExprKind::This => Code::value(quote!(this)),
            ExprKind::DerivedThis(_)
            | ExprKind::NewTarget
            | ExprKind::SuperMember { .. }
            | ExprKind::SuperCall { .. }
            | ExprKind::DerivedResult { .. }
            | ExprKind::Class(_)
            | ExprKind::StaticInitializer { .. }
            | ExprKind::DefineField { .. }
            | ExprKind::PropertyKey(_)
            | ExprKind::PrivateName(_)
            | ExprKind::HasPrivate { .. } => self.class_expr(expr),
            ExprKind::Member { object, key, optional: _ } => self.member(expr, object, key),
            ExprKind::Chain(inner) => self.chain(inner),
            ExprKind::Call { callee, arguments, optional: _, callee_text } => {
                self.call(expr, callee, arguments, callee_text)
            }
            ExprKind::New { callee, arguments, callee_text } => self.new_(expr, callee, arguments, callee_text),
            ExprKind::Function(function) => self.function_value(*function),
            ExprKind::Object(members) => self.object(members),
            ExprKind::Array(elements) => self.array(elements),
            ExprKind::Unary { op, operand } => self.unary(*op, operand),
            ExprKind::TypeofGlobal(name) => match prickle_spec::global(name) {
                Some(Global::Class(_) | Global::Function(_) | Global::Constant(_) | Global::GlobalObject) => {
                    let global = Self::global(name).receiver();
                    Code::new(Repr::Text, quote!(#global.type_of()))
                }
                Some(Global::Unsupported(_) | Global::Absent) | None => {
                    Code::new(Repr::Text, quote!(global_type_of(cx, #name)))
                }
            },
            ExprKind::Delete { object, key, optional: _ } => self.delete(object, key),
            ExprKind::Binary { op, left, right } => self.binary(*op, left, right),
            ExprKind::Logical { op, left, right } => self.logical(*op, left, right),
            ExprKind::Conditional { test, then, otherwise } => {
                let test = self.cond(test).tokens;
                let (then, otherwise) = (self.expr(then), self.expr(otherwise));
                let (repr, then, otherwise) = unify(then, otherwise);
                Code::loose(repr, quote!(if #test { #then } else { #otherwise }))
            }
            ExprKind::Assign { op, place, value } => self.assign_value(*op, place, value),
            ExprKind::Update { op, prefix, place } => self.update_value(*op, *prefix, place),
            ExprKind::Sequence(exprs) => self.sequence(exprs),
            ExprKind::Init { .. } => {
                let effect = self.effect(expr);
                Code::loose(Repr::Value, quote!({ #effect Value::Undefined }))
            }
            ExprKind::Await(inner) if self.krate.facts.features.promises => {
                let awaited = self.expr(inner);
                let awaited = match awaited.repr {
                    Repr::Value | Repr::Object => awaited.receiver(),
                    _ => awaited.value_from(),
                };
                Code::value(quote!(#awaited.settled(cx).await?))
            }
            ExprKind::Await(inner) => self.expr(inner),
            ExprKind::Regex { pattern, flags } => Code::regexp(&pattern.display(), flags),
            ExprKind::Error => Code::undefined(),
            ExprKind::RequireObject { value, message } => {
                let code = self.expr(value);
                if self.ty(value).is_coercible() {
                    return code;
                }
                let (receiver, require) = (code.receiver(), self.worded("require_object_coercible", message));
                Code::value(quote!(#receiver.#require(cx)?))
            }
            ExprKind::ObjectRest { source, excluded } => {
                let source = self.expr(source).receiver();
                Code::new(Repr::Object, self.object_rest(&source, excluded))
            }
            ExprKind::IteratorOpen { value, not_iterable } => {
                let (value, iterate) = (self.expr(value).receiver(), self.worded("iterate", not_iterable));
                Code::new(Repr::Iterator, quote!(#value.#iterate(cx)?))
            }
            ExprKind::IteratorNext(binding) => {
                let name = self.name(*binding);
                Code::value(quote!(#name.next_or_undefined(cx)?))
            }
            ExprKind::IteratorRest(binding) => {
                let name = self.name(*binding);
                Code::new(Repr::Object, quote!(#name.rest(cx)?))
            }
            ExprKind::IteratorClose(binding) => {
                let name = self.name(*binding);
                let is_needed = self.krate.facts.features.closable_iterators;
                Code::new(Repr::Unit, if is_needed { quote!(#name.close(cx)?) } else { TokenStream::new() })
            }
            ExprKind::Yield(value) => {
                let (value, open) = (self.expr(value).operand(), self.open_iterations());
                Code::value(quote!(yield_!(cx, generator, #value #(, #open)*)))
            }
            ExprKind::YieldFrom { value, not_iterable } => {
                let (value, open) = (self.expr(value).operand(), self.open_iterations());
                let message = (not_iterable != YIELD_FROM_ANYTHING).then(|| quote!(, #not_iterable));
                Code::value(quote!(yield_from!(cx, generator, #value #message #(, #open)*)))
            }
            ExprKind::BigInt(digits) => Code::value(quote!(bigint_literal(cx, #digits)?)),
            ExprKind::TemplateObject { site, cooked, raw } => Self::template_object(*site, cooked, raw),
            ExprKind::OrDefault { value, default } => self.or_default(value, default),
        }
    }

    /// The strings of a tagged template.
    fn template_object(site: u32, cooked: &[Option<JsString>], raw: &[JsString]) -> Code {
        let site = Literal::u32_unsuffixed(site);
        let raw_values = raw.iter().map(|text| Code::text(text).into_value());
        let is_plain = cooked.iter().zip(raw).all(|(cooked, raw)| cooked.as_ref() == Some(raw));
        if is_plain {
            return Code::new(Repr::Object, quote!(template_object(cx, #site, &[#(#raw_values),*], &[])));
        }
        let cooked = cooked.iter().map(|text| match text {
            Some(text) => Code::text(text).into_value(),
            None => Code::undefined().tokens,
        });
        Code::new(Repr::Object, quote!(template_object(cx, #site, &[#(#cooked),*], &[#(#raw_values),*])))
    }

    fn object_rest(&mut self, source: &TokenStream, excluded: &[MemberKey]) -> TokenStream {
        if excluded.is_empty() {
            return quote!(#source.object_rest::<&str>(cx, &[])?);
        }
        let all_text = excluded.iter().all(|key| matches!(key, MemberKey::Static(key, _) if key.as_str().is_some()));
        let keys: Vec<TokenStream> = excluded
            .iter()
            .map(|key| {
                let code = match key {
                    MemberKey::Static(key, _) => Code::text(key),
                    MemberKey::Computed(key) | MemberKey::Private { name: key, brand: _ } => self.expr(key),
                };
                if all_text { code.tokens } else { code.value_from() }
            })
            .collect();
        quote!(#source.object_rest(cx, &[#(#keys),*])?)
    }

    /// Reads a variable.
    pub fn read(&mut self, binding: BindingId) -> Code {
        if let Some(argument) = self.inlined.get(&binding) {
            return Code::value(argument.clone());
        }
        let facts = &self.krate.facts.bindings[binding];
        let name = self.name(binding);
        match facts.storage {
            Storage::Local if self.is_int32(binding) => Code::new(Repr::Number, quote!(f64::from(#name))),
            Storage::Local => Code::new(self.repr(binding), quote!(#name)),
            Storage::Cell if facts.needs_tdz_check => Code::value(quote!(#name.get_checked(cx)?)),
            Storage::Cell => Code::value(quote!(#name.get())),
            Storage::Slot(_) => {
                let path = self.slot(binding);
                if facts.needs_tdz_check {
                    Code::value(quote!(#path.get_checked(cx)?))
                } else {
                    Code::value(quote!(#path.get(cx)))
                }
            }
            Storage::Constant => {
                let path = self.slot(binding);
                let repr = match facts.ty {
                    Type::Number => Repr::Number,
                    Type::Bool => Repr::Bool,
                    _ => Repr::Text,
                };
                Code::new(repr, path)
            }
            Storage::Unused | Storage::Item => Code::undefined(),
        }
    }

    /// Reads a name that nobody declares.
    pub fn global(name: &str) -> Code {
        match prickle_spec::global(name) {
            Some(Global::Constant(row)) => {
                let path: syn::Path = syn::parse_str(row.rust).expect("rows name Rust paths");
                match row.returns {
                    prickle_spec::Ty::Num => Code::new(Repr::Number, quote!(#path)),
                    _ => Code::value(quote!(#path)),
                }
            }
            Some(Global::GlobalObject) => Code::value(quote!(global_object(cx))),
            Some(Global::Class(_) | Global::Function(_) | Global::Unsupported(_) | Global::Absent) | None => {
                Code::value(quote!(global_get(cx, #name)?))
            }
        }
    }

    /// `a${b}c`
    fn template(&mut self, quasis: &[JsString], values: &[Expr]) -> Code {
        let mut pieces = Pieces::default();
        for (index, quasi) in quasis.iter().enumerate() {
            pieces.text(quasi);
            if let Some(value) = values.get(index) {
                let code = self.expr(value);
                pieces.value(code);
            }
        }
        pieces.finish()
    }

    fn object(&mut self, members: &[ObjectMember]) -> Code {
        let plain = members.iter().all(|member| {
            matches!(member, ObjectMember::Property { key: ObjectMemberKey::Static(key), .. } if key.as_str().is_some())
        });
        if members.is_empty() {
            return Code::new(Repr::Object, quote!(Object::plain(cx)));
        }
        if plain {
            let entries: Vec<TokenStream> = members
                .iter()
                .filter_map(|member| match member {
                    ObjectMember::Property { key: ObjectMemberKey::Static(key), value } => {
                        let value = self.expr(value).into_value();
                        let key = Code::text(key).tokens;
                        Some(quote!((#key, #value)))
                    }
                    ObjectMember::Property { .. }
                    | ObjectMember::Method { .. }
                    | ObjectMember::Spread(_)
                    | ObjectMember::Prototype(_) => None,
                })
                .collect();
            return Code::new(Repr::Object, quote!(cx.object([#(#entries),*])));
        }
        let mut builder = quote!(cx.object_builder());
        for member in members {
            match member {
                ObjectMember::Property { key: ObjectMemberKey::Static(key), value } => {
                    let (key, value) = (Code::text(key).tokens, self.expr(value).operand());
                    builder.extend(quote!(.property(#key, #value)));
                }
                ObjectMember::Property { key: ObjectMemberKey::Computed(key), value } => {
                    let key_is_primitive = self.ty(key).is_primitive();
                    let key = self.expr(key);
                    let key = if key_is_primitive || self.is_simple(value) {
                        key.key()
                    } else {
                        let key = key.receiver();
                        quote!(#key.to_property_key(cx)?)
                    };
                    // A function without a name gets the key's, see ECMA-262 §8.4.5 (NamedEvaluation).
                    let method = Self::ident(if self.is_anonymous(value) { "computed_function" } else { "computed" });
                    let value = self.expr(value).operand();
                    builder.extend(quote!(.#method(cx, #key, #value)?));
                }
                ObjectMember::Method { role, key, function } => {
                    let key = match key {
                        ObjectMemberKey::Static(key) => Code::text(key).tokens,
                        ObjectMemberKey::Computed(key) => self.expr(key).key(),
                    };
                    let (method, function) = (role_method(*role), self.function_value(*function).tokens);
                    builder.extend(quote!(.#method(cx, #key, #function)?));
                }
                ObjectMember::Spread(value) => {
                    let value = self.expr(value).operand();
                    builder.extend(quote!(.spread(cx, #value)?));
                }
                ObjectMember::Prototype(value) => {
                    let value = self.expr(value).operand();
                    builder.extend(quote!(.prototype(cx, #value)));
                }
            }
        }
        Code::new(Repr::Object, quote!(#builder.build()))
    }

    fn array(&mut self, elements: &[ArrayElement]) -> Code {
        let plain = elements.iter().all(|element| matches!(element, ArrayElement::Value(_)));
        if plain {
            let values: Vec<TokenStream> = elements
                .iter()
                .filter_map(|element| match element {
                    ArrayElement::Value(value) => Some(self.expr(value).into_value()),
                    ArrayElement::Hole | ArrayElement::Spread { .. } => None,
                })
                .collect();
            return Code::new(Repr::Object, quote!(cx.array([#(#values),*])));
        }
        let mut builder = quote!(cx.array_builder());
        for element in elements {
            match element {
                ArrayElement::Hole => builder.extend(quote!(.hole())),
                ArrayElement::Value(value) => {
                    let value = self.expr(value).operand();
                    builder.extend(quote!(.value(#value)));
                }
                ArrayElement::Spread { value, not_iterable } => {
                    let value = self.expr(value).operand();
                    let spread = self.worded("spread", not_iterable);
                    builder.extend(quote!(.#spread(cx, #value)?));
                }
            }
        }
        Code::new(Repr::Object, quote!(#builder.build()))
    }

    fn sequence(&mut self, exprs: &[Expr]) -> Code {
        let Some((last, before)) = exprs.split_last() else {
            return Code::undefined();
        };
        let mut effects = self.predeclare_bindings(&made_by(before));
        effects.extend(before.iter().map(|expr| self.effect(expr)).collect::<TokenStream>());
        let last = self.expr(last);
        if effects.is_empty() {
            return last;
        }
        let (repr, tokens) = (last.repr, last.tokens);
        Code::loose(repr, quote!({ #effects #tokens }))
    }

    fn or_default(&mut self, value: &Expr, default: &Expr) -> Code {
        let ty = self.ty(value);
        if ty != Type::Undefined && ty != Type::Any && ty != Type::Never {
            return self.expr(value);
        }
        let code = self.expr(value);
        let default_code = self.expr(default);
        if self.is_simple(default) {
            let receiver = code.receiver();
            let default = default_code.operand();
            return Code::value(quote!(#receiver.or_default(#default)));
        }
        let default = default_code.value_from();
        if self.is_duplicable(value) {
            let receiver = code.receiver();
            return Code::loose(Repr::Value, quote!(if #receiver.is_undefined() { #default } else { #receiver }));
        }
        let scrutinee = code.tokens;
        Code::loose(Repr::Value, quote!(match #scrutinee { Value::Undefined => #default, value => value }))
    }

    /// ToBoolean of an expression.
    pub fn cond(&mut self, expr: &Expr) -> Code {
        let mut code = self.unmarked_cond(expr);
        code.tokens = self.marked(code.tokens, expr);
        code
    }

    fn unmarked_cond(&mut self, expr: &Expr) -> Code {
        match &expr.kind {
            ExprKind::Unary { op: UnaryOp::Not, operand } => self.not(operand),
            ExprKind::Logical { op: op @ (LogicalOp::And | LogicalOp::Or), left, right } => {
                let (left, right) = (self.cond(left), self.cond(right));
                if *op == LogicalOp::And {
                    let (left, right) = (left.at(Precedence::And), right.at(Precedence::And));
                    Code::operator(Repr::Bool, Precedence::And, quote!(#left && #right))
                } else {
                    let (left, right) = (left.at(Precedence::Or), right.at(Precedence::Or));
                    Code::operator(Repr::Bool, Precedence::Or, quote!(#left || #right))
                }
            }
            ExprKind::Await(inner) if !self.krate.facts.features.promises => self.cond(inner),
            _ => self.expr(expr).truthy(),
        }
    }

    /// The negation of ToBoolean of an expression.
    pub fn not(&mut self, expr: &Expr) -> Code {
        let mut code = self.unmarked_not(expr);
        code.tokens = self.marked(code.tokens, expr);
        code
    }

    fn unmarked_not(&mut self, expr: &Expr) -> Code {
        if let ExprKind::Unary { op: UnaryOp::Not, operand } = &expr.kind {
            return self.cond(operand);
        }
        if let ExprKind::Binary { op, left, right } = &expr.kind
            && let Some(op) = super::operators::negated(*op)
        {
            return self.binary(op, left, right).truthy();
        }
        let condition = self.cond(expr).at(Precedence::Unary);
        Code::operator(Repr::Bool, Precedence::Unary, quote!(!#condition))
    }

    /// The function is written where it stands, as a Rust closure for a builtin.
    pub fn is_callback(&self, expr: &Expr) -> bool {
        match expr.kind {
            ExprKind::Function(function) => self.krate.facts.functions[function].role == FunctionRole::Callback,
            _ => false,
        }
    }
}

/// Two branches of one type.
pub fn unify(a: Code, b: Code) -> (Repr, TokenStream, TokenStream) {
    if a.repr == b.repr && a.repr != Repr::Unit {
        return (a.repr, a.tokens, b.tokens);
    }
    if matches!((a.repr, b.repr), (Repr::Str, Repr::Text) | (Repr::Text, Repr::Str)) {
        return (Repr::Str, a.coerce(Repr::Str), b.coerce(Repr::Str));
    }
    (Repr::Value, a.value_from(), b.value_from())
}

/// The tokens have a block where a condition would have to be read twice.
pub fn has_block(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace || has_block(&group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// The pieces of a `js_format!`.
#[derive(Default)]
pub struct Pieces {
    format: String,
    values: Vec<TokenStream>,
}

impl Pieces {
    /// Constant text.
    pub fn text(&mut self, text: &JsString) {
        match text.as_str() {
            Some(text) => self.format.push_str(&text.replace('{', "{{").replace('}', "}}")),
            None => self.value(Code::text(text)),
        }
    }

    /// A value that goes through ToString.
    pub fn value(&mut self, code: Code) {
        self.format.push_str("{}");
        self.values.push(match code.repr {
            Repr::Unit | Repr::Option => code.value_from(),
            Repr::Value | Repr::Number | Repr::Bool | Repr::Str | Repr::Text | Repr::Object | Repr::Iterator => {
                code.tokens
            }
        });
    }

    /// The string.
    pub fn finish(self) -> Code {
        let Self { format, values } = self;
        if values.is_empty() {
            let text = format.replace("{{", "{").replace("}}", "}");
            return Code::new(Repr::Text, quote!(#text));
        }
        Code::new(Repr::Str, quote!(js_format!(cx, #format #(, #values)*)?))
    }
}

/// The variables that these expressions declare, such as the name that a class has inside itself.
pub(super) fn made_by(exprs: &[Expr]) -> Vec<BindingId> {
    exprs
        .iter()
        .filter_map(|expr| match expr.kind {
            ExprKind::Init { binding, .. } => Some(binding),
            _ => None,
        })
        .collect()
}
