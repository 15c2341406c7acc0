//! V8's messages for values that cannot be taken apart or iterated. They depend on the syntax around the value; the
//! rules here were found by trying (tests/exec compares them with Node).

use swc_ecma_ast as ast;
use swc_ecma_ast::Expr;

use super::callee_text::{bare, folded_number, print, print_chain_callee, print_iterable};
use crate::ir::{self, Message, SpreadMessages};

/// V8 could not name the value.
const UNNAMED: &str = "{callsite} is not iterable (cannot read property Symbol(Symbol.iterator))";

/// Stands for V8's message for a callee that `Reflect.apply` cannot call.
pub(super) const APPLIED: &str = "{applied}";

/// Stands for V8's description of the callee's value.
pub(super) const SHOWN: &str = "{shown}";

/// Where the value of a pattern comes from.
#[derive(Clone)]
pub(super) enum Origin<'a> {
    /// The initialiser of a declaration.
    Declared(&'a Expr),
    /// The right side of an assignment.
    Assigned(&'a Expr),
    /// An argument.
    Param,
    /// An argument, or the default value of its parameter.
    ParamDefault,
    /// An argument for an array pattern, where an object pattern with a default value stands before it: V8 takes that for the
    /// place of the error, and prints this.
    ParamAfter(String),
    /// An item of a loop whose head declares the pattern.
    LoopHead,
    /// An item of a loop whose head assigns to the pattern.
    LoopTarget,
    /// `catch (pattern)`
    Catch,
    /// A property, taken apart by a pattern within a pattern. The text of the whole value, and the key, if this is one level deep.
    Property(Option<(String, String)>),
    /// An element, taken apart by a pattern within an array pattern.
    Element,
    /// As `Property` or `Element`, with a default value.
    Default(&'a Expr),
}

impl Origin<'_> {
    /// What V8 calls the value.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Declared(expr) | Self::Assigned(expr) | Self::Default(expr) => Some(print(expr)),
            Self::Param => Some("{callsite}".to_owned()),
            Self::ParamDefault => Some("(intermediate value)(intermediate value)(intermediate value)".to_owned()),
            Self::LoopHead => Some(".for".to_owned()),
            Self::Catch => Some(".catch".to_owned()),
            Self::ParamAfter(_) | Self::LoopTarget | Self::Property(_) | Self::Element => None,
        }
    }

    /// The origin of a property of this value.
    pub fn property(&self, key: Option<&str>) -> Origin<'static> {
        match self {
            Self::ParamAfter(_) | Self::Property(_) | Self::Element | Self::Default(_) | Self::LoopTarget => {
                Origin::Property(None)
            }
            Self::Declared(_) | Self::Assigned(_) | Self::Param | Self::ParamDefault | Self::LoopHead | Self::Catch => {
                Origin::Property(self.text().zip(key.map(ToOwned::to_owned)))
            }
        }
    }
}

/// The message when the value of an object pattern is null or undefined. `None`: reading the first property says it.
pub(super) fn object_pattern(pattern: &ast::ObjectPat, origin: &Origin<'_>) -> Option<Message> {
    let unnamed = |origin: &Origin<'_>, is_rest: bool| match (origin.text(), origin) {
        (Some(text), _) => format!("Cannot destructure '{text}' as it is {{value}}."),
        (None, Origin::Property(Some((text, key)))) if !is_rest => {
            format!("Cannot destructure property '{key}' of '{text}' as it is {{value}}.")
        }
        (None, _) => "Cannot read properties of {value}".to_owned(),
    };
    let (key, target, default) = match pattern.props.first() {
        None => return Some(unnamed(origin, false)),
        Some(ast::ObjectPatProp::Rest(_)) => return Some(unnamed(origin, true)),
        Some(ast::ObjectPatProp::Assign(property)) => {
            (property.key.id.sym.to_string(), None, property.value.as_deref())
        }
        Some(ast::ObjectPatProp::KeyValue(property)) => {
            let Some(key) = static_key(&property.key) else { return Some(unnamed(origin, false)) };
            match &*property.value {
                ast::Pat::Assign(assign) => (key, Some(&*assign.left), Some(&*assign.right)),
                target => (key, Some(target), None),
            }
        }
    };
    match (target, default) {
        (Some(ast::Pat::Object(_)), Some(default)) => {
            Some(format!("Cannot destructure property '{key}' of '{}' as it is {{value}}.", print(default)))
        }
        (_, Some(_)) | (Some(ast::Pat::Expr(_)), None) => None,
        (_, None) => {
            origin.text().map(|text| format!("Cannot destructure property '{key}' of '{text}' as it is {{value}}."))
        }
    }
}

