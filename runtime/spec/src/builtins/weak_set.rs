//! Rows of `WeakSet` and `WeakSet.prototype`.

/// Hands the rows of `WeakSet` to `$user!`.
#[macro_export]
macro_rules! weak_set_rows {
    ($user:ident) => {
        $user! {
            /// Sets of objects, which they do not keep alive.
            class WeakSet in weak_set, receiver WeakSet, inherits Object;

            /// Always a TypeError: sets are made with `new`.
            Call "WeakSet" => call(values: Rest Value) length 0 -> Value,
                effects [Throws], eg [("WeakSet()", "throws TypeError: Constructor WeakSet requires 'new'")];
            /// A set with the values of an iterable.
            Construct "WeakSet" => construct(values: Opt Value) length 0 -> Object,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(() => { const k = {}; return new WeakSet([k]).has(k) })()", "true"), ("new WeakSet([1])", "throws TypeError: Invalid value used in weak set"), ("String(new WeakSet())", "'[object WeakSet]'")];

            /// Removes a value; false when it is not there.
            Method "delete" => delete(value: Req Value) -> Bool,
                effects [Cached, MutatesReceiver], eg [("(() => { const k = {}; const s = new WeakSet([k]); return [s.delete(k), s.delete(k), s.delete(1), s.has(k)] })()", "[true, false, false, false]")];
            /// True when the value is there.
            Method "has" => has(value: Req Value) -> Bool,
                effects [Cached, ReadsHeap], eg [("new WeakSet().has(1)", "false")];
            /// Adds a value.
            Method "add" => add(value: Req Value) -> Object,
                effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const k = []; return new WeakSet().add(k).add(k).has(k) })()", "true"), ("new WeakSet().add(Symbol.for('a'))", "throws TypeError: Invalid value used in weak set"), ("WeakSet.prototype.add.call({}, {})", "throws TypeError: Method WeakSet.prototype.add called on incompatible receiver #<Object>")];
        }
    };
}
weak_set_rows!(declare);
