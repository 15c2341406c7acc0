//! URLs and their parameters.

use super::super::hint::Hint::{self, Any, Arr, Bool, Func, Num, Obj, Query, Str, Url};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group = Group {
    classes: &["URL", "URLSearchParams", "node:url"],
    expressions: EXPRESSIONS,
    literals: LITERALS,
    statements: STATEMENTS,
};

const EXPRESSIONS: &[Template] = &[
    (Url, "new URL(§)", &[Str]),
    (Url, "new URL(§, 'https://base.example/a/b?c#d')", &[Str]),
    (Url, "new URL(§, §)", &[Any, Url]),
    (Url, "new URL(`https://${§}/${§}?${§}`)", &[Str, Str, Any]),
    (Url, "Object.assign(§, { pathname: §, search: § })", &[Url, Str, Any]),
    (Url, "Object.assign(§, { host: §, port: § })", &[Url, Str, Num]),
    (Query, "new URLSearchParams(§)", &[Str]),
    (Query, "new URLSearchParams(§)", &[Obj]),
    (Query, "new URLSearchParams(§)", &[Any]),
    (Query, "new URLSearchParams([[§, §], [§, §]])", &[Any, Any, Str, Str]),
    (Query, "§.searchParams", &[Url]),
    (Str, "§.href", &[Url]),
    (Str, "§.hostname", &[Url]),
    (Str, "any(§).pathname", &[Url]),
    (Str, "any(§)[§]", &[Url, Str]),
    (Str, "String(§)", &[Url]),
    (Str, "String(§)", &[Query]),
    (Str, "§.origin + §.pathname", &[Url, Url]),
    (Str, "encodeURIComponent(§)", &[Any]),
    (Str, "encodeURI(§)", &[Str]),
    (Str, "decodeURIComponent(§)", &[Any]),
    (Str, "decodeURI(§)", &[Str]),
    (Str, "escape(§)", &[Str]),
    (Str, "unescape(§)", &[Str]),
    (Str, "JSON.stringify(§)", &[Url]),
    (Any, "§.get(§)", &[Query, Any]),
    (Any, "any(§).get(§)", &[Any, Any]),
    (Bool, "§.has(§)", &[Query, Str]),
    (Bool, "(§ instanceof URL)", &[Any]),
    (Num, "§.size", &[Query]),
    (Arr, "§.getAll(§)", &[Query, Any]),
    (Arr, "[...§]", &[Query]),
    (Arr, "[...§.keys(), ...§.values()]", &[Query, Query]),
    (Obj, "Object.fromEntries(§)", &[Query]),
    (Arr, "((@1) => { @1.append(§, §); @1.set(§, §); @1.sort(); return [...@1] })(§)", &[Any, Any, Str, Any, Query]),
    (
        Arr,
        "((@1) => { const @2 = []; @1.forEach((value, key) => @2.push([key, value, §])); return @2 })(§)",
        &[Any, Query],
    ),
    (Arr, "((@1) => { @1.delete(§); return [@1.toString(), @1.get('a')] })(§)", &[Str, Query]),
    (
        Arr,
        "(() => { const @1 = §; @1.searchParams.set(§, §); @1.hash = §; return [@1.href, @1.search] })()",
        &[Url, Str, Any, Any],
    ),
    (Arr, "[...§].map(([key, value]) => §(key, value))", &[Query, Func]),
];

const LITERALS: &[(Hint, &[&str])] = &[
    (
        Url,
        &[
            "new URL('https://example.com')",
            "new URL('https://user:pw@Example.com:8080/a/../b/./c?x=1&x=2&y=%20z#frag')",
            "new URL('mailto:a@b.c')",
            "new URL('file:///C:/x')",
            "new URL('http://[::1]:80/')",
            "new URL('?q=ü', 'https://example.com/p')",
        ],
    ),
    (
        Query,
        &["new URLSearchParams()", "new URLSearchParams('?a=1&b=2&a=3')", "new URLSearchParams({ a: 'x y', b: '+' })"],
    ),
    (
        Str,
        &[
            "'https://example.com/?a=1'",
            "'//x.y/z'",
            "'../up'",
            "'#h'",
            "'a=1&b=%20&c'",
            "'%'",
            "'%E4%BD%A0'",
            "'example.com:99'",
            "'ftp:'",
            "'https:'",
            "'hostname'",
            "'search'",
            "'javascript:alert(1)'",
            "'xn--bcher-kva.ch'",
        ],
    ),
];

const STATEMENTS: &[Statement] = &[
    ("for (const [@1, @2] of §) { log.push(@1 + @2); if (log.length > 60) break; ¤ }", &[Query]),
    (
        "try { const @1 = §; @1.port = £; @1.protocol = £; log.push(@1.href); ¤ } catch (error) { log.push(error.code, error.message) }",
        &[Url, Any, Str],
    ),
    (
        "{ const { hostname: @1, searchParams: @2 } = §; @2.append(£, £); log.push(@1, String(@2)); ¤ }",
        &[Url, Str, Any],
    ),
];
