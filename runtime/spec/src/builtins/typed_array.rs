//! Rows of `%TypedArray%` and of the classes of typed arrays.

/// Hands the rows of `%TypedArray%` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! typed_array_rows { ($user:ident) => { $user! {
    /// What all typed arrays have in common.
    class TypedArray in typed_array, receiver TypedArray, inherits Object;

    /// Always throws: the classes of typed arrays are its subclasses.
    Call "TypedArray" => call(items: Rest Value) -> TypedArray, effects [Throws], eg [];
    /// Always throws: the classes of typed arrays are its subclasses.
    Construct "TypedArray" => construct(items: Rest Value) -> TypedArray, effects [Throws], eg [
        ("new (Object.getPrototypeOf(Int8Array))()", "throws TypeError: Abstract class TypedArray not directly constructable"),
    ];

    /// Of an iterable or array-like object, mapped if a function is given: what the receiver constructs.
    Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
        ("Object.getPrototypeOf(Int8Array).from.call(Int16Array, [1, 70000]).join()", "'1,4464'"), ("Object.getPrototypeOf(Int8Array).from.call(1, [])", "throws TypeError: 1 is not a constructor"), ("Int8Array.hasOwnProperty('from')", "false"),
    ];
    /// Of its arguments: what the receiver constructs.
    Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Object.getPrototypeOf(Int8Array).of.call(Uint8Array, 1, -1).join()", "'1,255'")];

    /// The memory that it shows.
    Getter "buffer" => buffer() -> ArrayBuffer, effects [Throws], eg [("(() => { const b = new ArrayBuffer(8); return new Int16Array(b).buffer === b })()", "true"), ("Buffer.alloc(3).buffer.byteLength", "3")];
    /// How many bytes it shows.
    Getter "byteLength" => byte_length() -> Num, effects [Cached], eg [("new Int16Array(3).byteLength", "6")];
    /// Where it begins in its buffer.
    Getter "byteOffset" => byte_offset() -> Num, effects [Throws], eg [("new Uint8Array(new ArrayBuffer(8), 3).byteOffset", "3"), ("new Int16Array(4).subarray(1).byteOffset", "2")];
    /// The number of elements.
    Getter "length" => length() -> Num, effects [Cached], eg [("new Float64Array(3).length", "3"), ("new Int32Array(new ArrayBuffer(8)).length", "2")];

    /// An iterator over the elements: the same function as `values`.
    Method "@@iterator" => iterator() -> Iterator, effects [Alloc], eg [("[...new Uint8Array([7, 8])]", "[7, 8]"), ("Uint8Array.prototype[Symbol.iterator] === Uint8Array.prototype.values", "true")];
    /// The element at an index, from the end if that is negative.
    Method "at" => at(index: Req Value) -> Value, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).at(-1)", "2"), ("new Uint8Array(1).at(1)", "undefined")];
    /// Copies elements within the array.
    Method "copyWithin" => copy_within(target: Req Value, start: Req Value, end: Opt Value) length 2 -> Object, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("[...new Uint8Array([1, 2, 3, 4]).copyWithin(0, 2)]", "[3, 4, 3, 4]")];
    /// An iterator over `[index, element]`.
    Method "entries" => entries() -> Iterator, effects [Alloc], eg [("[...new Uint8Array([7]).entries()]", "[[0, 7]]")];
    /// Whether the callback accepts all elements.
    Method "every" => every(callback: Req CallbackWithThis) -> Bool, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).every((x) => x > 0)", "true")];
    /// Sets elements to one value.
    Method "fill" => fill(value: Req Value, start: Opt Value, end: Opt Value) length 1 -> TypedArray, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("[...new Int16Array(4).fill(70000, 1, -1)]", "[0, 4464, 4464, 0]")];
    /// The elements that the callback accepts.
    Method "filter" => filter(callback: Req CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...new Uint8Array([1, 2, 3]).filter((x) => x % 2)]", "[1, 3]")];
    /// The first element that the callback accepts.
    Method "find" => find(callback: Req CallbackWithThis) -> Value, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).find((x) => x > 1)", "2")];
    /// The index of the first element that the callback accepts.
    Method "findIndex" => find_index(callback: Req CallbackWithThis) -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).findIndex((x) => x > 1)", "1")];
    /// The last element that the callback accepts.
    Method "findLast" => find_last(callback: Req CallbackWithThis) -> Value, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).findLast((x) => x > 0)", "2")];
    /// The index of the last element that the callback accepts.
    Method "findLastIndex" => find_last_index(callback: Req CallbackWithThis) -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).findLastIndex((x) => x > 2)", "-1")];
    /// Calls the callback for each element.
    Method "forEach" => for_each(callback: Req CallbackWithThis) -> Undefined, effects [Throws, ReadsHeap, CallsBack], eg [("(() => { const seen = []; new Uint8Array([5, 6]).forEach((x, i) => { seen.push(x + i) }); return seen })()", "[5, 7]")];
    /// Whether an element is there.
    Method "includes" => includes(search: Req Value, from: Opt Value) -> Bool, effects [Throws, ReadsHeap, CallsBack], eg [("new Float64Array([NaN]).includes(NaN)", "true")];
    /// The index of the first element that equals a value.
    Method "indexOf" => index_of(search: Req Value, from: Opt Value) -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).indexOf(2)", "1"), ("new Float64Array([NaN]).indexOf(NaN)", "-1")];
    /// The elements as texts with a separator between them.
    Method "join" => join(separator: Opt Value) length 1 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new Int8Array([1, -2]).join('/')", "'1/-2'")];
    /// An iterator over the indices.
    Method "keys" => keys() -> Iterator, effects [Alloc], eg [("[...new Uint8Array(2).keys()]", "[0, 1]")];
    /// The index of the last element that equals a value.
    Method "lastIndexOf" => last_index_of(search: Req Value, from: Given Value) -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2, 1]).lastIndexOf(1)", "2")];
    /// A typed array of the same class of what the callback returns.
    Method "map" => map(callback: Req CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...new Uint8Array([1, 2]).map((x) => x * 200)]", "[200, 144]")];
    /// Combines the elements from the left.
    Method "reduce" => reduce(callback: Req Callback, initial: Given Value) -> Value, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2, 3]).reduce((a, b) => a + b)", "6")];
    /// Combines the elements from the right.
    Method "reduceRight" => reduce_right(callback: Req Callback, initial: Given Value) -> Value, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2, 3]).reduceRight((a, b) => a - b)", "0")];
    /// Turns the order around.
    Method "reverse" => reverse() -> Object, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("[...new Uint8Array([1, 2, 3]).reverse()]", "[3, 2, 1]")];
    /// Copies the elements of another array in.
    Method "set" => set(source: Req Value, offset: Opt Value) length 1 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [
        ("(() => { const a = new Uint8Array(3); a.set([257, '2'], 1); return [...a] })()", "[0, 1, 2]"), ("(() => { const a = new Uint8Array([1, 2, 3]); a.set(a.subarray(0, 2), 1); return [...a] })()", "[1, 1, 2]"),
        ("new Uint8Array(1).set([1, 2])", "throws RangeError: offset is out of bounds"), ("new Uint8Array(1).set([1], -1)", "throws RangeError: offset is out of bounds"),
    ];
    /// A copy of a part.
    Method "slice" => slice(start: Req Value, end: Opt Value) length 2 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...new Int16Array([1, 2, 3]).slice(-2)]", "[2, 3]"), ("(() => { const a = new Uint8Array([1]); a.slice()[0] = 2; return a[0] })()", "1")];
    /// Whether the callback accepts some element.
    Method "some" => some(callback: Req CallbackWithThis) -> Bool, effects [Throws, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).some((x) => x > 1)", "true")];
    /// Sorts by number, or by a comparator.
    Method "sort" => sort(comparator: Opt Comparator) length 1 -> Object, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("[...new Float64Array([3, NaN, -0, 0, 10, -1]).sort()]", "[-1, -0, 0, 3, 10, NaN]"), ("[...new Uint8Array([1, 3, 2]).sort((a, b) => b - a)]", "[3, 2, 1]")];
    /// A part that shares the memory.
    Method "subarray" => subarray(begin: Req Value, end: Opt Value) length 2 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(() => { const a = new Int16Array([1, 2, 3]); a.subarray(1)[0] = 9; return [...a] })()", "[1, 9, 3]")];
    /// The elements as people write them, with commas between them.
    Method "toLocaleString" => to_locale_string(locales: Opt Value, options: Opt Value) -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new Uint8Array([1, 2]).toLocaleString()", "'1,2'")];
    /// A reversed copy.
    Method "toReversed" => to_reversed() -> TypedArray, effects [Alloc], eg [("[...new Uint8Array([1, 2]).toReversed()]", "[2, 1]")];
    /// A sorted copy.
    Method "toSorted" => to_sorted(comparator: Opt Comparator) length 1 -> Object, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...new Uint8Array([10, 9]).toSorted()]", "[9, 10]")];
    /// The elements as texts with commas between them.
    Method "toString" => to_string() -> Value, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("String(new Uint8Array([1, 2]))", "'1,2'")];
    /// An iterator over the elements.
    Method "values" => values() -> Iterator, effects [Alloc], eg [("[...new Uint8Array([7]).values()]", "[7]")];
    /// A copy with another element.
    Method "with" => with(index: Req Value, value: Req Value) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...new Uint8Array([1, 2]).with(-1, 300)]", "[1, 44]"), ("new Uint8Array(1).with(1, 0)", "throws RangeError: Invalid typed array index")];
} } }
typed_array_rows!(declare);

