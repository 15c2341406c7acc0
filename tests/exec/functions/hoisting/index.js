import { check } from './show'

const early = declaredLater('early')

export function processEvent(event) {
    check('early', () => early)
    check('declared later', () => declaredLater(1))
    check('inner', () => inner())
    check('var before its declaration', () => hoisted)
    check('typeof of a hoisted var', () => typeof hoisted)
    var hoisted = 'assigned'
    check('var afterwards', () => hoisted)
    if (event.properties.never) {
        var inBranch = 1
    }
    check('var in a branch not taken', () => inBranch)
    for (var i = 0; i < 2; i++) {
        var inLoop = i
    }
    check('var after the loop', () => [i, inLoop])
    var twice = 1
    var twice
    check('declared twice', () => twice)
    var twice = 2
    check('declared three times', () => twice)
    function inner() {
        return twice === undefined ? 'called before' : 'called after'
    }
    function same() {
        return 1
    }
    check('the last declaration wins', () => same())
    function same() {
        return 2
    }
    var redefined = 'variable'
    function redefined() {}
    check('var over function', () => redefined)
    function withVar(x) {
        var x
        return x
    }
    check('var over parameter', () => withVar('kept'))
    function withVarAssigned(x) {
        var x = 'changed'
        return x
    }
    check('var over parameter, assigned', () => withVarAssigned('given'))
    check('mutual recursion', () => [isEven(7), isOdd(7)])
    {
        function inBlock() {
            return 'in block'
        }
        check('in the block', () => inBlock())
    }
    check('after the block', () => inBlock())
    try {
        usesLater()
    } catch (error) {
        check('const before its declaration', () => error)
    }
    const laterConst = 1
    function usesLater() {
        return laterConst
    }
    check('afterwards', () => usesLater())
    const named = function inside(n) {
        return n ? inside(n - 1) : typeof inside
    }
    check('a named function expression', () => [named(2), named.name])
    check('its name is not outside', () => typeof inside)
    return event
}

function isEven(n) {
    return n === 0 ? true : isOdd(n - 1)
}
function isOdd(n) {
    return n === 0 ? false : isEven(n - 1)
}
function declaredLater(x) {
    return `got ${x}`
}
