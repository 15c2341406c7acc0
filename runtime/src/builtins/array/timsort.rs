//! The stable merge sort behind `Array.prototype.sort`.
//!
//! ECMA-262 leaves the order of comparisons to the engine, and a comparator that logs, counts or contradicts itself can see it. So
//! this is the algorithm that V8 uses: Tim Peters' list sort (runs, binary insertion, galloping merges), with the same constants
//! and the same order of operands. A comparator that contradicts itself gives some permutation; it cannot break the sort.

/// So many wins in a row make a merge gallop.
const MIN_GALLOP: usize = 7;

/// Sorts `items`. `less(a, b)` says whether `a` sorts strictly before `b`; its error ends the sort, with `items` still a permutation
/// of nothing in particular: callers sort a copy.
pub(super) fn sort<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(T, T) -> Result<bool, E>) -> Result<(), E> {
    if items.len() < 2 {
        return Ok(());
    }
    let min_run = min_run_length(items.len());
    let mut sorter = Sorter { items, less, min_gallop: MIN_GALLOP, temporary: Vec::new(), runs: Vec::new() };
    let mut low = 0;
    let mut remaining = sorter.items.len();
    while remaining != 0 {
        let mut length = sorter.count_and_make_run(low, low + remaining)?;
        if length < min_run {
            let forced = min_run.min(remaining);
            sorter.binary_insertion(low, low + length, low + forced)?;
            length = forced;
        }
        sorter.runs.push(Run { base: low, length });
        sorter.merge_collapse()?;
        low += length;
        remaining -= length;
    }
    sorter.merge_all()
}

/// The smallest run worth merging: `length` divided by a power of two into 32..=64, rounded up.
fn min_run_length(mut length: usize) -> usize {
    let mut rest = 0;
    while length >= 64 {
        rest |= length & 1;
        length >>= 1;
    }
    length + rest
}

/// A sorted stretch that waits to be merged.
#[derive(Clone, Copy)]
struct Run {
    base: usize,
    length: usize,
}

struct Sorter<'a, T, F> {
    items: &'a mut [T],
    less: &'a mut F,
    min_gallop: usize,
    temporary: Vec<T>,
    runs: Vec<Run>,
}

