//! See `prickle_tests::fuzz`.
#![no_main]

use std::cell::RefCell;

use prickle_tests::fuzz::Heaps;

thread_local!(static HEAPS: RefCell<Heaps> = RefCell::default());

libfuzzer_sys::fuzz_target!(|input: &[u8]| HEAPS.with_borrow_mut(|heaps| heaps.json(input)));
