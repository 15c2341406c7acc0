//! The matcher: backtracking, on the bytes of a string, with a limit.

mod input;
mod run;
mod scratch;

use std::fmt;

use crate::program::{Op, Program, UNGUARDED};
use crate::unicode::{CaseRule, canonical};
use input::{Ascii, Points, Units, View, is_inside_pair};
pub use scratch::Scratch;
use scratch::{Frame, MAX_FRAMES, Memory, UNSET};

/// Steps that one match may take. JavaScript has no such limit; a pattern that needs more would hold up everybody else.
pub const STEP_LIMIT: u32 = 10_000_000;

/// A match was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitReached {
    /// [`STEP_LIMIT`]
    Steps,
    /// More places to go back to than V8 has room for.
    Memory,
}

impl fmt::Display for LimitReached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LimitReached::Steps => write!(f, "Regular expression took more than {STEP_LIMIT} steps"),
            LimitReached::Memory => f.write_str("Maximum call stack size exceeded"),
        }
    }
}

/// A match in progress.
struct Machine<'a> {
    program: &'a Program,
    text: &'a [u8],
    stack: &'a mut Vec<Frame>,
    registers: &'a mut [u32],
    memory: &'a mut Memory,
    steps_left: u32,
    /// Registers of groups may have values of an attempt that has failed.
    is_dirty: bool,
}

/// Where to look.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'t> {
    pub(crate) text: &'t [u8],
    pub(crate) is_ascii: bool,
    /// From here on.
    pub(crate) start: usize,
    /// And only for a match that begins at `start`.
    pub(crate) only_here: bool,
}

/// Looks for the first match, by backtracking; if that takes long, by the linear engine with the program that `linear` gives. The groups are in
/// `scratch` afterwards.
pub(crate) fn find<'p>(
    program: &Program,
    linear: impl FnOnce() -> Option<&'p Program>,
    subject: Subject<'_>,
    scratch: &mut Scratch,
) -> Result<bool, LimitReached> {
    let length = subject.text.len();
    if scratch.patience > 0 {
        let patience = scratch.patience.saturating_add(length as u32).min(STEP_LIMIT);
        match attempt_within(patience, program, subject, scratch) {
            Err(LimitReached::Steps) => {}
            decided => return decided,
        }
    }
    match linear().and_then(|linear| Some((linear, scratch.memory.prepare(linear.states, length)?))) {
        // What each state costs is bounded; the limit is for lookarounds.
        Some((linear, bits)) => attempt_within(STEP_LIMIT + bits as u32 * 2, linear, subject, scratch),
        None => attempt_within(STEP_LIMIT, program, subject, scratch),
    }
}

/// Looks for the first match in at most so many steps.
fn attempt_within(
    steps: u32,
    program: &Program,
    Subject { text, is_ascii, start, only_here }: Subject<'_>,
    scratch: &mut Scratch,
) -> Result<bool, LimitReached> {
    let registers = program.registers as usize;
    if scratch.registers.len() < registers {
        scratch.registers.resize(registers, UNSET);
    }
    scratch.stack.clear();
    scratch.groups = program.groups as usize;
    let mut machine = Machine {
        program,
        text,
        stack: &mut scratch.stack,
        registers: &mut scratch.registers[..registers],
        memory: &mut scratch.memory,
        steps_left: steps,
        is_dirty: true,
    };
    let found = match (is_ascii, program.unicode) {
        (true, _) => machine.search::<Ascii>(start, only_here),
        (false, true) => machine.search::<Points>(start, only_here),
        (false, false) => machine.search::<Units>(start, only_here),
    };
    if !matches!(found, Ok(true)) {
        scratch.groups = 0;
    }
    scratch.release();
    found
}

