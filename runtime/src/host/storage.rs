//! Values that outlive events, per plugin config.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::future;
use std::rc::Rc;

use super::Task;

/// A failure of the storage's own, not the plugin's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageError(pub String);

impl fmt::Display for StorageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Keeps JSON texts by plugin config and key.
pub trait Storage {
    /// The text stored under the key.
    fn get<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<Option<Vec<u8>>, StorageError>>;

    /// Stores a text under the key, in place of what is there.
    fn set<'a>(&'a self, config: u32, key: &str, json: Vec<u8>) -> Task<'a, Result<(), StorageError>>;

    /// Removes what is stored under the key, if anything is.
    fn delete<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<(), StorageError>>;
}

/// A storage that forgets everything at the end of the run, and always answers at once.
#[derive(Debug, Default)]
pub struct MemoryStorage {
    rows: RefCell<HashMap<u32, HashMap<String, Vec<u8>>>>,
}

impl MemoryStorage {
    /// Everything in it: config, key and JSON text, in no order.
    #[must_use]
    pub fn rows(&self) -> Vec<(u32, String, Vec<u8>)> {
        let rows = self.rows.borrow();
        let of_config = |(config, rows): (&u32, &HashMap<String, Vec<u8>>)| {
            let config = *config;
            rows.iter().map(|(key, json)| (config, key.clone(), json.clone())).collect::<Vec<_>>()
        };
        rows.iter().flat_map(of_config).collect()
    }
}

/// Shared with whoever wants to see the rows afterwards.
impl<S: Storage> Storage for Rc<S> {
    fn get<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<Option<Vec<u8>>, StorageError>> {
        S::get(self, config, key)
    }

    fn set<'a>(&'a self, config: u32, key: &str, json: Vec<u8>) -> Task<'a, Result<(), StorageError>> {
        S::set(self, config, key, json)
    }

    fn delete<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<(), StorageError>> {
        S::delete(self, config, key)
    }
}

impl Storage for MemoryStorage {
    fn get<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<Option<Vec<u8>>, StorageError>> {
        let found = self.rows.borrow().get(&config).and_then(|rows| rows.get(key)).cloned();
        Box::pin(future::ready(Ok(found)))
    }

    fn set<'a>(&'a self, config: u32, key: &str, json: Vec<u8>) -> Task<'a, Result<(), StorageError>> {
        self.rows.borrow_mut().entry(config).or_default().insert(key.to_owned(), json);
        Box::pin(future::ready(Ok(())))
    }

    fn delete<'a>(&'a self, config: u32, key: &str) -> Task<'a, Result<(), StorageError>> {
        if let Some(rows) = self.rows.borrow_mut().get_mut(&config) {
            rows.remove(key);
        }
        Box::pin(future::ready(Ok(())))
    }
}
