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

/// The hash of a string. Overlapping loads keep keys of up to sixteen bytes free of loops.
#[inline]
pub(crate) fn hash_bytes(bytes: &[u8]) -> u32 {
    let seed = SEED.load(Ordering::Relaxed);
    let length = bytes.len();
    let (first, last) = if length >= 8 {
        let mut first = word(bytes, 0);
        if length > 16 {
            first = hash_middle(bytes, seed, first);
        }
        (first, word(bytes, length - 8))
    } else if length >= 4 {
        (half(bytes, 0), half(bytes, length - 4))
    } else if length > 0 {
        (u64::from(bytes[0]), u64::from(bytes[length / 2]) << 8 | u64::from(bytes[length - 1]))
    } else {
        (0, 0)
    };
    folded_multiply(first ^ seed, last ^ SPREAD.wrapping_mul(length as u64 + 1)) as u32
}

/// The words between the first and the last of a long key.
#[inline]
fn hash_middle(bytes: &[u8], seed: u64, first: u64) -> u64 {
    let mut state = first;
    let mut at = 8;
    while at + 8 < bytes.len() {
        state = folded_multiply(state ^ seed, word(bytes, at) ^ SPREAD);
        at += 8;
    }
    state
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
