//! Rows of `Buffer`.

/// Hands the rows of `Buffer` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! buffer_rows {
    ($user:ident) => {
        $user! {
            /// Node's bytes. The sandbox's Buffer was that of the host, whose instances are no instances of the sandbox's Uint8Array.
            class Buffer in buffer, receiver Buffer, inherits TypedArray;

            /// So many zero bytes, or what `Buffer.from` makes. Node calls this deprecated.
            Call "Buffer" => call(value: Req Value, encoding: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Buffer('abc').toString()", "'abc'"), ("Buffer(2).toString('hex')", "'0000'"), ("typeof Buffer", "'function'"),
                    ("Buffer(-1)", "throws RangeError: The value of \"size\" is out of range. It must be >= 0 && <= 4294967296. Received -1"),
                ];
            /// So many zero bytes, or what `Buffer.from` makes. Node calls this deprecated.
            Construct "Buffer" => construct(value: Req Value, encoding: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new Buffer([1, 2]).toString('hex')", "'0102'")];

            /// So many bytes, zero unless something is given to fill them.
            Static "alloc" => alloc(size: Req Value, fill: Opt Value, encoding: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[...Buffer.alloc(3)]", "[0, 0, 0]"), ("Buffer.alloc(5, 'ab').toString()", "'ababa'"), ("Buffer.alloc(3, 'YQ==', 'base64').toString()", "'aaa'"), ("[...Buffer.alloc(2, 257)]", "[1, 1]"),
                    ("Buffer.alloc('5')", "throws TypeError: The \"size\" argument must be of type number. Received type string ('5')"), ("Buffer.alloc(1, 'zz', 'hex')", "throws TypeError: The argument 'value' is invalid. Received 'zz'"),
                ];
            /// So many bytes of any value.
            Static "allocUnsafe" => alloc_unsafe(size: Req Value) length 1 -> Buffer, effects [Throws, Alloc], eg [("Buffer.allocUnsafe(3).length", "3")];
            /// So many bytes of any value, with a buffer of their own.
            Static "allocUnsafeSlow" => alloc_unsafe_slow(size: Req Value) length 1 -> Buffer, effects [Throws, Alloc], eg [("Buffer.allocUnsafeSlow(3).length", "3")];
            /// -1, 0 or 1: how the bytes of one compare with those of another.
            Static "compare" => compare_buffers(buf1: Req Value, buf2: Req Value) length 2 -> Num, effects [Throws], eg [("[Buffer.from('b'), Buffer.from('a')].sort(Buffer.compare).join()", "'a,b'"), ("Buffer.compare('a', Buffer.from(''))", "throws TypeError: The \"buf1\" argument must be an instance of Buffer or Uint8Array. Received type string ('a')")];
            /// The bytes of several buffers, one after the other.
            Static "concat" => concat(list: Req Value, totalLength: Opt Value) length 2 -> Buffer, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                ("Buffer.concat([Buffer.from('a'), new Uint8Array([98])]).toString()", "'ab'"), ("[...Buffer.concat([Buffer.from('abc')], 2)]", "[97, 98]"), ("[...Buffer.concat([Buffer.from('a')], 3)]", "[97, 0, 0]"),
                ("Buffer.concat(['a'])", "throws TypeError: The \"list[0]\" argument must be an instance of Buffer or Uint8Array. Received type string ('a')"),
            ];
            /// Of its arguments.
            Static "of" => of(items: Rest Value) length 0 -> Buffer, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[...Buffer.of(1, 257)]", "[1, 1]")];
            /// What Node takes its pool from at a time.
            Constant "poolSize" => POOL_SIZE() -> Num, effects [Pure], eg [("Buffer.poolSize", "8192")];

            /// The number of bytes of a string in an encoding.
            Static "byteLength" => byte_length(string: Req Value, encoding: Opt Value) length 2 -> Num,
                effects [Throws, ReadsHeap], eg [
                    ("Buffer.byteLength('é😀')", "6"), ("Buffer.byteLength('YQ==', 'base64')", "1"), ("Buffer.byteLength('abc', 'hex')", "1"), ("Buffer.byteLength('é', 'latin1')", "1"), ("Buffer.byteLength('é', 'utf16le')", "2"),
                    ("Buffer.byteLength(Buffer.from('abc'))", "3"),
                    ("Buffer.byteLength(5)", "throws TypeError: The \"string\" argument must be of type string or an instance of Buffer or ArrayBuffer. Received type number (5)"),
                ];
            /// The bytes of a string in an encoding, of an array of numbers, or of another buffer.
            Static "from" => from(value: Req Value, encodingOrOffset: Opt Value, length: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Buffer.from('aé😀\\ud800').toString('hex')", "'61c3a9f09f9880efbfbd'"), ("Buffer.from('aé😀Ā', 'latin1').toString('hex')", "'61e93d0000'"), ("Buffer.from('aé😀', 'utf16le').toString('hex')", "'6100e9003dd800de'"),
                    ("Buffer.from('61zz62', 'hex').toString()", "'a'"), ("Buffer.from('616', 'hex').toString()", "'a'"), ("Buffer.from('YQ', 'base64').toString()", "'a'"), ("Buffer.from('Y Q\\n=\\n=', 'base64').toString()", "'a'"),
                    ("Buffer.from('YWI=YQ==', 'base64').toString()", "'ab'"), ("Buffer.from('Y-_*/+', 'base64').toString('hex')", "'63efff'"), ("Buffer.from('YWJjZ', 'base64').toString()", "'abc'"), ("Buffer.from('====YWJj', 'base64').length", "0"),
                    ("Buffer.from([1, 2, 300, -1, '5', 1.7, NaN]).toString('hex')", "'01022cff050100'"), ("Buffer.from({ type: 'Buffer', data: [1, 2] }).toString('hex')", "'0102'"), ("Buffer.from(new String('abc')).toString()", "'abc'"),
                    ("Buffer.from('a', 5).toString()", "'a'"), ("[...Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1)]", "[2, 3]"), ("[...Buffer.from(new Uint16Array([257, 2]))]", "[1, 2]"),
                    ("(() => { const a = new Uint8Array(2); Buffer.from(a.buffer)[1] = 7; return a[1] })()", "7"), ("Buffer.from(new ArrayBuffer(2), 3)", "throws RangeError: \"offset\" is outside of buffer bounds"),
                    ("Buffer.from('a', 'foo')", "throws TypeError: Unknown encoding: foo"),
                    ("Buffer.from(5)", "throws TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received type number (5)"),
                    ("Buffer.from(null)", "throws TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received null"),
                    ("Buffer.from({ a: 1 })", "throws TypeError: The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received an instance of Object"),
                ];
            /// True for buffers.
            Static "isBuffer" => is_buffer(value: Req Value) -> Bool,
                effects [Cached], eg [("Buffer.isBuffer(Buffer.from('a'))", "true"), ("Buffer.isBuffer([1])", "false")];
            /// True for the name of an encoding.
            Static "isEncoding" => is_encoding(encoding: Req Value) -> Bool,
                effects [Cached], eg [("Buffer.isEncoding('UTF8')", "true"), ("Buffer.isEncoding('x')", "false"), ("Buffer.isEncoding(5)", "false"), ("Buffer.isEncoding('')", "false")];

            /// -1, 0 or 1: how the bytes compare with those of another.
            Method "compare" => compare(target: Req Value, targetStart: Opt Value, targetEnd: Opt Value, sourceStart: Opt Value, sourceEnd: Opt Value) length 5 -> Num,
                effects [Throws], eg [("Buffer.from('abc').compare(Buffer.from('abd'))", "-1"), ("Buffer.from('abcd').compare(Buffer.from('xbcx'), 1, 3, 1, 3)", "0"), ("Buffer.from('a').compare(Buffer.from('a'), 0, 5)", "throws RangeError: The value of \"targetEnd\" is out of range. It must be >= 0 && <= 1. Received 5")];
            /// Copies bytes into another buffer: how many.
            Method "copy" => copy(target: Req Value, targetStart: Opt Value, sourceStart: Opt Value, sourceEnd: Opt Value) length 4 -> Num,
                effects [Throws, MutatesArgument, ReadsHeap, CallsBack], eg [("(() => { const b = Buffer.alloc(3); return [Buffer.from('abcd').copy(b, 1, 2), b.toString('hex')] })()", "[2, '006364']"), ("Buffer.from('a').copy('x')", "throws TypeError: The \"target\" argument must be an instance of Buffer or Uint8Array. Received type string ('x')")];
            /// Fills bytes with a text, a number or other bytes, again and again.
            Method "fill" => fill(value: Req Value, offset: Opt Value, end: Opt Value, encoding: Opt Value) length 4 -> Buffer,
                effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(5).fill('ab', 1, 4).toString('hex')", "'0061626100'"), ("Buffer.alloc(3).fill('6162', 'hex').toString()", "'aba'"), ("Buffer.alloc(2).fill(1, -1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 && <= 4294967296. Received -1")];
            /// Whether a byte, text or other bytes are there.
            Method "includes" => includes(value: Req Value, byteOffset: Opt Value, encoding: Opt Value) length 3 -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [("Buffer.from('abc').includes('bc')", "true"), ("Buffer.from('abc').includes(97, 1)", "false")];
            /// Where a byte, text or other bytes are first.
            Method "indexOf" => index_of(value: Req Value, byteOffset: Opt Value, encoding: Opt Value) length 3 -> Num,
                effects [Throws, ReadsHeap, CallsBack], eg [("Buffer.from('abcabc').indexOf('c', 3)", "5"), ("Buffer.from('abc').indexOf(Buffer.from('bc'))", "1"), ("Buffer.from('abc').indexOf('', 9)", "3"), ("Buffer.from('abc').indexOf({})", "throws TypeError: The \"value\" argument must be one of type number or string or an instance of Buffer or Uint8Array. Received an instance of Object")];
            /// Where a byte, text or other bytes are last.
            Method "lastIndexOf" => last_index_of(value: Req Value, byteOffset: Opt Value, encoding: Opt Value) length 3 -> Num,
                effects [Throws, ReadsHeap, CallsBack], eg [("Buffer.from('abcabc').lastIndexOf('b', 3)", "1"), ("Buffer.from('abc').lastIndexOf('c', -5)", "-1")];
            /// A part that shares the memory.
            Method "slice" => slice(start: Req Value, end: Opt Value) length 2 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Buffer.from('abcd').slice(-3, -1).toString()", "'bc'"), ("(() => { const b = Buffer.from('abc'); b.slice(1)[0] = 120; return b.toString() })()", "'axc'")];
            /// A part that shares the memory.
            Method "subarray" => subarray(start: Req Value, end: Opt Value) length 2 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Buffer.from('abcd').subarray(1, 3).toString()", "'bc'")];
            /// The bytes as a string.
            Method "toLocaleString" => to_locale_string(encoding: Given Value, start: Opt Value, end: Opt Value) length 3 -> Str,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Buffer.from('é').toLocaleString()", "'é'")];
            /// Writes as much of a text as there is room for, in whole characters: how many bytes.
            Method "write" => write(string: Req Value, offset: Opt Value, length: Opt Value, encoding: Opt Value) length 4 -> Num,
                effects [Throws, MutatesReceiver, ReadsHeap], eg [("(() => { const b = Buffer.alloc(5); return [b.write('ééé', 1), b.toString('hex')] })()", "[4, '00c3a9c3a9']"), ("Buffer.alloc(2).write('6162', 'hex')", "2"), ("Buffer.alloc(2).write('a', 3)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 && <= 2. Received 3"), ("Buffer.alloc(2).write(5)", "throws TypeError: argument must be a string")];
            /// Reads a number.
            Method "readUInt8" => read_u_int8(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeUInt8(200, 1), b.readUInt8(1), b.toString('hex')] })()", "[2, 200, '00c800000000000000']"), ("Buffer.alloc(1).readUInt8(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeUInt8" => write_u_int8(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(1).writeUInt8(1)", "1")];
            /// Reads a number.
            Method "readUint8" => read_uint8(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("Buffer.alloc(1).readUint8()", "0")];
            /// Writes a number; the offset behind it.
            Method "writeUint8" => write_uint8(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(1).writeUint8(1)", "1")];
            /// Reads a number.
            Method "readInt8" => read_int8(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeInt8(-2, 1), b.readInt8(1), b.toString('hex')] })()", "[2, -2, '00fe00000000000000']"), ("Buffer.alloc(1).readInt8(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeInt8" => write_int8(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(1).writeInt8(1)", "1")];
            /// Reads a number.
            Method "readUInt16LE" => read_u_int16_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeUInt16LE(258, 1), b.readUInt16LE(1), b.toString('hex')] })()", "[3, 258, '000201000000000000']"), ("Buffer.alloc(2).readUInt16LE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeUInt16LE" => write_u_int16_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(2).writeUInt16LE(1)", "2")];
            /// Reads a number.
            Method "readUint16LE" => read_uint16_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("Buffer.alloc(2).readUint16LE()", "0")];
            /// Writes a number; the offset behind it.
            Method "writeUint16LE" => write_uint16_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(2).writeUint16LE(1)", "2")];
            /// Reads a number.
            Method "readUInt16BE" => read_u_int16_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeUInt16BE(258, 1), b.readUInt16BE(1), b.toString('hex')] })()", "[3, 258, '000102000000000000']"), ("Buffer.alloc(2).readUInt16BE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeUInt16BE" => write_u_int16_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(2).writeUInt16BE(1)", "2")];
            /// Reads a number.
            Method "readUint16BE" => read_uint16_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("Buffer.alloc(2).readUint16BE()", "0")];
            /// Writes a number; the offset behind it.
            Method "writeUint16BE" => write_uint16_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(2).writeUint16BE(1)", "2")];
            /// Reads a number.
            Method "readInt16LE" => read_int16_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeInt16LE(-2, 1), b.readInt16LE(1), b.toString('hex')] })()", "[3, -2, '00feff000000000000']"), ("Buffer.alloc(2).readInt16LE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeInt16LE" => write_int16_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(2).writeInt16LE(1)", "2")];
            /// Reads a number.
            Method "readInt16BE" => read_int16_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeInt16BE(-258, 1), b.readInt16BE(1), b.toString('hex')] })()", "[3, -258, '00fefe000000000000']"), ("Buffer.alloc(2).readInt16BE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeInt16BE" => write_int16_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(2).writeInt16BE(1)", "2")];
            /// Reads a number.
            Method "readUInt32LE" => read_u_int32_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeUInt32LE(4294967295, 1), b.readUInt32LE(1), b.toString('hex')] })()", "[5, 4294967295, '00ffffffff00000000']"), ("Buffer.alloc(4).readUInt32LE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeUInt32LE" => write_u_int32_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeUInt32LE(1)", "4")];
            /// Reads a number.
            Method "readUint32LE" => read_uint32_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("Buffer.alloc(4).readUint32LE()", "0")];
            /// Writes a number; the offset behind it.
            Method "writeUint32LE" => write_uint32_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeUint32LE(1)", "4")];
            /// Reads a number.
            Method "readUInt32BE" => read_u_int32_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeUInt32BE(16909060, 1), b.readUInt32BE(1), b.toString('hex')] })()", "[5, 16909060, '000102030400000000']"), ("Buffer.alloc(4).readUInt32BE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeUInt32BE" => write_u_int32_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeUInt32BE(1)", "4")];
            /// Reads a number.
            Method "readUint32BE" => read_uint32_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("Buffer.alloc(4).readUint32BE()", "0")];
            /// Writes a number; the offset behind it.
            Method "writeUint32BE" => write_uint32_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeUint32BE(1)", "4")];
            /// Reads a number.
            Method "readInt32LE" => read_int32_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeInt32LE(-2, 1), b.readInt32LE(1), b.toString('hex')] })()", "[5, -2, '00feffffff00000000']"), ("Buffer.alloc(4).readInt32LE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeInt32LE" => write_int32_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeInt32LE(1)", "4")];
            /// Reads a number.
            Method "readInt32BE" => read_int32_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeInt32BE(-16909060, 1), b.readInt32BE(1), b.toString('hex')] })()", "[5, -16909060, '00fefdfcfc00000000']"), ("Buffer.alloc(4).readInt32BE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeInt32BE" => write_int32_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeInt32BE(1)", "4")];
            /// Reads a number.
            Method "readFloatLE" => read_float_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeFloatLE(0.5, 1), b.readFloatLE(1), b.toString('hex')] })()", "[5, 0.5, '000000003f00000000']"), ("Buffer.alloc(4).readFloatLE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeFloatLE" => write_float_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeFloatLE(1)", "4")];
            /// Reads a number.
            Method "readFloatBE" => read_float_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeFloatBE(-1.5, 1), b.readFloatBE(1), b.toString('hex')] })()", "[5, -1.5, '00bfc0000000000000']"), ("Buffer.alloc(4).readFloatBE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeFloatBE" => write_float_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(4).writeFloatBE(1)", "4")];
            /// Reads a number.
            Method "readDoubleLE" => read_double_le(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeDoubleLE(0.1, 1), b.readDoubleLE(1), b.toString('hex')] })()", "[9, 0.1, '009a9999999999b93f']"), ("Buffer.alloc(8).readDoubleLE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeDoubleLE" => write_double_le(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(8).writeDoubleLE(1)", "8")];
            /// Reads a number.
            Method "readDoubleBE" => read_double_be(offset: Opt Value) length 0 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(9); return [b.writeDoubleBE(1e300, 1), b.readDoubleBE(1), b.toString('hex')] })()", "[9, 1e+300, '007e37e43c8800759c']"), ("Buffer.alloc(8).readDoubleBE(1)", "throws RangeError: The value of \"offset\" is out of range. It must be >= 0 and <= 0. Received 1")];
            /// Writes a number; the offset behind it.
            Method "writeDoubleBE" => write_double_be(value: Req Value, offset: Opt Value) length 1 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(8).writeDoubleBE(1)", "8")];
            /// Reads an integer of one to six bytes.
            Method "readUIntLE" => read_u_int_le(offset: Req Value, byteLength: Req Value) length 2 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(6); b.writeUIntLE(258, 0, 3); return b.readUIntLE(0, 3) })()", "258"), ("Buffer.alloc(6).readUIntLE(0, 7)", "throws RangeError: The value of \"byteLength\" is out of range. It must be >= 1 and <= 6. Received 7")];
            /// Writes an integer of one to six bytes; the offset behind it.
            Method "writeUIntLE" => write_u_int_le(value: Req Value, offset: Req Value, byteLength: Req Value) length 3 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(6).writeUIntLE(1, 0, 6)", "6")];
            /// Reads an integer of one to six bytes.
            Method "readUintLE" => read_uint_le(offset: Req Value, byteLength: Req Value) length 2 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(6); b.writeUintLE(258, 0, 3); return b.readUintLE(0, 3) })()", "258"), ("Buffer.alloc(6).readUintLE(0, 7)", "throws RangeError: The value of \"byteLength\" is out of range. It must be >= 1 and <= 6. Received 7")];
            /// Writes an integer of one to six bytes; the offset behind it.
            Method "writeUintLE" => write_uint_le(value: Req Value, offset: Req Value, byteLength: Req Value) length 3 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(6).writeUintLE(1, 0, 6)", "6")];
            /// Reads an integer of one to six bytes.
            Method "readUIntBE" => read_u_int_be(offset: Req Value, byteLength: Req Value) length 2 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(6); b.writeUIntBE(258, 0, 3); return b.readUIntBE(0, 3) })()", "258"), ("Buffer.alloc(6).readUIntBE(0, 7)", "throws RangeError: The value of \"byteLength\" is out of range. It must be >= 1 and <= 6. Received 7")];
            /// Writes an integer of one to six bytes; the offset behind it.
            Method "writeUIntBE" => write_u_int_be(value: Req Value, offset: Req Value, byteLength: Req Value) length 3 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(6).writeUIntBE(1, 0, 6)", "6")];
            /// Reads an integer of one to six bytes.
            Method "readUintBE" => read_uint_be(offset: Req Value, byteLength: Req Value) length 2 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(6); b.writeUintBE(258, 0, 3); return b.readUintBE(0, 3) })()", "258"), ("Buffer.alloc(6).readUintBE(0, 7)", "throws RangeError: The value of \"byteLength\" is out of range. It must be >= 1 and <= 6. Received 7")];
            /// Writes an integer of one to six bytes; the offset behind it.
            Method "writeUintBE" => write_uint_be(value: Req Value, offset: Req Value, byteLength: Req Value) length 3 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(6).writeUintBE(1, 0, 6)", "6")];
            /// Reads an integer of one to six bytes.
            Method "readIntLE" => read_int_le(offset: Req Value, byteLength: Req Value) length 2 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(6); b.writeIntLE(258, 0, 3); return b.readIntLE(0, 3) })()", "258"), ("Buffer.alloc(6).readIntLE(0, 7)", "throws RangeError: The value of \"byteLength\" is out of range. It must be >= 1 and <= 6. Received 7")];
            /// Writes an integer of one to six bytes; the offset behind it.
            Method "writeIntLE" => write_int_le(value: Req Value, offset: Req Value, byteLength: Req Value) length 3 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(6).writeIntLE(1, 0, 6)", "6")];
            /// Reads an integer of one to six bytes.
            Method "readIntBE" => read_int_be(offset: Req Value, byteLength: Req Value) length 2 -> Num, effects [Throws, ReadsHeap], eg [("(() => { const b = Buffer.alloc(6); b.writeIntBE(258, 0, 3); return b.readIntBE(0, 3) })()", "258"), ("Buffer.alloc(6).readIntBE(0, 7)", "throws RangeError: The value of \"byteLength\" is out of range. It must be >= 1 and <= 6. Received 7")];
            /// Writes an integer of one to six bytes; the offset behind it.
            Method "writeIntBE" => write_int_be(value: Req Value, offset: Req Value, byteLength: Req Value) length 3 -> Num, effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [("Buffer.alloc(6).writeIntBE(1, 0, 6)", "6")];
            /// Turns the bytes of each group of 16 bits around.
            Method "swap16" => swap16() -> Buffer, effects [Throws, MutatesReceiver], eg [("Buffer.from('0102030405060708', 'hex').swap16().toString('hex')", "'0201040306050807'"), ("Buffer.alloc(1).swap16()", "throws RangeError: Buffer size must be a multiple of 16-bits")];
            /// Turns the bytes of each group of 32 bits around.
            Method "swap32" => swap32() -> Buffer, effects [Throws, MutatesReceiver], eg [("Buffer.from('0102030405060708', 'hex').swap32().toString('hex')", "'0403020108070605'"), ("Buffer.alloc(1).swap32()", "throws RangeError: Buffer size must be a multiple of 32-bits")];
            /// Turns the bytes of each group of 64 bits around.
            Method "swap64" => swap64() -> Buffer, effects [Throws, MutatesReceiver], eg [("Buffer.from('0102030405060708', 'hex').swap64().toString('hex')", "'0807060504030201'"), ("Buffer.alloc(1).swap64()", "throws RangeError: Buffer size must be a multiple of 64-bits")];
            /// True when both have the same bytes.
            Method "equals" => equals(other: Req Value) -> Bool,
                effects [Throws], eg [
                    ("Buffer.from('a').equals(Buffer.from('a'))", "true"), ("Buffer.from('a').equals(Buffer.from('b'))", "false"),
                    ("Buffer.from('a').equals('a')", "throws TypeError: The \"otherBuffer\" argument must be an instance of Buffer or Uint8Array. Received type string ('a')"),
                ];
            /// `{ type: 'Buffer', data: [bytes] }`
            Method "toJSON" => to_json() -> Object,
                effects [Alloc], eg [("Buffer.from('ab').toJSON()", "{ type: 'Buffer', data: [97, 98] }")];
            /// The bytes `start..end` as a string.
            Method "toString" => to_string(encoding: Given Value, start: Opt Value, end: Opt Value) length 3 -> Str,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Buffer.from('ff00', 'hex').toString('base64')", "'/wA='"), ("Buffer.from('ff', 'hex').toString('base64url')", "'_w'"), ("Buffer.from('abc').toString('hex')", "'616263'"),
                    ("Buffer.from('ff61f0909f61e28261', 'hex').toString()", "'\\ufffda\\ufffda\\ufffda'"), ("Buffer.from('eda080', 'hex').toString()", "'\\ufffd\\ufffd\\ufffd'"), ("Buffer.from('efbbbf61', 'hex').toString().length", "2"),
                    ("Buffer.from('ff80e961', 'hex').toString('latin1')", "'\\u00ff\\u0080\\u00e9a'"), ("Buffer.from('ff80e961', 'hex').toString('ascii')", "'\\u007f\\u0000ia'"), ("Buffer.from('6100e9', 'hex').toString('utf16le')", "'a'"),
                    ("Buffer.from('abc').toString('utf8', 1, 2)", "'b'"), ("Buffer.from('abc').toString('utf8', -1, 100)", "'abc'"), ("Buffer.from('abc').toString(undefined, 1.9)", "'bc'"), ("String(Buffer.from('abc'))", "'abc'"),
                    ("Buffer.from('abc').toString('foo')", "throws TypeError: Unknown encoding: foo"), ("Buffer.from('abc').toString(null)", "throws TypeError: Unknown encoding: null"),
                ];
        }
    };
}
buffer_rows!(declare);
