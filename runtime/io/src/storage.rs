//! Where `meta.storage` keeps its values.

use std::cell::Cell;

use prickle_runtime::host::{MemoryStorage, Storage, StorageError, Task};

use crate::report::report;

/// Keeps values for the run, and says so when the first one is stored.
#[derive(Debug, Default)]
pub struct RunStorage {
    rows: MemoryStorage,
    said: Cell<bool>,
}

impl Storage for RunStorage {
    fn get<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<Option<Vec<u8>>, StorageError>> {
        self.rows.get(config, key)
    }

    fn set<'a>(&'a self, config: u32, key: &str, json: Vec<u8>) -> Task<'a, Result<(), StorageError>> {
        if !self.said.replace(true) {
            report("note: meta.storage is kept in memory and forgotten at the end of this run");
        }
        self.rows.set(config, key, json)
    }

    fn delete<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<(), StorageError>> {
        self.rows.delete(config, key)
    }
}
