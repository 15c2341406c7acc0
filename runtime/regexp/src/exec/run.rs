//! Runs of one set, and going back.

use super::input::{View, is_inside_pair};
use super::{Frame, LimitReached, Machine};
use crate::ast::INFINITE;
use crate::program::{MatchSet, Op, RunMode, Stop};

/// A text of this many bytes costs one step.
const BYTES_PER_STEP: u32 = 4;

impl Machine<'_> {
    /// `Run` from left to right.
    #[inline(always)]
    pub(super) fn run_forward<V: View>(
        &mut self,
        pc: u32,
        at: usize,
        set: u32,
        (min, max): (u32, u32),
        mode: RunMode,
        guard: u32,
    ) -> Result<Option<usize>, LimitReached> {
        let set = &self.program.sets[set as usize];
        let mut low = at;
        let mut wanted = min;
        if min > 0 && (mode == RunMode::Lazy || max != INFINITE || min > 1) {
            let Some(reached) = take::<V>(self.text, set, at, min) else { return Ok(None) };
            (low, wanted) = (reached, 0);
        }
        if mode == RunMode::Lazy {
            if max > min {
                self.push(Frame::LazyRun { pc, at: low as u32, left: max - min })?;
            }
            if self.admits(guard, low) {
                return Ok(Some(low));
            }
            // The frame that was just pushed finds the first place that will do.
            return Ok(None);
        }
        let high = if max == INFINITE {
            end_of_run::<V>(self.text, set, low)
        } else {
            take_up_to::<V>(self.text, set, low, max - min)
        };
        self.step((high - at) as u32 / BYTES_PER_STEP)?;
        if wanted == 1 {
            if high == low {
                return Ok(None);
            }
            low = V::read(self.text, low).1;
        }
        if mode == RunMode::Possessive || high == low {
            return Ok(Some(high));
        }
        self.push(Frame::Run { pc, low: low as u32, high: high as u32 })?;
        // If what follows cannot begin here, the frame finds the first place where it can.
        Ok(self.admits(guard, high).then_some(high))
    }

    /// `Run` from right to left.
    pub(super) fn run_backward<V: View>(
        &mut self,
        pc: u32,
        at: usize,
        set: u32,
        (min, max): (u32, u32),
        mode: RunMode,
    ) -> Result<Option<usize>, LimitReached> {
        let set = &self.program.sets[set as usize];
        let mut taken = 0;
        let (mut low, mut high) = (at, at);
        let limit = if mode == RunMode::Lazy { min } else { max };
        while taken < limit && high > 0 {
            let (character, before) = V::read_back(self.text, high);
            if !set.contains(character) {
                break;
            }
            high = before;
            taken += 1;
            if taken == min {
                low = high;
            }
        }
        self.step((at - high) as u32 / BYTES_PER_STEP)?;
        if taken < min {
            return Ok(None);
        }
        if mode == RunMode::Lazy && max > min {
            self.push(Frame::LazyRun { pc, at: high as u32, left: max - min })?;
        }
        if mode == RunMode::Greedy && low != high {
            self.push(Frame::Run { pc, low: low as u32, high: high as u32 })?;
        }
        Ok(Some(high))
    }

    /// Goes back to the last place where something else can be tried.
    pub(super) fn back<V: View>(&mut self) -> Result<Option<(u32, usize)>, LimitReached> {
        self.step(1)?;
        while let Some(frame) = self.stack.pop() {
            match frame {
                Frame::Branch { pc, at } => return Ok(Some((pc, at as usize))),
                Frame::Restore { register, value } => self.registers[register as usize] = value,
                Frame::Run { pc, low, high } => {
                    if let Some(at) = self.give_back::<V>(pc, low as usize, high as usize)? {
                        return Ok(Some((pc + 1, at)));
                    }
                }
                Frame::LazyRun { pc, at, left } => {
                    if let Some(at) = self.take_more::<V>(pc, at as usize, left)? {
                        return Ok(Some((pc + 1, at)));
                    }
                }
                Frame::Look { negative: false, .. } => {}
                Frame::Look { at, after, negative: true } => return Ok(Some((after, at as usize))),
            }
        }
        Ok(None)
    }

    /// A greedy run gives characters back until what follows can begin.
    #[inline(always)]
    fn give_back<V: View>(&mut self, pc: u32, low: usize, high: usize) -> Result<Option<usize>, LimitReached> {
        let Op::Run { guard, backward, .. } = self.program.code[pc as usize] else { return Ok(None) };
        let mut at = high;
        while at != low {
            at = if backward { V::read(self.text, at).1 } else { V::read_back(self.text, at).1 };
            if self.admits(guard, at) {
                if at != low {
                    self.stack.push(Frame::Run { pc, low: low as u32, high: at as u32 });
                }
                return Ok(Some(at));
            }
        }
        self.step(high.abs_diff(low) as u32 / BYTES_PER_STEP)?;
        Ok(None)
    }

    /// A lazy run takes characters until what follows can begin.
    #[inline(always)]
    fn take_more<V: View>(&mut self, pc: u32, start: usize, mut left: u32) -> Result<Option<usize>, LimitReached> {
        let Op::Run { set, guard, backward, .. } = self.program.code[pc as usize] else { return Ok(None) };
        let set = &self.program.sets[set as usize];
        let mut at = start;
        loop {
            let is_over = left == 0 || if backward { at == 0 } else { at >= self.text.len() };
            if is_over {
                break;
            }
            let (character, next) = if backward { V::read_back(self.text, at) } else { V::read(self.text, at) };
            if !set.contains(character) {
                break;
            }
            at = next;
            left -= 1;
            if self.admits(guard, at) {
                if left > 0 {
                    self.stack.push(Frame::LazyRun { pc, at: at as u32, left });
                }
                self.step(at.abs_diff(start) as u32 / BYTES_PER_STEP)?;
                return Ok(Some(at));
            }
        }
        self.step(at.abs_diff(start) as u32 / BYTES_PER_STEP)?;
        Ok(None)
    }
}

