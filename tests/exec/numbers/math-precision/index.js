import { check } from './show'

export function processEvent(event) {
    const inputs = [0.1, 0.7, 1.3, 2.9, 7.77, 33.3, 123.456, 9999.5, 1e-5, 6.02e23]
    const powers = inputs.map((x) => [x ** 2, x ** 3, x ** 0.3, x ** -1, x ** -2.5, 1.0001 ** x])
    const exponentials = inputs.slice(0, 9).map((x) => [Math.exp(x / 20), Math.expm1(x / 100), Math.exp(-x)])
    const logarithms = inputs.map((x) => [Math.log(x), Math.log2(x), Math.log10(x), Math.log1p(x)])
    const sines = inputs.map((x) => [Math.sin(x), Math.cos(x)])
    const tangents = inputs.map((x) => [Math.tan(x), Math.atan(x), Math.atan2(x, 3)])
    const roots = inputs.map((x) => [Math.sqrt(x), Math.cbrt(x), Math.hypot(x, 1.5)])
    const hyperbolic = inputs.slice(0, 6).map((x) => [Math.sinh(x), Math.cosh(x), Math.tanh(x), Math.asinh(x), Math.acosh(x + 1), Math.atanh(x / 40)])
    check('powers', () => powers)
    check('exponentials', () => exponentials)
    check('logarithms', () => logarithms)
    check('sines', () => sines)
    check('tangents', () => tangents)
    check('roots', () => roots)
    check('hyperbolic', () => hyperbolic)
    return event
}
