// Does a staged feature come on for the same ones each time, wider stages only add, and does none stay for ever?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isOn, nothingOut, readStages, type Stages } from '../../shared/domain/flag'
import { FLAGS, FLAGS_MAX, type Flag } from '../../shared/domain/flags.data'

const MONTHS_MAX = 6
const stores = Array.from({ length: 1_000 }, (_, n) => `store-${n}`)
const onAt = (percent: number) => stores.filter((id) => isOn('end-polls', { 'end-polls': { percent } }, id))

test('a handful of flags, each with a reason, an owner, and an end within half a year', () => {
  const flags: [string, Flag][] = Object.entries(FLAGS)
  expect(flags.length).toBeLessThanOrEqual(FLAGS_MAX)
  for (const [name, { what, why, owner, since, until }] of flags) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    for (const said of [what, why, owner]) expect(said.length).toBeGreaterThan(5)
    const [from, to] = [Date.parse(since), Date.parse(until)]
    expect(to).toBeGreaterThan(from)
    expect((to - from) / (MONTHS_MAX * 32 * 86_400_000)).toBeLessThanOrEqual(1)
  }
})

test('none is left that nothing asks for', () => {
  const code = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join('cloudfunctions', file), 'utf8'))
    .join('\n')
  expect(Object.keys(FLAGS).filter((name) => !code.includes(`'${name}'`))).toEqual([])
})

test.each<[string, Stages | string]>([
  ['', {}],
  [' ; ', {}],
  ['end-polls=20%', { 'end-polls': { percent: 20 } }],
  [' end-polls = 0% ;', { 'end-polls': { percent: 0 } }],
  ['end-polls=store-a, store-b', { 'end-polls': { ids: ['store-a', 'store-b'] } }],
  ['end-polls=101%', 'end-polls takes a share such as 20%, or ids parted by commas, not “101%”'],
  ['end-polls=', 'end-polls takes a share such as 20%, or ids parted by commas, not “”'],
  ['end-polls=a=b', 'end-polls takes a share such as 20%, or ids parted by commas, not “a”'],
  ['end-polls=20%;end-polls=30%', 'end-polls is said twice'],
  ['end-pols=20%', 'no flag is called “end-pols”; there are: end-polls'],
  ['constructor=20%', 'no flag is called “constructor”; there are: end-polls'],
])('“%s” is read, or its fault is told', (text, expected) => {
  const read = readStages(text)
  expect(read.ok ? read.stages : read.fault).toEqual(expected)
})

test('nothing said is as the flag itself says: on for all', () => {
  expect([isOn('end-polls', {}, 'store-a'), isOn('end-polls', {}, null)]).toEqual([true, true])
})

test('what cannot be read lets nothing out', () => {
  expect([isOn('end-polls', nothingOut(), 'store-a'), isOn('end-polls', nothingOut(), null)]).toEqual([false, false])
})

test('named ones alone; whom nobody knows is not among them', () => {
  const stages: Stages = { 'end-polls': { ids: ['store-a'] } }
  expect(['store-a', 'store-b', null].map((id) => isOn('end-polls', stages, id))).toEqual([true, false, false])
  expect(isOn('end-polls', { 'end-polls': { percent: 99 } }, null)).toBe(false)
})

test('a share is about that share, and a wider one only adds', () => {
  expect([onAt(0).length, onAt(100).length]).toEqual([0, 1_000])
  for (const percent of [5, 20, 50, 80]) expect(Math.abs(onAt(percent).length - percent * 10)).toBeLessThan(60)
  const twenty = onAt(20)
  expect(onAt(50).filter((id) => twenty.includes(id))).toEqual(twenty)
})
