//! The lattice of proven types.

use prickle_spec::Capability;

/// What is proven about a value. `Any` is always right; `Never` only stands where no value arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// No value yet: the bottom of the lattice.
    Never,
    /// `undefined`
    Undefined,
    /// `null`
    Null,
    /// A boolean.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array (an exotic Array object).
    Array,
    /// A `Map`.
    Map,
    /// A `Set`.
    Set,
    /// A function.
    Function,
    /// An `Error` of any class.
    Error,
    /// An instance of the builtin class of this name, one that has no variant of its own here.
    Instance(&'static str),
    /// The `meta` argument of a hook.
    Meta,
    /// The object of a host service, like `meta.storage`.
    Host(Capability),
    /// An open iterator: a temporary of destructuring, no JavaScript value.
    Iterator,
    /// Some object that is not nullish, a function or one of the classes above, as far as anyone knows.
    Object,
    /// Anything.
    Any,
}

impl Type {
    /// The least type that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, other) => other,
            (this, Self::Never) => this,
            (this, other) if this == other => this,
            (this, other) if this.is_plain_object() && other.is_plain_object() => Self::Object,
            _ => Self::Any,
        }
    }

    /// A value of it is an object of any class (so it is truthy and has properties).
    #[must_use]
    pub fn is_object(self) -> bool {
        match self {
            Self::Array
            | Self::Map
            | Self::Set
            | Self::Function
            | Self::Error
            | Self::Instance(_)
            | Self::Meta
            | Self::Host(_)
            | Self::Object => true,
            Self::Never
            | Self::Undefined
            | Self::Null
            | Self::Bool
            | Self::Number
            | Self::String
            | Self::Iterator
            | Self::Any => false,
        }
    }

    /// As [`Type::is_object`], but not `meta` nor a host service: those never dissolve into objects of unknown origin.
    fn is_plain_object(self) -> bool {
        self.is_object() && !matches!(self, Self::Meta | Self::Host(_))
    }

    /// A value of it is a primitive: ToPrimitive on it runs no code of the plugin.
    #[must_use]
    pub fn is_primitive(self) -> bool {
        match self {
            Self::Never | Self::Undefined | Self::Null | Self::Bool | Self::Number | Self::String => true,
            Self::Array
            | Self::Map
            | Self::Set
            | Self::Function
            | Self::Error
            | Self::Instance(_)
            | Self::Meta
            | Self::Host(_)
            | Self::Iterator
            | Self::Object
            | Self::Any => false,
        }
    }

    /// It is neither `undefined` nor `null`.
    #[must_use]
    pub fn is_coercible(self) -> bool {
        self.is_object() || self.is_unboxed()
    }

    /// Generated code keeps it as a plain `f64`, `bool` or `JsStr`, not as a `Value`.
    #[must_use]
    pub fn is_unboxed(self) -> bool {
        match self {
            Self::Bool | Self::Number | Self::String => true,
            Self::Never
            | Self::Undefined
            | Self::Null
            | Self::Array
            | Self::Map
            | Self::Set
            | Self::Function
            | Self::Error
            | Self::Instance(_)
            | Self::Meta
            | Self::Host(_)
            | Self::Iterator
            | Self::Object
            | Self::Any => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Type; 18] = [
        Type::Never,
        Type::Undefined,
        Type::Null,
        Type::Bool,
        Type::Number,
        Type::String,
        Type::Array,
        Type::Map,
        Type::Set,
        Type::Function,
        Type::Error,
        Type::Instance("Buffer"),
        Type::Instance("URL"),
        Type::Meta,
        Type::Host(Capability::Storage),
        Type::Iterator,
        Type::Object,
        Type::Any,
    ];

    #[test]
    fn join_is_a_semilattice() {
        for a in ALL {
            assert_eq!(a.join(a), a);
            assert_eq!(a.join(Type::Any), Type::Any);
            assert_eq!(a.join(Type::Never), a);
            for b in ALL {
                assert_eq!(a.join(b), b.join(a));
                for c in ALL {
                    assert_eq!(a.join(b).join(c), a.join(b.join(c)), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }
}
