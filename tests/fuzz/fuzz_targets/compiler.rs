//! See `prickle_tests::fuzz`.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| prickle_tests::fuzz::compiler(text));
