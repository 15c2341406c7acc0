//! The processor that native programs are built for.

/// What cargo is told so that rustc may use all of the processor, where it can do more than the oldest of its kind: the instructions of
/// x86-64-v3 make the chain of the benchmark 6 % faster. Numbers come out the same: rustc contracts nothing.
///
/// A program is started where it was built, and this is part of its fingerprint: another machine that shares the cache builds its
/// own. Whoever sets `RUSTFLAGS` decides alone.
#[must_use]
pub fn cargo_config() -> Option<&'static str> {
    #[cfg(target_arch = "x86_64")]
    {
        let has_all = std::arch::is_x86_feature_detected!("avx2")
            && std::arch::is_x86_feature_detected!("bmi1")
            && std::arch::is_x86_feature_detected!("bmi2")
            && std::arch::is_x86_feature_detected!("f16c")
            && std::arch::is_x86_feature_detected!("fma")
            && std::arch::is_x86_feature_detected!("lzcnt")
            && std::arch::is_x86_feature_detected!("movbe");
        has_all.then_some("build.rustflags=[\"-Ctarget-cpu=x86-64-v3\"]")
    }
    #[cfg(not(target_arch = "x86_64"))]
    None
}
