//! Well-known intrinsic objects (ECMA-262 §6.1.7.4): prototypes, constructors, namespaces and builtin functions.
//!
//! They live in the worker heap, one set for each plugin instance, and are made when a program first gets hold of them. Until then, property lookups use the rows directly. A program
//! that has the object may change it, so from then on lookups go to the object.

use prickle_heap::{
    Attributes, Call, Cx, ErrorKind, Function, FunctionKind, JsResult, Object, PropertyKey, Prototype, Symbol, Value,
};
use prickle_spec::modules::{Module, module_named};
use prickle_spec::{Global, Kind, MODULE_PREFIX, Ty, missing_statics};

use crate::builtin_members::{arrange, define_missing};
use crate::builtins::table::{
    ClassId, Inherited, MemberId, bytes_per_element, functions_of_generators, generators_of_functions, member_symbol,
    prototype_tag,
};
use crate::errors::{display, throw_error};
use crate::operations::{is_constructor, make_type_error_thrower, prototype_of, restricted};
use crate::placeholders::placeholder;
use crate::special_properties::{define_special_properties, define_species};

/// Numbers of the intrinsics of an instance: prototypes, then constructors and namespaces, then what stands for builtins that are not there, some single
/// objects, and functions.
const CLASS_OBJECTS: u32 = 256;
pub(crate) const PLACEHOLDERS: u32 = 480;
pub(crate) const REFUSAL: u32 = 507;
const CHANGED: u32 = 508;
const TYPE_ERROR_THROWER: u32 = 509;
pub(crate) const PROTOTYPE_ACCESSORS: [u32; 2] = [510, 511];
const FUNCTIONS: u32 = 512;

/// Whether a program has got hold of the prototype object of a class.
#[inline]
pub(crate) fn has_prototype(cx: Cx<'_>, class: ClassId) -> bool {
    cx.has_intrinsic(class.index())
}

/// Whether the program has changed what builtin objects have, see [`crate::changed_builtins`].
#[inline]
pub(crate) fn are_changed(cx: Cx<'_>) -> bool {
    cx.has_intrinsic(CHANGED)
}

/// The program is changing what builtin objects have.
pub(crate) fn set_changed<'h>(cx: Cx<'h>, object: Object<'h>) {
    cx.set_intrinsic(CHANGED, object);
}

/// The class that this object belongs to, and whether it is the prototype.
pub(crate) fn class_of_intrinsic<'h>(cx: Cx<'h>, object: Object<'h>) -> Option<(ClassId, bool)> {
    ClassId::all().find_map(|class| {
        let is_it = |number| cx.intrinsic(number).is_some_and(|intrinsic| intrinsic.is_same(object));
        match (is_it(class.index()), is_it(CLASS_OBJECTS + class.index())) {
            (true, _) => Some((class, true)),
            (_, true) => Some((class, false)),
            (false, false) => None,
        }
    })
}

/// The prototype object of a class, if a program has got hold of it.
#[inline]
pub(crate) fn existing_prototype<'h>(cx: Cx<'h>, class: ClassId) -> Option<Object<'h>> {
    cx.intrinsic(class.index())
}

