//! `RegExp` (ECMA-262 §22.2).

mod compiled;
mod exec;
mod matches;
mod protocol;
mod replace;
mod split;

use prickle_heap::{Cx, ErrorKind, JsResult, JsStr, Object, RegExpObject, StringBuilder, Throw, Value};
use prickle_regexp::{Flags, PatternError};

pub use compiled::RegExpLiteral;
use compiled::flags_of;
pub use exec::{exec, test};
pub(crate) use matches::advance_match_iterator;
pub(crate) use matches::shows_global;
pub use matches::{match_all, match_pattern, search_pattern};
pub use protocol::{at_match, at_match_all, at_replace, at_search, at_split};
pub(crate) use protocol::{call_method_of, is_regexp, method_of, promised};
pub(crate) use replace::replace;
pub(crate) use split::split;

use crate::builtins::table::ClassId;
use crate::errors::throw_error;
use crate::intrinsics;
use crate::operations::Operations;

/// The view of a receiver, which the row has checked.
fn view(regexp: Object<'_>) -> Option<RegExpObject<'_>> {
    RegExpObject::from_value(regexp.into())
}

/// Whether nothing of the program can stand between a regular expression and its builtin methods.
#[inline]
pub(crate) fn is_plain<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>) -> bool {
    regexp.is_unextended() && !intrinsics::has_prototype(cx, ClassId::REGEXP)
}

/// RegExp ( pattern, flags ) without `new` (ECMA-262 §22.2.4.1)
pub fn call<'h>(cx: Cx<'h>, pattern: Value<'h>, flags: Value<'h>) -> JsResult<'h, Object<'h>> {
    if flags.is_undefined()
        && is_regexp(cx, pattern)?
        && let Value::Object(regexp) = pattern
        && pattern.get(cx, "constructor")?.strict_equals(intrinsics::class_object(cx, ClassId::REGEXP))
    {
        return Ok(regexp);
    }
    construct(cx, pattern, flags)
}

/// new RegExp ( pattern, flags ) (ECMA-262 §22.2.4.1)
pub fn construct<'h>(cx: Cx<'h>, pattern: Value<'h>, flags: Value<'h>) -> JsResult<'h, Object<'h>> {
    let (source, flags) = parts(cx, pattern, flags)?;
    create(cx, source, flags).map(RegExpObject::object)
}

/// RegExpInitialize (ECMA-262 §22.2.3.3) up to its compilation: the texts.
fn parts<'h>(cx: Cx<'h>, pattern: Value<'h>, flags: Value<'h>) -> JsResult<'h, (JsStr<'h>, Flags)> {
    let text = |value: Value<'h>| if value.is_undefined() { Ok(JsStr::EMPTY) } else { value.to_js_string(cx) };
    if let Some(regexp) = RegExpObject::from_value(pattern) {
        let flags = if flags.is_undefined() { flags_of(regexp) } else { parse_flags(cx, text(flags)?)? };
        return Ok((regexp.source(), flags));
    }
    if is_regexp(cx, pattern)? {
        let source = text(pattern.get(cx, "source")?)?;
        let flags = if flags.is_undefined() { pattern.get(cx, "flags")? } else { flags };
        return Ok((source, parse_flags(cx, text(flags)?)?));
    }
    let source = text(pattern)?;
    Ok((source, parse_flags(cx, text(flags)?)?))
}

fn parse_flags<'h>(cx: Cx<'h>, letters: JsStr<'h>) -> JsResult<'h, Flags> {
    Flags::parse(letters.as_bytes()).ok_or_else(|| {
        let message = format!("Invalid flags supplied to RegExp constructor '{letters}'");
        throw_error(cx, ErrorKind::Syntax, cx.string(&message))
    })
}

/// A new regular expression.
pub(crate) fn create<'h>(cx: Cx<'h>, source: JsStr<'h>, flags: Flags) -> JsResult<'h, RegExpObject<'h>> {
    let handle = compile_pattern(cx, source, flags)?;
    Ok(RegExpObject::new(cx, source, flags.bits(), handle))
}

