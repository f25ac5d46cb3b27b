// What the cloud tells a guide of her day in component tests, and what it tells HQ of reasons.
import type { Input, Output } from '../../shared/contracts'
import { TALK_REASONS } from '../../shared/domain/talk'
import { T0 } from './rep-answers'

type Day = Output<'rep', 'talk.list'>
type ShownTalk = Day['talks'][number]
export type ShownClue = ShownTalk['clues'][number]
type Evidence = ShownClue['evidence'][number]
type Answer = Output<'rep', 'talk.tell'>
export type Tell = Input<'rep', 'talk.tell'>

const DAY_MS = 86_400_000
export const LAST_NIGHT = Date.UTC(2026, 10, 20, 13, 4) // 21:04 the evening before T0

/** One fact of every kind. */
export const facts = {
  reading: {
    of: 'reading',
    ...{ postId: 'p1', title: '换季护肤三步走', section: '第二步', sectionMs: 360_000, ms: 800_000 },
    ...{ at: LAST_NIGHT, nth: 1 },
  },
  tag: { of: 'tag', tag: '护肤', posts: 3, ms: 1_860_000, lastAt: LAST_NIGHT },
  occasion: { of: 'occasion', name: '生日', kind: 'birthday', day: '2026-11-24' },
  promise: { of: 'promise', promiseId: 'pr1', text: '带小样给她', dueDay: '2026-11-21' },
  purchase: {
    of: 'purchase',
    ...{ noteId: 'n1', product: '水光精华', at: T0 - 40 * DAY_MS, dueDay: '2026-11-23' },
  },
  signal: { of: 'signal', noteId: 'n2', name: '换房', word: '想换房', at: LAST_NIGHT },
  contact: { of: 'contact', lastAt: T0 - 45 * DAY_MS, sinceAt: T0 - 300 * DAY_MS, cadenceDays: 40 },
  introduction: {
    of: 'introduction',
    ...{ to: { contactId: 'c9', remark: null, ordinal: 'A9', certainty: 'unnamed' }, deep: 3, at: LAST_NIGHT },
  },
  share: { of: 'share', postId: 'p1', title: '换季护肤三步走', deep: 4, at: LAST_NIGHT },
} satisfies { [K in Evidence['of']]: Extract<Evidence, { of: K }> }

export const demoClue = (change: Partial<ShownClue> = {}): ShownClue => ({
  reason: 'hot',
  evidence: [facts.reading],
  learned: null,
  ...change,
})

export const demoTalk = (change: Partial<ShownTalk> = {}): ShownTalk => ({
  contactId: 'c1',
  remark: '优优妈妈',
  ordinal: 'A7',
  certainty: 'named',
  clues: [demoClue()],
  relation: null,
  value: null,
  about: '换季护肤三步走',
  line: '最近换季，皮肤还好吗',
  playbookId: null,
  channel: 'wechat',
  window: null,
  outcome: null,
  ...change,
})

export const second = (change: Partial<ShownTalk> = {}): ShownTalk =>
  demoTalk({
    contactId: 'c2',
    remark: '林姐',
    clues: [demoClue({ reason: 'overdue', evidence: [facts.contact] })],
    ...change,
  })

export const demoDay = (change: Partial<Day> = {}): Day => ({
  asOf: T0,
  day: '2026-11-21',
  aDay: 6,
  talks: [demoTalk(), second()],
  rest: [],
  ...change,
})

/** A cloud that keeps what it is told, as the contract says. */
export const keepDay = (start = demoDay()) => {
  let day = start
  const tell = ({ contactId, end, from }: Tell, at = T0): Answer => {
    const known = day.talks.find((talk) => talk.contactId === contactId)
    if (!known) throw new Error(`${contactId} is not on the list`)
    const before = known.outcome
    const held = end === null ? null : { end, at }
    const others = day.talks.filter((talk) => talk !== known)
    const talks = [...others, { ...known, outcome: held }]
    const open = (talk: ShownTalk): number => Number(talk.outcome !== null)
    day = { ...day, asOf: day.asOf + 1, talks: talks.sort((a, b) => open(a) - open(b)) }
    return { today: day, held, was: before && before.end !== from && before.end !== end ? before : null }
  }
  return { list: () => day, tell }
}

export const demoReasons = (change: Partial<Output<'hq', 'talk.reasons'>> = {}): Output<'hq', 'talk.reasons'> => ({
  asOf: T0,
  reps: 12,
  reasons: TALK_REASONS.map((reason) => ({ reason, shown: null })),
  ...change,
})
