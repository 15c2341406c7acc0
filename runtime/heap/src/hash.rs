//! The seeded hash of property keys and of the keys of Map and Set.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

/// Property keys come from clients, so where they land in an index must not be theirs to choose. Set once per process, before the
/// first object exists; zero means not yet set.
static SEED: AtomicU64 = AtomicU64::new(0);

const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Chooses the seed of this process if nobody has yet.
pub(crate) fn choose_seed() {
    let seed = RandomState::new().hash_one(0u8) | 1;
    // Another thread may have been first; its seed stays.
    let _ = SEED.compare_exchange(0, seed, Ordering::Relaxed, Ordering::Relaxed);
}

/// Both halves of the full product, folded together.
#[inline(always)]
fn folded_multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

#[inline(always)]
fn word(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"))
}

#[inline(always)]
fn half(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")))
}

/// The second secret. Both factors of the product have one, so that nobody can make one of them zero.
#[inline(always)]
fn second(seed: u64) -> u64 {
    seed.rotate_left(32) ^ SPREAD
}

/// The hash of up to sixteen bytes, given as two words that are filled up with zeros.
#[inline(always)]
fn hash_words(first: u64, last: u64, length: usize) -> u32 {
    let seed = SEED.load(Ordering::Relaxed);
    folded_multiply(first ^ seed, last ^ second(seed).wrapping_add(length as u64)) as u32
}

/// Masks for the first so many bytes of sixteen.
static MASKS: [[u64; 2]; 17] = {
    let mut masks = [[0; 2]; 17];
    let mut length = 0;
    while length <= 16 {
        let mask = if length == 16 { u128::MAX } else { (1u128 << (8 * length)) - 1 };
        masks[length] = [mask as u64, (mask >> 64) as u64];
        length += 1;
    }
    masks
};

/// The hash of the first `length` bytes of sixteen.
#[inline(always)]
pub(crate) fn hash_chunk(chunk: &[u8; 16], length: usize) -> u32 {
    let [first, last] = MASKS[length & 15];
    hash_words(word(chunk, 0) & first, word(chunk, 8) & last, length & 15)
}

/// The hash of a string.
#[inline]
pub(crate) fn hash_bytes(bytes: &[u8]) -> u32 {
    hash_literal(bytes)
}

/// The hash of a string, to be inlined where the string is known when the program is compiled.
#[inline(always)]
pub(crate) fn hash_literal(bytes: &[u8]) -> u32 {
    let length = bytes.len();
    match length {
        0 => hash_words(0, 0, 0),
        1..4 => {
            let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
            hash_words(byte(0) | byte(length / 2) | byte(length - 1), 0, length)
        }
        4..8 => {
            let last = half(bytes, length - 4) >> (8 * (8 - length));
            hash_words(half(bytes, 0) | last << 32, 0, length)
        }
        8 => hash_words(word(bytes, 0), 0, length),
        9..=16 => hash_words(word(bytes, 0), word(bytes, length - 8) >> (128 - 8 * length), length),
        _ => hash_long(bytes),
    }
}

/// The hash of a string of more than sixteen bytes.
#[inline(never)]
fn hash_long(bytes: &[u8]) -> u32 {
    let seed = SEED.load(Ordering::Relaxed);
    let second = second(seed);
    let mut state = seed ^ bytes.len() as u64;
    let mut at = 0;
    while at + 16 < bytes.len() {
        state = folded_multiply(word(bytes, at) ^ state, word(bytes, at + 8) ^ second);
        at += 16;
    }
    let end = bytes.len();
    folded_multiply(word(bytes, end - 16) ^ state, word(bytes, end - 8) ^ second) as u32
}

/// Whether two strings, which are short like keys, are equal. Without a call: lookups are leaf functions.
#[inline(always)]
pub(crate) fn is_equal(a: &[u8], b: &[u8]) -> bool {
    let length = a.len();
    if length != b.len() {
        return false;
    }
    if length >= 8 {
        // The last eight bytes, and then whole words up to them.
        if word(a, length - 8) != word(b, length - 8) {
            return false;
        }
        let mut at = 0;
        while at + 8 < length {
            if word(a, at) != word(b, at) {
                return false;
            }
            at += 8;
        }
        return true;
    }
    if length >= 4 {
        return half(a, 0) == half(b, 0) && half(a, length - 4) == half(b, length - 4);
    }
    a.iter().eq(b)
}

/// The hash of a number that stands for something: the bits of a double, an identity.
#[inline]
pub(crate) fn hash_word(value: u64) -> u32 {
    folded_multiply(value ^ SEED.load(Ordering::Relaxed), SPREAD) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn equality_is_that_of_slices() {
        for length in 0..70 {
            let a = vec![b'a'; length];
            assert!(is_equal(&a, &a.clone()) && !is_equal(&a, &vec![b'a'; length + 1]));
            for at in 0..length {
                let mut b = a.clone();
                b[at] = b'b';
                assert!(!is_equal(&a, &b), "{at} of {length}");
            }
        }
    }

    #[test]
    fn chunks_hash_like_strings() {
        choose_seed();
        let chunk = *b"abcdefghijklmnop";
        for length in 0..16 {
            assert_eq!(hash_chunk(&chunk, length), hash_bytes(&chunk[..length]), "{length}");
        }
    }

    #[test]
    fn similar_keys_spread() {
        choose_seed();
        let mut seen = HashSet::new();
        let mut keys = 0;
        for length in 0..64 {
            for at in 0..length {
                let mut key = vec![b'a'; length];
                key[at] = b'b';
                seen.insert(hash_bytes(&key));
                keys += 1;
            }
        }
        assert!(seen.len() > keys - 8, "{} of {keys}", seen.len());
    }
}
