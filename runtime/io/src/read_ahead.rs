//! Reads a source on a thread of its own, one block ahead: while a worker computes, the kernel copies.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How much is read at once: so much that waking the thread for each block costs nothing.
const BLOCK: usize = 1 << 20;

/// How many blocks there are: one with the worker, one that is being filled.
const BLOCKS: usize = 2;

/// A source whose blocks are read before they are asked for.
pub(crate) struct ReadAhead(Arc<Exchange>);

/// Where the blocks go back and forth. (A channel would allocate when a side waits for the first time, which may be late.)
struct Exchange {
    places: Mutex<Places>,
    changed: Condvar,
}

struct Places {
    filled: VecDeque<io::Result<Block>>,
    empty: Vec<Box<[u8]>>,
    /// The source has ended or failed: nothing is filled any more.
    is_over: bool,
    /// Nobody wants blocks any more.
    is_abandoned: bool,
}

impl Exchange {
    fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `take` finds something.
    fn wait_for<T>(&self, mut take: impl FnMut(&mut Places) -> Option<T>) -> T {
        let mut places = self.places();
        loop {
            if let Some(taken) = take(&mut places) {
                return taken;
            }
            places = self.changed.wait(places).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// An empty block; `None` if nobody wants any.
    fn take_empty(&self) -> Option<Box<[u8]>> {
        self.wait_for(|places| if places.is_abandoned { Some(None) } else { places.empty.pop().map(Some) })
    }

    fn put_filled(&self, block: io::Result<Block>, is_last: bool) {
        let mut places = self.places();
        places.filled.push_back(block);
        places.is_over |= is_last;
        self.changed.notify_all();
    }

    fn give_back(&self, used: Option<Block>) {
        if let Some(block) = used {
            self.places().empty.push(block.bytes);
            self.changed.notify_all();
        }
    }
}

impl Places {
    /// A block that was read, or that there are no more.
    fn take_filled(&mut self) -> Option<io::Result<Option<Block>>> {
        match self.filled.pop_front() {
            Some(block) => Some(block.map(Some)),
            None => self.is_over.then_some(Ok(None)),
        }
    }
}

/// A block and how much of it was read: nothing at the end of the source.
pub(crate) struct Block {
    bytes: Box<[u8]>,
    length: usize,
}

impl Block {
    /// What was read.
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl ReadAhead {
    /// Starts to read.
    ///
    /// # Errors
    /// What starting a thread reports.
    pub(crate) fn new(source: Box<dyn Read + Send>) -> io::Result<Self> {
        let exchange = Arc::new(Exchange {
            places: Mutex::new(Places {
                filled: VecDeque::with_capacity(BLOCKS),
                empty: (0..BLOCKS).map(|_| vec![0; BLOCK].into_boxed_slice()).collect(),
                is_over: false,
                is_abandoned: false,
            }),
            changed: Condvar::new(),
        });
        let of_thread = Arc::clone(&exchange);
        // Nobody waits for its end: it may be in a read that never returns.
        thread::Builder::new().name("input".to_owned()).spawn(move || fill_blocks(source, &of_thread))?;
        Ok(ReadAhead(exchange))
    }

    /// The next block, in exchange for one that has been used. Empty at the end of the source and from then on.
    ///
    /// # Errors
    /// What reading reports. After it the source counts as ended.
    pub(crate) fn next(&mut self, used: Option<Block>) -> io::Result<Option<Block>> {
        self.0.give_back(used);
        self.0.wait_for(Places::take_filled)
    }

    /// The next block in exchange for the one that has been used, if it has been read already. `None` where one would have to wait.
    ///
    /// # Errors
    /// As for [`ReadAhead::next`].
    pub(crate) fn next_if_read(&mut self, used: &mut Option<Block>) -> Option<io::Result<Option<Block>>> {
        let next = self.0.places().take_filled()?;
        self.0.give_back(used.take());
        Some(next)
    }
}

impl Drop for ReadAhead {
    fn drop(&mut self) {
        self.0.places().is_abandoned = true;
        self.0.changed.notify_all();
    }
}

/// Fills blocks until the source ends or fails, or nobody wants them any more.
fn fill_blocks(mut source: Box<dyn Read + Send>, exchange: &Exchange) {
    while let Some(mut bytes) = exchange.take_empty() {
        let result = loop {
            match source.read(&mut bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result,
            }
        };
        let is_last = !matches!(result, Ok(1..));
        exchange.put_filled(result.map(|length| Block { bytes, length }), is_last);
        if is_last {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// A source of what somebody sends.
    struct Pipe(Receiver<io::Result<Vec<u8>>>);

    impl Read for Pipe {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Ok(sent) = self.0.recv() else { return Ok(0) };
            let bytes = sent?;
            buffer[..bytes.len()].copy_from_slice(&bytes);
            Ok(bytes.len())
        }
    }

    fn pipe() -> (Sender<io::Result<Vec<u8>>>, ReadAhead) {
        let (sender, receiver) = channel();
        (sender, ReadAhead::new(Box::new(Pipe(receiver))).unwrap())
    }

    fn text(block: &Option<Block>) -> &[u8] {
        block.as_ref().map_or(&[], Block::as_slice)
    }

    #[test]
    fn blocks_come_in_order_and_end() {
        let (sender, mut source) = pipe();
        for number in 0..20u8 {
            sender.send(Ok(vec![number; 3])).unwrap();
        }
        drop(sender);
        let mut block = None;
        for number in 0..20u8 {
            block = source.next(block).unwrap();
            assert_eq!(text(&block), [number; 3]);
        }
        for _ in 0..3 {
            block = source.next(block).unwrap();
            assert_eq!(text(&block), b"");
        }
    }

    #[test]
    fn nobody_waits_for_what_has_not_been_read() {
        let (sender, mut source) = pipe();
        let mut used = None;
        assert!(source.next_if_read(&mut used).is_none());
        sender.send(Ok(b"a".to_vec())).unwrap();
        used = source.next(used).unwrap();
        assert_eq!(text(&used), b"a");
        assert!(source.next_if_read(&mut used).is_none());
        assert_eq!(text(&used), b"a");
    }

    #[test]
    fn what_interrupts_is_no_error_and_an_error_is_the_end() {
        let (sender, mut source) = pipe();
        sender.send(Err(io::ErrorKind::Interrupted.into())).unwrap();
        sender.send(Ok(b"a".to_vec())).unwrap();
        sender.send(Err(io::ErrorKind::PermissionDenied.into())).unwrap();
        let block = source.next(None).unwrap();
        assert_eq!(text(&block), b"a");
        assert_eq!(source.next(block).err().map(|error| error.kind()), Some(io::ErrorKind::PermissionDenied));
        assert_eq!(text(&source.next(None).unwrap()), b"");
    }
}
