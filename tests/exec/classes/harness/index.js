// A conformance harness as test suites of ECMAScript have it: assertion functions with functions on them, an error class of the old kind,
// descriptors verified by trying what they promise.

function HarnessError(message) {
    this.message = message || ''
}
HarnessError.prototype.toString = function () {
    return 'HarnessError: ' + this.message
}
HarnessError.thrower = function (message) {
    throw new HarnessError(message)
}

function assert(mustBeTrue, message) {
    if (mustBeTrue === true) {
        return
    }
    if (message === undefined) {
        message = 'Expected true but got ' + assert._toString(mustBeTrue)
    }
    throw new HarnessError(message)
}
assert._isSameValue = function (a, b) {
    if (a === b) {
        return a !== 0 || 1 / a === 1 / b
    }
    return a !== a && b !== b
}
assert._toString = function (value) {
    try {
        if (value === 0 && 1 / value === -Infinity) {
            return '-0'
        }
        return typeof value === 'function' ? 'function ' + value.name : String(value)
    } catch (err) {
        if (err.name === 'TypeError') {
            return Object.prototype.toString.call(value)
        }
        throw err
    }
}
assert.sameValue = function (actual, expected, message) {
    if (assert._isSameValue(actual, expected)) {
        return
    }
    message = message === undefined ? '' : message + ' '
    message += 'Expected SameValue(«' + assert._toString(actual) + '», «' + assert._toString(expected) + '») to be true'
    throw new HarnessError(message)
}
assert.notSameValue = function (actual, unexpected, message) {
    if (!assert._isSameValue(actual, unexpected)) {
        return
    }
    throw new HarnessError((message === undefined ? '' : message + ' ') + 'not to be the same: ' + assert._toString(actual))
}
assert.throws = function (expectedErrorConstructor, func, message) {
    var expectedName, actualName
    if (typeof func !== 'function') {
        throw new HarnessError('assert.throws requires two arguments: the error constructor and a function to run')
    }
    message = message === undefined ? '' : message + ' '
    try {
        func()
    } catch (thrown) {
        if (typeof thrown !== 'object' || thrown === null) {
            throw new HarnessError(message + 'Thrown value was not an object!')
        } else if (thrown.constructor !== expectedErrorConstructor) {
            expectedName = expectedErrorConstructor.name
            actualName = thrown.constructor.name
            throw new HarnessError(message + 'Expected a ' + expectedName + ' but got a ' + actualName)
        }
        return
    }
    throw new HarnessError(message + 'Expected a ' + expectedErrorConstructor.name + ' to be thrown but no exception was thrown')
}

function compareArray(a, b) {
    if (b.length !== a.length) {
        return false
    }
    for (var i = 0; i < a.length; i++) {
        if (!assert._isSameValue(b[i], a[i])) {
            return false
        }
    }
    return true
}
compareArray.format = function (arrayLike) {
    return '[' + [].map.call(arrayLike, String).join(', ') + ']'
}
assert.compareArray = function (actual, expected, message) {
    assert(
        compareArray(actual, expected),
        'Actual ' + compareArray.format(actual) + ' and expected ' + compareArray.format(expected) + ' should have the same contents. ' + (message || '')
    )
}

var __join = Function.prototype.call.bind(Array.prototype.join)
var __push = Function.prototype.call.bind(Array.prototype.push)
var __hasOwnProperty = Function.prototype.call.bind(Object.prototype.hasOwnProperty)
var __propertyIsEnumerable = Function.prototype.call.bind(Object.prototype.propertyIsEnumerable)
var nonIndexNumericPropertyName = Math.pow(2, 32) - 1

