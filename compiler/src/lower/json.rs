//! JSON modules: constant data. Keys are own properties, `__proto__` too, and the last of two equal keys counts.

use super::lowerer::Lowerer;
use crate::base::Span;
use crate::ir::{ArrayElement, BindingKind, Expr, ExprKind, ModuleId, ObjectMember, ObjectMemberKey, StmtKind};
use crate::load::{Json, JsonKind};

impl Lowerer<'_> {
    /// Makes the one variable of a JSON module.
    pub fn lower_json(&mut self, module: ModuleId) {
        let file = self.modules[module].file;
        let source = &self.source.files[file];
        let Some(json) = crate::load::json::parse(file, source, self.reporter) else {
            self.mark_broken(module);
            return;
        };
        let name = source.path.rsplit('/').next().unwrap_or(&source.path).trim_end_matches(".json").to_owned();
        let span = Span { file, start: 0, end: 0 };
        let binding = self.bindings.push(crate::ir::Binding {
            name,
            kind: BindingKind::Synthetic,
            scope: crate::ir::Scope::Module(module),
            span,
        });
        let init = Some(self.lower_json_value(&json, None));
        let stmt = self.stmt(json.span, StmtKind::Let { binding, init });
        self.modules[module].body.push(stmt);
        self.modules[module].value = Some(binding);
    }

    /// The expression that makes a JSON value, at a place of its own or at this one.
    pub fn lower_json_value(&mut self, json: &Json, place: Option<Span>) -> Expr {
        let kind = match &json.kind {
            JsonKind::Null => ExprKind::Null,
            JsonKind::Bool(value) => ExprKind::Bool(*value),
            JsonKind::Number(number) => ExprKind::Number(*number),
            JsonKind::String(text) => ExprKind::String(text.clone()),
            JsonKind::Array(items) => ExprKind::Array(
                items.iter().map(|item| ArrayElement::Value(self.lower_json_value(item, place))).collect(),
            ),
            JsonKind::Object(members) => ExprKind::Object(
                members
                    .iter()
                    .map(|member| ObjectMember::Property {
                        key: ObjectMemberKey::Static(member.key.clone()),
                        value: self.lower_json_value(&member.value, place),
                    })
                    .collect(),
            ),
        };
        self.expr(place.unwrap_or(json.span), kind)
    }
}
