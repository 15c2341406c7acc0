//! Rows of the module `crypto` and of what its functions return.

/// Hands the rows of the module `crypto` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! crypto_rows { ($user:ident) => { $user! {
    /// The module `crypto`: hashes and random values.
    class crypto in crypto, receiver Module;

    /// A hash to be fed. Of OpenSSL's functions there are MD5, SHA-1 and the SHA-2 family.
    Static "createHash" => create_hash(algorithm: Req Value, options: Opt Value) length 2 -> Hash,
        effects [Throws, Alloc, ReadsHeap], eg [
            ("crypto.createHash('sha1').update('abc').digest('hex')", "'a9993e364706816aba3e25717850c26c9cd0d89d'"), ("crypto.createHash('MD5').update('é').update(Buffer.from([1])).digest('base64')", "'VR3IKN6qpspwuxenV3XutQ=='"),
            ("crypto.createHash('SHA-256').digest('base64url')", "'47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'"), ("crypto.createHash('sha512').update('').digest().length", "64"),
            ("crypto.createHash('foo')", "throws Error: Digest method not supported"), ("crypto.createHash()", "throws TypeError: The \"algorithm\" argument must be of type string. Received undefined"),
        ];
    /// A keyed hash (RFC 2104) to be fed.
    Static "createHmac" => create_hmac(hmac: Req Value, key: Req Value, options: Opt Value) length 3 -> Hmac,
        effects [Throws, Alloc, ReadsHeap], eg [
            ("crypto.createHmac('sha256', 'key').update('The quick brown fox jumps over the lazy dog').digest('hex')", "'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8'"),
            ("crypto.createHmac('md5', Buffer.from('6b', 'hex')).update('a').digest('base64')", "'3c89IQBJ5xNfYa/65zcxzQ=='"),
            ("crypto.createHmac('foo', '')", "throws TypeError: Invalid digest: foo"),
            ("crypto.createHmac('sha1')", "throws TypeError: The \"key\" argument must be of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey. Received undefined"),
        ];
    /// So many random bytes.
    Static "randomBytes" => random_bytes(size: Req Value, callback: Opt Value) length 2 -> Buffer,
        effects [Throws, Alloc, Random], eg [
            ("crypto.randomBytes(16).length", "16"), ("crypto.randomBytes(8).toString('hex').length", "16"), ("crypto.randomBytes(-1)", "throws RangeError: The value of \"size\" is out of range. It must be >= 0 && <= 2147483647. Received -1"),
            ("crypto.randomBytes('1')", "throws TypeError: The \"size\" argument must be of type number. Received type string ('1')"),
        ];
    /// A random integer, at least `min` and less than `max`.
    Static "randomInt" => random_int(min: Req Value, max: Opt Value, callback: Opt Value) length 3 -> Num,
        effects [Throws, Random], eg [
            ("crypto.randomInt(1)", "0"), ("crypto.randomInt(7, 8)", "7"), ("crypto.randomInt(3) < 3", "true"), ("crypto.randomInt(2, 2)", "throws RangeError: The value of \"max\" is out of range. It must be greater than the value of \"min\" (2). Received 2"),
            ("crypto.randomInt(1.5)", "throws TypeError: The \"max\" argument must be a safe integer. Received type number (1.5)"), ("crypto.randomInt(2 ** 48)", "throws RangeError: The value of \"max\" is out of range. It must be <= 281474976710655. Received 281_474_976_710_656"),
        ];
    /// A random UUID of version 4.
    Static "randomUUID" => random_uuid(options: Opt Value) length 1 -> Str,
        effects [Throws, Alloc, Random], eg [("crypto.randomUUID().length", "36"), ("crypto.randomUUID(5)", "throws TypeError: The \"options\" argument must be of type object. Received type number (5)")];
    /// Compares bytes in a time that does not depend on them.
    Static "timingSafeEqual" => timing_safe_equal(buf1: Req Value, buf2: Req Value) length 0 -> Bool,
        effects [Throws, ReadsHeap], eg [
            ("crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a'))", "true"), ("crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('b'))", "false"), ("crypto.timingSafeEqual(Buffer.from('a'), Buffer.from(''))", "throws RangeError: Input buffers must have the same byte length"),
            ("crypto.timingSafeEqual('a', 'a')", "throws TypeError: The \"buf1\" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView."),
        ];
} } }
crypto_rows!(declare);