/// Rows of `Int8Array`.
pub mod int8_array {
    /// Hands the rows of `Int8Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! int8_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 1 byte each.
        class Int8Array in int8_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Int8Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Int8Array(1)", "throws TypeError: Constructor Int8Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Int8Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Int8Array([127, 128, -129, 1.9, '3', NaN])]", "[127, -128, 127, 1, 3, 0]"), ("new Int8Array(2).length", "2"), ("new Int8Array().length", "0"), ("new Int8Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Int8Array.BYTES_PER_ELEMENT", "1")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Int8Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Int8Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Int8Array.of(1, '2')]", "[1, 2]")];
    } } }
    int8_array_rows!(declare);
}

/// Rows of `Uint8Array`.
pub mod uint8_array {
    /// Hands the rows of `Uint8Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! uint8_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 1 byte each.
        class Uint8Array in uint8_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Uint8Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Uint8Array(1)", "throws TypeError: Constructor Uint8Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Uint8Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Uint8Array([255, 256, -1, 1.9, '3', NaN, Infinity])]", "[255, 0, 255, 1, 3, 0, 0]"), ("new Uint8Array(2).length", "2"), ("new Uint8Array().length", "0"), ("new Uint8Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Uint8Array.BYTES_PER_ELEMENT", "1")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint8Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Uint8Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint8Array.of(1, '2')]", "[1, 2]")];
    } } }
    uint8_array_rows!(declare);
}

