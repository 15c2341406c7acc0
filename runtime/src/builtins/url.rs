//! `URL` objects.
//!
//! A URL is its serialized form and the places of its parts in that: reading a part makes a slice, and parsing a URL that is written as it is
//! serialized copies nothing.

use prickle_heap::{Attributes, Cx, ErrorKind, ErrorObject, JsResult, JsStr, Kind, Object, Throw, Value};

use super::node_error;
use super::url_search_params;
use crate::operations::Operations;
use crate::url::{self, Component, Parts, Url};

/// Slots: the serialized URL, the places of its parts, and its URLSearchParams once somebody has asked for them.
const HREF: usize = 0;
const PARTS: usize = 1;
const PARAMS: usize = 12;

/// A place in the serialized URL, by its slot.
#[derive(Clone, Copy)]
enum Place {
    Start,
    ProtocolEnd,
    UsernameStart,
    UsernameEnd,
    PasswordStart,
    PasswordEnd,
    HostStart,
    HostnameEnd,
    HostEnd,
    PathStart,
    PathEnd,
    QueryEnd,
    End,
}

fn text<'h>(url: Object<'h>) -> JsStr<'h> {
    url.slot(HREF).as_string().unwrap_or(JsStr::EMPTY)
}

fn place(url: Object<'_>, place: Place) -> usize {
    match place {
        Place::Start => 0,
        Place::End => text(url).byte_len(),
        place => url.slot(PARTS - 1 + place as usize).as_number().unwrap_or_default() as usize,
    }
}

/// A part of the serialized URL, which is ASCII.
fn part<'h>(url: Object<'h>, start: Place, end: Place) -> JsStr<'h> {
    text(url).slice_bytes(place(url, start), place(url, end))
}

fn numbers(parts: Parts) -> [u32; 11] {
    let Parts {
        protocol_end,
        username_start,
        username_end,
        password_start,
        password_end,
        host_start,
        hostname_end,
        host_end,
        path_start,
        path_end,
        query_end,
    } = parts;
    [
        protocol_end,
        username_start,
        username_end,
        password_start,
        password_end,
        host_start,
        hostname_end,
        host_end,
        path_start,
        path_end,
        query_end,
    ]
}

fn new_url<'h>(cx: Cx<'h>, href: JsStr<'h>, parts: Parts) -> Object<'h> {
    let mut slots = [Value::Undefined; PARAMS + 1];
    slots[HREF] = href.into();
    for (slot, number) in slots[PARTS..PARAMS].iter_mut().zip(numbers(parts)) {
        *slot = number.into();
    }
    Object::with_slots(cx, Kind::Url, &slots)
}

/// Replaces the whole URL. Its URLSearchParams are not told.
fn replace<'h>(cx: Cx<'h>, url: Object<'h>, record: &Url) {
    let (href, parts) = record.serialize();
    url.set_slot(cx, HREF, cx.string(&href).into());
    for (index, number) in numbers(parts).into_iter().enumerate() {
        url.set_slot(cx, PARTS + index, number.into());
    }
}

/// The URL record (URL §4.1) that the object stands for.
fn record(url: Object<'_>) -> Url {
    let text = |start, end| part(url, start, end).to_string_lossy();
    let behind_mark = |text: String| (!text.is_empty()).then(|| text[1..].to_owned());
    let has_authority = text(Place::ProtocolEnd, Place::UsernameStart) == "//";
    let path = text(Place::PathStart, Place::PathEnd);
    Url {
        scheme: text(Place::Start, Place::ProtocolEnd).trim_end_matches(':').to_owned(),
        username: text(Place::UsernameStart, Place::UsernameEnd),
        password: text(Place::PasswordStart, Place::PasswordEnd),
        host: has_authority.then(|| text(Place::HostStart, Place::HostnameEnd)),
        port: text(Place::HostnameEnd, Place::HostEnd).trim_start_matches(':').parse().ok(),
        has_opaque_path: !has_authority && !path.starts_with('/'),
        path,
        query: behind_mark(text(Place::PathEnd, Place::QueryEnd)),
        fragment: behind_mark(text(Place::QueryEnd, Place::End)),
    }
}

