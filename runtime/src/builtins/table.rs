//! The builtins by class and name: what a call on a receiver of unknown type finds.

use std::sync::LazyLock;

use prickle_heap::{Bytes, ElementType, ErrorKind, FunctionKind, Kind as ObjectKind, Object, Symbol, Value};
use prickle_spec::{Builtin, Class, Kind, Ty, builtins};

use super::hash::is_hmac;
use super::link::BuiltinCode;
use super::linked_code;
pub(crate) use super::row_names::{bytes_per_element, member_symbol, prototype_tag};
use super::row_names::{member_name, prototype_texts};
use crate::operations::IteratedKind;

/// A class of builtins: its place in `prickle_spec::builtins()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClassId(u8);

/// A row: its class, and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MemberId {
    pub(crate) class: ClassId,
    row: u16,
}

/// What an instance inherits under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inherited {
    Method(MemberId),
    Getter(MemberId),
    /// `constructor`
    Constructor(ClassId),
    /// `__proto__`
    Prototype,
    /// A data property of the prototype.
    Text(&'static str),
    /// A data property that cannot be written: `length` of `Function.prototype`, the bytes of an element of typed arrays.
    Number(u8),
    /// The prototype object of a class: the `constructor` of generators.
    PrototypeOf(ClassId),
    /// `arguments` and `caller` of `Function.prototype`, which only throw.
    Restricted,
}

struct ClassTable {
    class: &'static Class,
    code: &'static [BuiltinCode],
    inherits: Option<ClassId>,
    inherited: Names,
}