/// Rows of `Uint8ClampedArray`.
pub mod uint8_clamped_array {
    /// Hands the rows of `Uint8ClampedArray` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! uint8_clamped_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 1 byte each.
        class Uint8ClampedArray in uint8_clamped_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Uint8ClampedArray" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Uint8ClampedArray(1)", "throws TypeError: Constructor Uint8ClampedArray requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Uint8ClampedArray" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Uint8ClampedArray([255, 256, -1, 0.5, 1.5, 2.5, NaN, 1e9])]", "[255, 255, 0, 0, 2, 2, 0, 255]"), ("new Uint8ClampedArray(2).length", "2"), ("new Uint8ClampedArray().length", "0"), ("new Uint8ClampedArray(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Uint8ClampedArray.BYTES_PER_ELEMENT", "1")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint8ClampedArray.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Uint8ClampedArray.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint8ClampedArray.of(1, '2')]", "[1, 2]")];
    } } }
    uint8_clamped_array_rows!(declare);
}

/// Rows of `Int16Array`.
pub mod int16_array {
    /// Hands the rows of `Int16Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! int16_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 2 bytes each.
        class Int16Array in int16_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Int16Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Int16Array(1)", "throws TypeError: Constructor Int16Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Int16Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Int16Array([32768, -32769])]", "[-32768, 32767]"), ("new Int16Array(2).length", "2"), ("new Int16Array().length", "0"), ("new Int16Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Int16Array.BYTES_PER_ELEMENT", "2")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Int16Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Int16Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Int16Array.of(1, '2')]", "[1, 2]")];
    } } }
    int16_array_rows!(declare);
}

