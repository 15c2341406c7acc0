//! Scanning string literals eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of every byte that is zero. Bytes above the lowest such one may be marked wrongly.
#[inline(always)]
fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

/// The high bit of every byte that ends a run of plain characters: quote, backslash, control character. Only the lowest mark is
/// meaningful.
#[inline(always)]
fn stops(word: u64) -> u64 {
    let quote = zero_bytes(word ^ (ONES * b'"' as u64));
    let backslash = zero_bytes(word ^ (ONES * b'\\' as u64));
    let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
    quote | backslash | control
}

/// The end of a run of plain characters, and whether all of them are ASCII.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) end: usize,
    pub(super) ascii: bool,
}

/// The longest run from `start` without quote, backslash and control character. It may end with the input.
#[inline]
pub(super) fn plain_run(bytes: &[u8], start: usize) -> Run {
    let mut at = start;
    let mut high = 0;
    while let Some(chunk) = bytes.get(at..at + 8) {
        let word = u64::from_le_bytes(chunk.try_into().expect("eight bytes"));
        let stop = stops(word);
        if stop != 0 {
            // The bits below the lowest mark belong to the run.
            high |= word & HIGHS & (stop ^ stop.wrapping_sub(1));
            return Run { end: at + stop.trailing_zeros() as usize / 8, ascii: high == 0 };
        }
        high |= word & HIGHS;
        at += 8;
    }
    while let Some(&byte) = bytes.get(at)
        && byte >= 0x20
        && byte != b'"'
        && byte != b'\\'
    {
        high |= u64::from(byte & 0x80);
        at += 1;
    }
    Run { end: at, ascii: high == 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place() {
        for length in 0..24 {
            for at in 0..length {
                for byte in 0..=255u8 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let run = plain_run(&bytes, 0);
                    let stops = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(run.end, if stops { at } else { length }, "{byte:#x} at {at} of {length}");
                    assert_eq!(run.ascii, stops || byte < 0x80);
                }
            }
        }
    }

    #[test]
    fn what_follows_the_stop_does_not_count() {
        assert!(plain_run("a\"é and so on".as_bytes(), 0).ascii);
        assert!(!plain_run("é\"a and so on".as_bytes(), 0).ascii);
    }
}
