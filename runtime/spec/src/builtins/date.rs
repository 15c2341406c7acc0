//! Rows of `Date` and `Date.prototype`, in the order in which the properties are created.

/// Hands the rows of `Date` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! date_rows { ($user:ident) => { $user! {
    /// Instants, in milliseconds since 1970 began in UTC. Local time is that of the zone that the variable `TZ` names.
    class Date in date, receiver Date, inherits Object;

    /// The present as text, whatever the arguments.
    Call "Date" => call(arguments: Rest Value) length 7 -> Str, effects [Alloc, ReadsClock],
        eg [("typeof Date()", "'string'"), ("Date(0).length > 30", "true")];
    /// A new date: now, of a time value or a text, or of the parts of a local time.
    Construct "Date" => construct(arguments: Rest Value) length 7 -> Date, effects [Throws, Alloc, ReadsHeap, CallsBack, ReadsClockByDefault],
        eg [
            ("new Date(0).toISOString()", "'1970-01-01T00:00:00.000Z'"), ("new Date('2022-03-01').getTime()", "1646092800000"), ("new Date(2022, 2).toISOString()", "'2022-03-01T00:00:00.000Z'"),
            ("new Date(99, 0, 1, 0, 0, 0, 5).toISOString()", "'1999-01-01T00:00:00.005Z'"), ("new Date(undefined).getTime()", "NaN"), ("new Date(null).getTime()", "0"), ("new Date(8.64e15 + 1).getTime()", "NaN"),
            ("new Date(new Date(5)).getTime()", "5"), ("typeof new Date()", "'object'"), ("Object.prototype.toString.call(new Date(0))", "'[object Date]'"), ("new Date(5) - new Date(2)", "3"),
            ("new Date(0) + 1", "'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)1'"), ("JSON.stringify({ at: new Date(0) })", "'{\"at\":\"1970-01-01T00:00:00.000Z\"}'"), ("Object.keys(new Date())", "[]"),
        ];

    /// The present.
    Static "now" => now() -> Num, effects [ReadsClock],
        eg [("Date.now() > 1600000000000", "true"), ("Date.now() % 1", "0")];
    /// The time value of a text, `NaN` where it is no date.
    Static "parse" => parse(string: Req Str) -> Num, effects [Cached],
        eg [
            ("Date.parse('2022-03-01T10:20:30.456+01:30')", "1646124630456"), ("Date.parse('2022-03-01 10:20')", "1646130000000"), ("Date.parse('Tue Mar 01 2022 10:00:00 GMT+0100 (CET)')", "1646125200000"),
            ("Date.parse('Mar 1, 2022 3:04 PM')", "1646147040000"), ("Date.parse('2024-2-30')", "1709251200000"), ("Date.parse('soon')", "NaN"), ("Date.parse('2022-02-30')", "1646179200000"),
        ];
    /// The time value of the parts of a time in UTC.
    Static "UTC" => utc(arguments: Rest Value) length 7 -> Num, effects [Throws, CallsBack],
        eg [("Date.UTC(2022, 2, 1)", "1646092800000"), ("Date.UTC(99)", "915148800000"), ("Date.UTC()", "NaN")];

    /// Date and time, local.
    Method "toString" => to_string() -> Str, effects [Alloc],
        eg [("new Date(0).toString()", "'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)'"), ("new Date(NaN).toString()", "'Invalid Date'")];
    /// The local date.
    Method "toDateString" => to_date_string() -> Str, effects [Alloc],
        eg [("new Date(0).toDateString()", "'Thu Jan 01 1970'")];
    /// The local time.
    Method "toTimeString" => to_time_string() -> Str, effects [Alloc],
        eg [("new Date(0).toTimeString()", "'00:00:00 GMT+0000 (Coordinated Universal Time)'")];
    /// Date and time in UTC, in the form of ISO 8601.
    Method "toISOString" => to_iso_string() -> Str, effects [Throws, Alloc],
        eg [("new Date(1645876245678).toISOString()", "'2022-02-26T11:50:45.678Z'"), ("new Date(-1e15).toISOString()", "'-029719-04-05T22:13:20.000Z'"), ("new Date(NaN).toISOString()", "throws RangeError: Invalid time value")];
    /// Date and time in UTC, as HTTP writes them.
    Method "toUTCString" => to_utc_string() -> Str, effects [Alloc],
        eg [("new Date(0).toUTCString()", "'Thu, 01 Jan 1970 00:00:00 GMT'")];
    /// Date and time in UTC, as HTTP writes them.
    Method "toGMTString" => to_gmt_string() -> Str, effects [Alloc],
        eg [("new Date(0).toGMTString()", "'Thu, 01 Jan 1970 00:00:00 GMT'")];
    /// The day of the month, in local time.
    Method "getDate" => get_date() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getDate()", "26"), ("new Date(NaN).getDate()", "NaN")];
    /// Sets the day of the month, in local time; the new time value.
    Method "setDate" => set_date(date: Req Num) -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setDate(0)", "1643629845678"), ("new Date(NaN).setDate(1)", "NaN"), ("new Date(0).setDate()", "NaN")];
    /// The day of the week, 0 for Sunday, in local time.
    Method "getDay" => get_day() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getDay()", "6"), ("new Date(NaN).getDay()", "NaN")];
    /// The year, in local time.
    Method "getFullYear" => get_full_year() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getFullYear()", "2022"), ("new Date(NaN).getFullYear()", "NaN")];
    /// Sets the year, and what follows it, in local time; the new time value.
    Method "setFullYear" => set_full_year(year: Req Num, month: Given Value, date: Given Value) length 3 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setFullYear(2020, 0, 31)", "1580471445678"), ("new Date(NaN).setFullYear(2000)", "946684800000"), ("new Date(0).setFullYear()", "NaN")];
    /// The hour, in local time.
    Method "getHours" => get_hours() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getHours()", "11"), ("new Date(NaN).getHours()", "NaN")];
    /// Sets the hour, and what follows it, in local time; the new time value.
    Method "setHours" => set_hours(hour: Req Num, min: Given Value, sec: Given Value, ms: Given Value) length 4 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setHours(25, 0)", "1645923645678"), ("new Date(NaN).setHours(1)", "NaN"), ("new Date(0).setHours()", "NaN")];
    /// The milliseconds of the second, in local time.
    Method "getMilliseconds" => get_milliseconds() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getMilliseconds()", "678"), ("new Date(NaN).getMilliseconds()", "NaN")];
    /// Sets the milliseconds of the second, in local time; the new time value.
    Method "setMilliseconds" => set_milliseconds(ms: Req Num) -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setMilliseconds(-1)", "1645876244999"), ("new Date(NaN).setMilliseconds(1)", "NaN"), ("new Date(0).setMilliseconds()", "NaN")];
    /// The minutes of the hour, in local time.
    Method "getMinutes" => get_minutes() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getMinutes()", "50"), ("new Date(NaN).getMinutes()", "NaN")];
    /// Sets the minutes of the hour, and what follows it, in local time; the new time value.
    Method "setMinutes" => set_minutes(min: Req Num, sec: Given Value, ms: Given Value) length 3 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setMinutes(0, 0, 0)", "1645873200000"), ("new Date(NaN).setMinutes(1)", "NaN"), ("new Date(0).setMinutes()", "NaN")];
    /// The month, from 0, in local time.
    Method "getMonth" => get_month() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getMonth()", "1"), ("new Date(NaN).getMonth()", "NaN")];
    /// Sets the month, from 0, and what follows it, in local time; the new time value.
    Method "setMonth" => set_month(month: Req Num, date: Given Value) length 2 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setMonth(12)", "1674733845678"), ("new Date(NaN).setMonth(1)", "NaN"), ("new Date(0).setMonth()", "NaN")];
    /// The seconds of the minute, in local time.
    Method "getSeconds" => get_seconds() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getSeconds()", "45"), ("new Date(NaN).getSeconds()", "NaN")];
    /// Sets the seconds of the minute, and what follows it, in local time; the new time value.
    Method "setSeconds" => set_seconds(sec: Req Num, ms: Given Value) length 2 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setSeconds(60)", "1645876260678"), ("new Date(NaN).setSeconds(1)", "NaN"), ("new Date(0).setSeconds()", "NaN")];
    /// The time value.
    Method "getTime" => get_time() -> Num, effects [Pure],
        eg [("new Date(5).getTime()", "5")];
    /// Sets the time value.
    Method "setTime" => set_time(time: Req Num) -> Num, effects [MutatesReceiver],
        eg [("new Date(0).setTime(1.9)", "1"), ("new Date(0).setTime(1e99)", "NaN")];
    /// Minutes from local time to UTC.
    Method "getTimezoneOffset" => get_timezone_offset() -> Num, effects [Cached],
        eg [("new Date(0).getTimezoneOffset()", "0"), ("new Date(NaN).getTimezoneOffset()", "NaN")];
    /// The day of the month, in UTC.
    Method "getUTCDate" => get_utc_date() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCDate()", "26"), ("new Date(NaN).getUTCDate()", "NaN")];
    /// Sets the day of the month, in UTC; the new time value.
    Method "setUTCDate" => set_utc_date(date: Req Num) -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCDate(0)", "1643629845678"), ("new Date(NaN).setUTCDate(1)", "NaN"), ("new Date(0).setUTCDate()", "NaN")];
    /// The day of the week, 0 for Sunday, in UTC.
    Method "getUTCDay" => get_utc_day() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCDay()", "6"), ("new Date(NaN).getUTCDay()", "NaN")];
    /// The year, in UTC.
    Method "getUTCFullYear" => get_utc_full_year() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCFullYear()", "2022"), ("new Date(NaN).getUTCFullYear()", "NaN")];
    /// Sets the year, and what follows it, in UTC; the new time value.
    Method "setUTCFullYear" => set_utc_full_year(year: Req Num, month: Given Value, date: Given Value) length 3 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCFullYear(2020, 0, 31)", "1580471445678"), ("new Date(NaN).setUTCFullYear(2000)", "946684800000"), ("new Date(0).setUTCFullYear()", "NaN")];
    /// The hour, in UTC.
    Method "getUTCHours" => get_utc_hours() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCHours()", "11"), ("new Date(NaN).getUTCHours()", "NaN")];
    /// Sets the hour, and what follows it, in UTC; the new time value.
    Method "setUTCHours" => set_utc_hours(hour: Req Num, min: Given Value, sec: Given Value, ms: Given Value) length 4 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCHours(25, 0)", "1645923645678"), ("new Date(NaN).setUTCHours(1)", "NaN"), ("new Date(0).setUTCHours()", "NaN")];
    /// The milliseconds of the second, in UTC.
    Method "getUTCMilliseconds" => get_utc_milliseconds() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCMilliseconds()", "678"), ("new Date(NaN).getUTCMilliseconds()", "NaN")];
    /// Sets the milliseconds of the second, in UTC; the new time value.
    Method "setUTCMilliseconds" => set_utc_milliseconds(ms: Req Num) -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCMilliseconds(-1)", "1645876244999"), ("new Date(NaN).setUTCMilliseconds(1)", "NaN"), ("new Date(0).setUTCMilliseconds()", "NaN")];
    /// The minutes of the hour, in UTC.
    Method "getUTCMinutes" => get_utc_minutes() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCMinutes()", "50"), ("new Date(NaN).getUTCMinutes()", "NaN")];
    /// Sets the minutes of the hour, and what follows it, in UTC; the new time value.
    Method "setUTCMinutes" => set_utc_minutes(min: Req Num, sec: Given Value, ms: Given Value) length 3 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCMinutes(0, 0, 0)", "1645873200000"), ("new Date(NaN).setUTCMinutes(1)", "NaN"), ("new Date(0).setUTCMinutes()", "NaN")];
    /// The month, from 0, in UTC.
    Method "getUTCMonth" => get_utc_month() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCMonth()", "1"), ("new Date(NaN).getUTCMonth()", "NaN")];
    /// Sets the month, from 0, and what follows it, in UTC; the new time value.
    Method "setUTCMonth" => set_utc_month(month: Req Num, date: Given Value) length 2 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCMonth(12)", "1674733845678"), ("new Date(NaN).setUTCMonth(1)", "NaN"), ("new Date(0).setUTCMonth()", "NaN")];
    /// The seconds of the minute, in UTC.
    Method "getUTCSeconds" => get_utc_seconds() -> Num, effects [Pure],
        eg [("new Date(1645876245678).getUTCSeconds()", "45"), ("new Date(NaN).getUTCSeconds()", "NaN")];
    /// Sets the seconds of the minute, and what follows it, in UTC; the new time value.
    Method "setUTCSeconds" => set_utc_seconds(sec: Req Num, ms: Given Value) length 2 -> Num, effects [Throws, MutatesReceiver, CallsBack],
        eg [("new Date(1645876245678).setUTCSeconds(60)", "1645876260678"), ("new Date(NaN).setUTCSeconds(1)", "NaN"), ("new Date(0).setUTCSeconds()", "NaN")];
    /// The time value.
    Method "valueOf" => value_of() -> Num, effects [Pure],
        eg [("new Date(5).valueOf()", "5"), ("+new Date(5)", "5")];
    /// The local year, counted from 1900.
    Method "getYear" => get_year() -> Num, effects [Cached],
        eg [("new Date(1645876245678).getYear()", "122")];
    /// Sets the local year; two digits stand for the twentieth century.
    Method "setYear" => set_year(year: Req Num) -> Num, effects [MutatesReceiver],
        eg [("new Date(0).setYear(99)", "915148800000"), ("new Date(0).setYear(NaN)", "NaN")];
    /// What `JSON.stringify` takes in place of the date: its text in the form of ISO 8601.
    Method "toJSON" => to_json(key: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("new Date(0).toJSON()", "'1970-01-01T00:00:00.000Z'"), ("new Date(NaN).toJSON()", "null"), ("Date.prototype.toJSON.call({ toISOString: () => 5 })", "5"), ("Date.prototype.toJSON.call({})", "throws TypeError: toISOString is not a function")];
    /// The date as a primitive: a text unless a number is asked for.
    Method "@@toPrimitive" => to_primitive(hint: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [
            ("new Date(5)[Symbol.toPrimitive]('number')", "5"), ("new Date(NaN)[Symbol.toPrimitive]('default')", "'Invalid Date'"), ("new Date(5)[Symbol.toPrimitive]('x')", "throws TypeError: Invalid hint: x"),
            ("Date.prototype[Symbol.toPrimitive].call(5, 'number')", "throws TypeError: Method Date.prototype [ @@toPrimitive ] called on incompatible receiver 5"),
        ];
    /// Date and time, local, as people of a locale write it.
    Method "toLocaleString" => to_locale_string(locales: Req Value, options: Req Value) length 0 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("new Date(0).toLocaleString()", "'1/1/1970, 12:00:00 AM'"), ("new Date(0).toLocaleString('en-GB', { timeZone: 'Europe/Berlin', timeZoneName: 'short' })", "'01/01/1970, 1:00:00 CET'"), ("new Date(0).toLocaleString('de-DE', { dateStyle: 'long', timeStyle: 'short' })", "'1. Januar 1970 um 00:00'"), ("new Date(NaN).toLocaleString()", "'Invalid Date'"), ("new Date(0).toLocaleString('en-US', { month: 'x' })", "throws RangeError: Value x out of range for Date.prototype.toLocaleString options property month"), ("new Date(0).toLocaleString('en-US', { timeZone: 'Mars/Base' })", "throws RangeError: Invalid time zone specified: Mars/Base")];
    /// The local date as people of a locale write it.
    Method "toLocaleDateString" => to_locale_date_string(locales: Req Value, options: Req Value) length 0 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("new Date(0).toLocaleDateString('en-US', { weekday: 'short', month: 'long', day: '2-digit', year: 'numeric' })", "'Thu, January 01, 1970'"), ("new Date(0).toLocaleDateString('en-GB')", "'01/01/1970'"), ("new Date(0).toLocaleDateString('en', { timeStyle: 'short' })", "throws TypeError: Invalid option : timeStyle")];
    /// The local time as people of a locale write it.
    Method "toLocaleTimeString" => to_locale_time_string(locales: Req Value, options: Req Value) length 0 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("new Date(0).toLocaleTimeString()", "'12:00:00 AM'"), ("new Date(0).toLocaleTimeString('en-US', { hour12: false })", "'24:00:00'"), ("new Date(0).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })", "'00:00'")];
} } }
date_rows!(declare);
