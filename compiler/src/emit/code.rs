//! Pieces of Rust expressions, with what is known about them.

use crate::analyse::Type;
use crate::base::JsString;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The Rust type of an expression or variable in generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repr {
    /// `Value<'h>`
    Value,
    /// `f64`
    Number,
    /// `bool`
    Bool,
    /// `JsStr<'h>`
    Str,
    /// `&'static str`
    Text,
    /// `Object<'h>`
    Object,
    /// `()`, for `undefined`
    Unit,
    /// `Option<…>` of a string or number, for a result that may be `undefined`
    Option,
    /// An open iterator.
    Iterator,
}

impl Repr {
    /// How a variable of this type is kept.
    pub fn of(ty: Type) -> Self {
        match ty {
            Type::Bool => Self::Bool,
            Type::Number => Self::Number,
            Type::String => Self::Str,
            Type::Array | Type::Map | Type::Set | Type::Function | Type::Error | Type::Instance(_) | Type::Object => {
                Self::Object
            }
            Type::Iterator => Self::Iterator,
            Type::Never | Type::Undefined | Type::Null | Type::Meta | Type::Host(_) | Type::Any => Self::Value,
        }
    }

    /// How a result of this type is returned.
    pub fn of_result(ty: Type) -> Self {
        match ty {
            Type::Undefined => Self::Unit,
            other => Self::of(other),
        }
    }

