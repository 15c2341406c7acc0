//! How V8 prints an expression in its messages ("event.foo.bar is not a function"): its `CallPrinter`, rule by rule.

use swc_ecma_ast as ast;
use swc_ecma_ast::Expr;

/// Stands for everything that V8 does not print.
const INTERMEDIATE: &str = "(intermediate value)";

/// The text of a callee, or of another expression that an error is about.
pub(super) fn print(expr: &Expr) -> String {
    let mut printer = Printer { text: String::new(), is_iterable: false };
    printer.find(expr);
    printer.text
}

/// The text of an expression that cannot be iterated: calls in it are printed without `(...)`.
pub(super) fn print_iterable(expr: &Expr) -> String {
    let mut printer = Printer { text: String::new(), is_iterable: true };
    printer.find(expr);
    printer.text
}

/// The text of the callee of an optional call.
pub(super) fn print_chain_callee(expr: &Expr) -> String {
    let mut printer = Printer { text: String::new(), is_iterable: false };
    printer.link(expr);
    printer.text
}

/// Removes what leaves no trace in the code that runs: parentheses and TypeScript.
pub(super) fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => bare(&inner.expr),
        Expr::TsAs(inner) => bare(&inner.expr),
        Expr::TsNonNull(inner) => bare(&inner.expr),
        Expr::TsSatisfies(inner) => bare(&inner.expr),
        Expr::TsTypeAssertion(inner) => bare(&inner.expr),
        Expr::TsConstAssertion(inner) => bare(&inner.expr),
        Expr::TsInstantiation(inner) => bare(&inner.expr),
        _ => expr,
    }
}

/// As [`bare`], but a parenthesis, which ends an optional chain, stays.
pub(super) fn bare_link(expr: &Expr) -> &Expr {
    match expr {
        Expr::TsNonNull(inner) => bare_link(&inner.expr),
        _ => expr,
    }
}

struct Printer {
    text: String,
    is_iterable: bool,
}

impl Printer {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Prints an expression, or that it is an intermediate value.
    fn find(&mut self, expr: &Expr) {
        let before = self.text.len();
        self.visit(bare(expr));
        if self.text.len() == before {
            self.push(INTERMEDIATE);
        }
    }

    /// Prints a link of an optional chain.
    fn link(&mut self, expr: &Expr) {
        match bare_link(expr) {
            Expr::OptChain(chain) => self.chain(chain),
            other => self.find(other),
        }
    }

    fn chain(&mut self, chain: &ast::OptChainExpr) {
        match &*chain.base {
            ast::OptChainBase::Member(member) => self.member(member, chain.optional),
            ast::OptChainBase::Call(call) => {
                self.link(&call.callee);
                self.arguments();
            }
        }
    }

    fn arguments(&mut self) {
        if !self.is_iterable {
            self.push("(...)");
        }
    }

    fn member(&mut self, member: &ast::MemberExpr, optional: bool) {
        self.link(&member.obj);
        match &member.prop {
            ast::MemberProp::Ident(name) => {
                self.push(if optional { "?." } else { "." });
                self.push(&name.sym);
            }
            ast::MemberProp::PrivateName(name) => {
                self.push(if optional { "?.[#" } else { "[#" });
                self.push(&name.name);
                self.push("]");
            }
            ast::MemberProp::Computed(key) => {
                let constant = match bare(&key.expr) {
                    Expr::Lit(ast::Lit::Str(text)) => Some(text.value.to_string_lossy().into_owned()),
                    Expr::Tpl(template) => template_constant(template),
                    _ => None,
                };
                match constant {
                    Some(name) => {
                        self.push(if optional { "?." } else { "." });
                        self.push(&name);
                    }
                    None => {
                        self.push(if optional { "?.[" } else { "[" });
                        self.find(&key.expr);
                        self.push("]");
                    }
                }
            }
        }
    }

