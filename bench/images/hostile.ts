// What do hostile uploads do to intake? Every file in a process of its own; beside it, sharp with its defaults.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { type HostileFile, hostileFiles } from '../../test/support/hostile-files'
import type { Part } from '../part'
import type { Metric } from '../report'
import type { Fate } from './hostile-main'
import { largest } from './largest'

const HOME = path.resolve('dist/bench/hostile')
const TIMEOUT_MS = 60_000 // as long as the function may run
/** A process that sharp alone runs in is not limited: it shows what would have been asked for. */
type By = 'intake' | 'bare'

const bundle = async (): Promise<string> => {
  const outfile = path.join(HOME, 'hostile-main.cjs')
  await build({
    entryPoints: ['bench/images/hostile-main.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['sharp'],
    alias: { '@shared': path.resolve('shared') },
    logLevel: 'warning',
  })
  return outfile
}

/** null: the process died or did not end. */
const fateOf = (program: string, by: By, file: string): Fate | null => {
  const { status, stdout } = spawnSync(process.execPath, [program, by, file], { encoding: 'utf8', timeout: TIMEOUT_MS })
  const told = stdout.split('\n').find((line) => line.startsWith('{"decoded"')) // among what intake logs
  return status === 0 && told ? (JSON.parse(told) as Fate) : null
}

const keep = async (name: string, make: () => Promise<Buffer> | Buffer): Promise<string> => {
  const file = path.join(HOME, name)
  writeFileSync(file, await make())
  return file
}

type Tried = { file: HostileFile; fate: Fate | null }

const asItShould = ({ file: { becomes }, fate }: Tried): boolean =>
  fate !== null && ('accepted' in becomes ? fate.decoded : !fate.decoded)

const count = (tried: readonly Tried[], test: (one: Tried) => boolean): number => tried.filter(test).length
const crashes = (tried: readonly Tried[]): number => count(tried, ({ fate }) => fate === null)
const bombsDecoded = (tried: readonly Tried[]): number =>
  count(tried, ({ file, fate }) => file.bomb === true && (fate?.decoded ?? true))
const leftIn = (tried: readonly Tried[]): number => tried.reduce((sum, { fate }) => sum + (fate?.left ?? 0), 0)
const mostRss = (fates: readonly (Fate | null)[]): number => Math.max(...fates.map((fate) => fate?.rssMb ?? Infinity))
const mostCpu = (tried: readonly Tried[]): number => Math.max(...tried.map(({ fate }) => fate?.cpuMs ?? Infinity))

export const hostile: Part = {
  name: 'hostile',
  run: async ({ say }): Promise<Metric[]> => {
    mkdirSync(HOME, { recursive: true })
    const program = await bundle()
    const tried: Record<By, Tried[]> = { intake: [], bare: [] }
    for (const file of hostileFiles) {
      const kept = await keep(file.name, file.make)
      for (const by of ['intake', 'bare'] as const) tried[by].push({ file, fate: fateOf(program, by, kept) })
    }
    for (const one of tried.intake.filter((each) => !asItShould(each)))
      say(`${one.file.name}: ${JSON.stringify(one.fate)}`)
    const heavy: Record<By, (Fate | null)[]> = { intake: [], bare: [] }
    for (const [name, make] of largest) {
      const kept = await keep(name, make)
      for (const by of ['intake', 'bare'] as const) heavy[by].push(fateOf(program, by, kept))
      const [ours, bare] = [heavy.intake.at(-1), heavy.bare.at(-1)]
      say(
        `${name}: ${ours?.refused ?? 'let in'}, ${ours?.rssMb.toFixed(0)} MB (bare sharp ${bare?.rssMb.toFixed(0)} MB)`,
      )
    }
    const { intake, bare } = tried
    const none = { atMost: 0 }
    const all = { atLeast: hostileFiles.length }
    return [
      { metric: 'files in the corpus', value: hostileFiles.length, unit: 'files', goal: { atLeast: 20 } },
      {
        metric: 'let in or refused as they should be',
        value: count(intake, asItShould),
        unit: 'files',
        goal: all,
        anchor: count(bare, asItShould),
      },
      { metric: 'crashes', value: crashes(intake), unit: 'files', goal: none, anchor: crashes(bare) },
      { metric: 'metadata left', value: leftIn(intake), unit: 'files', goal: none, anchor: leftIn(bare) },
      { metric: 'bombs decoded', value: bombsDecoded(intake), unit: 'files', goal: none, anchor: bombsDecoded(bare) },
      { metric: 'CPU, worst file', value: mostCpu(intake), unit: 'ms', anchor: mostCpu(bare) },
      {
        metric: 'peak memory, worst of the corpus',
        value: mostRss(intake.map(({ fate }) => fate)),
        unit: 'MB',
        goal: { atMost: 200 },
        anchor: mostRss(bare.map(({ fate }) => fate)),
      },
      {
        metric: 'largest pictures let in',
        value: heavy.intake.filter((fate) => fate?.decoded).length,
        unit: 'files',
        goal: { atLeast: largest.length },
      },
      {
        metric: 'peak memory, worst of the largest',
        value: mostRss(heavy.intake),
        unit: 'MB',
        goal: { atMost: 200 },
        anchor: mostRss(heavy.bare),
      },
    ]
  },
}
