//! Compiled patterns: those of literals once per thread, those of the run time in a small cache.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Object, RegExpObject};
use prickle_regexp::{Flags, LimitReached, PatternError, Regexp, Scratch};

use crate::errors::throw_error;

/// Patterns made at run time that stay compiled.
const CACHED: usize = 256;

/// Handles of literals are below this number.
const FIRST_CACHED: u64 = 1 << 32;

/// What a thread has compiled.
struct Compiled {
    literals: Vec<Option<Rc<Regexp>>>,
    /// The patterns made at run time; a handle is a number that counts on, and its place is what remains modulo the size.
    cached: Vec<Cached>,
    by_source: HashMap<(Box<[u8]>, Flags), u64>,
    next: u64,
}

struct Cached {
    handle: u64,
    source: Box<[u8]>,
    flags: Flags,
    regexp: Rc<Regexp>,
}

thread_local! {
    static COMPILED: RefCell<Compiled> = RefCell::new(Compiled {
        literals: Vec::new(),
        cached: Vec::new(),
        by_source: HashMap::new(),
        next: FIRST_CACHED,
    });
    static SCRATCH: RefCell<Scratch> = RefCell::new(Scratch::new());
}

/// A regular expression literal, which `regexp!` declares. The compiler has checked it.
#[derive(Debug)]
pub struct RegExpLiteral {
    source: &'static str,
    flags: Flags,
    /// Its number in the whole program, from 1 on; 0 as long as nobody has evaluated it.
    number: AtomicU32,
}

impl RegExpLiteral {
    /// The literal `/source/flags`.
    #[must_use]
    pub const fn new(source: &'static str, flags: &'static str) -> RegExpLiteral {
        let flags = match Flags::parse(flags.as_bytes()) {
            Some(flags) => flags,
            None => Flags::NONE,
        };
        RegExpLiteral { source, flags, number: AtomicU32::new(0) }
    }

    /// Evaluation of the literal (ECMA-262 §13.2.7.3): a new object every time.
    #[must_use]
    pub fn evaluate<'h>(&'static self, cx: Cx<'h>) -> Object<'h> {
        let mut number = self.number.load(Ordering::Relaxed);
        if number == 0 {
            number = self.number();
        }
        RegExpObject::new(cx, JsStr::from_static(self.source), self.flags.bits(), number.into()).object()
    }

    #[cold]
    fn number(&self) -> u32 {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let fresh = NEXT.fetch_add(1, Ordering::Relaxed);
        match self.number.compare_exchange(0, fresh, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => fresh,
            Err(taken) => taken,
        }
    }
}

impl Compiled {
    fn of_handle(&self, handle: u64) -> Option<Rc<Regexp>> {
        if handle < FIRST_CACHED {
            return self.literals.get(handle as usize)?.clone();
        }
        let cached = self.cached.get(handle as usize % CACHED)?;
        (cached.handle == handle).then(|| cached.regexp.clone())
    }

    fn keep(&mut self, source: &[u8], flags: Flags, regexp: Rc<Regexp>) -> u64 {
        let handle = self.next;
        self.next += 1;
        let place = handle as usize % CACHED;
        let cached = Cached { handle, source: source.into(), flags, regexp };
        self.by_source.insert((source.into(), flags), handle);
        if place == self.cached.len() {
            self.cached.push(cached);
        } else {
            let old = std::mem::replace(&mut self.cached[place], cached);
            self.by_source.remove(&(old.source, old.flags));
        }
        handle
    }
}

/// The handle of a pattern made at run time.
pub(super) fn compile(source: JsStr<'_>, flags: Flags) -> Result<u64, PatternError> {
    COMPILED.with_borrow_mut(|compiled| {
        // A key of its own is made only where the pattern is new: most often it is the same again.
        let bytes = source.as_bytes();
        let newest =
            compiled.cached.iter().rev().take(4).find(|cached| cached.flags == flags && *cached.source == *bytes);
        if let Some(cached) = newest {
            return Ok(cached.handle);
        }
        if let Some(handle) = compiled.by_source.get(&(bytes.into(), flags)) {
            return Ok(*handle);
        }
        let regexp = Rc::new(Regexp::new(bytes, flags)?);
        Ok(compiled.keep(bytes, flags, regexp))
    })
}

/// The flags that a regular expression was made with.
#[inline]
pub(super) fn flags_of(regexp: RegExpObject<'_>) -> Flags {
    Flags::from_bits(regexp.flags())
}

/// What a regular expression is compiled to.
pub(super) fn compiled<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>) -> Rc<Regexp> {
    let handle = regexp.handle() as u64;
    COMPILED.with_borrow_mut(|compiled| match compiled.of_handle(handle) {
        Some(found) => found,
        None => compile_again(cx, compiled, regexp, handle),
    })
}

/// Compiles a literal for the first time in this thread, or what has left the cache.
#[cold]
fn compile_again<'h>(cx: Cx<'h>, compiled: &mut Compiled, regexp: RegExpObject<'h>, handle: u64) -> Rc<Regexp> {
    let (source, flags) = (regexp.source(), flags_of(regexp));
    let fresh =
        Rc::new(Regexp::new(source.as_bytes(), flags).expect("it has been compiled before, or by the compiler"));
    if handle < FIRST_CACHED {
        let at = handle as usize;
        if compiled.literals.len() <= at {
            compiled.literals.resize(at + 1, None);
        }
        compiled.literals[at] = Some(fresh.clone());
    } else {
        regexp.set_handle(cx, compiled.keep(source.as_bytes(), flags, fresh.clone()) as f64);
    }
    fresh
}

/// Looks for a match from a byte position on; `take` reads the groups and runs no code of the program.
#[inline]
pub(super) fn find<'h, T>(
    cx: Cx<'h>,
    regexp: &Regexp,
    text: JsStr<'h>,
    start: usize,
    only_here: bool,
    take: impl FnOnce(&Scratch) -> T,
) -> JsResult<'h, Option<T>> {
    SCRATCH.with_borrow_mut(|scratch| match regexp.find(text.as_bytes(), text.is_ascii(), start, only_here, scratch) {
        Ok(true) => Ok(Some(take(scratch))),
        Ok(false) => Ok(None),
        Err(limit) => Err(give_up(cx, limit)),
    })
}

#[cold]
fn give_up(cx: Cx<'_>, limit: LimitReached) -> prickle_heap::Throw<'_> {
    throw_error(cx, ErrorKind::Range, cx.string(&limit.to_string()))
}