    fn visit(&mut self, expr: &Expr) {
        if let Some(number) = folded_number(expr) {
            return self.push(&number_text(number));
        }
        match expr {
            Expr::This(_) => self.push("this"),
            Expr::Ident(name) => self.push(&name.sym),
            Expr::Lit(literal) => self.literal(literal),
            Expr::Tpl(template) => match template_constant(template) {
                Some(text) => self.quoted(&text),
                None => template.exprs.iter().for_each(|value| self.find(value)),
            },
            Expr::Array(array) => {
                self.push("[");
                for (at, element) in array.elems.iter().enumerate() {
                    if at > 0 {
                        self.push(",");
                    }
                    match element {
                        None => self.push(INTERMEDIATE),
                        Some(element) if element.spread.is_some() => {
                            self.push("(...");
                            self.find(&element.expr);
                            self.push(")");
                        }
                        Some(element) => self.find(&element.expr),
                    }
                }
                self.push("]");
            }
            Expr::Object(object) => {
                self.push("{");
                object.props.iter().for_each(|_| self.push(INTERMEDIATE));
                self.push("}");
            }
            Expr::Unary(unary) => self.unary(unary),
            Expr::Update(update) => {
                let op = match update.op {
                    ast::UpdateOp::PlusPlus => "++",
                    ast::UpdateOp::MinusMinus => "--",
                };
                self.push("(");
                if update.prefix {
                    self.push(op);
                }
                self.find(&update.arg);
                if !update.prefix {
                    self.push(op);
                }
                self.push(")");
            }
            Expr::Bin(binary) => self.binary(binary),
            Expr::Assign(assign) => match &assign.left {
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::Ident(name)) => self.push(&name.id.sym),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::Member(member)) => self.member(member, false),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::Paren(inner)) => self.find(&inner.expr),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::TsAs(inner)) => self.find(&inner.expr),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::TsNonNull(inner)) => self.find(&inner.expr),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::TsSatisfies(inner)) => self.find(&inner.expr),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::TsTypeAssertion(inner)) => self.find(&inner.expr),
                ast::AssignTarget::Simple(ast::SimpleAssignTarget::TsInstantiation(inner)) => self.find(&inner.expr),
                ast::AssignTarget::Simple(
                    ast::SimpleAssignTarget::SuperProp(_)
                    | ast::SimpleAssignTarget::OptChain(_)
                    | ast::SimpleAssignTarget::Invalid(_),
                )
                | ast::AssignTarget::Pat(ast::AssignTargetPat::Invalid(_)) => {}
                ast::AssignTarget::Pat(ast::AssignTargetPat::Object(object)) => {
                    self.push("{");
                    object.props.iter().for_each(|_| self.push(INTERMEDIATE));
                    self.push("}");
                }
                ast::AssignTarget::Pat(ast::AssignTargetPat::Array(array)) => {
                    self.push("[");
                    for (at, element) in array.elems.iter().enumerate() {
                        if at > 0 {
                            self.push(",");
                        }
                        match element {
                            Some(ast::Pat::Ident(name)) => self.push(&name.id.sym),
                            Some(_) | None => self.push(INTERMEDIATE),
                        }
                    }
                    self.push("]");
                }
            },
            Expr::Member(member) => self.member(member, false),
            Expr::Cond(branch) => {
                let _ = branch;
                (0..3).for_each(|_| self.push(INTERMEDIATE));
            }
            Expr::Call(call) => {
                match &call.callee {
                    ast::Callee::Expr(callee) => self.link(callee),
                    ast::Callee::Super(_) => self.push("super"),
                    ast::Callee::Import(_) => self.push("import"),
                }
                self.arguments();
            }
            Expr::TaggedTpl(template) => {
                self.find(&template.tag);
                self.arguments();
            }
            Expr::Seq(sequence) => {
                self.push("(");
                for (at, item) in sequence.exprs.iter().enumerate() {
                    if at > 0 {
                        self.push(" , ");
                    }
                    self.find(item);
                }
                self.push(")");
            }
            // A chain that is not the callee itself, and all that V8 has no text for.
            Expr::OptChain(_)
            | Expr::Fn(_)
            | Expr::Arrow(_)
            | Expr::Class(_)
            | Expr::New(_)
            | Expr::Await(_)
            | Expr::Yield(_)
            | Expr::SuperProp(_)
            | Expr::MetaProp(_)
            | Expr::Paren(_)
            | Expr::JSXMember(_)
            | Expr::JSXNamespacedName(_)
            | Expr::JSXEmpty(_)
            | Expr::JSXElement(_)
            | Expr::JSXFragment(_)
            | Expr::TsTypeAssertion(_)
            | Expr::TsConstAssertion(_)
            | Expr::TsNonNull(_)
            | Expr::TsAs(_)
            | Expr::TsInstantiation(_)
            | Expr::TsSatisfies(_)
            | Expr::PrivateName(_)
            | Expr::Invalid(_) => {}
        }
    }

    fn quoted(&mut self, text: &str) {
        self.push("\"");
        self.push(text);
        self.push("\"");
    }

    fn literal(&mut self, literal: &ast::Lit) {
        match literal {
            ast::Lit::Str(text) => {
                let text = text.value.to_string_lossy();
                self.quoted(&text);
            }
            ast::Lit::Bool(value) => self.push(if value.value { "true" } else { "false" }),
            ast::Lit::Null(_) => self.push("null"),
            ast::Lit::Num(number) => self.push(&number_text(number.value)),
            ast::Lit::Regex(regex) => {
                self.push("/");
                self.push(&regex.exp);
                self.push("/");
                self.push(&regex.flags);
            }
            ast::Lit::BigInt(_) | ast::Lit::JSXText(_) => {}
        }
    }

    fn unary(&mut self, unary: &ast::UnaryExpr) {
        let op = match unary.op {
            ast::UnaryOp::Minus => "-",
            ast::UnaryOp::Plus => "+",
            ast::UnaryOp::Bang => {
                if let Some(value) = constant_truth(&unary.arg) {
                    return self.push(if value { "false" } else { "true" });
                }
                "!"
            }
            ast::UnaryOp::Tilde => "~",
            ast::UnaryOp::TypeOf => "typeof ",
            ast::UnaryOp::Void => "void ",
            ast::UnaryOp::Delete => "delete ",
        };
        self.push("(");
        self.push(op);
        self.find(&unary.arg);
        self.push(")");
    }

    fn binary(&mut self, binary: &ast::BinExpr) {
        // V8 parses `a !== b` as `!(a === b)`.
        let negated = match binary.op {
            ast::BinaryOp::NotEq => Some("=="),
            ast::BinaryOp::NotEqEq => Some("==="),
            _ => None,
        };
        if let Some(op) = negated {
            self.push("(!(");
            self.find(&binary.left);
            self.push(" ");
            self.push(op);
            self.push(" ");
            self.find(&binary.right);
            return self.push("))");
        }
        self.push("(");
        self.operands(binary);
        self.push(")");
    }

    /// `a + b + c` is one operation for V8.
    fn operands(&mut self, binary: &ast::BinExpr) {
        match &*binary.left {
            Expr::Bin(left)
                if left.op == binary.op && folded_number(&binary.left).is_none() && is_collected(binary.op) =>
            {
                self.operands(left);
            }
            left => self.find(left),
        }
        self.push(" ");
        self.push(binary.op.as_str());
        self.push(" ");
        self.find(&binary.right);
    }
}

