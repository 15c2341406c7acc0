//! Rows of `Buffer`.

/// Hands the rows of `Buffer` to `$user!`.
#[macro_export]
macro_rules! buffer_rows {
    ($user:ident) => {
        $user! {
            /// Node's bytes.
            class Buffer in buffer, receiver Buffer, inherits Object;

            /// So many zero bytes, or what `Buffer.from` makes. Node calls this deprecated.
            Call "Buffer" => call(value: Req Value, encoding: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Buffer('abc').toString()", "'abc'"), ("Buffer(2).toString('hex')", "'0000'"), ("typeof Buffer", "'function'"),
                    ("Buffer(-1)", "throws RangeError: The value of \"size\" is out of range. It must be >= 0 && <= 4294967296. Received -1"),
                ];
            /// So many zero bytes, or what `Buffer.from` makes. Node calls this deprecated.
            Construct "Buffer" => construct(value: Req Value, encoding: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new Buffer([1, 2]).toString('hex')", "'0102'")];

            /// The number of bytes of a string in an encoding.
            Static "byteLength" => byte_length(string: Req Value, encoding: Opt Value) length 2 -> Num,
                effects [Throws, ReadsHeap], eg [
                    ("Buffer.byteLength('é😀')", "6"), ("Buffer.byteLength('YQ==', 'base64')", "1"), ("Buffer.byteLength('abc', 'hex')", "1"), ("Buffer.byteLength('é', 'latin1')", "1"), ("Buffer.byteLength('é', 'utf16le')", "2"),
                    ("Buffer.byteLength(Buffer.from('abc'))", "3"),
                    ("Buffer.byteLength(5)", "throws TypeError: The \"string\" argument must be of type string or an instance of Buffer or ArrayBuffer. Received type number (5)"),
                ];
            /// The bytes of a string in an encoding, of an array of numbers, or of another buffer.
            Static "from" => from(value: Req Value, encoding: Opt Value) length 3 -> Buffer,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Buffer.from('aé😀\\ud800').toString('hex')", "'61c3a9f09f9880efbfbd'"), ("Buffer.from('aé😀Ā', 'latin1').toString('hex')", "'61e93d0000'"), ("Buffer.from('aé😀', 'utf16le').toString('hex')", "'6100e9003dd800de'"),
                    ("Buffer.from('61zz62', 'hex').toString()", "'a'"), ("Buffer.from('616', 'hex').toString()", "'a'"), ("Buffer.from('YQ', 'base64').toString()", "'a'"), ("Buffer.from('Y Q\\n=\\n=', 'base64').toString()", "'a'"),
                    ("Buffer.from('YWI=YQ==', 'base64').toString()", "'ab'"), ("Buffer.from('Y-_*/+', 'base64').toString('hex')", "'63efff'"), ("Buffer.from('YWJjZ', 'base64').toString()", "'abc'"), ("Buffer.from('====YWJj', 'base64').length", "0"),
                    ("Buffer.from([1, 2, 300, -1, '5', 1.7, NaN]).toString('hex')", "'01022cff050100'"), ("Buffer.from({ type: 'Buffer', data: [1, 2] }).toString('hex')", "'0102'"), ("Buffer.from(new String('abc')).toString()", "'abc'"),
                    ("Buffer.from('a', 5).toString()", "'a'"),
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

            /// The number of bytes.
            Getter "byteLength" => byte_length_of() -> Num,
                effects [Cached], eg [("Buffer.from('é').byteLength", "2")];
            /// The number of bytes.
            Getter "length" => length() -> Num,
                effects [Cached], eg [("Buffer.from('é').length", "2")];

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
