//! Number::toString (ECMA-262 §6.1.6.1.20).

use super::integer::exact_integer;
use crate::short_copy::append;
use crate::string::{Facts, Home};
use crate::{Cx, JsStr};

/// Two digits at a time.
const PAIRS: &[u8; 200] = b"0001020304050607080910111213141516171819\
2021222324252627282930313233343536373839\
4041424344454647484950515253545556575859\
6061626364656667686970717273747576777879\
8081828384858687888990919293949596979899";

/// Room for the digits of an integer.
pub(crate) struct IntegerBuffer([u8; 20]);

impl IntegerBuffer {
    #[inline]
    pub(crate) fn new() -> IntegerBuffer {
        IntegerBuffer([0; 20])
    }

    /// What JavaScript prints for a number, if it is an integer that doubles hold exactly.
    #[inline]
    pub(crate) fn write(&mut self, number: f64) -> Option<&[u8]> {
        let value = exact_integer(number)?;
        let mut start = self.digits(value.unsigned_abs());
        if value < 0 {
            start -= 1;
            self.0[start] = b'-';
        }
        Some(&self.0[start..])
    }

    /// Writes digits to the end of the buffer; gives the place where they start.
    #[inline]
    fn digits(&mut self, mut value: u64) -> usize {
        let buffer = &mut self.0;
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
        start
    }
}

/// Gives the digits of a number to `use_text`.
#[inline]
fn with_text<R>(number: f64, use_text: impl FnOnce(&[u8]) -> R) -> R {
    if let Some(text) = IntegerBuffer::new().write(number) {
        return use_text(text);
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
