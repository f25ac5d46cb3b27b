// How many bytes does the reader's page carry for tracking?

import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import type { Part } from '../part'

/** The doors of the platform, which every page has anyway; Taro and React likewise. */
const CARRIED_ANYWAY = /^react|^@tarojs\/|platform\/(call|storage|mint|abort|lang|session)$/

const outside: Plugin = {
  name: 'carried-anyway',
  setup(builder) {
    builder.onResolve({ filter: CARRIED_ANYWAY }, ({ path: name }) => ({ path: name, external: true }))
  },
}

/** gzip bytes of what an entry pulls in, minified as the build does it. */
export const gzipBytesOf = async (contents: string): Promise<number> => {
  const root = process.cwd()
  const built = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2018',
    define: { 'process.env.TARO_ENV': '"weapp"' },
    alias: { '@': path.join(root, 'client'), '@shared': path.join(root, 'shared') },
    plugins: [outside],
  })
  const [file] = built.outputFiles
  if (!file) throw new Error('nothing was built')
  return gzipSync(file.contents, { level: 9 }).length
}

export const tracker: Part = {
  name: 'tracker',
  run: async () => {
    const bytes = await gzipBytesOf("export * from './client/features/reading/run-reading'")
    return [{ metric: 'gzip', value: bytes, unit: 'B', goal: { atMost: 1500 } }]
  },
}