impl<T: Copy, E, F: FnMut(T, T) -> Result<bool, E>> Sorter<'_, T, F> {
    /// Length of the run that starts at `low`; a strictly descending one is reversed.
    fn count_and_make_run(&mut self, low: usize, high: usize) -> Result<usize, E> {
        if low + 1 == high {
            return Ok(1);
        }
        let mut length = 2;
        let mut previous = self.items[low + 1];
        let descending = (self.less)(previous, self.items[low])?;
        while low + length < high {
            let current = self.items[low + length];
            if (self.less)(current, previous)? != descending {
                break;
            }
            previous = current;
            length += 1;
        }
        if descending {
            self.items[low..low + length].reverse();
        }
        Ok(length)
    }

    /// Sorts `low..high`, of which `low..start` is sorted already.
    fn binary_insertion(&mut self, low: usize, start: usize, high: usize) -> Result<(), E> {
        for next in start.max(low + 1)..high {
            let pivot = self.items[next];
            let (mut left, mut right) = (low, next);
            while left < right {
                let middle = left + (right - left) / 2;
                if (self.less)(pivot, self.items[middle])? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.items.copy_within(left..next, left + 1);
            self.items[left] = pivot;
        }
        Ok(())
    }

    /// Merges until the lengths of the waiting runs fall faster than Fibonacci numbers.
    fn merge_collapse(&mut self) -> Result<(), E> {
        while self.runs.len() > 1 {
            let mut index = self.runs.len() - 2;
            if !self.invariant_holds(index + 1) || !self.invariant_holds(index) {
                if self.runs[index - 1].length < self.runs[index + 1].length {
                    index -= 1;
                }
                self.merge_at(index)?;
            } else if self.runs[index].length <= self.runs[index + 1].length {
                self.merge_at(index)?;
            } else {
                break;
            }
        }
        Ok(())
    }

    fn invariant_holds(&self, index: usize) -> bool {
        index < 2 || self.runs[index - 2].length > self.runs[index - 1].length + self.runs[index].length
    }

    fn merge_all(&mut self) -> Result<(), E> {
        while self.runs.len() > 1 {
            let mut index = self.runs.len() - 2;
            if index > 0 && self.runs[index - 1].length < self.runs[index + 1].length {
                index -= 1;
            }
            self.merge_at(index)?;
        }
        Ok(())
    }

    /// Merges the runs `index` and `index + 1`.
    fn merge_at(&mut self, index: usize) -> Result<(), E> {
        let Run { base: mut base_a, length: mut length_a } = self.runs[index];
        let Run { base: base_b, length: mut length_b } = self.runs.remove(index + 1);
        self.runs[index].length += length_b;
        // What of A is not after the first of B, and what of B is not before the last of A, is in place.
        let first_of_b = self.items[base_b];
        let skipped = gallop_right(self.less, &self.items[base_a..base_a + length_a], first_of_b, 0)?;
        base_a += skipped;
        length_a -= skipped;
        if length_a == 0 {
            return Ok(());
        }
        let last_of_a = self.items[base_a + length_a - 1];
        length_b = gallop_left(self.less, &self.items[base_b..base_b + length_b], last_of_a, length_b - 1)?;
        if length_b == 0 {
            return Ok(());
        }
        if length_a <= length_b {
            self.merge_low(base_a, length_a, base_b, length_b)
        } else {
            self.merge_high(base_a, length_a, base_b, length_b)
        }
    }

    /// Merges from the left, A (the shorter run) moved away.
    fn merge_low(&mut self, base_a: usize, mut length_a: usize, base_b: usize, mut length_b: usize) -> Result<(), E> {
        let Self { items, less, min_gallop: shared_gallop, temporary, .. } = self;
        temporary.clear();
        temporary.extend_from_slice(&items[base_a..base_a + length_a]);
        let (mut to, mut from_a, mut from_b) = (base_a, 0, base_b);
        items[to] = items[from_b];
        to += 1;
        from_b += 1;
        length_b -= 1;
        // What is left when the loop ends: either only A (B ran out), or one element of A that belongs after all of B.
        let finish = 'merge: {
            if length_b == 0 {
                break 'merge Finish::RestOfTemporary;
            }
            if length_a == 1 {
                break 'merge Finish::OneAfterOther;
            }
            let mut min_gallop = *shared_gallop;
            loop {
                let (mut wins_a, mut wins_b) = (0, 0);
                loop {
                    if less(items[from_b], temporary[from_a])? {
                        items[to] = items[from_b];
                        to += 1;
                        from_b += 1;
                        wins_b += 1;
                        length_b -= 1;
                        wins_a = 0;
                        if length_b == 0 {
                            break 'merge Finish::RestOfTemporary;
                        }
                        if wins_b >= min_gallop {
                            break;
                        }
                    } else {
                        items[to] = temporary[from_a];
                        to += 1;
                        from_a += 1;
                        wins_a += 1;
                        length_a -= 1;
                        wins_b = 0;
                        if length_a == 1 {
                            break 'merge Finish::OneAfterOther;
                        }
                        if wins_a >= min_gallop {
                            break;
                        }
                    }
                }
                // One run wins all the time: look for the end of its winning streak by galloping.
                min_gallop += 1;
                let mut first = true;
                while first || wins_a >= MIN_GALLOP || wins_b >= MIN_GALLOP {
                    first = false;
                    min_gallop = min_gallop.saturating_sub(1).max(1);
                    *shared_gallop = min_gallop;
                    wins_a = gallop_right(*less, &temporary[from_a..from_a + length_a], items[from_b], 0)?;
                    if wins_a > 0 {
                        items[to..to + wins_a].copy_from_slice(&temporary[from_a..from_a + wins_a]);
                        to += wins_a;
                        from_a += wins_a;
                        length_a -= wins_a;
                        if length_a == 1 {
                            break 'merge Finish::OneAfterOther;
                        }
                        // Only a comparator that contradicts itself gets here.
                        if length_a == 0 {
                            break 'merge Finish::RestOfTemporary;
                        }
                    }
                    items[to] = items[from_b];
                    to += 1;
                    from_b += 1;
                    length_b -= 1;
                    if length_b == 0 {
                        break 'merge Finish::RestOfTemporary;
                    }
                    wins_b = gallop_left(*less, &items[from_b..from_b + length_b], temporary[from_a], 0)?;
                    if wins_b > 0 {
                        items.copy_within(from_b..from_b + wins_b, to);
                        to += wins_b;
                        from_b += wins_b;
                        length_b -= wins_b;
                        if length_b == 0 {
                            break 'merge Finish::RestOfTemporary;
                        }
                    }
                    items[to] = temporary[from_a];
                    to += 1;
                    from_a += 1;
                    length_a -= 1;
                    if length_a == 1 {
                        break 'merge Finish::OneAfterOther;
                    }
                }
                min_gallop += 1;
                *shared_gallop = min_gallop;
            }
        };
        match finish {
            Finish::RestOfTemporary => items[to..to + length_a].copy_from_slice(&temporary[from_a..from_a + length_a]),
            Finish::OneAfterOther => {
                items.copy_within(from_b..from_b + length_b, to);
                items[to + length_b] = temporary[from_a];
            }
        }
        Ok(())
    }

    /// Merges from the right, B (the shorter run) moved away. The cursors point behind the element that is next.
    fn merge_high(&mut self, base_a: usize, mut length_a: usize, base_b: usize, mut length_b: usize) -> Result<(), E> {
        let Self { items, less, min_gallop: shared_gallop, temporary, .. } = self;
        temporary.clear();
        temporary.extend_from_slice(&items[base_b..base_b + length_b]);
        let mut to = base_b + length_b - 1;
        items[to] = items[base_a + length_a - 1];
        length_a -= 1;
        let finish = 'merge: {
            if length_a == 0 {
                break 'merge Finish::RestOfTemporary;
            }
            if length_b == 1 {
                break 'merge Finish::OneAfterOther;
            }
            let mut min_gallop = *shared_gallop;
            loop {
                let (mut wins_a, mut wins_b) = (0, 0);
                loop {
                    if less(temporary[length_b - 1], items[base_a + length_a - 1])? {
                        to -= 1;
                        items[to] = items[base_a + length_a - 1];
                        wins_a += 1;
                        length_a -= 1;
                        wins_b = 0;
                        if length_a == 0 {
                            break 'merge Finish::RestOfTemporary;
                        }
                        if wins_a >= min_gallop {
                            break;
                        }
                    } else {
                        to -= 1;
                        items[to] = temporary[length_b - 1];
                        wins_b += 1;
                        length_b -= 1;
                        wins_a = 0;
                        if length_b == 1 {
                            break 'merge Finish::OneAfterOther;
                        }
                        if wins_b >= min_gallop {
                            break;
                        }
                    }
                }
                min_gallop += 1;
                let mut first = true;
                while first || wins_a >= MIN_GALLOP || wins_b >= MIN_GALLOP {
                    first = false;
                    min_gallop = min_gallop.saturating_sub(1).max(1);
                    *shared_gallop = min_gallop;
                    let run_a = &items[base_a..base_a + length_a];
                    wins_a = length_a - gallop_right(*less, run_a, temporary[length_b - 1], length_a - 1)?;
                    if wins_a > 0 {
                        to -= wins_a;
                        length_a -= wins_a;
                        items.copy_within(base_a + length_a..base_a + length_a + wins_a, to);
                        if length_a == 0 {
                            break 'merge Finish::RestOfTemporary;
                        }
                    }
                    to -= 1;
                    items[to] = temporary[length_b - 1];
                    length_b -= 1;
                    if length_b == 1 {
                        break 'merge Finish::OneAfterOther;
                    }
                    wins_b = length_b
                        - gallop_left(*less, &temporary[..length_b], items[base_a + length_a - 1], length_b - 1)?;
                    if wins_b > 0 {
                        to -= wins_b;
                        length_b -= wins_b;
                        items[to..to + wins_b].copy_from_slice(&temporary[length_b..length_b + wins_b]);
                        if length_b == 1 {
                            break 'merge Finish::OneAfterOther;
                        }
                        // Only a comparator that contradicts itself gets here.
                        if length_b == 0 {
                            break 'merge Finish::RestOfTemporary;
                        }
                    }
                    to -= 1;
                    items[to] = items[base_a + length_a - 1];
                    length_a -= 1;
                    if length_a == 0 {
                        break 'merge Finish::RestOfTemporary;
                    }
                }
                min_gallop += 1;
                *shared_gallop = min_gallop;
            }
        };
        match finish {
            Finish::RestOfTemporary => items[to - length_b..to].copy_from_slice(&temporary[..length_b]),
            Finish::OneAfterOther => {
                to -= length_a;
                items.copy_within(base_a..base_a + length_a, to);
                items[to - 1] = temporary[length_b - 1];
            }
        }
        Ok(())
    }
}

