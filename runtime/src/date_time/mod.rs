//! Dates without objects: time values, the calendar, time zones, and the texts that stand for dates.

pub mod calendar;
mod parse;
mod scan;
mod text;
mod zone;

pub use calendar::Fields;
pub use parse::parse;
pub use text::{date_text, iso_text, time_text, utc_text};
pub use zone::Zone;
