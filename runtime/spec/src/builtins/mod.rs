//! Builtins: one file per class, one row per builtin.
//!
//! ```text
//! /// Methods of strings.
//! class String in string, receiver Str, inherits Object;
//!
//! /// Pads the start of the string until it has `maxLength` code units.
//! Method "padStart" => pad_start(maxLength: Req Num, fillString: Opt Str) -> Str,
//!     effects [Throws, Alloc], eg [("'7'.padStart(3, '0')", "'007'")];
//! ```
//!
//! - The first word is a [`Kind`], then the JavaScript name, the Rust function, its parameters ([`Need`](crate::Need) and [`Ty`](crate::Ty)), the
//!   result. `length 2` after the parameters overrides the function object's `length`, which otherwise counts the `Req` ones.
//! - The Rust signature follows from the row: `cx` first unless the effects are `[Pure]`; then the receiver (methods,
//!   getters and setters); then the parameters; the result is a `JsResult` if the effects have `Throws`. A `Constant` is a Rust `const`.
//! - **Coercion is the caller's work.** Arguments are all evaluated, then coerced to the parameter types from left to right,
//!   then the function runs. Code that the compiler writes does it for what it cannot prove; the dispatch table does
//!   it for all. Where ECMA-262 coerces in another order or only sometimes, the parameter is a `Value` and the function coerces.
//! - Effects have no default; see [`Effect`](crate::Effect) for the order of `Async` and `Throws`.
//!
//! Each file has one macro, `<module>_rows!`, that hands all its rows to the macro it is given: `declare!` here makes the tables
//! that the compiler reads; the runtime checks signatures, fills its dispatch table and exports the functions.

use crate::{Builtin, Class, Kind};