/// A regular expression that is equal to another, with `lastIndex` 0.
pub(crate) fn copy<'h>(cx: Cx<'h>, regexp: RegExpObject<'h>) -> RegExpObject<'h> {
    RegExpObject::new(cx, regexp.source(), regexp.flags(), regexp.handle())
}

fn compile_pattern<'h>(cx: Cx<'h>, source: JsStr<'h>, flags: Flags) -> JsResult<'h, f64> {
    match compiled::compile(source, flags) {
        Ok(handle) => Ok(handle as f64),
        Err(PatternError::PropertyOfStrings) => {
            Err(cx.unsupported("a Unicode property of strings in a regular expression"))
        }
        Err(error) => Err(invalid_pattern(cx, source, flags, error)),
    }
}

/// V8's SyntaxError, which shows the pattern as it was given.
fn invalid_pattern<'h>(cx: Cx<'h>, source: JsStr<'h>, flags: Flags, error: PatternError) -> Throw<'h> {
    let mut message = StringBuilder::with_capacity(source.byte_len() + 64);
    message.push("Invalid regular expression: /".into());
    message.push(source);
    message.push_str(&format!("/{}: {error}", flags.letters()));
    throw_error(cx, ErrorKind::Syntax, message.finish(cx))
}

/// RegExp.prototype.compile ( pattern, flags ) (ECMA-262 §B.2.4.1)
pub fn compile<'h>(cx: Cx<'h>, this: Object<'h>, pattern: Value<'h>, flags: Value<'h>) -> JsResult<'h, Object<'h>> {
    if let Some(regexp) = view(this) {
        if RegExpObject::from_value(pattern).is_some() && !flags.is_undefined() {
            return Err(throw_error(cx, ErrorKind::Type, "Invalid flags supplied to RegExp constructor"));
        }
        let (source, flags) = parts(cx, pattern, flags)?;
        let handle = compile_pattern(cx, source, flags)?;
        regexp.replace(cx, source, flags.bits(), handle);
        exec::set_last_index(cx, regexp, 0)?;
    }
    Ok(this)
}

