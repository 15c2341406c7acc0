//! Panics are bugs of ours. They are caught, so that no exit code is 101 and other plugins are still compiled.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, PoisonError};

/// What the last panic said, and where it was.
static MESSAGE: Mutex<String> = Mutex::new(String::new());

/// Keeps the messages of panics instead of printing them.
pub(super) fn keep_messages() {
    panic::set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info.location().map_or_else(String::new, |place| format!(" ({}:{})", place.file(), place.line()));
        let message = info.payload_as_str().unwrap_or("a panic without a message");
        *MESSAGE.lock().unwrap_or_else(PoisonError::into_inner) = format!("{message}{place}");
    }));
}

/// Runs `work`; when it panics, the error is what the panic said.
pub(super) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| MESSAGE.lock().unwrap_or_else(PoisonError::into_inner).clone())
}

#[cfg(test)]
mod tests {
    use super::catch;
    use crate::base::with_deep_stack;

    #[test]
    fn a_panic_on_the_deep_stack_is_caught() {
        assert_eq!(catch(|| 1), Ok(1));
        assert!(catch(|| with_deep_stack(|| panic!("nobody thought of this"))).is_err());
    }
}
