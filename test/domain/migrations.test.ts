// Which migrations run, in which direction, and from where?
import { MIGRATIONS } from '../../tools/migrations/all'
import type { Direction, MigrationState } from '../../tools/migrations/migration'
import { planRuns } from '../../tools/migrations/plan'

const ALL = [{ id: '0001' }, { id: '0002' }, { id: '0003' }]
type Stands = Record<string, MigrationState['state'] | [MigrationState['state'], string]>
const statesOf = (stands: Stands) =>
  Object.entries(stands).map(([_id, at]) => {
    const [state, cursor] = typeof at === 'string' ? [at, null] : at
    return { _id, state, cursor }
  })

const cases: [says: string, stands: Stands, asked: { direction: Direction; to?: string }, runs: string[]][] = [
  ['on nothing, all go up in order', {}, { direction: 'up' }, ['0001 up', '0002 up', '0003 up']],
  ['what is up stays', { '0001': 'up' }, { direction: 'up' }, ['0002 up', '0003 up']],
  ['a second time there is nothing', { '0001': 'up', '0002': 'up', '0003': 'up' }, { direction: 'up' }, []],
  ['up to one, and no further', {}, { direction: 'up', to: '0002' }, ['0001 up', '0002 up']],
  [
    'one broken off goes on where it stood',
    { '0001': ['going-up', 'm7'] },
    { direction: 'up', to: '0001' },
    ['0001 up m7'],
  ],
  ['down takes the last one back', { '0001': 'up', '0002': 'up' }, { direction: 'down' }, ['0002 down']],
  [
    'down to one takes back what is above',
    { '0001': 'up', '0002': 'up', '0003': 'up' },
    { direction: 'down', to: '0001' },
    ['0003 down', '0002 down'],
  ],
  [
    'down to 0000 takes all back',
    { '0001': 'up', '0002': 'up' },
    { direction: 'down', to: '0000' },
    ['0002 down', '0001 down'],
  ],
  ['what never ran is not taken back', {}, { direction: 'down' }, []],
  ['one half up goes down from the beginning', { '0001': ['going-up', 'm7'] }, { direction: 'down' }, ['0001 down']],
  [
    'one half down goes on down where it stood',
    { '0001': ['going-down', 'm7'] },
    { direction: 'down' },
    ['0001 down m7'],
  ],
  [
    'one half down goes up from the beginning',
    { '0001': ['going-down', 'm7'] },
    { direction: 'up', to: '0001' },
    ['0001 up'],
  ],
]

it.each(cases)('%s', (_, stands, asked, expected) => {
  const planned = planRuns(ALL, statesOf(stands), asked)
  if (!planned.ok) throw new Error(planned.reason)
  expect(planned.runs.map(({ id, direction, after }) => `${id} ${direction}${after ? ` ${after}` : ''}`)).toEqual(
    expected,
  )
})

it('refuses where a later version of the code has been', () => {
  const planned = planRuns(ALL, statesOf({ '0004': 'up' }), { direction: 'up' })
  expect(planned).toEqual({ ok: false, reason: '0004 ran here and is not in this version of the code' })
})

it('refuses a number that is no migration', () => {
  expect(planRuns(ALL, [], { direction: 'up', to: '0009' })).toMatchObject({ ok: false })
})

it('numbers its migrations without gaps', () => {
  expect(MIGRATIONS.map(({ id }) => id)).toEqual(MIGRATIONS.map((_, at) => String(at + 1).padStart(4, '0')))
})
