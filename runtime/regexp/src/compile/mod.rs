//! From the syntax tree to a program. Lookbehind is matched from right to left (ECMA-262 §22.2.2.4).

mod first;
mod lead;
mod linear;
mod repeat;

use crate::ast::{Assertion, Look, Node, Pattern};
use crate::charset::CharSet;
use crate::flags::Flags;
use crate::program::{Address, ByteSet, Guard, MatchSet, Op, Program, UNGUARDED};
use crate::search::Prefilter;
use crate::unicode::{CaseRule, close_over_case};
use crate::wtf8;
use first::{First, is_anchored, is_nullable, prefix};
use linear::Linear;
pub(crate) use linear::compile_linear;

struct Compiler<'p> {
    pattern: &'p Pattern,
    flags: Flags,
    code: Vec<Op>,
    literals: Vec<u8>,
    /// The sets so far, each once.
    sets: Vec<CharSet>,
    guards: Vec<Guard>,
    registers: u32,
    /// Of the linear engine's program.
    linear: Option<Linear>,
}

/// Compiles a pattern.
pub(crate) fn compile(pattern: &Pattern, flags: Flags) -> Program {
    compile_for(pattern, flags, None)
}

fn compile_for(pattern: &Pattern, flags: Flags, linear: Option<Linear>) -> Program {
    let groups = pattern.groups + 1;
    let mut compiler = Compiler {
        pattern,
        flags,
        code: Vec::new(),
        literals: Vec::new(),
        sets: Vec::new(),
        guards: Vec::new(),
        registers: groups * 2,
        linear,
    };
    compiler.node(&pattern.root, &First::accept(), false);
    compiler.code.push(Op::Match);
    let unicode = flags.is_unicode();
    let prefilter = compiler.prefilter();
    let skip = lead::skip(&pattern.root).filter(|skip| prefilter.is_worse_than(skip));
    Program {
        prefilter,
        skip,
        anchored: is_anchored(&pattern.root),
        code: compiler.code,
        literals: compiler.literals,
        sets: compiler.sets.iter().map(|set| MatchSet::new(set, unicode)).collect(),
        guards: compiler.guards,
        groups,
        registers: compiler.registers,
        unicode,
        ignore_case: flags.has(Flags::IGNORE_CASE),
        states: compiler.linear.as_ref().map_or(0, |linear| linear.states as usize),
        choices: compiler.linear.map_or(Vec::new(), |linear| linear.choices),
    }
}