/// The accessor of one flag (ECMA-262 §22.2.6.4.1 RegExpHasFlag): `undefined` for the prototype itself.
macro_rules! flag {
    ($($(#[$doc:meta])* $name:ident $flag:ident)*) => { $(
        $(#[$doc])*
        pub fn $name<'h>(_cx: Cx<'h>, this: Object<'h>) -> Value<'h> {
            view(this).map_or(Value::Undefined, |regexp| flags_of(regexp).has(Flags::$flag).into())
        }
    )* };
}

flag! {
    /// get RegExp.prototype.dotAll (ECMA-262 §22.2.6.3)
    dot_all DOT_ALL
    /// get RegExp.prototype.global (ECMA-262 §22.2.6.5)
    global GLOBAL
    /// get RegExp.prototype.hasIndices (ECMA-262 §22.2.6.6)
    has_indices HAS_INDICES
    /// get RegExp.prototype.ignoreCase (ECMA-262 §22.2.6.7)
    ignore_case IGNORE_CASE
    /// get RegExp.prototype.multiline (ECMA-262 §22.2.6.10)
    multiline MULTILINE
    /// get RegExp.prototype.sticky (ECMA-262 §22.2.6.15)
    sticky STICKY
    /// get RegExp.prototype.unicode (ECMA-262 §22.2.6.18)
    unicode UNICODE
    /// get RegExp.prototype.unicodeSets (ECMA-262 §22.2.6.19)
    unicode_sets UNICODE_SETS
}

/// get RegExp.prototype.flags (ECMA-262 §22.2.6.4), which asks for each flag.
pub fn flags<'h>(cx: Cx<'h>, this: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    if let Some(regexp) = view(this).filter(|regexp| is_plain(cx, *regexp)) {
        return Ok(cx.string(&flags_of(regexp).letters()));
    }
    let mut letters = String::new();
    for (name, letter) in [
        ("hasIndices", 'd'),
        ("global", 'g'),
        ("ignoreCase", 'i'),
        ("multiline", 'm'),
        ("dotAll", 's'),
        ("unicode", 'u'),
        ("unicodeSets", 'v'),
        ("sticky", 'y'),
    ] {
        if this.get(cx, name)?.truthy() {
            letters.push(letter);
        }
    }
    Ok(cx.string(&letters))
}

/// get RegExp.prototype.source (ECMA-262 §22.2.6.13): EscapeRegExpPattern, as V8 does it.
pub fn source<'h>(cx: Cx<'h>, this: Object<'h>) -> JsStr<'h> {
    let source = view(this).map_or(JsStr::EMPTY, RegExpObject::source);
    if source.is_empty() {
        return "(?:)".into();
    }
    if !source.as_bytes().iter().any(|byte| matches!(byte, b'/' | b'\n' | b'\r' | 0xe2)) {
        return source;
    }
    let mut text = StringBuilder::with_capacity(source.byte_len() + 8);
    let (mut in_class, mut escaped) = (false, false);
    for (point, character) in source.code_points() {
        let replacement = match point {
            0x0a => Some("n"),
            0x0d => Some("r"),
            0x2028 => Some("u2028"),
            0x2029 => Some("u2029"),
            0x2f if !in_class => Some("/"),
            _ => None,
        };
        match replacement {
            Some(letters) => {
                if !escaped {
                    text.push("\\".into());
                }
                text.push(letters.into());
            }
            None => text.push(character),
        }
        if escaped {
            escaped = false;
        } else {
            match point {
                0x5c => escaped = true,
                0x5b => in_class = true,
                0x5d => in_class = false,
                _ => {}
            }
        }
    }
    text.finish(cx)
}

/// RegExp.prototype.toString ( ) (ECMA-262 §22.2.6.17)
pub fn to_string<'h>(cx: Cx<'h>, this: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    let (source, letters) = match view(this) {
        Some(regexp) if is_plain(cx, regexp) => (source(cx, this), flags(cx, this)?),
        _ => (this.get(cx, "source")?.to_js_string(cx)?, this.get(cx, "flags")?.to_js_string(cx)?),
    };
    let mut text = StringBuilder::with_capacity(source.byte_len() + 10);
    text.push("/".into());
    text.push(source);
    text.push("/".into());
    text.push(letters);
    Ok(text.finish(cx))
}

/// Whether an object is the prototype of all regular expressions, which has accessors but is none.
pub(crate) fn is_prototype<'h>(cx: Cx<'h>, object: Object<'h>) -> bool {
    intrinsics::existing_prototype(cx, ClassId::REGEXP).is_some_and(|prototype| prototype.is_same(object))
}

/// The argument of `includes`, `startsWith` and `endsWith`: a text, and no regular expression (ECMA-262 §22.1.3.8).
pub fn search_string<'h>(cx: Cx<'h>, value: Value<'h>, method: &str) -> JsResult<'h, JsStr<'h>> {
    if is_regexp(cx, value)? {
        let message = format!("First argument to String.prototype.{method} must not be a regular expression");
        return Err(throw_error(cx, ErrorKind::Type, cx.string(&message)));
    }
    value.to_js_string(cx)
}

/// A regular expression literal: `regexp!(cx, r"^\d+$", "g")` is what `/^\d+$/g` gives.
#[macro_export]
macro_rules! regexp {
    ($cx:expr, $source:literal $(,)?) => {
        $crate::regexp!($cx, $source, "")
    };
    ($cx:expr, $source:literal, $flags:literal $(,)?) => {{
        static LITERAL: $crate::prelude::RegExpLiteral = $crate::prelude::RegExpLiteral::new($source, $flags);
        LITERAL.evaluate($cx)
    }};
}
