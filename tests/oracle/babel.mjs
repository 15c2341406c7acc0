// Babel, from the compressed copy of @babel/standalone beside this file (MIT license, © Sebastian McKenzie and other contributors).
import fs from 'node:fs'
import vm from 'node:vm'
import zlib from 'node:zlib'

const code = zlib.brotliDecompressSync(fs.readFileSync(new URL('babel.min.js.br', import.meta.url))).toString()
const module = { exports: {} }
vm.runInThisContext(`(function (module, exports) { ${code}\n})`, { filename: 'babel.min.js' })(module, module.exports)

export default module.exports
