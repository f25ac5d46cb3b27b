// How many bytes does the reader's page carry for tracking?
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import type { Part } from '../part'

/** What the page has anyway: React, Taro, and the doors to network, storage and address that all pages use. */
const CARRIED_ANYWAY = /^react|^@tarojs\/|platform\/(call|storage|mint|nav|outbox|reader-share)$/

const outside: Plugin = {
  name: 'carried-anyway',
  setup(builder) {
    builder.onResolve({ filter: CARRIED_ANYWAY }, ({ path: name }) => ({ path: name, external: true }))
  },
}

const FEATURE = './client/features/reading'
const WHOLE = ['./client/platform/lifecycle', './client/platform/sections', `${FEATURE}/run-reading`]
const CORE = ['./shared/domain/stopwatch', './shared/domain/beat']

/** gzip bytes of what these modules pull in, minified for the oldest phone of package.json's browserslist (iOS 12). */
const gzipBytesOf = async (modules: readonly string[], platform: 'weapp' | 'h5'): Promise<number> => {
  const root = process.cwd()
  const built = await build({
    stdin: { contents: modules.map((name) => `export * from '${name}'`).join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2018',
    define: { 'process.env.TARO_ENV': JSON.stringify(platform) },
    alias: { '@': path.join(root, 'client'), '@shared': path.join(root, 'shared') },
    plugins: [outside],
  })
  const [file] = built.outputFiles
  if (!file) throw new Error('nothing was built')
  return gzipSync(file.contents, { level: 9 }).length
}

/** Weighed by hand as the vendors ship them; they are not installed here, so they are no anchor of this run. */
const OUTSIDE_REFERENCE =
  'umami 2,224 B · Plausible 2,584 B · Umeng mini program 13,687 B · SensorsData mini program 18,277 B'

export const tracker: Part = {
  name: 'tracker',
  run: async ({ say }) => {
    say(`outside reference, gzip: ${OUTSIDE_REFERENCE}; anchor rows skipped, none is installed`)
    return [
      { metric: 'gzip.weapp', value: await gzipBytesOf(WHOLE, 'weapp'), unit: 'B', goal: { atMost: 1500 } },
      { metric: 'gzip.h5', value: await gzipBytesOf(WHOLE, 'h5'), unit: 'B', goal: { atMost: 1500 } },
      { metric: 'gzip.stopwatch and plan', value: await gzipBytesOf(CORE, 'weapp'), unit: 'B' },
    ]
  },
}