/// The prototype object of a class: `Array.prototype`.
pub(crate) fn prototype<'h>(cx: Cx<'h>, class: ClassId) -> Object<'h> {
    if let Some(prototype) = existing_prototype(cx, class) {
        return prototype;
    }
    let parent = match class.inherits() {
        Some(parent) => Prototype::Object(prototype(cx, parent)),
        None => Prototype::Null,
    };
    // Array.prototype is itself an array (ECMA-262 §23.1.3).
    let object = match class {
        ClassId::ARRAY => cx.array([]),
        // Function.prototype is itself a function (ECMA-262 §20.2.3).
        ClassId::FUNCTION => Function::new(cx, FunctionKind::Builtin, "", 0, &[], |_, _| Ok(Value::Undefined)).object(),
        // These hold a primitive themselves (ECMA-262 §20.3.3, §21.1.3, §22.1.3).
        ClassId::BOOLEAN => Object::with_slots(cx, prickle_heap::Kind::Boxed, &[false.into()]),
        ClassId::NUMBER => Object::with_slots(cx, prickle_heap::Kind::Boxed, &[0.0.into()]),
        ClassId::STRING => Object::with_slots(cx, prickle_heap::Kind::Boxed, &["".into()]),
        _ => Object::plain(cx),
    };
    object.set_prototype(cx, parent);
    // Known from here on, since its constructor refers to it.
    let prototype_object = cx.set_intrinsic(class.index(), object);
    let object = Object::plain(cx);
    if has_class_object(class) {
        let is_fixed = class == ClassId::ASYNC_FUNCTION || generators_of_functions(class).is_some();
        let attributes = if is_fixed { Attributes::CONFIGURABLE } else { Attributes::HIDDEN };
        define(cx, object, "constructor", class_object(cx, class).into(), attributes);
    }
    if let Some(functions) = functions_of_generators(class) {
        define(cx, object, "constructor", prototype(cx, functions).into(), Attributes::CONFIGURABLE);
    }
    if let Some(generators) = generators_of_functions(class) {
        define(cx, object, "prototype", prototype(cx, generators).into(), Attributes::CONFIGURABLE);
    }
    if let Some(bytes) = bytes_per_element(class.class()) {
        define(cx, object, "BYTES_PER_ELEMENT", u32::from(bytes).into(), Attributes::NONE);
    }
    for (name, text) in class.prototype_texts() {
        define(cx, object, name, text.into(), Attributes::HIDDEN);
    }
    let attributes = if class.has_enumerable_members() { Attributes::ALL } else { Attributes::HIDDEN };
    for (member, row) in class.members() {
        match row.kind {
            Kind::Method => define_method(cx, object, member, attributes),
            Kind::Getter if class != ClassId::STRING => {
                let getter = function(cx, member).into();
                let setter = class.member(Kind::Setter, row.name).map(|setter| function(cx, setter)).into();
                object.define_own_accessor(cx, row.name, getter, setter, attributes.without(Attributes::WRITABLE));
            }
            Kind::Getter | Kind::Setter | Kind::Static | Kind::Constant | Kind::Call | Kind::Construct => {}
        }
    }
    if let Some(tag) = prototype_tag(class.class()).filter(|_| class.inherits() != Some(ClassId::TYPED_ARRAY)) {
        define_keyed(cx, object, Symbol::TO_STRING_TAG, tag.into(), Attributes::CONFIGURABLE);
    }
    define_special_properties(cx, class, object);
    if class == ClassId::FUNCTION {
        let thrower = type_error_thrower(cx).into();
        for name in ["arguments", "caller"] {
            object.define_own_accessor(cx, name, thrower, thrower, Attributes::CONFIGURABLE);
        }
    }
    arrange(cx, object, prototype_object, class, true);
    prototype_object.mark_builtin();
    prototype_object
}

/// Defines the function of a row under the row's name, or the symbol that this stands for.
fn define_method<'h>(cx: Cx<'h>, object: Object<'h>, member: MemberId, attributes: Attributes) {
    let value = function(cx, member).into();
    let Some(symbol) = member_symbol(member.row().name) else {
        return define(cx, object, member.row().name, value, attributes);
    };
    let attributes = match symbol {
        symbol if symbol == Symbol::HAS_INSTANCE => Attributes::NONE,
        symbol if symbol == Symbol::TO_PRIMITIVE => Attributes::CONFIGURABLE,
        _ => Attributes::HIDDEN,
    };
    define_keyed(cx, object, symbol, value, attributes);
}

/// Defines a property whose key is a symbol.
fn define_keyed<'h>(cx: Cx<'h>, object: Object<'h>, key: Symbol<'h>, value: Value<'h>, attributes: Attributes) {
    let _ = object.define_own(cx, key, value, attributes);
}

/// Defines a property of an object that is no array: nothing can fail.
fn define<'h>(cx: Cx<'h>, object: Object<'h>, name: &'static str, value: Value<'h>, attributes: Attributes) {
    let _ = object.define_own(cx, name, value, attributes);
}

/// %ThrowTypeError%
pub(crate) fn type_error_thrower<'h>(cx: Cx<'h>) -> Object<'h> {
    match cx.intrinsic(TYPE_ERROR_THROWER) {
        Some(thrower) => thrower,
        None => cx.set_intrinsic(TYPE_ERROR_THROWER, make_type_error_thrower(cx)),
    }
}

fn has_class_object(class: ClassId) -> bool {
    class == ClassId::FUNCTION || class.class().rows.iter().any(|row| matches!(row.kind, Kind::Call | Kind::Construct))
}

