//! What the runtime makes of the builtin rows: a check that each function has the signature that its row says, and the erased
//! functions behind calls on receivers whose type is unknown.

use prickle_heap::{Cx, JsResult, Value};

/// A builtin behind one signature: coerces its receiver and arguments to the parameter types of its row, in order.
pub(crate) type BuiltinCode = for<'h> fn(Cx<'h>, Value<'h>, &[Value<'h>]) -> JsResult<'h>;

/// A type of a row, in Rust.
macro_rules! rust_type {
    (Str) => { JsStr<'h> };
    (SearchStr) => { JsStr<'h> };
    (Num) => { f64 };
    (Bool) => { bool };
    (Value) => { Value<'h> };
    (Undefined) => { () };
    (StrOrUndefined) => { Option<JsStr<'h>> };
    (NumOrUndefined) => { Option<f64> };
    (Symbol) => { Symbol<'h> };
    (Callback) => { fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h> };
    (CallbackWithThis) => { rust_type!(Callback) };
    (Comparator) => { rust_type!(Callback) };
    (Mapper) => { rust_type!(Callback) };
    (Visitor) => { rust_type!(Callback) };
    ($object:ident) => { Object<'h> };
}

/// A parameter of a row, in Rust.
macro_rules! parameter_type {
    (Req $ty:ident) => { rust_type!($ty) };
    (Opt $ty:ident) => { Option<rust_type!($ty)> };
    (Given $ty:ident) => { Option<rust_type!($ty)> };
    (Rest $ty:ident) => { &[rust_type!($ty)] };
}

/// Checks the signature of one function against its row.
macro_rules! check {
    (Constant $receiver:ident $function:path, ($($need:ident $ty:ident),*) $returns:ident [Pure]) => {
        let _: rust_type!($returns) = $function;
    };
    (Method $receiver:ident $($rest:tt)*) => { check!(@effects [rust_type!($receiver),] $($rest)*); };
    (Setter $receiver:ident $($rest:tt)*) => { check!(@effects [rust_type!($receiver),] $($rest)*); };
    (Getter $receiver:ident $($rest:tt)*) => { check!(@effects [rust_type!($receiver),] $($rest)*); };
    ($kind:ident $receiver:ident $($rest:tt)*) => { check!(@effects [] $($rest)*); };
    (@effects [$($this:tt)*] $function:path, ($($need:ident $ty:ident),*) $returns:ident [Pure]) => {
        let _: fn($($this)* $(parameter_type!($need $ty)),*) -> rust_type!($returns) = $function;
    };
    (@effects [$($this:tt)*] $function:path, ($($need:ident $ty:ident),*) $returns:ident [Throws $($effects:tt)*]) => {
        let _: fn(Cx<'h>, $($this)* $(parameter_type!($need $ty)),*) -> JsResult<'h, rust_type!($returns)> = $function;
    };
    (@effects [$($this:tt)*] $function:path, ($($need:ident $ty:ident),*) $returns:ident [$($effects:tt)*]) => {
        let _: fn(Cx<'h>, $($this)* $(parameter_type!($need $ty)),*) -> rust_type!($returns) = $function;
    };
}

/// Takes the next argument as the type of a parameter.
macro_rules! take {
    ($arguments:ident Req CallbackWithThis) => {
        $arguments.callback_with_this(CallbackRole::Function)?
    };
    ($arguments:ident Req Mapper) => {
        $arguments.callback_with_this(CallbackRole::Mapper)?
    };
    ($arguments:ident Req Visitor) => {
        $arguments.callback_with_this(CallbackRole::Visitor)?
    };
    ($arguments:ident Req Callback) => {
        $arguments.callback(CallbackRole::Function)?
    };
    ($arguments:ident Opt CallbackWithThis) => {
        $arguments.optional_callback_with_this(CallbackRole::Function)?
    };
    ($arguments:ident Opt Comparator) => {
        $arguments.optional_callback(CallbackRole::Comparator)?
    };
    ($arguments:ident Req SearchStr) => {
        $arguments.search_string()?
    };
    ($arguments:ident Req $ty:ident) => {
        FromArgument::from_argument($arguments.cx, $arguments.required())?
    };
    ($arguments:ident Opt $ty:ident) => {
        $arguments.optional()?
    };
    ($arguments:ident Given $ty:ident) => {
        $arguments.given()?
    };
    ($arguments:ident Rest Value) => {
        $arguments.rest()
    };
    ($arguments:ident Rest $ty:ident) => {
        &$arguments.coerced_rest::<rust_type!($ty)>()?
    };
}

/// Calls the function of a row; `Ok` around what cannot throw.
macro_rules! invoke {
    ([Pure] $cx:ident, $function:path, ($($argument:expr),*)) => { $function($($argument),*).into_value() };
    ([Throws $($effects:tt)*] $cx:ident, $function:path, ($($argument:expr),*)) => { $function($cx, $($argument),*)?.into_value() };
    ([$($effects:tt)*] $cx:ident, $function:path, ($($argument:expr),*)) => { $function($cx, $($argument),*).into_value() };
}

/// The body of an erased function.
macro_rules! erased_body {
    (Constant $receiver:ident $class:ident $name:literal $function:path, ($($param:ident $need:ident $ty:ident),*) $effects:tt $cx:ident $this:ident $args:ident) => {
        Ok($function.into_value())
    };
    (Method $($rest:tt)*) => { erased_body!(@receiver $($rest)*) };
    (Getter $($rest:tt)*) => { erased_body!(@receiver $($rest)*) };
    (Setter $($rest:tt)*) => { erased_body!(@receiver $($rest)*) };
    ($kind:ident $receiver:ident $class:ident $name:literal $function:path, ($($param:ident $need:ident $ty:ident),*) $effects:tt $cx:ident $this:ident $args:ident) => {{
        let mut arguments = Arguments::new($cx, $args, $name);
        $( let $param = take!(arguments $need $ty); )*
        Ok(invoke!($effects $cx, $function, ($($param),*)))
    }};
    (@receiver $receiver:ident $class:ident $name:literal $function:path, ($($param:ident $need:ident $ty:ident),*) $effects:tt $cx:ident $this:ident $args:ident) => {{
        let receiver = Receiver { class: stringify!($class), name: $name, this: $this }.$receiver($cx)?;
        let mut arguments = Arguments::of_method(stringify!($class), $cx, $this, $args, $name);
        $( let $param = take!(arguments $need $ty); )*
        Ok(invoke!($effects $cx, $function, (receiver $(, $param)*)))
    }};
}

/// Links one class: a module with its erased functions, in the order of its rows, and the signature checks.
macro_rules! link_rows {
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
        #[allow(non_snake_case, unused_imports, unused_mut, unused_variables, reason = "one expansion serves all rows")]
        pub(super) mod $module {
            use prickle_heap::{Cx, JsResult, JsStr, Object, Symbol, Value};
            use crate::builtins::arguments::{Arguments, CallbackRole, FromArgument, IntoValue, Receiver};
            use crate::builtins::link::BuiltinCode;
            use crate::builtins::$module as functions;

            fn signatures<'h>(_: Cx<'h>) {
                $( check!($kind $receiver functions::$function, ($($need $ty),*) $returns [$($effect)+]); )*
            }
            const _: for<'h> fn(Cx<'h>) = signatures;

            pub(crate) static CODE: &[BuiltinCode] = &[ $( {
                fn erased<'h>(cx: Cx<'h>, this: Value<'h>, args: &[Value<'h>]) -> JsResult<'h> {
                    erased_body!($kind $receiver $class $name functions::$function, ($($param $need $ty),*) [$($effect)+] cx this args)
                }
                erased as BuiltinCode
            } ),* ];
        }
    };
}

/// A parameter of a row as a function takes it.
macro_rules! export_type {
    (Req Callback) => { impl Callback<'h> };
    (Req CallbackWithThis) => { impl Callback<'h> };
    (Req Mapper) => { impl Callback<'h> };
    (Req Visitor) => { impl Callback<'h> };
    (Opt CallbackWithThis) => { Option<impl Callback<'h>> };
    (Opt Callback) => { Option<impl Callback<'h>> };
    (Opt Comparator) => { Option<impl Callback<'h>> };
    ($need:ident $ty:ident) => { parameter_type!($need $ty) };
}

/// Exports one function. What it throws learns where generated code called it, and so does an error that it makes.
macro_rules! export_row {
    ($kind:ident [$($row:tt)*] @first $effect:ident $($other:ident)*) => { export_row!($kind [$($row)*] $effect); };
    (Method [$($row:tt)*] Throws) => { export_row!(@located located [receiver] $($row)*); };
    (Getter [$($row:tt)*] Throws) => { export_row!(@located located [receiver] $($row)*); };
    (Setter [$($row:tt)*] Throws) => { export_row!(@located located [receiver] $($row)*); };
    (Static [$($row:tt)*] Throws) => { export_row!(@located located [] $($row)*); };
    (Call [$($row:tt)*] Throws) => { export_row!(@located new_located [] $($row)*); };
    (Construct [$($row:tt)*] Throws) => { export_row!(@located new_located [] $($row)*); };
    ($kind:ident [$doc:literal $module:ident $receiver:ident $function:ident $($row:tt)*] $effect:ident) => {
        pub use crate::builtins::$module::$function;
    };
    (@located $located:ident [$($this:ident)?] $doc:literal $module:ident $receiver:ident $function:ident ($($param:ident $need:ident $ty:ident),*) $returns:ident) => {
        #[doc = $doc]
        #[inline(always)]
        #[track_caller]
        pub fn $function<'h>(cx: Cx<'h> $(, $this: rust_type!($receiver))? $(, $param: export_type!($need $ty))*) -> JsResult<'h, rust_type!($returns)> {
            $located(crate::builtins::$module::$function(cx $(, $this)? $(, $param)*))
        }
    };
}

/// Exports the functions of one class to generated code, under the module that its rows name. What has no row is exported nowhere,
/// and the compiler reports it as dead code.
macro_rules! export_rows {
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
        #[doc = concat!("Builtins of `", stringify!($class), "`.")]
        pub mod $module {
            #[allow(unused_imports, reason = "not every class has rows that throw")]
            use prickle_heap::{Cx, JsResult, JsStr, Object, Value, located};
            #[allow(unused_imports, reason = "not every class has callbacks")]
            use crate::operations::{Callback, new_located};

            $( export_row! { $kind [$name $module $receiver $function ($($param $need $ty),*) $returns] @first $($effect)+ } )*
        }
    };
}