function isConfigurable(obj, name) {
    try {
        delete obj[name]
    } catch (e) {
        if (!(e instanceof TypeError)) {
            throw new HarnessError('Expected TypeError, got ' + e)
        }
    }
    return !__hasOwnProperty(obj, name)
}
function isEnumerable(obj, name) {
    var stringCheck = false
    if (typeof name === 'string') {
        for (var x in obj) {
            if (x === name) {
                stringCheck = true
                break
            }
        }
    } else {
        stringCheck = true
    }
    return stringCheck && __hasOwnProperty(obj, name) && __propertyIsEnumerable(obj, name)
}
function isWritable(obj, name, verifyProp, value) {
    var unlikelyValue = Array.isArray(obj) && name === 'length' ? nonIndexNumericPropertyName : 'unlikelyValue'
    var newValue = value || unlikelyValue
    var hadValue = __hasOwnProperty(obj, name)
    var oldValue = obj[name]
    var writeSucceeded
    if (arguments.length < 4 && assert._isSameValue(oldValue, newValue)) {
        newValue = newValue + newValue
    }
    try {
        obj[name] = newValue
    } catch (e) {
        if (!(e instanceof TypeError)) {
            throw new HarnessError('Expected TypeError, got ' + e)
        }
    }
    writeSucceeded = assert._isSameValue(obj[verifyProp || name], newValue)
    if (writeSucceeded) {
        if (hadValue) {
            obj[name] = oldValue
        } else {
            delete obj[name]
        }
    }
    return writeSucceeded
}
function verifyProperty(obj, name, desc, options) {
    assert(arguments.length > 2, 'verifyProperty should receive at least 3 arguments: obj, name, and descriptor')
    var originalDesc = Object.getOwnPropertyDescriptor(obj, name)
    if (desc === undefined) {
        assert.sameValue(originalDesc, undefined, "obj['" + String(name) + "'] descriptor should be undefined")
        return true
    }
    assert(__hasOwnProperty(obj, name), 'obj should have an own property ' + String(name))
    assert.notSameValue(desc, null, 'The desc argument should be an object or undefined, null')
    assert.sameValue(typeof desc, 'object')
    var names = Object.getOwnPropertyNames(desc)
    for (var i = 0; i < names.length; i++) {
        assert(
            names[i] === 'value' || names[i] === 'writable' || names[i] === 'enumerable' || names[i] === 'configurable' || names[i] === 'get' || names[i] === 'set',
            'Invalid descriptor field: ' + names[i]
        )
    }
    var failures = []
    if (__hasOwnProperty(desc, 'value')) {
        if (!assert._isSameValue(desc.value, originalDesc.value)) {
            __push(failures, "descriptor value should be '" + String(desc.value) + "'")
        }
        if (!assert._isSameValue(desc.value, obj[name])) {
            __push(failures, "object value should be '" + String(desc.value) + "'")
        }
    }
    if (__hasOwnProperty(desc, 'enumerable')) {
        if (desc.enumerable !== originalDesc.enumerable || desc.enumerable !== isEnumerable(obj, name)) {
            __push(failures, 'descriptor should ' + (desc.enumerable ? '' : 'not ') + 'be enumerable')
        }
    }
    if (__hasOwnProperty(desc, 'writable')) {
        if (desc.writable !== originalDesc.writable || desc.writable !== isWritable(obj, name)) {
            __push(failures, 'descriptor should ' + (desc.writable ? '' : 'not ') + 'be writable')
        }
    }
    if (__hasOwnProperty(desc, 'configurable')) {
        if (desc.configurable !== originalDesc.configurable || desc.configurable !== isConfigurable(obj, name)) {
            __push(failures, 'descriptor should ' + (desc.configurable ? '' : 'not ') + 'be configurable')
        }
    }
    assert(!failures.length, __join(failures, '; '))
    if (options && options.restore) {
        Object.defineProperty(obj, name, originalDesc)
    }
    return true
}

function run(name, body) {
    try {
        body()
        console.log(name + ' passes')
    } catch (error) {
        console.log(name + ' fails: ' + error)
    }
}

