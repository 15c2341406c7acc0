//! How array methods read and write: any object with a `length`, arrays without detours.
//!
//! An array that is extensible and inherits from `Array.prototype` has no surprises: a missing element is `undefined`, every write
//! works. All others go through the operations on properties, and so do missing elements once a program has changed the prototypes.

use prickle_heap::{Array, Cx, ErrorKind, JsResult, LoopGuard, Object, PropertyKey, Prototype, Value, number};

use crate::builtins::object::{delete_or_throw, set_or_throw};
use crate::intrinsics::are_changed;
use crate::operations::{Operations, has_property, to_integer_or_infinity, to_length};

/// 2^32 - 1: no array is longer.
pub(super) const MAX_LENGTH: u64 = 4_294_967_295;
/// 2^53 - 1: no array-like object is longer.
pub(super) const MAX_SAFE_LENGTH: u64 = 9_007_199_254_740_991;

/// Counts the rounds of a loop over elements, so that array-likes with huge lengths end.
pub(super) struct Steps<'h> {
    cx: Cx<'h>,
    guard: LoopGuard,
}

impl<'h> Steps<'h> {
    /// Before the first round. The plugin's source has no place for this loop.
    #[inline]
    pub(super) fn new(cx: Cx<'h>) -> Steps<'h> {
        Steps { cx, guard: cx.loop_guard(0, 0) }
    }

    /// One more round.
    #[inline(always)]
    pub(super) fn next(&mut self) -> JsResult<'h, ()> {
        self.guard.check(self.cx)
    }
}

/// LengthOfArrayLike (ECMA-262 §7.3.18)
#[inline(always)]
pub(super) fn length<'h>(cx: Cx<'h>, object: Object<'h>) -> JsResult<'h, u64> {
    match object.as_array() {
        Some(array) => Ok(u64::from(array.length())),
        None => Ok(to_length(object.get(cx, "length")?.to_number(cx)?) as u64),
    }
}

/// The property key of an index.
pub(super) fn key<'h>(cx: Cx<'h>, index: u64) -> PropertyKey<'h> {
    match u32::try_from(index) {
        Ok(index) => index.into(),
        Err(_) => PropertyKey::String(number::to_js_str(cx, index as f64)),
    }
}

/// The array, if it inherits from `Array.prototype`.
#[inline(always)]
fn usual_array<'h>(object: Object<'h>) -> Option<Array<'h>> {
    object.as_array().filter(|_| matches!(object.prototype(), Prototype::Default))
}

/// The array, if a missing element of it is just missing.
#[inline(always)]
pub(super) fn plain_to_read<'h>(cx: Cx<'h>, object: Object<'h>) -> Option<Array<'h>> {
    usual_array(object).filter(|_| !are_changed(cx))
}

/// The value as an array, if a missing element of it is just missing.
pub(crate) fn plain_array<'h>(cx: Cx<'h>, value: Value<'h>) -> Option<Array<'h>> {
    value.as_object().and_then(|object| plain_to_read(cx, object))
}

/// The array, if moreover every write to it works.
#[inline(always)]
pub(super) fn plain_to_write<'h>(cx: Cx<'h>, object: Object<'h>) -> Option<Array<'h>> {
    plain_to_read(cx, object).filter(|_| object.is_extensible())
}

/// HasProperty, then Get: the element, `None` if there is none.
#[inline(always)]
pub(super) fn present<'h>(cx: Cx<'h>, object: Object<'h>, index: u64) -> JsResult<'h, Option<Value<'h>>> {
    match (usual_array(object), u32::try_from(index)) {
        (Some(array), Ok(index)) => match array.get(index) {
            None if are_changed(cx) => present_in_any(cx, object, index.into()),
            found => Ok(found),
        },
        _ => present_in_any(cx, object, index),
    }
}

#[inline(never)]
fn present_in_any<'h>(cx: Cx<'h>, object: Object<'h>, index: u64) -> JsResult<'h, Option<Value<'h>>> {
    let key = key(cx, index);
    if has_property(cx, key, object)? { Ok(Some(object.get(cx, key)?)) } else { Ok(None) }
}

/// Get: the element, `undefined` if there is none.
#[inline(always)]
pub(super) fn element<'h>(cx: Cx<'h>, object: Object<'h>, index: u64) -> JsResult<'h> {
    match (usual_array(object), u32::try_from(index)) {
        (Some(array), Ok(index)) => match array.get(index) {
            None if are_changed(cx) => object.get(cx, key(cx, index.into())),
            found => Ok(found.unwrap_or_default()),
        },
        _ => object.get(cx, key(cx, index)),
    }
}

/// Set ( O, index, value, true )
#[inline(always)]
pub(super) fn set<'h>(cx: Cx<'h>, object: Object<'h>, index: u64, value: Value<'h>) -> JsResult<'h, ()> {
    match plain_to_write(cx, object) {
        Some(array) if index < MAX_LENGTH => array.set(cx, index as u32, value),
        _ => set_or_throw(cx, object, key(cx, index), value),
    }
}

/// DeletePropertyOrThrow ( O, index )
#[inline]
pub(super) fn delete<'h>(cx: Cx<'h>, object: Object<'h>, index: u64) -> JsResult<'h, ()> {
    match plain_to_write(cx, object) {
        Some(array) if index < MAX_LENGTH => {
            array.set_hole(index as u32);
            Ok(())
        }
        _ => delete_or_throw(cx, object, key(cx, index)),
    }
}

/// Set ( O, "length", length, true )
#[inline]
pub(super) fn set_length<'h>(cx: Cx<'h>, object: Object<'h>, length: u64) -> JsResult<'h, ()> {
    match plain_to_write(cx, object) {
        Some(array) if length <= MAX_LENGTH => {
            array.set_length(length as u32);
            Ok(())
        }
        _ => set_or_throw(cx, object, "length", (length as f64).into()),
    }
}

/// ArrayCreate (ECMA-262 §10.4.2.2): an array of holes, which a builtin fills from the front.
pub(super) fn holey_array<'h>(cx: Cx<'h>, length: u64) -> JsResult<'h, Array<'h>> {
    if length > MAX_LENGTH {
        return Err(cx.throw_error(ErrorKind::Range, "Invalid array length"));
    }
    // Long arrays may be mostly holes: those grow as they are filled.
    let array = Array::with_capacity(cx, length.min(1 << 14) as usize);
    array.set_length(length as u32);
    Ok(array)
}

/// An index that counts from the end where it is negative, cut to `0..=length`: how `slice`, `fill` and others begin.
pub(super) fn relative_index<'h>(cx: Cx<'h>, value: Value<'h>, length: u64) -> JsResult<'h, u64> {
    let relative = to_integer_or_infinity(value.to_number(cx)?);
    let length = length as f64;
    Ok(if relative < 0.0 { (length + relative).max(0.0) } else { relative.min(length) } as u64)
}

/// An index that counts from the end where it is negative; `None` if there is no such element.
pub(super) fn from_end(relative: f64, length: u64) -> Option<u64> {
    let index = if relative < 0.0 { length as f64 + relative } else { relative };
    (index >= 0.0 && index < length as f64).then_some(index as u64)
}
