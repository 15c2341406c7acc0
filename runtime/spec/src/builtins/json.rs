//! Rows of `JSON`.

/// Hands the rows of `JSON` to `$user!`.
#[macro_export]
macro_rules! json_rows {
    ($user:ident) => {
        $user! {
            /// JSON text in and out.
            class JSON in json, receiver Undefined;

            /// The value that a JSON text describes, each part put through `reviver` if given.
            Static "parse" => parse(text: Req Str, reviver: Opt Value) length 2 -> Value,
                effects [Throws, Alloc, CallsBack], eg [
                    ("JSON.parse('{\"b\":1,\"a\":[true,null,\"x\"],\"b\":2,\"1\":0}')", "{ 1: 0, b: 2, a: [true, null, 'x'] }"),
                    ("JSON.parse(' -0 ')", "-0"), ("JSON.parse('1E400')", "Infinity"), ("JSON.parse('\"\\\\u00e9\\\\ud83d\\\\ude00\"')", "'é😀'"), ("JSON.parse(null)", "null"),
                    ("JSON.parse('[1,2,{\"a\":3}]', (key, value) => typeof value === 'number' ? value + 1 : value)", "[2, 3, { a: 4 }]"),
                    ("JSON.parse('{\"a\":1,\"b\":2}', (key, value) => key === 'a' ? undefined : value)", "{ b: 2 }"),
                    ("(() => { const keys = []; JSON.parse('{\"a\":[1,2],\"b\":0}', function (key, value) { keys.push(key); return value }); return keys })()", "['0', '1', 'a', 'b', '']"),
                    ("JSON.parse('')", "throws SyntaxError: Unexpected end of JSON input"), ("JSON.parse(undefined)", "throws SyntaxError: \"undefined\" is not valid JSON"), ("JSON.parse({})", "throws SyntaxError: \"[object Object]\" is not valid JSON"),
                    ("JSON.parse('{\"a\":1,}')", "throws SyntaxError: Expected double-quoted property name in JSON at position 7"), ("JSON.parse('[1,]')", "throws SyntaxError: Unexpected token ']', \"[1,]\" is not valid JSON"),
                ];
            /// The JSON text of a value; `undefined` for what JSON cannot say.
            Static "stringify" => stringify(value: Req Value, replacer: Opt Value, space: Opt Value) length 3 -> StrOrUndefined,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("JSON.stringify({ b: 1, 2: [undefined, () => 1, NaN, -0], a: undefined, c: () => 1, d: 'x\"\\n\\u2028' })", "'{\"2\":[null,null,null,0],\"b\":1,\"d\":\"x\\\\\"\\\\n\\u2028\"}'"),
                    ("JSON.stringify(undefined)", "undefined"), ("JSON.stringify(() => 1)", "undefined"), ("JSON.stringify(null)", "'null'"), ("JSON.stringify('\\ud800')", "'\"\\\\ud800\"'"), ("JSON.stringify([, 1])", "'[null,1]'"),
                    ("JSON.stringify({ a: 1, b: [1, 2], c: {}, d: [] }, null, 2)", "'{\\n  \"a\": 1,\\n  \"b\": [\\n    1,\\n    2\\n  ],\\n  \"c\": {},\\n  \"d\": []\\n}'"),
                    ("JSON.stringify([1], null, '--')", "'[\\n--1\\n]'"), ("JSON.stringify([1], null, 'abcdefghijklm')", "'[\\nabcdefghij1\\n]'"), ("JSON.stringify([1], null, 20)", "'[\\n          1\\n]'"), ("JSON.stringify([1], null, 0)", "'[1]'"), ("JSON.stringify([1], null, 1.9)", "'[\\n 1\\n]'"),
                    ("JSON.stringify({ a: 1, b: 2, c: { a: 3, d: 1 } }, ['c', 'a'])", "'{\"c\":{\"a\":3},\"a\":1}'"), ("JSON.stringify({ 1: 1, b: 2 }, [1, new String('b'), 1, {}, null])", "'{\"1\":1,\"b\":2}'"),
                    ("JSON.stringify({ a: 1, b: 'x' }, (key, value) => typeof value === 'number' ? undefined : value)", "'{\"b\":\"x\"}'"), ("JSON.stringify([1], (key, value) => typeof key + key)", "'\"string\"'"),
                    ("JSON.stringify({ a: { toJSON(key) { return 'k:' + key } }, b: [{ toJSON(key) { return typeof key + key } }] })", "'{\"a\":\"k:a\",\"b\":[\"string0\"]}'"),
                    ("JSON.stringify([new Number(3), new String('x'), new Boolean(false)])", "'[3,\"x\",false]'"), ("JSON.stringify([new Map([[1, 2]]), new Set([1]), new Error('x')])", "'[{},{},{}]'"),
                    ("JSON.stringify(Buffer.from('ab'))", "'{\"type\":\"Buffer\",\"data\":[97,98]}'"),
                    ("(() => { const a = {}; a.a = a; return JSON.stringify(a) })()", "throws TypeError: Converting circular structure to JSON\n    --> starting at object with constructor 'Object'\n    --- property 'a' closes the circle"),
                    ("(() => { const a = {}; a.b = { c: [a] }; return JSON.stringify(a) })()", "throws TypeError: Converting circular structure to JSON\n    --> starting at object with constructor 'Object'\n    |     property 'b' -> object with constructor 'Object'\n    |     property 'c' -> object with constructor 'Array'\n    --- index 0 closes the circle"),
                ];
        }
    };
}
json_rows!(declare);
