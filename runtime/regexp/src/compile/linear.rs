//! Programs for the linear engine: the same instructions, with an [`Op::Choice`] before everything that chooses.
//!
//! **Why the linear engine finds what backtracking finds.** It *is* the backtracking matcher, which leaves out states that have failed before.
//! What can follow from an instruction depends on the position, and besides on
//! - the groups, but only where the pattern has back-references: such patterns have no program here;
//! - the counters of loops: there are none, since counted iterations are written out;
//! - whether an iteration of a loop that must not be empty has matched something yet: that is part of the state (`Choice::iterations`);
//! - for lookarounds, where they began. What is in the body succeeds or fails without regard to that. A body that fails has failed in all its
//!   states; when it succeeds, its states are forgotten again (the journal), because they have not failed.
//!
//! Going on from the same state a second time would therefore fail as it did the first time. It is never a state that is still being tried:
//! nothing returns to where it was without having moved, since iterations that match nothing end. Each state is tried once, and between two
//! choices there are at most as many steps as there are instructions, so a match takes time proportional to the length of the text. (The
//! exception are bodies of lookarounds that succeed in many places: those count against the limit.)

use super::repeat::as_run;
use super::{Compiler, First, compile_for, is_nullable};
use crate::ast::{INFINITE, Node, Pattern, Repeat};
use crate::flags::Flags;
use crate::program::{Choice, Op, Program};

/// Programs that would be longer are not made: iterations are written out.
const MOST_INSTRUCTIONS: usize = 4_000;

/// Instructions that a loop may become where backtracking could count as well.
const MOST_WRITTEN_OUT: usize = 64;

/// Loops within each other whose bodies can be empty; each doubles the states.
const MOST_ITERATIONS: usize = 6;

/// What is known while a program for the linear engine is made.
#[derive(Default)]
pub(super) struct Linear {
    pub(super) choices: Vec<Choice>,
    pub(super) states: u32,
    /// Of the loops around, whose bodies can be empty.
    iterations: Vec<u32>,
    in_look: bool,
}

/// A program for the linear engine, if the pattern can have one.
pub(crate) fn compile_linear(pattern: &Pattern, flags: Flags) -> Option<Program> {
    let size = size(&pattern.root)?;
    if size > MOST_INSTRUCTIONS || depth(&pattern.root) > MOST_ITERATIONS {
        return None;
    }
    Some(compile_for(pattern, flags, Some(Linear::default())))
}

/// About how many instructions a node takes; `None` where it has back-references.
fn size(node: &Node) -> Option<usize> {
    let sum = |nodes: &[Node]| nodes.iter().try_fold(0usize, |sum, node| Some(sum.saturating_add(size(node)? + 2)));
    match node {
        Node::BackReference(_) | Node::NamedReference(_) => None,
        Node::Empty | Node::Char(_) | Node::Set(_) | Node::EmptyClass(_) | Node::Assertion(_) => Some(1),
        Node::Sequence(nodes) | Node::Alternatives(nodes) => sum(nodes),
        Node::Capture(_, body) => Some(size(body)? + 2),
        Node::Look(look) => Some(size(&look.body)? + 3),
        Node::Repeat(repeat) => {
            let body = size(&repeat.body)?;
            let copies = if as_run(&repeat.body).is_some() {
                1
            } else if repeat.max == INFINITE {
                repeat.min as usize + 1
            } else {
                repeat.max as usize
            };
            Some((body + 7).saturating_mul(copies))
        }
    }
}

/// How many loops are within each other whose bodies can be empty.
fn depth(node: &Node) -> usize {
    match node {
        Node::Empty | Node::Char(_) | Node::Set(_) | Node::EmptyClass(_) | Node::Assertion(_) => 0,
        Node::BackReference(_) | Node::NamedReference(_) => 0,
        Node::Sequence(nodes) | Node::Alternatives(nodes) => nodes.iter().map(depth).max().unwrap_or(0),
        Node::Capture(_, body) => depth(body),
        Node::Look(look) => depth(&look.body),
        Node::Repeat(repeat) => depth(&repeat.body) + usize::from(is_nullable(&repeat.body)),
    }
}

