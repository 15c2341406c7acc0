//! Classes and what only their code can say.

use super::body::Body;
use super::code::{Code, Repr};
use crate::ir::{Class, ClassMember, Expr, ExprKind, FunctionId, MemberKey, MethodRole};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

impl Body<'_> {
    /// An expression that belongs to classes.
    pub fn class_expr(&mut self, expr: &Expr) -> Code {
        match &expr.kind {
            ExprKind::DerivedThis(binding) => {
                let this = self.read(*binding).operand();
                Code::value(quote!(derived_this(cx, #this)?))
            }
            ExprKind::NewTarget => Code::value(quote!(new_target)),
            ExprKind::SuperMember { this, key } => {
                let (this, key) = (self.expr(this).operand(), self.key(key));
                Code::value(quote!(super_get(cx, home_object, #this, #key)?))
            }
            ExprKind::SuperCall { arguments, this } => {
                let arguments = self.arguments(arguments);
                let call = match this {
                    None => quote!(super_call(cx, active_function, new_target, #arguments)?),
                    Some(this) => {
                        let this = self.expr(this).operand();
                        quote!(super_call_once(cx, active_function, new_target, #arguments, #this)?)
                    }
                };
                Code::new(Repr::Object, call)
            }
            ExprKind::DerivedResult { value, this } => {
                let (value, this) = (self.expr(value).value_from(), self.expr(this).value_from());
                Code::loose(
                    Repr::Value,
                    quote!(match #value {
                        Value::Object(result) => Value::from(result),
                        Value::Undefined => #this,
                        _ => return Err(throw_derived_result(cx)),
                    }),
                )
            }
            ExprKind::Class(class) => self.class(class),
            ExprKind::StaticInitializer { class, function } => {
                let (class, function) = (self.expr(class).operand(), self.function_value(*function).tokens);
                Code::new(Repr::Unit, quote!(initialize_statics(cx, #class, #function)?))
            }
            ExprKind::DefineField { object, key, value } => self.define_field(object, key, value),
            ExprKind::PropertyKey(value) => {
                let value = self.expr(value).operand();
                Code::value(quote!(to_key_value(cx, #value)?))
            }
            ExprKind::PrivateName(name) => Code::value(quote!(private_name(cx, #name))),
            ExprKind::HasPrivate { name, object } => {
                let (name, object) = (self.expr(name).tokens, self.expr(object).operand());
                Code::new(Repr::Bool, quote!(has_private(cx, #name, #object)?))
            }
            _ => Code::undefined(),
        }
    }

    /// A function or class without a name, which takes that of a computed key (ECMA-262 §8.4.5, NamedEvaluation).
    pub fn is_anonymous(&self, value: &Expr) -> bool {
        match &value.kind {
            ExprKind::Function(function) => self.krate.program.functions[*function].name.is_empty(),
            ExprKind::Class(class) => class.name.is_empty(),
            // A class with static parts is made in a variable.
            ExprKind::Sequence(items) => match items.last().map(|item| &item.kind) {
                Some(ExprKind::Binding(made)) => items.iter().any(|item| match &item.kind {
                    ExprKind::Init { binding, value } => binding == made && self.is_anonymous(value),
                    _ => false,
                }),
                Some(_) | None => false,
            },
            _ => false,
        }
    }

    fn define_field(&mut self, object: &Expr, key: &MemberKey, value: &Expr) -> Code {
        let object = self.expr(object).receiver();
        let key_tokens = self.key(key);
        let names_function = matches!(key, MemberKey::Computed(_)) && self.is_anonymous(value);
        let value = self.expr(value).operand();
        let value = if names_function { quote!(named_after(cx, #key_tokens, #value)?) } else { value };
        let method = Self::ident(match key {
            MemberKey::Private { .. } => "define_private",
            MemberKey::Static(..) | MemberKey::Computed(_) => "define_field",
        });
        Code::new(Repr::Unit, quote!(#object.#method(cx, #key_tokens, #value)?))
    }

    /// `class { … }`
    fn class(&mut self, class: &Class) -> Code {
        let name = &class.name;
        let (length, captures, code) = match class.constructor {
            Some(constructor) => {
                let (captures, code) = self.closure_parts(constructor);
                (self.krate.program.functions[constructor].length, captures, code)
            }
            None if class.parent.is_some() => (0, Vec::new(), quote!(default_derived_constructor)),
            None => (0, Vec::new(), quote!(default_constructor)),
        };
        let length = Literal::u32_unsuffixed(length);
        let mut builder = match &class.parent {
            None => quote!(cx.class(#name, #length, [#(#captures),*], #code)),
            Some(parent) => {
                let parent = self.expr(parent).operand();
                quote!(cx.derived_class(#parent, #name, #length, [#(#captures),*], #code)?)
            }
        };
        for member in &class.members {
            let member = self.class_member(member);
            builder.extend(member);
        }
        if let Some(fields) = class.fields {
            let fields = self.function_value(fields).tokens;
            builder.extend(quote!(.fields(#fields)));
        }
        Code::new(Repr::Object, quote!(#builder.build()))
    }

    fn class_member(&mut self, member: &ClassMember) -> TokenStream {
        match member {
            ClassMember::Public { is_static, role, key, function } => {
                let key = match key {
                    MemberKey::Computed(key) => {
                        let key = self.expr(key);
                        key.key()
                    }
                    MemberKey::Static(..) | MemberKey::Private { .. } => self.key(key),
                };
                let function = self.function_value(*function).tokens;
                let method = role_method(*role);
                let method = if *is_static { Self::ident(&format!("static_{method}")) } else { method };
                quote!(.#method(#key, #function)?)
            }
            ClassMember::PrivateMethod { is_static, name, function } => {
                let (name, function) = (self.expr(name).tokens, self.function_value(*function).tokens);
                let method = Self::ident(if *is_static { "static_private_method" } else { "private_method" });
                quote!(.#method(#name, #function))
            }
            ClassMember::PrivateAccessor { is_static, name, get, set } => {
                let name = self.expr(name).tokens;
                let (get, set) = (self.accessor(*get), self.accessor(*set));
                let method = Self::ident(if *is_static { "static_private_accessor" } else { "private_accessor" });
                quote!(.#method(#name, #get, #set))
            }
        }
    }

    fn accessor(&mut self, function: Option<FunctionId>) -> TokenStream {
        match function {
            Some(function) => self.function_value(function).tokens,
            None => quote!(Value::Undefined),
        }
    }
}

/// The method of a builder that adds such a function.
pub fn role_method(role: MethodRole) -> Ident {
    Body::ident(match role {
        MethodRole::Method => "method",
        MethodRole::Getter => "getter",
        MethodRole::Setter => "setter",
    })
}
