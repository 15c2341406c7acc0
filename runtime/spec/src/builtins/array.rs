//! Rows of `Array` and `Array.prototype`.

/// Hands the rows of `Array` to `$user!`.
#[macro_export]
macro_rules! array_rows {
    ($user:ident) => {
        $user! {
            /// Arrays. Their methods work on everything that has a `length`.
            class Array in array, receiver Array, inherits Object;

            /// An array of these elements; one number is the length of an array of holes.
            Call "Array" => call(items: Rest Value) length 1 -> Array,
                effects [Throws, Alloc], eg [("Array(1, 2)", "[1, 2]"), ("Array('3')", "['3']"), ("Array(3).length", "3"), ("Array(-1)", "throws RangeError: Invalid array length")];
            /// An array of these elements; one number is the length of an array of holes.
            Construct "Array" => construct(items: Rest Value) length 1 -> Array,
                effects [Throws, Alloc], eg [
                    ("new Array(1, 2)", "[1, 2]"), ("new Array()", "[]"), ("new Array(2)", "[, , ]"), ("new Array(1.5)", "throws RangeError: Invalid array length"),
                    ("new Array(2 ** 32)", "throws RangeError: Invalid array length"), ("new Array([1])", "[[1]]"),
                ];

            /// An array of what an iterable or array-like has, each put through `mapper` if given.
            Static "from" => from(items: Req Value, mapper: Opt CallbackWithThis) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Array.from('a😀')", "['a', '😀']"),
                    ("Array.from(new Set([1, 1, 2]))", "[1, 2]"),
                    ("Array.from(new Map([[1, 2]]))", "[[1, 2]]"),
                    ("Array.from({ length: 2 }, (value, index) => index)", "[0, 1]"),
                    ("Array.from({ length: 2, 0: 'a' })", "['a', undefined]"),
                    ("Array.from([1, , 2])", "[1, undefined, 2]"),
                    ("Array.from([1, 2], function (x) { return this.k + x }, { k: 1 })", "[2, 3]"),
                    ("Array.from(5)", "[]"),
                    ("Array.from({ length: -1 })", "[]"),
                    ("Array.from({ length: 2 ** 32 })", "throws RangeError: Invalid array length"),
                    ("Array.from(null)", "throws TypeError: object null is not iterable (cannot read property Symbol(Symbol.iterator))"),
                    ("Array.from(undefined)", "throws TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))"),
                    ("Array.from([], 1)", "throws TypeError: 1 is not a function"),
                ];
            /// True for arrays.
            Static "isArray" => is_array(value: Req Value) -> Bool,
                effects [Cached], eg [("Array.isArray([])", "true"), ("Array.isArray({ length: 1 })", "false"), ("Array.isArray()", "false"), ("Array.isArray(Array.prototype)", "true")];
            /// An array of the arguments.
            Static "of" => of(items: Rest Value) length 0 -> Array,
                effects [Alloc], eg [("Array.of(3)", "[3]"), ("Array.of()", "[]"), ("Array.of(1, undefined)", "[1, undefined]")];

            /// The element at an index, which counts from the end when negative.
            Method "at" => at(index: Req Value) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2, 3].at(-1)", "3"), ("[1, 2, 3].at('1')", "2"), ("[1, 2, 3].at(3)", "undefined"), ("[1].at()", "1"), ("[1, 2].at(-3)", "undefined")];
            /// As `values`.
            Method "@@iterator" => iterator() -> Iterator,
                effects [Alloc], eg [("[][Symbol.iterator] === [].values", "true")];
            /// A new array with the elements of the receiver and of each argument that is an array, and the other arguments.
            Method "concat" => concat(items: Rest Value) length 1 -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [
                    ("[1].concat(2, [3, [4]], 'a')", "[1, 2, 3, [4], 'a']"), ("[, 1].concat([, 2])", "[, 1, , 2]"), ("[].concat()", "[]"),
                    ("Array.prototype.concat.apply([], [[1], [2, [3]]])", "[1, 2, [3]]"), ("[].concat({ length: 1, 0: 'a' })", "[{ 0: 'a', length: 1 }]"),
                ];
            /// Copies elements `start..end` to `target` within the array.
            Method "copyWithin" => copy_within(target: Req Value, start: Req Value, end: Opt Value) length 2 -> Object,
                effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3, 4, 5].copyWithin(0, 3)", "[4, 5, 3, 4, 5]"), ("[1, 2, 3, 4, 5].copyWithin(1, 0, 3)", "[1, 1, 2, 3, 5]"), ("[1, , 3, 4].copyWithin(0, 1)", "[, 3, 4, 4]"),
                    ("[1, 2, 3].copyWithin(-1)", "[1, 2, 1]"), ("Object.freeze([1, 2]).copyWithin(0, 1)", "throws TypeError: Cannot assign to read only property '0' of object '[object Array]'"),
                ];
            /// An iterator over `[index, element]`.
            Method "entries" => entries() -> Iterator,
                effects [Alloc], eg [("[...['a', , 'b'].entries()]", "[[0, 'a'], [1, undefined], [2, 'b']]"), ("[1].entries().next()", "{ value: [0, 1], done: false }")];
            /// True when the callback is truthy for all elements.
            Method "every" => every(callback: Req CallbackWithThis) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2].every(x => x > 0)", "true"), ("[1, 2].every(x => x > 1)", "false"), ("[].every(x => false)", "true"), ("[1, , 3].every(x => x)", "true")];
            /// Sets elements `start..end` to a value.
            Method "fill" => fill(value: Req Value, start: Opt Value, end: Opt Value) -> Object,
                effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3].fill(0, 1)", "[1, 0, 0]"), ("Array(3).fill()", "[undefined, undefined, undefined]"), ("[1, 2, 3].fill(7, -2, -1)", "[1, 7, 3]"), ("[, 1].fill(7, 0, 1)", "[7, 1]"),
                    ("Object.freeze([1]).fill(0)", "throws TypeError: Cannot assign to read only property '0' of object '[object Array]'"),
                ];
            /// The elements for which the callback is truthy.
            Method "filter" => filter(callback: Req CallbackWithThis) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3].filter(x => x % 2)", "[1, 3]"), ("[1, , 3].filter(() => true)", "[1, 3]"), ("['', 'a', 0].filter(Boolean)", "['a']"), ("[1].filter()", "throws TypeError: undefined is not a function"),
                    ("[].filter({})", "throws TypeError: #<Object> is not a function"), ("[].filter([])", "throws TypeError: [object Array] is not a function"),
                ];
            /// The first element for which the callback is truthy.
            Method "find" => find(callback: Req CallbackWithThis) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2, 3].find(x => x > 1)", "2"), ("[1].find(x => x > 1)", "undefined"), ("[1, , 3].find((x, i) => i === 1)", "undefined")];
            /// The index of the first element for which the callback is truthy, or -1.
            Method "findIndex" => find_index(callback: Req CallbackWithThis) -> Num,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2, 3].findIndex(x => x > 1)", "1"), ("[1].findIndex(x => x > 1)", "-1"), ("[1, , 3].findIndex(x => x === undefined)", "1")];
            /// The last element for which the callback is truthy.
            Method "findLast" => find_last(callback: Req CallbackWithThis) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2, 3].findLast(x => x < 3)", "2"), ("[].findLast(x => true)", "undefined")];
            /// The index of the last element for which the callback is truthy, or -1.
            Method "findLastIndex" => find_last_index(callback: Req CallbackWithThis) -> Num,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2, 3].findLastIndex(x => x < 3)", "1"), ("[1].findLastIndex(x => x > 5)", "-1")];
            /// A new array in which elements that are arrays are replaced by their elements, `depth` times.
            Method "flat" => flat(depth: Opt Value) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, [2, [3, [4]]]].flat()", "[1, 2, [3, [4]]]"), ("[1, [2, [3, [4]]]].flat(Infinity)", "[1, 2, 3, 4]"), ("[1, , [2, , 3]].flat()", "[1, 2, 3]"),
                    ("[1, [2, [3]]].flat('2')", "[1, 2, 3]"), ("[1, [2, [3]]].flat(0)", "[1, [2, [3]]]"), ("[1, [2]].flat(-1)", "[1, [2]]"),
                ];
            /// What the callback returns for each element, and the elements of what it returns where that is an array.
            Method "flatMap" => flat_map(callback: Req Mapper) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, 2].flatMap(x => [x, [x]])", "[1, [1], 2, [2]]"), ("[1, , 2].flatMap(x => x)", "[1, 2]"), ("[1].flatMap(() => [])", "[]"), ("[].flatMap()", "throws TypeError: flatMap mapper function is not callable"),
                ];
            /// Calls the callback for each element.
            Method "forEach" => for_each(callback: Req CallbackWithThis) -> Undefined,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("(() => { const seen = []; [1, , 3].forEach((x, i, a) => seen.push([x, i, a.length])); return seen })()", "[[1, 0, 3], [3, 2, 3]]"),
                    ("(() => { const seen = []; const a = [1, 2, 3]; a.forEach(x => { seen.push(x); a.shift(); a.push(9) }); return seen })()", "[1, 3, 9]"),
                    ("[].forEach('abc')", "throws TypeError: abc is not a function"),
                ];
            /// True when an element is this value; `NaN` is found, and holes are `undefined`.
            Method "includes" => includes(search: Req Value, from: Opt Value) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("[1, 2].includes(2)", "true"), ("[NaN].includes(NaN)", "true"), ("[0].includes(-0)", "true"), ("[1, , 2].includes(undefined)", "true"), ("['1'].includes(1)", "false"),
                    ("[1, 2].includes(1, 1)", "false"), ("[1, 2].includes(2, -1)", "true"), ("[].includes()", "false"),
                ];
            /// The index of the first element strictly equal to this value, or -1.
            Method "indexOf" => index_of(search: Req Value, from: Opt Value) -> Num,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 1].indexOf(1, 1)", "2"), ("[NaN].indexOf(NaN)", "-1"), ("[0].indexOf(-0)", "0"), ("[1, , 2].indexOf(undefined)", "-1"), ("[1, 2, 1].indexOf(1, -1)", "2"), ("['1'].indexOf(1)", "-1"),
                ];
            /// The elements as strings, with a separator between them.
            Method "join" => join(separator: Opt Value) length 1 -> Str,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, 2].join()", "'1,2'"), ("[1, 2].join('')", "'12'"), ("[null, undefined, [1, [2, null]], {}].join('-')", "'--1,2,-[object Object]'"), ("[1, 2].join(null)", "'1null2'"),
                    ("[1, , 3].join()", "'1,,3'"), ("(() => { const a = [1]; a.push(a, 2); return a.join() })()", "'1,,2'"), ("[].join()", "''"), ("[1.5, -0, true, 1e21].join(' ')", "'1.5 0 true 1e+21'"),
                ];
            /// An iterator over the indices.
            Method "keys" => keys() -> Iterator,
                effects [Alloc], eg [("[...['a', , 'b'].keys()]", "[0, 1, 2]")];
            /// The index of the last element strictly equal to this value, or -1.
            Method "lastIndexOf" => last_index_of(search: Req Value, from: Given Value) -> Num,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2, 1].lastIndexOf(1)", "2"), ("[1, 2, 1].lastIndexOf(1, -2)", "0"), ("[1, 2, 1].lastIndexOf(1, undefined)", "0"), ("[1].lastIndexOf(2)", "-1"), ("[1, 1].lastIndexOf(1, -3)", "-1")];
            /// What the callback returns for each element.
            Method "map" => map(callback: Req CallbackWithThis) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, 2].map(x => x * 2)", "[2, 4]"), ("[1, , 3].map(x => x + 1)", "[2, , 4]"), ("['1', '2', '3'].map(parseInt)", "[1, NaN, NaN]"), ("[1].map(function () { return this.k }, { k: 2 })", "[2]"),
                    ("[1].map(null)", "throws TypeError: null is not a function"),
                ];
            /// Removes the last element and returns it.
            Method "pop" => pop() -> Value,
                effects [Throws, MutatesReceiver, ReadsHeap], eg [
                    ("[1, 2].pop()", "2"), ("[].pop()", "undefined"), ("(() => { const a = [1, 2]; a.pop(); return a })()", "[1]"), ("Object.freeze([1]).pop()", "throws TypeError: Cannot delete property '0' of [object Array]"),
                ];
            /// Appends elements and returns the new length.
            Method "push" => push(items: Rest Value) length 1 -> Num,
                effects [Throws, Alloc, MutatesReceiver], eg [
                    ("[1].push(2, 3)", "3"), ("[].push()", "0"), ("(() => { const a = [1]; a.push(2, [3]); return a })()", "[1, 2, [3]]"), ("(() => { const o = { length: 1 }; Array.prototype.push.call(o, 'a'); return o })()", "{ length: 2, 1: 'a' }"),
                    ("Object.freeze([1]).push(2)", "throws TypeError: Cannot add property 1, object is not extensible"),
                    ("Object.freeze([]).push()", "throws TypeError: Cannot assign to read only property 'length' of object '[object Array]'"),
                ];
            /// Combines the elements from first to last.
            Method "reduce" => reduce(callback: Req Callback, initial: Given Value) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3].reduce((a, b) => a + b)", "6"), ("[1, 2].reduce((a, b) => a + b, '')", "'12'"), ("[, 1, , 2].reduce((a, b, i) => a + b * i)", "7"), ("[].reduce((a, b) => a, undefined)", "undefined"),
                    ("[].reduce((a, b) => a)", "throws TypeError: Reduce of empty array with no initial value"), ("[, ,].reduce((a, b) => a)", "throws TypeError: Reduce of empty array with no initial value"),
                ];
            /// Combines the elements from last to first.
            Method "reduceRight" => reduce_right(callback: Req Callback, initial: Given Value) -> Value,
                effects [Throws, ReadsHeap, CallsBack], eg [("['a', 'b', 'c'].reduceRight((a, b) => a + b)", "'cba'"), ("[].reduceRight((a, b) => a)", "throws TypeError: Reduce of empty array with no initial value")];
            /// Reverses the array in place.
            Method "reverse" => reverse() -> Object,
                effects [Throws, MutatesReceiver, ReadsHeap], eg [("[1, 2, 3].reverse()", "[3, 2, 1]"), ("[1, , , 2, 3].reverse()", "[3, 2, , , 1]"), ("[, 1].reverse()", "[1, , ]"), ("Object.freeze([1, 2]).reverse()", "throws TypeError: Cannot assign to read only property '0' of object '[object Array]'")];
            /// Removes the first element and returns it.
            Method "shift" => shift() -> Value,
                effects [Throws, MutatesReceiver, ReadsHeap], eg [("[1, 2].shift()", "1"), ("[].shift()", "undefined"), ("(() => { const a = [1, , 3]; a.shift(); return a })()", "[, 3]"), ("Object.freeze([1]).shift()", "throws TypeError: Cannot delete property '0' of [object Array]")];
            /// A copy of the elements `start..end`; negative indices count from the end.
            Method "slice" => slice(start: Req Value, end: Opt Value) length 2 -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3].slice(-2)", "[2, 3]"), ("[1, 2, 3].slice(1, -1)", "[2]"), ("[1, , 3].slice(0, 2)", "[1, , ]"), ("[1].slice()", "[1]"), ("Array.prototype.slice.call('abc', 1)", "['b', 'c']"),
                    ("(() => { const a = [[1]]; return a.slice()[0] === a[0] })()", "true"),
                ];
            /// True when the callback is truthy for some element.
            Method "some" => some(callback: Req CallbackWithThis) -> Bool,
                effects [Throws, ReadsHeap, CallsBack], eg [("[1, 2].some(x => x > 1)", "true"), ("[].some(x => true)", "false"), ("[,].some(x => true)", "false")];
            /// Sorts in place, stably; without a comparator by the UTF-16 order of the elements as strings.
            Method "sort" => sort(comparator: Opt Comparator) length 1 -> Object,
                effects [Throws, MutatesReceiver, ReadsHeap, CallsBack], eg [
                    ("[3, 1, 2, 10].sort()", "[1, 10, 2, 3]"), ("[3, 1, 10].sort((a, b) => a - b)", "[1, 3, 10]"), ("['b', undefined, 'a', , 'c'].sort()", "['a', 'b', 'c', undefined, , ]"),
                    ("['\\u{1F600}', '\\uFF5E', 'a'].sort()", "['a', '\\u{1F600}', '\\uFF5E']"), ("[3, 2, 1].sort(() => NaN)", "[3, 2, 1]"), ("[5, 25, 100, null, true, '1'].sort()", "['1', 100, 25, 5, null, true]"),
                    ("[{ k: 1, v: 'a' }, { k: 0, v: 'b' }, { k: 1, v: 'c' }].sort((a, b) => a.k - b.k).map(x => x.v).join('')", "'bac'"),
                    ("(() => { const log = []; [5, 1, 4, 2, 3].sort((a, b) => { log.push(a + ',' + b); return a - b }); return log })()", "['1,5', '4,1', '4,5', '4,1', '2,4', '2,1', '3,4', '3,2']"),
                    ("[1].sort({})", "throws TypeError: The comparison function must be either a function or undefined"), ("Object.freeze([2, 1]).sort()", "throws TypeError: Cannot assign to read only property '0' of object '[object Array]'"),
                ];
            /// Removes `deleteCount` elements at `start`, puts others there, and returns the removed ones.
            Method "splice" => splice(start: Given Value, delete_count: Given Value, items: Rest Value) length 2 -> Array,
                effects [Throws, Alloc, MutatesReceiver, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3, 4].splice(1, 2)", "[2, 3]"), ("(() => { const a = [1, 2, 3, 4]; a.splice(1); return a })()", "[1]"), ("(() => { const a = [1, 2]; a.splice(); return a })()", "[1, 2]"),
                    ("(() => { const a = [1, 2]; a.splice(undefined); return a })()", "[]"), ("(() => { const a = [1, 2, 3]; a.splice(1, undefined); return a })()", "[1, 2, 3]"),
                    ("(() => { const a = [1, , 3, 4]; const removed = a.splice(0, 2, 'x', 'y', 'z'); return [a, removed] })()", "[['x', 'y', 'z', 3, 4], [1, , ]]"), ("(() => { const a = [1, 2, 3]; a.splice(-1, 1, 9); return a })()", "[1, 2, 9]"),
                    ("Object.freeze([1]).splice(0, 1)", "throws TypeError: Cannot delete property '0' of [object Array]"),
                ];
            /// What `toLocaleString` of each element returns for the same arguments, with commas between.
            Method "toLocaleString" => to_locale_string(locales: Opt Value, options: Opt Value) -> Str,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[1, [2, 'a'], null].toLocaleString()", "'1,2,a,'"), ("[, undefined, true, {}].toLocaleString()", "',,true,[object Object]'"), ("[1234.5].toLocaleString()", "'1,234.5'"), ("[1234.5].toLocaleString('de-DE')", "'1.234,5'")];
            /// A reversed copy.
            Method "toReversed" => to_reversed() -> Array,
                effects [Throws, Alloc, ReadsHeap], eg [("[1, 2, 3].toReversed()", "[3, 2, 1]"), ("[1, , 3].toReversed()", "[3, undefined, 1]")];
            /// A sorted copy.
            Method "toSorted" => to_sorted(comparator: Opt Comparator) length 1 -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[3, 1, 2].toSorted()", "[1, 2, 3]"), ("[5, 1, 10].toSorted((a, b) => b - a)", "[10, 5, 1]"), ("[, 3, undefined, 1].toSorted()", "[1, 3, undefined, undefined]"), ("[].toSorted('a')", "throws TypeError: The comparison function must be either a function or undefined")];
            /// A copy with `skipCount` elements at `start` replaced.
            Method "toSpliced" => to_spliced(start: Given Value, skip_count: Given Value, items: Rest Value) length 2 -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[1, 2, 3].toSpliced(1, 1, 'a', 'b')", "[1, 'a', 'b', 3]"), ("[1, , 3].toSpliced(0, 1)", "[undefined, 3]"), ("[1, 2].toSpliced()", "[1, 2]"), ("[1, 2, 3].toSpliced(1)", "[1]")];
            /// The elements joined by commas.
            Method "toString" => to_string() -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[1, [2, [3]]].toString()", "'1,2,3'"), ("[{}].toString()", "'[object Object]'"), ("Array.prototype.toString.call({})", "'[object Object]'"), ("Array.prototype.toString.call({ join: () => 5 })", "5")];
            /// Puts elements in front and returns the new length.
            Method "unshift" => unshift(items: Rest Value) length 1 -> Num,
                effects [Throws, Alloc, MutatesReceiver, ReadsHeap], eg [("[2].unshift(0, 1)", "3"), ("(() => { const a = [2, , 3]; a.unshift(0, 1); return a })()", "[0, 1, 2, , 3]"), ("[].unshift()", "0"), ("Object.freeze([1]).unshift(1)", "throws TypeError: Cannot add property 1, object is not extensible")];
            /// An iterator over the elements.
            Method "values" => values() -> Iterator,
                effects [Alloc], eg [("[...[1, , 2].values()]", "[1, undefined, 2]"), ("[].values().next()", "{ value: undefined, done: true }"), ("String([].values())", "'[object Array Iterator]'")];
            /// A copy with one element replaced.
            Method "with" => with(index: Req Value, value: Req Value) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("[1, 2, 3].with(-1, 9)", "[1, 2, 9]"), ("[1, , 3].with(0, 5)", "[5, undefined, 3]"), ("[1].with(NaN, 2)", "[2]"), ("[1].with(1, 1)", "throws RangeError: Invalid index : 1"), ("[1].with(5.7, 2)", "throws RangeError: Invalid index : 5.7"),
                ];
        }
    };
}
array_rows!(declare);
