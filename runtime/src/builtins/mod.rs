//! The builtins, one module per class, one function per row of `prickle_spec`.
//!
//! The modules are private: what has a row is exported by [`exports`], what has none is dead code and reported as such.

#[macro_use]
pub(crate) mod link;

pub(crate) mod arguments;
pub mod storage;
pub(crate) mod table;

pub(crate) mod boolean;
pub(crate) mod function;
pub(crate) mod global;
pub(crate) mod iterator;
pub(crate) mod math;
pub(crate) mod number;
pub(crate) mod string;

use link::BuiltinCode;

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
    boolean => boolean_rows,
    function => function_rows,
    global => global_rows,
    iterator => iterator_rows,
    math => math_rows,
    number => number_rows,
    string => string_rows,
}
