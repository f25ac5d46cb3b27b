// Which steps lead from what is there to what is wanted? And what leads back?
import { plan } from '../../tools/deploy/plan'
import { mergedEnv } from '../../tools/deploy/plan-functions'
import { namedByReleases, type Release } from '../../tools/deploy/releases'
import { lastRelease, planBack } from '../../tools/deploy/rollback'
import { wordPlan } from '../../tools/deploy/show'
import type { Found, FunctionState, Step, Wanted, WantedFunction } from '../../tools/deploy/state'
import { uploadWeapp } from '../../tools/deploy/weapp'

const byName = { name: 'by_name', keys: [['name', 1]] } as const
const byAt = { name: 'by_at', keys: [['at', -1]] } as const
const reader: WantedFunction = {
  ...{ name: 'reader', memorySize: 256, timeout: 10, runtime: 'Nodejs20.19', code: 'c1' },
  ...{ env: { TZ: 'Asia/Shanghai', KEY: 'new-secret' }, timers: [{ name: 'tick', config: '0 * * * * * *' }] },
}
const readerThere: FunctionState = { ...reader, env: { ...reader.env }, route: null }
const wanted: Wanted = {
  functions: [reader],
  missing: [],
  collections: [{ name: 'stores', indexes: [byName] }],
  httpPaths: { '/open': 'reader' },
  hosting: [
    { path: 'index.html', md5: 'h1' },
    { path: 'js/app.js', md5: 'a1' },
  ],
  weapp: { code: 'w1', version: '1.0.0' },
}
const NOTHING: Found = {
  ...{ functions: [], collections: [], storageAcl: 'READONLY', httpPaths: {}, hosting: [], weapp: null },
}
const ALL: Found = {
  functions: [readerThere],
  collections: [{ name: 'stores', indexes: [byName], acl: 'ADMINONLY' }],
  ...{ storageAcl: 'ADMINONLY', httpPaths: { '/open': 'reader' }, hosting: wanted.hosting, weapp: 'w1' },
}
const there = (change: Partial<FunctionState>): Found => ({ ...ALL, functions: [{ ...readerThere, ...change }] })
const stores = (change: Partial<Found['collections'][number]>): Found => ({
  ...ALL,
  collections: [{ name: 'stores', indexes: [byName], acl: 'ADMINONLY', ...change }],
})
const word = (step: Step): string =>
  [step.do, step.of, ...('index' in step ? [step.index.name] : []), ...('paths' in step ? step.paths : [])].join(' ')

