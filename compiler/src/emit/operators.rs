//! Operators: Rust's own where the operands are proven numbers, functions named after ECMA-262 elsewhere.

use super::body::Body;
use super::code::{Code, Precedence, Repr};
use super::expressions::{Pieces, unify};
use crate::analyse::Type;
use crate::ir::{BinaryOp, Expr, ExprKind, LogicalOp, UnaryOp};
use proc_macro2::TokenStream;
use quote::quote;

/// The operator that gives the opposite, for operators where that is true of all operands.
pub fn negated(op: BinaryOp) -> Option<BinaryOp> {
    match op {
        BinaryOp::Equal => Some(BinaryOp::NotEqual),
        BinaryOp::NotEqual => Some(BinaryOp::Equal),
        BinaryOp::StrictEqual => Some(BinaryOp::StrictNotEqual),
        BinaryOp::StrictNotEqual => Some(BinaryOp::StrictEqual),
        // `!(a < b)` is not `a >= b` where one is NaN.
        BinaryOp::Less
        | BinaryOp::LessEqual
        | BinaryOp::Greater
        | BinaryOp::GreaterEqual
        | BinaryOp::Add
        | BinaryOp::Sub
        | BinaryOp::Mul
        | BinaryOp::Div
        | BinaryOp::Rem
        | BinaryOp::Exp
        | BinaryOp::BitAnd
        | BinaryOp::BitOr
        | BinaryOp::BitXor
        | BinaryOp::ShiftLeft
        | BinaryOp::ShiftRight
        | BinaryOp::ShiftRightUnsigned
        | BinaryOp::In
        | BinaryOp::Instanceof => None,
    }
}

/// How an operator on numbers is written.
enum Native {
    /// Between its operands.
    Infix(Precedence, TokenStream),
    /// As a method of `f64`.
    Method(TokenStream),
}

/// The name of the function on any values, and the form on numbers, of an arithmetic operator.
fn arithmetic(op: BinaryOp) -> Option<(TokenStream, Native)> {
    Some(match op {
        BinaryOp::Add => (quote!(add), Native::Infix(Precedence::Sum, quote!(+))),
        BinaryOp::Sub => (quote!(subtract), Native::Infix(Precedence::Sum, quote!(-))),
        BinaryOp::Mul => (quote!(multiply), Native::Infix(Precedence::Product, quote!(*))),
        BinaryOp::Div => (quote!(divide), Native::Infix(Precedence::Product, quote!(/))),
        // Rust's `%` is a call of `fmod`, which is slow.
        BinaryOp::Rem => (quote!(remainder), Native::Method(quote!(remainder))),
        BinaryOp::Exp => (quote!(exponentiate), Native::Method(quote!(exponentiate))),
        BinaryOp::BitAnd => (quote!(bit_and), Native::Method(quote!(bit_and))),
        BinaryOp::BitOr => (quote!(bit_or), Native::Method(quote!(bit_or))),
        BinaryOp::BitXor => (quote!(bit_xor), Native::Method(quote!(bit_xor))),
        BinaryOp::ShiftLeft => (quote!(shift_left), Native::Method(quote!(shift_left))),
        BinaryOp::ShiftRight => (quote!(shift_right), Native::Method(quote!(shift_right))),
        BinaryOp::ShiftRightUnsigned => (quote!(shift_right_unsigned), Native::Method(quote!(shift_right_unsigned))),
        BinaryOp::Equal
        | BinaryOp::NotEqual
        | BinaryOp::StrictEqual
        | BinaryOp::StrictNotEqual
        | BinaryOp::Less
        | BinaryOp::LessEqual
        | BinaryOp::Greater
        | BinaryOp::GreaterEqual
        | BinaryOp::In
        | BinaryOp::Instanceof => return None,
    })
}