/// What a prototype has, by name: a hash table of which a literal name needs only one place.
struct Names {
    /// A power of two of places, at least twice as many as there are names.
    places: Vec<Option<(&'static [u8], Inherited)>>,
}

/// The hash of a name. For a literal it is known when the program is compiled.
#[inline(always)]
const fn name_hash(name: &[u8]) -> usize {
    match name {
        [] => 0,
        [first, .., last] => {
            let middle = name[name.len() / 2] as usize;
            (name.len() ^ (*first as usize) << 3 ^ (*last as usize) << 5 ^ middle << 7).wrapping_mul(0x9e37) >> 4
        }
        [only] => *only as usize,
    }
}

impl Names {
    fn new(names: &[(&'static [u8], Inherited)]) -> Names {
        let mut places = vec![None; (names.len() * 2).next_power_of_two().max(2)];
        let mask = places.len() - 1;
        for &(name, inherited) in names {
            let mut place = name_hash(name) & mask;
            while places[place].is_some_and(|(taken, _)| taken != name) {
                place = (place + 1) & mask;
            }
            places[place] = Some((name, inherited));
        }
        Names { places }
    }

    #[inline]
    fn get(&self, name: &[u8], hash: usize) -> Option<Inherited> {
        let mask = self.places.len() - 1;
        let mut place = hash & mask;
        loop {
            // At most half of the places are taken, so this ends.
            let (found, inherited) = self.places[place]?;
            if found == name {
                return Some(inherited);
            }
            place = (place + 1) & mask;
        }
    }
}

static TABLE: LazyLock<Vec<ClassTable>> = LazyLock::new(|| builtins().iter().enumerate().map(class_table).collect());

fn class_table((index, class): (usize, &&'static Class)) -> ClassTable {
    let id = ClassId(index as u8);
    let mut inherited = Vec::new();
    for (row, builtin) in class.rows.iter().enumerate() {
        let member = MemberId { class: id, row: row as u16 };
        let name = member_name(builtin.name);
        match builtin.kind {
            Kind::Method => inherited.push((name, Inherited::Method(member))),
            // The lengths of strings and arrays are own properties.
            Kind::Getter if class.name != "String" => {
                inherited.push((name, Inherited::Getter(member)));
            }
            Kind::Getter | Kind::Setter | Kind::Static | Kind::Constant | Kind::Call | Kind::Construct => {}
        };
    }
    if class.rows.iter().any(|row| matches!(row.kind, Kind::Call | Kind::Construct)) || class.name == "Function" {
        inherited.push((b"constructor", Inherited::Constructor(id)));
    }
    for (name, text) in prototype_texts(class) {
        inherited.push((name.as_bytes(), Inherited::Text(text)));
    }
    if class.name == "Object" {
        inherited.push((b"__proto__", Inherited::Prototype));
    }
    if let Some(bytes) = bytes_per_element(class) {
        inherited.push((b"BYTES_PER_ELEMENT", Inherited::Number(bytes)));
    }
    if let Some(functions) = functions_of_generators(id) {
        inherited.push((b"constructor", Inherited::PrototypeOf(functions)));
    }
    if let Some(tag) = prototype_tag(class) {
        inherited.push((Symbol::TO_STRING_TAG.key_bytes(), Inherited::Text(tag)));
    }
    if class.name == "Function" {
        inherited.extend([(&b"arguments"[..], Inherited::Restricted), (b"caller", Inherited::Restricted)]);
        inherited.push((b"length", Inherited::Number(0)));
        inherited.push((b"name", Inherited::Text("")));
    }
    ClassTable {
        class,
        code: linked_code(class),
        inherits: class.inherits.map(ClassId::named),
        inherited: Names::new(&inherited),
    }
}

/// The class of the functions that make generators of a class: `constructor` of `%GeneratorPrototype%` is its prototype.
pub(crate) fn functions_of_generators(class: ClassId) -> Option<ClassId> {
    match class {
        ClassId::GENERATOR => Some(ClassId::GENERATOR_FUNCTION),
        ClassId::ASYNC_GENERATOR => Some(ClassId::ASYNC_GENERATOR_FUNCTION),
        _ => None,
    }
}

/// The class of the generators that functions of a class make.
pub(crate) fn generators_of_functions(class: ClassId) -> Option<ClassId> {
    match class {
        ClassId::GENERATOR_FUNCTION => Some(ClassId::GENERATOR),
        ClassId::ASYNC_GENERATOR_FUNCTION => Some(ClassId::ASYNC_GENERATOR),
        _ => None,
    }
}

impl ClassId {
    pub(crate) const STRING: ClassId = ClassId::named_const("String");
    pub(crate) const NUMBER: ClassId = ClassId::named_const("Number");
    pub(crate) const BOOLEAN: ClassId = ClassId::named_const("Boolean");
    pub(crate) const OBJECT: ClassId = ClassId::named_const("Object");
    pub(crate) const ARRAY: ClassId = ClassId::named_const("Array");
    pub(crate) const FUNCTION: ClassId = ClassId::named_const("Function");
    pub(crate) const GLOBAL: ClassId = ClassId::named_const("globalThis");
    pub(crate) const MAP: ClassId = ClassId::named_const("Map");
    pub(crate) const SET: ClassId = ClassId::named_const("Set");
    pub(crate) const REGEXP: ClassId = ClassId::named_const("RegExp");
    pub(crate) const DATE: ClassId = ClassId::named_const("Date");
    pub(crate) const PROMISE: ClassId = ClassId::named_const("Promise");
    pub(crate) const CONSOLE: ClassId = ClassId::named_const("console");
    pub(crate) const WEAK_MAP: ClassId = ClassId::named_const("WeakMap");
    pub(crate) const WEAK_SET: ClassId = ClassId::named_const("WeakSet");
    pub(crate) const BIGINT: ClassId = ClassId::named_const("BigInt");
    pub(crate) const SYMBOL: ClassId = ClassId::named_const("Symbol");
    pub(crate) const BUFFER: ClassId = ClassId::named_const("Buffer");
    pub(crate) const ITERATOR: ClassId = ClassId::named_const("Iterator");
    const ARRAY_ITERATOR: ClassId = ClassId::named_const("ArrayIterator");
    pub(crate) const ASYNC_FUNCTION: ClassId = ClassId::named_const("AsyncFunction");
    const ASYNC_GENERATOR_FUNCTION: ClassId = ClassId::named_const("AsyncGeneratorFunction");
    const ASYNC_GENERATOR: ClassId = ClassId::named_const("AsyncGenerator");
    const GENERATOR_FUNCTION: ClassId = ClassId::named_const("GeneratorFunction");
    const GENERATOR: ClassId = ClassId::named_const("Generator");
    const MAP_ITERATOR: ClassId = ClassId::named_const("MapIterator");
    const SET_ITERATOR: ClassId = ClassId::named_const("SetIterator");
    const REGEXP_STRING_ITERATOR: ClassId = ClassId::named_const("RegExpStringIterator");
    const STRING_ITERATOR: ClassId = ClassId::named_const("StringIterator");
    pub(crate) const TYPED_ARRAY: ClassId = ClassId::named_const("TypedArray");
    const ARRAY_BUFFER: ClassId = ClassId::named_const("ArrayBuffer");
    const DATA_VIEW: ClassId = ClassId::named_const("DataView");
    const URL: ClassId = ClassId::named_const("URL");
    pub(crate) const URL_SEARCH_PARAMS: ClassId = ClassId::named_const("URLSearchParams");
    const HASH: ClassId = ClassId::named_const("Hash");
    const HMAC: ClassId = ClassId::named_const("Hmac");
    const URL_SEARCH_PARAMS_ITERATOR: ClassId = ClassId::named_const("URLSearchParamsIterator");
    const ERROR: ClassId = ClassId::named_const("Error");
    const AGGREGATE_ERROR: ClassId = ClassId::named_const("AggregateError");
    const EVAL_ERROR: ClassId = ClassId::named_const("EvalError");
    const RANGE_ERROR: ClassId = ClassId::named_const("RangeError");
    const REFERENCE_ERROR: ClassId = ClassId::named_const("ReferenceError");
    const SYNTAX_ERROR: ClassId = ClassId::named_const("SyntaxError");
    const TYPE_ERROR: ClassId = ClassId::named_const("TypeError");
    const URI_ERROR: ClassId = ClassId::named_const("URIError");

    /// The class of this name, which the rows must have.
    const fn named_const(name: &str) -> ClassId {
        let classes = builtins();
        let mut index = 0;
        while index < classes.len() {
            if same_text(classes[index].name.as_bytes(), name.as_bytes()) {
                return ClassId(index as u8);
            }
            index += 1;
        }
        panic!("no class has this name")
    }

    /// The class of this name.
    ///
    /// # Panics
    /// If no rows declare it.
    pub(crate) fn named(name: &str) -> ClassId {
        ClassId::find(name).unwrap_or_else(|| panic!("no class is named {name}"))
    }

    /// All classes.
    pub(crate) fn all() -> impl Iterator<Item = ClassId> {
        (0..builtins().len() as u32).map(ClassId::from_index)
    }

    /// Whether it is this class or inherits from it.
    pub(crate) fn is_below(self, ancestor: ClassId) -> bool {
        std::iter::successors(Some(self), |class| class.inherits()).any(|class| class == ancestor)
    }

    /// The class of this name, if there is one.
    pub(crate) fn find(name: &str) -> Option<ClassId> {
        builtins().iter().position(|class| class.name == name).map(|index| ClassId(index as u8))
    }

    fn of_typed_array(array: Object<'_>) -> ClassId {
        const INT8: ClassId = ClassId::named_const("Int8Array");
        const UINT8: ClassId = ClassId::named_const("Uint8Array");
        const UINT8_CLAMPED: ClassId = ClassId::named_const("Uint8ClampedArray");
        const INT16: ClassId = ClassId::named_const("Int16Array");
        const UINT16: ClassId = ClassId::named_const("Uint16Array");
        const INT32: ClassId = ClassId::named_const("Int32Array");
        const UINT32: ClassId = ClassId::named_const("Uint32Array");
        const FLOAT32: ClassId = ClassId::named_const("Float32Array");
        const FLOAT64: ClassId = ClassId::named_const("Float64Array");
        match Bytes::from_value(array.into()).map(Bytes::element) {
            Some(ElementType::Int8) => INT8,
            Some(ElementType::Uint8) => UINT8,
            Some(ElementType::Uint8Clamped) => UINT8_CLAMPED,
            Some(ElementType::Int16) => INT16,
            Some(ElementType::Uint16) => UINT16,
            Some(ElementType::Int32) => INT32,
            Some(ElementType::Uint32) => UINT32,
            Some(ElementType::Float32) => FLOAT32,
            Some(ElementType::Float64) => FLOAT64,
            Some(ElementType::Buffer) | None => ClassId::BUFFER,
        }
    }

    /// The class whose prototype objects of this kind have unless they were given another.
    pub(crate) fn of_object(object: Object<'_>) -> ClassId {
        match object.kind() {
            ObjectKind::Array => ClassId::ARRAY,
            ObjectKind::Function => match object.as_function().map(|function| function.kind()) {
                Some(FunctionKind::Async) => ClassId::ASYNC_FUNCTION,
                Some(FunctionKind::Generator) => ClassId::GENERATOR_FUNCTION,
                Some(FunctionKind::AsyncGenerator) => ClassId::ASYNC_GENERATOR_FUNCTION,
                _ => ClassId::FUNCTION,
            },
            ObjectKind::Map => ClassId::MAP,
            ObjectKind::Set => ClassId::SET,
            ObjectKind::Promise => ClassId::PROMISE,
            ObjectKind::WeakMap => ClassId::WEAK_MAP,
            ObjectKind::WeakSet => ClassId::WEAK_SET,
            ObjectKind::Date => ClassId::DATE,
            ObjectKind::RegExp => ClassId::REGEXP,
            ObjectKind::Bytes => ClassId::of_typed_array(object),
            ObjectKind::ByteBuffer => ClassId::ARRAY_BUFFER,
            ObjectKind::DataView => ClassId::DATA_VIEW,
            ObjectKind::Iterator => ClassId::of_iterator(IteratedKind::of(object)),
            ObjectKind::Generator => ClassId::GENERATOR,
            ObjectKind::AsyncGenerator => ClassId::ASYNC_GENERATOR,
            ObjectKind::Url => ClassId::URL,
            ObjectKind::UrlSearchParams => ClassId::URL_SEARCH_PARAMS,
            ObjectKind::Hash if is_hmac(object) => ClassId::HMAC,
            ObjectKind::Hash => ClassId::HASH,
            ObjectKind::Boxed => match object.slot(0) {
                Value::String(_) => ClassId::STRING,
                Value::Bool(_) => ClassId::BOOLEAN,
                Value::Symbol(_) => ClassId::SYMBOL,
                Value::BigInt(_) => ClassId::BIGINT,
                _ => ClassId::NUMBER,
            },
            ObjectKind::Error => match object.as_error().map(|error| error.kind()) {
                Some(ErrorKind::Aggregate) => ClassId::AGGREGATE_ERROR,
                Some(ErrorKind::Eval) => ClassId::EVAL_ERROR,
                Some(ErrorKind::Range) => ClassId::RANGE_ERROR,
                Some(ErrorKind::Reference) => ClassId::REFERENCE_ERROR,
                Some(ErrorKind::Syntax) => ClassId::SYNTAX_ERROR,
                Some(ErrorKind::Type) => ClassId::TYPE_ERROR,
                Some(ErrorKind::Uri) => ClassId::URI_ERROR,
                Some(ErrorKind::Error) | None => ClassId::ERROR,
            },
            _ => ClassId::OBJECT,
        }
    }

    /// The class of a built-in constructor.
    pub(crate) fn of_constructor<'h>(cx: prickle_heap::Cx<'h>, constructor: Object<'h>) -> Option<ClassId> {
        ClassId::all().find(|class| {
            crate::intrinsics::existing_class_object(cx, *class).is_some_and(|object| object.is_same(constructor))
        })
    }

    /// The class of the iterators over something.
    pub(crate) fn of_iterator(iterated: IteratedKind) -> ClassId {
        match iterated {
            IteratedKind::Indexed => ClassId::ARRAY_ITERATOR,
            IteratedKind::Text => ClassId::STRING_ITERATOR,
            IteratedKind::Matches => ClassId::REGEXP_STRING_ITERATOR,
            IteratedKind::Map => ClassId::MAP_ITERATOR,
            IteratedKind::Set => ClassId::SET_ITERATOR,
            IteratedKind::UrlSearchParams => ClassId::URL_SEARCH_PARAMS_ITERATOR,
        }
    }

    #[inline]
    fn table(self) -> &'static ClassTable {
        &TABLE[usize::from(self.0)]
    }

    /// A small number that is the class's own.
    pub(crate) fn index(self) -> u32 {
        self.0.into()
    }

    pub(crate) fn from_index(index: u32) -> ClassId {
        ClassId(index as u8)
    }

    /// Its rows.
    pub(crate) fn class(self) -> &'static Class {
        self.table().class
    }

