//! Rows of `Map` and `Map.prototype`.

/// Hands the rows of `Map` to `$user!`.
#[macro_export]
macro_rules! map_rows {
    ($user:ident) => {
        $user! {
            /// Maps: keys of any type, in the order of insertion.
            class Map in map, receiver Map, inherits Object;

            /// Always a TypeError: maps are made with `new`.
            Call "Map" => call(entries: Rest Value) length 0 -> Value,
                effects [Throws], eg [("Map()", "throws TypeError: Constructor Map requires 'new'")];
            /// A map with the `[key, value]` entries of an iterable.
            Construct "Map" => construct(entries: Opt Value) length 0 -> Map,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[...new Map([['a', 1], ['b', 2], ['a', 3]])]", "[['a', 3], ['b', 2]]"), ("new Map(null).size", "0"), ("new Map([[1]]).get(1)", "undefined"), ("[...new Map(Object.entries({ x: 1 }))]", "[['x', 1]]"),
                    ("[...new Map([[NaN, 1], [-0, 2]])]", "[[NaN, 1], [0, 2]]"),
                    ("new Map(5)", "throws TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))"), ("new Map({})", "throws TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))"),
                    ("new Map([1])", "throws TypeError: Iterator value 1 is not an entry object"), ("new Map('ab')", "throws TypeError: Iterator value a is not an entry object"),
                ];

            /// How many entries there are.
            Getter "size" => size() -> Num,
                effects [Cached, ReadsHeap], eg [("new Map([[1, 2], [1, 3]]).size", "1")];

            /// As `entries`.
            Method "@@iterator" => iterator() -> Iterator,
                effects [Alloc], eg [("new Map()[Symbol.iterator] === Map.prototype.entries", "true")];
            /// Removes all entries.
            Method "clear" => clear() -> Undefined,
                effects [MutatesReceiver], eg [("(() => { const m = new Map([[1, 2]]); m.clear(); return [m.size, m.has(1)] })()", "[0, false]")];
            /// Removes an entry; false when there is none.
            Method "delete" => delete(key: Req Value) -> Bool,
                effects [MutatesReceiver], eg [("new Map([[1, 2]]).delete(1)", "true"), ("new Map().delete(1)", "false"), ("(() => { const m = new Map([[1, 1], [2, 2]]); m.delete(1); m.set(1, 3); return [...m] })()", "[[2, 2], [1, 3]]")];
            /// An iterator over `[key, value]`.
            Method "entries" => entries() -> Iterator,
                effects [Alloc], eg [("[...new Map([[1, 2]]).entries()]", "[[1, 2]]"), ("new Map([[1, 2]]).entries().next()", "{ value: [1, 2], done: false }"), ("String(new Map().keys())", "'[object Map Iterator]'")];
            /// Calls the callback with each value and key.
            Method "forEach" => for_each(callback: Req Visitor) -> Undefined,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("(() => { const seen = []; new Map([['a', 1]]).forEach((value, key, map) => seen.push(value, key, map.size)); return seen })()", "[1, 'a', 1]"),
                    ("(() => { const seen = []; const m = new Map([[1, 1]]); m.forEach((v, k) => { seen.push(k); if (k < 4) m.set(k + 1, 1) }); return seen })()", "[1, 2, 3, 4]"),
                    ("new Map().forEach(5)", "throws TypeError: number 5 is not a function"), ("new Map().forEach()", "throws TypeError: undefined is not a function"),
                ];
            /// The value of a key.
            Method "get" => get(key: Req Value) -> Value,
                effects [Cached, ReadsHeap], eg [("new Map([['a', 1]]).get('a')", "1"), ("new Map().get('a')", "undefined"), ("new Map([[NaN, 1]]).get(NaN)", "1"), ("new Map([[0, 1]]).get(-0)", "1"), ("new Map([[1, 1]]).get('1')", "undefined")];
            /// True when the key is there.
            Method "has" => has(key: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [("new Map([['a', undefined]]).has('a')", "true"), ("new Map().has()", "false")];
            /// An iterator over the keys.
            Method "keys" => keys() -> Iterator,
                effects [Alloc], eg [("[...new Map([[1, 2]]).keys()]", "[1]")];
            /// Sets the value of a key.
            Method "set" => set(key: Req Value, value: Req Value) -> Map,
                effects [Alloc, MutatesReceiver], eg [("[...new Map().set('b', 1).set('a', 2).set('b', 3)]", "[['b', 3], ['a', 2]]"), ("Map.prototype.set.call(new Set(), 1, 2)", "throws TypeError: Method Map.prototype.set called on incompatible receiver #<Set>")];
            /// An iterator over the values.
            Method "values" => values() -> Iterator,
                effects [Alloc], eg [("[...new Map([[1, 2]]).values()]", "[2]"), ("Map.prototype.values.call({})", "throws TypeError: Method Map.prototype.values called on incompatible receiver #<Object>")];
        }
    };
}
map_rows!(declare);
