//! Rows of `Object` and `Object.prototype`.

/// Hands the rows of `Object` to `$user!`.
#[macro_export]
macro_rules! object_rows {
    ($user:ident) => {
        $user! {
            /// Objects, and what every object inherits.
            class Object in object, receiver Value;

            /// The value as an object: primitives are boxed, `null` and `undefined` make a new object.
            Call "Object" => call(value: Req Value) -> Object,
                effects [Alloc], eg [("typeof Object(1)", "'object'"), ("Object(1) + 1", "2"), ("Object(null)", "{}"), ("Object()", "{}")];
            /// The value as an object: primitives are boxed, `null` and `undefined` make a new object.
            Construct "Object" => construct(value: Req Value) -> Object,
                effects [Alloc], eg [("new Object()", "{}"), ("new Object([1])", "[1]"), ("typeof new Object('a')", "'object'")];

            /// Sets the enumerable own properties of the sources on the target, in order.
            Static "assign" => assign(target: Req Value, sources: Rest Value) length 2 -> Object,
                effects [Throws, Alloc, MutatesArgument, ReadsHeap], eg [
                    ("Object.assign({ a: 1 }, { b: 2 }, { a: 3 })", "{ a: 3, b: 2 }"),
                    ("Object.assign({}, null, 'ab', 5, [1])", "{ 0: 1, 1: 'b' }"),
                    ("Object.assign([1, 2, 3], [4, 5])", "[4, 5, 3]"),
                    ("Object.assign(null)", "throws TypeError: Cannot convert undefined or null to object"),
                    ("Object.assign(Object.freeze({ a: 1 }), { a: 2 })", "throws TypeError: Cannot assign to read only property 'a' of object '#<Object>'"),
                    ("Object.assign(Object.freeze({}), { a: 2 })", "throws TypeError: Cannot add property a, object is not extensible"),
                ];
            /// A new object with this prototype and, if given, properties from descriptors.
            Static "create" => create(prototype: Req Value, properties: Opt Value) length 2 -> Object,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.create({ a: 1 }).a", "1"),
                    ("Object.keys(Object.create({ a: 1 }))", "[]"),
                    ("Object.getPrototypeOf(Object.create(null))", "null"),
                    ("Object.create({}, { x: { value: 1, enumerable: true } }).x", "1"),
                    ("Object.create(5)", "throws TypeError: Object prototype may only be an Object or null: 5"),
                    ("Object.create()", "throws TypeError: Object prototype may only be an Object or null: undefined"),
                ];
            /// Defines properties from an object of descriptors.
            Static "defineProperties" => define_properties(object: Req Value, properties: Req Value) -> Object,
                effects [Throws, Alloc, MutatesArgument, ReadsHeap], eg [
                    ("Object.defineProperties({}, { a: { value: 1, enumerable: true }, b: { value: 2 } })", "{ a: 1 }"),
                    ("Object.defineProperties({}, null)", "throws TypeError: Cannot convert undefined or null to object"),
                    ("Object.defineProperties({}, { a: 1 })", "throws TypeError: Property description must be an object: 1"),
                    ("Object.defineProperties(1, {})", "throws TypeError: Object.defineProperties called on non-object"),
                ];
            /// Defines a property from a descriptor: its value, and whether it is enumerable, writable and configurable.
            Static "defineProperty" => define_property(object: Req Value, key: Req Value, attributes: Req Value) -> Object,
                effects [Throws, Alloc, MutatesArgument, ReadsHeap, CallsBack], eg [
                    ("Object.defineProperty({}, 'a', { value: 1, enumerable: true })", "{ a: 1 }"),
                    ("Object.keys(Object.defineProperty({}, 'a', { value: 1 }))", "[]"),
                    ("Object.defineProperty({ a: 1 }, 'a', { enumerable: false }).a", "1"),
                    ("Object.defineProperty([1, 2, 3], 'length', { value: 1 })", "[1]"),
                    ("Object.defineProperty(5, 'a', {})", "throws TypeError: Object.defineProperty called on non-object"),
                    ("Object.defineProperty({}, 'a', 5)", "throws TypeError: Property description must be an object: 5"),
                    ("Object.defineProperty(Object.freeze({ a: 1 }), 'a', { value: 2 })", "throws TypeError: Cannot redefine property: a"),
                    ("Object.defineProperty(Object.freeze({}), 'b', {})", "throws TypeError: Cannot define property b, object is not extensible"),
                    ("Object.defineProperty([], 'length', { value: -1 })", "throws RangeError: Invalid array length"),
                ];
            /// The enumerable own properties as an array of `[key, value]`.
            Static "entries" => entries(object: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.entries({ b: 1, 2: 2, a: 3, 1: 4 })", "[['1', 4], ['2', 2], ['b', 1], ['a', 3]]"),
                    ("Object.entries('ab')", "[['0', 'a'], ['1', 'b']]"),
                    ("Object.entries([7, , 8])", "[['0', 7], ['2', 8]]"),
                    ("Object.entries(5)", "[]"),
                    ("Object.entries(null)", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// Makes an object unchangeable, not deeply.
            Static "freeze" => freeze(value: Req Value) -> Value,
                effects [Throws, MutatesArgument], eg [
                    ("Object.isFrozen(Object.freeze({ a: 1 }))", "true"),
                    ("Object.freeze(1)", "1"),
                    ("(() => { const o = Object.freeze({ a: { b: 1 } }); o.a.b = 2; return o })()", "{ a: { b: 2 } }"),
                    ("Object.freeze([1]).push(2)", "throws TypeError: Cannot add property 1, object is not extensible"),
                    ("Object.freeze(Buffer.from('ab'))", "throws TypeError: Cannot freeze array buffer views with elements"),
                ];
            /// The object that has a property for each `[key, value]` of the iterable.
            Static "fromEntries" => from_entries(iterable: Req Value) -> Object,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Object.fromEntries([['a', 1], ['b', 2], ['a', 3]])", "{ a: 3, b: 2 }"),
                    ("Object.fromEntries(new Map([['a', 1], [2, 3]]))", "{ 2: 3, a: 1 }"),
                    ("Object.fromEntries([['a']])", "{ a: undefined }"),
                    ("Object.fromEntries(['ab'])", "throws TypeError: Iterator value ab is not an entry object"),
                    ("Object.fromEntries(null)", "throws TypeError: undefined is not iterable"),
                    ("Object.fromEntries({})", "throws TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))"),
                    ("Object.fromEntries(5)", "throws TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))"),
                ];
            /// The descriptor of an own property, `undefined` where there is none.
            Static "getOwnPropertyDescriptor" => get_own_property_descriptor(object: Req Value, key: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Object.getOwnPropertyDescriptor({ a: 1 }, 'a')", "{ value: 1, writable: true, enumerable: true, configurable: true }"),
                    ("Object.getOwnPropertyDescriptor({}, 'a')", "undefined"),
                    ("Object.getOwnPropertyDescriptor('abc', 0)", "{ value: 'a', writable: false, enumerable: true, configurable: false }"),
                    ("Object.getOwnPropertyDescriptor([1], 'length')", "{ value: 1, writable: true, enumerable: false, configurable: false }"),
                    ("Object.getOwnPropertyDescriptor(new Error('x'), 'message')", "{ value: 'x', writable: true, enumerable: false, configurable: true }"),
                    ("Object.getOwnPropertyDescriptor(null, 'a')", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// The descriptors of all own properties.
            Static "getOwnPropertyDescriptors" => get_own_property_descriptors(object: Req Value) -> Object,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.getOwnPropertyDescriptors({ a: 1 })", "{ a: { value: 1, writable: true, enumerable: true, configurable: true } }"),
                    ("Object.keys(Object.getOwnPropertyDescriptors([1]))", "['0', 'length']"),
                ];
            /// The names of all own properties, also of those that are not enumerable.
            Static "getOwnPropertyNames" => get_own_property_names(object: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.getOwnPropertyNames({ b: 1, 1: 2 })", "['1', 'b']"),
                    ("Object.getOwnPropertyNames([1])", "['0', 'length']"),
                    ("Object.getOwnPropertyNames('ab')", "['0', '1', 'length']"),
                    ("Object.getOwnPropertyNames(new Error('x', { cause: 1 }))", "['stack', 'message', 'cause']"),
                ];
            /// The symbols among the own property keys.
            Static "getOwnPropertySymbols" => get_own_property_symbols(object: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.getOwnPropertySymbols({ a: 1, [Symbol.iterator]: 2 }).map(String)", "['Symbol(Symbol.iterator)']"),
                    ("Object.getOwnPropertySymbols('a')", "[]"), ("Object.getOwnPropertySymbols(null)", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// The prototype of a value.
            Static "getPrototypeOf" => get_prototype_of(value: Req Value) -> Value,
                effects [Throws, ReadsHeap], eg [
                    ("Object.getPrototypeOf({}) === Object.prototype", "true"),
                    ("Object.getPrototypeOf([]) === Array.prototype", "true"),
                    ("Object.getPrototypeOf('a') === String.prototype", "true"),
                    ("Object.getPrototypeOf(Object.prototype)", "null"),
                    ("Object.getPrototypeOf(TypeError) === Error", "true"),
                    ("Object.getPrototypeOf(null)", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// True when the object itself has the property.
            Static "hasOwn" => has_own(object: Req Value, key: Req Value) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("Object.hasOwn({ a: undefined }, 'a')", "true"),
                    ("Object.hasOwn({}, 'toString')", "false"),
                    ("Object.hasOwn([1, , 3], 1)", "false"),
                    ("Object.hasOwn('ab', 'length')", "true"),
                    ("Object.hasOwn(null, 'a')", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// True when both are the same value: `NaN` is `NaN`, and `0` is not `-0`.
            Static "is" => is(left: Req Value, right: Req Value) -> Bool,
                effects [Pure], eg [
                    ("Object.is(NaN, NaN)", "true"), ("Object.is(0, -0)", "false"), ("Object.is('a', 'a')", "true"), ("Object.is({}, {})", "false"), ("Object.is()", "true"),
                ];
            /// True when properties can be added.
            Static "isExtensible" => is_extensible(value: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [("Object.isExtensible({})", "true"), ("Object.isExtensible(Object.freeze({}))", "false"), ("Object.isExtensible(1)", "false")];
            /// True when nothing about the object can change.
            Static "isFrozen" => is_frozen(value: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [
                    ("Object.isFrozen({})", "false"), ("Object.isFrozen(Object.preventExtensions({}))", "true"), ("Object.isFrozen(Object.seal({ a: 1 }))", "false"),
                    ("Object.isFrozen('a')", "true"), ("Object.isFrozen(Object.preventExtensions([1]))", "false"), ("Object.isFrozen(Object.preventExtensions([]))", "true"),
                ];
            /// True when properties can be neither added nor removed.
            Static "isSealed" => is_sealed(value: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [
                    ("Object.isSealed(Object.seal({ a: 1 }))", "true"), ("Object.isSealed(Object.freeze([1]))", "true"), ("Object.isSealed({})", "false"), ("Object.isSealed(1)", "true"),
                ];
            /// The names of the enumerable own properties.
            Static "keys" => keys(object: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.keys({ b: 1, 2: 1, a: 1, 1: 1, '-1': 1, '01': 1 })", "['1', '2', 'b', 'a', '-1', '01']"),
                    ("Object.keys('ab')", "['0', '1']"),
                    ("Object.keys([5, , 6])", "['0', '2']"),
                    ("Object.keys(new Map([[1, 2]]))", "[]"),
                    ("Object.keys(Buffer.from('ab'))", "['0', '1']"),
                    ("Object.keys(new Error('x'))", "[]"),
                    ("Object.keys(undefined)", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// Makes an object refuse new properties.
            Static "preventExtensions" => prevent_extensions(value: Req Value) -> Value,
                effects [MutatesArgument], eg [
                    ("Object.isExtensible(Object.preventExtensions({}))", "false"),
                    ("(() => { const o = Object.preventExtensions({ a: 1 }); o.a = 2; o.b = 3; delete o.a; return o })()", "{}"),
                    ("Object.preventExtensions(1)", "1"),
                ];
            /// Makes an object keep exactly the properties that it has.
            Static "seal" => seal(value: Req Value) -> Value,
                effects [MutatesArgument], eg [
                    ("(() => { const o = Object.seal({ a: 1 }); o.a = 2; o.b = 3; delete o.a; return o })()", "{ a: 2 }"),
                    ("Object.seal(1)", "1"),
                ];
            /// Sets the prototype of an object.
            Static "setPrototypeOf" => set_prototype_of(object: Req Value, prototype: Req Value) -> Value,
                effects [Throws, MutatesArgument], eg [
                    ("Object.setPrototypeOf({ a: 1 }, { b: 2 }).b", "2"),
                    ("Object.setPrototypeOf(5, null)", "5"),
                    ("Object.setPrototypeOf({}, 5)", "throws TypeError: Object prototype may only be an Object or null: 5"),
                    ("Object.setPrototypeOf(null, null)", "throws TypeError: Object.setPrototypeOf called on null or undefined"),
                    ("Object.setPrototypeOf(Object.freeze({}), {})", "throws TypeError: #<Object> is not extensible"),
                    ("(() => { const a = {}; Object.setPrototypeOf(a, Object.create(a)) })()", "throws TypeError: Cyclic __proto__ value"),
                    ("Object.setPrototypeOf(Object.prototype, {})", "throws TypeError: Immutable prototype object 'Object.prototype' cannot have their prototype set"),
                ];
            /// The values of the enumerable own properties.
            Static "values" => values(object: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Object.values({ b: 1, 2: 2 })", "[2, 1]"), ("Object.values('ab')", "['a', 'b']"), ("Object.values([5, , 6])", "[5, 6]"),
                    ("Object.values(null)", "throws TypeError: Cannot convert undefined or null to object"),
                ];

            /// Defines a getter.
            Method "__defineGetter__" => define_getter(key: Req Value, getter: Req Value) -> Undefined,
                effects [Throws, MutatesReceiver, CallsBack], eg [
                    ("(() => { const o = {}; o.__defineGetter__('a', () => 5); return [o.a, Object.keys(o)] })()", "[5, ['a']]"),
                    ("({}).__defineGetter__('a', 5)", "throws TypeError: Object.prototype.__defineGetter__: Expecting function"),
                ];
            /// Defines a setter.
            Method "__defineSetter__" => define_setter(key: Req Value, setter: Req Value) -> Undefined,
                effects [Throws, MutatesReceiver, CallsBack], eg [
                    ("(() => { const o = {}; o.__defineSetter__('a', (x) => { o.b = x }); o.a = 3; return o.b })()", "3"),
                    ("({}).__defineSetter__('a')", "throws TypeError: Object.prototype.__defineSetter__: Expecting function"),
                ];
            /// The getter that the property has, in the object or above it.
            Method "__lookupGetter__" => lookup_getter(key: Req Value) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [("({ get a() { return 1 } }).__lookupGetter__('a')()", "1"), ("({ a: 1 }).__lookupGetter__('a')", "undefined"), ("Object.create({ get b() { return 2 } }).__lookupGetter__('b')()", "2")];
            /// The setter that the property has, in the object or above it.
            Method "__lookupSetter__" => lookup_setter(key: Req Value) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [("({ set a(x) {} }).__lookupSetter__('a').name", "'set a'"), ("({}).__lookupSetter__('a')", "undefined")];
            /// True when the value itself has the property.
            Method "hasOwnProperty" => has_own_property(key: Req Value) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("({ a: 1 }).hasOwnProperty('a')", "true"),
                    ("({ a: 1 }).hasOwnProperty('toString')", "false"),
                    ("Object.prototype.hasOwnProperty.call([1], 0)", "true"),
                    ("'ab'.hasOwnProperty('length')", "true"),
                    ("({}).hasOwnProperty.call(null, 'a')", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// True when the receiver is on the prototype chain of the value.
            Method "isPrototypeOf" => is_prototype_of(value: Req Value) -> Bool,
                effects [Throws, ReadsHeap], eg [
                    ("Object.prototype.isPrototypeOf([])", "true"), ("Array.prototype.isPrototypeOf({})", "false"), ("({}).isPrototypeOf.call(null, 1)", "false"),
                    ("({}).isPrototypeOf.call(null, {})", "throws TypeError: Cannot convert undefined or null to object"),
                ];
            /// True when the value itself has the property and `for in` would list it.
            Method "propertyIsEnumerable" => property_is_enumerable(key: Req Value) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [("({ a: 1 }).propertyIsEnumerable('a')", "true"), ("[1].propertyIsEnumerable('length')", "false")];
            /// What `toString` of the value returns.
            Method "toLocaleString" => to_locale_string() -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("({}).toLocaleString()", "'[object Object]'"),
                    ("({ toString: () => 5 }).toLocaleString()", "5"),
                    ("({}).toLocaleString.call(null)", "throws TypeError: Object.prototype.toLocaleString called on null or undefined"),
                ];
            /// `[object Class]`
            Method "toString" => to_string() -> Str,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("({}).toString()", "'[object Object]'"),
                    ("Object.prototype.toString.call([])", "'[object Array]'"),
                    ("Object.prototype.toString.call(null)", "'[object Null]'"),
                    ("Object.prototype.toString.call(undefined)", "'[object Undefined]'"),
                    ("Object.prototype.toString.call('a')", "'[object String]'"),
                    ("Object.prototype.toString.call(1)", "'[object Number]'"),
                    ("Object.prototype.toString.call(true)", "'[object Boolean]'"),
                    ("Object.prototype.toString.call(() => 1)", "'[object Function]'"),
                    ("Object.prototype.toString.call(new Error())", "'[object Error]'"),
                    ("Object.prototype.toString.call(Buffer.from('a'))", "'[object Uint8Array]'"),
                    ("Object.prototype.toString.call(JSON)", "'[object JSON]'"),
                    ("Object.prototype.toString.call(Math)", "'[object Math]'"),
                    ("Object.prototype.toString.call([].values())", "'[object Array Iterator]'"),
                    ("Object.prototype.toString.call(new Map().entries())", "'[object Map Iterator]'"),
                    ("String(new Map())", "'[object Map]'"),
                    ("String(new Set())", "'[object Set]'"),
                ];
            /// The receiver as an object.
            Method "valueOf" => value_of() -> Object,
                effects [Throws, Alloc], eg [
                    ("({ a: 1 }).valueOf()", "{ a: 1 }"),
                    ("[1].valueOf()", "[1]"),
                    ("({}).valueOf.call(null)", "throws TypeError: Cannot convert undefined or null to object"),
                ];
        }
    };
}
object_rows!(declare);
