//! `Hash` objects of the module `crypto`. They keep what they are fed and compute when the digest is asked for: nothing outside the heap needs
//! to be kept between calls.

use md5::Md5;
use prickle_heap::{Array, Bytes, Cx, ErrorKind, JsResult, JsStr, Kind, Object, Throw, Value};
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};

use super::buffer::{Encoding, bytes_of_view};
use super::node_error::{self, invalid_argument};

/// Slots: the number of the algorithm, the key of an Hmac, the chunks, and whether the digest was taken.
const ALGORITHM: usize = 0;
const KEY: usize = 1;
const CHUNKS: usize = 2;
const FINALIZED: usize = 3;

/// A hash function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512_224,
    Sha512_256,
}

use Algorithm as A;

/// Hash functions by the names that OpenSSL knows them by, in lower case.
const NAMES: &[(&str, Algorithm)] = &[
    ("sha256", A::Sha256),
    ("sha1", A::Sha1),
    ("md5", A::Md5),
    ("sha512", A::Sha512),
    ("sha384", A::Sha384),
    ("sha224", A::Sha224),
    ("sha512-224", A::Sha512_224),
    ("sha512-256", A::Sha512_256),
    ("sha-1", A::Sha1),
    ("sha-224", A::Sha224),
    ("sha-256", A::Sha256),
    ("sha-384", A::Sha384),
    ("sha-512", A::Sha512),
    ("sha-512/224", A::Sha512_224),
    ("sha-512/256", A::Sha512_256),
    ("sha2-512/224", A::Sha512_224),
    ("sha2-512/256", A::Sha512_256),
    ("sha2-224", A::Sha224),
    ("sha2-256", A::Sha256),
    ("sha2-384", A::Sha384),
    ("sha2-512", A::Sha512),
    ("rsa-md5", A::Md5),
    ("rsa-sha1", A::Sha1),
    ("rsa-sha1-2", A::Sha1),
    ("rsa-sha224", A::Sha224),
    ("rsa-sha256", A::Sha256),
    ("rsa-sha384", A::Sha384),
    ("rsa-sha512", A::Sha512),
    ("ssl3-md5", A::Md5),
    ("ssl3-sha1", A::Sha1),
];

/// What the names of other hash functions of OpenSSL contain.
const OTHERS: &[&str] = &[
    "sha3",
    "shake",
    "keccak",
    "blake2",
    "ripemd",
    "rmd160",
    "sm3",
    "md5-sha1",
    "withrsa",
    "rsa-sha512/",
    "mdc2",
    "md4",
    "whirlpool",
];

/// The algorithm of this name; `None` if OpenSSL has none.
pub(super) fn algorithm_named<'h>(cx: Cx<'h>, name: JsStr<'h>) -> JsResult<'h, Option<Algorithm>> {
    let bytes = name.as_bytes();
    if let Some((_, algorithm)) = NAMES.iter().find(|(name, _)| name.as_bytes().eq_ignore_ascii_case(bytes)) {
        return Ok(Some(*algorithm));
    }
    let lower = name.to_string_lossy().to_ascii_lowercase();
    if OTHERS.iter().any(|other| lower.contains(other)) {
        return Err(cx.unsupported("this hash function"));
    }
    Ok(None)
}

/// A hash that was fed nothing yet; with a key it is an Hmac.
pub(super) fn new_hash<'h>(cx: Cx<'h>, algorithm: Algorithm, key: Value<'h>) -> Object<'h> {
    let chunks = Array::of(cx, &[]);
    Object::with_slots(cx, Kind::Hash, &[f64::from(algorithm as u8).into(), key, chunks.into(), false.into()])
}

/// Whether this is a keyed hash.
pub(crate) fn is_hmac(hash: Object<'_>) -> bool {
    !hash.slot(KEY).is_undefined()
}

pub(super) fn is_finalized(hash: Object<'_>) -> bool {
    hash.slot(FINALIZED).truthy()
}

fn finalized<'h>(cx: Cx<'h>) -> Throw<'h> {
    node_error::throw(cx, ErrorKind::Error, "ERR_CRYPTO_HASH_FINALIZED", "Digest already called")
}

/// Hash.prototype.copy
pub fn copy<'h>(cx: Cx<'h>, hash: Object<'h>, options: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    if is_finalized(hash) {
        return Err(finalized(cx));
    }
    if options.is_some_and(Value::is_object) {
        return Err(cx.unsupported("options of a hash"));
    }
    let chunks =
        hash.slot(CHUNKS).as_array().map(|chunks| cx.array_from((0..chunks.length()).map(|index| chunks.at(index))));
    let slots = [hash.slot(ALGORITHM), Value::Undefined, chunks.map(Array::object).into(), false.into()];
    Ok(Object::with_slots(cx, Kind::Hash, &slots))
}

/// Hash.prototype.update
pub fn update<'h>(
    cx: Cx<'h>,
    hash: Object<'h>,
    data: Value<'h>,
    encoding: Option<Value<'h>>,
) -> JsResult<'h, Object<'h>> {
    if is_finalized(hash) {
        return Err(finalized(cx));
    }
    let chunk = match data {
        Value::String(text) => chunk_of_text(cx, text, encoding)?,
        data => match bytes_of_view(data) {
            Some(bytes) => Bytes::new(cx, &bytes).into(),
            None => {
                let expected =
                    "The \"data\" argument must be of type string or an instance of Buffer, TypedArray, or DataView.";
                return Err(invalid_argument(cx, expected, data));
            }
        },
    };
    if let Some(chunks) = hash.slot(CHUNKS).as_array() {
        chunks.push(cx, chunk)?;
    }
    Ok(hash)
}

