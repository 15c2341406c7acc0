import { check } from './show'

/** An iterable that logs what is asked of it. */
function logged(log, values, extra = {}) {
    return {
        [Symbol.iterator]() {
            log.push('open')
            let at = 0
            return {
                next() {
                    log.push(`next ${at}`)
                    return at < values.length ? { value: values[at++], done: false } : { value: 'end', done: true }
                },
                return(value) {
                    log.push(`return ${value}`)
                    return {}
                },
                ...extra,
            }
        },
    }
}

function firstOf(log, iterable) {
    for (const item of iterable) {
        log.push(`item ${item}`)
        return (log.push('value'), item)
    }
}

export function processEvent(event) {
    const { values, text, nothing, number } = event.properties
    const trace = (body) => { const log = []; let result; try { result = body(log) } catch (error) { result = String(error) } return [result, log] }

    check('for of', () => trace((log) => { let sum = 0; for (const item of logged(log, values)) sum += item; return sum }))
    check('break', () => trace((log) => { for (const item of logged(log, values)) { if (item > 1) break; log.push(`got ${item}`) } return 'after' }))
    check('continue', () => trace((log) => { for (const item of logged(log, values)) { if (item > 1) continue; log.push(`got ${item}`) } }))
    check('outer continue', () => trace((log) => { outer: for (const a of logged(log, values)) { for (const b of logged(log, values)) { if (b > 1) continue outer; log.push(a * b) } } }))
    check('outer break', () => trace((log) => { outer: for (const a of logged(log, values)) { for (const b of logged(log, values)) { if (b > 1) break outer; log.push(a * b) } } return 1 }))
    check('return', () => trace((log) => firstOf(log, logged(log, values))))
    check('throw', () => trace((log) => { for (const item of logged(log, values)) throw new Error(`at ${item}`) }))
    check('throw in return', () => trace((log) => { for (const item of logged(log, values, { return() { log.push('r'); throw new Error('return') } })) break }))
    check('both throw', () => trace((log) => { for (const item of logged(log, values, { return() { log.push('r'); throw new Error('return') } })) throw new Error('body') }))
    check('return no object', () => trace((log) => { for (const item of logged(log, values, { return: () => 5 })) break }))
    check('return no object 2', () => trace((log) => { for (const item of logged(log, values, { return: () => 5 })) throw new Error('body') }))
    check('return no function', () => trace((log) => { for (const item of logged(log, values, { return: 1 })) break }))
    check('no return', () => trace((log) => { for (const item of logged(log, values, { return: undefined })) break; return 'fine' }))
    check('next throws', () => trace((log) => { for (const item of logged(log, values, { next() { throw new Error('next') } })) log.push(item) }))
    check('done throws', () => trace((log) => { for (const item of logged(log, values, { next: () => Object.defineProperty({}, 'done', { get() { throw new Error('done') } }) })) log.push(item) }))
    check('try', () => trace((log) => { try { for (const item of logged(log, values)) { try { throw item } finally { log.push('inner finally') } } } catch (error) { log.push(`caught ${error}`) } finally { log.push('finally') } }))
    check('return in finally', () => trace((log) => { const run = () => { for (const item of logged(log, values)) { try { return item } finally { log.push('cleanup') } } }; return run() }))
    check('switch', () => trace((log) => { for (const item of logged(log, values)) { switch (item) { case 1: continue; case 2: log.push('two'); break; default: return 'left' } } }))

    check('array pattern', () => trace((log) => { const [a] = logged(log, values); return a }))
    check('array pattern 2', () => trace((log) => { const [a, , b = 7, c = (log.push('default'), 8)] = logged(log, values.slice(0, 2)); return [a, b, c] }))
    check('empty pattern', () => trace((log) => { const [] = logged(log, values) }))
    check('rest pattern', () => trace((log) => { const [a, ...rest] = logged(log, values); return rest }))
    check('pattern throws', () => trace((log) => { const [a = (() => { throw new Error('default') })()] = logged(log, [undefined]); return a }))
    check('nested throws', () => trace((log) => { const [{ x }] = logged(log, [nothing]); return x }))
    check('assignment pattern', () => trace((log) => { const o = {}; let b; [o.a, b] = logged(log, values); return [o, b] }))
    check('setter throws', () => trace((log) => { let a; [nothing[log.push('target')], a] = logged(log, values); return a }))
    check('parameter', () => trace((log) => (([a, b]) => [b, a])(logged(log, values))))
    check('close throws', () => trace((log) => { const [a] = logged(log, values, { return() { throw new Error('closing') } }); return a }))
    check('close no object', () => trace((log) => { const [a] = logged(log, values, { return: () => 1 }); return a }))
    check('no close at end', () => trace((log) => { const [a, b, c, d] = logged(log, values); return [a, b, c, d] }))
    check('for of pattern', () => trace((log) => { const seen = []; for (const [key, value] of logged(log, [logged(log, [1, 2, 3])])) seen.push(key, value); return seen }))

    check('spread', () => trace((log) => [0, ...logged(log, values), 9]))
    check('call', () => trace((log) => Math.max(...logged(log, values), 2)))
    check('push', () => trace((log) => { const list = []; list.push(...logged(log, values)); return list }))
    check('from', () => trace((log) => Array.from(logged(log, values), (x) => x * 2)))
    check('from throws', () => trace((log) => Array.from(logged(log, values), (x) => { throw new Error(x) })))
    check('set', () => trace((log) => [...new Set(logged(log, values))]))
    check('map', () => trace((log) => [...new Map(logged(log, [['a', 1], ['b', 2]]))]))
    check('map bad entry', () => trace((log) => new Map(logged(log, [['a', 1], 5, 6]))))
    check('fromEntries', () => trace((log) => Object.fromEntries(logged(log, [['a', 1], ['b', 2]]))))
    check('fromEntries whose next throws', () => { const log = []; try { Object.fromEntries({ [Symbol.iterator]() { return this }, next() { throw new Error('next') }, return() { log.push('return'); throw new Error('return') } }) } catch (error) { log.push(error.message) } return log })
    check('fromEntries bad', () => trace((log) => Object.fromEntries(logged(log, [5]))))

    const bad = { [Symbol.iterator]: number, inner: { [Symbol.iterator]: null } }
    check('bad 1', () => { for (const x of bad) return x })
    check('bad 2', () => [...bad.inner])
    check('bad 3', () => { const [a] = bad; return a })
    check('bad 4', () => { for (const x of { [Symbol.iterator]: () => number }) return x })
    check('bad 5', () => { for (const x of { [Symbol.iterator]: () => ({}) }) return x })
    check('bad 6', () => { for (const x of { [Symbol.iterator]: () => ({ next: () => text }) }) return x })
    check('bad 7', () => new Map(bad))
    check('bad 8', () => Array.from(bad))
    check('bad 9', () => new Set({ [Symbol.iterator]: () => ({ next: () => nothing }) }))
    check('bad 10', () => Math.max(...bad))
    check('bad 11', () => Object.fromEntries({ [Symbol.iterator]: () => 1 }))

    const own = [1, 2, 3]
    own[Symbol.iterator] = function () { let at = 3; return { next: () => ({ done: at === 0, value: at-- }) } }
    check('own iterator of an array', () => [[...own], Array.from(own), Math.max(...own), own.map((x) => x), (([a]) => a)(own)])
    check('inherited', () => [...Object.create({ [Symbol.iterator]: () => ['x', 'y'].values() })])
    check('getter', () => { let reads = 0; const o = Object.defineProperty({}, Symbol.iterator, { get() { reads++; return () => [1].values() } }); return [[...o], Array.from(o), reads] })

    check('iterators', () => {
        const list = values.values()
        const first = list.next()
        return [first, [...list], list.next(), list[Symbol.iterator]() === list]
    })
    check('iterators in for of', () => { const list = values[Symbol.iterator](); const seen = []; for (const a of list) { seen.push(a); break } for (const a of list) seen.push(-a); return seen })
    check('entries', () => [[...values.entries()], [...values.keys()], [...new Map([[1, 2]])[Symbol.iterator]()], [...new Set('aab').entries()], [...text[Symbol.iterator]()]])
    check('next of another', () => [].values().next.call(new Map().keys()))
    check('own next', () => { const list = [1, 2].values(); list.next = () => ({ done: true }); return [...list] })
    check('array-like', () => { const a = { length: 2, 0: 'a', 1: 'b', [Symbol.iterator]: [][Symbol.iterator] }; return [...a] })
    check('array while pushing', () => { const a = [1, 2]; const seen = []; for (const x of a) { seen.push(x); if (a.length < 5) a.push(x * 10) } return seen })
    check('map while changing', () => { const m = new Map([[1, 1], [2, 2], [3, 3]]); const seen = []; for (const [k] of m) { seen.push(k); m.delete(k); if (k === 1) m.set(4, 4); if (k === 2) m.delete(3) } return [seen, m.size] })
    check('set while clearing', () => { const s = new Set([1, 2, 3]); const seen = []; for (const k of s) { seen.push(k); if (k === 2) { s.clear(); s.add(9) } } return seen })
    check('exhausted', () => { const s = new Set([1]); const i = s.values(); i.next(); i.next(); s.add(2); return i.next() })
    check('iterator properties', () => { const i = [1].values(); i.x = 1; return [Object.keys(i), JSON.stringify(i), String(i), i instanceof Object, typeof i.next, i.next.length, i.next.name] })
    return event
}
