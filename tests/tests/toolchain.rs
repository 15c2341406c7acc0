//! What the toolchain checks: formatting, lints of our crates and of the emitted ones, and memory errors under AddressSanitizer.

#![allow(clippy::print_stdout, reason = "a check that is left out must be seen")]

use std::env;
use std::path::PathBuf;
use std::process::Command;

use prickle_tests::folder::repository;
use prickle_tests::oracle;

/// `cargo` with the arguments of a shell line, in the repository, without what the outer cargo set for this test.
fn cargo(line: &str) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(line.split_whitespace()).current_dir(repository());
    let outer =
        |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_BIN_") || name == "CARGO_MANIFEST_DIR";
    for (name, _) in env::vars().filter(|(name, _)| outer(name)) {
        command.env_remove(name);
    }
    command
}

fn succeeds(mut command: Command) {
    let output = command.output().expect("the command starts");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{}\n{}", text(&output.stdout), text(&output.stderr));
}

/// A target folder of its own, below the one in use, so that different flags do not undo each other's work.
fn target(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn sources_are_formatted() {
    succeeds(cargo("fmt --all --check"));
}

#[test]
fn clippy_finds_nothing() {
    succeeds(cargo("clippy --workspace --all-targets -- -D warnings"));
}

#[test]
fn clippy_finds_nothing_in_the_emitted_crates() {
    let mut command = cargo("clippy --locked --workspace --manifest-path generated/Cargo.toml -- -D warnings");
    command.env("CARGO_TARGET_DIR", target("generated"));
    succeeds(command);
}

#[test]
fn the_heap_passes_address_sanitizer() {
    let nightly = Command::new("cargo").args(["+nightly", "--version"]).output().is_ok_and(|out| out.status.success());
    if !nightly || !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        println!("AddressSanitizer is left out: there is no nightly toolchain for x86_64 Linux here");
        return;
    }
    // By its name, since the outer cargo is one toolchain's and does not choose.
    let mut command = Command::new("cargo");
    command
        .args("+nightly test --package prickle-heap --lib --tests --target x86_64-unknown-linux-gnu".split_whitespace())
        .current_dir(repository())
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTFLAGS", "-Zsanitizer=address")
        // The limit on recursion compares addresses of locals, which must be on the real stack.
        .env("ASAN_OPTIONS", "detect_stack_use_after_return=0")
        // Frames are several times as large.
        .env("RUST_MIN_STACK", "67108864")
        .env("CARGO_TARGET_DIR", target("address-sanitizer"));
    succeeds(command);
}

#[test]
fn the_oracle_agrees_with_what_is_known_of_the_server() {
    if !oracle::prepare().expect("Node is ready") {
        println!("the oracle is left out: there is no Node here");
        return;
    }
    let mut command = Command::new("node");
    command.arg("selftest.mjs").current_dir(repository().join("tests/oracle"));
    succeeds(command);
}
