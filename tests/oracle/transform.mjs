// What PostHog's server did to plugin source before running it: Babel with the `typescript` and `env` presets, imports replaced by
// host modules, and a time guard in every loop. Local modules are Prickle's addition; their imports stay for `modules.mjs`.
import Babel from './babel.mjs'

/** Packages that a plugin of the 2024 server could import and that this host provides. */
export const hostPackages = ['crypto', 'url', 'node:crypto', 'node:url', '@posthog/plugin-scaffold']

const utilOfNode = ['util', 'node:util']

/** A specifier that names a file of the plugin folder. */
export const isLocal = (specifier) => specifier.startsWith('./') || specifier.startsWith('../')

function requireHost(types, specifier, isPackage) {
    // The server did not hand `util` on. Packages look at it, as they do under Node.
    if (!hostPackages.includes(specifier) && !(isPackage && utilOfNode.includes(specifier))) {
        throw new Error(`Cannot import '${specifier}'! This package is not provided by PostHog in plugins.`)
    }
    return types.memberExpression(types.identifier('__hostImports'), types.stringLiteral(specifier), true)
}

/**
 * Replaces imports of packages by reads of the host's modules. Default and namespace imports are the whole module. What `isFile` finds a
 * file for is left to Babel.
 */
function replaceImports({ types }, { isFile, isPackage }) {
    return {
        visitor: {
            ImportDeclaration(path) {
                const specifier = path.node.source.value
                if (isLocal(specifier) || isFile(specifier, 'import')) {
                    return
                }
                const whole = requireHost(types, specifier, isPackage)
                const declarators = path.node.specifiers.map((binding) => {
                    const imported = binding.imported?.name ?? binding.imported?.value ?? 'default'
                    const value = imported === 'default' ? whole : types.memberExpression(whole, types.stringLiteral(imported), true)
                    return types.variableDeclarator(types.identifier(binding.local.name), types.cloneNode(value))
                })
                path.replaceWith(types.variableDeclaration('const', declarators))
            },
            CallExpression(path) {
                const { callee, arguments: args } = path.node
                if (!types.isIdentifier(callee, { name: 'require' }) || args.length !== 1 || path.scope.hasBinding('require')) {
                    return
                }
                const specifier = types.isStringLiteral(args[0]) ? args[0].value : undefined
                // Babel's own calls have no place.
                const kind = path.node.loc ? 'require' : 'import'
                if (specifier !== undefined && (isLocal(specifier) || isFile(specifier, kind))) {
                    path.node.callee = types.identifier('__requireLocal')
                    args.push(types.stringLiteral(kind))
                } else {
                    path.replaceWith(requireHost(types, specifier, isPackage))
                }
            },
        },
    }
}

/** Replaces the names of `definitions`, where nothing declares them, by their values. */
function define({ types }, { definitions }) {
    const name = (node, scope) => {
        if (types.isIdentifier(node)) {
            return scope.hasBinding(node.name, true) ? undefined : node.name
        }
        const object = types.isMemberExpression(node, { computed: false }) ? name(node.object, scope) : undefined
        return object && `${object}.${node.property.name}`
    }
    const replace = (path) => {
        const found = path.isReferenced() && name(path.node, path.scope)
        if (found && Object.hasOwn(definitions, found)) {
            path.replaceWith(types.valueToNode(definitions[found]))
            path.skip()
        }
    }
    return { visitor: { MemberExpression: replace, Identifier: replace } }
}

/** Stamps the time before a loop and checks it first in every iteration. PostHog guarded three kinds of loop; Prickle guards all. */
function guardLoops({ types }) {
    const call = (name, ...args) => types.callExpression(types.identifier(name), args)
    return {
        visitor: {
            'WhileStatement|DoWhileStatement|ForStatement|ForOfStatement|ForInStatement'(path) {
                if (!path.node.loc) {
                    return // one of Babel's own helpers
                }
                const start = path.scope.generateUidIdentifier('loopStart')
                const { line, column } = path.node.loc.start
                const check = call('__loopCheck', types.cloneNode(start), types.numericLiteral(line), types.numericLiteral(column))
                path.ensureBlock()
                path.get('body').unshiftContainer('body', types.expressionStatement(check))
                path.insertBefore(types.variableDeclaration('const', [types.variableDeclarator(start, call('__loopStart'))]))
            },
        },
    }
}