    /// The Rust type as written.
    pub fn ty(self) -> TokenStream {
        match self {
            Self::Value | Self::Option | Self::Iterator => quote!(Value<'h>),
            Self::Number => quote!(f64),
            Self::Bool => quote!(bool),
            Self::Str => quote!(JsStr<'h>),
            Self::Text => quote!(&'static str),
            Self::Object => quote!(Object<'h>),
            Self::Unit => quote!(()),
        }
    }

    /// The Rust type where its lifetime is inferred.
    pub fn bare_ty(self) -> TokenStream {
        match self {
            Self::Value | Self::Option | Self::Iterator => quote!(Value),
            Self::Str => quote!(JsStr),
            Self::Object => quote!(Object),
            Self::Number | Self::Bool | Self::Text | Self::Unit => self.ty(),
        }
    }

    /// `JsResult<'h>` of it.
    pub fn result(self) -> TokenStream {
        if self == Self::Value {
            return quote!(JsResult<'h>);
        }
        let ty = self.ty();
        quote!(JsResult<'h, #ty>)
    }
}

/// How tightly an expression binds; weaker ones need parentheses in stronger places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precedence {
    /// Blocks, `if`, `match`, closures, assignments.
    Any,
    /// `||`
    Or,
    /// `&&`
    And,
    /// `<` and the like.
    Compare,
    /// `+`
    Sum,
    /// `*`
    Product,
    /// `-x`, `!x`
    Unary,
    /// Calls, paths, literals, `?`.
    Postfix,
}

/// A Rust expression.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its text.
    pub tokens: TokenStream,
    /// Its type.
    pub repr: Repr,
    /// How tightly it binds.
    pub precedence: Precedence,
}

impl Code {
    /// A call, path or literal.
    pub fn new(repr: Repr, tokens: TokenStream) -> Self {
        Self { tokens, repr, precedence: Precedence::Postfix }
    }

    /// An expression that must be parenthesized where it is an operand.
    pub fn loose(repr: Repr, tokens: TokenStream) -> Self {
        Self { tokens, repr, precedence: Precedence::Any }
    }

    /// An operator expression.
    pub fn operator(repr: Repr, precedence: Precedence, tokens: TokenStream) -> Self {
        Self { tokens, repr, precedence }
    }

    /// A `Value`.
    pub fn value(tokens: TokenStream) -> Self {
        Self::new(Repr::Value, tokens)
    }

    /// `undefined`
    pub fn undefined() -> Self {
        Self::value(quote!(Value::Undefined))
    }

    /// A regular expression literal: `regexp!(cx, r"^\d+$", "g")`.
    pub fn regexp(pattern: &str, flags: &str) -> Self {
        let fence = (0..).map(|count| "#".repeat(count)).find(|fence| !pattern.contains(&format!("\"{fence}")));
        let raw = fence.and_then(|fence| format!("r{fence}\"{pattern}\"{fence}").parse::<Literal>().ok());
        let pattern = match raw {
            Some(raw) if pattern.contains(['\\', '"']) => raw,
            _ => Literal::string(pattern),
        };
        let flags = (!flags.is_empty()).then(|| quote!(, #flags));
        Self::new(Repr::Object, quote!(regexp!(cx, #pattern #flags)))
    }

    /// A string literal.
    pub fn text(text: &JsString) -> Self {
        match text.as_str() {
            Some(text) => Self::new(Repr::Text, quote!(#text)),
            None => {
                let bytes = Literal::byte_string(text.as_bytes());
                Self::new(Repr::Str, quote!(JsStr::from_wtf8(#bytes)))
            }
        }
    }

    /// A number literal as a person writes it.
    pub fn number(number: f64) -> Self {
        if number.is_nan() {
            return Self::new(Repr::Number, quote!(f64::NAN));
        }
        if number.is_infinite() {
            let infinity = if number > 0.0 { quote!(f64::INFINITY) } else { quote!(f64::NEG_INFINITY) };
            return Self::new(Repr::Number, infinity);
        }
        let literal: Literal = format!("{:?}", number.abs()).parse().expect("Rust prints f64 as Rust reads it");
        if number.is_sign_negative() {
            return Self::operator(Repr::Number, Precedence::Unary, quote!(-#literal));
        }
        Self::new(Repr::Number, quote!(#literal))
    }

    /// With parentheses unless it binds at least as tightly as `least`.
    pub fn at(&self, least: Precedence) -> TokenStream {
        let tokens = &self.tokens;
        if self.precedence < least { quote!((#tokens)) } else { tokens.clone() }
    }

    /// As a receiver or the operand of `?`.
    pub fn postfix(&self) -> TokenStream {
        self.at(Precedence::Postfix)
    }

    /// As a `Value`, where that type is expected.
    pub fn into_value(self) -> TokenStream {
        match self.repr {
            Repr::Value => self.tokens,
            Repr::Unit => self.unit_then(quote!(Value::Undefined)),
            Repr::Number | Repr::Bool | Repr::Str | Repr::Text | Repr::Object | Repr::Option | Repr::Iterator => {
                let receiver = self.postfix();
                quote!(#receiver.into())
            }
        }
    }

    /// As a `Value`, where nothing says which type is expected.
    pub fn value_from(self) -> TokenStream {
        match self.repr {
            Repr::Value => self.tokens,
            Repr::Unit => self.unit_then(quote!(Value::Undefined)),
            Repr::Number | Repr::Bool | Repr::Str | Repr::Text | Repr::Object | Repr::Option | Repr::Iterator => {
                let tokens = self.tokens;
                quote!(Value::from(#tokens))
            }
        }
    }

    /// As an argument that takes `impl Into<Value<'h>>`.
    pub fn operand(self) -> TokenStream {
        match self.repr {
            Repr::Unit => self.unit_then(quote!(Value::Undefined)),
            Repr::Value
            | Repr::Number
            | Repr::Bool
            | Repr::Str
            | Repr::Text
            | Repr::Object
            | Repr::Option
            | Repr::Iterator => self.tokens,
        }
    }

    /// As the receiver of a method that all kinds of values have.
    pub fn receiver(self) -> TokenStream {
        match self.repr {
            Repr::Unit | Repr::Option => {
                let value = self.value_from();
                quote!(#value)
            }
            Repr::Text => {
                let tokens = self.tokens;
                quote!(JsStr::from(#tokens))
            }
            Repr::Value | Repr::Number | Repr::Bool | Repr::Str | Repr::Object | Repr::Iterator => self.postfix(),
        }
    }

    fn unit_then(self, value: TokenStream) -> TokenStream {
        let tokens = self.tokens;
        if tokens.is_empty() || tokens.to_string() == "()" { value } else { quote!({ #tokens; #value }) }
    }

    /// As a property key.
    pub fn key(self) -> TokenStream {
        match self.repr {
            Repr::Text | Repr::Str | Repr::Number | Repr::Value => self.tokens,
            Repr::Bool | Repr::Object | Repr::Unit | Repr::Option | Repr::Iterator => self.value_from(),
        }
    }

    /// As an `f64`, by ToNumber.
    pub fn into_number(self) -> Code {
        match self.repr {
            Repr::Number => self,
            Repr::Bool => {
                let tokens = self.tokens;
                Code::new(Repr::Number, quote!(f64::from(#tokens)))
            }
            Repr::Unit => Code::new(Repr::Number, self.unit_then(quote!(f64::NAN))),
            Repr::Value | Repr::Str | Repr::Text | Repr::Object | Repr::Option | Repr::Iterator => {
                let receiver = self.receiver();
                Code::new(Repr::Number, quote!(#receiver.to_number(cx)?))
            }
        }
    }

    /// As a `JsStr`, by ToString.
    pub fn into_js_string(self) -> Code {
        match self.repr {
            Repr::Str => self,
            Repr::Text => {
                let tokens = self.tokens;
                Code::new(Repr::Str, quote!(JsStr::from(#tokens)))
            }
            Repr::Value | Repr::Number | Repr::Bool | Repr::Object | Repr::Unit | Repr::Option | Repr::Iterator => {
                let receiver = self.receiver();
                Code::new(Repr::Str, quote!(#receiver.to_js_string(cx)?))
            }
        }
    }

    /// Whether it is null or undefined: a question that only a `Value` answers.
    pub fn nullish(self) -> TokenStream {
        let value = if self.repr == Repr::Value { self.receiver() } else { self.value_from() };
        quote!(#value.is_nullish())
    }

    /// As a `bool`, by ToBoolean.
    pub fn truthy(self) -> Code {
        match self.repr {
            Repr::Bool => self,
            Repr::Unit => Code::new(Repr::Bool, self.unit_then(quote!(false))),
            Repr::Value | Repr::Number | Repr::Str | Repr::Text | Repr::Object | Repr::Option | Repr::Iterator => {
                let receiver = self.receiver();
                Code::new(Repr::Bool, quote!(#receiver.truthy()))
            }
        }
    }

    /// As an `Object`: for what is proven to be one.
    pub fn into_object(self) -> Code {
        match self.repr {
            Repr::Object => self,
            Repr::Value
            | Repr::Number
            | Repr::Bool
            | Repr::Str
            | Repr::Text
            | Repr::Unit
            | Repr::Option
            | Repr::Iterator => {
                let receiver = self.receiver();
                Code::new(Repr::Object, quote!(#receiver.to_object(cx)?))
            }
        }
    }

    /// As a variable of type `repr` holds it, where that type is expected.
    pub fn coerce(self, repr: Repr) -> TokenStream {
        if self.repr == repr && repr != Repr::Unit {
            return self.tokens;
        }
        match repr {
            Repr::Value => self.into_value(),
            Repr::Number => self.into_number().tokens,
            Repr::Bool => self.truthy().tokens,
            Repr::Str | Repr::Text => self.into_js_string().tokens,
            Repr::Object => self.into_object().tokens,
            Repr::Unit => {
                let tokens = self.tokens;
                quote!({ #tokens; })
            }
            Repr::Option | Repr::Iterator => self.tokens,
        }
    }

    /// As [`Code::coerce`], where nothing says which type is expected.
    pub fn coerce_from(self, repr: Repr) -> TokenStream {
        if repr == Repr::Value { self.value_from() } else { self.coerce(repr) }
    }
}