/// The position behind exactly that many characters of a set.
#[inline(always)]
fn take<V: View>(text: &[u8], set: &MatchSet, mut at: usize, count: u32) -> Option<usize> {
    for _ in 0..count {
        if at >= text.len() {
            return None;
        }
        let (character, next) = V::read(text, at);
        if !set.contains(character) {
            return None;
        }
        at = next;
    }
    Some(at)
}

/// The position behind at most that many characters of a set.
#[inline(always)]
fn take_up_to<V: View>(text: &[u8], set: &MatchSet, mut at: usize, count: u32) -> usize {
    for _ in 0..count {
        if at >= text.len() {
            break;
        }
        let (character, next) = V::read(text, at);
        if !set.contains(character) {
            break;
        }
        at = next;
    }
    at
}

/// The position behind all characters of a set.
#[inline(always)]
fn end_of_run<V: View>(text: &[u8], set: &MatchSet, at: usize) -> usize {
    let stop = if V::ASCII { set.ascii_stop } else { set.stop };
    let rest = &text[at..];
    if V::POINTS && is_inside_pair(text, at) {
        return at;
    }
    let length = match stop {
        Stop::Never => Some(rest.len()),
        Stop::One(byte) => Some(memchr::memchr(byte, rest).unwrap_or(rest.len())),
        Stop::Two(first, second) => Some(memchr::memchr2(first, second, rest).unwrap_or(rest.len())),
        Stop::Any if V::ASCII => Some(rest.iter().position(|byte| !set.ascii.contains(*byte)).unwrap_or(rest.len())),
        Stop::Any => None,
    };
    match length {
        Some(length) => at + length,
        None => take_up_to::<V>(text, set, at, u32::MAX),
    }
}