/// A string, and its text with lone surrogates replaced.
fn text_of(text: JsStr<'_>) -> std::borrow::Cow<'_, str> {
    match text.to_str() {
        Some(text) => text.into(),
        None => text.to_string_lossy().into(),
    }
}

/// Parses; `None` where there is no URL.
fn parse_url<'h>(cx: Cx<'h>, input: JsStr<'h>, base: Option<JsStr<'h>>) -> Option<Object<'h>> {
    let base_is_simple = base.is_none_or(|base| url::parse_simple(base.as_bytes()).is_some());
    if base_is_simple && let Some(parts) = url::parse_simple(input.as_bytes()) {
        return Some(new_url(cx, input, parts));
    }
    let base = match base {
        Some(base) => Some(url::parse(&text_of(base), None).ok()?),
        None => None,
    };
    let (href, parts) = url::parse(&text_of(input), base.as_ref()).ok()?.serialize();
    Some(new_url(cx, cx.string(&href), parts))
}

/// The arguments of the constructor and of the functions like it.
fn arguments<'h>(
    cx: Cx<'h>,
    input: Option<Value<'h>>,
    base: Option<Value<'h>>,
) -> JsResult<'h, (JsStr<'h>, Option<JsStr<'h>>)> {
    let Some(input) = input else { return Err(node_error::missing_arguments(cx, &["url"])) };
    let input = input.to_js_string(cx)?;
    let base = match base {
        Some(base) => Some(base.to_js_string(cx)?),
        None => None,
    };
    Ok((input, base))
}

/// URL ( url [ , base ] )
pub fn construct<'h>(cx: Cx<'h>, input: Option<Value<'h>>, base: Option<Value<'h>>) -> JsResult<'h, Object<'h>> {
    let (input, base) = arguments(cx, input, base)?;
    match parse_url(cx, input, base) {
        Some(url) => Ok(url),
        None => Err(invalid_url(cx, input, base)),
    }
}

/// The error of the constructor, which unlike others of Node does not show its code.
#[cold]
fn invalid_url<'h>(cx: Cx<'h>, input: JsStr<'h>, base: Option<JsStr<'h>>) -> Throw<'h> {
    let error = ErrorObject::new(cx, ErrorKind::Type, Some("Invalid URL".into())).object();
    let base = base.map(|base| ("base", base));
    for (name, value) in [("code", "ERR_INVALID_URL".into()), ("input", input)].into_iter().chain(base) {
        if let Err(throw) = error.define_own(cx, name, value.into(), Attributes::ALL) {
            return throw;
        }
    }
    cx.throw(error.into())
}

/// URL.canParse
pub fn can_parse<'h>(cx: Cx<'h>, input: Option<Value<'h>>, base: Option<Value<'h>>) -> JsResult<'h, bool> {
    let (input, base) = arguments(cx, input, base)?;
    Ok(parse_url(cx, input, base).is_some())
}

/// URL.parse
pub fn parse<'h>(cx: Cx<'h>, input: Option<Value<'h>>, base: Option<Value<'h>>) -> JsResult<'h> {
    let (input, base) = arguments(cx, input, base)?;
    Ok(parse_url(cx, input, base).map_or(Value::Null, Value::Object))
}

/// `href`
pub fn href<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    text(url)
}

pub use href as to_json;
pub use href as to_string;

/// `origin` (URL §4.7)
pub fn origin<'h>(cx: Cx<'h>, url: Object<'h>) -> JsResult<'h, JsStr<'h>> {
    let protocol = part(url, Place::Start, Place::ProtocolEnd);
    let origin_of = |protocol: JsStr<'h>, host: JsStr<'h>| {
        cx.concat_all(&[protocol, "//".into(), host]).map_err(|_| super::error::too_long(cx))
    };
    if protocol == "blob:" {
        let inner = parse_url(cx, part(url, Place::PathStart, Place::PathEnd), None);
        return match inner.map(|inner| (inner, part(inner, Place::Start, Place::ProtocolEnd))) {
            Some((inner, protocol)) if protocol == "http:" || protocol == "https:" => {
                origin_of(protocol, host(cx, inner))
            }
            _ => Ok("null".into()),
        };
    }
    if ["http:", "https:", "ws:", "wss:", "ftp:"].iter().any(|special| protocol == *special) {
        return origin_of(protocol, host(cx, url));
    }
    Ok("null".into())
}

