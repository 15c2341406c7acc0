//! Runs the events in flight of one worker, on its thread.
//!
//! A *lane* is a future that takes one event after the other. The first lane runs alone as long as it never waits, so
//! plugins that never suspend pay nothing. Only while all lanes wait is another one started, up to a limit.

use std::cell::Cell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// A lane, as the executor keeps it.
pub type Lane<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// The lanes that may go on.
#[derive(Debug)]
pub struct ReadyList {
    thread: Thread,
    /// Whether `lanes` has an entry; read by a running lane after each event, hence without the lock.
    any: AtomicBool,
    lanes: Mutex<VecDeque<usize>>,
}

impl ReadyList {
    /// An empty list for the current thread.
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(ReadyList {
            thread: thread::current(),
            any: AtomicBool::new(false),
            lanes: Mutex::new(VecDeque::new()),
        })
    }

    /// Lets the lanes that have been woken run before the caller goes on. Ready at once when there are none.
    pub async fn give_way(&self) {
        if !self.any.load(Ordering::Acquire) {
            return;
        }
        let yielded = Cell::new(false);
        std::future::poll_fn(|context| {
            if yielded.replace(true) {
                return Poll::Ready(());
            }
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
    }

    /// A panic while the lock is held leaves the list intact.
    fn lanes(&self) -> MutexGuard<'_, VecDeque<usize>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, lane: usize) {
        let mut lanes = self.lanes();
        if !lanes.contains(&lane) {
            lanes.push_back(lane);
        }
        self.any.store(true, Ordering::Release);
        drop(lanes);
        self.thread.unpark();
    }

    fn pop(&self) -> Option<usize> {
        let mut lanes = self.lanes();
        let lane = lanes.pop_front();
        self.any.store(!lanes.is_empty(), Ordering::Release);
        lane
    }
}

struct LaneWaker {
    list: Arc<ReadyList>,
    lane: usize,
}

impl Wake for LaneWaker {
    fn wake(self: Arc<Self>) {
        self.list.push(self.lane);
    }
}

/// Runs lanes until all of them have ended. `start` makes a lane; it is called again whenever all lanes wait and there
/// are fewer than `limit`, until a lane that it made ends.
pub fn run<'a>(list: &Arc<ReadyList>, limit: usize, mut start: impl FnMut() -> Lane<'a>) {
    let mut lanes: Vec<Option<(Lane<'a>, Waker)>> = Vec::new();
    let mut running = 0;
    // Once a lane has ended, there is nothing left to take: new lanes would end at once.
    let mut ended = false;
    loop {
        let index = match list.pop() {
            Some(index) => index,
            None if lanes.len() < limit.max(1) && !ended => {
                let waker = Waker::from(Arc::new(LaneWaker { list: Arc::clone(list), lane: lanes.len() }));
                lanes.push(Some((start(), waker)));
                running += 1;
                lanes.len() - 1
            }
            None if running == 0 => return,
            None => {
                thread::park();
                continue;
            }
        };
        // A waker can outlive its lane.
        let Some((lane, waker)) = &mut lanes[index] else { continue };
        if lane.as_mut().poll(&mut Context::from_waker(waker)).is_ready() {
            lanes[index] = None;
            running -= 1;
            ended = true;
        }
    }
}

/// Runs one future to its end on this thread.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let list = ReadyList::new();
    let waker = Waker::from(Arc::new(LaneWaker { list: Arc::clone(&list), lane: 0 }));
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return value;
        }
        while list.pop().is_none() {
            thread::park();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Pending until somebody sets the flag and wakes the waker.
    #[derive(Default)]
    struct Gate {
        open: Cell<bool>,
        waker: RefCell<Option<Waker>>,
    }

    impl Gate {
        async fn pass(&self) {
            std::future::poll_fn(|context| {
                if self.open.get() {
                    return Poll::Ready(());
                }
                *self.waker.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            })
            .await;
        }

        fn open(&self) {
            self.open.set(true);
            if let Some(waker) = self.waker.borrow_mut().take() {
                waker.wake();
            }
        }
    }

    /// Event 0 waits for a gate that event 2 opens; `limit` lanes take events 0 to 4.
    fn order_of_completion(limit: usize, gate: &Gate) -> Vec<u32> {
        let list = ReadyList::new();
        let next = Cell::new(0);
        let done = RefCell::new(Vec::new());
        run(&list, limit, || {
            Box::pin(async {
                loop {
                    let event = next.get();
                    if event == 5 {
                        return;
                    }
                    next.set(event + 1);
                    match event {
                        0 => gate.pass().await,
                        2 => gate.open(),
                        _ => {}
                    }
                    done.borrow_mut().push(event);
                    list.give_way().await;
                }
            })
        });
        done.into_inner()
    }

    #[test]
    fn other_events_run_while_one_waits() {
        assert_eq!(order_of_completion(10, &Gate::default()), [1, 2, 0, 3, 4]);
    }

    #[test]
    fn a_single_lane_keeps_the_order() {
        let gate = Gate::default();
        gate.open();
        assert_eq!(order_of_completion(1, &gate), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_wake_from_another_thread_is_noticed() {
        let (sender, receiver) = std::sync::mpsc::channel::<Waker>();
        let opener = thread::spawn(move || receiver.recv().map(Waker::wake));
        let mut sent = false;
        block_on(std::future::poll_fn(|context| {
            if sent {
                return Poll::Ready(());
            }
            sent = true;
            sender.send(context.waker().clone()).unwrap();
            Poll::Pending
        }));
        opener.join().unwrap().unwrap();
    }
}