/// What V8 prints for array patterns among the parameters after this one, if it is an object pattern with a default value.
pub(super) fn text_for_later_params(param: &ast::Pat) -> Option<String> {
    let ast::Pat::Assign(assign) = param else { return None };
    let ast::Pat::Object(object) = &*assign.left else { return None };
    object_pattern(object, &Origin::ParamDefault)?;
    match object.props.first() {
        Some(ast::ObjectPatProp::KeyValue(property)) => match &*property.value {
            ast::Pat::Assign(nested) if matches!(&*nested.left, ast::Pat::Object(_)) => Some(print(&nested.right)),
            _ => Origin::ParamDefault.text(),
        },
        Some(ast::ObjectPatProp::Assign(_) | ast::ObjectPatProp::Rest(_)) | None => Origin::ParamDefault.text(),
    }
}

/// The text of a key that is written out.
pub(super) fn static_key(key: &ast::PropName) -> Option<String> {
    match key {
        ast::PropName::Ident(name) => Some(name.sym.to_string()),
        ast::PropName::Str(text) => Some(text.value.to_string_lossy().into_owned()),
        ast::PropName::Num(number) => Some(super::number::to_js_string(number.value)),
        ast::PropName::Computed(_) | ast::PropName::BigInt(_) => None,
    }
}

/// The messages of an array pattern: first for null and undefined, if that differs, then for all that is not iterable.
pub(super) fn array_pattern(origin: &Origin<'_>) -> (Option<Message>, Message) {
    let unnamed = || (None, UNNAMED.to_owned());
    match origin {
        Origin::Declared(expr) => (None, declared(expr)),
        Origin::Default(expr) => match bare(expr) {
            Expr::Ident(_) | Expr::Member(_) | Expr::Call(_) | Expr::New(_) | Expr::Update(_) => (None, for_of(expr)),
            Expr::TaggedTpl(template) => (None, called(&template.tag)),
            Expr::Unary(unary) => match unary.op {
                ast::UnaryOp::Minus | ast::UnaryOp::Plus | ast::UnaryOp::Tilde if folded_number(expr).is_none() => {
                    (None, for_of(expr))
                }
                _ => unnamed(),
            },
            Expr::Bin(binary) if !is_logical(binary.op) && folded_number(expr).is_none() => (None, for_of(expr)),
            _ => unnamed(),
        },
        Origin::LoopHead => (None, ".for is not iterable".to_owned()),
        Origin::Property(Some((text, _))) | Origin::ParamAfter(text) => (
            Some(format!("Cannot destructure property 'Symbol(Symbol.iterator)' of '{text}' as it is {{value}}.")),
            format!("{text} is not iterable (cannot read property Symbol(Symbol.iterator))"),
        ),
        Origin::Assigned(_)
        | Origin::Param
        | Origin::ParamDefault
        | Origin::LoopTarget
        | Origin::Catch
        | Origin::Property(None)
        | Origin::Element => unnamed(),
    }
}

/// `const [a] = expr`: V8 looks for what begins where the initialiser begins.
fn declared(expr: &Expr) -> Message {
    match bare(expr) {
        Expr::Call(call) => match &call.callee {
            ast::Callee::Expr(callee) if matches!(without_types(callee), Expr::Ident(_)) => called(callee),
            _ => begins_with_call(bare(expr)),
        },
        Expr::New(new) => called(&new.callee),
        expr @ (Expr::Ident(_)
        | Expr::This(_)
        | Expr::Lit(_)
        | Expr::Array(_)
        | Expr::Object(_)
        | Expr::Fn(_)
        | Expr::Arrow(_)
        | Expr::Unary(_)
        | Expr::Await(_)
        | Expr::Cond(_)) => format!("{} is not iterable", print_iterable(expr)),
        other => begins_with_call(other),
    }
}

/// Casts removed, and parentheses that Babel does not write again; the others move the beginning.
fn without_types(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => match bare(&inner.expr) {
            inner @ (Expr::Ident(_) | Expr::Member(_) | Expr::Call(_)) => inner,
            _ => expr,
        },
        Expr::TsAs(inner) => without_types(&inner.expr),
        Expr::TsNonNull(inner) => without_types(&inner.expr),
        Expr::TsSatisfies(inner) => without_types(&inner.expr),
        Expr::TsConstAssertion(inner) => without_types(&inner.expr),
        _ => expr,
    }
}

/// `f().x`, `f() || y`: the call of a name stands where the whole begins.
fn begins_with_call(expr: &Expr) -> Message {
    let mut first = without_types(expr);
    loop {
        first = without_types(match first {
            Expr::Call(call) => match &call.callee {
                ast::Callee::Expr(callee) => match without_types(callee) {
                    Expr::Ident(name) => {
                        return format!("{} is not iterable (cannot read property Symbol(Symbol.iterator))", name.sym);
                    }
                    callee => callee,
                },
                ast::Callee::Super(_) | ast::Callee::Import(_) => return UNNAMED.to_owned(),
            },
            Expr::Member(member) => &member.obj,
            Expr::Bin(binary) => &binary.left,
            _ => return UNNAMED.to_owned(),
        });
    }
}

