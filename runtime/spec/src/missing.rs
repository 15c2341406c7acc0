//! Members that JavaScript has and no row declares. A program that uses one must not be told that there is none.

/// The members of prototypes that have no rows, by class; for modules, the exports.
#[rustfmt::skip]
pub static MISSING_MEMBERS: &[(&str, &[&str])] = &[
    ("Buffer", &[
        "asciiSlice", "asciiWrite", "base64Slice", "base64Write", "base64urlSlice", "base64urlWrite", "hexSlice", "hexWrite", "inspect",
        "latin1Slice", "latin1Write", "offset", "parent", "readBigInt64BE", "readBigInt64LE", "readBigUInt64BE", "readBigUInt64LE",
        "readBigUint64BE", "readBigUint64LE", "ucs2Slice", "ucs2Write", "utf8Slice", "utf8Write", "writeBigInt64BE", "writeBigInt64LE",
        "writeBigUInt64BE", "writeBigUInt64LE", "writeBigUint64BE", "writeBigUint64LE",
    ]),
    ("node:crypto", &[
        "Certificate", "Cipher", "Cipheriv", "Decipher", "Decipheriv", "DiffieHellman", "DiffieHellmanGroup", "ECDH", "Hash", "Hmac", "KeyObject",
        "Sign", "Verify", "X509Certificate", "checkPrime", "checkPrimeSync", "constants", "createCipher", "createCipheriv", "createDecipher",
        "createDecipheriv", "createDiffieHellman", "createDiffieHellmanGroup", "createECDH", "createPrivateKey", "createPublicKey",
        "createSecretKey", "createSign", "createVerify", "diffieHellman", "fips", "generateKey", "generateKeyPair", "generateKeyPairSync",
        "generateKeySync", "generatePrime", "generatePrimeSync", "getCipherInfo", "getCiphers", "getCurves", "getDiffieHellman", "getFips",
        "getHashes", "getRandomValues", "hash", "hkdf", "hkdfSync", "pbkdf2", "pbkdf2Sync", "privateDecrypt", "privateEncrypt",
        "prng", "pseudoRandomBytes", "publicDecrypt", "publicEncrypt", "randomFill", "randomFillSync", "rng", "scrypt", "scryptSync",
        "secureHeapUsed", "setEngine", "setFips", "sign", "subtle", "verify", "webcrypto",
    ]),
    ("node:url", &[
        "Url", "domainToUnicode", "fileURLToPath", "format", "parse", "pathToFileURL", "resolve", "resolveObject", "urlToHttpOptions",
    ]),
    ("Hash", &[
        "_flush", "_transform", "addListener", "asIndexedPairs", "closed", "compose", "cork", "destroy", "destroyed", "drop", "emit", "end",
        "errored", "eventNames", "every", "filter", "find", "flatMap", "forEach", "getMaxListeners", "isPaused", "iterator", "listenerCount",
        "listeners", "map", "off", "on", "once", "pause", "pipe", "prependListener", "prependOnceListener", "push", "rawListeners", "read",
        "readable", "readableAborted", "readableDidRead", "readableEncoding", "readableEnded", "readableFlowing", "readableHighWaterMark",
        "readableLength", "readableObjectMode", "reduce", "removeAllListeners", "removeListener", "resume", "setDefaultEncoding", "setEncoding",
        "setMaxListeners", "some", "take", "toArray", "uncork", "unpipe", "unshift", "wrap", "writable", "writableAborted", "writableBuffer",
        "writableCorked", "writableEnded", "writableFinished", "writableHighWaterMark", "writableLength", "writableNeedDrain",
        "writableObjectMode", "write", "_options",
    ]),
];

/// The members of classes themselves that have no rows.
#[rustfmt::skip]
pub static MISSING_STATICS: &[(&str, &[&str])] = &[
    ("Buffer", &["copyBytesFrom"]),
    ("Error", &["stackTraceLimit"]),
    ("RegExp", &[
        "$&", "$'", "$+", "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$_", "$`", "input", "lastMatch", "lastParen", "leftContext", "rightContext",
    ]),
    ("URL", &["createObjectURL", "revokeObjectURL"]),
];

/// What a class itself has in JavaScript, but not here; for modules, the exports.
pub fn missing_statics(class: &str) -> impl Iterator<Item = &'static str> + '_ {
    let is_module = class.starts_with(crate::MODULE_PREFIX);
    let table = if is_module { MISSING_MEMBERS } else { MISSING_STATICS };
    table.iter().filter(move |(of, _)| *of == class).flat_map(|(_, names)| *names).copied()
}

/// Whether instances of the class have a member of this name in JavaScript, but not here.
pub fn is_missing_member(class: &str, name: &str) -> bool {
    let in_class = |class: &str| {
        MISSING_MEMBERS.iter().any(|(missing_class, names)| *missing_class == class && names.contains(&name))
    };
    // A keyed hash is the same kind of stream.
    let class = if class == "Hmac" { "Hash" } else { class };
    let mut link = Some(class);
    while let Some(name) = link {
        if in_class(name) {
            return true;
        }
        link = crate::class(name).and_then(|class| class.inherits);
    }
    in_class("Object")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, lookup};

    #[test]
    fn what_is_missing_has_no_row() {
        for (class, names) in MISSING_MEMBERS {
            for name in *names {
                assert!(lookup(class, Kind::Method, name).is_none(), "{class}.prototype.{name} has a row");
            }
        }
        for (class, names) in MISSING_STATICS {
            for name in *names {
                let is_row = [Kind::Static, Kind::Constant].iter().any(|kind| lookup(class, *kind, name).is_some());
                assert!(!is_row, "{class}.{name} has a row");
            }
        }
        assert!(is_missing_member("Buffer", "parent"));
        assert!(!is_missing_member("Array", "parent"));
        assert!(missing_statics("RegExp").any(|name| name == "$1") && missing_statics("Array").next().is_none());
        assert!(missing_statics("node:url").any(|name| name == "fileURLToPath"));
    }
}
