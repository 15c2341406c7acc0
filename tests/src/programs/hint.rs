//! The types that parts of a program most likely have.

use prickle_spec::Ty;

/// The type that a value most likely has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Anything.
    Any,
    /// A number.
    Num,
    /// A small non-negative integer, always: for lengths.
    Small,
    /// A string.
    Str,
    /// A boolean.
    Bool,
    /// An array.
    Arr,
    /// A plain object.
    Obj,
    /// A function.
    Func,
    /// A Map.
    Map,
    /// A Set.
    Set,
    /// A regular expression.
    Re,
    /// A BigInt.
    Big,
    /// A symbol.
    Sym,
    /// An iterator that ends.
    Iter,
    /// A class.
    Class,
    /// A Date.
    Date,
    /// A URL.
    Url,
    /// A URLSearchParams.
    Query,
    /// A Buffer or another typed array.
    Bytes,
}

impl Hint {
    /// What stands for a type of a builtin's row.
    #[must_use]
    pub fn of(ty: Ty) -> Self {
        match ty {
            Ty::Str | Ty::StrOrUndefined | Ty::SearchStr => Hint::Str,
            Ty::Num | Ty::NumOrUndefined => Hint::Num,
            Ty::Bool => Hint::Bool,
            Ty::Object | Ty::Error => Hint::Obj,
            Ty::Array => Hint::Arr,
            Ty::Map => Hint::Map,
            Ty::Set => Hint::Set,
            Ty::Function | Ty::Callback | Ty::CallbackWithThis | Ty::Comparator | Ty::Mapper | Ty::Visitor => {
                Hint::Func
            }
            Ty::RegExp => Hint::Re,
            Ty::Symbol => Hint::Sym,
            Ty::Iterator => Hint::Iter,
            Ty::Date => Hint::Date,
            Ty::Url => Hint::Url,
            Ty::UrlSearchParams => Hint::Query,
            Ty::Buffer | Ty::TypedArray => Hint::Bytes,
            Ty::Value
            | Ty::Undefined
            | Ty::WeakMap
            | Ty::WeakSet
            | Ty::ArrayBuffer
            | Ty::DataView
            | Ty::Hash
            | Ty::Hmac
            | Ty::Module
            | Ty::Host
            | Ty::Promise => Hint::Any,
        }
    }
}
