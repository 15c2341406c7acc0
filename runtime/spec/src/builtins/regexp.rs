//! Rows of `RegExp` and `RegExp.prototype`, in the order in which V8 creates the properties.

/// Hands the rows of `RegExp` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! regexp_rows { ($user:ident) => { $user! {
    /// Regular expressions.
    class RegExp in regexp, receiver RegExp, inherits Object;

    /// A regular expression; `pattern` itself if it is one and there are no flags.
    Call "RegExp" => call(pattern: Req Value, flags: Req Value) -> RegExp, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [
            ("RegExp('a+', 'g').flags", "'g'"), ("((r) => [RegExp(r) === r, RegExp(r, 'g') === r])(/a/)", "[true, false]"),
            ("RegExp('(')", "throws SyntaxError: Invalid regular expression: /(/: Unterminated group"),
        ];
    /// A new regular expression of a text, or of another one.
    Construct "RegExp" => construct(pattern: Req Value, flags: Req Value) -> RegExp, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [
            ("new RegExp('a/b').source", "'a\\\\/b'"), ("new RegExp().source", "'(?:)'"), ("new RegExp(/a/g, 'i').flags", "'i'"), ("new RegExp(null).test('null')", "true"),
            ("new RegExp('[', 'u')", "throws SyntaxError: Invalid regular expression: /[/u: Unterminated character class"),
            ("new RegExp('a', 'gg')", "throws SyntaxError: Invalid flags supplied to RegExp constructor 'gg'"),
        ];

    /// The next match as an array of groups with `index`, `input` and `groups`, or `null`. Goes on from `lastIndex` with the flags `g` and `y`.
    Method "exec" => exec(string: Req Str) -> Value, effects [Throws, Alloc, ReadsHeap, MutatesReceiver, CallsBack],
        eg [
            ("[.../b(c)?/.exec('abd')]", "['b', undefined]"), ("/(?<y>\\d{4})/.exec('in 2024').groups.y", "'2024'"), ("/c/.exec('ab')", "null"),
            ("((r) => [r.exec('aa').index, r.lastIndex, r.exec('aa').index, r.exec('aa'), r.lastIndex])(/a/g)", "[0, 1, 1, null, 0]"),
        ];
    /// Whether `.` matches line terminators: the flag `s`.
    Getter "dotAll" => dot_all() -> Value, effects [Cached], eg [("/a/s.dotAll", "true")];
    /// All flags in alphabetical order.
    Getter "flags" => flags() -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("/a/yigmsud.flags", "'dgimsuy'")];
    /// The flag `g`.
    Getter "global" => global() -> Value, effects [Cached], eg [("/a/g.global", "true"), ("/a/.global", "false")];
    /// The flag `d`.
    Getter "hasIndices" => has_indices() -> Value, effects [Cached], eg [("/a/d.hasIndices", "true")];
    /// The flag `i`.
    Getter "ignoreCase" => ignore_case() -> Value, effects [Cached], eg [("/a/i.ignoreCase", "true")];
    /// The flag `m`.
    Getter "multiline" => multiline() -> Value, effects [Cached], eg [("/a/m.multiline", "true")];
    /// The pattern between the slashes of a literal.
    Getter "source" => source() -> Str, effects [Alloc], eg [("/a\\/[/]/.source", "'a\\\\/[/]'"), ("new RegExp('\\n').source", "'\\\\n'")];
    /// The flag `y`.
    Getter "sticky" => sticky() -> Value, effects [Cached], eg [("/a/y.sticky", "true")];
    /// The flag `u`.
    Getter "unicode" => unicode() -> Value, effects [Cached], eg [("/a/u.unicode", "true")];
    /// Becomes another regular expression.
    Method "compile" => compile(pattern: Req Value, flags: Req Value) -> RegExp, effects [Throws, Alloc, ReadsHeap, MutatesReceiver, CallsBack],
        eg [("/a/.compile('b', 'g').toString()", "'/b/g'")];
    /// The literal.
    Method "toString" => to_string() -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("/a\\d/ig.toString()", "'/a\\\\d/gi'"), ("String(new RegExp(''))", "'/(?:)/'")];
    /// Whether there is a match.
    Method "test" => test(string: Req Str) -> Bool, effects [Throws, ReadsHeap, MutatesReceiver, CallsBack],
        eg [("/^\\d+$/.test('123')", "true"), ("/^\\d+$/.test(12.5)", "false"), ("/undefined/.test()", "true"), ("((r) => [r.test('aab'), r.test('aab'), r.test('aab'), r.lastIndex])(/a/y)", "[true, true, false, 0]")];
    /// The flag `v`.
    Getter "unicodeSets" => unicode_sets() -> Value, effects [Cached], eg [("new RegExp('a', 'v').unicodeSets", "true")];
    /// What `match` of strings calls.
    Method "@@match" => at_match(string: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, MutatesReceiver, CallsBack],
        eg [("/b/g[Symbol.match]('abcb')", "['b', 'b']"), ("RegExp.prototype[Symbol.match].call(1)", "throws TypeError: Method RegExp.prototype.@@match called on incompatible receiver 1")];
    /// What `matchAll` of strings calls.
    Method "@@matchAll" => at_match_all(string: Req Value) -> Object, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("[.../b/[Symbol.matchAll]('bb')].length", "1"), ("[.../b/g[Symbol.matchAll]('bb')].length", "2")];
    /// What `replace` of strings calls.
    Method "@@replace" => at_replace(string: Req Value, replaceValue: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, MutatesReceiver, CallsBack],
        eg [("/b/g[Symbol.replace]('abcb', 'x')", "'axcx'")];
    /// What `search` of strings calls.
    Method "@@search" => at_search(string: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, MutatesReceiver, CallsBack],
        eg [("/c/g[Symbol.search]('abc')", "2")];
    /// What `split` of strings calls.
    Method "@@split" => at_split(string: Req Value, limit: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("/b/y[Symbol.split]('abc')", "['a', 'c']"), ("((r) => { r.constructor = 5; return r[Symbol.split]('a') })(/b/)", "throws TypeError: The .constructor property is not an object")];
} } }
regexp_rows!(declare);