export function processEvent(event) {
    var p = event.properties
    run('sameValue', function () {
        assert.sameValue(p.three, 3)
        assert.sameValue(NaN, p.three * undefined)
        assert.notSameValue(0, -0)
        assert.throws(HarnessError, function () {
            assert.sameValue(p.three, 4, 'three')
        })
    })
    run('a failure', function () {
        assert.sameValue(-0, p.three - 3, 'zero')
    })
    run('no throw', function () {
        assert.throws(TypeError, function () {})
    })
    run('other throw', function () {
        assert.throws(TypeError, function () {
            throw new RangeError('x')
        })
    })
    run('not an object', function () {
        assert.throws(TypeError, function () {
            throw 5
        })
    })
    run('throws', function () {
        assert.throws(TypeError, function () {
            null.x
        })
        assert.throws(ReferenceError, function () {
            undeclaredName
        })
        assert.throws(TypeError, function () {
            'use strict'
            Object.freeze(p).three = 5
        })
        assert.throws(HarnessError, HarnessError.thrower)
    })
    run('compareArray', function () {
        assert.compareArray([1, NaN], [1, p.three * undefined])
        assert.compareArray([1, 2], [1, 3], 'arrays')
    })
    run('own property', function () {
        var o = Object.defineProperty({}, 'a', { value: 1, configurable: true })
        verifyProperty(o, 'a', { value: 1, writable: false, enumerable: false, configurable: true }, { restore: true })
        verifyProperty(o, 'b', undefined)
        verifyProperty({ x: 5 }, 'x', { value: 5, writable: true, enumerable: true, configurable: true })
        verifyProperty(Object.freeze({ x: 5 }), 'x', { value: 5, writable: false, enumerable: true, configurable: false })
    })
    run('array length', function () {
        verifyProperty([1, 2], 'length', { value: 2, writable: true, enumerable: false, configurable: false })
        verifyProperty(Object.defineProperty([1, 2], 'length', { writable: false }), 'length', { value: 2, writable: false, enumerable: false, configurable: false })
    })
    run('array element', function () {
        var a = Object.defineProperty([1, 2], 0, { value: 9, writable: false })
        verifyProperty(a, '0', { value: 9, writable: false, enumerable: true, configurable: true }, { restore: true })
        a.push(3)
        assert.compareArray(a, [9, 2, 3])
        assert.throws(TypeError, function () {
            'use strict'
            a[0] = 1
        })
        Object.defineProperty(a, 1, { get: function () { return 'got' }, enumerable: false, configurable: false })
        assert.compareArray(a, [9, 'got', 3])
        assert.sameValue(Object.keys(a).join(), '0,2')
        a.length = 0
        assert.sameValue(a.length, 2)
        assert.throws(TypeError, function () {
            Object.defineProperty(a, 1, { value: 1 })
        })
    })
    run('function properties', function () {
        function f(a, b) {}
        verifyProperty(f, 'length', { value: 2, writable: false, enumerable: false, configurable: true })
        verifyProperty(f, 'name', { value: 'f', writable: false, enumerable: false, configurable: true })
        verifyProperty(f, 'prototype', { value: f.prototype, writable: true, enumerable: false, configurable: false })
        verifyProperty(f.prototype, 'constructor', { value: f, writable: true, enumerable: false, configurable: true })
    })
    run('builtin properties', function () {
        verifyProperty(Array.prototype.map, 'length', { value: 1, writable: false, enumerable: false, configurable: true }, { restore: true })
        verifyProperty(Array.prototype.map, 'name', { value: 'map', writable: false, enumerable: false, configurable: true }, { restore: true })
        verifyProperty(Math, 'PI', { value: 3.141592653589793, writable: false, enumerable: false, configurable: false })
        var d = Object.getOwnPropertyDescriptor(Array.prototype, 'map')
        assert.sameValue(d.value, Array.prototype.map)
        assert.sameValue(d.enumerable, false)
        assert.sameValue(d.writable, true)
        assert.sameValue(d.configurable, true)
        assert.sameValue(Object.getOwnPropertyDescriptor(Array, 'prototype').writable, false)
    })
    run('generic methods', function () {
        var o = { length: 3, 0: 'a', 2: 'c' }
        assert.compareArray(Array.prototype.slice.call(o, 1), [undefined, 'c'])
        assert.sameValue(Array.prototype.indexOf.call(o, 'c'), 2)
        assert.sameValue(Array.prototype.push.call(o, 'd'), 4)
        assert.sameValue(o[3], 'd')
        assert.compareArray(Array.prototype.filter.call('hello', function (c) { return c > 'h' }), ['l', 'l', 'o'])
        assert.sameValue(Array.prototype.reduce.call({ length: 2, 0: 1, 1: 2 }, function (a, b) { return a + b }), 3)
        assert.throws(TypeError, function () { Array.prototype.map.call(null, function () {}) })
        assert.throws(TypeError, function () { Array.prototype.map.call({ length: 1 }, 5) })
        assert.sameValue(String.prototype.trim.call(5), '5')
        assert.throws(TypeError, function () { String.prototype.trim.call(undefined) })
        assert.throws(TypeError, function () { Number.prototype.toFixed.call('x') })
        assert.throws(TypeError, function () { Map.prototype.get.call({}, 1) })
    })
    return event
}