/// Rows of `Hash`.
pub mod hash {
    /// Hands the rows of `Hash` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! hash_rows { ($user:ident) => { $user! {
        /// A hash being fed.
        class Hash in hash, receiver Hash, inherits Object;

        /// A hash that has been fed the same.
        Method "copy" => copy(options: Opt Value) length 1 -> Hash, effects [Throws, Alloc], eg [("(() => { const h = crypto.createHash('md5').update('a'); const c = h.copy().update('b'); return [h.digest('hex'), c.digest('hex')] })()", "['0cc175b9c0f1b6a831c399e269772661', '187ef4436122d1cc2f40dc2b92f0eba0']")];
        /// The digest, in an encoding or as a Buffer. Nothing can be fed afterwards.
        Method "digest" => digest(encoding: Opt Value) length 1 -> Value, effects [Throws, Alloc, MutatesReceiver], eg [
            ("crypto.createHash('md5').digest('HEX')", "'d41d8cd98f00b204e9800998ecf8427e'"), ("crypto.createHash('md5').digest('nope').length", "16"), ("crypto.createHash('md5').digest('latin1').charCodeAt(0)", "212"),
            ("(() => { const h = crypto.createHash('md5'); h.digest(); h.digest() })()", "throws Error: Digest already called"),
        ];
        /// Feeds a string in an encoding, or bytes.
        Method "update" => update(data: Req Value, inputEncoding: Opt Value) length 2 -> Hash, effects [Throws, Alloc, MutatesReceiver, ReadsHeap], eg [
            ("crypto.createHash('md5').update('ff00', 'hex').digest('hex')", "'e0e8bfafbb0689563b2fba789c97b3cc'"), ("crypto.createHash('md5').update('\\ud800').digest('hex')", "'9b759040321a408a5c7768b4511287a6'"),
            ("crypto.createHash('md5').update('abc', 'hex')", "throws TypeError: The argument 'encoding' is invalid for data of length 3. Received 'hex'"),
            ("crypto.createHash('md5').update(5)", "throws TypeError: The \"data\" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)"),
            ("(() => { const h = crypto.createHash('md5'); h.digest(); h.update('') })()", "throws Error: Digest already called"),
        ];
    } } }
    hash_rows!(declare);
}

/// Rows of `Hmac`.
pub mod hmac {
    /// Hands the rows of `Hmac` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! hmac_rows { ($user:ident) => { $user! {
        /// A keyed hash being fed.
        class Hmac in hmac, receiver Hmac, inherits Object;

        /// The digest, in an encoding or as a Buffer; nothing the second time.
        Method "digest" => digest(encoding: Opt Value) length 1 -> Value, effects [Throws, Alloc, MutatesReceiver], eg [
            ("(() => { const h = crypto.createHmac('md5', 'k'); return [h.digest('hex'), h.digest('hex'), h.digest().length] })()", "['cd32bedd46aa63cffa3023f050fc78e3', '', 0]"),
        ];
        /// Feeds a string in an encoding, or bytes.
        Method "update" => update(data: Req Value, inputEncoding: Opt Value) length 2 -> Hmac, effects [Throws, Alloc, MutatesReceiver, ReadsHeap], eg [
            ("(() => { const h = crypto.createHmac('md5', 'k'); h.digest(); h.update('') })()", "throws Error: Digest already called"),
        ];
    } } }
    hmac_rows!(declare);
}
