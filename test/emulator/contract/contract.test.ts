// Does the cloud keep its word, for every call of the SDK that the product can make? Here, or in a real environment.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Case } from './case'
import { type Cloud, isLocal, openCloud } from './cloud'
import { conditions } from './conditions'
import { pipelines } from './pipelines'
import { platform } from './platform'
import { reads } from './reads'
import { transactions } from './transactions'
import { writes } from './writes'

// a real environment is far away
jest.setTimeout(60_000)

const tables: Readonly<Record<string, readonly Case[]>> = {
  reads,
  conditions,
  writes,
  pipelines,
  transactions,
  platform,
}

const isAsked = ({ onlyLocal, needsEcho }: Case): boolean =>
  isLocal || (onlyLocal === undefined && (!needsEcho || Boolean(process.env.TCB_ECHO_FUNCTION)))
const titleOf = ({ title, onlyLocal }: Case): string => (onlyLocal ? `${title} (only locally: ${onlyLocal})` : title)

let cloud: Cloud
beforeAll(async () => {
  cloud = await openCloud()
  await cloud.clean() // of a run that was broken off
})
afterEach(() => cloud.clean())
afterAll(() => cloud.close())

describe.each(Object.entries(tables))('%s', (_name, cases) => {
  for (const one of cases) (isAsked(one) ? it : it.skip)(titleOf(one), () => one.run(cloud))
})

describe('nothing is left out', () => {
  const kit = path.resolve(__dirname, '../../../cloudfunctions/_kit')
  const textOf = (...files: string[]): string => files.map((file) => readFileSync(path.join(kit, file), 'utf8')).join()
  const covered = new Set(Object.values(tables).flatMap((cases) => cases.flatMap(({ calls }) => calls)))
  const found = (text: string, pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].map(([, name]) => String(name))),
  ]
  const VERBS =
    /\.(get|add|set|update|updateAndReturn|remove|count|orderBy|field|skip|limit|aggregate|runTransaction)\(/g

  it('every operator that the store hands to the SDK has a case', () => {
    const operators = found(textOf('collection.ts'), /\b(?:_|command)\.(\w+)\(/g)
    expect(operators).toContain('inc')
    expect(operators.filter((name) => !covered.has(`command.${name}`))).toEqual([])
  })

  it('every verb of the store has a case', () => {
    const verbs = found(textOf('collection.ts'), VERBS)
    expect(verbs).toContain('update')
    const words = new Set([...covered].flatMap((call) => call.split('.')))
    expect(verbs.filter((name) => !words.has(name))).toEqual([])
  })

  it('every call of files and of WeChat has a case', () => {
    const calls = found(textOf('files.ts', 'wechat.ts', 'wechat-check.ts'), /cloud\(\)\.(\w+)\(/g)
    expect(calls).toContain('uploadFile')
    expect(calls.filter((name) => !covered.has(`app.${name}`))).toEqual([])
  })
})
