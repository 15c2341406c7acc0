//! What keeps a plugin from running for ever: fuel, loop deadlines, the stack limit, the memory limit.

use std::cell::Cell;
use std::time::Instant;

use crate::{Cx, ErrorKind, JsResult, Termination, Throw};

/// Checkpoints between two looks at the clock.
pub(crate) const FUEL: u32 = 128;

/// How much a turn may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Milliseconds that one loop may run.
    pub loop_milliseconds: u64,
    /// Bytes that one event may use.
    pub memory: usize,
    /// Bytes of stack below the place where the turn starts.
    pub stack: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { loop_milliseconds: 30_000, memory: 256 << 20, stack: 1 << 20 }
    }
}

/// The guard's state in a turn.
pub(crate) struct Guard {
    started: Instant,
    /// Milliseconds since `started` when the clock was last looked at.
    now: Cell<u64>,
    stack_limit: usize,
    limits: Limits,
}

/// An address on the stack of the caller. From the stack pointer where we know how to read it: the address of a variable is not on the
/// stack under AddressSanitizer.
#[inline(always)]
fn stack_address() -> usize {
    #[cfg(target_arch = "x86_64")]
    {
        let here: usize;
        // SAFETY: the instruction reads one register and writes another. It touches neither memory nor stack nor flags.
        unsafe { std::arch::asm!("mov {}, rsp", out(reg) here, options(nomem, nostack, preserves_flags)) };
        here
    }
    #[cfg(target_arch = "aarch64")]
    {
        let here: usize;
        // SAFETY: as above.
        unsafe { std::arch::asm!("mov {}, sp", out(reg) here, options(nomem, nostack, preserves_flags)) };
        here
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        let here = 0u8;
        (&raw const here).addr()
    }
}

/// Makes the frame of the caller last until the caller returns.
#[inline(always)]
fn keep_frame() {
    let here = 0u8;
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    // SAFETY: there is no instruction. For the compiler, somebody now knows the address of a variable of this frame.
    unsafe {
        std::arch::asm!("/* {0} */", in(reg) &raw const here, options(nostack, preserves_flags));
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    std::hint::black_box(&here);
}

impl Guard {
    pub(crate) fn new(limits: Limits) -> Guard {
        Guard {
            started: Instant::now(),
            now: Cell::new(0),
            stack_limit: stack_address().saturating_sub(limits.stack),
            limits,
        }
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }
}

/// The deadline of one loop of the source.
#[derive(Clone, Copy, Debug)]
pub struct LoopGuard {
    /// Milliseconds since the turn started at which the loop has to be over.
    deadline: u64,
    line: u32,
    column: u32,
}

impl LoopGuard {
    /// One iteration. Throws when the loop has run for too long, and ends the turn when the event uses too much memory.
    #[inline(always)]
    pub fn check<'h>(&self, cx: Cx<'h>) -> JsResult<'h, ()> {
        cx.checkpoint()?;
        if cx.guard().now.get() > self.deadline { Err(self.timed_out(cx)) } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn timed_out<'h>(&self, cx: Cx<'h>) -> Throw<'h> {
        let seconds = cx.guard().limits.loop_milliseconds / 1000;
        let plural = if seconds == 1 { "" } else { "s" };
        let LoopGuard { line, column, .. } = self;
        let message =
            format!("Script execution timed out after looping for {seconds} second{plural} on line {line}:{column}");
        cx.throw_error(ErrorKind::Error, cx.string(&message))
    }
}

impl<'h> Cx<'h> {
    /// The limits of the turn.
    pub fn limits(self) -> Limits {
        self.guard().limits()
    }