/**
 * Makes the exports of a local ES module live bindings that throw before they are initialised, as a bundler links them: Babel's own
 * output would show `undefined` instead. Writes `__live({ name: () => local, … })` before everything else.
 */
function liveExports({ types, template }) {
    const localOf = (path, name) => path.scope.hasBinding(name)
    return {
        visitor: {
            Program(path) {
                const getters = new Map()
                for (const item of path.get('body')) {
                    if (!item.isExportNamedDeclaration() || item.node.source || item.node.exportKind === 'type') {
                        continue
                    }
                    const declaration = item.get('declaration')
                    if (declaration.node && !declaration.isTSInterfaceDeclaration() && !declaration.isTSTypeAliasDeclaration()) {
                        for (const name of Object.keys(declaration.getOuterBindingIdentifiers())) {
                            getters.set(name, name)
                        }
                    }
                    for (const { local, exported, exportKind } of item.node.specifiers) {
                        if (exportKind !== 'type' && localOf(path, local.name) && path.scope.getBinding(local.name).kind !== 'module') {
                            getters.set(exported.name ?? exported.value, local.name)
                        }
                    }
                }
                if (!path.get('body').some((item) => item.isExportDeclaration())) {
                    return
                }
                const properties = [...getters].sort().map(([exported, local]) =>
                    types.objectProperty(types.stringLiteral(exported), types.arrowFunctionExpression([], types.identifier(local)))
                )
                const statement = template.statement`__live(GETTERS)`({ GETTERS: types.objectExpression(properties) })
                // Babel writes the requires of a module first; the getters must stand before them.
                statement._blockHoist = 100
                path.unshiftContainer('body', statement)
            },
        },
    }
}

/** In an ES module, `typeof module` and the like are "undefined": the wrapper that runs Babel's output has these names, Node has not. */
function withoutCommonJs({ types }) {
    return {
        visitor: {
            UnaryExpression(path) {
                const { operator, argument } = path.node
                const isModule = path.scope.getProgramParent().path.node.sourceType === 'module'
                if (isModule && operator === 'typeof' && ['module', 'exports', 'require'].includes(argument.name) && !path.scope.hasBinding(argument.name)) {
                    path.replaceWith(types.stringLiteral('undefined'))
                }
            },
        },
    }
}

const env = ['env', { targets: { node: process.versions.node } }]

/** What came of a text, since many runs load the same plugin. */
const unmarked = new Map()

/**
 * Transforms one file. `live` is set for modules that others import; `branches`, where it is set, gets the branches of `file`.
 * `isPackage` is set for files of packages, which are plain JavaScript. `isFile(specifier, kind)` tells what means a file, seen from the
 * one that is `at` this path.
 */
export function transform(code, { at, file, live, branches, isPackage, definitions, isFile }) {
    const transformed = branches?.transformed ?? unmarked
    const key = `${live} ${branches ? file : ''} ${at} ${JSON.stringify(definitions)} ${code}`
    if (!transformed.has(key)) {
        const marking = branches ? [branches.marking(file)] : []
        const plugins = [...marking, [define, { definitions }], [replaceImports, { isFile, isPackage }], guardLoops, ...(live ? [liveExports] : []), ...(isPackage ? [withoutCommonJs] : [])]
        const language = isPackage
            ? { filename: 'index.js', presets: [env], sourceType: 'unambiguous', parserOpts: { allowReturnOutsideFunction: true } }
            : { filename: 'index.ts', presets: [['typescript'], env] }
        transformed.set(key, Babel.transform(code, { babelrc: false, configFile: false, plugins, ...language }).code)
    }
    return transformed.get(key)
}
