//! Rows of `URL`, and of the module `url` that has it too.

/// Hands the rows of `URL` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! url_rows { ($user:ident) => { $user! {
    /// A URL, parsed, changed and serialized as the WHATWG URL Standard says.
    class URL in url, receiver Url, inherits Object;

    /// Parses a URL, relative to `base` if that is given.
    Construct "URL" => construct(url: Given Value, base: Opt Value) length 1 -> Url,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("new URL('HTTPS://User:Pw@Example.COM:443/a/../b%20c?q=é#x y').href", "'https://User:Pw@example.com/b%20c?q=%C3%A9#x%20y'"),
            ("new URL('../x?y', 'http://h/a/b/c').href", "'http://h/a/x?y'"), ("new URL('http://münchen.de').host", "'xn--mnchen-3ya.de'"),
            ("new URL('http://0x7f.1/').hostname", "'127.0.0.1'"), ("new URL('file:///C|/a').pathname", "'/C:/a'"), ("new URL('http://h/a/.b/../c').pathname", "'/a/.b/../c'"),
            ("new URL('nope')", "throws TypeError: Invalid URL"), ("new URL('http://a b')", "throws TypeError: Invalid URL"), ("new URL('/x', 'y')", "throws TypeError: Invalid URL"),
            ("new URL()", "throws TypeError: The \"url\" argument must be specified"),
            ("(() => { try { new URL('a', 'b') } catch (e) { return [e.code, e.input, e.base, String(e), Object.keys(e)] } })()", "['ERR_INVALID_URL', 'a', 'b', 'TypeError: Invalid URL', ['code', 'input', 'base']]"),
        ];

    /// Whether this could be parsed.
    Static "canParse" => can_parse(url: Given Value, base: Opt Value) length 1 -> Bool,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("URL.canParse('http://x')", "true"), ("URL.canParse('x')", "false"), ("URL.canParse('x', 'http://y')", "true"), ("URL.canParse()", "throws TypeError: The \"url\" argument must be specified")];
    /// The URL, `null` if this cannot be parsed.
    Static "parse" => parse(url: Given Value, base: Opt Value) length 1 -> Value,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("URL.parse('x')", "null"), ("URL.parse('http://x').href", "'http://x/'")];

    /// The URL as a string.
    Method "toString" => to_string() -> Str, effects [Cached], eg [("String(new URL('http://x'))", "'http://x/'"), ("`${new URL('http://x/%zz')}`", "'http://x/%zz'"), ("URL.prototype.toString.call({})", "throws TypeError: Receiver must be an instance of class URL")];
    /// The URL as a string.
    Getter "href" => href() -> Str, effects [Cached], eg [("new URL('http://X:80').href", "'http://x/'")];
    /// Another URL altogether.
    Setter "href" => set_href(href: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [
        ("(() => { const u = new URL('http://x/?a=1'); const p = u.searchParams; u.href = 'http://y/?a=2'; return p.get('a') })()", "'2'"),
        ("(() => { const u = new URL('http://x'); u.href = 'y' })()", "throws TypeError: Invalid URL"),
        ("(() => { const u = new URL('http://x'); try { u.href = 'y' } catch (e) { return String(e) } })()", "'TypeError [ERR_INVALID_URL]: Invalid URL'"),
    ];
    /// Scheme, host and port, `'null'` where that says nothing.
    Getter "origin" => origin() -> Str, effects [Throws, Alloc], eg [("new URL('https://u@x:8/y').origin", "'https://x:8'"), ("new URL('blob:https://x:8/y').origin", "'https://x:8'"), ("new URL('file:///x').origin", "'null'")];
    /// The scheme with its colon.
    Getter "protocol" => protocol() -> Str, effects [Cached], eg [("new URL('HTTP://x').protocol", "'http:'")];
    /// Changes the scheme to one of the same kind.
    Setter "protocol" => set_protocol(protocol: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [
        ("(() => { const u = new URL('http://x:443'); u.protocol = 'https'; return u.href })()", "'https://x/'"), ("(() => { const u = new URL('http://x'); u.protocol = 'foo'; return u.href })()", "'http://x/'"),
    ];
    /// The user's name, percent-encoded.
    Getter "username" => username() -> Str, effects [Cached], eg [("new URL('http://a%40:b@x').username", "'a%40'")];
    /// Changes the user's name.
    Setter "username" => set_username(username: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x'); u.username = 'é:@'; return u.href })()", "'http://%C3%A9%3A%40@x/'")];
    /// The password, percent-encoded.
    Getter "password" => password() -> Str, effects [Cached], eg [("new URL('http://a:b:c@x').password", "'b%3Ac'")];
    /// Changes the password.
    Setter "password" => set_password(password: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x'); u.password = 'p'; return u.href })()", "'http://:p@x/'")];
    /// The host with its port.
    Getter "host" => host() -> Str, effects [Cached], eg [("new URL('http://x:80/').host", "'x'"), ("new URL('http://x:81/').host", "'x:81'"), ("new URL('mailto:a').host", "''")];
    /// Changes host and port.
    Setter "host" => set_host(host: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x:1'); u.host = 'Y:2/z'; return u.href })()", "'http://y:2/'")];
    /// The host without its port.
    Getter "hostname" => hostname() -> Str, effects [Cached], eg [("new URL('http://[::0:1]:8').hostname", "'[::1]'")];
    /// Changes the host.
    Setter "hostname" => set_hostname(hostname: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x:1'); u.hostname = 'y'; return u.href })()", "'http://y:1/'")];
    /// The port, `''` if it is that of the scheme.
    Getter "port" => port() -> Str, effects [Cached], eg [("new URL('https://x:443').port", "''"), ("new URL('https://x:80').port", "'80'")];
    /// Changes the port.
    Setter "port" => set_port(port: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x'); u.port = '8080x'; return u.href })()", "'http://x:8080/'"), ("(() => { const u = new URL('http://x:1'); u.port = 70000; return u.port })()", "'1'")];
    /// The path, percent-encoded.
    Getter "pathname" => pathname() -> Str, effects [Cached], eg [("new URL('http://x/a b/./c').pathname", "'/a%20b/c'"), ("new URL('mailto:a@b').pathname", "'a@b'")];
    /// Changes the path.
    Setter "pathname" => set_pathname(pathname: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x/y?z'); u.pathname = 'a/../b?'; return u.href })()", "'http://x/b%3F?z'")];
    /// The query with its question mark, `''` without one.
    Getter "search" => search() -> Str, effects [Cached], eg [("new URL('http://x/?a=b c').search", "'?a=b%20c'"), ("new URL('http://x/?').search", "''")];
    /// Changes the query.
    Setter "search" => set_search(search: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x/?a'); const p = u.searchParams; u.search = 'b=é'; return [u.href, p.get('b')] })()", "['http://x/?b=%C3%A9', 'é']")];
    /// The query as names and values. Changes go both ways.
    Getter "searchParams" => search_params() -> UrlSearchParams, effects [Alloc], eg [
        ("new URL('http://x/?a=1').searchParams.get('a')", "'1'"), ("(() => { const u = new URL('http://x/?a=~#h'); u.searchParams.set('b', 'c d'); return u.href })()", "'http://x/?a=%7E&b=c+d#h'"),
        ("(() => { const u = new URL('http://x/'); return u.searchParams === u.searchParams })()", "true"), ("(() => { const u = new URL('http://x/?a#'); u.searchParams.delete('a'); return u.href })()", "'http://x/#'"),
    ];
    /// The fragment with its number sign, `''` without one.
    Getter "hash" => hash() -> Str, effects [Cached], eg [("new URL('http://x/#a b').hash", "'#a%20b'"), ("new URL('http://x/#').hash", "''")];
    /// Changes the fragment.
    Setter "hash" => set_hash(hash: Req Str) -> Undefined, effects [Throws, Alloc, MutatesReceiver], eg [("(() => { const u = new URL('http://x/#a'); u.hash = ''; return u.href })()", "'http://x/'")];
    /// The URL as a string.
    Method "toJSON" => to_json() -> Str, effects [Cached], eg [("JSON.stringify({ u: new URL('http://x') })", "'{\"u\":\"http://x/\"}'")];
} } }
url_rows!(declare);

/// Rows of the module `url`.
pub mod module {
    /// Hands the rows of the module `url` to `$user!`.
    #[rustfmt::skip]
    #[macro_export]
    macro_rules! url_module_rows { ($user:ident) => { $user! {
        /// The module `url`. What it exports besides classes is this.
        class url in url_module, receiver Module;

        /// A domain in ASCII, `''` if it is none.
        Static "domainToASCII" => domain_to_ascii(domain: Given Value) length 1 -> Str,
            effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("url.domainToASCII('español.com')", "'xn--espaol-zwa.com'"), ("url.domainToASCII('xn--iñvalid.com')", "''")];
    } } }
    url_module_rows!(declare);
}
