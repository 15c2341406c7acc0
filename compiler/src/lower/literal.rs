//! Literals: primitives, templates, arrays and objects. ECMA-262 §13.2.

use prickle_regexp::{Flags, PatternError, Regexp};
use swc_atoms::Wtf8Atom;
use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::function::FunctionSource;
use super::lowerer::Lowerer;
use super::messages;
use crate::base::{JsString, Span};
use crate::diag::{Diagnostic, codes};
use crate::ir::{
    Argument, ArrayElement, Expr, ExprKind, FunctionForm, MemberKey, MethodRole, ObjectMember, ObjectMemberKey,
};

/// swc's string as ours.
pub(super) fn js_string(text: &Wtf8Atom) -> JsString {
    JsString::from_wtf8(text.as_bytes())
}

impl Lowerer<'_> {
    /// A literal that is no array, object or function.
    pub fn lower_literal(&mut self, literal: &ast::Lit) -> Expr {
        let span = self.span(literal.span());
        let kind = match literal {
            ast::Lit::Str(text) => {
                self.refuse_digit_escape(span);
                ExprKind::String(js_string(&text.value))
            }
            ast::Lit::Bool(value) => ExprKind::Bool(value.value),
            ast::Lit::Null(_) => ExprKind::Null,
            ast::Lit::Num(number) => ExprKind::Number(number.value),
            ast::Lit::BigInt(number) => ExprKind::BigInt(number.value.to_string()),
            ast::Lit::Regex(regex) => self.lower_regex(regex, span),
            ast::Lit::JSXText(_) => {
                self.refuse_jsx(span);
                ExprKind::Error
            }
        };
        self.expr(span, kind)
    }

    /// `"\8"` and `"\9"`: ECMA-262 §12.9.4.1 forbids them in modules.
    fn refuse_digit_escape(&mut self, span: Span) {
        let mut escaped = false;
        for byte in self.source.files[span.file].slice(span).bytes() {
            if escaped && matches!(byte, b'8' | b'9') {
                self.report(
                    Diagnostic::error(codes::SYNTAX_ERROR, "`\\8` and `\\9` are not allowed in modules")
                        .primary(span, "has such an escape")
                        .help("write the digit without the backslash"),
                );
                return;
            }
            escaped = byte == b'\\' && !escaped;
        }
    }

    /// `/pattern/flags`: what V8 refuses when it loads the file, we refuse here.
    fn lower_regex(&mut self, regex: &ast::Regex, span: Span) -> ExprKind {
        let problem = match Flags::parse(regex.flags.as_bytes()) {
            None => "Invalid regular expression flags",
            Some(flags) => {
                match Regexp::check(regex.exp.as_bytes(), flags) {
                    Ok(()) => {
                        return ExprKind::Regex { pattern: JsString::from(&*regex.exp), flags: flags.letters() };
                    }
                    Err(PatternError::PropertyOfStrings) => {
                        self.report(
                        Diagnostic::error(codes::REGEX_LITERAL, "Unicode properties of strings are not supported")
                            .primary(span, "matches sequences of several characters by a property")
                            .help("use `\\p{Emoji}` or `\\p{Extended_Pictographic}`, or list the strings: `[\\q{👍🏽|👍🏾}]`"),
                    );
                        return ExprKind::Error;
                    }
                    Err(error) => error.message(),
                }
            }
        };
        self.report(
            Diagnostic::error(codes::REGEX_LITERAL, "this regular expression is not valid")
                .primary(span, problem)
                .note(format!(
                    "Node refuses the file: `Invalid regular expression: /{}/{}: {problem}`",
                    regex.exp, regex.flags
                )),
        );
        ExprKind::Error
    }

    /// `` `…${value}…` ``
    pub fn lower_template(&mut self, template: &ast::Tpl) -> Expr {
        let span = self.span(template.span);
        // Only a tagged template may have an escape without a meaning; the parser reports it elsewhere.
        let quasis: Vec<_> = template
            .quasis
            .iter()
            .map(|quasi| quasi.cooked.as_ref().map_or_else(|| JsString::from(&*quasi.raw), js_string))
            .collect();
        match <[JsString; 1]>::try_from(quasis) {
            Ok([only]) => self.expr(span, ExprKind::String(only)),
            Err(quasis) => {
                let values = template.exprs.iter().map(|value| self.lower_expr(value)).collect();
                self.expr(span, ExprKind::Template { quasis, values })
            }
        }
    }

    /// `` tag`…${value}…` `` (ECMA-262 §13.3.11): a call with the strings and the values.
    pub fn lower_tagged_template(&mut self, template: &ast::TaggedTpl) -> Expr {
        let span = self.span(template.span);
        let (callee_text, callee, is_chain) = self.lower_callee(&template.tag);
        let quasis = &template.tpl.quasis;
        let strings = ExprKind::TemplateObject {
            site: self.next_template(),
            cooked: quasis.iter().map(|quasi| quasi.cooked.as_ref().map(js_string)).collect(),
            raw: quasis.iter().map(|quasi| JsString::from(&*quasi.raw)).collect(),
        };
        let mut arguments = vec![Argument { spread: None, value: self.expr(span, strings) }];
        for value in &template.tpl.exprs {
            arguments.push(Argument { spread: None, value: self.lower_expr(value) });
        }
        let call = ExprKind::Call { callee: Box::new(callee), arguments, optional: false, callee_text };
        self.finish_chain(call, is_chain, span)
    }

    /// `[…]`
    pub fn lower_array(&mut self, array: &ast::ArrayLit) -> Expr {
        let span = self.span(array.span);
        let elements = array
            .elems
            .iter()
            .map(|element| match element {
                None => ArrayElement::Hole,
                Some(element) if element.spread.is_some() => ArrayElement::Spread {
                    not_iterable: messages::array_spread(&element.expr),
                    value: messages::iterated(self.lower_expr(&element.expr)),
                },
                Some(element) => ArrayElement::Value(self.lower_expr(&element.expr)),
            })
            .collect();
        self.expr(span, ExprKind::Array(elements))
    }

    /// `{…}`
    pub fn lower_object(&mut self, object: &ast::ObjectLit) -> Expr {
        let span = self.span(object.span);
        let mut members = Vec::with_capacity(object.props.len());
        let mut prototype: Option<Span> = None;
        for property in &object.props {
            let member = match property {
                ast::PropOrSpread::Spread(spread) => ObjectMember::Spread(self.lower_module_value(&spread.expr)),
                ast::PropOrSpread::Prop(property) => match self.lower_object_property(property, &mut prototype) {
                    Some(member) => member,
                    None => continue,
                },
            };
            members.push(member);
        }
        self.expr(span, ExprKind::Object(members))
    }

    fn lower_object_property(&mut self, property: &ast::Prop, prototype: &mut Option<Span>) -> Option<ObjectMember> {
        Some(match property {
            ast::Prop::Shorthand(ident) => {
                let value = self.lower_ident(ident);
                ObjectMember::Property { key: ObjectMemberKey::Static(ident.sym.as_str().into()), value }
            }
            ast::Prop::KeyValue(property) => {
                let name = static_name(&property.key);
                let is_computed = matches!(property.key, ast::PropName::Computed(_));
                if name == "__proto__" && !is_computed {
                    let span = self.span(property.key.span());
                    if let Some(first) = prototype.replace(span) {
                        self.report(
                            Diagnostic::error(codes::SYNTAX_ERROR, "`__proto__` is set twice")
                                .primary(span, "set again here")
                                .secondary(first, "first set here"),
                        );
                    }
                    return Some(ObjectMember::Prototype(self.lower_expr(&property.value)));
                }
                let key = self.lower_object_key(&property.key);
                let value = self.lower_named(&property.value, &name);
                ObjectMember::Property { key, value }
            }
            ast::Prop::Method(method) => {
                let key = self.lower_object_key(&method.key);
                let span = self.span(method.span());
                let source =
                    FunctionSource::new(static_name(&method.key), FunctionForm::Method, &method.function, span);
                let value = self.lower_function_expr(source);
                match value.kind {
                    ExprKind::Function(function) if self.super_users.contains(&function) => {
                        ObjectMember::Method { role: MethodRole::Method, key, function }
                    }
                    _ => ObjectMember::Property { key, value },
                }
            }
            ast::Prop::Getter(getter) => {
                let span = self.span(getter.span);
                return self.lower_accessor(MethodRole::Getter, &getter.key, &getter.function, span);
            }
            ast::Prop::Setter(setter) => {
                let span = self.span(setter.span);
                return self.lower_accessor(MethodRole::Setter, &setter.key, &setter.function, span);
            }
            ast::Prop::Assign(assign) => {
                let span = self.span(assign.span);
                self.report(
                    Diagnostic::error(codes::SYNTAX_ERROR, "a property needs `:`, not `=`")
                        .primary(span, "only a pattern can have a default value here")
                        .help(format!("write `{}: …`", assign.key.sym)),
                );
                return None;
            }
        })
    }

    /// `get key() {}`, `set key(value) {}`
    fn lower_accessor(
        &mut self,
        role: MethodRole,
        key: &ast::PropName,
        function: &ast::Function,
        span: Span,
    ) -> Option<ObjectMember> {
        let name = accessor_name(role, &static_name(key));
        let key = self.lower_object_key(key);
        let value = self.lower_function_expr(FunctionSource::new(name, FunctionForm::Method, function, span));
        match value.kind {
            ExprKind::Function(function) => Some(ObjectMember::Method { role, key, function }),
            _ => None,
        }
    }

    fn lower_object_key(&mut self, key: &ast::PropName) -> ObjectMemberKey {
        match key {
            ast::PropName::Computed(computed) => match bare(&computed.expr) {
                ast::Expr::Lit(ast::Lit::Str(text)) => ObjectMemberKey::Static(js_string(&text.value)),
                key => ObjectMemberKey::Computed(self.lower_expr(key)),
            },
            ast::PropName::Ident(_) | ast::PropName::Str(_) | ast::PropName::Num(_) | ast::PropName::BigInt(_) => {
                match self.lower_static_key(key) {
                    MemberKey::Static(name, _) => ObjectMemberKey::Static(name),
                    MemberKey::Computed(key) | MemberKey::Private { name: key, brand: _ } => {
                        ObjectMemberKey::Computed(*key)
                    }
                }
            }
        }
    }

    /// A key that is no expression.
    pub fn lower_static_key(&mut self, key: &ast::PropName) -> MemberKey {
        let span = self.span(key.span());
        match key {
            ast::PropName::Ident(name) => MemberKey::Static(name.sym.as_str().into(), span),
            ast::PropName::Str(text) => MemberKey::Static(js_string(&text.value), span),
            ast::PropName::Num(number) => {
                MemberKey::Static(super::number::to_js_string(number.value).as_str().into(), span)
            }
            ast::PropName::BigInt(number) => MemberKey::Static(number.value.to_string().as_str().into(), span),
            ast::PropName::Computed(computed) => MemberKey::Computed(Box::new(self.lower_expr(&computed.expr))),
        }
    }
}

/// The name of a method, if it is written out; else it gets one when its key is known.
pub(super) fn static_name(key: &ast::PropName) -> String {
    messages::static_key(key).or_else(|| literal_key(key)).unwrap_or_default()
}

/// The key of `['name']`.
pub(super) fn literal_key(key: &ast::PropName) -> Option<String> {
    let ast::PropName::Computed(computed) = key else { return None };
    match bare(&computed.expr) {
        ast::Expr::Lit(ast::Lit::Str(text)) => text.value.as_str().map(ToOwned::to_owned),
        _ => None,
    }
}

/// The `name` of a method or accessor.
pub(super) fn accessor_name(role: MethodRole, key: &str) -> String {
    match role {
        MethodRole::Getter if !key.is_empty() => format!("get {key}"),
        MethodRole::Setter if !key.is_empty() => format!("set {key}"),
        MethodRole::Method | MethodRole::Getter | MethodRole::Setter => key.to_owned(),
    }
}
