//! Unicode normalization.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use prickle_heap::{Cx, ErrorKind, JsResult, JsStr};

use super::case::convert;
use crate::errors::throw_error;

/// `String.prototype.normalize(form)` (ECMA-262 §22.1.3.15).
pub fn normalize<'h>(cx: Cx<'h>, this: JsStr<'h>, form: Option<JsStr<'h>>) -> JsResult<'h, JsStr<'h>> {
    let form = form.map_or_else(|| "NFC".to_owned(), JsStr::to_string_lossy);
    let normalize: fn(&str) -> String = match form.as_str() {
        "NFC" => |text| ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned(),
        "NFD" => |text| DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned(),
        "NFKC" => |text| ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned(),
        "NFKD" => |text| DecomposingNormalizerBorrowed::new_nfkd().normalize(text).into_owned(),
        _ => {
            let message = "The normalization form should be one of NFC, NFD, NFKC, NFKD.";
            return Err(throw_error(cx, ErrorKind::Range, message));
        }
    };
    Ok(if this.is_ascii() { this } else { convert(cx, this, normalize) })
}
