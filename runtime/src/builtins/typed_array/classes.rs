//! The classes of typed arrays: one module each, since each has rows of its own.

macro_rules! classes {
    ($( $module:ident $name:literal $element:ident ),* $(,)?) => { $(
        pub(crate) mod $module {
            #![doc = concat!("`", $name, "`.")]

            use prickle_heap::{Cx, ElementType, JsResult, Object, Value};

            use super::super::create;
            use crate::builtins::error::throw_type_error;
            use crate::operations::Callback;

            /// The bytes of an element.
            pub const BYTES_PER_ELEMENT: f64 = ElementType::$element.size() as f64;

            /// Without `new`
            pub fn call<'h>(cx: Cx<'h>, _items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
                Err(throw_type_error(cx, concat!("Constructor ", $name, " requires 'new'")))
            }

            /// TypedArray ( ...args ) (ECMA-262 §23.2.5.1)
            pub fn construct<'h>(cx: Cx<'h>, items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
                create::construct(cx, ElementType::$element, $name, items)
            }

            /// %TypedArray%.from (ECMA-262 §23.2.2.1)
            pub fn from<'h>(
                cx: Cx<'h>,
                source: Value<'h>,
                mapper: Option<impl Callback<'h>>,
            ) -> JsResult<'h, Object<'h>> {
                let values = create::values_of(cx, source)?;
                create::from_values(cx, ElementType::$element, values, mapper)
            }

            /// %TypedArray%.of (ECMA-262 §23.2.2.2)
            pub fn of<'h>(cx: Cx<'h>, items: &[Value<'h>]) -> JsResult<'h, Object<'h>> {
                let unmapped = None::<fn(Cx<'h>, &[Value<'h>]) -> JsResult<'h>>;
                create::from_values(cx, ElementType::$element, items.to_vec(), unmapped)
            }
        }
    )* };
}

classes! {
    int8_array "Int8Array" Int8,
    uint8_array "Uint8Array" Uint8,
    uint8_clamped_array "Uint8ClampedArray" Uint8Clamped,
    int16_array "Int16Array" Int16,
    uint16_array "Uint16Array" Uint16,
    int32_array "Int32Array" Int32,
    uint32_array "Uint32Array" Uint32,
    float32_array "Float32Array" Float32,
    float64_array "Float64Array" Float64,
}
