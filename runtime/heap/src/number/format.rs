//! Number::toString (ECMA-262 §6.1.6.1.20).

use crate::short_copy::append;
use crate::string::{Facts, Home};
use crate::{Cx, JsStr};

/// Two digits at a time.
const PAIRS: &[u8; 200] = b"0001020304050607080910111213141516171819\
2021222324252627282930313233343536373839\
4041424344454647484950515253545556575859\
6061626364656667686970717273747576777879\
8081828384858687888990919293949596979899";

/// Integers below this are written by `write_integer`: all of them are exact and shorter than 22 digits.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn digits(mut value: u64, buffer: &mut [u8; 20]) -> &[u8] {
    let mut start = buffer.len();
    while value >= 100 {
        let pair = (value % 100) as usize * 2;
        value /= 100;
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
    }
    if value >= 10 {
        let pair = value as usize * 2;
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
    } else {
        start -= 1;
        buffer[start] = b'0' + value as u8;
    }
    &buffer[start..]
}

/// Gives the digits of a number to `use_text`.
#[inline]
fn with_text<R>(number: f64, use_text: impl FnOnce(&[u8]) -> R) -> R {
    let magnitude = number.abs();
    if magnitude < EXACT && magnitude.trunc() == magnitude {
        let mut buffer = [0; 20];
        let length = digits(magnitude as u64, &mut buffer).len();
        let mut start = buffer.len() - length;
        if number < 0.0 {
            start -= 1;
            buffer[start] = b'-';
        }
        return use_text(&buffer[start..]);
    }
    use_text(ryu_js::Buffer::new().format(number).as_bytes())
}

/// Appends what JavaScript prints for a number.
#[inline]
pub fn write_number(out: &mut Vec<u8>, number: f64) {
    with_text(number, |text| append(out, [text]));
}

/// Number::toString with radix 10.
pub fn to_js_str<'h>(cx: Cx<'h>, number: f64) -> JsStr<'h> {
    with_text(number, |text| {
        let facts = Facts::ASCII.with(Facts::PLAIN_JSON);
        JsStr::from_parts(cx.event_arena().alloc_bytes(text), facts, Home::Event)
    })
}
