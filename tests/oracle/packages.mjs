// Where the files of a plugin and of its packages are: Node's rules, with `module` of package.json where an `import` asks, and
// `baseUrl` and `paths` of tsconfig.json for the plugin's own files.
import fs from 'node:fs'
import path from 'node:path'

const readText = (file) => fs.readFileSync(file, 'utf8')
const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
const isFolder = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
const isRelative = (specifier) => specifier.startsWith('.') || specifier.startsWith('/')

/** True for a file of a package. */
export const isPackageFile = (file) => file.split(path.sep).includes('node_modules')

const ownSuffixes = ['', '.ts', '.js', '.json', '/index.ts', '/index.js']
const packageSuffixes = ['', '.js', '.json', '.cjs', '.mjs']
const conditions = { import: ['import', 'module', 'node', 'default'], require: ['require', 'node', 'default'] }

/** Resolves the specifiers of the plugin in `folder`; `undefined` where no file is meant. `kind` is `import` or `require`. */
export function makeResolver(folder, isHostPackage) {
    const tsconfig = readTsconfig(path.join(folder, 'tsconfig.json'))
    const own = (base) => ownSuffixes.map((suffix) => base + suffix).find(isFile)
    return (from, specifier, kind) => {
        const inPackage = isPackageFile(path.relative(folder, from))
        if (isRelative(specifier)) {
            const base = path.resolve(path.dirname(from), specifier)
            return inPackage ? fileOrFolder(base) : own(base)
        }
        if (isHostPackage(specifier)) {
            return undefined
        }
        const mapped = inPackage ? [] : candidates(tsconfig, specifier)
        return mapped.map(own).find(Boolean) ?? packageFile(from, specifier, kind)
    }
}

function packageFile(from, specifier, kind) {
    const [, name, subpath] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(specifier) ?? []
    for (let folder = path.dirname(from); name; folder = path.dirname(folder)) {
        const root = path.join(folder, 'node_modules', name)
        if (isFolder(root)) {
            const { exports } = readPackage(root)
            if (exports !== undefined && exports !== null) {
                const target = exported(exports, subpath ? `./${subpath}` : '.', conditions[kind])
                return target && path.join(root, target)
            }
            return subpath ? fileOrFolder(path.join(root, subpath)) : entry(root, kind)
        }
        if (folder === path.dirname(folder)) {
            break
        }
    }
    return undefined
}

function readPackage(root) {
    const file = path.join(root, 'package.json')
    return isFile(file) ? JSON.parse(readText(file)) : {}
}

const asFile = (base) => packageSuffixes.map((suffix) => base + suffix).find(isFile)
const fileOrFolder = (base) => asFile(base) ?? (isFolder(base) ? entry(base, 'require') : undefined)
const index = (folder) => ['index.js', 'index.json'].map((name) => path.join(folder, name)).find(isFile)

function entry(root, kind) {
    const manifest = readPackage(root)
    const main = (kind === 'import' && manifest.module) || manifest.main
    return (main && (asFile(path.join(root, main)) ?? index(path.join(root, main)))) ?? index(root)
}

function exported(exports, subpath, holds) {
    const hasPaths = typeof exports === 'object' && !Array.isArray(exports) && Object.keys(exports).some((key) => key.startsWith('.'))
    const paths = hasPaths ? exports : { '.': exports }
    if (Object.hasOwn(paths, subpath) && !subpath.includes('*')) {
        return target(paths[subpath], '', holds)
    }
    let best
    for (const pattern of Object.keys(paths).filter((key) => key.includes('*'))) {
        const [before, after] = [pattern.slice(0, pattern.indexOf('*')), pattern.slice(pattern.indexOf('*') + 1)]
        const fits = subpath.startsWith(before) && subpath.endsWith(after) && subpath.length > before.length + after.length
        if (fits && before.length > (best?.before.length ?? -1)) {
            best = { before, pattern, middle: subpath.slice(before.length, subpath.length - after.length) }
        }
    }
    return best && target(paths[best.pattern], best.middle, holds)
}

function target(value, middle, holds) {
    if (typeof value === 'string') {
        return value.startsWith('./') ? value.replaceAll('*', middle) : undefined
    }
    if (Array.isArray(value)) {
        return value.map((item) => target(item, middle, holds)).find(Boolean)
    }
    return Object.entries(value ?? {})
        .filter(([condition]) => holds.includes(condition))
        .map(([, inner]) => target(inner, middle, holds))
        .find(Boolean)
}

function candidates({ base, paths }, specifier) {
    const patterns = Object.keys(paths)
    let mapped = paths[specifier]
    if (!mapped) {
        const fitting = patterns.filter((pattern) => {
            const [before, after] = pattern.split('*')
            const isLongEnough = specifier.length >= pattern.length - 1
            return after !== undefined && isLongEnough && specifier.startsWith(before) && specifier.endsWith(after)
        })
        const pattern = fitting.sort((a, b) => b.indexOf('*') - a.indexOf('*'))[0]
        const [before, after] = pattern?.split('*') ?? []
        mapped = pattern ? paths[pattern].map((to) => to.replaceAll('*', specifier.slice(before.length, specifier.length - after.length))) : []
    }
    return base ? [...mapped, path.join(base, specifier)] : mapped
}

/** `base` and the values of `paths` are absolute. */
function readTsconfig(file, depth = 0) {
    let config = { base: undefined, paths: {} }
    if (!isFile(file) || depth > 16) {
        return config
    }
    // A string, or a comment or trailing comma, which JSON does not have.
    const plain = readText(file).replace(/("(?:\\.|[^"\\])*")|\/\/.*|\/\*[^]*?\*\/|,(?=(?:\s|\/\/.*|\/\*[^]*?\*\/)*[\]}])/g, (_, string) => string ?? '')
    const json = JSON.parse(plain)
    const folder = path.dirname(file)
    for (const base of [json.extends ?? []].flat()) {
        if (base.startsWith('.')) {
            config = readTsconfig(path.resolve(folder, base.endsWith('.json') ? base : `${base}.json`), depth + 1)
        }
    }
    const { baseUrl, paths } = json.compilerOptions ?? {}
    if (baseUrl !== undefined) {
        config.base = path.resolve(folder, baseUrl)
    }
    if (paths) {
        const from = config.base ?? folder
        config.paths = Object.fromEntries(Object.entries(paths).map(([key, list]) => [key, list.map((to) => path.resolve(from, to))]))
    }
    return config
}
