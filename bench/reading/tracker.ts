// How many bytes does the reader's page carry for tracking?
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import type { Part } from '../part'
import { layOut } from '../report'

/** What the page has anyway: React, Taro, and the doors to network, storage and address that all pages use. */
const CARRIED_ANYWAY = /^react|^@tarojs\/|platform\/(call|storage|mint|nav|outbox|reader-share)$/

const outside: Plugin = {
  name: 'outside',
  setup(builder) {
    builder.onResolve({ filter: CARRIED_ANYWAY }, ({ path: name }) => ({ path: name, external: true }))
  },
}

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
type Platform = 'weapp' | 'h5'

/** Minified for the oldest phone of package.json's browserslist (iOS 12). bytesOf: minified, by module. */
const weigh = async (contents: string, platform: Platform) => {
  const root = process.cwd()
  const built = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2018',
    define: { 'process.env.TARO_ENV': JSON.stringify(platform) },
    alias: { '@': path.join(root, 'client'), '@shared': path.join(root, 'shared') },
    plugins: [outside],
  })
  const [file] = built.outputFiles
  const [output] = Object.values(built.metafile.outputs)
  if (!file || !output) throw new Error('nothing was built')
  const bytesOf = new Map(Object.entries(output.inputs).map(([name, { bytesInOutput }]) => [name, bytesInOutput]))
  return { gzip: gzipSync(file.contents, { level: 9 }).length, minified: file.contents.length, bytesOf }
}
type Weight = Awaited<ReturnType<typeof weigh>>

/** Each module's part of the gzip, by its minified bytes; what is no module's are the names of what the page has anyway. */
const tellModules = (weapp: Weight, h5: Weight): string => {
  const shareOf = ({ gzip, minified, bytesOf }: Weight, name: string): string =>
    String(Math.round((gzip * (bytesOf.get(name) ?? 0)) / minified))
  const names = [...weapp.bytesOf.keys()].filter((name) => name !== '<stdin>').sort()
  return layOut([
    ['share, gzip B', 'weapp', 'h5'],
    ...names.map((name) => [name, shareOf(weapp, name), shareOf(h5, name)]),
  ])
}

/** Weighed by hand as the vendors ship them; they are not installed here, so they are no anchor of this run. */
const OUTSIDE_REFERENCE =
  'umami 2,224 B · Plausible 2,584 B · Umeng mini program 13,687 B · SensorsData mini program 18,277 B'

export const tracker: Part = {
  name: 'tracker',
  run: async ({ say }) => {
    say(`outside reference, gzip: ${OUTSIDE_REFERENCE}; anchor rows skipped, none is installed`)
    const [weapp, h5] = [await weigh(TAKEN, 'weapp'), await weigh(TAKEN, 'h5')]
    const core = await weigh(`export * from '${DOMAIN}/stopwatch'; export * from '${DOMAIN}/beat'`, 'weapp')
    say(`\n${tellModules(weapp, h5)}`)
    return [
      { metric: 'gzip.weapp', value: weapp.gzip, unit: 'B', goal: { atMost: 1500 } },
      { metric: 'gzip.h5', value: h5.gzip, unit: 'B', goal: { atMost: 1500 } },
      { metric: 'gzip.stopwatch and plan', value: core.gzip, unit: 'B' },
    ]
  },
}
