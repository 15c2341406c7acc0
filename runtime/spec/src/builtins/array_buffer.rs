//! Rows of `ArrayBuffer` and `DataView`.

/// Hands the rows of `ArrayBuffer` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! array_buffer_rows { ($user:ident) => { $user! {
    /// Memory that typed arrays show.
    class ArrayBuffer in array_buffer, receiver ArrayBuffer, inherits Object;

    /// Always throws: it needs `new`.
    Call "ArrayBuffer" => call(items: Rest Value) length 1 -> ArrayBuffer, effects [Throws], eg [("ArrayBuffer(1)", "throws TypeError: Constructor ArrayBuffer requires 'new'")];
    /// So many zero bytes.
    Construct "ArrayBuffer" => construct(length: Req Value, options: Opt Value) length 1 -> ArrayBuffer, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
        ("new ArrayBuffer(5).byteLength", "5"), ("new ArrayBuffer().byteLength", "0"), ("new ArrayBuffer(-1)", "throws RangeError: Invalid array buffer length"), ("Object.prototype.toString.call(new ArrayBuffer(1))", "'[object ArrayBuffer]'"),
    ];

    /// True for typed arrays and DataViews.
    Static "isView" => is_view(value: Req Value) -> Bool, effects [Cached], eg [("ArrayBuffer.isView(Buffer.from('a'))", "true"), ("ArrayBuffer.isView(new ArrayBuffer(1))", "false"), ("ArrayBuffer.isView([])", "false")];

    /// The number of bytes.
    Getter "byteLength" => byte_length() -> Num, effects [Cached], eg [("new Uint8Array([1, 2]).buffer.byteLength", "2")];
    /// The number of bytes that it may grow to.
    Getter "maxByteLength" => max_byte_length() -> Num, effects [Cached], eg [("new ArrayBuffer(3).maxByteLength", "3")];
    /// Whether it can grow or shrink. None can here.
    Getter "resizable" => resizable() -> Bool, effects [Cached], eg [("new ArrayBuffer(3).resizable", "false")];
    /// Always throws: no buffer can be resized.
    Method "resize" => resize(newLength: Req Value) -> Undefined, effects [Throws], eg [("new ArrayBuffer(3).resize(1)", "throws TypeError: Method ArrayBuffer.prototype.resize called on incompatible receiver #<ArrayBuffer>")];
    /// A copy of a part.
    Method "slice" => slice(start: Req Value, end: Opt Value) length 2 -> ArrayBuffer, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...new Uint8Array(new Uint8Array([1, 2, 3]).buffer.slice(1))]", "[2, 3]"), ("new ArrayBuffer(5).slice(-2, 9).byteLength", "2")];
} } }
array_buffer_rows!(declare);

/// Rows of `DataView`.
pub mod data_view {
    /// Hands the rows of `DataView` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! data_view_rows { ($user:ident) => { $user! {
        /// Numbers of all types anywhere in an ArrayBuffer.
        class DataView in data_view, receiver DataView, inherits Object;

