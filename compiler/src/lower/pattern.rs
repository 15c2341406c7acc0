//! Destructuring: a pattern becomes a list of steps, each of which declares, assigns or just evaluates. ECMA-262 §13.15.5,
//! §14.3.3. Steps are statements where a statement stands, and a sequence within an expression.

use swc_common::Spanned;
use swc_ecma_ast as ast;
use swc_ecma_ast::Pat;

pub(super) use super::messages::Origin;

use super::callee_text::bare;
use super::literal::literal_key;
use super::lowerer::Lowerer;
use super::messages;
use super::scope::Name;
use crate::base::Span;
use crate::ir::{AssignOp, BindingId, BindingKind, Expr, ExprKind, MemberKey, Place, Stmt, StmtKind};

/// What a pattern does with its names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Gives declared variables their first value.
    Declare,
    /// Assigns to places.
    Assign,
}

/// One step of taking a value apart.
pub(super) enum Step {
    /// Gives a new variable or temporary its first value.
    Declare(BindingId, Expr, Span),
    /// Assigns.
    Assign(Place, Expr, Span),
    /// Evaluates for the effect.
    Evaluate(Expr),
}

impl Lowerer<'_> {
    /// Adds steps that bind `pattern` to `value`.
    pub fn bind_pattern(&mut self, pattern: &Pat, value: Expr, origin: &Origin<'_>, mode: Mode, steps: &mut Vec<Step>) {
        let span = self.span(pattern.span());
        match pattern {
            Pat::Ident(ident) => match mode {
                Mode::Declare => self.bind_name(&ident.id, value, steps),
                Mode::Assign => {
                    let place = self.lower_ident_place(&ident.id);
                    steps.push(Step::Assign(place, value, span));
                }
            },
            Pat::Expr(target) => {
                let place = self.lower_place(target);
                steps.push(Step::Assign(place, value, span));
            }
            Pat::Object(object) => self.bind_object(object, value, origin, mode, steps),
            Pat::Array(array) => self.bind_array(array, value, origin, mode, steps),
            Pat::Assign(assign) => {
                let default = self.lower_default(&assign.left, &assign.right);
                let value = self.expr(span, ExprKind::OrDefault { value: Box::new(value), default: Box::new(default) });
                self.bind_pattern(&assign.left, value, &Origin::Default(&assign.right), mode, steps);
            }
            // A rest element is handled by the pattern around it; the parser reported the others.
            Pat::Rest(_) | Pat::Invalid(_) => {}
        }
    }

    /// Gives a declared name its value.
    pub fn bind_name(&mut self, ident: &ast::Ident, value: Expr, steps: &mut Vec<Step>) {
        let span = self.span(ident.span);
        let Some(Name::Binding(binding)) = self.lookup(&ident.sym) else {
            // Its declaration clashed with another and was reported.
            steps.push(Step::Evaluate(value));
            return;
        };
        match self.bindings[binding].kind {
            BindingKind::Var | BindingKind::Let | BindingKind::Const | BindingKind::Class | BindingKind::Synthetic => {
                if let ExprKind::Function(function) = value.kind {
                    self.initial_functions.insert(binding, function);
                }
                steps.push(Step::Declare(binding, value, span));
            }
            // `var` over a parameter, a function or `catch (e)` is an assignment to that.
            BindingKind::Function(_)
            | BindingKind::Param
            | BindingKind::Catch
            | BindingKind::FunctionSelf(_)
            | BindingKind::Temp => {
                self.reassigned.insert(binding);
                steps.push(Step::Assign(Place::Binding(binding, span), value, span));
            }
        }
    }

    /// The default value of a pattern element: an anonymous function takes the name of the variable.
    pub fn lower_default(&mut self, target: &Pat, default: &ast::Expr) -> Expr {
        match target {
            Pat::Ident(ident) => self.lower_named(default, &ident.id.sym),
            // Babel drops the parentheses of `[(f) = () => 1] = []`, with which the function would have no name.
            Pat::Expr(target) if let ast::Expr::Ident(ident) = bare(target) => self.lower_named(default, &ident.sym),
            Pat::Array(_) | Pat::Rest(_) | Pat::Object(_) | Pat::Assign(_) | Pat::Invalid(_) | Pat::Expr(_) => {
                self.lower_expr(default)
            }
        }
    }

    fn bind_object(
        &mut self,
        object: &ast::ObjectPat,
        value: Expr,
        origin: &Origin<'_>,
        mode: Mode,
        steps: &mut Vec<Step>,
    ) {
        let value_span = value.span;
        let value = match messages::object_pattern(object, origin) {
            Some(message) => {
                let first = object.props.first().map_or(value_span, |property| self.span(property.span()));
                self.expr(first, ExprKind::RequireObject { value: Box::new(value), message })
            }
            None => value,
        };
        let has_rest = matches!(object.props.last(), Some(ast::ObjectPatProp::Rest(_)));
        if object.props.is_empty() {
            steps.push(Step::Evaluate(value));
            return;
        }
        let mut source = if object.props.len() == 1 {
            Source::Once(Some(value))
        } else {
            self.reusable(value, mode == Mode::Declare && is_plain(object), steps)
        };
        let mut excluded = Vec::new();
        for property in &object.props {
            match property {
                ast::ObjectPatProp::Assign(property) => {
                    let ident = &property.key.id;
                    let span = self.span(property.span);
                    let key = MemberKey::Static(ident.sym.as_str().into(), self.span(ident.span));
                    if has_rest {
                        excluded.push(key.clone());
                    }
                    let place = (mode == Mode::Assign).then(|| self.lower_ident_place(ident));
                    let mut value = self.read_property(&mut source, key, span);
                    if let Some(default) = &property.value {
                        let default = self.lower_named(default, &ident.sym);
                        value =
                            self.expr(span, ExprKind::OrDefault { value: Box::new(value), default: Box::new(default) });
                    }
                    match place {
                        Some(place) => steps.push(Step::Assign(place, value, span)),
                        None => self.bind_name(ident, value, steps),
                    }
                }
                ast::ObjectPatProp::KeyValue(property) => {
                    let span = self.span(property.span());
                    let key = self.lower_pattern_key(&property.key, has_rest, &property.value, mode, steps);
                    if has_rest {
                        excluded.push(key.clone());
                    }
                    let name = messages::static_key(&property.key).or_else(|| literal_key(&property.key));
                    let value = self.read_property(&mut source, key, span);
                    self.bind_pattern(&property.value, value, &origin.property(name.as_deref()), mode, steps);
                }
                ast::ObjectPatProp::Rest(rest) => {
                    let span = self.span(rest.span);
                    let from = source.take(self);
                    let excluded = std::mem::take(&mut excluded);
                    let value = self.expr(span, ExprKind::ObjectRest { source: Box::new(from), excluded });
                    self.bind_pattern(&rest.arg, value, &Origin::Element, mode, steps);
                }
            }
        }
    }

    /// The key of a property. A computed one goes into a temporary if it is needed again, or must come before the target.
    fn lower_pattern_key(
        &mut self,
        key: &ast::PropName,
        is_needed_again: bool,
        target: &Pat,
        mode: Mode,
        steps: &mut Vec<Step>,
    ) -> MemberKey {
        let ast::PropName::Computed(computed) = key else { return self.lower_static_key(key) };
        let value = self.lower_expr(&computed.expr);
        let target = match target {
            Pat::Assign(assign) => &*assign.left,
            target => target,
        };
        if is_needed_again || (mode == Mode::Assign && matches!(target, Pat::Expr(_))) {
            let span = value.span;
            // A property key at once: ToPropertyKey may call the program, and does so only once.
            let value = self.expr(span, ExprKind::PropertyKey(Box::new(value)));
            let temporary = self.temporary("key", span);
            steps.push(Step::Declare(temporary, value, span));
            MemberKey::Computed(Box::new(self.read(temporary, span)))
        } else {
            MemberKey::Computed(Box::new(value))
        }
    }

    fn read_property(&mut self, source: &mut Source, key: MemberKey, span: Span) -> Expr {
        let object = source.take(self);
        self.expr(span, ExprKind::Member { object: Box::new(object), key, optional: false })
    }

    /// A value that is read several times: itself where it is a variable that cannot change meanwhile, else a temporary.
    fn reusable(&mut self, value: Expr, is_plain: bool, steps: &mut Vec<Step>) -> Source {
        let inner = match &value.kind {
            ExprKind::RequireObject { value, .. } => &value.kind,
            other => other,
        };
        if let ExprKind::Binding(binding) = *inner {
            let is_constant = match self.bindings[binding].kind {
                BindingKind::Const | BindingKind::Temp | BindingKind::Synthetic => true,
                BindingKind::Var
                | BindingKind::Let
                | BindingKind::Function(_)
                | BindingKind::Class
                | BindingKind::Param
                | BindingKind::Catch
                | BindingKind::FunctionSelf(_) => is_plain,
            };
            if is_constant {
                return Source::Variable { first: Some(value), binding };
            }
        }
        let span = value.span;
        let temporary = self.temporary(speaking_name(inner), span);
        steps.push(Step::Declare(temporary, value, span));
        Source::Variable { first: None, binding: temporary }
    }

    fn bind_array(
        &mut self,
        array: &ast::ArrayPat,
        value: Expr,
        origin: &Origin<'_>,
        mode: Mode,
        steps: &mut Vec<Step>,
    ) {
        let span = value.span;
        let (nullish, not_iterable) = messages::array_pattern(origin);
        let value = messages::iterated(value);
        let value = match nullish {
            Some(message) => self.expr(span, ExprKind::RequireObject { value: Box::new(value), message }),
            None => value,
        };
        let iterator = self.temporary("items", span);
        let open = self.expr(span, ExprKind::IteratorOpen { value: Box::new(value), not_iterable });
        steps.push(Step::Declare(iterator, open, span));
        let has_rest = matches!(array.elems.last(), Some(Some(Pat::Rest(_))));
        for element in &array.elems {
            match element {
                None => {
                    let skipped = self.expr(span, ExprKind::IteratorNext(iterator));
                    steps.push(Step::Evaluate(skipped));
                }
                Some(Pat::Rest(rest)) => {
                    let span = self.span(rest.span);
                    let value = self.expr(span, ExprKind::IteratorRest(iterator));
                    self.bind_pattern(&rest.arg, value, &Origin::Element, mode, steps);
                }
                Some(element) => {
                    let span = self.span(element.span());
                    let value = self.expr(span, ExprKind::IteratorNext(iterator));
                    self.bind_pattern(element, value, &Origin::Element, mode, steps);
                }
            }
        }
        if !has_rest {
            let close = self.expr(span, ExprKind::IteratorClose(iterator));
            steps.push(Step::Evaluate(close));
        }
    }

    /// Steps as statements.
    pub fn steps_to_stmts(&mut self, steps: Vec<Step>, out: &mut Vec<Stmt>) {
        for step in steps {
            let stmt = match step {
                Step::Declare(binding, value, span) => self.stmt(span, StmtKind::Let { binding, init: Some(value) }),
                Step::Assign(place, value, span) => {
                    let assign =
                        self.expr(span, ExprKind::Assign { op: AssignOp::Assign, place, value: Box::new(value) });
                    self.stmt(span, StmtKind::Expr(assign))
                }
                Step::Evaluate(value) => self.stmt(value.span, StmtKind::Expr(value)),
            };
            out.push(stmt);
        }
    }

    /// Steps as the items of a sequence.
    pub fn steps_to_exprs(&mut self, steps: Vec<Step>) -> Vec<Expr> {
        steps
            .into_iter()
            .map(|step| match step {
                Step::Declare(binding, value, span) => {
                    self.expr(span, ExprKind::Init { binding, value: Box::new(value) })
                }
                Step::Assign(place, value, span) => {
                    self.expr(span, ExprKind::Assign { op: AssignOp::Assign, place, value: Box::new(value) })
                }
                Step::Evaluate(value) => value,
            })
            .collect()
    }
}