const cases: [says: string, found: Found, destructive: boolean, steps: string[]][] = [
  ['where all is there, nothing', ALL, true, []],
  [
    'on an empty environment everything, the database first',
    NOTHING,
    false,
    [
      'create collection stores',
      'close collection stores',
      'create index stores by_name',
      'close storage files',
      'create function reader',
      'open path reader',
      'upload files hosting js/app.js index.html',
      'upload mini program 1.0.0',
    ],
  ],
  ['a collection that clients could read is closed', stores({ acl: 'PRIVATE' }), false, ['close collection stores']],
  ['a missing index is made', stores({ indexes: [] }), false, ['create index stores by_name']],
  [
    'an index of our own _id is no stranger',
    stores({ indexes: [byName, { name: '_id_', keys: [['_id', 1]] }] }),
    true,
    [],
  ],
  ['an index nobody needs stays', stores({ indexes: [byName, byAt] }), false, []],
  ['and goes when that is asked for', stores({ indexes: [byName, byAt] }), true, ['drop index stores by_at']],
  ['an index with other fields stays', stores({ indexes: [{ ...byAt, name: 'by_name' }] }), false, []],
  [
    'and is made anew when asked',
    stores({ indexes: [{ ...byAt, name: 'by_name' }] }),
    true,
    ['replace index stores by_name'],
  ],
  [
    'unique is another index',
    stores({ indexes: [{ ...byName, unique: true }] }),
    true,
    ['replace index stores by_name'],
  ],
  [
    'new code is put, and the way back kept',
    there({ code: 'c0' }),
    false,
    ['keep version reader', 'put code reader', 'put settings reader'],
  ],
  [
    'code nobody knows is put',
    there({ code: '' }),
    false,
    ['keep version reader', 'put code reader', 'put settings reader'],
  ],
  ['more memory is a setting', there({ memorySize: 128 }), false, ['keep version reader', 'put settings reader']],
  [
    'another value is a setting',
    there({ env: { ...reader.env, KEY: 'old' } }),
    false,
    ['keep version reader', 'put settings reader'],
  ],
  ['what is set there alone is no difference', there({ env: { ...reader.env, MORE: 'x' } }), false, []],
  ['a missing timer is made', there({ timers: [] }), false, ['create timer reader']],
  [
    'a timer at other times is made anew',
    there({ timers: [{ name: 'tick', config: '0 0 * * * * *' }] }),
    false,
    ['replace timer reader'],
  ],
  ['a timer of no use stays', there({ timers: [...reader.timers, { name: 'old', config: '' }] }), false, []],
  [
    'and goes when asked',
    there({ timers: [...reader.timers, { name: 'old', config: '' }] }),
    true,
    ['drop timer reader'],
  ],
  [
    'after a way back callers get the latest again',
    there({ route: '3' }),
    false,
    ['keep version reader', 'route to latest reader'],
  ],
  [
    'a changed page goes up after it was kept',
    { ...ALL, hosting: [{ path: 'index.html', md5: 'h0' }] },
    false,
    ['keep files hosting index.html', 'upload files hosting js/app.js index.html'],
  ],
  ['an old file stays', { ...ALL, hosting: [...wanted.hosting, { path: 'js/old.js', md5: 'o' }] }, false, []],
  [
    'and goes when asked, what a way back needs excepted',
    {
      ...ALL,
      hosting: ['js/old.js', 'js/last.js', '_before/r1/index.html']
        .map((path) => ({ path, md5: 'o' }))
        .concat(wanted.hosting),
    },
    true,
    ['remove files hosting js/old.js'],
  ],
  ['a changed mini program is uploaded', { ...ALL, weapp: 'w0' }, false, ['upload mini program 1.0.0']],
  [
    'the local cloud has neither rules nor hosting',
    { ...ALL, ...{ storageAcl: null, hosting: null, collections: [] } },
    false,
    ['create collection stores', 'create index stores by_name'],
  ],
]

it.each(cases)('%s', (_, found, destructive, steps) => {
  expect(plan(wanted, found, destructive, ['js/last.js']).steps.map(word)).toEqual(steps)
})

it('says what it would take away, and does not', () => {
  const { steps, held } = plan(wanted, stores({ indexes: [byName, byAt] }), false)
  expect([steps.length, held.map(word)]).toEqual([0, ['drop index stores by_at']])
})

const missing = (needed: boolean): Wanted => ({ ...wanted, missing: [{ name: 'PERSON', of: 'reader', needed }] })
it.each<[says: string, wanted: Wanted, found: Found, stops: number, note: string]>([
  ['a needed setting that is nowhere stops it', missing(true), NOTHING, 1, ''],
  [
    'one that is set there does not',
    missing(true),
    there({ env: { PERSON: 'x', ...reader.env } }),
    0,
    'kept as it is there',
  ],
  ['one that may be missing is told', missing(false), NOTHING, 0, 'done without: PERSON'],
  ['another runtime stops it', wanted, there({ runtime: 'Nodejs16.13' }), 1, ''],
  ['a path that leads elsewhere stops it', wanted, { ...ALL, httpPaths: { '/open': 'other' } }, 1, ''],
  [
    'a stranger is left alone',
    wanted,
    { ...ALL, functions: [readerThere, { ...readerThere, name: 'theirs' }] },
    0,
    'left alone: theirs',
  ],
])('%s', (_, what, found, stops, note) => {
  const planned = plan(what, found, true)
  expect(planned.stops).toHaveLength(stops)
  expect(planned.notes.join()).toContain(note)
})