/// Makes `CLASS` of the rows it is given. `#[macro_use]` order: before the class files.
macro_rules! declare {
    (
        $(#[doc = $class_doc:literal])+
        class $class:ident in $module:ident, receiver $receiver:ident $(, inherits $parent:ident)?;
        $(
            $(#[doc = $doc:literal])+
            $kind:ident $name:literal => $function:ident ( $( $param:ident : $need:ident $ty:ident ),* )
            $( length $length:literal )? -> $returns:ident,
            effects [ $( $effect:ident $( ( $capability:ident ) )? ),+ ],
            eg [ $( ( $example:literal, $expected:literal ) ),* $(,)? ];
        )*
    ) => {
        #[doc = concat!("`", stringify!($class), "`.")]
        pub static CLASS: $crate::Class = $crate::Class {
            name: declare!(@name $receiver $class),
            module: stringify!($module),
            receiver: $crate::Ty::$receiver,
            inherits: declare!(@first $( Some(stringify!($parent)), )? None),
            doc: concat!($( $class_doc ),+).trim_ascii(),
            rows: &[ $( $crate::Builtin {
                class: declare!(@name $receiver $class),
                kind: $crate::Kind::$kind,
                name: $name,
                rust: concat!(stringify!($module), "::", stringify!($function)),
                params: &[ $( $crate::Param { name: stringify!($param), need: $crate::Need::$need, ty: $crate::Ty::$ty } ),* ],
                length: declare!(@first $( $length, )? $crate::builtins::required(&[ $( $crate::Need::$need ),* ])),
                returns: $crate::Ty::$returns,
                effects: &[ $( $crate::Effect::$effect $( ($crate::Capability::$capability) )? ),+ ],
                doc: concat!($( $doc ),+).trim_ascii(),
                examples: &[ $( ($example, $expected) ),* ],
            } ),* ],
        };
    };
    (@first $first:expr $(, $rest:expr)?) => { $first };
    (@name Module $class:ident) => { concat!("node:", stringify!($class)) };
    (@name $receiver:ident $class:ident) => { stringify!($class) };
}

pub mod aggregate_error;
pub mod array;
pub mod array_buffer;
pub mod async_generator;
pub mod bigint;
pub mod boolean;
pub mod buffer;
pub mod console;
pub mod crypto;
pub mod date;
pub mod error;
pub mod function;
pub mod generator;
pub mod global;
pub mod iterator;
pub mod json;
pub mod map;
pub mod math;
pub mod native_error;
pub mod number;
pub mod object;
pub mod promise;
pub mod reflect;
pub mod regexp;
pub mod retry_error;
pub mod set;
pub mod storage;
pub mod string;
pub mod symbol;
pub mod typed_array;
pub mod url;
pub mod url_search_params;
pub mod weak_map;
pub mod weak_set;

/// Hands every class of builtins to a macro: `$user!` is called once per class.
#[macro_export]
macro_rules! all_rows {
    ($user:ident) => {
        $crate::aggregate_error_rows! { $user }
        $crate::array_iterator_rows! { $user }
        $crate::async_function_rows! { $user }
        $crate::async_generator_rows! { $user }
        $crate::async_generator_function_rows! { $user }
        $crate::async_iterator_rows! { $user }
        $crate::array_rows! { $user }
        $crate::bigint_rows! { $user }
        $crate::array_buffer_rows! { $user }
        $crate::data_view_rows! { $user }
        $crate::typed_array_rows! { $user }
        $crate::int8_array_rows! { $user }
        $crate::uint8_array_rows! { $user }
        $crate::uint8_clamped_array_rows! { $user }
        $crate::int16_array_rows! { $user }
        $crate::uint16_array_rows! { $user }
        $crate::int32_array_rows! { $user }
        $crate::uint32_array_rows! { $user }
        $crate::float32_array_rows! { $user }
        $crate::float64_array_rows! { $user }
        $crate::boolean_rows! { $user }
        $crate::buffer_rows! { $user }
        $crate::console_rows! { $user }
        $crate::date_rows! { $user }
        $crate::crypto_rows! { $user }
        $crate::error_rows! { $user }
        $crate::eval_error_rows! { $user }
        $crate::function_rows! { $user }
        $crate::generator_function_rows! { $user }
        $crate::generator_rows! { $user }
        $crate::global_rows! { $user }
        $crate::hash_rows! { $user }
        $crate::hmac_rows! { $user }
        $crate::iterator_rows! { $user }
        $crate::json_rows! { $user }
        $crate::map_iterator_rows! { $user }
        $crate::map_rows! { $user }
        $crate::math_rows! { $user }
        $crate::number_rows! { $user }
        $crate::object_rows! { $user }
        $crate::promise_rows! { $user }
        $crate::reflect_rows! { $user }
        $crate::range_error_rows! { $user }
        $crate::reference_error_rows! { $user }
        $crate::regexp_rows! { $user }
        $crate::regexp_string_iterator_rows! { $user }
        $crate::retry_error_rows! { $user }
        $crate::set_iterator_rows! { $user }
        $crate::set_rows! { $user }
        $crate::string_iterator_rows! { $user }
        $crate::string_rows! { $user }
        $crate::symbol_rows! { $user }
        $crate::syntax_error_rows! { $user }
        $crate::type_error_rows! { $user }
        $crate::uri_error_rows! { $user }
        $crate::url_rows! { $user }
        $crate::url_module_rows! { $user }
        $crate::url_search_params_iterator_rows! { $user }
        $crate::url_search_params_rows! { $user }
        $crate::weak_map_rows! { $user }
        $crate::weak_set_rows! { $user }
    };
}

static CLASSES: &[&Class] = &[
    &aggregate_error::CLASS,
    &iterator::array::CLASS,
    &array::CLASS,
    &bigint::CLASS,
    &array_buffer::CLASS,
    &array_buffer::data_view::CLASS,
    &typed_array::CLASS,
    &typed_array::int8_array::CLASS,
    &typed_array::uint8_array::CLASS,
    &typed_array::uint8_clamped_array::CLASS,
    &typed_array::int16_array::CLASS,
    &typed_array::uint16_array::CLASS,
    &typed_array::int32_array::CLASS,
    &typed_array::uint32_array::CLASS,
    &typed_array::float32_array::CLASS,
    &typed_array::float64_array::CLASS,
    &boolean::CLASS,
    &buffer::CLASS,
    &console::CLASS,
    &date::CLASS,
    &crypto::CLASS,
    &error::CLASS,
    &native_error::eval_error::CLASS,
    &function::asynchronous::CLASS,
    &async_generator::generator::CLASS,
    &function::async_generator::CLASS,
    &async_generator::iterator::CLASS,
    &function::generator::CLASS,
    &function::plain::CLASS,
    &generator::CLASS,
    &global::CLASS,
    &crypto::hash::CLASS,
    &crypto::hmac::CLASS,
    &iterator::root::CLASS,
    &json::CLASS,
    &iterator::map::CLASS,
    &map::CLASS,
    &math::CLASS,
    &number::CLASS,
    &object::CLASS,
    &promise::CLASS,
    &reflect::CLASS,
    &native_error::range_error::CLASS,
    &native_error::reference_error::CLASS,
    &regexp::CLASS,
    &iterator::regexp_string::CLASS,
    &retry_error::CLASS,
    &iterator::set::CLASS,
    &set::CLASS,
    &storage::CLASS,
    &iterator::string::CLASS,
    &string::CLASS,
    &symbol::CLASS,
    &native_error::syntax_error::CLASS,
    &native_error::type_error::CLASS,
    &native_error::uri_error::CLASS,
    &url::CLASS,
    &url::module::CLASS,
    &iterator::url_search_params::CLASS,
    &url_search_params::CLASS,
    &weak_map::CLASS,
    &weak_set::CLASS,
];

/// All classes, in alphabetical order of their modules.
pub const fn builtins() -> &'static [&'static Class] {
    CLASSES
}

/// The class with this JavaScript name.
pub fn class(name: &str) -> Option<&'static Class> {
    CLASSES.iter().copied().find(|class| class.name == name)
}

