//! Rows of `Set` and `Set.prototype`.

/// Hands the rows of `Set` to `$user!`.
#[macro_export]
macro_rules! set_rows {
    ($user:ident) => {
        $user! {
            /// Sets: values of any type, in the order of insertion.
            class Set in set, receiver Set, inherits Object;

            /// Always a TypeError: sets are made with `new`.
            Call "Set" => call(values: Rest Value) length 0 -> Value,
                effects [Throws], eg [("Set()", "throws TypeError: Constructor Set requires 'new'")];
            /// A set with the values of an iterable.
            Construct "Set" => construct(values: Opt Value) length 0 -> Set,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[...new Set([3, 1, 3, 2])]", "[3, 1, 2]"), ("new Set(null).size", "0"), ("[...new Set('abca')]", "['a', 'b', 'c']"), ("[...new Set([-0, NaN, NaN])]", "[0, NaN]"),
                    ("new Set(5)", "throws TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))"), ("new Set(true)", "throws TypeError: boolean true is not iterable (cannot read property Symbol(Symbol.iterator))"),
                    ("new Set(x => 1)", "throws TypeError: function is not iterable (cannot read property Symbol(Symbol.iterator))"),
                ];

            /// How many values there are.
            Getter "size" => size() -> Num,
                effects [Cached, ReadsHeap], eg [("new Set([1, 1, '1']).size", "2")];

            /// As `values`.
    Method "@@iterator" => iterator() -> Iterator,
        effects [Alloc], eg [("new Set()[Symbol.iterator] === Set.prototype.keys", "true")];
    /// Adds a value.
            Method "add" => add(value: Req Value) -> Set,
                effects [Alloc, MutatesReceiver], eg [("[...new Set().add('b').add('a').add('b')]", "['b', 'a']"), ("[...new Set().add()]", "[undefined]")];
            /// Removes all values.
            Method "clear" => clear() -> Undefined,
                effects [MutatesReceiver], eg [("(() => { const s = new Set([1]); s.clear(); return s.size })()", "0")];
            /// Removes a value; false when it is not there.
            Method "delete" => delete(value: Req Value) -> Bool,
                effects [MutatesReceiver], eg [("new Set([1]).delete(1)", "true"), ("new Set().delete(1)", "false"), ("(() => { const s = new Set([1, 2]); s.delete(1); s.add(1); return [...s] })()", "[2, 1]")];
            /// An iterator over `[value, value]`.
            Method "entries" => entries() -> Iterator,
                effects [Alloc], eg [("[...new Set(['a']).entries()]", "[['a', 'a']]")];
            /// Calls the callback with each value.
            Method "forEach" => for_each(callback: Req Visitor) -> Undefined,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("(() => { const seen = []; new Set(['a']).forEach((value, key, set) => seen.push(value, key, set.size)); return seen })()", "['a', 'a', 1]"),
                    ("(() => { const seen = []; const s = new Set([1, 2, 3]); s.forEach(x => { seen.push(x); if (x < 3) { s.delete(x); s.add(x + 10) } }); return seen })()", "[1, 2, 3, 11, 12]"),
                    ("new Set().forEach({})", "throws TypeError: object is not a function"),
                ];
            /// True when the value is there.
            Method "has" => has(value: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [("new Set(['a']).has('a')", "true"), ("new Set([1]).has('1')", "false"), ("new Set([NaN]).has(NaN)", "true"), ("new Set([0]).has(-0)", "true"), ("new Set([{}]).has({})", "false")];
            /// An iterator over the values.
            Method "keys" => keys() -> Iterator,
                effects [Alloc], eg [("[...new Set([1, 2]).keys()]", "[1, 2]"), ("Set.prototype.keys.call({})", "throws TypeError: Method Set.prototype.values called on incompatible receiver #<Object>")];
            /// An iterator over the values.
            Method "values" => values() -> Iterator,
                effects [Alloc], eg [("[...new Set([1, 2]).values()]", "[1, 2]"), ("String(new Set().values())", "'[object Set Iterator]'")];
        }
    };
}
set_rows!(declare);
