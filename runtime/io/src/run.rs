//! Runs a chain over a stream of lines.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::io;
use std::sync::Arc;
use std::task::{Poll, Waker};

use prickle_heap::{Kind, json};
use prickle_runtime::executor::{self, ReadyList};
use prickle_runtime::worker::{EventSlot, Fate, Phase, Worker};

use crate::input::Lines;
use crate::output::{LineWriter, Produced, Sequencer};
use crate::report::report;
use crate::trace;

/// How many events may be in flight: what one thread of PostHog's server took on.
const IN_FLIGHT: usize = 10;

/// Why a run could not be completed.
#[derive(Debug)]
pub enum Trouble {
    /// The input broke off.
    Input(io::Error),
    /// Output, trace or rejects could not be written.
    Output(io::Error),
}

/// The streams of a run.
pub struct Streams {
    /// Where events come from.
    pub input: Lines,
    /// Where they go, with the trace.
    pub output: Sequencer,
    /// Where lines go that are not events.
    pub rejects: Option<LineWriter>,
}

/// What a lane needs for its events, handed from lane to lane.
struct LaneMemory {
    slot: EventSlot,
    line: Vec<u8>,
    produced: Produced,
}

/// A run in progress.
pub struct Run {
    input: RefCell<Lines>,
    output: RefCell<Sequencer>,
    rejects: RefCell<Option<LineWriter>>,
    tracing: bool,
    sequential: bool,
    ready: Arc<ReadyList>,
    memories: RefCell<Vec<LaneMemory>>,
    /// Lanes that wait until the oldest event has ended.
    crowd: RefCell<Vec<Waker>>,
    at_end: Cell<bool>,
    rejected: Cell<u64>,
    trouble: RefCell<Option<Trouble>>,
}

impl Run {
    /// A run over these streams.
    pub fn new(streams: Streams, tracing: bool, sequential: bool) -> Self {
        Run {
            input: RefCell::new(streams.input),
            output: RefCell::new(streams.output),
            rejects: RefCell::new(streams.rejects),
            tracing,
            sequential,
            ready: ReadyList::new(),
            memories: RefCell::default(),
            crowd: RefCell::default(),
            at_end: Cell::new(false),
            rejected: Cell::new(0),
            trouble: RefCell::new(None),
        }
    }

    /// Runs a phase over all plugins.
    pub fn phase(&self, worker: &Worker, phase: Phase<'_>) {
        let mut memory = self.take_memory(worker);
        executor::block_on(worker.run_phase(&mut memory.slot, phase));
        if self.tracing {
            memory.produced.clear();
            trace::write_phase(&mut memory.produced.trace, phase.name(), memory.slot.effects());
            let written = self.output.borrow_mut().write(&memory.produced);
            self.note(written.map_err(Trouble::Output));
        }
        self.memories.borrow_mut().push(memory);
    }

    /// Runs all events.
    pub fn events(&self, worker: &mut Worker) {
        let limit = if self.sequential { 1 } else { IN_FLIGHT };
        while !self.is_over() {
            let shared = &*worker;
            executor::run(&self.ready, limit, || Box::pin(self.lane(shared)));
            if worker.wants_collection() {
                worker.collect();
            }
        }
    }

    /// Puts the files in their places. Says whether every line was an event, or what went wrong.
    pub fn finish(self) -> Result<bool, Trouble> {
        let committed = self.output.into_inner().commit();
        let rejects = self.rejects.into_inner().map_or(Ok(()), LineWriter::commit);
        if let Some(trouble) = self.trouble.into_inner() {
            return Err(trouble);
        }
        committed.and(rejects).map_err(Trouble::Output)?;
        Ok(self.rejected.get() == 0)
    }

    fn take_memory(&self, worker: &Worker) -> LaneMemory {
        self.memories.borrow_mut().pop().unwrap_or_else(|| LaneMemory {
            slot: worker.slot(),
            line: Vec::new(),
            produced: Produced::default(),
        })
    }

    /// Whether no further event begins.
    fn is_over(&self) -> bool {
        self.at_end.get() || self.trouble.borrow().is_some()
    }

    fn note(&self, result: Result<(), Trouble>) {
        if let Err(trouble) = result {
            self.trouble.borrow_mut().get_or_insert(trouble);
        }
    }

    /// Takes one event after the other, until there are no more or garbage must be collected.
    async fn lane(&self, worker: &Worker) {
        let mut memory = self.take_memory(worker);
        loop {
            self.room().await;
            let Some(number) = self.next_line(&mut memory.line) else { break };
            self.event(worker, &mut memory, number).await;
            if worker.wants_collection() {
                break;
            }
            self.ready.give_way().await;
        }
        self.memories.borrow_mut().push(memory);
    }

    /// The next line and its number.
    fn next_line(&self, line: &mut Vec<u8>) -> Option<u64> {
        if self.is_over() {
            return None;
        }
        let mut input = self.input.borrow_mut();
        let waits = input.would_wait();
        if !matches!(waits, Ok(false)) {
            let flushed = self.output.borrow_mut().flush();
            self.note(flushed.map_err(Trouble::Output));
        }
        match waits.and_then(|_| input.next(line)) {
            Ok(Some(number)) => return Some(number),
            Ok(None) => self.at_end.set(true),
            Err(error) => self.note(Err(Trouble::Input(error))),
        }
        None
    }

    /// Runs the event on a line.
    async fn event(&self, worker: &Worker, memory: &mut LaneMemory, number: u64) {
        let LaneMemory { slot, line, produced } = memory;
        produced.clear();
        let place = {
            let turn = worker.turn(slot);
            let cx = turn.cx();
            let event = match json::parse(cx, line) {
                Ok(event) if event.as_kind(Kind::Plain).is_some() => event,
                Ok(_) => return self.reject(number, line, "not a JSON object"),
                Err(error) => return self.reject(number, line, &error.to_string()),
            };
            let place = self.output.borrow_mut().begin();
            if worker.run_event(cx, event, &mut produced.output).await == Fate::Survived {
                produced.output.push(b'\n');
            }
            place
        };
        if self.tracing {
            let event = produced.output.strip_suffix(b"\n");
            trace::write_event(&mut produced.trace, event, slot.effects());
        }
        let written = self.output.borrow_mut().finish(place, produced);
        self.note(written.map_err(Trouble::Output));
        for waker in self.crowd.borrow_mut().drain(..) {
            waker.wake();
        }
    }

    /// Reports a line that is not an event.
    fn reject(&self, number: u64, line: &[u8], why: &str) {
        self.rejected.set(self.rejected.get() + 1);
        report(&format!("line {number}: {why}"));
        if let Some(rejects) = &mut *self.rejects.borrow_mut() {
            let written = rejects.write(line).and_then(|()| rejects.write(b"\n"));
            self.note(written.map_err(Trouble::Output));
        }
    }

    /// Waits until another event may begin.
    async fn room(&self) {
        poll_fn(|context| {
            if self.output.borrow().has_room() {
                return Poll::Ready(());
            }
            self.crowd.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}