/// The bytes of a text, as the text itself where that is the same.
fn chunk_of_text<'h>(cx: Cx<'h>, text: JsStr<'h>, encoding: Option<Value<'h>>) -> JsResult<'h> {
    let name = encoding.and_then(Value::as_string);
    let encoding = name.and_then(Encoding::of).unwrap_or(Encoding::Utf8);
    if encoding == Encoding::Hex && text.length(cx) % 2 != 0 {
        let name = name.map(JsStr::to_string_lossy).unwrap_or_default();
        let message =
            format!("The argument 'encoding' is invalid for data of length {}. Received '{name}'", text.length(cx));
        return Err(node_error::throw(cx, ErrorKind::Type, "ERR_INVALID_ARG_VALUE", &message));
    }
    if encoding == Encoding::Utf8 && (text.is_ascii() || text.to_str().is_some()) {
        return Ok(text.into());
    }
    Ok(Bytes::new(cx, &encoding.bytes_of(text)).into())
}

/// Hash.prototype.digest
pub fn digest<'h>(cx: Cx<'h>, hash: Object<'h>, encoding: Option<Value<'h>>) -> JsResult<'h> {
    if is_finalized(hash) {
        return Err(finalized(cx));
    }
    Ok(finish(cx, hash, encoding))
}

/// The digest in an encoding, as a Buffer where that is none. What the hash was fed is forgotten.
pub(super) fn finish<'h>(cx: Cx<'h>, hash: Object<'h>, encoding: Option<Value<'h>>) -> Value<'h> {
    let algorithm = match hash.slot(ALGORITHM).as_number().unwrap_or_default() as u8 {
        0 => A::Md5,
        1 => A::Sha1,
        2 => A::Sha224,
        3 => A::Sha256,
        4 => A::Sha384,
        5 => A::Sha512,
        6 => A::Sha512_224,
        _ => A::Sha512_256,
    };
    let mut output = [0; 64];
    let length = match Bytes::from_value(hash.slot(KEY)) {
        None => match algorithm {
            A::Md5 => hashed::<Md5>(hash, &mut output),
            A::Sha1 => hashed::<Sha1>(hash, &mut output),
            A::Sha224 => hashed::<Sha224>(hash, &mut output),
            A::Sha256 => hashed::<Sha256>(hash, &mut output),
            A::Sha384 => hashed::<Sha384>(hash, &mut output),
            A::Sha512 => hashed::<Sha512>(hash, &mut output),
            A::Sha512_224 => hashed::<Sha512_224>(hash, &mut output),
            A::Sha512_256 => hashed::<Sha512_256>(hash, &mut output),
        },
        Some(key) => {
            let key = &key.to_vec()[..];
            match algorithm {
                A::Md5 => authenticated::<Md5>(hash, key, &mut output),
                A::Sha1 => authenticated::<Sha1>(hash, key, &mut output),
                A::Sha224 => authenticated::<Sha224>(hash, key, &mut output),
                A::Sha256 => authenticated::<Sha256>(hash, key, &mut output),
                A::Sha384 => authenticated::<Sha384>(hash, key, &mut output),
                A::Sha512 => authenticated::<Sha512>(hash, key, &mut output),
                A::Sha512_224 => authenticated::<Sha512_224>(hash, key, &mut output),
                A::Sha512_256 => authenticated::<Sha512_256>(hash, key, &mut output),
            }
        }
    };
    hash.set_slot(cx, CHUNKS, Value::Undefined);
    hash.set_slot(cx, FINALIZED, true.into());
    encoded(cx, &output[..length], encoding)
}

/// Bytes as a digest gives them.
pub(super) fn encoded<'h>(cx: Cx<'h>, bytes: &[u8], encoding: Option<Value<'h>>) -> Value<'h> {
    match encoding.and_then(Value::as_string).and_then(Encoding::of) {
        Some(encoding) => encoding.text_of(cx, bytes).into(),
        None => Bytes::new(cx, bytes).into(),
    }
}

/// Gives `feed` all chunks.
fn for_chunks(hash: Object<'_>, mut feed: impl FnMut(&[u8])) {
    let Some(chunks) = hash.slot(CHUNKS).as_array() else { return };
    for index in 0..chunks.length() {
        match chunks.at(index) {
            Value::String(text) => feed(text.as_bytes()),
            chunk => {
                if let Some(bytes) = Bytes::from_value(chunk) {
                    feed(&bytes.to_vec());
                }
            }
        }
    }
}

fn hashed<D: Digest>(hash: Object<'_>, output: &mut [u8; 64]) -> usize {
    let mut state = D::new();
    for_chunks(hash, |chunk| state.update(chunk));
    let digest = state.finalize();
    output[..digest.len()].copy_from_slice(&digest);
    digest.len()
}

fn authenticated<D: Digest + sha2::digest::block_api::BlockSizeUser>(
    hash: Object<'_>,
    key: &[u8],
    output: &mut [u8; 64],
) -> usize {
    use hmac::{KeyInit as _, Mac as _, SimpleHmac};
    let mut state = SimpleHmac::<D>::new_from_slice(key).expect("keys of all lengths will do");
    for_chunks(hash, |chunk| state.update(chunk));
    let digest = state.finalize().into_bytes();
    output[..digest.len()].copy_from_slice(&digest);
    digest.len()
}