impl Compiler<'_> {
    /// Emits the instruction that remembers a state, in programs that have it.
    pub(super) fn choice(&mut self) {
        let Some(linear) = &mut self.linear else { return };
        let choice = linear.choices.len() as u32;
        let iterations: Box<[u32]> = linear.iterations.as_slice().into();
        let first_state = linear.states;
        linear.states += 1 << iterations.len();
        linear.choices.push(Choice { first_state, iterations, in_look: linear.in_look });
        self.code.push(Op::Choice { choice });
    }

    /// The body of a lookaround does not see the iterations around it. What to hand to [`Compiler::leave_look`].
    pub(super) fn enter_look(&mut self) -> (Vec<u32>, bool) {
        self.linear.as_mut().map_or_else(Default::default, |linear| {
            (std::mem::take(&mut linear.iterations), std::mem::replace(&mut linear.in_look, true))
        })
    }

    pub(super) fn leave_look(&mut self, (iterations, in_look): (Vec<u32>, bool)) {
        if let Some(linear) = &mut self.linear {
            (linear.iterations, linear.in_look) = (iterations, in_look);
        }
    }

    /// A quantifier with its iterations written out.
    pub(super) fn linear_repeat(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        if let Some(set) = as_run(&repeat.body) {
            if repeat.max != INFINITE {
                self.choice();
                self.run(&set, repeat, follow, backward);
                return;
            }
            if repeat.min > 0 {
                let least = Repeat { max: repeat.min, ..repeat.clone() };
                self.run(&set, &least, &First::accept(), backward);
            }
            if !set.is_empty() {
                self.linear_star(repeat, follow, backward);
            }
            return;
        }
        self.written_out(repeat, follow, backward);
    }

    /// Whether a loop is so short that it is better written out than counted.
    pub(super) fn is_short(repeat: &Repeat) -> bool {
        let copies = if repeat.max == INFINITE { repeat.min.saturating_add(1) } else { repeat.max };
        !is_nullable(&repeat.body)
            && size(&repeat.body).is_some_and(|size| size.saturating_mul(copies as usize) <= MOST_WRITTEN_OUT)
    }

    /// A loop without a counter.
    pub(super) fn written_out(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        let after = self.after_body(repeat, follow, backward);
        for _ in 0..repeat.min {
            self.clear_groups(repeat);
            self.node(&repeat.body, &after, backward);
        }
        if repeat.max == INFINITE {
            self.linear_star(repeat, follow, backward);
            return;
        }
        let mut splits = Vec::new();
        for _ in repeat.min..repeat.max {
            self.choice();
            splits.push(self.here());
            self.code.push(Op::Fail);
            if let Some((end, counter)) = self.iteration(repeat, &after, backward) {
                self.code[end as usize] = Op::IterationEnd { counter, min: 0, start: end + 1 };
            }
        }
        let guards = self.guards(repeat, follow, backward);
        let exit = (self.here(), guards.1);
        for split in splits {
            self.code[split as usize] = self.split(repeat.greedy, (split + 1, guards.0), exit);
        }
    }

    /// As many iterations as there are, or as few as will do.
    fn linear_star(&mut self, repeat: &Repeat, follow: &First, backward: bool) {
        let (body_guard, exit_guard) = self.guards(repeat, follow, backward);
        let after = self.after_body(repeat, follow, backward);
        let start = self.here();
        self.choice();
        let split = self.here();
        self.code.push(Op::Fail);
        match self.iteration(repeat, &after, backward) {
            Some((end, counter)) => self.code[end as usize] = Op::IterationEnd { counter, min: 0, start },
            None => self.code.push(Op::Jump(start)),
        }
        let exit = (self.here(), exit_guard);
        self.code[split as usize] = self.split(repeat.greedy, (split + 1, body_guard), exit);
    }

    /// One iteration that need not be. If the body can be empty, where its end has to be written, and with which counter.
    fn iteration(&mut self, repeat: &Repeat, after: &First, backward: bool) -> Option<(u32, u32)> {
        if !is_nullable(&repeat.body) {
            self.clear_groups(repeat);
            self.node(&repeat.body, after, backward);
            return None;
        }
        let counter = self.registers(2);
        self.code.push(Op::CounterStart { counter });
        self.code.push(Op::IterationStart { counter });
        self.clear_groups(repeat);
        if let Some(linear) = &mut self.linear {
            linear.iterations.push(counter + 1);
        }
        self.node(&repeat.body, after, backward);
        if let Some(linear) = &mut self.linear {
            linear.iterations.pop();
        }
        self.code.push(Op::Fail);
        Some((self.here() - 1, counter))
    }
}
