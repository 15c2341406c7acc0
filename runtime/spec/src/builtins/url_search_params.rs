//! Rows of `URLSearchParams`, which plugins import from `url`.

/// Hands the rows of `URLSearchParams` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! url_search_params_rows { ($user:ident) => { $user! {
    /// Names and values of a query, in order.
    class URLSearchParams in url_search_params, receiver UrlSearchParams, inherits Object;

    /// Of a query, of an object, of pairs, or empty.
    Construct "URLSearchParams" => construct(init: Opt Value) length 0 -> UrlSearchParams,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("new URLSearchParams('?a=1&b=%20+%zz&&=&c').toString()", "'a=1&b=++%25zz&=&c='"), ("new URLSearchParams({ a: 1, b: [2, 3] }).toString()", "'a=1&b=2%2C3'"), ("new URLSearchParams([['a', 1], new Set(['b', 2])]).toString()", "'a=1&b=2'"),
            ("new URLSearchParams(new URLSearchParams('a=b')).toString()", "'a=b'"), ("new URLSearchParams(new Map([['x', 'y']])).toString()", "'x=y'"), ("new URLSearchParams(null).toString()", "''"), ("new URLSearchParams(5).toString()", "'5='"), ("new URLSearchParams('a=%F0%9F%A6%94%ff').get('a')", "'🦔\\ufffd'"),
            ("new URLSearchParams([['a']])", "throws TypeError: Each query pair must be an iterable [name, value] tuple"), ("new URLSearchParams([1])", "throws TypeError: Each query pair must be an iterable [name, value] tuple"),
        ];

    /// How many there are.
    Getter "size" => size() -> Num, effects [Cached], eg [("new URLSearchParams('a&b&a').size", "3")];
    /// Adds one at the end.
    Method "append" => append(name: Given Value, value: Given Value) length 2 -> Undefined, effects [Throws, Alloc, MutatesReceiver, ReadsHeap, CallsBack], eg [
        ("(() => { const p = new URLSearchParams('a=1'); p.append('a', 2); return p.toString() })()", "'a=1&a=2'"), ("new URLSearchParams().append('x')", "throws TypeError: The \"name\" and \"value\" arguments must be specified"),
    ];
    /// Removes all of this name, or only those with this value.
    Method "delete" => delete(name: Given Value, value: Opt Value) length 1 -> Undefined, effects [Throws, Alloc, MutatesReceiver, ReadsHeap, CallsBack], eg [
        ("(() => { const p = new URLSearchParams('a=1&b=2&a=3'); p.delete('a'); return p.toString() })()", "'b=2'"), ("(() => { const p = new URLSearchParams('a=1&b=2&a=3'); p.delete('a', 3); return p.toString() })()", "'a=1&b=2'"),
    ];
    /// The first value of a name.
    Method "get" => get(name: Given Value) length 1 -> Value, effects [Throws, ReadsHeap, CallsBack], eg [("new URLSearchParams('a=1&a=2').get('a')", "'1'"), ("new URLSearchParams('a=1').get('b')", "null"), ("new URLSearchParams().get()", "throws TypeError: The \"name\" argument must be specified"), ("URLSearchParams.prototype.get.call({}, 'a')", "throws TypeError: Value of \"this\" must be of type URLSearchParams")];
    /// All values of a name.
    Method "getAll" => get_all(name: Given Value) length 1 -> Array, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("new URLSearchParams('a=1&b=2&a=3').getAll('a')", "['1', '3']")];
    /// Whether there is one of this name, and with this value.
    Method "has" => has(name: Given Value, value: Opt Value) length 1 -> Bool, effects [Throws, ReadsHeap, CallsBack], eg [("new URLSearchParams('a=1').has('a')", "true"), ("new URLSearchParams('a=1').has('a', '2')", "false"), ("new URLSearchParams('undefined').has(undefined)", "true")];
    /// Gives the first of this name the value and removes the others, or adds one.
    Method "set" => set(name: Given Value, value: Given Value) length 2 -> Undefined, effects [Throws, Alloc, MutatesReceiver, ReadsHeap, CallsBack], eg [("(() => { const p = new URLSearchParams('a=1&b=2&a=3'); p.set('a', 4); p.set('c', null); return p.toString() })()", "'a=4&b=2&c=null'")];
    /// Sorts by name, by code units, and keeps the order of equal names.
    Method "sort" => sort() -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const p = new URLSearchParams('b=1&a=2&\u{ff61}=3&🦔=4&a=1'); p.sort(); return [...p.keys()] })()", "['a', 'a', 'b', '🦔', '\u{ff61}']")];
    /// As `entries`.
    Method "@@iterator" => iterator() -> Iterator, effects [Alloc], eg [("URLSearchParams.prototype[Symbol.iterator] === URLSearchParams.prototype.entries", "true")];
    /// An iterator over `[name, value]`.
    Method "entries" => entries() -> Iterator, effects [Alloc], eg [("[...new URLSearchParams('a=1&b=2').entries()]", "[['a', '1'], ['b', '2']]"), ("[...new URLSearchParams('a=1')]", "[['a', '1']]"), ("Object.fromEntries(new URLSearchParams('a=1&b=2&a=3'))", "{ a: '3', b: '2' }")];
    /// Calls the callback with value, name and this.
    Method "forEach" => for_each(callback: Req Value, thisArg: Opt Value) length 1 -> Undefined, effects [Throws, ReadsHeap, CallsBack], eg [
        ("(() => { const seen = []; new URLSearchParams('a=1&b=2').forEach((value, name) => { seen.push(name + value) }); return seen })()", "['a1', 'b2']"),
        ("new URLSearchParams().forEach(1)", "throws TypeError: The \"callback\" argument must be of type function. Received type number (1)"),
    ];
    /// An iterator over the names.
    Method "keys" => keys() -> Iterator, effects [Alloc], eg [("[...new URLSearchParams('a=1&b=2').keys()]", "['a', 'b']")];
    /// An iterator over the values.
    Method "values" => values() -> Iterator, effects [Alloc], eg [("[...new URLSearchParams('a=1&b=2').values()]", "['1', '2']")];
    /// The query, as forms encode it.
    Method "toString" => to_string() -> Str, effects [Throws, Alloc], eg [("String(new URLSearchParams({ 'a b': 'é~*-._&=+' }))", "'a+b=%C3%A9%7E*-._%26%3D%2B'")];
} } }
url_search_params_rows!(declare);