/// How a merge ends.
enum Finish {
    /// The run in place ran out: the rest of the other one follows.
    RestOfTemporary,
    /// One element of the moved run is left; it goes to the far side of the rest of the run in place.
    OneAfterOther,
}

/// Where `key` goes in the sorted `run`, before elements equal to it. The search starts at `hint`.
fn gallop_left<T: Copy, E>(
    less: &mut impl FnMut(T, T) -> Result<bool, E>,
    run: &[T],
    key: T,
    hint: usize,
) -> Result<usize, E> {
    let (mut last, mut offset) = (0, 1);
    let (mut low, mut high);
    if less(run[hint], key)? {
        let most = run.len() - hint;
        while offset < most && less(run[hint + offset], key)? {
            last = offset;
            offset = offset * 2 + 1;
        }
        low = hint + last + 1;
        high = hint + offset.min(most);
    } else {
        let most = hint + 1;
        while offset < most && !less(run[hint - offset], key)? {
            last = offset;
            offset = offset * 2 + 1;
        }
        low = hint + 1 - offset.min(most);
        high = hint - last;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if less(run[middle], key)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// Where `key` goes in the sorted `run`, after elements equal to it. The search starts at `hint`.
fn gallop_right<T: Copy, E>(
    less: &mut impl FnMut(T, T) -> Result<bool, E>,
    run: &[T],
    key: T,
    hint: usize,
) -> Result<usize, E> {
    let (mut last, mut offset) = (0, 1);
    let (mut low, mut high);
    if less(key, run[hint])? {
        let most = hint + 1;
        while offset < most && less(key, run[hint - offset])? {
            last = offset;
            offset = offset * 2 + 1;
        }
        low = hint + 1 - offset.min(most);
        high = hint - last;
    } else {
        let most = run.len() - hint;
        while offset < most && !less(key, run[hint + offset])? {
            last = offset;
            offset = offset * 2 + 1;
        }
        low = hint + last + 1;
        high = hint + offset.min(most);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if less(key, run[middle])? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(high)
}