/// The value that properties are read from.
enum Source {
    /// Read once.
    Once(Option<Expr>),
    /// A variable; the first read is the check that it is an object.
    Variable { first: Option<Expr>, binding: BindingId },
}

impl Source {
    fn take(&mut self, lowerer: &mut Lowerer<'_>) -> Expr {
        match self {
            Self::Once(value) => value.take().expect("a pattern of one property reads once"),
            Self::Variable { first, binding } => match first.take() {
                Some(value) => value,
                None => {
                    let span = lowerer.bindings[*binding].span;
                    lowerer.read(*binding, span)
                }
            },
        }
    }
}

/// A name for a temporary that holds this value.
fn speaking_name(value: &ExprKind) -> String {
    match value {
        ExprKind::Member { key: MemberKey::Static(name, _), .. } => name.display(),
        ExprKind::Chain(inner) | ExprKind::Await(inner) => speaking_name(&inner.kind),
        ExprKind::Call { .. } => "result".to_owned(),
        ExprKind::IteratorNext(_) => "item".to_owned(),
        ExprKind::OrDefault { value, .. } => speaking_name(&value.kind),
        _ => "value".to_owned(),
    }
}

/// No default value and no computed key in it: nothing runs between the reads.
fn is_plain(object: &ast::ObjectPat) -> bool {
    object.props.iter().all(|property| match property {
        ast::ObjectPatProp::Assign(property) => property.value.is_none(),
        ast::ObjectPatProp::KeyValue(property) => {
            messages::static_key(&property.key).is_some() && is_plain_pattern(&property.value)
        }
        ast::ObjectPatProp::Rest(rest) => is_plain_pattern(&rest.arg),
    })
}

fn is_plain_pattern(pattern: &Pat) -> bool {
    match pattern {
        Pat::Ident(_) => true,
        Pat::Object(object) => is_plain(object),
        Pat::Array(array) => array.elems.iter().flatten().all(is_plain_pattern),
        Pat::Rest(rest) => is_plain_pattern(&rest.arg),
        Pat::Assign(_) | Pat::Invalid(_) | Pat::Expr(_) => false,
    }
}
