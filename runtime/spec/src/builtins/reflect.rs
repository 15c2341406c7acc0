//! Rows of `Reflect`.

/// Hands the rows of `Reflect` to `$user!`.
#[macro_export]
macro_rules! reflect_rows {
    ($user:ident) => {
        $user! {
            /// The operations of objects as functions.
            class Reflect in reflect, receiver Undefined;

            /// Calls a function with a receiver and a list of arguments.
            Static "apply" => apply(target: Req Value, this_argument: Req Value, arguments: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Reflect.apply(Math.max, null, [1, 3, 2])", "3"),
                    ("Reflect.apply(Math.max, null, { length: 1, 0: 5 })", "5"),
                    ("Reflect.apply(5, null, [])", "throws TypeError: Function.prototype.apply was called on 5, which is a number and not a function"),
                    ("Reflect.apply(Math.max, null)", "throws TypeError: CreateListFromArrayLike called on non-object"),
                ];
            /// Constructs with a list of arguments, as if `new` had been applied to `newTarget`.
            Static "construct" => construct_target(target: Req Value, arguments: Req Value, new_target: Given Value) length 2 -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Reflect.construct(Array, [1, 2])", "[1, 2]"),
                    ("Reflect.construct(Array, [], Map) instanceof Map", "true"),
                    ("Reflect.construct(parseInt, [])", "throws TypeError: function parseInt() { [native code] } is not a constructor"),
                    ("Reflect.construct(Array, [], 5)", "throws TypeError: 5 is not a constructor"),
                ];
            /// Defines a property: whether that succeeded.
            Static "defineProperty" => define_property(target: Req Value, key: Req Value, attributes: Req Value) -> Bool,
                effects [Throws, Alloc, MutatesArgument, ReadsHeap, CallsBack], eg [
                    ("Reflect.defineProperty({}, 'a', { value: 1 })", "true"),
                    ("Reflect.defineProperty(Object.freeze({}), 'a', { value: 1 })", "false"),
                    ("Reflect.defineProperty(1, 'a', {})", "throws TypeError: Reflect.defineProperty called on non-object"),
                ];
            /// Deletes a property: whether it is gone.
            Static "deleteProperty" => delete_property(target: Req Value, key: Req Value) -> Bool,
                effects [Throws, MutatesArgument, CallsBack], eg [
                    ("Reflect.deleteProperty({ a: 1 }, 'a')", "true"), ("Reflect.deleteProperty(Object.freeze({ a: 1 }), 'a')", "false"),
                    ("Reflect.deleteProperty(1, 'a')", "throws TypeError: Reflect.deleteProperty called on non-object"),
                ];
            /// The value of a property; getters run with `receiver`.
            Static "get" => get(target: Req Value, key: Req Value, receiver: Given Value) length 2 -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("Reflect.get({ a: 1 }, 'a')", "1"), ("Reflect.get([5], 0)", "5"), ("Reflect.get({ get a() { return this.b } }, 'a', { b: 2 })", "2"),
                    ("Reflect.get(1, 'a')", "throws TypeError: Reflect.get called on non-object"),
                ];
            /// The descriptor of an own property.
            Static "getOwnPropertyDescriptor" => get_own_property_descriptor(target: Req Value, key: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Reflect.getOwnPropertyDescriptor({ a: 1 }, 'a').value", "1"), ("Reflect.getOwnPropertyDescriptor({}, 'a')", "undefined"),
                    ("Reflect.getOwnPropertyDescriptor(1, 'a')", "throws TypeError: Reflect.getOwnPropertyDescriptor called on non-object"),
                ];
            /// The prototype of an object.
            Static "getPrototypeOf" => get_prototype_of(target: Req Value) -> Value,
                effects [Throws, ReadsHeap], eg [
                    ("Reflect.getPrototypeOf([]) === Array.prototype", "true"), ("Reflect.getPrototypeOf(Object.create(null))", "null"),
                    ("Reflect.getPrototypeOf('a')", "throws TypeError: Reflect.getPrototypeOf called on non-object"),
                ];
            /// Whether an object or one of its prototypes has a property.
            Static "has" => has(target: Req Value, key: Req Value) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("Reflect.has({ a: 1 }, 'a')", "true"), ("Reflect.has({}, 'toString')", "true"), ("Reflect.has({}, 'b')", "false"),
                    ("Reflect.has(1, 'a')", "throws TypeError: Reflect.has called on non-object"),
                ];
            /// Whether properties can be added.
            Static "isExtensible" => is_extensible(target: Req Value) -> Bool,
                effects [Throws, ReadsHeap], eg [
                    ("Reflect.isExtensible({})", "true"), ("Reflect.isExtensible(Object.seal({}))", "false"),
                    ("Reflect.isExtensible(1)", "throws TypeError: Reflect.isExtensible called on non-object"),
                ];
            /// The keys of all own properties.
            Static "ownKeys" => own_keys(target: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("Reflect.ownKeys({ b: 1, 1: 2, a: 3 })", "['1', 'b', 'a']"), ("Reflect.ownKeys([1])", "['0', 'length']"),
                    ("Reflect.ownKeys(1)", "throws TypeError: Reflect.ownKeys called on non-object"),
                ];
            /// Makes an object refuse new properties.
            Static "preventExtensions" => prevent_extensions(target: Req Value) -> Bool,
                effects [Throws, MutatesArgument], eg [
                    ("Reflect.preventExtensions({})", "true"),
                    ("Reflect.preventExtensions(1)", "throws TypeError: Reflect.preventExtensions called on non-object"),
                ];
            /// Writes a property: whether that succeeded. Setters run with `receiver`, and new properties are added there.
            Static "set" => set(target: Req Value, key: Req Value, value: Req Value, receiver: Given Value) length 3 -> Bool,
                effects [Throws, MutatesArgument, ReadsHeap, CallsBack], eg [
                    ("Reflect.set({}, 'a', 1)", "true"), ("Reflect.set(Object.freeze({ a: 1 }), 'a', 2)", "false"),
                    ("(() => { const r = {}; Reflect.set({}, 'a', 1, r); return r })()", "{ a: 1 }"),
                    ("Reflect.set({ get a() { return 1 } }, 'a', 2)", "false"),
                    ("Reflect.set(1, 'a', 1)", "throws TypeError: Reflect.set called on non-object"),
                ];
            /// Sets the prototype of an object: whether that succeeded.
            Static "setPrototypeOf" => set_prototype_of(target: Req Value, prototype: Req Value) -> Bool,
                effects [Throws, MutatesArgument], eg [
                    ("Reflect.setPrototypeOf({}, null)", "true"), ("Reflect.setPrototypeOf(Object.freeze({}), {})", "false"),
                    ("Reflect.setPrototypeOf({}, 1)", "throws TypeError: Object prototype may only be an Object or null: 1"),
                    ("Reflect.setPrototypeOf(1, {})", "throws TypeError: Reflect.setPrototypeOf called on non-object"),
                ];
        }
    };
}
reflect_rows!(declare);