/// Whether V8 collects repetitions of the operator: all but comparisons and `**`.
fn is_collected(op: ast::BinaryOp) -> bool {
    match op {
        ast::BinaryOp::EqEq
        | ast::BinaryOp::NotEq
        | ast::BinaryOp::EqEqEq
        | ast::BinaryOp::NotEqEq
        | ast::BinaryOp::Lt
        | ast::BinaryOp::LtEq
        | ast::BinaryOp::Gt
        | ast::BinaryOp::GtEq
        | ast::BinaryOp::In
        | ast::BinaryOp::InstanceOf
        | ast::BinaryOp::Exp => false,
        ast::BinaryOp::LShift
        | ast::BinaryOp::RShift
        | ast::BinaryOp::ZeroFillRShift
        | ast::BinaryOp::Add
        | ast::BinaryOp::Sub
        | ast::BinaryOp::Mul
        | ast::BinaryOp::Div
        | ast::BinaryOp::Mod
        | ast::BinaryOp::BitOr
        | ast::BinaryOp::BitXor
        | ast::BinaryOp::BitAnd
        | ast::BinaryOp::LogicalOr
        | ast::BinaryOp::LogicalAnd
        | ast::BinaryOp::NullishCoalescing => true,
    }
}

/// The text of a template without values.
fn template_constant(template: &ast::Tpl) -> Option<String> {
    match (&*template.quasis, template.exprs.is_empty()) {
        ([only], true) => only.cooked.as_ref().map(|text| text.to_string_lossy().into_owned()),
        _ => None,
    }
}

/// Arithmetic on number literals, which V8's parser does.
pub(super) fn folded_number(expr: &Expr) -> Option<f64> {
    match bare(expr) {
        Expr::Lit(ast::Lit::Num(number)) => Some(number.value),
        Expr::Unary(unary) => {
            let value = folded_number(&unary.arg)?;
            match unary.op {
                ast::UnaryOp::Minus => Some(-value),
                ast::UnaryOp::Plus => Some(value),
                ast::UnaryOp::Tilde => Some(f64::from(!super::number::to_int32(value))),
                ast::UnaryOp::Bang | ast::UnaryOp::TypeOf | ast::UnaryOp::Void | ast::UnaryOp::Delete => None,
            }
        }
        Expr::Bin(binary) => {
            super::number::fold(binary.op, folded_number(&binary.left)?, folded_number(&binary.right)?)
        }
        _ => None,
    }
}

/// Whether a literal is truthy.
fn constant_truth(expr: &Expr) -> Option<bool> {
    match bare(expr) {
        Expr::Lit(ast::Lit::Bool(value)) => Some(value.value),
        Expr::Lit(ast::Lit::Null(_)) => Some(false),
        Expr::Lit(ast::Lit::Str(text)) => Some(!text.value.is_empty()),
        other => folded_number(other).map(|number| number != 0.0 && !number.is_nan()),
    }
}

/// A number as JavaScript prints it.
fn number_text(number: f64) -> String {
    super::number::to_js_string(number)
}
