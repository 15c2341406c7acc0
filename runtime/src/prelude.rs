//! Everything that generated code names.

pub use prickle_heap::{
    Array, Binding, Call, Code, Cx, ErrorKind, Function, FunctionKind, JsResult, JsStr, LoopGuard, ModuleBinding,
    Object, PropertyKey, Throw, Value,
};

pub use crate::builtins::exports::*;
pub use crate::builtins::regexp::{RegExpLiteral, search_string};
pub use crate::builtins::storage;
pub use crate::errors::throw_error;
pub use crate::instance::define_hook;
pub use crate::manifest::{HookName, Manifest};
pub use crate::operations::*;
pub use crate::plugin::{Hook, Plugin};
pub use crate::{js_format, regexp, source_maps, yield_, yield_from};
