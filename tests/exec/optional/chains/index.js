import { check } from './show'

let evaluated = 0
const count = () => ++evaluated

export function processEvent(event) {
    const { properties } = event
    const nothing = properties.nothing
    const none = properties.none
    check('a?.b', () => [properties?.a, nothing?.a, none?.a])
    check('deep', () => nothing?.a.b.c.d)
    check('in parentheses', () => (nothing?.a).b)
    check('a.b?.c', () => properties.object?.inner?.value)
    check('a?.b.missing.c', () => properties?.missing.c)
    check('a?.[k]', () => [properties?.['a'], nothing?.[count()], properties.list?.[0], properties.list?.[9]?.x])
    check('evaluated', () => evaluated)
    check('a?.()', () => nothing?.())
    check('a?.(arguments)', () => nothing?.(count(), count()))
    check('evaluated', () => evaluated)
    check('method?.()', () => properties.object.missing?.())
    check('text?.trim()', () => properties.text?.trim())
    check('number?.trim()', () => event.team_id?.trim())
    check('number?.trim?.()', () => event.team_id?.trim?.())
    check('object?.missing()', () => properties.object?.missing())
    check('a?.b()', () => nothing?.b())
    check('a?.b?.()', () => properties.object?.f?.())
    check('chain of calls', () => properties.text?.split(',')?.map?.((x) => x)?.[0]?.length)
    check('falsy is not nullish', () => [properties.zero?.toFixed(1), properties.empty?.length, properties.no?.toString()])
    check('with ??', () => nothing?.a ?? properties.none?.b ?? 'default')
    check('in a template', () => `${nothing?.a}`)
    check('delete', () => [delete nothing?.a, delete properties?.gone, 'gone' in properties])
    check('typeof', () => typeof nothing?.a)
    check('as a condition', () => (properties?.list?.length > 1 ? 'many' : 'few'))
    check('comparison of undefined', () => nothing?.length > 0)
    check('assigned from', () => {
        const x = properties?.object?.inner
        return x === properties.object.inner
    })
    check('this in an optional call', () => {
        const o = { v: 1, f() {
            return this.v
        } }
        return [o?.f(), o.f?.(), o?.['f']?.()]
    })
    check('of a call', () => (() => null)()?.x)
    check('spread of', () => [...(nothing?.list ?? [])])
    check('?.5', () => (properties.zero ? .5 : 1))
    check('in arguments', () => Math.max(nothing?.a, 1))
    return event
}
