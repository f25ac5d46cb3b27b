// Runs a TypeScript tool: `node tools/run.mjs <name> [args]` bundles tools/<name>.ts (packages stay outside) and starts it.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [name, ...args] = process.argv.slice(2)
const outDir = path.join(root, 'dist/tools')
mkdirSync(outDir, { recursive: true })
const outfile = path.join(outDir, `${name}.cjs`)
await build({
  entryPoints: [path.join(root, `tools/${name}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  alias: { '@shared': path.join(root, 'shared') },
  logLevel: 'warning',
})
const child = spawn(process.execPath, ['--enable-source-maps', outfile, ...args], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
