// How many bytes does the reader's page carry for tracking?
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import type { Part } from '../part'
import { layOut } from '../report'

/** What the page has anyway: React, Taro, and the doors to network, storage and address that all pages use. */
const CARRIED_ANYWAY = /^react|^@tarojs\/|platform\/(call|storage|mint|nav|outbox|reader-share)$/

const outside = (isOutside: (name: string) => boolean): Plugin => ({
  name: 'outside',
  setup(builder) {
    builder.onResolve({ filter: /./ }, ({ path: name, kind }) =>
      kind !== 'entry-point' && isOutside(name) ? { path: name, external: true } : undefined,
    )
  },
})

const FEATURE = './client/features/reading'
const PLATFORM = './client/platform'
const DOMAIN = './shared/domain'
/** All that pages take from it, for reading, consent and privacy. Between modules a built page carries no names of exports. */
const TAKEN = `
import { allMine, forgetReadings, MINE_MAX, readingsOf } from '${FEATURE}/memory'
import { sendAllReports } from '${FEATURE}/send-reports'
import { useReading } from '${FEATURE}/use-reading'
import { isScripted, useForeground } from '${PLATFORM}/lifecycle'
import { pictureDomId, sectionDomId, watchedPictures } from '${PLATFORM}/sections'
export default [allMine, forgetReadings, MINE_MAX, readingsOf, sendAllReports, useReading,
  isScripted, useForeground, pictureDomId, sectionDomId, watchedPictures]`
const MODULES: readonly string[] = [
  ...['stopwatch', 'beat'].map((name) => `${DOMAIN}/${name}`),
  ...['run-reading', 'memory', 'report-queue', 'send-reports', 'use-reading'].map((name) => `${FEATURE}/${name}`),
  ...['sections', 'lifecycle'].map((name) => `${PLATFORM}/${name}`),
]

type Platform = 'weapp' | 'h5'

/** gzip bytes, minified for the oldest phone of package.json's browserslist (iOS 12). */
const gzipBytesOf = async (
  contents: string,
  platform: Platform,
  isOutside = (name: string) => CARRIED_ANYWAY.test(name),
): Promise<number> => {
  const root = process.cwd()
  const built = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2018',
    define: { 'process.env.TARO_ENV': JSON.stringify(platform) },
    alias: { '@': path.join(root, 'client'), '@shared': path.join(root, 'shared') },
    plugins: [outside(isOutside)],
  })
  const [file] = built.outputFiles
  if (!file) throw new Error('nothing was built')
  return gzipSync(file.contents, { level: 9 }).length
}

/** Each by itself, with its imports and exports: more than its share of the whole, but comparable. */
const tellModules = async (): Promise<string> => {
  const rows = [['module by itself, gzip B', 'weapp', 'h5']]
  for (const name of MODULES) {
    const alone = (platform: Platform): Promise<number> =>
      gzipBytesOf(`export * from '${name}'`, platform, (each) => each !== name)
    rows.push([name, String(await alone('weapp')), String(await alone('h5'))])
  }
  return layOut(rows)
}

/** Weighed by hand as the vendors ship them; they are not installed here, so they are no anchor of this run. */
const OUTSIDE_REFERENCE =
  'umami 2,224 B · Plausible 2,584 B · Umeng mini program 13,687 B · SensorsData mini program 18,277 B'

export const tracker: Part = {
  name: 'tracker',
  run: async ({ say }) => {
    say(`outside reference, gzip: ${OUTSIDE_REFERENCE}; anchor rows skipped, none is installed`)
    say(await tellModules())
    const core = `export * from '${DOMAIN}/stopwatch'; export * from '${DOMAIN}/beat'`
    return [
      { metric: 'gzip.weapp', value: await gzipBytesOf(TAKEN, 'weapp'), unit: 'B', goal: { atMost: 1500 } },
      { metric: 'gzip.h5', value: await gzipBytesOf(TAKEN, 'h5'), unit: 'B', goal: { atMost: 1500 } },
      { metric: 'gzip.stopwatch and plan', value: await gzipBytesOf(core, 'weapp'), unit: 'B' },
    ]
  },
}
