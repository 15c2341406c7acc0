//! From names and proven receivers to builtin rows.

use super::Type;
use crate::ir::{Expr, ExprKind, MemberKey};
use prickle_spec::{Builtin, Capability, Class, Kind, Ty, builtins, class, class_of_global, lookup};

/// The class whose methods a value of this type has, if nothing of the plugin can override them.
pub fn class_of(ty: Type) -> Option<&'static str> {
    match ty {
        Type::String => Some("String"),
        Type::Number => Some("Number"),
        Type::Bool => Some("Boolean"),
        Type::Array => Some("Array"),
        Type::Map => Some("Map"),
        Type::Set => Some("Set"),
        Type::Error => Some("Error"),
        Type::Instance(class) => Some(class),
        Type::Host(capability) => host_class(capability).map(|class| class.name),
        Type::Never
        | Type::Undefined
        | Type::Null
        | Type::Function
        | Type::Object
        | Type::Meta
        | Type::Iterator
        | Type::Any => None,
    }
}

/// The class of the object through which a host service is used.
pub fn host_class(capability: Capability) -> Option<&'static Class> {
    builtins()
        .iter()
        .copied()
        .find(|class| class.receiver == Ty::Host && class.rows.iter().any(|row| row.capability() == Some(capability)))
}

/// The host service that is the property `key` of `meta`.
pub fn meta_service(key: &str) -> Option<Capability> {
    builtins()
        .iter()
        .find(|class| class.receiver == Ty::Host && class.name == key)
        .and_then(|class| class.rows.iter().find_map(Builtin::capability))
}

/// The type of what a row returns.
pub fn type_of_row(row: &Builtin) -> Type {
    // What `new Uint8Array()` returns is of that class, not just some typed array.
    match class(row.class) {
        Some(class) if row.kind == Kind::Construct && row.returns == class.receiver && is_instance(row.returns) => {
            Type::Instance(class.name)
        }
        _ => type_of_ty(row.returns),
    }
}

/// Values of this type are instances of one builtin class that has no variant of [`Type`] of its own.
fn is_instance(ty: Ty) -> bool {
    matches!(
        ty,
        Ty::Date
            | Ty::Promise
            | Ty::RegExp
            | Ty::Buffer
            | Ty::TypedArray
            | Ty::ArrayBuffer
            | Ty::DataView
            | Ty::Url
            | Ty::UrlSearchParams
            | Ty::Hash
            | Ty::Hmac
    )
}

fn type_of_ty(ty: Ty) -> Type {
    match ty {
        Ty::Str => Type::String,
        Ty::Num => Type::Number,
        Ty::Bool => Type::Bool,
        Ty::Undefined => Type::Undefined,
        Ty::Object | Ty::Iterator | Ty::Host => Type::Object,
        Ty::Array => Type::Array,
        Ty::Function => Type::Function,
        Ty::Map => Type::Map,
        Ty::Set => Type::Set,
        Ty::Error => Type::Error,
        ty if is_instance(ty) => builtins()
            .iter()
            .find(|class| class.receiver == ty)
            .map_or(Type::Object, |class| Type::Instance(class.name)),
        _ => Type::Any,
    }
}

/// The row of a call `callee(…)`, from the callee's form and the type of a member's object.
pub fn row_of_call(callee: &Expr, object_type: impl Fn(&Expr) -> Type) -> Option<&'static Builtin> {
    match &callee.kind {
        ExprKind::Global(name) => lookup("globalThis", Kind::Static, name)
            .or_else(|| class_of_global(name).and_then(|class| class.row(Kind::Call, class.name))),
        ExprKind::Member { object, key: MemberKey::Static(key, _), optional: false } => {
            row_of_member(object, key.as_str()?, Kind::Static, Kind::Method, object_type)
        }
        _ => None,
    }
}

/// The row of a read `object.key` that is no call.
pub fn row_of_read(object: &Expr, key: &str, object_type: impl Fn(&Expr) -> Type) -> Option<&'static Builtin> {
    row_of_member(object, key, Kind::Constant, Kind::Getter, object_type)
}

/// The row of `new callee(…)`.
pub fn row_of_new(callee: &Expr) -> Option<&'static Builtin> {
    match &callee.kind {
        ExprKind::Global(name) => class_of_global(name).and_then(|class| class.row(Kind::Construct, class.name)),
        _ => None,
    }
}

fn row_of_member(
    object: &Expr,
    key: &str,
    on_class: Kind,
    on_value: Kind,
    object_type: impl Fn(&Expr) -> Type,
) -> Option<&'static Builtin> {
    match &object.kind {
        ExprKind::Global(name) => class_of_global(name)?.row(on_class, key),
        _ => lookup(class_of(object_type(object))?, on_value, key),
    }
}
