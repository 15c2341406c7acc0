//! The elementary functions, bit for bit as V8 computes them.
//!
//! ECMA-262 leaves their precision to the implementation. V8 uses Sun's fdlibm, whose results differ from those of system
//! libraries in the last bit of about one argument in fifty. Where the `libm` crate gives the same bits it is used.

mod exponential;
mod hyperbolic;
mod power;
mod reduction;
#[cfg(test)]
mod tests;
mod trigonometric;
mod words;

pub use exponential::{exp, expm1, log, log1p, log2, log10};
pub use hyperbolic::{acosh, asinh, atanh, cosh, sinh, tanh};
pub use power::{cbrt, hypot, pow};
pub use trigonometric::{acos, asin, atan, atan2, cos, sin, tan};