/// The constructor of a class, if a program has got hold of it.
pub(crate) fn existing_class_object<'h>(cx: Cx<'h>, class: ClassId) -> Option<Object<'h>> {
    cx.intrinsic(CLASS_OBJECTS + class.index())
}

/// The constructor of a class, or the namespace object: `Array`, `Math`.
pub(crate) fn class_object<'h>(cx: Cx<'h>, class: ClassId) -> Object<'h> {
    let number = CLASS_OBJECTS + class.index();
    if let Some(object) = cx.intrinsic(number) {
        return object;
    }
    let object = if has_class_object(class) { constructor(cx, class) } else { Object::plain(cx) };
    let object = cx.set_intrinsic(number, object);
    if has_class_object(class) {
        define(cx, object, "prototype", prototype(cx, class).into(), Attributes::NONE);
        // The constructors of the classes of errors inherit from Error (ECMA-262 §20.5.6.2).
        if let Some(parent) = class.inherits().filter(|parent| *parent != ClassId::OBJECT) {
            object.set_prototype(cx, Prototype::Object(class_object(cx, parent)));
        }
    }
    // Modules are plain objects, and Web IDL makes static members enumerable as well.
    let static_attributes = if class.class().receiver == Ty::Module || class.has_enumerable_members() {
        Attributes::ALL
    } else {
        Attributes::HIDDEN
    };
    let class_object = object;
    let object = Object::plain(cx);
    if class.class().receiver == Ty::Module {
        define_exports(cx, object, class);
    }
    for name in missing_statics(class.class().name) {
        define_missing(cx, object, name.into(), static_attributes);
    }
    if class.has_species() {
        define_species(cx, object);
    }
    for (member, row) in class.members() {
        match row.kind {
            // The classes of typed arrays inherit theirs; Buffer has its own.
            Kind::Static if class.inherits() == Some(ClassId::TYPED_ARRAY) && class != ClassId::BUFFER => {}
            Kind::Static => define(cx, object, row.name, function(cx, member).into(), static_attributes),
            Kind::Constant => {
                if let Ok(value) = (member.code())(cx, Value::Undefined, &[]) {
                    define(cx, object, row.name, value, Attributes::NONE);
                }
            }
            Kind::Method | Kind::Getter | Kind::Setter | Kind::Call | Kind::Construct => {}
        }
    }
    if !has_class_object(class)
        && let Some(tag) = prototype_tag(class.class())
    {
        define_keyed(cx, object, Symbol::TO_STRING_TAG, tag.into(), Attributes::CONFIGURABLE);
    }
    arrange(cx, object, class_object, class, false);
    class_object.mark_builtin();
    class_object
}

/// Defines the classes that a module exports.
fn define_exports<'h>(cx: Cx<'h>, module: Object<'h>, class: ClassId) {
    let name = class.class().name;
    let specifier = name.strip_prefix(MODULE_PREFIX).unwrap_or(name);
    for &(export, global) in module_named(specifier).map_or(&[][..], Module::classes) {
        if let Some(value) = global_value(cx, global) {
            define(cx, module, export, value, Attributes::ALL);
        }
    }
}

fn constructor<'h>(cx: Cx<'h>, class: ClassId) -> Object<'h> {
    let rows = class.class();
    let construct = rows.row(Kind::Construct, rows.name);
    let is_constructor = construct.is_some() || class == ClassId::FUNCTION;
    let kind = if is_constructor { FunctionKind::Constructor } else { FunctionKind::Builtin };
    let length = construct.or_else(|| rows.row(Kind::Call, rows.name)).map_or(1, |row| row.length);
    Function::new(cx, kind, rows.name, length, &[class.index().into()], call_class).object()
}

/// The code of all constructors; the capture says which class it is.
fn call_class<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    let class = ClassId::from_index(number_of(call.captured(0)));
    let name = class.class().name;
    let kind = if call.new_target().is_some() { Kind::Construct } else { Kind::Call };
    let is_subclass = |target: Object<'h>| !target.is_same(class_object(cx, class));
    if class == ClassId::PROMISE && call.new_target().is_some_and(is_subclass) {
        return Err(cx.unsupported("a subclass of Promise"));
    }
    match class.member(kind, name) {
        Some(member) => (member.code())(cx, call.this(), call.args()),
        None if class == ClassId::FUNCTION => Err(cx.unsupported("making a function from text")),
        None => {
            let message = format!("Class constructor {name} cannot be invoked without 'new'");
            Err(throw_error(cx, ErrorKind::Type, cx.string(&message)))
        }
    }
}