/// `protocol`
pub fn protocol<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    part(url, Place::Start, Place::ProtocolEnd)
}

/// `username`
pub fn username<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    part(url, Place::UsernameStart, Place::UsernameEnd)
}

/// `password`
pub fn password<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    part(url, Place::PasswordStart, Place::PasswordEnd)
}

/// `host`
pub fn host<'h>(cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    if hostname(cx, url).is_empty() { JsStr::EMPTY } else { part(url, Place::HostStart, Place::HostEnd) }
}

/// `hostname`
pub fn hostname<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    part(url, Place::HostStart, Place::HostnameEnd)
}

/// `port`
pub fn port<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    behind_first(part(url, Place::HostnameEnd, Place::HostEnd))
}

/// `pathname`
pub fn pathname<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    part(url, Place::PathStart, Place::PathEnd)
}

/// `search`
pub fn search<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    unless_mark_alone(part(url, Place::PathEnd, Place::QueryEnd))
}

/// `hash`
pub fn hash<'h>(_cx: Cx<'h>, url: Object<'h>) -> JsStr<'h> {
    unless_mark_alone(part(url, Place::QueryEnd, Place::End))
}

/// What stands behind the mark that a part begins with.
fn behind_first(text: JsStr<'_>) -> JsStr<'_> {
    if text.is_empty() { text } else { text.slice_bytes(1, text.byte_len()) }
}

/// `?` or `#` alone count as nothing.
fn unless_mark_alone(text: JsStr<'_>) -> JsStr<'_> {
    if text.byte_len() == 1 { JsStr::EMPTY } else { text }
}

/// `searchParams`: the same object every time.
pub fn search_params<'h>(cx: Cx<'h>, url: Object<'h>) -> Object<'h> {
    if let Value::Object(params) = url.slot(PARAMS) {
        return params;
    }
    let params = url_search_params::of_url(cx, url, query(url));
    url.set_slot(cx, PARAMS, params.into());
    params
}

/// The query without its question mark.
fn query<'h>(url: Object<'h>) -> JsStr<'h> {
    behind_first(part(url, Place::PathEnd, Place::QueryEnd))
}

/// Gives the URL the query that its URLSearchParams have become. An empty one vanishes.
pub(super) fn set_query<'h>(cx: Cx<'h>, url: Object<'h>, query: JsStr<'h>) {
    let mut record = record(url);
    if query.is_empty() {
        record.set(Component::Search, "");
    } else {
        record.query = Some(query.to_string_lossy());
    }
    replace(cx, url, &record);
}

/// Sets `href`: the one setter that throws.
pub fn set_href<'h>(cx: Cx<'h>, url: Object<'h>, input: JsStr<'h>) -> JsResult<'h, ()> {
    let Ok(record) = url::parse(&text_of(input), None) else {
        let input = [("input", input.into())];
        return Err(node_error::throw_with(cx, ErrorKind::Type, "ERR_INVALID_URL", &input, "Invalid URL"));
    };
    replace(cx, url, &record);
    refresh_params(cx, url);
    Ok(())
}

/// Tells the URLSearchParams that the query is another.
fn refresh_params<'h>(cx: Cx<'h>, url: Object<'h>) {
    if let Value::Object(params) = url.slot(PARAMS) {
        url_search_params::set_list(cx, params, query(url));
    }
}

fn set<'h>(cx: Cx<'h>, url: Object<'h>, component: Component, value: JsStr<'h>) -> JsResult<'h, ()> {
    let mut record = record(url);
    record.set(component, &text_of(value));
    replace(cx, url, &record);
    if component == Component::Search {
        refresh_params(cx, url);
    }
    Ok(())
}

/// Defines the setters of the parts.
macro_rules! setters {
    ($( $name:ident => $component:ident ),*) => { $(
        #[doc = concat!("Sets a part: `", stringify!($component), "`.")]
        pub fn $name<'h>(cx: Cx<'h>, url: Object<'h>, value: JsStr<'h>) -> JsResult<'h, ()> {
            set(cx, url, Component::$component, value)
        }
    )* };
}
setters! {
    set_protocol => Protocol,
    set_username => Username,
    set_password => Password,
    set_host => Host,
    set_hostname => Hostname,
    set_port => Port,
    set_pathname => Pathname,
    set_search => Search,
    set_hash => Hash
}