/// Rows of `Uint16Array`.
pub mod uint16_array {
    /// Hands the rows of `Uint16Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! uint16_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 2 bytes each.
        class Uint16Array in uint16_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Uint16Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Uint16Array(1)", "throws TypeError: Constructor Uint16Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Uint16Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Uint16Array([65536, -1])]", "[0, 65535]"), ("new Uint16Array(2).length", "2"), ("new Uint16Array().length", "0"), ("new Uint16Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Uint16Array.BYTES_PER_ELEMENT", "2")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint16Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Uint16Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint16Array.of(1, '2')]", "[1, 2]")];
    } } }
    uint16_array_rows!(declare);
}

/// Rows of `Int32Array`.
pub mod int32_array {
    /// Hands the rows of `Int32Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! int32_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 4 bytes each.
        class Int32Array in int32_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Int32Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Int32Array(1)", "throws TypeError: Constructor Int32Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Int32Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Int32Array([2147483648, -1.5])]", "[-2147483648, -1]"), ("new Int32Array(2).length", "2"), ("new Int32Array().length", "0"), ("new Int32Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Int32Array.BYTES_PER_ELEMENT", "4")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Int32Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Int32Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Int32Array.of(1, '2')]", "[1, 2]")];
    } } }
    int32_array_rows!(declare);
}

/// Rows of `Uint32Array`.
pub mod uint32_array {
    /// Hands the rows of `Uint32Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! uint32_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 4 bytes each.
        class Uint32Array in uint32_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Uint32Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Uint32Array(1)", "throws TypeError: Constructor Uint32Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Uint32Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Uint32Array([4294967296, -1])]", "[0, 4294967295]"), ("new Uint32Array(2).length", "2"), ("new Uint32Array().length", "0"), ("new Uint32Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Uint32Array.BYTES_PER_ELEMENT", "4")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint32Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Uint32Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Uint32Array.of(1, '2')]", "[1, 2]")];
    } } }
    uint32_array_rows!(declare);
}

/// Rows of `Float32Array`.
pub mod float32_array {
    /// Hands the rows of `Float32Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! float32_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 4 bytes each.
        class Float32Array in float32_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Float32Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Float32Array(1)", "throws TypeError: Constructor Float32Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Float32Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Float32Array([0.1, 1e40, -0])]", "[0.10000000149011612, Infinity, -0]"), ("new Float32Array(2).length", "2"), ("new Float32Array().length", "0"), ("new Float32Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Float32Array.BYTES_PER_ELEMENT", "4")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Float32Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Float32Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Float32Array.of(1, '2')]", "[1, 2]")];
    } } }
    float32_array_rows!(declare);
}

/// Rows of `Float64Array`.
pub mod float64_array {
    /// Hands the rows of `Float64Array` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! float64_array_rows { ($user:ident) => { $user! {
        /// A typed array whose elements take 8 bytes each.
        class Float64Array in float64_array, receiver TypedArray, inherits TypedArray;

        /// Always throws: it needs `new`.
        Call "Float64Array" => call(items: Rest Value) length 3 -> TypedArray, effects [Throws], eg [("Float64Array(1)", "throws TypeError: Constructor Float64Array requires 'new'")];
        /// So many zeros, a copy of other elements, or a view of an ArrayBuffer.
        Construct "Float64Array" => construct(items: Rest Value) length 3 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("[...new Float64Array([0.1, NaN, '5'])]", "[0.1, NaN, 5]"), ("new Float64Array(2).length", "2"), ("new Float64Array().length", "0"), ("new Float64Array(-1)", "throws RangeError: Invalid typed array length: -1"),
        ];
        /// Bytes per element.
        Constant "BYTES_PER_ELEMENT" => BYTES_PER_ELEMENT() -> Num, effects [Pure], eg [("Float64Array.BYTES_PER_ELEMENT", "8")];
        /// Of an iterable or array-like object, mapped if a function is given.
        Static "from" => from(source: Req Value, mapper: Opt CallbackWithThis) -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Float64Array.from([1, 2], (x) => x * 2)]", "[2, 4]"), ("[...Float64Array.from({ length: 1, 0: '7' })]", "[7]")];
        /// Of its arguments.
        Static "of" => of(items: Rest Value) length 0 -> TypedArray, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Float64Array.of(1, '2')]", "[1, 2]")];
    } } }
    float64_array_rows!(declare);
}
