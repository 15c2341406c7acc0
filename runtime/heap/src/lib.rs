//! JavaScript values and the memory they live in.
//!
//! This is the only crate of the workspace with `unsafe` code. What the other crates see is safe: values are `Copy`, carry the
//! lifetime `'h` of the turn that can reach them, and are read and written through methods that copy values in and out.
//!
//! The memory argument, once, for the whole crate:
//! - Both heaps are bump arenas ([`arena::Arena`]). An arena hands out `&'a T` for a borrow `'a` of itself and takes memory back only
//!   through `&mut self`, so a reference can never outlive what it points to.
//! - A [`Turn`] borrows one event heap (exclusively) and the worker heap (shared) for `'h`. Everything that a running hook can reach
//!   lives in one of the two, in static data, or in the input that is borrowed for `'h`.
//! - A worker-heap object never refers to event memory: every store goes through one place ([`object::Object::admit`]) which
//!   promotes what it stores. That is why a worker-heap object may be seen by later turns, under their own `'h`.
//! - There is one worker heap per thread, so a value of one worker heap can never be stored in another.
//!
//! `unsafe` is left for four things: the arena itself, the packed parts of [`JsStr`], the change of lifetime of what the worker
//! heap keeps between turns, and that of suspended functions, which an event heap keeps for one turn.

#![deny(unsafe_op_in_unsafe_fn)]

mod arena;
mod arguments;
mod array;
mod bigint;
mod binding;
mod bytes;
mod coroutine;
mod cx;
mod error;
mod function;
mod guard;
mod hash;
mod heap;
mod jobs;
pub mod json;
mod map;
pub mod number;
mod object;
mod regexp;
mod short_copy;
mod slots;
mod string;
mod symbol;
mod throw;
mod value;

pub use array::{Array, MAX_GAP};
pub use bigint::BigInt;
pub use binding::{Binding, ModuleBinding};
pub use bytes::{ByteBuffer, Bytes, ElementType};
pub use coroutine::CoroutineId;
pub use cx::{Cx, Turn};
pub use error::{ErrorKind, ErrorObject, located};
pub use function::{Call, Code, Function, FunctionKind};
pub use guard::{Limits, LoopGuard};
pub use heap::{EventHeap, InstanceId, Root, WorkerHeap};
pub use map::{Cursor, MapObject, SetObject, WeakMapObject, WeakSetObject};
pub use object::{
    Attributes, HashedKey, Kind, Object, Property, PropertyKey, Prototype, Slot, Stored, private_description,
};
pub use regexp::RegExpObject;
pub use string::{CodePoints, Home, JsStr, MAX_LENGTH, Split, StringBuilder, StringTooLong};
pub use symbol::Symbol;
pub use throw::{JsResult, Termination, Throw, Thrown};
pub use value::Value;
