//! The builtins, one module per class, one function per row of `prickle_spec`.
//!
//! The modules are private: what has a row is exported by [`exports`], what has none is dead code and reported as such.

#[macro_use]
pub(crate) mod link;

pub(crate) mod arguments;
pub(crate) mod array;
pub(crate) mod array_buffer;
pub(crate) mod async_generator;
pub(crate) mod bigint;
pub(crate) mod boolean;
pub(crate) mod buffer;
pub(crate) mod console;
pub(crate) mod crypto;
pub(crate) mod data_view;
pub(crate) mod date;
pub(crate) mod error;
pub(crate) mod function;
pub(crate) mod generator;
pub(crate) mod global;
pub(crate) mod hash;
pub(crate) mod hmac;
pub(crate) mod iterator;
pub(crate) mod json;
pub(crate) mod map;
pub(crate) mod math;
pub(crate) mod native_error;
pub(crate) mod node_error;
pub(crate) mod number;
pub(crate) mod object;
pub(crate) mod promise;
pub(crate) mod reflect;
pub(crate) mod regexp;
pub(crate) mod retry_error;
mod row_names;
pub(crate) mod set;
pub mod storage;
pub(crate) mod string;
pub(crate) mod structured_clone;
pub(crate) mod symbol;
pub(crate) mod table;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod typed_array;
mod uri;
pub(crate) mod url;
pub(crate) mod url_module;
pub(crate) mod url_search_params;
pub(crate) mod weak_map;
pub(crate) mod weak_set;

pub(crate) use async_generator::async_iterator;
pub(crate) use function::{async_function, async_generator_function, generator_function};
pub(crate) use iterator::{
    array_iterator, map_iterator, regexp_string_iterator, set_iterator, string_iterator, url_search_params_iterator,
};
use link::BuiltinCode;
pub(crate) use native_error::{
    aggregate_error, eval_error, range_error, reference_error, syntax_error, type_error, uri_error,
};
pub(crate) use typed_array::{
    float32_array, float64_array, int8_array, int16_array, int32_array, uint8_array, uint8_clamped_array, uint16_array,
    uint32_array,
};

/// Links and exports the classes.
macro_rules! classes {
    ($( $module:ident => $rows:ident ),* $(,)?) => {
        /// Signature checks and erased functions.
        mod linked {
            $( prickle_spec::$rows! { link_rows } )*
        }

        /// The functions as generated code names them: `string::pad_start`.
        pub mod exports {
            $( prickle_spec::$rows! { export_rows } )*
        }

        /// The erased functions of a class, in the order of its rows.
        fn linked_code(class: &prickle_spec::Class) -> &'static [BuiltinCode] {
            match class.module {
                $( stringify!($module) => linked::$module::CODE, )*
                // Services of the host are linked where the host is.
                _ => &[],
            }
        }
    };
}

classes! {
    aggregate_error => aggregate_error_rows,
    array => array_rows,
    array_buffer => array_buffer_rows,
    data_view => data_view_rows,
    typed_array => typed_array_rows,
    int8_array => int8_array_rows,
    uint8_array => uint8_array_rows,
    uint8_clamped_array => uint8_clamped_array_rows,
    int16_array => int16_array_rows,
    uint16_array => uint16_array_rows,
    int32_array => int32_array_rows,
    uint32_array => uint32_array_rows,
    float32_array => float32_array_rows,
    float64_array => float64_array_rows,
    array_iterator => array_iterator_rows,
    async_function => async_function_rows,
    async_generator => async_generator_rows,
    async_generator_function => async_generator_function_rows,
    async_iterator => async_iterator_rows,
    bigint => bigint_rows,
    boolean => boolean_rows,
    buffer => buffer_rows,
    console => console_rows,
    date => date_rows,
    crypto => crypto_rows,
    error => error_rows,
    eval_error => eval_error_rows,
    function => function_rows,
    generator => generator_rows,
    generator_function => generator_function_rows,
    global => global_rows,
    hash => hash_rows,
    hmac => hmac_rows,
    iterator => iterator_rows,
    json => json_rows,
    map => map_rows,
    map_iterator => map_iterator_rows,
    math => math_rows,
    number => number_rows,
    object => object_rows,
    promise => promise_rows,
    reflect => reflect_rows,
    range_error => range_error_rows,
    reference_error => reference_error_rows,
    regexp => regexp_rows,
    regexp_string_iterator => regexp_string_iterator_rows,
    retry_error => retry_error_rows,
    set => set_rows,
    set_iterator => set_iterator_rows,
    string => string_rows,
    string_iterator => string_iterator_rows,
    symbol => symbol_rows,
    syntax_error => syntax_error_rows,
    type_error => type_error_rows,
    uri_error => uri_error_rows,
    url => url_rows,
    url_module => url_module_rows,
    url_search_params => url_search_params_rows,
    weak_map => weak_map_rows,
    weak_set => weak_set_rows,
    url_search_params_iterator => url_search_params_iterator_rows,
}