impl Body<'_> {
    /// A value of this type may be a BigInt, or have one as its primitive.
    pub fn may_be_bigint(&self, ty: Type) -> bool {
        self.krate.facts.features.bigints && !ty.is_primitive()
    }

    /// `left op right`
    pub fn binary(&mut self, op: BinaryOp, left: &Expr, right: &Expr) -> Code {
        match op {
            BinaryOp::Add if self.is_printable_concatenation(left, right) => self.concatenation(left, right),
            BinaryOp::Equal => self.loosely_equals(left, right, false),
            BinaryOp::NotEqual => self.loosely_equals(left, right, true),
            BinaryOp::StrictEqual => {
                let code = self.expr(left);
                self.strict_equals(code, left, right)
            }
            BinaryOp::StrictNotEqual => {
                let code = self.expr(left);
                let equal = self.strict_equals(code, left, right);
                opposite(equal)
            }
            BinaryOp::Less => self.relation(left, right, &quote!(<), &quote!(less_than)),
            BinaryOp::LessEqual => self.relation(left, right, &quote!(<=), &quote!(less_or_equal)),
            BinaryOp::Greater => self.relation(left, right, &quote!(>), &quote!(greater_than)),
            BinaryOp::GreaterEqual => self.relation(left, right, &quote!(>=), &quote!(greater_or_equal)),
            BinaryOp::In => {
                let (key, object) = (self.expr(left).key(), self.expr(right).operand());
                Code::new(Repr::Bool, quote!(has_property(cx, #key, #object)?))
            }
            BinaryOp::Instanceof => {
                let (value, class) = (self.expr(left).operand(), self.expr(right).operand());
                Code::new(Repr::Bool, quote!(instance_of(cx, #value, #class)?))
            }
            BinaryOp::Add
            | BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::Div
            | BinaryOp::Rem
            | BinaryOp::Exp
            | BinaryOp::BitAnd
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::ShiftLeft
            | BinaryOp::ShiftRight
            | BinaryOp::ShiftRightUnsigned => {
                let (left_code, right_code) = (self.expr(left), self.expr(right));
                let order_is_free = self.ty(left).is_primitive() || self.is_simple(right);
                self.arithmetic(op, (left_code, self.ty(left)), (right_code, self.ty(right)), order_is_free)
            }
        }
    }

    /// An arithmetic operator on operands that are written already. `order_is_free`: converting the left one before the
    /// right one is evaluated makes no difference.
    pub fn arithmetic(
        &mut self,
        op: BinaryOp,
        (left, left_type): (Code, Type),
        (right, right_type): (Code, Type),
        order_is_free: bool,
    ) -> Code {
        let Some((function, native)) = arithmetic(op) else {
            return Code::undefined();
        };
        let numbers = left.repr == Repr::Number && right.repr == Repr::Number;
        let both_primitive = left_type.is_primitive() && right_type.is_primitive();
        let one_number = left.repr == Repr::Number || right.repr == Repr::Number;
        let is_native = match op {
            BinaryOp::Add => numbers || (both_primitive && left_type != Type::String && right_type != Type::String),
            // The other side may be a BigInt, which has an error of its own.
            _ if self.krate.facts.features.bigints => numbers || both_primitive,
            _ => numbers || both_primitive || (one_number && order_is_free),
        };
        if !is_native {
            let (left, right) = (left.operand(), right.operand());
            if op != BinaryOp::Add && self.may_be_bigint(left_type) && self.may_be_bigint(right_type) {
                return Code::value(quote!(numeric::#function(cx, #left, #right)?));
            }
            let repr = if op == BinaryOp::Add { Repr::Value } else { Repr::Number };
            return Code::new(repr, quote!(#function(cx, #left, #right)?));
        }
        let (left, right) = (left.into_number(), right.into_number());
        match native {
            Native::Infix(precedence, sign) => {
                let tighter = if precedence == Precedence::Sum { Precedence::Product } else { Precedence::Unary };
                let (left, right) = (left.at(precedence), right.at(tighter));
                Code::operator(Repr::Number, precedence, quote!(#left #sign #right))
            }
            Native::Method(method) => {
                let (left, right) = (left.postfix(), right.tokens);
                Code::new(Repr::Number, quote!(#left.#method(#right)))
            }
        }
    }

    /// `+` of a string and primitives, where `+` converts as a template does.
    fn is_printable_concatenation(&self, left: &Expr, right: &Expr) -> bool {
        let (left, right) = (self.ty(left), self.ty(right));
        left.is_primitive() && right.is_primitive() && (left == Type::String || right == Type::String)
    }

    fn concatenation(&mut self, left: &Expr, right: &Expr) -> Code {
        let mut pieces = Pieces::default();
        self.concatenated(left, &mut pieces);
        self.piece(right, &mut pieces);
        pieces.finish()
    }

    /// The pieces of a concatenation, those of its left side first.
    pub fn concatenated(&mut self, expr: &Expr, pieces: &mut Pieces) {
        if let ExprKind::Binary { op: BinaryOp::Add, left, right } = &expr.kind
            && self.is_printable_concatenation(left, right)
        {
            self.concatenated(left, pieces);
            self.piece(right, pieces);
        } else {
            self.piece(expr, pieces);
        }
    }

    fn piece(&mut self, expr: &Expr, pieces: &mut Pieces) {
        match &expr.kind {
            ExprKind::String(text) => pieces.text(text),
            _ => {
                let code = self.expr(expr);
                pieces.value(code);
            }
        }
    }

    fn relation(&mut self, left: &Expr, right: &Expr, sign: &TokenStream, function: &TokenStream) -> Code {
        let (left, right) = (self.expr(left), self.expr(right));
        let alike = left.repr == right.repr && matches!(left.repr, Repr::Number | Repr::Str);
        if alike {
            let (left, right) = (left.at(Precedence::Sum), right.at(Precedence::Sum));
            return Code::operator(Repr::Bool, Precedence::Compare, quote!(#left #sign #right));
        }
        let (left, right) = (left.operand(), right.operand());
        Code::new(Repr::Bool, quote!(#function(cx, #left, #right)?))
    }

    /// `left === right`; `left` is written already.
    pub fn strict_equals(&mut self, left: Code, left_expr: &Expr, right: &Expr) -> Code {
        if let (ExprKind::Unary { op: UnaryOp::Typeof, operand }, ExprKind::String(text)) =
            (&left_expr.kind, &right.kind)
            && let Some(text) = text.as_str()
        {
            return self.typeof_is(operand, text);
        }
        match &right.kind {
            ExprKind::Undefined if left.repr == Repr::Value => {
                let left = left.receiver();
                return Code::new(Repr::Bool, quote!(#left.is_undefined()));
            }
            ExprKind::Null if left.repr == Repr::Value => {
                let left = left.receiver();
                return Code::new(Repr::Bool, quote!(#left.is_null()));
            }
            _ => {}
        }
        let right = self.expr(right);
        let same = left.repr == right.repr && matches!(left.repr, Repr::Number | Repr::Bool | Repr::Str | Repr::Text);
        if same || (left.repr == Repr::Str && right.repr == Repr::Text) {
            let (left, right) = (left.at(Precedence::Sum), right.at(Precedence::Sum));
            return Code::operator(Repr::Bool, Precedence::Compare, quote!(#left == #right));
        }
        let (left, right) = (left.receiver(), right.operand());
        Code::new(Repr::Bool, quote!(#left.strict_equals(#right)))
    }

    /// `typeof operand === "text"`
    fn typeof_is(&mut self, operand: &Expr, text: &str) -> Code {
        let code = self.expr(operand);
        let question = match text {
            "string" => quote!(is_string),
            "undefined" => quote!(is_undefined),
            "function" => quote!(is_callable),
            _ => {
                let receiver = code.receiver();
                return Code::operator(Repr::Bool, Precedence::Compare, quote!(#receiver.type_of() == #text));
            }
        };
        let receiver = match code.repr {
            Repr::Value => code.receiver(),
            _ => {
                let value = code.value_from();
                quote!(#value)
            }
        };
        Code::new(Repr::Bool, quote!(#receiver.#question()))
    }

    fn loosely_equals(&mut self, left: &Expr, right: &Expr, negate: bool) -> Code {
        let nullish = |expr: &Expr| matches!(expr.kind, ExprKind::Null | ExprKind::Undefined);
        let code = if nullish(right) || nullish(left) {
            let value = self.expr(if nullish(right) { left } else { right });
            Code::new(Repr::Bool, value.nullish())
        } else if self.ty(left) == self.ty(right) && self.ty(left).is_unboxed() {
            let code = self.expr(left);
            self.strict_equals(code, left, right)
        } else {
            let (left, right) = (self.expr(left).operand(), self.expr(right).operand());
            Code::new(Repr::Bool, quote!(loosely_equals(cx, #left, #right)?))
        };
        if negate { opposite(code) } else { code }
    }

    /// A prefix operator.
    pub fn unary(&mut self, op: UnaryOp, operand: &Expr) -> Code {
        match op {
            UnaryOp::Minus | UnaryOp::BitNot if self.may_be_bigint(self.ty(operand)) => {
                let function = Self::ident(if op == UnaryOp::Minus { "negate" } else { "bit_not" });
                let operand = self.expr(operand).operand();
                Code::value(quote!(numeric::#function(cx, #operand)?))
            }
            UnaryOp::Minus => {
                let operand = self.expr(operand).into_number().postfix();
                Code::operator(Repr::Number, Precedence::Unary, quote!(-#operand))
            }
            UnaryOp::Plus => self.expr(operand).into_number(),
            UnaryOp::Not => self.not(operand),
            UnaryOp::BitNot => {
                let operand = self.expr(operand).into_number().postfix();
                Code::new(Repr::Number, quote!(#operand.bit_not()))
            }
            UnaryOp::Typeof => {
                let operand = self.expr(operand).receiver();
                Code::new(Repr::Text, quote!(#operand.type_of()))
            }
            UnaryOp::Void => {
                let effect = self.effect(operand);
                if effect.is_empty() {
                    Code::undefined()
                } else {
                    Code::loose(Repr::Value, quote!({ #effect Value::Undefined }))
                }
            }
        }
    }

    /// `&&`, `||`, `??` for their value.
    pub fn logical(&mut self, op: LogicalOp, left: &Expr, right: &Expr) -> Code {
        let left_code = self.expr(left);
        let ty = self.ty(left);
        let decided = match op {
            LogicalOp::And => ty.is_object(),
            LogicalOp::Or | LogicalOp::Nullish => false,
        };
        if (op == LogicalOp::Nullish && ty.is_coercible()) || (op == LogicalOp::Or && ty.is_object()) {
            return left_code;
        }
        let right_code = self.expr(right);
        if decided && self.is_simple(left) {
            return right_code;
        }
        if left_code.repr == Repr::Bool && right_code.repr == Repr::Bool && op != LogicalOp::Nullish {
            return self.both_bool(op, &left_code, &right_code);
        }
        if left_code.repr == Repr::Bool && op != LogicalOp::Nullish && !self.is_simple(right) {
            let (test, right) = (left_code.tokens, right_code.value_from());
            let tokens = match op {
                LogicalOp::And => quote!(if #test { #right } else { Value::from(false) }),
                LogicalOp::Or | LogicalOp::Nullish => quote!(if #test { Value::from(true) } else { #right }),
            };
            return Code::loose(Repr::Value, tokens);
        }
        let duplicable = self.is_duplicable(left);
        let same =
            left_code.repr == right_code.repr || matches!((left_code.repr, right_code.repr), (Repr::Str, Repr::Text));
        if duplicable && same && left_code.repr != Repr::Value {
            let test = left_code.clone().truthy().tokens;
            let (repr, left, right) = unify(left_code, right_code);
            let tokens = match op {
                LogicalOp::And => quote!(if #test { #right } else { #left }),
                LogicalOp::Or | LogicalOp::Nullish => quote!(if #test { #left } else { #right }),
            };
            return Code::loose(repr, tokens);
        }
        if self.is_simple(right) {
            let receiver = left_code.receiver();
            let right = right_code.operand();
            let method = match op {
                LogicalOp::And => quote!(and),
                LogicalOp::Or => quote!(or),
                LogicalOp::Nullish => quote!(nullish_or),
            };
            return Code::value(quote!(#receiver.#method(#right)));
        }
        let (scrutinee, right) = (left_code.value_from(), right_code.value_from());
        let tokens = match op {
            LogicalOp::And => quote!(match #scrutinee { value if value.truthy() => #right, value => value }),
            LogicalOp::Or => quote!(match #scrutinee { value if value.truthy() => value, _ => #right }),
            LogicalOp::Nullish => {
                quote!(match #scrutinee { Value::Undefined | Value::Null => #right, value => value })
            }
        };
        Code::loose(Repr::Value, tokens)
    }

    fn both_bool(&mut self, op: LogicalOp, left: &Code, right: &Code) -> Code {
        match op {
            LogicalOp::And => {
                let (left, right) = (left.at(Precedence::And), right.at(Precedence::And));
                Code::operator(Repr::Bool, Precedence::And, quote!(#left && #right))
            }
            LogicalOp::Or | LogicalOp::Nullish => {
                let (left, right) = (left.at(Precedence::Or), right.at(Precedence::Or));
                Code::operator(Repr::Bool, Precedence::Or, quote!(#left || #right))
            }
        }
    }
}

/// `a == b` → `a != b`, anything else gets a `!`.
fn opposite(code: Code) -> Code {
    let tokens: Vec<proc_macro2::TokenTree> = code.tokens.clone().into_iter().collect();
    if code.precedence == Precedence::Compare {
        let at = tokens.windows(2).position(|pair| {
            matches!(pair, [proc_macro2::TokenTree::Punct(a), proc_macro2::TokenTree::Punct(b)]
                if a.as_char() == '=' && b.as_char() == '=' && a.spacing() == proc_macro2::Spacing::Joint)
        });
        if let Some(at) = at {
            let left: TokenStream = tokens[..at].iter().cloned().collect();
            let right: TokenStream = tokens[at + 2..].iter().cloned().collect();
            return Code::operator(Repr::Bool, Precedence::Compare, quote!(#left != #right));
        }
    }
    let inner = code.at(Precedence::Unary);
    Code::operator(Repr::Bool, Precedence::Unary, quote!(!#inner))
}
