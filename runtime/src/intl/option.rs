//! Reading options (ECMA-402 §9.2.12 to §9.2.15).

use prickle_heap::{Cx, ErrorKind, JsResult, Throw, Value};

use crate::errors::throw_error;
use crate::operations::Operations;

/// The options of one call, and whose they are: for the messages.
#[derive(Clone, Copy)]
pub(crate) struct Options<'h> {
    /// `undefined` for none.
    pub(crate) values: Value<'h>,
    /// `Intl.DateTimeFormat`, or the method that was called.
    pub(crate) service: &'static str,
}

impl<'h> Options<'h> {
    /// Get, of no options too.
    pub(crate) fn get(self, cx: Cx<'h>, name: &'static str) -> JsResult<'h> {
        if self.values.is_undefined() { Ok(Value::Undefined) } else { self.values.get(cx, name) }
    }

    /// GetOption with the type string: which of the allowed texts it is.
    pub(crate) fn choice<T: Copy>(
        self,
        cx: Cx<'h>,
        name: &'static str,
        allowed: &[(&'static str, T)],
    ) -> JsResult<'h, Option<T>> {
        let value = self.get(cx, name)?;
        if value.is_undefined() {
            return Ok(None);
        }
        let text = value.to_js_string(cx)?;
        match allowed.iter().find(|(known, _)| text == *known) {
            Some((_, choice)) => Ok(Some(*choice)),
            None => Err(self.out_of_range(cx, name, &text.to_string_lossy())),
        }
    }

    /// GetOption with the type string, whatever the text.
    pub(crate) fn text(self, cx: Cx<'h>, name: &'static str) -> JsResult<'h, Option<String>> {
        let value = self.get(cx, name)?;
        if value.is_undefined() { Ok(None) } else { Ok(Some(value.to_js_string(cx)?.to_string_lossy())) }
    }

    /// GetOption with the type boolean.
    pub(crate) fn flag(self, cx: Cx<'h>, name: &'static str) -> JsResult<'h, Option<bool>> {
        let value = self.get(cx, name)?;
        Ok(if value.is_undefined() { None } else { Some(value.truthy()) })
    }

    /// GetNumberOption: a whole number between two bounds.
    pub(crate) fn number(self, cx: Cx<'h>, name: &'static str, least: u8, most: u8) -> JsResult<'h, Option<u8>> {
        let value = self.get(cx, name)?;
        default_number(cx, value, name, least, most)
    }

    /// Ends the turn if the option is there.
    pub(crate) fn absent(self, cx: Cx<'h>, name: &'static str, what: &'static str) -> JsResult<'h, ()> {
        if self.get(cx, name)?.is_undefined() { Ok(()) } else { Err(cx.unsupported(what)) }
    }

    /// `localeMatcher`, which changes nothing: there is one way to find a locale.
    pub(crate) fn locale_matcher(self, cx: Cx<'h>) -> JsResult<'h, ()> {
        self.choice(cx, "localeMatcher", &[("lookup", ()), ("best fit", ())]).map(|_| ())
    }

    #[cold]
    fn out_of_range(self, cx: Cx<'h>, name: &str, value: &str) -> Throw<'h> {
        let message = format!("Value {value} out of range for {} options property {name}", self.service);
        throw_error(cx, ErrorKind::Range, cx.string(&message))
    }
}

/// DefaultNumberOption (ECMA-402 §9.2.14)
pub(crate) fn default_number<'h>(
    cx: Cx<'h>,
    value: Value<'h>,
    name: &str,
    least: u8,
    most: u8,
) -> JsResult<'h, Option<u8>> {
    if value.is_undefined() {
        return Ok(None);
    }
    let number = value.to_number(cx)?;
    if !(f64::from(least)..=f64::from(most)).contains(&number) {
        return Err(throw_error(cx, ErrorKind::Range, cx.string(&format!("{name} value is out of range."))));
    }
    Ok(Some(number.floor() as u8))
}
