//! The `prickle` binary.

fn main() -> std::process::ExitCode {
    prickle_compiler::cli::main()
}
