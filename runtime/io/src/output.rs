//! Puts what events produced back into the order of the input.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::target::Target;

/// How much is collected before it is written.
const BUFFER: usize = 256 << 10;

/// How many bytes of later events may wait for an earlier one.
const WAITING: usize = 4 << 20;

/// A buffered stream of lines.
pub struct LineWriter {
    target: Target,
    buffer: Vec<u8>,
}

impl LineWriter {
    /// Writes to `target`.
    pub fn new(target: Target) -> Self {
        LineWriter { target, buffer: Vec::with_capacity(BUFFER) }
    }

    /// Appends text that has its line ends.
    ///
    /// # Errors
    /// What writing reports.
    pub fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        if self.buffer.len() + lines.len() > BUFFER {
            self.flush()?;
        }
        if lines.len() > BUFFER {
            return self.target.write_all(lines);
        }
        self.buffer.extend_from_slice(lines);
        Ok(())
    }

    /// Writes what was collected.
    ///
    /// # Errors
    /// What writing reports.
    pub fn flush(&mut self) -> io::Result<()> {
        let result = self.target.write_all(&self.buffer);
        self.buffer.clear();
        result.and_then(|()| self.target.flush())
    }

    /// Writes the rest and puts the file in its place.
    ///
    /// # Errors
    /// What writing or renaming reports.
    pub fn commit(mut self) -> io::Result<()> {
        self.flush()?;
        self.target.commit()
    }
}

/// What one event produced: whole lines, possibly none.
#[derive(Debug, Default)]
pub struct Produced {
    /// For the output.
    pub output: Vec<u8>,
    /// For the trace.
    pub trace: Vec<u8>,
}

impl Produced {
    /// Forgets the lines and keeps the space, unless it is large.
    pub fn clear(&mut self) {
        for lines in [&mut self.output, &mut self.trace] {
            lines.clear();
            if lines.capacity() > BUFFER {
                lines.shrink_to(BUFFER);
            }
        }
    }
}

/// Writes what events produced in the order in which they began.
pub struct Sequencer {
    output: LineWriter,
    trace: Option<LineWriter>,
    begun: u64,
    written: u64,
    /// What later events produced while an earlier one has not ended.
    waiting: BTreeMap<u64, Produced>,
    waiting_bytes: usize,
}

impl Sequencer {
    /// Writes to these streams.
    pub fn new(output: LineWriter, trace: Option<LineWriter>) -> Self {
        Sequencer { output, trace, begun: 0, written: 0, waiting: BTreeMap::new(), waiting_bytes: 0 }
    }

    /// An event begins: its number.
    pub fn begin(&mut self) -> u64 {
        self.begun += 1;
        self.begun - 1
    }

    /// Whether another event may begin, or too much waits for the oldest.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.waiting_bytes < WAITING && self.waiting.len() < 1024
    }

    /// The event with this number has ended.
    ///
    /// # Errors
    /// What writing reports.
    pub fn finish(&mut self, number: u64, produced: &Produced) -> io::Result<()> {
        if number != self.written {
            self.waiting_bytes += produced.output.len() + produced.trace.len();
            let copy = Produced { output: produced.output.clone(), trace: produced.trace.clone() };
            self.waiting.insert(number, copy);
            return Ok(());
        }
        self.written += 1;
        self.write(produced)?;
        while let Some(produced) = self.waiting.remove(&self.written) {
            self.written += 1;
            self.waiting_bytes -= produced.output.len() + produced.trace.len();
            self.write(&produced)?;
        }
        Ok(())
    }

    /// Writes lines of a phase, which no event precedes or follows.
    ///
    /// # Errors
    /// What writing reports.
    pub fn write(&mut self, produced: &Produced) -> io::Result<()> {
        self.output.write(&produced.output)?;
        match &mut self.trace {
            Some(trace) => trace.write(&produced.trace),
            None => Ok(()),
        }
    }

    /// Writes what was collected for the output: the source is about to keep us waiting.
    ///
    /// # Errors
    /// What writing reports.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.output.buffer.is_empty() { Ok(()) } else { self.output.flush() }
    }

    /// Writes the rest and puts the files in their places.
    ///
    /// # Errors
    /// What writing or renaming reports.
    pub fn commit(self) -> io::Result<()> {
        let output = self.output.commit();
        let trace = self.trace.map_or(Ok(()), LineWriter::commit);
        output.and(trace)
    }
}
