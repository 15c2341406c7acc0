//! Rows of `Symbol` and `Symbol.prototype`. In names of rows `@@iterator` stands for the symbol `Symbol.iterator`, and so on.

/// Hands the rows of `Symbol` to `$user!`.
#[macro_export]
macro_rules! symbol_rows {
    ($user:ident) => {
        $user! {
            /// Property keys that are no strings.
            class Symbol in symbol, receiver Symbol, inherits Object;

            /// A new symbol.
            Call "Symbol" => call(description: Opt Str) length 0 -> Value,
                effects [Alloc], eg [
                    ("typeof Symbol()", "'symbol'"), ("Symbol('a') === Symbol('a')", "false"), ("String(Symbol('a'))", "'Symbol(a)'"), ("Symbol(1).description", "'1'"),
                    ("Symbol() + ''", "throws TypeError: Cannot convert a Symbol value to a string"), ("+Symbol()", "throws TypeError: Cannot convert a Symbol value to a number"),
                    ("(() => { const s = Symbol('k'); const o = { [s]: 1, a: 2 }; return [o[s], Object.keys(o), JSON.stringify(o), s in o] })()", "[1, ['a'], '{\"a\":2}', true]"),
                ];
            /// Always a TypeError.
            Construct "Symbol" => construct(description: Rest Value) length 0 -> Value,
                effects [Throws], eg [("new Symbol()", "throws TypeError: Symbol is not a constructor")];

            /// `Symbol.asyncIterator`
            Constant "asyncIterator" => ASYNC_ITERATOR() -> Symbol, effects [Pure], eg [("String(Symbol.asyncIterator)", "'Symbol(Symbol.asyncIterator)'")];
            /// `Symbol.hasInstance`
            Constant "hasInstance" => HAS_INSTANCE() -> Symbol, effects [Pure], eg [("1 instanceof { [Symbol.hasInstance]: (value) => value === 1 }", "true")];
            /// `Symbol.isConcatSpreadable`
            Constant "isConcatSpreadable" => IS_CONCAT_SPREADABLE() -> Symbol, effects [Pure], eg [("[1].concat({ length: 1, 0: 2, [Symbol.isConcatSpreadable]: true })", "[1, 2]")];
            /// `Symbol.iterator`
            Constant "iterator" => ITERATOR() -> Symbol, effects [Pure], eg [
                ("Symbol.iterator.description", "'Symbol.iterator'"), ("typeof [][Symbol.iterator]", "'function'"), ("[][Symbol.iterator] === [].values", "true"),
                ("[...{ *[Symbol.iterator]() { yield 1; yield 2 } }]", "[1, 2]"),
            ];
            /// `Symbol.match`
            Constant "match" => MATCH() -> Symbol, effects [Pure], eg [("String(Symbol.match)", "'Symbol(Symbol.match)'")];
            /// `Symbol.matchAll`
            Constant "matchAll" => MATCH_ALL() -> Symbol, effects [Pure], eg [("String(Symbol.matchAll)", "'Symbol(Symbol.matchAll)'")];
            /// `Symbol.replace`
            Constant "replace" => REPLACE() -> Symbol, effects [Pure], eg [("String(Symbol.replace)", "'Symbol(Symbol.replace)'")];
            /// `Symbol.search`
            Constant "search" => SEARCH() -> Symbol, effects [Pure], eg [("String(Symbol.search)", "'Symbol(Symbol.search)'")];
            /// `Symbol.species`
            Constant "species" => SPECIES() -> Symbol, effects [Pure], eg [("String(Symbol.species)", "'Symbol(Symbol.species)'")];
            /// `Symbol.split`
            Constant "split" => SPLIT() -> Symbol, effects [Pure], eg [("String(Symbol.split)", "'Symbol(Symbol.split)'")];
            /// `Symbol.toPrimitive`
            Constant "toPrimitive" => TO_PRIMITIVE() -> Symbol, effects [Pure], eg [("`${{ [Symbol.toPrimitive]: (hint) => hint }}`", "'string'"), ("({ [Symbol.toPrimitive]: (hint) => hint }) + ''", "'default'")];
            /// `Symbol.toStringTag`
            Constant "toStringTag" => TO_STRING_TAG() -> Symbol, effects [Pure], eg [("String({ [Symbol.toStringTag]: 'T' })", "'[object T]'"), ("Math[Symbol.toStringTag]", "'Math'"), ("new Map()[Symbol.toStringTag]", "'Map'")];
            /// `Symbol.unscopables`
            Constant "unscopables" => UNSCOPABLES() -> Symbol, effects [Pure], eg [("String(Symbol.unscopables)", "'Symbol(Symbol.unscopables)'")];

            /// The symbol of a key that all programs share.
            Static "for" => for_key(key: Req Str) -> Value,
                effects [Alloc], eg [("Symbol.for('a') === Symbol.for('a')", "true"), ("Symbol.for('a') === Symbol('a')", "false"), ("Symbol.for().description", "'undefined'")];
            /// The key of a shared symbol.
            Static "keyFor" => key_for(symbol: Req Value) -> Value,
                effects [Throws], eg [("Symbol.keyFor(Symbol.for('a'))", "'a'"), ("Symbol.keyFor(Symbol('a'))", "undefined"), ("Symbol.keyFor('a')", "throws TypeError: a is not a symbol")];

            /// What it was made with.
            Getter "description" => description() -> StrOrUndefined,
                effects [Pure], eg [("Symbol('a').description", "'a'"), ("Symbol().description", "undefined"), ("Symbol('').description", "''")];
            /// `Symbol(description)`
            Method "toString" => to_string() -> Str,
                effects [Alloc], eg [("Symbol('a').toString()", "'Symbol(a)'"), ("Symbol().toString()", "'Symbol()'"), ("Symbol.prototype.toString.call(1)", "throws TypeError: Symbol.prototype.toString requires that 'this' be a Symbol")];
            /// The symbol itself.
            Method "valueOf" => value_of() -> Value,
                effects [Pure], eg [("(() => { const s = Symbol(); return [Object(s).valueOf() === s, Object(s) == s, typeof Object(s)] })()", "[true, true, 'object']")];
            /// The symbol itself.
            Method "@@toPrimitive" => to_primitive(hint: Req Value) -> Value,
                effects [Pure], eg [("(() => { const s = Symbol(); return Object(s)[Symbol.toPrimitive]() === s })()", "true")];
        }
    };
}
symbol_rows!(declare);
