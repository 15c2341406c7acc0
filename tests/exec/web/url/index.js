import { check } from './show'
import { URL as ModuleURL } from 'url'
import * as module from 'url'

const parts = (url) => [url.href, url.origin, url.protocol, url.username, url.password, url.host, url.hostname, url.port, url.pathname, url.search, url.hash]

export function setupPlugin() {
    global.kept = new URL('http://kept/a?b=1')
    global.params = global.kept.searchParams
}

export function processEvent(event) {
    const { inputs, bases, setters, text, key } = event.properties
    for (const input of inputs) {
        check(`new URL(${JSON.stringify(input)})`, () => parts(new URL(input)))
        for (const base of bases) {
            check(`new URL(${JSON.stringify(input)}, ${JSON.stringify(base)})`, () => new URL(input, base).href)
        }
    }
    for (const [start, name, value] of setters) {
        check(`${start} ${name} = ${JSON.stringify(value)}`, () => {
            const url = new URL(start)
            url[name] = value
            return parts(url)
        })
    }
    check('the error', () => {
        try {
            new URL(text, 'base')
        } catch (error) {
            return [error instanceof TypeError, error.name, error.message, error.code, error.input, error.base, Object.keys(error), JSON.stringify(error)]
        }
    })
    check('coercion', () => [new URL({ toString: () => 'http://x/y' }).href, new URL('z', new URL('http://x/y')).href, new URL(['http://a/']).pathname])
    check('lone surrogates', () => new URL('http://x/\ud800?\udc00#\ud800').href)
    check('null as base', () => new URL('http://x/', null).href)
    check('undefined as base', () => new URL('http://x/', undefined).href)
    check('undefined', () => new URL(undefined))
    check('without new', () => URL('http://x'))
    check('typeof', () => [typeof URL, typeof URL.canParse, URL.name, URL.length, typeof new URL('a:b')])
    check('instanceof', () => [new URL('a:b') instanceof URL, new ModuleURL('a:b') instanceof URL, {} instanceof URL])
    check('the module', () => [module.URL === URL, ModuleURL === URL, new module.URL('a:b').href])
    check('toString', () => [`${new URL('a:b')}`, new URL('a:b') + '', String(new URL('a:b')), JSON.stringify([new URL('a:b')]), JSON.stringify({ u: new URL('a:b') }, null, 1)])
    check('Object.prototype.toString', () => [Object.prototype.toString.call(new URL('a:b')), Object.prototype.toString.call(new URL('a:b').searchParams)])
    check('own keys', () => [Object.keys(new URL('a:b')), Object.getOwnPropertyNames(new URL('a:b')), Object.entries({ ...new URL('a:b') })])
    check('own properties', () => Object.assign(new URL('a:b'), { extra: 1 }).extra)
    check('for in', () => {
        const keys = []
        for (const name in new URL('a:b')) keys.push(name)
        return keys
    })
    check('in', () => ['href' in new URL('a:b'), 'nope' in new URL('a:b'), new URL('a:b').hasOwnProperty('href')])
    check('read-only', () => {
        const url = new URL('http://x/')
        url.origin = 'http://y'
        url.searchParams = 5
        return [url.origin, url.searchParams.size]
    })
    check('by computed key', () => new URL(text.replace('nope', 'http://x/y?z'))[key])
    check('setter returns the value', () => {
        const url = new URL('http://x/')
        return [(url.port = 81), url.href, (url.hash += 'a'), url.href, delete url.hash, url.hash]
    })
    check('live link', () => {
        const url = new URL('http://x/?a=1&b=2')
        const params = url.searchParams
        params.append('c', ' ')
        const first = url.search
        url.search = '?d=4'
        const second = [...params]
        url.href = 'http://y/?e=5#f'
        const third = params.toString()
        params.delete('e')
        return [first, second, third, url.href, params.size, url.searchParams === params]
    })
    check('opaque paths', () => {
        const url = new URL('data:x  ?a#b')
        url.searchParams.delete('a')
        const first = url.href
        url.hash = ''
        return [first, url.href]
    })
    check('kept', () => {
        global.params.append('n', global.params.size)
        global.kept.pathname += 'x'
        return [global.kept.href, global.kept.searchParams === global.params]
    })
    check('structuredClone', () => structuredClone({ url: new URL('http://x/'), params: new URL('http://x/?a').searchParams }))
    check('methods as values', () => [[new URL('a:b'), new URL('c:d')].map(String), URL.prototype.toString.call(new URL('a:b')), typeof URL.prototype.toJSON])
    check('the accessors', () => {
        const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(URL.prototype, 'hash')
        return [typeof get, typeof set, enumerable, configurable]
    })
    check('canParse and parse', () => [URL.canParse(text), URL.canParse(text, 'http://x'), URL.parse(text), URL.parse(text, 'http://x/y/z').href])
    console.log(new URL('http://x/é'), [new URL('http://x/')], { url: new URL('http://x') }, new URL('http://x/?a=b c').searchParams)
    return { ...event, properties: { url: new URL('http://x/'), params: new URL('http://x/?a').searchParams } }
}
