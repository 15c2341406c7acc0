//! Numbers that are known at compile time.

use swc_ecma_ast::BinaryOp;

/// Number::toString (ECMA-262 §6.1.6.1.20) in base ten.
pub(super) fn to_js_string(number: f64) -> String {
    ryu_js::Buffer::new().format(number).to_owned()
}

/// ToInt32 (ECMA-262 §7.1.6).
pub(super) fn to_int32(number: f64) -> i32 {
    if !number.is_finite() {
        return 0;
    }
    // Exact: the remainder is an integer below 2^32.
    let modulo = number.trunc().rem_euclid(4_294_967_296.0);
    (modulo as u32).cast_signed()
}

/// What an arithmetic operator makes of two numbers; `None` for other operators.
pub(super) fn fold(op: BinaryOp, left: f64, right: f64) -> Option<f64> {
    let shift = || to_int32(right).cast_unsigned() & 31;
    Some(match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul => left * right,
        BinaryOp::Div => left / right,
        BinaryOp::Mod => left % right,
        BinaryOp::LShift => f64::from(to_int32(left).wrapping_shl(shift())),
        BinaryOp::RShift => f64::from(to_int32(left) >> shift()),
        BinaryOp::ZeroFillRShift => f64::from(to_int32(left).cast_unsigned() >> shift()),
        BinaryOp::BitOr => f64::from(to_int32(left) | to_int32(right)),
        BinaryOp::BitXor => f64::from(to_int32(left) ^ to_int32(right)),
        BinaryOp::BitAnd => f64::from(to_int32(left) & to_int32(right)),
        // ECMA-262 §6.1.6.1.3: unlike powf, NaN where |base| is 1 and the exponent infinite or NaN.
        BinaryOp::Exp if right.is_nan() || (left.abs() == 1.0 && right.is_infinite()) => f64::NAN,
        BinaryOp::Exp => left.powf(right),
        BinaryOp::EqEq
        | BinaryOp::NotEq
        | BinaryOp::EqEqEq
        | BinaryOp::NotEqEq
        | BinaryOp::Lt
        | BinaryOp::LtEq
        | BinaryOp::Gt
        | BinaryOp::GtEq
        | BinaryOp::LogicalOr
        | BinaryOp::LogicalAnd
        | BinaryOp::In
        | BinaryOp::InstanceOf
        | BinaryOp::NullishCoalescing => return None,
    })
}