/// A call whose result is iterated at once: V8 cannot tell what failed, the call or the iteration. It prints calls in the callee as in
/// everything that is iterated, without `(...)`.
pub(super) fn iterated(mut value: ir::Expr) -> ir::Expr {
    let reword = |callee_text: &mut String| {
        if callee_text == APPLIED || callee_text == SHOWN {
            // V8 knows then that the call failed.
            return;
        }
        *callee_text = callee_text.replace("(...)", "") + " is not a function or its return value"
    };
    match &mut value.kind {
        ir::ExprKind::Call { callee_text, .. } => reword(callee_text),
        ir::ExprKind::OrDefault { default, .. } => {
            if let ir::ExprKind::Call { callee_text, .. } = &mut default.kind {
                reword(callee_text);
            }
        }
        _ => {}
    }
    value
}

fn called(callee: &Expr) -> Message {
    format!("{} is not a function or its return value is not iterable", print_iterable(callee))
}

/// `for await (… of expr)`. Empty where V8 prints what came before it in the function.
pub(super) fn for_await(expr: &Expr) -> Message {
    match for_of(expr).strip_suffix(" is not iterable") {
        Some(named) => format!("{named} is not async iterable"),
        None => String::new(),
    }
}

/// `||`, `&&` and `??`
fn is_logical(op: ast::BinaryOp) -> bool {
    matches!(op, ast::BinaryOp::LogicalOr | ast::BinaryOp::LogicalAnd | ast::BinaryOp::NullishCoalescing)
}

/// `for (… of expr)`
pub(super) fn for_of(expr: &Expr) -> Message {
    match bare(expr) {
        Expr::Call(call) => match &call.callee {
            ast::Callee::Expr(callee) => called(callee),
            ast::Callee::Super(_) | ast::Callee::Import(_) => UNNAMED.to_owned(),
        },
        Expr::New(new) => called(&new.callee),
        Expr::OptChain(chain) => match &*chain.base {
            ast::OptChainBase::Call(call) => {
                let callee = print_chain_callee(&call.callee);
                format!("{callee} is not iterable (cannot read property Symbol(Symbol.iterator))")
            }
            ast::OptChainBase::Member(_) => UNNAMED.to_owned(),
        },
        Expr::Cond(_) => UNNAMED.to_owned(),
        Expr::Bin(binary) if is_logical(binary.op) => UNNAMED.to_owned(),
        other => format!("{} is not iterable", print_iterable(other)),
    }
}

/// `yield* value` of something that is not iterable: V8 shows the value where it has it in a register anyway.
pub(super) fn yield_from(value: &Expr) -> Message {
    let is_shown = match bare(value) {
        Expr::Ident(_)
        | Expr::This(_)
        | Expr::Lit(_)
        | Expr::Object(_)
        | Expr::Array(_)
        | Expr::Fn(_)
        | Expr::Arrow(_)
        | Expr::Class(_)
        | Expr::Cond(_)
        | Expr::OptChain(_) => true,
        Expr::Bin(binary) => is_logical(binary.op),
        Expr::Unary(unary) => unary.op == ast::UnaryOp::Void,
        _ => false,
    };
    if is_shown {
        "{callsite} is not iterable (cannot read property Symbol(Symbol.iterator))".to_owned()
    } else {
        "yield* (intermediate value) is not iterable".to_owned()
    }
}

/// `[...expr]`
pub(super) fn array_spread(expr: &Expr) -> Message {
    match bare(expr) {
        Expr::Call(call) => match &call.callee {
            ast::Callee::Expr(callee) => called(callee),
            ast::Callee::Super(_) | ast::Callee::Import(_) => UNNAMED.to_owned(),
        },
        Expr::New(new) => called(&new.callee),
        other => format!("{} is not iterable", print_iterable(other)),
    }
}

/// `f(...expr)`: the last argument and the only spread, or not.
pub(super) fn argument_spread(expr: &Expr, callee: Option<&str>) -> SpreadMessages {
    if let Some(callee) = callee {
        let nullish = format!("{} is not iterable (cannot read property {{value}})", print(expr));
        return SpreadMessages { nullish, callee: Some(callee.to_owned()) };
    }
    let message = match bare(expr) {
        Expr::Call(call) => match &call.callee {
            ast::Callee::Expr(callee) => {
                format!("{} is not iterable (cannot read property Symbol(Symbol.iterator))", print(callee))
            }
            ast::Callee::Super(_) | ast::Callee::Import(_) => UNNAMED.to_owned(),
        },
        Expr::New(new) => {
            format!("{} is not iterable (cannot read property Symbol(Symbol.iterator))", print(&new.callee))
        }
        _ => UNNAMED.to_owned(),
    };
    SpreadMessages { nullish: message, callee: None }
}

/// Whether there is a spread that is not the last argument, or more than one: V8 makes `Reflect.apply` or `Reflect.construct` of the call.
pub(super) fn is_reflected(arguments: &[ast::ExprOrSpread]) -> bool {
    arguments.split_last().is_some_and(|(_, others)| others.iter().any(|argument| argument.spread.is_some()))
}