        /// Always throws: it needs `new`.
        Call "DataView" => call(items: Rest Value) length 1 -> DataView, effects [Throws], eg [("DataView(new ArrayBuffer(1))", "throws TypeError: Constructor DataView requires 'new'")];
        /// A view of an ArrayBuffer, or of a part.
        Construct "DataView" => construct(buffer: Req Value, byte_offset: Opt Value, byte_length: Opt Value) length 1 -> DataView, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("new DataView(new ArrayBuffer(8), 2).byteLength", "6"), ("new DataView([])", "throws TypeError: First argument to DataView constructor must be an ArrayBuffer"), ("new DataView(new ArrayBuffer(1), 2)", "throws RangeError: Start offset 2 is outside the bounds of the buffer"), ("new DataView(new ArrayBuffer(4), 1, 4)", "throws RangeError: Invalid DataView length 4"),
        ];

        /// The memory that it shows.
        Getter "buffer" => buffer() -> ArrayBuffer, effects [Cached], eg [("new DataView(new ArrayBuffer(8)).buffer.byteLength", "8")];
        /// How many bytes it shows.
        Getter "byteLength" => byte_length() -> Num, effects [Cached], eg [("new DataView(new ArrayBuffer(8)).byteLength", "8")];
        /// Where it begins in its buffer.
        Getter "byteOffset" => byte_offset() -> Num, effects [Cached], eg [("new DataView(new ArrayBuffer(8), 3).byteOffset", "3")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getFloat32" => get_float32(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getFloat32(0)", "0"), ("new DataView(new ArrayBuffer(4)).getFloat32(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setFloat32" => set_float32(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setFloat32(1, 1.5); return [v.getFloat32(1), new Uint8Array(v.buffer)[1]] })()", "[1.5, 63]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getFloat64" => get_float64(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getFloat64(0)", "0"), ("new DataView(new ArrayBuffer(8)).getFloat64(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setFloat64" => set_float64(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setFloat64(1, -0.1); return [v.getFloat64(1), new Uint8Array(v.buffer)[1]] })()", "[-0.1, 191]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getInt16" => get_int16(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getInt16(0)", "0"), ("new DataView(new ArrayBuffer(2)).getInt16(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setInt16" => set_int16(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setInt16(1, -2); return [v.getInt16(1), new Uint8Array(v.buffer)[1]] })()", "[-2, 255]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getInt32" => get_int32(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getInt32(0)", "0"), ("new DataView(new ArrayBuffer(4)).getInt32(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setInt32" => set_int32(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setInt32(1, -3); return [v.getInt32(1), new Uint8Array(v.buffer)[1]] })()", "[-3, 255]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getInt8" => get_int8(byteOffset: Req Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getInt8(0)", "0"), ("new DataView(new ArrayBuffer(1)).getInt8(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setInt8" => set_int8(byteOffset: Req Value, value: Req Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setInt8(1, -4); return [v.getInt8(1), new Uint8Array(v.buffer)[1]] })()", "[-4, 252]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getUint16" => get_uint16(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getUint16(0)", "0"), ("new DataView(new ArrayBuffer(2)).getUint16(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setUint16" => set_uint16(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setUint16(1, 65535); return [v.getUint16(1), new Uint8Array(v.buffer)[1]] })()", "[65535, 255]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getUint32" => get_uint32(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getUint32(0)", "0"), ("new DataView(new ArrayBuffer(4)).getUint32(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setUint32" => set_uint32(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setUint32(1, 4294967295); return [v.getUint32(1), new Uint8Array(v.buffer)[1]] })()", "[4294967295, 255]")];
        /// Reads a number, big-endian unless said otherwise.
        Method "getUint8" => get_uint8(byteOffset: Req Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack], eg [("new DataView(new ArrayBuffer(8)).getUint8(0)", "0"), ("new DataView(new ArrayBuffer(1)).getUint8(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a number, big-endian unless said otherwise.
        Method "setUint8" => set_uint8(byteOffset: Req Value, value: Req Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setUint8(1, 255); return [v.getUint8(1), new Uint8Array(v.buffer)[1]] })()", "[255, 255]")];
        /// Reads a 64-bit integer, big-endian unless said otherwise.
        Method "getBigInt64" => get_big_int64(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Value, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(8)); v.setInt8(0, -1); return v.getBigInt64(0) })()", "-72057594037927936n"), ("new DataView(new ArrayBuffer(8)).getBigInt64(1)", "throws RangeError: Offset is outside the bounds of the DataView")];
        /// Writes a 64-bit integer, big-endian unless said otherwise.
        Method "setBigInt64" => set_big_int64(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(9)); v.setBigInt64(1, -2n, true); return [v.getBigInt64(1, true), v.getUint8(1)] })()", "[-2n, 254]"), ("new DataView(new ArrayBuffer(8)).setBigInt64(0, 1)", "throws TypeError: Cannot convert 1 to a BigInt")];
        /// Reads a 64-bit integer without sign, big-endian unless said otherwise.
        Method "getBigUint64" => get_big_uint64(byteOffset: Req Value, littleEndian: Opt Value) length 1 -> Value, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(8)); v.setInt8(0, -1); return v.getBigUint64(0) })()", "18374686479671623680n")];
        /// Writes a 64-bit integer without sign, big-endian unless said otherwise.
        Method "setBigUint64" => set_big_uint64(byteOffset: Req Value, value: Req Value, littleEndian: Opt Value) length 2 -> Undefined, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const v = new DataView(new ArrayBuffer(8)); v.setBigUint64(0, -1n); return v.getBigUint64(0) })()", "18446744073709551615n")];
    } } }
    data_view_rows!(declare);
}