fn number_of(value: Value<'_>) -> u32 {
    value.as_number().unwrap_or_default() as u32
}

/// The function object of a row. The same one every time.
pub(crate) fn function<'h>(cx: Cx<'h>, member: MemberId) -> Object<'h> {
    let member = canonical(member);
    let number = FUNCTIONS + member.index();
    cx.intrinsic(number).unwrap_or_else(|| {
        let row = member.row();
        let captures = [member.index().into()];
        let name = match row.kind {
            Kind::Getter => cx.string(&format!("get {}", row.name)),
            Kind::Setter => cx.string(&format!("set {}", row.name)),
            Kind::Method | Kind::Static | Kind::Constant | Kind::Call | Kind::Construct => {
                match member_symbol(row.name).and_then(Symbol::description) {
                    Some(symbol) => cx.string(&format!("[{symbol}]")),
                    None => row.name.into(),
                }
            }
        };
        let function = Function::new(cx, FunctionKind::Builtin, name, row.length, &captures, call_member);
        cx.set_intrinsic(number, function.object())
    })
}

/// Builtins that are one function under two names, by class and name (ECMA-262 §21.1.2.12, §21.1.2.13, §B.2.2.15, §B.2.2.16, §24.2.4.8,
/// §B.2.3.3).
const ALIASES: [[&str; 4]; 27] = [
    ["TypedArray", "@@iterator", "TypedArray", "values"],
    ["Buffer", "readUint8", "Buffer", "readUInt8"],
    ["Buffer", "readUint16BE", "Buffer", "readUInt16BE"],
    ["Buffer", "readUint16LE", "Buffer", "readUInt16LE"],
    ["Buffer", "readUint32BE", "Buffer", "readUInt32BE"],
    ["Buffer", "readUint32LE", "Buffer", "readUInt32LE"],
    ["Buffer", "readUintBE", "Buffer", "readUIntBE"],
    ["Buffer", "readUintLE", "Buffer", "readUIntLE"],
    ["Buffer", "writeUint8", "Buffer", "writeUInt8"],
    ["Buffer", "writeUint16BE", "Buffer", "writeUInt16BE"],
    ["Buffer", "writeUint16LE", "Buffer", "writeUInt16LE"],
    ["Buffer", "writeUint32BE", "Buffer", "writeUInt32BE"],
    ["Buffer", "writeUint32LE", "Buffer", "writeUInt32LE"],
    ["Buffer", "writeUintBE", "Buffer", "writeUIntBE"],
    ["Buffer", "writeUintLE", "Buffer", "writeUIntLE"],
    ["TypedArray", "toString", "Array", "toString"],
    ["Buffer", "toLocaleString", "Buffer", "toString"],
    ["URLSearchParams", "@@iterator", "URLSearchParams", "entries"],
    ["Array", "@@iterator", "Array", "values"],
    ["Map", "@@iterator", "Map", "entries"],
    ["Set", "@@iterator", "Set", "values"],
    ["Number", "parseFloat", "globalThis", "parseFloat"],
    ["Number", "parseInt", "globalThis", "parseInt"],
    ["String", "trimLeft", "String", "trimStart"],
    ["String", "trimRight", "String", "trimEnd"],
    ["Set", "keys", "Set", "values"],
    ["Date", "toGMTString", "Date", "toUTCString"],
];

fn canonical(member: MemberId) -> MemberId {
    let row = member.row();
    ALIASES
        .iter()
        .find(|[class, name, _, _]| row.class == *class && row.name == *name)
        .and_then(|[_, _, class, name]| ClassId::named(class).member(row.kind, name))
        .unwrap_or(member)
}

/// The code of all builtin functions; the capture says which row it is.
fn call_member<'h>(cx: Cx<'h>, call: Call<'h, '_>) -> JsResult<'h> {
    let member = MemberId::from_index(number_of(call.captured(0)));
    if member.class == ClassId::PROMISE && member.row().kind == Kind::Static {
        crate::builtins::promise::check_constructor(cx, call.this(), member.row().name)?;
    }
    // The server's console returns promises.
    if member.class == ClassId::CONSOLE {
        return crate::builtins::console::promise(cx, member.row().name, call.args()).map(Value::from);
    }
    if member.class == ClassId::TYPED_ARRAY && member.row().kind == Kind::Static {
        return make_typed_array(cx, call, member.row().name);
    }
    if member.class == ClassId::ARRAY
        && member.row().kind == Kind::Static
        && member.row().name != "isArray"
        && let Some(made) = crate::builtins::array::made_by_receiver(cx, call.this(), call.args(), member.row().name)?
    {
        return Ok(made);
    }
    (member.code())(cx, call.this(), call.args())
}

