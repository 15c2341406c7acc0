// Finds and links the files of a plugin folder the way a bundler would: one instance of each file, evaluated at its first import,
// live bindings, JSON files as modules.
import fs from 'node:fs'
import path from 'node:path'
import { isPackageFile, makeResolver } from './packages.mjs'
import { hostPackages, transform } from './transform.mjs'

const readText = (file) => fs.readFileSync(file, 'utf8')
const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

/** `plugin.json` of a folder, `{}` where there is none. */
export function readManifest(folder) {
    const file = path.join(folder, 'plugin.json')
    return isFile(file) ? JSON.parse(readText(file)) : {}
}

/** The main file: `main`, else `index.js`, else `index.ts`. A `main` inside `dist` stands for its source where the folder has it. */
export function mainFile(folder, manifest) {
    const built = manifest.main && /^(\.\/)?(dist|build|lib)\//.test(manifest.main)
    const sources = built ? ['src/index.ts', 'src/index.js', 'src/main.ts', 'src/main.js', 'src/plugin.ts', 'src/plugin.js', 'index.ts', 'index.js'] : []
    const candidates = [...sources, ...(manifest.main ? [manifest.main] : ['index.js', 'index.ts'])]
    const found = candidates.map((name) => path.join(folder, name)).find(isFile)
    if (!found) {
        throw new Error(`no main file in ${folder}: tried ${candidates.join(', ')}`)
    }
    return found
}

/** Evaluates the plugin in `realm`; returns the export destinations of PostHog's rules, in order of priority, unfiltered. */
export function evaluate(realm, folder, main) {
    const loaded = new Map()
    const { branches, definitions = {} } = realm.host
    const resolve = makeResolver(folder, (specifier) => hostPackages.includes(specifier))
    const resolved = (from, specifier, kind) => {
        const file = resolve(from, specifier, kind)
        if (!file) {
            throw new Error(`cannot find ${specifier} from ${from}`)
        }
        return file
    }
    const isPackage = (file) => isPackageFile(path.relative(folder, file))
    const options = (file, live) => ({
        at: file,
        file: path.relative(folder, file),
        live,
        branches: isPackage(file) ? undefined : branches,
        isPackage: isPackage(file),
        definitions,
        isFile: (specifier, kind) => resolve(file, specifier, kind) !== undefined,
    })

    const namespaces = new Map()
    /** The exports of an ES module as Node shows them: in the order of their names. Babel's object has another one. */
    const namespace = (exports) => {
        const object = realm.run('({})')
        Object.defineProperty(object, '__esModule', { value: true })
        for (const name of Object.keys(exports).sort()) {
            Object.defineProperty(object, name, { enumerable: true, get: () => exports[name] })
        }
        return object
    }
    const required = (from, specifier, kind) => {
        const exports = load(resolved(from, specifier, kind))
        return kind === 'import' ? (namespaces.get(exports) ?? exports) : exports
    }

    const load = (file) => {
        if (loaded.has(file)) {
            return loaded.get(file).exports
        }
        if (file.endsWith('.json')) {
            const module = { exports: jsonModule(realm, readText(file)) }
            loaded.set(file, module)
            return module.exports
        }
        const module = realm.run('({ exports: {} })')
        loaded.set(file, module)
        const code = transform(readText(file), options(file, true))
        // The `0;` keeps Babel's "use strict" from being a directive: plugins run in sloppy mode.
        const body = realm.run(`(function (module, exports, __requireLocal, __live, require) { 0;\n${code}\n})`)
        const require = (specifier, kind) => required(file, specifier, kind)
        const asValue = isPackage(file) ? require : undefined
        let isEcma = false
        const live = (getters) => {
            isEcma = true
            realm.live(module.exports)(getters)
        }
        body.call(module.exports, module, module.exports, require, live, asValue)
        if (isEcma) {
            namespaces.set(module.exports, namespace(module.exports))
        }
        return module.exports
    }

    realm.define('__requireLocal', (specifier, kind) => required(main, specifier, kind))
    realm.run('const module = { exports: {} }; let exports = {};')
    loaded.set(main, {
        get exports() {
            return realm.run('exports')
        },
    })
    const code = transform(readText(main), options(main, false))
    realm.run(`0;\n${code}`)
    return [realm.run('exports'), realm.run('exports')?.default, realm.run('module.exports')]
}

/** The default export is the whole value; the keys of an object are named exports too. */
function jsonModule(realm, text) {
    const value = realm.parse(text)
    const module = realm.run('({})')
    Object.defineProperty(module, '__esModule', { value: true })
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
        Object.assign(module, value)
    }
    module.default = value
    return module
}