    /// The class whose prototype is the prototype of its prototype.
    pub(crate) fn inherits(self) -> Option<ClassId> {
        self.table().inherits
    }

    /// Web IDL makes the members of its prototypes enumerable.
    pub(crate) fn has_enumerable_members(self) -> bool {
        matches!(self.class().receiver, Ty::Url | Ty::UrlSearchParams)
    }

    /// Its constructor has a getter `@@species`.
    pub(crate) fn has_species(self) -> bool {
        matches!(self.class().name, "Array" | "ArrayBuffer" | "Map" | "Promise" | "RegExp" | "Set" | "TypedArray")
    }

    /// Its rows with their ids.
    pub(crate) fn members(self) -> impl Iterator<Item = (MemberId, &'static Builtin)> {
        self.class()
            .rows
            .iter()
            .enumerate()
            .map(move |(row, builtin)| (MemberId { class: self, row: row as u16 }, builtin))
    }

    /// The row of this kind and name.
    pub(crate) fn member(self, kind: Kind, name: &str) -> Option<MemberId> {
        self.members().find(|(_, row)| row.kind == kind && row.name == name).map(|(member, _)| member)
    }

    /// What its prototype itself has under a name.
    #[inline]
    pub(crate) fn inherited(self, name: &[u8]) -> Option<Inherited> {
        self.table().inherited.get(name, name_hash(name))
    }

