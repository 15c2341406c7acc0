//! Room for recursion: parsing, walking and dropping deeply nested source must never overflow the stack.

/// Stack of the thread that runs the stages. It is reserved address space, touched only as deep as recursion goes.
const DEEP_STACK_BYTES: usize = 1 << 30;

/// Runs `work` on a thread with a very large stack and returns its result.
///
/// # Panics
/// Continues a panic of `work` in the caller, or panics when the system refuses the thread.
pub fn with_deep_stack<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("compiler".to_owned())
            .stack_size(DEEP_STACK_BYTES)
            .spawn_scoped(scope, work)
            .expect("the system can start a thread");
        match thread.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
