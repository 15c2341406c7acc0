//! What syntax alone says about the exports of a CommonJS file.

use swc_common::Spanned;
use swc_ecma_ast as ast;

use super::callee_text::bare;
use super::messages::static_key;

/// Name, place and value of each property, if all keys are written out.
pub(super) type StaticProperties<'a> = Vec<(String, swc_common::Span, PropertyValue<'a>)>;

/// The value of a property.
#[derive(Clone, Copy)]
pub(super) enum PropertyValue<'a> {
    /// `name`
    Shorthand(&'a ast::Ident),
    /// `name: value`
    Value(&'a ast::Expr),
    /// `name() {}`
    Method,
}

pub(super) fn static_object(value: &ast::Expr) -> Option<StaticProperties<'_>> {
    let ast::Expr::Object(object) = bare(value) else { return None };
    object
        .props
        .iter()
        .map(|property| {
            let ast::PropOrSpread::Prop(property) = property else { return None };
            match &**property {
                ast::Prop::Shorthand(ident) => {
                    Some((ident.sym.to_string(), ident.span, PropertyValue::Shorthand(ident)))
                }
                ast::Prop::KeyValue(property) => {
                    let name = static_key(&property.key)?;
                    (name != "__proto__").then_some((name, property.key.span(), PropertyValue::Value(&property.value)))
                }
                ast::Prop::Method(method) => Some((static_key(&method.key)?, method.key.span(), PropertyValue::Method)),
                ast::Prop::Getter(_) | ast::Prop::Setter(_) | ast::Prop::Assign(_) => None,
            }
        })
        .collect()
}

/// `Object.defineProperty(exports, "__esModule", { value: true })`, which compilers write.
pub(super) fn is_module_marker(statement: &ast::Stmt) -> bool {
    let ast::Stmt::Expr(statement) = statement else { return false };
    let ast::Expr::Call(call) = bare(&statement.expr) else { return false };
    let ast::Callee::Expr(callee) = &call.callee else { return false };
    let ast::Expr::Member(member) = bare(callee) else { return false };
    let is_define = matches!(bare(&member.obj), ast::Expr::Ident(object) if &*object.sym == "Object")
        && super::call::static_name(&member.prop).as_deref() == Some("defineProperty");
    let arguments: Vec<_> = call.args.iter().map(|argument| bare(&argument.expr)).collect();
    match &*arguments {
        [ast::Expr::Ident(exports), ast::Expr::Lit(ast::Lit::Str(name)), ast::Expr::Object(_)] => {
            is_define && &*exports.sym == "exports" && name.value.as_str() == Some("__esModule")
        }
        _ => false,
    }
}