impl Machine<'_> {
    fn search<V: View>(&mut self, start: usize, only_here: bool) -> Result<bool, LimitReached> {
        // With the flag `u`, a match inside a pair is looked for at its beginning first.
        if V::POINTS && is_inside_pair(self.text, start) && self.attempt::<V>(start - 2)? {
            return Ok(true);
        }
        let only_here = only_here || (self.program.anchored && start == 0);
        if self.program.anchored && start > 0 {
            return Ok(false);
        }
        let mut at = start;
        loop {
            if !only_here {
                let candidate = match &self.program.skip {
                    Some(skip) if V::ASCII => skip.find(self.text, at),
                    _ => self.program.prefilter.find(self.text, at),
                };
                match candidate {
                    Some(candidate) => at = candidate,
                    None => return Ok(false),
                }
            }
            if self.attempt::<V>(at)? {
                return Ok(true);
            }
            if only_here || at >= self.text.len() {
                return Ok(false);
            }
            self.step(1)?;
            at = if V::ASCII { at + 1 } else { Units::read(self.text, at).1 };
        }
    }

    /// Looks for a match that begins at a position.
    #[inline(always)]
    fn attempt<V: View>(&mut self, at: usize) -> Result<bool, LimitReached> {
        if self.is_dirty && self.program.groups > 1 {
            self.registers[2..self.program.groups as usize * 2].fill(UNSET);
            self.is_dirty = false;
        }
        let Some(end) = self.run::<V>(at)? else { return Ok(false) };
        self.registers[0] = at as u32;
        self.registers[1] = end as u32;
        Ok(true)
    }

    #[inline(always)]
    fn step(&mut self, count: u32) -> Result<(), LimitReached> {
        self.steps_left = self.steps_left.checked_sub(count).ok_or(LimitReached::Steps)?;
        Ok(())
    }

    #[inline(always)]
    fn push(&mut self, frame: Frame) -> Result<(), LimitReached> {
        if self.stack.len() >= MAX_FRAMES {
            return Err(LimitReached::Memory);
        }
        self.stack.push(frame);
        Ok(())
    }

    /// Sets a register so that going back undoes it.
    #[inline(always)]
    fn set(&mut self, register: u32, value: u32) -> Result<(), LimitReached> {
        let old = std::mem::replace(&mut self.registers[register as usize], value);
        self.is_dirty = true;
        // Nothing to go back to: nobody will ask.
        if self.stack.is_empty() || old == value { Ok(()) } else { self.push(Frame::Restore { register, value: old }) }
    }

    /// Whether what a guard stands before can match here.
    #[inline(always)]
    fn admits(&self, guard: u32, at: usize) -> bool {
        if guard == UNGUARDED {
            return true;
        }
        let guard = &self.program.guards[guard as usize];
        match self.text.get(at) {
            Some(byte) => guard.bytes.contains(*byte),
            None => guard.at_end,
        }
    }

    /// Matches from a position; the end of the match.
    fn run<V: View>(&mut self, start: usize) -> Result<Option<usize>, LimitReached> {
        let (mut pc, mut at) = (0u32, start);
        loop {
            let next = match self.program.code[pc as usize] {
                Op::Match => {
                    self.stack.clear();
                    return Ok(Some(at));
                }
                Op::Jump(target) => {
                    pc = target;
                    continue;
                }
                Op::Choice { choice } => self.is_new_state(choice, at).then_some(at),
                Op::Split { first, second, first_guard, second_guard } => {
                    self.step(1)?;
                    if !self.admits(first_guard, at) {
                        pc = second;
                        continue;
                    }
                    if self.admits(second_guard, at) {
                        self.push(Frame::Branch { pc: second, at: at as u32 })?;
                    }
                    pc = first;
                    continue;
                }
                Op::Loop { counter, min, max, greedy, exit } => {
                    self.step(1)?;
                    let count = self.registers[counter as usize];
                    pc = if count < min {
                        pc + 1
                    } else if count >= max {
                        exit
                    } else {
                        let (first, second) = if greedy { (pc + 1, exit) } else { (exit, pc + 1) };
                        self.push(Frame::Branch { pc: second, at: at as u32 })?;
                        first
                    };
                    continue;
                }
                Op::IterationEnd { counter, min, start } => {
                    let is_optional = self.registers[counter as usize] > min;
                    if is_optional && self.registers[counter as usize + 1] == at as u32 {
                        None
                    } else {
                        pc = start;
                        continue;
                    }
                }
                Op::LookEnd { register, negative } => self.leave_look(register, negative),
                op => self.simple::<V>(op, pc, at)?,
            };
            match next {
                Some(position) => {
                    at = position;
                    pc += 1;
                }
                None if self.stack.is_empty() => return Ok(None),
                None => match self.back::<V>()? {
                    Some(resumed) => (pc, at) = resumed,
                    None => return Ok(None),
                },
            }
        }
    }

    /// An instruction that the next one follows: the position then, or `None` if it fails.
    #[inline(always)]
    fn simple<V: View>(&mut self, op: Op, pc: u32, at: usize) -> Result<Option<usize>, LimitReached> {
        Ok(match op {
            Op::Byte(byte) => (self.text.get(at) == Some(&byte)).then_some(at + 1),
            Op::Literal { start, length, backward } => {
                let literal = &self.program.literals[start as usize..(start + length) as usize];
                if backward {
                    self.text[..at].ends_with(literal).then(|| at - literal.len())
                } else {
                    self.text[at..].starts_with(literal).then(|| at + literal.len())
                }
            }
            Op::Set { set, backward: false } => {
                let set = &self.program.sets[set as usize];
                if at >= self.text.len() {
                    return Ok(None);
                }
                let (character, next) = V::read(self.text, at);
                set.contains(character).then_some(next)
            }
            Op::Set { set, backward: true } => {
                if at == 0 {
                    return Ok(None);
                }
                let (character, next) = V::read_back(self.text, at);
                self.program.sets[set as usize].contains(character).then_some(next)
            }
            Op::Run { set, min, max, guard, mode, backward } => {
                return if backward {
                    self.run_backward::<V>(pc, at, set, (min, max), mode)
                } else {
                    self.run_forward::<V>(pc, at, set, (min, max), mode, guard)
                };
            }
            Op::Save(register) => {
                self.set(register, at as u32)?;
                Some(at)
            }
            Op::ClearGroups { first, last } => {
                for register in first * 2..last * 2 + 2 {
                    self.set(register, UNSET)?;
                }
                Some(at)
            }
            Op::CounterStart { counter } => {
                self.set(counter, 0)?;
                Some(at)
            }
            Op::IterationStart { counter } => {
                self.set(counter, self.registers[counter as usize] + 1)?;
                self.set(counter + 1, at as u32)?;
                Some(at)
            }
            Op::Start => (at == 0).then_some(at),
            Op::End => (at == self.text.len()).then_some(at),
            Op::LineStart => (at == 0 || is_line_terminator(V::read_back(self.text, at).0)).then_some(at),
            Op::LineEnd => (at == self.text.len() || is_line_terminator(V::read(self.text, at).0)).then_some(at),
            Op::WordBoundary { word, negative } => {
                let set = &self.program.sets[word as usize];
                let before = at > 0 && set.contains(V::read_back(self.text, at).0);
                let after = at < self.text.len() && set.contains(V::read(self.text, at).0);
                ((before != after) != negative).then_some(at)
            }
            Op::BackReference { group, backward } => return self.back_reference::<V>(group, backward, at),
            Op::Look { register, negative, after } => {
                self.registers[register as usize] = self.stack.len() as u32;
                self.registers[register as usize + 1] = self.memory.mark();
                self.push(Frame::Look { at: at as u32, after, negative })?;
                Some(at)
            }
            Op::Fail
            | Op::Match
            | Op::Jump(_)
            | Op::Choice { .. }
            | Op::Split { .. }
            | Op::Loop { .. }
            | Op::IterationEnd { .. }
            | Op::LookEnd { .. } => None,
        })
    }

    /// Whether matching has not been in this state before.
    fn is_new_state(&mut self, choice: u32, at: usize) -> bool {
        let choice = &self.program.choices[choice as usize];
        let begins_here = |register: &u32| u32::from(self.registers[*register as usize] == at as u32);
        let kind = choice.iterations.iter().map(begins_here).fold(0, |kind, bit| kind << 1 | bit);
        self.memory.is_new(choice.first_state + kind, at, choice.in_look)
    }

    /// The body of a lookaround has matched: nothing in it will be tried again.
    fn leave_look(&mut self, register: u32, negative: bool) -> Option<usize> {
        self.memory.forget(self.registers[register as usize + 1]);
        let height = self.registers[register as usize] as usize;
        if negative {
            while self.stack.len() > height {
                if let Some(Frame::Restore { register, value }) = self.stack.pop() {
                    self.registers[register as usize] = value;
                }
            }
            return None;
        }
        let Frame::Look { at, .. } = self.stack[height] else { return None };
        // What the body has captured is undone when matching goes back to before it.
        let mut kept = height;
        for index in height + 1..self.stack.len() {
            if let Frame::Restore { .. } = self.stack[index] {
                self.stack[kept] = self.stack[index];
                kept += 1;
            }
        }
        self.stack.truncate(kept);
        Some(at as usize)
    }

    /// BackreferenceMatcher (ECMA-262 §22.2.2.7.2).
    fn back_reference<V: View>(
        &mut self,
        group: u32,
        backward: bool,
        at: usize,
    ) -> Result<Option<usize>, LimitReached> {
        let group = group as usize;
        let (start, end) = match (self.registers[group * 2], self.registers[group * 2 + 1]) {
            (UNSET, _) | (_, UNSET) => return Ok(Some(at)),
            (start, end) => (start as usize, end as usize),
        };
        self.step(1 + ((end - start) >> 4) as u32)?;
        let rule = if self.program.unicode { CaseRule::Fold } else { CaseRule::UpperCase };
        let is_equal =
            |a: u32, b: u32| a == b || (self.program.ignore_case && canonical(rule, a) == canonical(rule, b));
        let (mut from, mut to) = (if backward { end } else { start }, at);
        while from != if backward { start } else { end } {
            let is_over = if backward { to == 0 } else { to >= self.text.len() };
            if is_over {
                return Ok(None);
            }
            let read = if backward { V::read_back } else { V::read };
            let ((expected, next), (found, behind)) = (read(self.text, from), read(self.text, to));
            if !is_equal(expected, found) {
                return Ok(None);
            }
            (from, to) = (next, behind);
        }
        Ok(Some(to))
    }
}

/// LineTerminator (ECMA-262 §12.3).
fn is_line_terminator(character: u32) -> bool {
    matches!(character, 0x0a | 0x0d | 0x2028 | 0x2029)
}