    /// The code of the method that its prototype itself has under a name.
    #[inline(always)]
    pub(crate) fn literal_method(self, name: &'static str) -> Option<BuiltinCode> {
        self.method_code(name, name_hash(name.as_bytes()))
    }

    #[inline(never)]
    fn method_code(self, name: &'static str, hash: usize) -> Option<BuiltinCode> {
        let table = self.table();
        match table.inherited.get(name.as_bytes(), hash)? {
            // Those that are in this table are of this class.
            Inherited::Method(member) => Some(table.code[usize::from(member.row)]),
            Inherited::Getter(_)
            | Inherited::Constructor(_)
            | Inherited::Prototype
            | Inherited::Text(_)
            | Inherited::Number(_)
            | Inherited::PrototypeOf(_)
            | Inherited::Restricted => None,
        }
    }

    /// Everything that its prototype has of its own besides methods and getters.
    pub(crate) fn prototype_texts(self) -> Vec<(&'static str, &'static str)> {
        prototype_texts(self.class())
    }
}

impl MemberId {
    /// The row.
    pub(crate) fn row(self) -> &'static Builtin {
        &self.class.class().rows[usize::from(self.row)]
    }

    /// The setter of the same accessor property.
    pub(crate) fn setter(self) -> Option<MemberId> {
        self.class.member(Kind::Setter, self.row().name)
    }

