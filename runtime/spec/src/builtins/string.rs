//! Rows of `String`.

/// Hands the rows of `String` to `$user!`.
#[rustfmt::skip]
#[macro_export]
macro_rules! string_rows { ($user:ident) => { $user! {
    /// Text. Lengths and indices count UTF-16 code units.
    class String in string, receiver Str, inherits Object;

    /// `value` as text.
    Call "String" => call(value: Given Value) length 1 -> Str, effects [Throws, Alloc, CallsBack],
        eg [("String(1.50)", "'1.5'"), ("String()", "''"), ("String(undefined)", "'undefined'"), ("String([1, [2, null]])", "'1,2,'"), ("String({})", "'[object Object]'")];
    /// A String object.
    Construct "String" => construct(value: Given Value) length 1 -> Object, effects [Throws, Alloc, CallsBack],
        eg [("typeof new String(5)", "'object'"), ("new String(5).length", "1"), ("new String() + ''", "''")];

    /// The string of these UTF-16 code units.
    Static "fromCharCode" => from_char_code(codeUnits: Rest Num) length 1 -> Str, effects [Alloc],
        eg [("String.fromCharCode(72, 105)", "'Hi'"), ("String.fromCharCode(0xD83D, 0xDE00)", "'😀'"), ("String.fromCharCode(65536 + 65)", "'A'")];
    /// The string of these code points.
    Static "fromCodePoint" => from_code_point(codePoints: Rest Value) length 1 -> Str, effects [Throws, Alloc, CallsBack],
        eg [("String.fromCodePoint(128512, 33)", "'😀!'"), ("String.fromCodePoint(-1)", "throws RangeError: Invalid code point -1")];
    /// The raw strings of a template with the substitutions between them.
    Static "raw" => raw(template: Req Value, substitutions: Rest Value) length 1 -> Str,
        effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
            ("String.raw`a\\n${1}b`", "'a\\\\n1b'"), ("String.raw({ raw: 'abc' }, 0, 1, 2)", "'a0b1c'"), ("String.raw({ raw: [] }, 1)", "''"),
            ("String.raw({ raw: { length: 2, 0: 'x', 1: 5 } })", "'x5'"), ("String.raw()", "throws TypeError: Cannot convert undefined or null to object"),
        ];

    /// Number of UTF-16 code units.
    Getter "length" => length() -> Num, effects [Cached],
        eg [("'abc'.length", "3"), ("'😀'.length", "2")];

    /// An iterator over the code points.
    Method "@@iterator" => iterator() -> Iterator,
        effects [Alloc], eg [("[...'a\u{1f600}'[Symbol.iterator]()]", "['a', '\u{1f600}']"), ("''[Symbol.iterator].name", "'[Symbol.iterator]'"), ("String.prototype[Symbol.iterator].call(null)", "throws TypeError: String.prototype[Symbol.iterator] called on null or undefined")];
    /// The code unit at `index`, counted from the end if negative.
    Method "at" => at(index: Req Num) -> StrOrUndefined, effects [Alloc],
        eg [("'abc'.at(-1)", "'c'"), ("'abc'.at(3)", "undefined")];
    /// The code unit at `pos`, `''` outside.
    Method "charAt" => char_at(pos: Req Num) -> Str, effects [Alloc],
        eg [("'abc'.charAt(1)", "'b'"), ("'abc'.charAt(9)", "''")];
    /// The number of the code unit at `pos`, `NaN` outside.
    Method "charCodeAt" => char_code_at(pos: Req Num) -> Num, effects [Cached],
        eg [("'abc'.charCodeAt(0)", "97"), ("'abc'.charCodeAt(-1)", "NaN")];
    /// The code point that starts at `pos`.
    Method "codePointAt" => code_point_at(pos: Req Num) -> NumOrUndefined, effects [Cached],
        eg [("'😀'.codePointAt(0)", "128512"), ("'😀'.codePointAt(1)", "56832"), ("''.codePointAt(0)", "undefined")];
    /// The string followed by all arguments.
    Method "concat" => concat(strings: Rest Str) length 1 -> Str, effects [Throws, Alloc],
        eg [("'a'.concat('b', 1, null)", "'ab1null'")];
    /// The string up to `endPosition` ends with `searchString`.
    Method "endsWith" => ends_with(searchString: Req SearchStr, endPosition: Opt Num) -> Bool, effects [Cached],
        eg [("'abc'.endsWith('bc')", "true"), ("'abc'.endsWith('b', 2)", "true")];
    /// `searchString` occurs at or after `position`.
    Method "includes" => includes(searchString: Req SearchStr, position: Opt Num) -> Bool, effects [Cached],
        eg [("'abc'.includes('bc')", "true"), ("'a'.includes(/a/)", "throws TypeError: First argument to String.prototype.includes must not be a regular expression"), ("'abc'.includes('a', 1)", "false"), ("'undefined'.includes()", "true")];
    /// Where `searchString` first occurs at or after `position`, -1 if nowhere.
    Method "indexOf" => index_of(searchString: Req Str, position: Opt Num) -> Num, effects [Cached],
        eg [("'abcabc'.indexOf('c')", "2"), ("'abcabc'.indexOf('c', 3)", "5"), ("'abc'.indexOf('', 9)", "3")];
    /// No half of a surrogate pair stands alone.
    Method "isWellFormed" => is_well_formed() -> Bool, effects [Pure],
        eg [("'😀'.isWellFormed()", "true"), ("'\\uD83D'.isWellFormed()", "false")];
    /// Where `searchString` last occurs at or before `position`, -1 if nowhere.
    Method "lastIndexOf" => last_index_of(searchString: Req Str, position: Opt Num) -> Num, effects [Cached],
        eg [("'abcabc'.lastIndexOf('c')", "5"), ("'abcabc'.lastIndexOf('c', 4)", "2"), ("'abc'.lastIndexOf('')", "3")];
    /// -1, 0 or 1: where the string stands in the order of a locale, seen from `that`.
    Method "localeCompare" => locale_compare(that: Req Str, locales: Req Value, options: Req Value) length 1 -> Num, effects [Throws, ReadsHeap, CallsBack],
        eg [
            ("'a'.localeCompare('B')", "-1"), ("'a'.localeCompare('A')", "-1"), ("'é'.localeCompare('f')", "-1"), ("'a'.localeCompare('a')", "0"), ("'a10'.localeCompare('a9', undefined, { numeric: true })", "1"),
            ("'a'.localeCompare('Á', 'en', { sensitivity: 'base' })", "0"), ("'ä'.localeCompare('z', 'sv')", "1"), ("'a'.localeCompare('b', 'en_US')", "throws RangeError: Incorrect locale information provided"),
            ("'a'.localeCompare('b', 'en', { sensitivity: 'x' })", "throws RangeError: Value x out of range for String.prototype.localeCompare options property sensitivity"),
        ];
    /// The string in a normal form of Unicode.
    Method "normalize" => normalize(form: Opt Str) length 0 -> Str, effects [Throws, Alloc],
        eg [("'e\\u0301'.normalize() === 'é'", "true"), ("'é'.normalize('NFD').length", "2"), ("'ﬁ①'.normalize('NFKC')", "'fi1'"), ("'a'.normalize('x')", "throws RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.")];
    /// The match of a pattern with its groups, or all matches with the flag `g`; `null` if there is none.
    Method "match" => match_pattern(regexp: Req Value) -> Value, effects [Throws, Alloc, ReadsHeap, MutatesArgument, CallsBack],
        eg [("'a1b22'.match(/\\d+/g)", "['1', '22']"), ("[...'a1'.match(/([a-z])(\\d)/)]", "['a1', 'a', '1']"), ("'abc'.match(/x/)", "null"), ("'a.c'.match('.').index", "0"), ("''.match()[0]", "''")];
    /// An iterator over all matches of a pattern with the flag `g`.
    Method "matchAll" => match_all(regexp: Req Value) -> Object, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("Array.from('a1b22'.matchAll(/\\d+/g), (m) => m.index)", "[1, 3]"), ("'a'.matchAll(/a/)", "throws TypeError: String.prototype.matchAll called with a non-global RegExp argument")];
    /// Pads the end of the string until it has `maxLength` code units.
    Method "padEnd" => pad_end(maxLength: Req Num, fillString: Opt Value) -> Str, effects [Throws, Alloc, CallsBack],
        eg [("'7'.padEnd(3, 'ab')", "'7ab'"), ("'7'.padEnd(3, '')", "'7'"), ("'long'.padEnd(3, Object.create(null))", "'long'"), ("'7'.padEnd(3, Object.create(null))", "throws TypeError: Cannot convert object to primitive value")];
    /// Pads the start of the string until it has `maxLength` code units.
    Method "padStart" => pad_start(maxLength: Req Num, fillString: Opt Value) -> Str, effects [Throws, Alloc, CallsBack],
        eg [("'7'.padStart(3, '0')", "'007'"), ("'7'.padStart(3)", "'  7'"), ("'long'.padStart(3, Object.create(null))", "'long'"), ("'7'.padStart(3, Object.create(null))", "throws TypeError: Cannot convert object to primitive value")];
    /// The string `count` times.
    Method "repeat" => repeat(count: Req Value) -> Str, effects [Throws, Alloc, CallsBack],
        eg [("'ab'.repeat(3)", "'ababab'"), ("'ab'.repeat(-1)", "throws RangeError: Invalid count value: -1")];
    /// The string with the first occurrence of `searchValue` replaced, by a template or by what a function returns.
    Method "replace" => replace(searchValue: Req Value, replaceValue: Req Value) -> Str, effects [Throws, Alloc, CallsBack],
        eg [("'a-b-c'.replace('-', '+')", "'a+b-c'"), ("'a1b2'.replace(/(\\w)(\\d)/g, '$2$1')", "'1a2b'"), ("'ab'.replace(/b/, (m, at) => m + at)", "'ab1'"), ("'abc'.replace('b', '[$&$`$\\'$$]')", "'a[bac$]c'"), ("'abc'.replace('b', (m, at) => m + at)", "'ab1c'")];
    /// The string with every occurrence of `searchValue` replaced, by a template or by what a function returns.
    Method "replaceAll" => replace_all(searchValue: Req Value, replaceValue: Req Value) -> Str, effects [Throws, Alloc, CallsBack],
        eg [("'a-b-c'.replaceAll('-', '+')", "'a+b+c'"), ("'a1b2'.replaceAll(/\\d/g, '')", "'ab'"), ("'aa'.replaceAll('', '.')", "'.a.a.'")];
    /// Where a pattern first matches, -1 if nowhere.
    Method "search" => search_pattern(regexp: Req Value) -> Num, effects [Throws, Alloc, ReadsHeap, MutatesArgument, CallsBack],
        eg [("'ab1'.search(/\\d/)", "2"), ("'ab'.search(/\\d/g)", "-1"), ("'a.b'.search('.')", "0")];
    /// The part from `start` to before `end`, both counted from the end if negative.
    Method "slice" => slice(start: Req Num, end: Opt Num) length 2 -> Str, effects [Alloc],
        eg [("'abcd'.slice(1, -1)", "'bc'"), ("'abcd'.slice(-2)", "'cd'"), ("'abcd'.slice()", "'abcd'")];
    /// The parts between occurrences of `separator`, at most `limit`.
    Method "split" => split(separator: Req Value, limit: Req Value) -> Array, effects [Throws, Alloc, CallsBack],
        eg [("'a,b,c'.split(',')", "['a', 'b', 'c']"), ("'a1b22c'.split(/(\\d)+/)", "['a', '1', 'b', '2', 'c']"), ("'a,b,c'.split(',', 2)", "['a', 'b']"), ("'a😀'.split('').length", "3"), ("'a'.split()", "['a']"), ("''.split('')", "[]")];
    /// The string from `position` on starts with `searchString`.
    Method "startsWith" => starts_with(searchString: Req SearchStr, position: Opt Num) -> Bool, effects [Cached],
        eg [("'abc'.startsWith('ab')", "true"), ("'abc'.startsWith('b', 1)", "true")];
    /// `length` code units from `start`, counted from the end if negative.
    Method "substr" => substr(start: Req Num, length: Opt Num) length 2 -> Str, effects [Alloc],
        eg [("'abcd'.substr(1, 2)", "'bc'"), ("'abcd'.substr(-3, 2)", "'bc'")];
    /// The part between `start` and `end`, in whichever order they are given.
    Method "substring" => substring(start: Req Num, end: Opt Num) length 2 -> Str, effects [Alloc],
        eg [("'abcd'.substring(1, 3)", "'bc'"), ("'abcd'.substring(3, 1)", "'bc'"), ("'abcd'.substring(-1)", "'abcd'")];
    /// The string in lower case, by the rules of a locale.
    Method "toLocaleLowerCase" => to_locale_lower_case(locales: Opt Value) length 0 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("'ABC'.toLocaleLowerCase()", "'abc'"), ("'ABC'.toLocaleLowerCase('en-GB')", "'abc'"), ("'a'.toLocaleLowerCase('en_US')", "throws RangeError: Incorrect locale information provided")];
    /// The string in upper case, by the rules of a locale.
    Method "toLocaleUpperCase" => to_locale_upper_case(locales: Opt Value) length 0 -> Str, effects [Throws, Alloc, ReadsHeap, CallsBack],
        eg [("'abc'.toLocaleUpperCase()", "'ABC'"), ("'ß'.toLocaleUpperCase('de')", "'SS'"), ("'i'.toLocaleUpperCase(['tr'])", "'İ'"), ("'Άι'.toLocaleUpperCase('el')", "'ΑΪ'")];
    /// The string in lower case.
    Method "toLowerCase" => to_lower_case() -> Str, effects [Alloc],
        eg [("'ABC ΑΣ'.toLowerCase()", "'abc ας'")];
    /// The string itself.
    Method "toString" => to_string() -> Str, effects [Pure],
        eg [("'abc'.toString()", "'abc'")];
    /// The string in upper case.
    Method "toUpperCase" => to_upper_case() -> Str, effects [Alloc],
        eg [("'abc ß'.toUpperCase()", "'ABC SS'")];
    /// The string with lone halves of surrogate pairs replaced by U+FFFD.
    Method "toWellFormed" => to_well_formed() -> Str, effects [Alloc],
        eg [("'a\\uD83D'.toWellFormed()", "'a\\uFFFD'")];
    /// The string without white space at both ends.
    Method "trim" => trim() -> Str, effects [Pure],
        eg [("' \\n\\uFEFFa b\\u00A0 '.trim()", "'a b'")];
    /// The string without white space at its end.
    Method "trimEnd" => trim_end() -> Str, effects [Pure],
        eg [("' a '.trimEnd()", "' a'")];
    /// The string without white space at its start.
    Method "trimLeft" => trim_left() -> Str, effects [Pure],
        eg [("' a '.trimLeft()", "'a '")];
    /// The string without white space at its end.
    Method "trimRight" => trim_right() -> Str, effects [Pure],
        eg [("' a '.trimRight()", "' a'")];
    /// The string without white space at its start.
    Method "trimStart" => trim_start() -> Str, effects [Pure],
        eg [("' a '.trimStart()", "'a '")];
    /// The string in an HTML element `a`.
    Method "anchor" => anchor(name: Req Str) -> Str, effects [Throws, Alloc],
        eg [("'a'.anchor('\"x')", "'<a name=\"&quot;x\">a</a>'"), ("'a'.anchor()", "'<a name=\"undefined\">a</a>'")];
    /// The string in an HTML element `big`.
    Method "big" => big() -> Str, effects [Throws, Alloc], eg [("'a<'.big()", "'<big>a<</big>'")];
    /// The string in an HTML element `blink`.
    Method "blink" => blink() -> Str, effects [Throws, Alloc], eg [("'a<'.blink()", "'<blink>a<</blink>'")];
    /// The string in an HTML element `b`.
    Method "bold" => bold() -> Str, effects [Throws, Alloc], eg [("'a<'.bold()", "'<b>a<</b>'")];
    /// The string in an HTML element `tt`.
    Method "fixed" => fixed() -> Str, effects [Throws, Alloc], eg [("'a<'.fixed()", "'<tt>a<</tt>'")];
    /// The string in an HTML element `font`.
    Method "fontcolor" => fontcolor(color: Req Str) -> Str, effects [Throws, Alloc],
        eg [("'a'.fontcolor('\"x')", "'<font color=\"&quot;x\">a</font>'"), ("'a'.fontcolor()", "'<font color=\"undefined\">a</font>'")];
    /// The string in an HTML element `font`.
    Method "fontsize" => fontsize(size: Req Str) -> Str, effects [Throws, Alloc],
        eg [("'a'.fontsize('\"x')", "'<font size=\"&quot;x\">a</font>'"), ("'a'.fontsize()", "'<font size=\"undefined\">a</font>'")];
    /// The string in an HTML element `i`.
    Method "italics" => italics() -> Str, effects [Throws, Alloc], eg [("'a<'.italics()", "'<i>a<</i>'")];
    /// The string in an HTML element `a`.
    Method "link" => link(href: Req Str) -> Str, effects [Throws, Alloc],
        eg [("'a'.link('\"x')", "'<a href=\"&quot;x\">a</a>'"), ("'a'.link()", "'<a href=\"undefined\">a</a>'")];
    /// The string in an HTML element `small`.
    Method "small" => small() -> Str, effects [Throws, Alloc], eg [("'a<'.small()", "'<small>a<</small>'")];
    /// The string in an HTML element `strike`.
    Method "strike" => strike() -> Str, effects [Throws, Alloc], eg [("'a<'.strike()", "'<strike>a<</strike>'")];
    /// The string in an HTML element `sub`.
    Method "sub" => sub() -> Str, effects [Throws, Alloc], eg [("'a<'.sub()", "'<sub>a<</sub>'")];
    /// The string in an HTML element `sup`.
    Method "sup" => sup() -> Str, effects [Throws, Alloc], eg [("'a<'.sup()", "'<sup>a<</sup>'")];
    /// The string itself.
    Method "valueOf" => value_of() -> Str, effects [Pure],
        eg [("'abc'.valueOf()", "'abc'")];
} } }
string_rows!(declare);
