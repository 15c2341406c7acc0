//! Quantifiers (ECMA-262 §22.2.2.3.1 RepeatMatcher).

use std::borrow::Cow;

use super::{Compiler, First, is_nullable};
use crate::ast::{INFINITE, Node, Repeat};
use crate::charset::CharSet;
use crate::program::{Op, RunMode, UNGUARDED};

/// The set whose characters a quantifier repeats, if its body is no more than that.
pub(super) fn as_run(body: &Node) -> Option<Cow<'_, CharSet>> {
    match body {
        Node::Char(character) => Some(Cow::Owned(CharSet::single(*character))),
        Node::Set(set) | Node::EmptyClass(set) => Some(Cow::Borrowed(set)),
        Node::Empty
        | Node::Sequence(_)
        | Node::Alternatives(_)
        | Node::Capture(..)
        | Node::Repeat(_)
        | Node::Look(_)
        | Node::Assertion(_)
        | Node::BackReference(_)
        | Node::NamedReference(_) => None,
    }
}

impl Compiler<'_> {
    pub(super) fn repeat(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        if repeat.max == 0 {
            return;
        }
        if self.linear.is_some() {
            return self.linear_repeat(repeat, follow, backward);
        }
        if let Some(set) = as_run(&repeat.body) {
            return self.run(&set, repeat, follow, backward);
        }
        match &repeat.body {
            body if is_nullable(body) => self.counted(repeat, follow, backward),
            _ => match (repeat.min, repeat.max) {
                (0, 1) => self.optional(repeat, follow, backward),
                (0, INFINITE) => self.star(repeat, follow, backward),
                (1, INFINITE) => self.plus(repeat, follow, backward),
                (1, 1) => self.node(&repeat.body, follow, backward),
                _ if Self::is_short(repeat) => self.written_out(repeat, follow, backward),
                _ => self.counted(repeat, follow, backward),
            },
        }
    }

    pub(super) fn run(&mut self, set: &CharSet, repeat: &Repeat, follow: &First, backward: bool) {
        if set.is_empty() {
            if repeat.min > 0 {
                self.code.push(Op::Fail);
            }
            return;
        }
        let is_disjoint = !set.intersects(&follow.set);
        let mode = match repeat.greedy {
            true if is_disjoint => RunMode::Possessive,
            // What follows needs a character from outside the set, so as few as will do are as many as there are.
            false if is_disjoint && !follow.accepts => RunMode::Possessive,
            true => RunMode::Greedy,
            false => RunMode::Lazy,
        };
        let guard = if mode == RunMode::Possessive { UNGUARDED } else { self.guard(follow, backward) };
        let set = self.set(set);
        self.code.push(Op::Run { set, min: repeat.min, max: repeat.max, guard, mode, backward });
    }

    pub(super) fn split(&self, greedy: bool, body: (u32, u32), exit: (u32, u32)) -> Op {
        let ((first, first_guard), (second, second_guard)) = if greedy { (body, exit) } else { (exit, body) };
        Op::Split { first, second, first_guard, second_guard }
    }

    /// What comes after the body: another iteration, or what follows.
    pub(super) fn after_body(&self, repeat: &Repeat, follow: &First, backward: bool) -> First {
        First::of(&repeat.body, follow, backward).or(follow)
    }

    pub(super) fn guards(&mut self, repeat: &Repeat, follow: &First, backward: bool) -> (u32, u32) {
        let body = First::of(&repeat.body, follow, backward);
        (self.guard(&body, backward), self.guard(follow, backward))
    }

    fn optional(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        let (body_guard, exit_guard) = self.guards(repeat, follow, backward);
        let split = self.here();
        self.code.push(Op::Fail);
        self.node(&repeat.body, follow, backward);
        let exit = (self.here(), exit_guard);
        self.code[split as usize] = self.split(repeat.greedy, (split + 1, body_guard), exit);
    }

    fn star(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        let (body_guard, exit_guard) = self.guards(repeat, follow, backward);
        let after = self.after_body(repeat, follow, backward);
        let split = self.here();
        self.code.push(Op::Fail);
        self.clear_groups(repeat);
        self.node(&repeat.body, &after, backward);
        self.code.push(Op::Jump(split));
        let exit = (self.here(), exit_guard);
        self.code[split as usize] = self.split(repeat.greedy, (split + 1, body_guard), exit);
    }

    fn plus(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        let (body_guard, exit_guard) = self.guards(repeat, follow, backward);
        let after = self.after_body(repeat, follow, backward);
        let body = self.here();
        self.clear_groups(repeat);
        self.node(&repeat.body, &after, backward);
        let exit = (self.here() + 1, exit_guard);
        let split = self.split(repeat.greedy, (body, body_guard), exit);
        self.code.push(split);
    }

    /// A loop that counts, or that must not go on once it has matched nothing.
    fn counted(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        let after = self.after_body(repeat, follow, backward);
        let counter = self.registers(2);
        self.code.push(Op::CounterStart { counter });
        let start = self.here();
        self.code.push(Op::Fail);
        self.code.push(Op::IterationStart { counter });
        self.clear_groups(repeat);
        self.node(&repeat.body, &after, backward);
        self.code.push(Op::IterationEnd { counter, min: repeat.min, start });
        let (min, max, greedy) = (repeat.min, repeat.max, repeat.greedy);
        self.code[start as usize] = Op::Loop { counter, min, max, greedy, exit: self.here() };
    }

    pub(super) fn clear_groups(&mut self, repeat: &Repeat) {
        if !repeat.groups.is_empty() {
            self.code.push(Op::ClearGroups { first: repeat.groups.start, last: repeat.groups.end - 1 });
        }
    }
}