impl Compiler<'_> {
    fn here(&self) -> Address {
        self.code.len() as Address
    }

    fn set(&mut self, set: &CharSet) -> u32 {
        let known = self.sets.iter().position(|known| known == set);
        known.unwrap_or_else(|| {
            self.sets.push(set.clone());
            self.sets.len() - 1
        }) as u32
    }

    fn guard(&mut self, first: &First, backward: bool) -> u32 {
        if first.accepts || backward {
            return UNGUARDED;
        }
        let bytes = ByteSet::leading(&first.set, self.flags.is_unicode());
        let guard = Guard { bytes, at_end: first.at_end };
        let known = self.guards.iter().position(|known| *known == guard);
        known.unwrap_or_else(|| {
            self.guards.push(guard);
            self.guards.len() - 1
        }) as u32
    }

    fn registers(&mut self, count: u32) -> u32 {
        self.registers += count;
        self.registers - count
    }

    /// Emits a node that `follow` comes after, in the direction of matching.
    fn node(&mut self, node: &Node, follow: &First, backward: bool) {
        match node {
            Node::Empty => {}
            Node::Char(_) => self.characters(std::slice::from_ref(node), backward),
            Node::Set(set) | Node::EmptyClass(set) => self.one_of(set, backward),
            Node::Sequence(nodes) => self.sequence(nodes, follow, backward),
            Node::Alternatives(nodes) => self.alternatives(nodes, follow, backward),
            Node::Capture(index, body) => {
                let (begin, end) = if backward { (index * 2 + 1, index * 2) } else { (index * 2, index * 2 + 1) };
                self.code.push(Op::Save(begin));
                self.node(body, follow, backward);
                self.code.push(Op::Save(end));
            }
            Node::Repeat(repeat) => self.repeat(repeat, follow, backward),
            Node::Look(look) => self.look(look),
            Node::Assertion(assertion) => self.assertion(*assertion),
            Node::BackReference(group) => self.code.push(Op::BackReference { group: *group, backward }),
            Node::NamedReference(reference) => {
                let group = self.pattern.references[*reference];
                self.code.push(Op::BackReference { group, backward });
            }
        }
    }

    fn one_of(&mut self, set: &CharSet, backward: bool) {
        if set.is_empty() {
            self.code.push(Op::Fail);
            return;
        }
        let set = self.set(set);
        self.code.push(Op::Set { set, backward });
    }

    fn sequence(&mut self, nodes: &[Node], follow: &First, backward: bool) {
        let behind = First::behind_each(nodes, follow, backward);
        // Characters side by side become one literal.
        let mut runs = Vec::new();
        let mut at = 0;
        for run in nodes.chunk_by(|a, b| matches!(a, Node::Char(_)) && matches!(b, Node::Char(_))) {
            runs.push((run, &behind[at]));
            at += run.len();
        }
        if backward {
            runs.reverse();
        }
        for (run, next) in runs {
            match run {
                [Node::Char(_), ..] => self.characters(run, backward),
                _ => run.iter().for_each(|node| self.node(node, next, backward)),
            }
        }
    }

    /// Characters as bytes. Halves of surrogate pairs that stand alone are code units, which bytes cannot find inside a pair.
    fn characters(&mut self, nodes: &[Node], backward: bool) {
        let characters: Vec<u32> = nodes
            .iter()
            .filter_map(|node| if let Node::Char(character) = node { Some(*character) } else { None })
            .collect();
        let mut pieces: Vec<Result<Vec<u8>, u32>> = Vec::new();
        let mut at = 0;
        while let Some(&character) = characters.get(at) {
            at += 1;
            let mut point = character;
            if !self.flags.is_unicode() && wtf8::is_surrogate(character) {
                match characters.get(at).and_then(|low| wtf8::combine(character, *low)) {
                    Some(pair) => {
                        at += 1;
                        point = pair;
                    }
                    None => {
                        pieces.push(Err(character));
                        continue;
                    }
                }
            }
            match pieces.last_mut() {
                Some(Ok(bytes)) => wtf8::push(bytes, point),
                _ => {
                    let mut bytes = Vec::new();
                    wtf8::push(&mut bytes, point);
                    pieces.push(Ok(bytes));
                }
            }
        }
        if backward {
            pieces.reverse();
        }
        for piece in pieces {
            match piece {
                Ok(bytes) => {
                    if let ([byte @ 0..0x80], false) = (&bytes[..], backward) {
                        self.code.push(Op::Byte(*byte));
                        continue;
                    }
                    let (start, length) = (self.literals.len() as u32, bytes.len() as u32);
                    self.literals.extend(bytes);
                    self.code.push(Op::Literal { start, length, backward });
                }
                Err(unit) => self.one_of(&CharSet::single(unit), backward),
            }
        }
    }

    fn alternatives(&mut self, nodes: &[Node], follow: &First, backward: bool) {
        let mut exits = Vec::new();
        let firsts: Vec<First> = nodes.iter().map(|node| First::of(node, follow, backward)).collect();
        for (index, node) in nodes.iter().enumerate() {
            if index + 1 == nodes.len() {
                self.node(node, follow, backward);
                break;
            }
            // The last split knows what both sides begin with, the others only the first.
            let second = if index + 2 == nodes.len() { self.guard(&firsts[index + 1], backward) } else { UNGUARDED };
            let guard = self.guard(&firsts[index], backward);
            self.choice();
            let split = self.here();
            self.code.push(Op::Fail);
            self.node(node, follow, backward);
            exits.push(self.here());
            self.code.push(Op::Fail);
            let next = self.here();
            self.code[split as usize] =
                Op::Split { first: split + 1, second: next, first_guard: guard, second_guard: second };
        }
        let end = self.here();
        for exit in exits {
            self.code[exit as usize] = Op::Jump(end);
        }
    }

    fn look(&mut self, look: &Look) {
        let register = self.registers(2);
        self.choice();
        let entry = self.here();
        self.code.push(Op::Fail);
        let outside = self.enter_look();
        self.node(&look.body, &First::accept(), look.behind);
        self.leave_look(outside);
        self.code.push(Op::LookEnd { register, negative: look.negative });
        self.code[entry as usize] = Op::Look { register, negative: look.negative, after: self.here() };
    }

    fn assertion(&mut self, assertion: Assertion) {
        let op = match assertion {
            Assertion::Start => Op::Start,
            Assertion::End => Op::End,
            Assertion::LineStart => Op::LineStart,
            Assertion::LineEnd => Op::LineEnd,
            Assertion::WordBoundary | Assertion::NotWordBoundary => {
                let folds = self.flags.is_unicode() && self.flags.has(Flags::IGNORE_CASE);
                let word = CharSet::word();
                let word = if folds { close_over_case(CaseRule::Fold, &word) } else { word };
                Op::WordBoundary { word: self.set(&word), negative: assertion == Assertion::NotWordBoundary }
            }
        };
        self.code.push(op);
    }

    /// How to find places where a match can begin.
    fn prefilter(&self) -> Prefilter {
        let mut characters = Vec::new();
        prefix(&self.pattern.root, &mut characters);
        let mut literal = Vec::new();
        let unicode = self.flags.is_unicode();
        let mut rest = &characters[..];
        while let [character, after @ ..] = rest {
            rest = after;
            if unicode || !wtf8::is_surrogate(*character) {
                wtf8::push(&mut literal, *character);
            } else if let [low, after @ ..] = after
                && let Some(pair) = wtf8::combine(*character, *low)
            {
                wtf8::push(&mut literal, pair);
                rest = after;
            } else {
                break;
            }
        }
        let first = First::of(&self.pattern.root, &First::accept(), false);
        if literal.len() > 1 {
            Prefilter::literal(&literal)
        } else if first.accepts || first.at_end {
            Prefilter::None
        } else {
            Prefilter::bytes(ByteSet::leading(&first.set, unicode))
        }
    }
}
