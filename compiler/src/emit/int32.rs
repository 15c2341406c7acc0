//! Variables that only ever hold 32-bit integers: `i32` in Rust. Other code reads them as `f64::from(…)`.

use super::body::Body;
use super::code::{Code, Precedence, Repr};
use crate::analyse::{Type, is_int32, is_int32_operator};
use crate::ir::{AssignOp, BinaryOp, BindingId, Expr, ExprKind, UnaryOp};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

impl Body<'_> {
    /// The variable is an `i32`.
    pub fn is_int32(&self, binding: BindingId) -> bool {
        self.krate.facts.int32.bindings.contains(&binding)
    }

    /// `binding op value` as a statement.
    pub fn assign_int32(&mut self, binding: BindingId, op: AssignOp, value: &Expr) -> TokenStream {
        let name = self.name(binding);
        if let AssignOp::Binary(op) = op {
            let value = self.int32(value);
            return in_place(&name, op, &value).unwrap_or_else(|| {
                let new = combined(op, &Code::new(Repr::Number, quote!(#name)), &value).tokens;
                quote!(#name = #new;)
            });
        }
        // `x = x ^ y`
        let value = self.without_int32(value);
        if let ExprKind::Binary { op, left, right } = &value.kind
            && matches!(left.kind, ExprKind::Binding(left) if left == binding)
            && self.is_int32_operation(*op, left, right)
        {
            let right = self.int32(right);
            if let Some(statement) = in_place(&name, *op, &right) {
                return statement;
            }
        }
        let new = self.int32(value).tokens;
        quote!(#name = #new;)
    }

    /// The first value of such a variable, which says what type that is.
    pub fn first_int32(&mut self, value: &Expr) -> Code {
        let code = self.int32(value);
        if !matches!(value.kind, ExprKind::Number(_)) {
            return code;
        }
        let literal: TokenStream = format!("{}_i32", code.tokens).parse().expect("an integer with a suffix is a token");
        Code { tokens: literal, ..code }
    }

    /// ToInt32 of a number, as an `i32`. On integers throughout, where that gives the same.
    pub fn int32(&mut self, expr: &Expr) -> Code {
        let expr = self.without_int32(expr);
        match &expr.kind {
            ExprKind::Number(number) if is_int32(*number) => {
                let literal = Literal::i32_unsuffixed(number.abs() as i32);
                if *number >= 0.0 {
                    return Code::new(Repr::Number, quote!(#literal));
                }
                return Code::operator(Repr::Number, Precedence::Unary, quote!(-#literal));
            }
            ExprKind::Binding(binding) if self.is_int32(*binding) => {
                let name = self.name(*binding);
                return Code::new(Repr::Number, quote!(#name));
            }
            ExprKind::Unary { op: UnaryOp::BitNot, operand } if self.ty(operand) == Type::Number => {
                let operand = self.int32(operand).at(Precedence::Unary);
                return Code::operator(Repr::Number, Precedence::Unary, quote!(!#operand));
            }
            ExprKind::Binary { op, left, right } if self.is_int32_operation(*op, left, right) => {
                let (left, right) = (self.int32(left), self.int32(right));
                return combined(*op, &left, &right);
            }
            ExprKind::Call { callee, arguments, .. } if self.krate.facts.int32.char_codes.contains(&expr.id) => {
                if let (ExprKind::Member { object, .. }, [index]) = (&callee.kind, arguments.as_slice())
                    && matches!(index.value.kind, ExprKind::Binding(index) if self.is_int32(index))
                {
                    let text = self.expr(object).into_js_string().postfix();
                    let index = self.int32(&index.value).tokens;
                    return Code::new(Repr::Number, quote!(#text.code_unit(cx, #index)));
                }
            }
            _ => {}
        }
        let number = self.expr(expr).into_number().postfix();
        Code::new(Repr::Number, quote!(#number.int32()))
    }

    /// `x | 0`, which is how JavaScript writes ToInt32, without the `| 0`.
    fn without_int32<'e>(&self, expr: &'e Expr) -> &'e Expr {
        match &expr.kind {
            ExprKind::Binary { op: BinaryOp::BitOr, left, right }
                if self.ty(left) == Type::Number && matches!(right.kind, ExprKind::Number(0.0)) =>
            {
                left
            }
            _ => expr,
        }
    }

    /// The operator gives the same on the operands' 32-bit integers.
    fn is_int32_operation(&self, op: BinaryOp, left: &Expr, right: &Expr) -> bool {
        // Methods of Rust's integers are not called on literals, whose type nobody knows.
        if matches!(left.kind, ExprKind::Number(_)) {
            return false;
        }
        match op {
            // A sum of such integers is exact as a double, so its lowest 32 bits are those of the wrapping sum.
            BinaryOp::Add | BinaryOp::Sub => self.is_exact_sum(left) && self.is_exact_sum(right),
            // What clippy knows the result of is written with doubles.
            BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor
                if matches!(right.kind, ExprKind::Number(number) if number == 0.0 || number == -1.0)
                    || matches!((&left.kind, &right.kind), (ExprKind::Binding(a), ExprKind::Binding(b)) if a == b) =>
            {
                false
            }
            _ => is_int32_operator(op) && self.ty(left) == Type::Number && self.ty(right) == Type::Number,
        }
    }

    fn is_exact_sum(&self, expr: &Expr) -> bool {
        let facts = self.krate.facts;
        facts.int32.has(expr, &facts.types)
            || match &expr.kind {
                ExprKind::Binary { op: BinaryOp::Add | BinaryOp::Sub, left, right } => {
                    self.is_exact_sum(left) && self.is_exact_sum(right)
                }
                _ => false,
            }
    }
}

/// `name op= value`, where Rust has such an operator on `i32`.
fn in_place(name: &Ident, op: BinaryOp, value: &Code) -> Option<TokenStream> {
    let sign = match op {
        BinaryOp::BitAnd => quote!(&=),
        BinaryOp::BitOr => quote!(|=),
        BinaryOp::BitXor => quote!(^=),
        _ => return None,
    };
    let value = &value.tokens;
    Some(quote!(#name #sign #value;))
}

/// The operator on two `i32`.
fn combined(op: BinaryOp, left: &Code, right: &Code) -> Code {
    let (receiver, right_operand, argument) = (left.postfix(), right.postfix(), &right.tokens);
    let infix = |sign: TokenStream| Code::loose(Repr::Number, quote!(#receiver #sign #right_operand));
    let method = |name: TokenStream| Code::new(Repr::Number, quote!(#receiver.#name(#argument)));
    let shift = |name: TokenStream| {
        let is_literal = right.precedence == Precedence::Postfix && right.tokens.to_string().parse::<u32>().is_ok();
        let bits = if is_literal { right.tokens.clone() } else { quote!(#right_operand.cast_unsigned()) };
        Code::new(Repr::Number, quote!(#receiver.#name(#bits)))
    };
    match op {
        BinaryOp::Add => method(quote!(wrapping_add)),
        BinaryOp::Sub => method(quote!(wrapping_sub)),
        BinaryOp::BitAnd => infix(quote!(&)),
        BinaryOp::BitXor => infix(quote!(^)),
        BinaryOp::ShiftLeft => shift(quote!(wrapping_shl)),
        BinaryOp::ShiftRight => shift(quote!(wrapping_shr)),
        _ => infix(quote!(|)),
    }
}
