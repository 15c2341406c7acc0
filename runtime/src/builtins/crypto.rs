//! The module `crypto`.

use prickle_heap::{Bytes, Cx, ErrorKind, JsResult, JsStr, Object, Throw, Value};

use super::buffer::{bytes_of_source, new_buffer};
use super::hash::{algorithm_named, new_hash};
use super::node_error::{self, invalid_argument, out_of_range};
use crate::errors::throw_error;
use crate::host;
use crate::operations::Operations;

/// The largest integer that `randomInt` deals with.
const MAX_RANDOM: f64 = 281_474_976_710_655.0;

/// crypto.createHash
pub fn create_hash<'h>(cx: Cx<'h>, algorithm: Value<'h>, options: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let Value::String(name) = algorithm else {
        return Err(invalid_argument(cx, "The \"algorithm\" argument must be of type string.", algorithm));
    };
    // `outputLength`, and what concerns streams.
    if options.is_some_and(Value::is_object) {
        return Err(cx.unsupported("options of a hash"));
    }
    match algorithm_named(cx, name)? {
        Some(algorithm) => Ok(new_hash(cx, algorithm, Value::Undefined)),
        None => Err(throw_error(cx, ErrorKind::Error, "Digest method not supported")),
    }
}

/// crypto.createHmac
pub fn create_hmac<'h>(
    cx: Cx<'h>,
    algorithm: Value<'h>,
    key: Value<'h>,
    options: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    let Value::String(name) = algorithm else {
        return Err(invalid_argument(cx, "The \"hmac\" argument must be of type string.", algorithm));
    };
    if options.is_some_and(Value::is_object) {
        return Err(cx.unsupported("options of a hash"));
    }
    let key = match key {
        Value::String(key) => key.to_string_lossy().into_bytes(),
        key => bytes_of_source(key).ok_or_else(|| {
            let expected = "The \"key\" argument must be of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey.";
            invalid_argument(cx, expected, key)
        })?,
    };
    match algorithm_named(cx, name)? {
        Some(algorithm) => Ok(new_hash(cx, algorithm, Bytes::new(cx, &key).into())),
        None => {
            let message = format!("Invalid digest: {name}");
            Err(node_error::throw_natively(cx, ErrorKind::Type, "ERR_CRYPTO_INVALID_DIGEST", &message))
        }
    }
}

/// Random bytes of the operating system.
fn fill_randomly<'h>(cx: Cx<'h>, bytes: &mut [u8]) -> JsResult<'h, ()> {
    getrandom::fill(bytes).map_err(|_| cx.unsupported("randomness, which the operating system does not give"))
}

fn no_callback<'h>(cx: Cx<'h>, callback: Option<Value<'h>>) -> JsResult<'h, ()> {
    match callback {
        None => Ok(()),
        Some(callback) if callback.is_callable() => Err(cx.unsupported("random values by callback")),
        Some(callback) => Err(invalid_argument(cx, "The \"callback\" argument must be of type function.", callback)),
    }
}

/// crypto.randomBytes
pub fn random_bytes<'h>(cx: Cx<'h>, size: Value<'h>, callback: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let Value::Number(size) = size else {
        return Err(invalid_argument(cx, "The \"size\" argument must be of type number.", size));
    };
    if !(0.0..=2_147_483_647.0).contains(&size) {
        return Err(out_of_range(cx, "size", ">= 0 && <= 2147483647", size));
    }
    no_callback(cx, callback)?;
    cx.check_memory(size as usize)?;
    let mut bytes = vec![0; size as usize];
    fill_randomly(cx, &mut bytes)?;
    Ok(new_buffer(cx, &bytes))
}

fn is_safe_integer(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_991.0
}

/// crypto.randomInt
pub fn random_int<'h>(
    cx: Cx<'h>,
    min: Value<'h>,
    max: Option<Value<'h>>,
    callback: Option<Value<'h>>,
) -> JsResult<'h, f64> {
    let (min, max) = match max {
        None => (0.0.into(), min),
        Some(callback) if callback.is_callable() => return no_callback(cx, Some(callback)).map(|()| 0.0),
        Some(max) => (min, max),
    };
    no_callback(cx, callback)?;
    let integer = |name: &str, value: Value<'h>| match value {
        Value::Number(number) if is_safe_integer(number) => Ok(number),
        value => Err(invalid_argument(cx, &format!("The \"{name}\" argument must be a safe integer."), value)),
    };
    let (min, max) = (integer("min", min)?, integer("max", max)?);
    if max <= min {
        return Err(out_of_range(cx, "max", &format!("greater than the value of \"min\" ({min})"), max));
    }
    let range = max - min;
    if range > MAX_RANDOM {
        let name = if min == 0.0 { "max" } else { "max - min" };
        return Err(out_of_range(cx, name, "<= 281474976710655", range));
    }
    // Numbers beyond the last multiple of the range would favour small results.
    let limit = (MAX_RANDOM + 1.0) - (MAX_RANDOM + 1.0) % range;
    loop {
        let mut bytes = [0; 8];
        fill_randomly(cx, &mut bytes[..6])?;
        let drawn = u64::from_le_bytes(bytes) as f64;
        if drawn < limit {
            return Ok(drawn % range + min);
        }
    }
}

/// crypto.randomUUID
pub fn random_uuid<'h>(cx: Cx<'h>, options: Option<Value<'h>>) -> JsResult<'h, JsStr<'h>> {
    if let Some(options) = options {
        if !options.is_object() || options.is_callable() || options.as_array().is_some() {
            return Err(invalid_argument(cx, "The \"options\" argument must be of type object.", options));
        }
        let option = options.get(cx, "disableEntropyCache")?;
        if !matches!(option, Value::Undefined | Value::Bool(_)) {
            let expected = "The \"options.disableEntropyCache\" property must be of type boolean.";
            return Err(invalid_argument(cx, expected, option));
        }
    }
    let mut bytes = [0; 16];
    match host::counted_uuid(cx) {
        Some(number) => bytes[10..].copy_from_slice(&number.to_be_bytes()[2..]),
        None => fill_randomly(cx, &mut bytes)?,
    }
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).expect("below 16")));
    }
    Ok(cx.string(&text))
}

/// crypto.timingSafeEqual
pub fn timing_safe_equal<'h>(cx: Cx<'h>, left: Value<'h>, right: Value<'h>) -> JsResult<'h, bool> {
    let bytes = |name: &str, value: Value<'h>| -> Result<Vec<u8>, Throw<'h>> {
        bytes_of_source(value).ok_or_else(|| {
            let message =
                format!("The \"{name}\" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.");
            node_error::throw_natively(cx, ErrorKind::Type, "ERR_INVALID_ARG_TYPE", &message)
        })
    };
    let (left, right) = (bytes("buf1", left)?, bytes("buf2", right)?);
    if left.len() != right.len() {
        let code = "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH";
        return Err(node_error::throw_natively(
            cx,
            ErrorKind::Range,
            code,
            "Input buffers must have the same byte length",
        ));
    }
    Ok(left.iter().zip(&right).fold(0, |difference, (left, right)| difference | (left ^ right)) == 0)
}