/// `%TypedArray%.from` and `%TypedArray%.of` (ECMA-262 §23.2.2), which make what their receiver constructs.
fn make_typed_array<'h>(cx: Cx<'h>, call: Call<'h, '_>, name: &str) -> JsResult<'h> {
    let Some(constructor) = call.this().as_function().filter(|function| is_constructor(*function)) else {
        let message = format!("{} is not a constructor", display(cx, call.this()));
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    };
    let class = ClassId::of_constructor(cx, constructor.object());
    match class.filter(|class| class.is_below(ClassId::TYPED_ARRAY)).and_then(|class| class.member(Kind::Static, name))
    {
        Some(member) => (member.code())(cx, call.this(), call.args()),
        None => Err(cx.unsupported("a typed array of another constructor")),
    }
}

/// The class and name of the row whose function this is.
pub(crate) fn builtin_of(function: Function<'_>) -> Option<(&'static str, &'static str)> {
    let is_member = function.kind() == FunctionKind::Builtin
        && std::ptr::fn_addr_eq(function.code(), call_member as prickle_heap::Code);
    is_member.then(|| {
        let row = MemberId::from_index(number_of(function.captured(0))).row();
        (row.class, row.name)
    })
}

/// Whether the method of this name that a class has is still the builtin.
#[inline]
pub(crate) fn is_original<'h>(cx: Cx<'h>, class: ClassId, name: &'static str) -> bool {
    !has_prototype(cx, class) || has_original(cx, class, name)
}

#[cold]
fn has_original<'h>(cx: Cx<'h>, class: ClassId, name: &'static str) -> bool {
    let (Some(prototype), Some(member)) = (existing_prototype(cx, class), class.member(Kind::Method, name)) else {
        return true;
    };
    let key = member_symbol(name).map_or_else(|| name.into(), PropertyKey::from);
    let found = prototype.get_own_data(cx, key).and_then(Value::as_object);
    found.is_some_and(|found| found.is_same(function(cx, member)))
}

/// Whether a function is `Object.prototype.toString`.
pub(crate) fn is_object_to_string(function: Function<'_>) -> bool {
    ClassId::OBJECT.member(Kind::Method, "toString").is_some_and(|member| {
        function.kind() == FunctionKind::Builtin
            && function.name() == "toString"
            && function.captured(0).as_number() == Some(member.index().into())
    })
}

/// The value of something inherited from a built-in prototype.
pub(crate) fn inherited_value<'h>(cx: Cx<'h>, member: Inherited, receiver: Value<'h>) -> JsResult<'h> {
    match member {
        Inherited::Method(member) => Ok(function(cx, member).into()),
        Inherited::Getter(member) => (member.code())(cx, receiver, &[]),
        Inherited::Constructor(class) => Ok(class_object(cx, class).into()),
        Inherited::Prototype => Ok(prototype_of(cx, receiver).map_or(Value::Null, Value::Object)),
        Inherited::Text(text) => Ok(text.into()),
        Inherited::Number(number) => Ok(u32::from(number).into()),
        Inherited::PrototypeOf(class) => Ok(prototype(cx, class).into()),
        Inherited::Restricted => Err(restricted(cx)),
    }
}

/// The builtin of a global name.
pub(crate) fn global_value<'h>(cx: Cx<'h>, name: &str) -> Option<Value<'h>> {
    match prickle_spec::global(name)? {
        Global::Class(class) => Some(class_object(cx, ClassId::find(class.name)?).into()),
        Global::Function(row) => Some(function(cx, ClassId::GLOBAL.member(row.kind, row.name)?).into()),
        Global::Constant(row) => (ClassId::GLOBAL.member(row.kind, row.name)?.code())(cx, Value::Undefined, &[]).ok(),
        Global::GlobalObject => Some(cx.global_object().into()),
        Global::Unsupported(_) => placeholder(cx, name).map(Value::Object),
        Global::Absent => None,
    }
}
