//! What the tests that span crates share: finding cases, running them under Node and natively, showing differences.

pub mod case;
pub mod folder;
pub mod fuzz;
pub mod native;
pub mod oracle;
pub mod programs;
pub mod rows;
