//! Small things every stage needs: source positions, typed ids, JavaScript text.

mod deep_stack;
mod ids;
mod js_string;
mod span;

pub use deep_stack::with_deep_stack;
pub use ids::{Id, IndexVec};
pub use js_string::JsString;
pub use span::{FileId, LineColumn, SourceFile, Span};
