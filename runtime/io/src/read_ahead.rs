//! Reads a source on a thread of its own, one block ahead: while a worker computes, the kernel copies.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

/// How much is read at once: so much that waking the thread for each block costs nothing.
const BLOCK: usize = 1 << 20;

/// How many blocks there are: one with the worker, one that is being filled.
const BLOCKS: usize = 2;

/// A source whose blocks are read before they are asked for. The blocks go back and forth, so that reading allocates nothing.
pub(crate) struct ReadAhead {
    filled: Receiver<io::Result<Block>>,
    empty: SyncSender<Box<[u8]>>,
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
        let (to_worker, filled) = sync_channel(BLOCKS);
        let (empty, from_worker) = sync_channel(BLOCKS);
        for _ in 0..BLOCKS {
            // The thread does not exist yet, so there is room and nobody has hung up.
            let _ = empty.send(vec![0; BLOCK].into_boxed_slice());
        }
        let read = move || fill_blocks(source, &from_worker, &to_worker);
        // Nobody waits for its end: it may be in a read that never returns.
        thread::Builder::new().name("input".to_owned()).spawn(read)?;
        Ok(ReadAhead { filled, empty })
    }

    /// The next block, in exchange for one that has been used. Empty at the end of the source and from then on.
    ///
    /// # Errors
    /// What reading reports. After it the source counts as ended.
    pub(crate) fn next(&mut self, used: Option<Block>) -> io::Result<Option<Block>> {
        self.give_back(used);
        self.filled.recv().map_or(Ok(None), |block| block.map(Some))
    }

    /// The next block in exchange for the one that has been used, if it has been read already. `None` where one would have to wait.
    ///
    /// # Errors
    /// As for [`ReadAhead::next`].
    pub(crate) fn next_if_read(&mut self, used: &mut Option<Block>) -> Option<io::Result<Option<Block>>> {
        match self.filled.try_recv() {
            Ok(block) => {
                self.give_back(used.take());
                Some(block.map(Some))
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Ok(None)),
        }
    }

    fn give_back(&self, used: Option<Block>) {
        if let Some(block) = used {
            // At the end of the source nobody takes it any more.
            let _ = self.empty.send(block.bytes);
        }
    }
}

/// Fills blocks until the source ends or fails, or nobody wants them any more.
fn fill_blocks(mut source: Box<dyn Read + Send>, empty: &Receiver<Box<[u8]>>, filled: &SyncSender<io::Result<Block>>) {
    for mut bytes in empty {
        let result = loop {
            match source.read(&mut bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result,
            }
        };
        let is_last = !matches!(result, Ok(1..));
        if filled.send(result.map(|length| Block { bytes, length })).is_err() || is_last {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

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
