//! Keys that were met before, and which of them follow which: events have much the same keys in much the same order, so most keys
//! need neither be scanned nor hashed.

/// How many keys are remembered.
const COUNT: usize = 256;
/// The place before the first key of a text. No key has this number.
const START: u8 = 0;
/// How many numbers are tried for a key before it takes the place of another one.
const TRIES: u32 = 8;
/// What a key, its quotes and the colon may be long together.
pub(super) const WIDTH: usize = 32;

/// A key that was met.
#[derive(Clone, Copy)]
#[repr(C, align(16))]
struct KnownKey {
    /// The key with its quotes and the colon, where it is short enough. Else its first byte is none.
    text: [u8; WIDTH],
    /// One bit per byte of `text` that is not part of it.
    beyond: u32,
    /// The bytes of key, quotes and colon; zero where no key is.
    length: u32,
    hash: u32,
    /// The keys that followed this one, the last one first.
    next: [u8; 2],
}

const NOTHING: KnownKey = KnownKey { text: [0; WIDTH], beyond: 0, length: 0, hash: 0, next: [START; 2] };

/// What is remembered, and the key that was met last.
pub(super) struct KnownKeys {
    keys: [KnownKey; COUNT],
    last: u8,
}

/// A key that was recognised.
pub(super) struct Recognised {
    /// The bytes of key, quotes and colon: from three up to `WIDTH`.
    pub(super) length: usize,
    pub(super) hash: u32,
}

impl KnownKeys {
    pub(super) fn new() -> Box<KnownKeys> {
        Box::new(KnownKeys { keys: [NOTHING; COUNT], last: START })
    }

    /// A text begins.
    pub(super) fn begin(&mut self) {
        self.last = START;
    }

    /// The key with which these bytes begin, if it is one of the two that followed the last key before.
    #[inline(always)]
    pub(super) fn recognise(&mut self, bytes: &[u8; WIDTH]) -> Option<Recognised> {
        let [first, second] = self.keys[usize::from(self.last)].next;
        let mut number = first;
        if !self.begins_with(bytes, first) {
            if !self.begins_with(bytes, second) {
                return None;
            }
            self.keys[usize::from(self.last)].next = [second, first];
            number = second;
        }
        self.last = number;
        let key = &self.keys[usize::from(number)];
        Some(Recognised { length: key.length as usize, hash: key.hash })
    }

    #[inline(always)]
    fn begins_with(&self, bytes: &[u8; WIDTH], number: u8) -> bool {
        let key = &self.keys[usize::from(number)];
        // What has no text begins with no quote, and so does no key in the input.
        bytes[0] == b'"' && equal_bytes(bytes, &key.text) | key.beyond == u32::MAX
    }

    /// Remembers a plain key that is followed by a colon.
    #[cold]
    #[inline(never)]
    pub(super) fn learn(&mut self, name: &[u8], hash: u32) {
        let length = name.len() as u32 + 3;
        let number = |step: u32| (hash.wrapping_add(step) % (COUNT as u32 - 1) + 1) as u8;
        let fits = |number: &u8| {
            let key = &self.keys[usize::from(*number)];
            key.length == 0 || key.hash == hash && key.length == length
        };
        let chosen = (0..TRIES).map(number).find(fits).unwrap_or(number(0));
        let key = &mut self.keys[usize::from(chosen)];
        if key.hash != hash || key.length != length {
            key.next = [START; 2];
        }
        (key.length, key.hash, key.text, key.beyond) = (length, hash, [0; WIDTH], 0);
        if let Some(place) = key.text.get_mut(..name.len() + 3) {
            place[0] = b'"';
            place[1..=name.len()].copy_from_slice(name);
            place[name.len() + 1..].copy_from_slice(b"\":");
            key.beyond = u32::MAX.unbounded_shl(length);
        }
        let before = &mut self.keys[usize::from(self.last)];
        before.next = [chosen, before.next[0]];
        self.last = chosen;
    }
}

/// One bit per byte that both have at the same place.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn equal_bytes(a: &[u8; WIDTH], b: &[u8; WIDTH]) -> u32 {
    use std::arch::x86_64::{__m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8};
    // SAFETY: the loads read the two halves of each array and need no alignment; SSE2 is always there on this architecture.
    unsafe {
        let half = |bytes: &[u8; WIDTH], at: usize| _mm_loadu_si128(bytes.as_ptr().add(at).cast::<__m128i>());
        let equal = |at: usize| _mm_movemask_epi8(_mm_cmpeq_epi8(half(a, at), half(b, at))) as u32;
        equal(0) | equal(16) << 16
    }
}

/// One bit per byte that both have at the same place.
#[cfg(not(target_arch = "x86_64"))]
fn equal_bytes(a: &[u8; WIDTH], b: &[u8; WIDTH]) -> u32 {
    (0..WIDTH).fold(0, |bits, at| bits | u32::from(a[at] == b[at]) << at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::hash_bytes;

    fn met(keys: &mut KnownKeys, name: &str) -> bool {
        let text = format!("\"{name}\":\"and whatever follows in the input");
        let recognised = keys.recognise(text.as_bytes().first_chunk().unwrap());
        match &recognised {
            Some(key) => {
                assert_eq!((key.length, key.hash), (name.len() + 3, hash_bytes(name.as_bytes())));
                assert!(key.length <= WIDTH);
            }
            None => keys.learn(name.as_bytes(), hash_bytes(name.as_bytes())),
        }
        recognised.is_some()
    }

    #[test]
    fn two_followers_are_recognised() {
        let mut keys = KnownKeys::new();
        for (round, follower) in ["b", "c", "b", "c", "b"].into_iter().enumerate() {
            keys.begin();
            assert_eq!(met(&mut keys, "a"), round > 0);
            assert_eq!(met(&mut keys, follower), round > 1);
        }
        assert!(!met(&mut keys, "bb"));
    }

    #[test]
    fn keys_of_all_lengths() {
        let mut keys = KnownKeys::new();
        for round in 0..2 {
            keys.begin();
            for length in 0..40 {
                assert_eq!(met(&mut keys, &"k".repeat(length)), round == 1 && length <= WIDTH - 3, "{length}");
            }
        }
    }

    #[test]
    fn more_keys_than_there_is_room_for() {
        let mut keys = KnownKeys::new();
        for round in 0..3 {
            keys.begin();
            for number in 0..1000 {
                met(&mut keys, &format!("key{number}"));
            }
            assert!(round < 3);
        }
    }
}