    /// The erased function.
    pub(crate) fn code(self) -> BuiltinCode {
        self.class.table().code[usize::from(self.row)]
    }

    /// A number that is the row's own, below `classes * 256`.
    pub(crate) fn index(self) -> u32 {
        u32::from(self.class.0) << 8 | u32::from(self.row)
    }

    pub(crate) fn from_index(index: u32) -> MemberId {
        MemberId { class: ClassId((index >> 8) as u8), row: (index & 0xff) as u16 }
    }
}

const fn same_text(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_its_code() {
        for class in builtins() {
            // Host services are linked by the host.
            if class.receiver != Ty::Host {
                assert_eq!(linked_code(class).len(), class.rows.len(), "{}", class.name);
            }
        }
    }

    #[test]
    fn rows_fit_their_numbers() {
        assert!(builtins().len() < 256);
        for class in builtins() {
            assert!(class.rows.len() <= 256, "{}", class.name);
        }
    }

    #[test]
    fn prototypes_have_what_their_rows_say() {
        let find = |class, name: &str| ClassId::named(class).inherited(name.as_bytes());
        assert!(matches!(find("Array", "map"), Some(Inherited::Method(member)) if member.row().class == "Array"));
        assert!(matches!(find("Map", "size"), Some(Inherited::Getter(_))));
        assert_eq!(find("TypeError", "name"), Some(Inherited::Text("TypeError")));
        assert_eq!(find("TypeError", "constructor"), Some(Inherited::Constructor(ClassId::TYPE_ERROR)));
        assert_eq!((find("Array", "hasOwnProperty"), find("Map", "padStart")), (None, None));
        assert_eq!(ClassId::ARRAY.inherits(), Some(ClassId::OBJECT));
    }
}
