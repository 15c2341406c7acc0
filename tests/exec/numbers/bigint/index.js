import { check } from './show'

const BIG = 9007199254740993n
let counter = 0n

function factorial(n) { return n <= 1n ? 1n : n * factorial(n - 1n) }
function fibonacci(n) { let [a, b] = [0n, 1n]; for (let i = 0; i < n; i++) [a, b] = [b, a + b]; return a }

const attempt = (body) => { try { return body() } catch (error) { return `${error.name}: ${error.message}` } }

export function processEvent(event) {
    const { number, text, float, nothing, list } = event.properties
    const big = BigInt(number)
    counter++

    check('literals', () => [0n, 1n, 0xffn, 0o17n, 0b101n, 1_000n, -5n, BIG, 123456789012345678901234567890n])
    check('typeof', () => [typeof big, typeof 1n, typeof Object(1n), typeof BigInt, typeof BigInt(1)])
    check('counter', () => counter)
    for (const [a, b] of [[7n, 2n], [-7n, 2n], [7n, -2n], [-7n, -2n], [big, 3n], [0n, 5n], [BIG, BIG], [2n ** 64n, 2n ** 32n]]) {
        check(`arithmetic ${a} ${b}`, () => [a + b, a - b, a * b, a / b, a % b, a & b, a | b, a ^ b, a < b, a <= b, a > b, a >= b, a == b, a === b, a != b])
        check(`shifts ${a}`, () => [a << 3n, a >> 1n, a << 70n, a >> 70n, a << -1n, a >> -3n, ~a, -a])
    }
    check('powers', () => [2n ** 0n, 2n ** 100n, (-3n) ** 3n, 0n ** 0n, 1n ** 1000000000000n, (-1n) ** 99999999999n, 10n ** 40n])
    check('negative power', () => 2n ** -1n)
    check('division', () => 1n / 0n)
    check('remainder', () => 1n % 0n)
    check('plus', () => +big)
    check('unsigned shift', () => big >>> 0n)
    check('mix add', () => big + number)
    check('mix', () => [() => big - 1, () => 1 * big, () => big / float, () => big % 2, () => big ** 2, () => big & 1, () => 1 << big, () => big >> number, () => big + undefined, () => big - text, () => null * big, () => big * true].map(attempt))
    check('mix constant', () => big * 2.5)
    check('concatenation', () => [big + text, text + big, `${big}${BIG}`, '' + -big, [1n, 2n].join('+'), String(BIG), 1n + '', ['a' + 1n]])
    check('compare numbers', () => [big < number, big <= number, big > float, 1n < 1.5, 2n > 1.5, BIG > 9007199254740992, BIG == 9007199254740993, 1n < Infinity, 1n > -Infinity, 1n < NaN, 1n >= NaN, 0n == -0, 0n == '', 1n == '1', 1n == ' 1 ', 1n == 'x', 2n > '1', 10n < '9', '0x10' > 15n, 1n == true, 0n == false, 1n == null, 1n == undefined, 1n == [1], 2n > true])
    check('strict', () => [1n === 1n, 1n === 1, Object(1n) === 1n, Object(1n) == 1n, Object.is(0n, -0n), [1n].includes(1n), [1n, 2n].indexOf(2n)])
    check('truthiness', () => [!!0n, !!1n, 0n || 'zero', 5n && 'five', 0n ?? 'nullish', 0n ? 1 : 2, !big])
    check('update', () => { let a = 5n; const seen = [a++, a, ++a, a--, --a]; const o = { x: 1n }; o.x++; --o.x; o.x += 4n; const l = [1n]; l[0]++; return [seen, o.x, l] })
    check('update mixed', () => { let v = nothing; v = 1n; v++; let w = number; w++; return [v, w] })
    check('assign', () => { let a = 10n; a += 1n; a -= 3n; a *= 5n; a /= 3n; a %= 9n; a **= 3n; a <<= 2n; a >>= 1n; a &= 255n; a |= 1n; a ^= 3n; return a })
    check('loops', () => { let sum = 0n; for (let i = 0n; i < 10n; i++) sum += i; return sum })
    check('factorial', () => [factorial(25n), factorial(BigInt(list.length))])
    check('fibonacci', () => fibonacci(200))
    check('BigInt()', () => [BigInt(5), BigInt(-0), BigInt('12'), BigInt('-12'), BigInt('+12'), BigInt('0xff'), BigInt('0b11'), BigInt('0o17'), BigInt(''), BigInt('  7\n'), BigInt(true), BigInt(2 ** 70), BigInt(1e21), BigInt([9]), BigInt({ valueOf: () => 3 }), BigInt(Object(4n)), BigInt(Number.MAX_SAFE_INTEGER)])
    for (const bad of [1.5, NaN, Infinity, undefined, null, 'x', '1n', '1.5', '1_0', '-0x1', '--1', {}, [1, 2], Symbol('s'), '0x', '1 2']) check(`BigInt(${String(bad)})`, () => BigInt(bad))
    check('new', () => new BigInt(1))
    check('asIntN', () => [BigInt.asIntN(8, 127n), BigInt.asIntN(8, 128n), BigInt.asIntN(8, -129n), BigInt.asIntN(64, 2n ** 64n - 1n), BigInt.asIntN(0, 7n), BigInt.asIntN(1, 1n), BigInt.asIntN(200, -5n), BigInt.asIntN('8', 255n), BigInt.asIntN(3.9, 5n)])
    check('asUintN', () => [BigInt.asUintN(8, 256n), BigInt.asUintN(8, -1n), BigInt.asUintN(64, -(2n ** 63n)), BigInt.asUintN(0, 7n), BigInt.asUintN(1, 3n), BigInt.asUintN(100, 5n)])
    check('asIntN errors', () => [() => BigInt.asIntN(-1, 1n), () => BigInt.asIntN(2 ** 53, 1n), () => BigInt.asUintN(8, 1), () => BigInt.asUintN(8, undefined), () => BigInt.asIntN(8, '5'), () => BigInt.asIntN(8, 'x')].map(attempt))
    check('toString', () => [(255n).toString(), (255n).toString(16), (-255n).toString(2), BIG.toString(36), (0n).toString(8), (10n).toString(undefined), BigInt.prototype.toString.call(Object(3n))])
    check('toString errors', () => [() => (1n).toString(1), () => (1n).toString(37), () => (1n).toString(0), () => BigInt.prototype.toString.call('1'), () => BigInt.prototype.valueOf.call(1)].map(attempt))
    check('Number', () => [Number(5n), Number(BIG), Number(-(2n ** 64n)), Number(2n ** 1024n), Number(-(2n ** 2000n)), Number(2n ** 1023n), Number(9007199254740995n), Number(18446744073709551615n), Number(36893488147419103233n), parseInt(12n), parseFloat(3n), Number(Object(7n)), new Number(8n) + 1])
    check('Number things', () => [() => Math.max(1n), () => isNaN(1n), () => Number.isInteger(1n), () => Number.isNaN(1n), () => (1).toFixed(1n), () => [3n, 1n, 2n].sort(), () => [3n, 1n, 2n].sort((a, b) => (a < b ? -1 : 1)), () => [2n, 1n].sort((a, b) => a - b), () => 'abc'[1n], () => [5, 6][1n], () => 'abc'.charAt(1n), () => new Array(3n).length, () => 'x'.repeat(2n)].map(attempt))
    check('json', () => JSON.stringify({ a: 1n }))
    check('json nested', () => JSON.stringify([1, [2n]]))
    check('json replacer', () => JSON.stringify({ a: 1n, b: [2n] }, (key, value) => (typeof value === 'bigint' ? `${value}n` : value)))
    check('json undefined', () => JSON.stringify(5n))
    check('keys', () => { const o = { 1n: 'one', [2n]: 'two' }; o[3n] = 'three'; return [o, o[1n], o['2'], 3n in o, new Map([[1n, 'a'], [1, 'b']]).get(1n), new Set([1n, 1n, 1]).size] })
    check('switch', () => { switch (big) { case 5: return 'number'; case 5n: return 'bigint' } return 'none' })
    check('boxed', () => [Object(5n) + 1n, `${Object(5n)}`, Object(5n) > 4, typeof Object(5n).valueOf(), Object.prototype.toString.call(1n), (5n).constructor === BigInt, BigInt.name, BigInt.length, Object.keys(Object(5n))])
    check('bitwise of negatives', () => [-5n & 3n, -5n | 3n, -5n ^ 3n, -1n & 0xffffffffffffffffn, -(2n ** 70n) >> 3n, -1n >> 100n, ~0n])
    check('text of objects', () => [big > ['1.2'], big > '1.2', ['1.2'] < big, big < ['x'], Object(big) > ['0x4'], 9007199254740993n > ['9007199254740993'], 9007199254740993n > '9007199254740993'])
    check('clone', () => structuredClone({ a: [1n] }).a)
    check('kept', () => { global.big = (global.big ?? 0n) + BIG; return global.big })
    check('spread', () => [Math.max(...[1, 2].map((x) => Number(BigInt(x)))), [...'12'].map(BigInt)])
    return event
}
