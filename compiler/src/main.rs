//! The `prickle` binary.

fn main() {}