const KEYS = { one: 'o'.repeat(32), other: 'x'.repeat(32) }
const keyed = (key: string | undefined): Record<string, string> => (key === undefined ? {} : { RIPPLE_PERSON_KEY: key })
it.each<[says: string, here: string | undefined, there: (string | undefined)[], stop: string]>([
  ['the same key goes on', KEYS.one, [KEYS.one, KEYS.one], ''],
  ['a short one that is there goes on', 'short', ['short'], ''],
  ['none here keeps what is there', undefined, [KEYS.one], ''],
  ['a function that is new may join', KEYS.one, [KEYS.one, undefined], ''],
  ['another key parts readers from their consents', KEYS.other, [KEYS.one, KEYS.one], 'f0, f1 have'],
  ['two keys are there already', KEYS.one, [KEYS.one, KEYS.other], 'do not have the same'],
  ['a first one can be guessed', 'short', [], 'fewer than 32'],
])('%s', (_, here, there, stop) => {
  const what = { ...wanted, functions: [{ ...reader, env: { ...reader.env, ...keyed(here) } }] }
  const functions = there.map((key, n) => ({ ...readerThere, name: `f${n}`, env: keyed(key) }))
  const { stops } = plan(what, { ...ALL, functions: [readerThere, ...functions] }, false)
  expect(stops.join()).toContain(stop)
  expect(stops).toHaveLength(stop ? 1 : 0)
  expect(stops.join()).not.toMatch(/o{32}|x{32}/)
})

it('keeps what is set there and not here', () => {
  expect(mergedEnv(reader, { ...readerThere, env: { MORE: 'x', KEY: 'old' } })).toEqual({ MORE: 'x', ...reader.env })
})

it('never shows a value', () => {
  const found = there({ env: { KEY: 'old-secret' } })
  const shown = wordPlan(plan(wanted, found, true)).join('\n')
  expect(shown).toContain('KEY has another value, TZ is new'.split(', ')[0])
  expect(shown).not.toMatch(/secret|Shanghai/)
})

it('folds what it says of many collections into one line', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ name: `c${n}`, indexes: [] }))
  const lines = wordPlan(plan({ ...wanted, collections: many }, { ...ALL, storageAcl: null, collections: [] }, false))
  expect(lines[0]).toBe('+ create collection × 9: c0 c1 c2 c3 c4 … 9 in all  (writing to it would not create it)')
})

it('goes back by the versions and files that were kept, the page last', () => {
  const release = { _id: 'r2', at: 2, state: 'done', kept: { rep: '7' }, files: ['index.html', 'js/app.js'] } as const
  const whole = { ...release, files: [...release.files], hosted: [], weapp: null }
  expect(planBack(whole)).toEqual([
    { do: 'route', of: 'rep', version: '7' },
    { do: 'restore', from: '_before/r2/js/app.js', to: 'js/app.js' },
    { do: 'restore', from: '_before/r2/index.html', to: 'index.html' },
  ])
  const undone = { ...whole, _id: 'r3', state: 'undone' } as const
  expect(lastRelease([undone, whole])?._id).toBe('r2')
  expect(lastRelease([undone])).toBeNull()
})

it('names what the pages of recent releases ask for, each once', () => {
  const release = { at: 1, kept: {}, files: [], weapp: null }
  const of = [
    { ...release, _id: 'r3', state: 'undone', hosted: ['index.html', 'js/app.3.js'] },
    { ...release, _id: 'r2', state: 'done', hosted: ['index.html', 'js/app.2.js'] },
    { ...release, _id: 'r1', state: 'done', hosted: ['index.html', 'js/app.1.js'] },
  ] satisfies Release[]
  expect(namedByReleases(of)).toEqual(['index.html', 'js/app.3.js', 'js/app.2.js', 'js/app.1.js'])
})

it('uploads the mini program as it was built', async () => {
  const asked: object[] = []
  class Project {
    constructor(readonly of: object) {}
  }
  const upload = async (options: object) => {
    asked.push(options)
    return {}
  }
  const one = { appid: 'wx1', keyPath: '/keys/one', folder: '/built', version: '1.2.0', notes: 'first' }
  await uploadWeapp(one, { Project, upload })
  expect(asked[0]).toMatchObject({
    project: { of: { appid: 'wx1', type: 'miniProgram', projectPath: '/built', privateKeyPath: '/keys/one' } },
    ...{ version: '1.2.0', desc: 'first', robot: 1, setting: { es6: false, minify: false } },
  })
})