/// The row of a class. Methods and getters that the class inherits are found too.
pub fn lookup(class_name: &str, kind: Kind, name: &str) -> Option<&'static Builtin> {
    let class = class(class_name)?;
    class.row(kind, name).or_else(|| match kind {
        Kind::Method | Kind::Getter => lookup(class.inherits?, kind, name),
        Kind::Setter | Kind::Static | Kind::Constant | Kind::Call | Kind::Construct => None,
    })
}

/// Methods and getters of this name over all classes: what `x.name` may be on a receiver of unknown type.
pub fn methods_named(name: &str) -> impl Iterator<Item = (&'static Class, &'static Builtin)> {
    CLASSES.iter().flat_map(move |class| {
        class
            .rows
            .iter()
            .filter(move |row| matches!(row.kind, Kind::Method | Kind::Getter) && row.name == name)
            .map(move |row| (*class, row))
    })
}

/// How many parameters come before the first optional or rest parameter.
const fn required(needs: &[crate::Need]) -> u32 {
    let mut count = 0;
    while count < needs.len() && matches!(needs[count], crate::Need::Req) {
        count += 1;
    }
    count as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Capability, Effect, Need, Ty};

    #[test]
    fn the_hard_rows_say_what_they_are() {
        let map = lookup("Array", Kind::Method, "map").unwrap();
        assert_eq!((map.params[0].ty, map.length, map.calls_back()), (Ty::CallbackWithThis, 1, true));

        let push = lookup("Array", Kind::Method, "push").unwrap();
        assert_eq!((push.params[0].need, push.length), (Need::Rest, 1));
        assert!(push.effects.contains(&Effect::MutatesReceiver));

        let pad_start = lookup("String", Kind::Method, "padStart").unwrap();
        assert_eq!(pad_start.rust, "string::pad_start");
        assert_eq!(pad_start.params[1].need, Need::Opt);

        let max = lookup("Math", Kind::Static, "max").unwrap();
        assert!(!max.takes_context() && !max.can_throw());
        assert_eq!((max.params[0].need, max.length), (Need::Rest, 2));

        let get = lookup("storage", Kind::Method, "get").unwrap();
        assert!(get.is_async() && get.can_throw());
        assert_eq!(get.capability(), Some(Capability::Storage));
    }

    #[test]
    fn effects_keep_the_order_that_the_macros_match_on() {
        for row in builtins().iter().flat_map(|class| class.rows) {
            let position = |effect| row.effects.iter().position(|other| *other == effect);
            assert!(position(Effect::Pure).is_none_or(|_| row.effects.len() == 1), "{row:?}");
            assert!(position(Effect::Async).is_none_or(|at| at == 0), "{row:?}");
            let expected = usize::from(row.is_async());
            assert!(position(Effect::Throws).is_none_or(|at| at == expected), "{row:?}");
        }
    }

    #[test]
    fn no_class_declares_a_name_twice() {
        for class in builtins() {
            for (index, row) in class.rows.iter().enumerate() {
                assert!(
                    !class.rows[..index].iter().any(|other| (other.kind, other.name) == (row.kind, row.name)),
                    "{row:?}"
                );
            }
        }
    }
}