    /// To be called wherever a plugin can make us repeat something: loops, calls, callbacks of builtins.
    #[inline(always)]
    pub fn checkpoint(self) -> JsResult<'h, ()> {
        let fuel = self.event_arena().fuel();
        match fuel.get().checked_sub(1) {
            Some(left) => {
                fuel.set(left);
                Ok(())
            }
            None => self.refuel(),
        }
    }

    #[cold]
    #[inline(never)]
    fn refuel(self) -> JsResult<'h, ()> {
        self.refresh_clock();
        if self.event_arena().exceeded() || self.worker_arena().exceeded() {
            let bytes = self.guard().limits.memory;
            return Err(self.terminate(Termination::MemoryLimit { bytes }));
        }
        self.refill();
        Ok(())
    }

    /// Starts over with full fuel.
    pub(crate) fn refill(self) {
        self.event_arena().fuel().set(FUEL);
    }

    /// Makes the next checkpoint look at clock and memory.
    pub(crate) fn drain(self) {
        self.event_arena().fuel().set(0);
    }

    /// Looks at the clock. Hosts call this when a suspended turn goes on.
    #[cold]
    pub fn refresh_clock(self) {
        let guard = self.guard();
        guard.now.set(guard.started.elapsed().as_millis() as u64);
    }

    /// Whether that many more bytes would pass the memory limit: to be asked before a builtin allocates much at once.
    pub fn check_memory(self, bytes: usize) -> JsResult<'h, ()> {
        if self.event_arena().used().saturating_add(bytes) > self.event_arena().limit() {
            let bytes = self.guard().limits.memory;
            return Err(self.terminate(Termination::MemoryLimit { bytes }));
        }
        Ok(())
    }

    /// The guard of a loop at this place of the original source (line from 1, column from 0). It counts from when the clock was last
    /// looked at, at most some hundred checkpoints ago: nobody can tell, and most loops end before a look at the clock pays off.
    #[inline]
    pub fn loop_guard(self, line: u32, column: u32) -> LoopGuard {
        let deadline = self.guard().now.get().saturating_add(self.guard().limits.loop_milliseconds);
        LoopGuard { deadline, line, column }
    }

    /// Throws V8's RangeError when the stack is nearly used up.
    ///
    /// JavaScript has no proper tail calls in Node: recursion without end must reach the limit. A variable of this frame that
    /// somebody may know of keeps the compiler from reusing the frame for a last call.
    #[inline(always)]
    pub fn check_stack(self) -> JsResult<'h, ()> {
        keep_frame();
        if stack_address() < self.guard().stack_limit { Err(self.stack_overflow()) } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn stack_overflow(self) -> Throw<'h> {
        self.throw_error(ErrorKind::Range, "Maximum call stack size exceeded")
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{EventHeap, Thrown, Turn, Value, WorkerHeap};

    fn run(limits: Limits, body: impl for<'h> FnOnce(Cx<'h>)) {
        let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
        let turn = Turn::new(&worker, &mut event, &(), limits);
        body(turn.cx());
    }

    fn message(throw: Throw<'_>) -> String {
        match throw.thrown() {
            Thrown::Exception(Value::Object(error)) => format!("{:?}", error.as_error().map(|error| error.kind())),
            Thrown::Exception(value) => format!("{value:?}"),
            Thrown::Terminated(termination) => termination.to_string(),
        }
    }

    #[test]
    fn a_loop_without_end_is_ended() {
        for (milliseconds, expected) in [(1000, "for 1 second on line 3:7"), (0, "for 0 seconds on line 3:7")] {
            run(Limits { loop_milliseconds: milliseconds, ..Limits::default() }, |cx| {
                let guard = cx.loop_guard(3, 7);
                let thrown = loop {
                    if let Err(thrown) = guard.check(cx) {
                        break thrown;
                    }
                    std::thread::sleep(Duration::from_micros(100));
                };
                let Some(Value::Object(error)) = thrown.exception() else { panic!("catchable") };
                let text = error.get_own_data(cx, "message").and_then(Value::as_string).unwrap();
                assert_eq!(text.to_string_lossy(), format!("Script execution timed out after looping {expected}"));
                assert_eq!(error.as_error().unwrap().kind(), ErrorKind::Error);
            });
        }
    }

    #[test]
    fn recursion_without_end_is_a_range_error() {
        run(Limits { stack: 256 << 10, ..Limits::default() }, |cx| {
            let forever = cx.closure("f", 0, [], |cx, call| call.function().call(cx, Value::Undefined, &[]));
            let thrown = forever.as_function().unwrap().call(cx, Value::Undefined, &[]).unwrap_err();
            assert_eq!(message(thrown), "Some(Range)");
        });
    }

    #[test]
    fn an_event_that_allocates_for_ever_is_ended_for_good() {
        run(Limits { memory: 4 << 20, ..Limits::default() }, |cx| {
            let guard = cx.loop_guard(1, 0);
            let mut text = cx.string("x");
            // Doubling: within a few rounds this would be more than there is.
            let thrown = loop {
                if let Err(thrown) = guard.check(cx) {
                    break thrown;
                }
                text = text.concat(cx, text).unwrap();
            };
            assert_eq!(message(thrown), "memory limit of 4194304 bytes per event exceeded");
            assert!(cx.memory_used() < 32 << 20);
            assert!(guard.check(cx).is_err(), "catching it does not help");
            cx.renew_limits();
            assert!(guard.check(cx).is_ok(), "the next hook has an allowance of its own");
            assert!(cx.check_memory(1 << 20).is_ok() && cx.check_memory(5 << 20).is_err());
        });
    }

    #[test]
    fn growth_of_the_worker_heap_counts() {
        run(Limits { memory: 4 << 20, ..Limits::default() }, |cx| {
            let list = crate::Array::of(cx, &[]);
            cx.root(list.into());
            let guard = cx.loop_guard(1, 0);
            let thrown = loop {
                if let Err(thrown) = guard.check(cx) {
                    break thrown;
                }
                list.push(cx, 1.0.into()).unwrap();
            };
            assert!(matches!(thrown.thrown(), Thrown::Terminated(Termination::MemoryLimit { .. })));
        });
    }
}
