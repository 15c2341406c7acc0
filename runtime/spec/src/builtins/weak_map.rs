//! Rows of `WeakMap` and `WeakMap.prototype`.

/// Hands the rows of `WeakMap` to `$user!`.
#[macro_export]
macro_rules! weak_map_rows {
    ($user:ident) => {
        $user! {
            /// Maps from objects, which they do not keep alive.
            class WeakMap in weak_map, receiver WeakMap, inherits Object;

            /// Always a TypeError: maps are made with `new`.
            Call "WeakMap" => call(entries: Rest Value) length 0 -> Value,
                effects [Throws], eg [("WeakMap()", "throws TypeError: Constructor WeakMap requires 'new'")];
            /// A map with the `[key, value]` entries of an iterable.
            Construct "WeakMap" => construct(entries: Opt Value) length 0 -> Object,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("(() => { const k = {}; return new WeakMap([[k, 1]]).get(k) })()", "1"), ("new WeakMap([[1, 2]])", "throws TypeError: Invalid value used as weak map key"),
                    ("String(new WeakMap())", "'[object WeakMap]'"), ("new WeakMap(5)", "throws TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))"),
                ];

            /// Removes an entry; false when there is none.
            Method "delete" => delete(key: Req Value) -> Bool,
                effects [Cached, MutatesReceiver], eg [("(() => { const k = {}; const m = new WeakMap([[k, 1]]); return [m.delete(k), m.delete(k), m.delete(1), m.has(k)] })()", "[true, false, false, false]")];
            /// The value of a key.
            Method "get" => get(key: Req Value) -> Value,
                effects [Cached, ReadsHeap], eg [("new WeakMap().get(1)", "undefined"), ("WeakMap.prototype.get.call(new Map(), 1)", "throws TypeError: Method WeakMap.prototype.get called on incompatible receiver #<Map>")];
            /// Sets the value of a key.
            Method "set" => set(key: Req Value, value: Req Value) -> Object,
                effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const k = []; return new WeakMap().set(k, 1).set(k, 2).get(k) })()", "2"), ("new WeakMap().set('a', 1)", "throws TypeError: Invalid value used as weak map key"), ("(() => { const s = Symbol(); return new WeakMap().set(s, 1).has(s) })()", "true")];
            /// True when the key is there.
            Method "has" => has(key: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [("new WeakMap().has({})", "false")];
        }
    };
}
weak_map_rows!(declare);
