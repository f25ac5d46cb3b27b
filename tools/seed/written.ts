// Seeds people whom reps wrote down before they ever read anything: a name, how they met, what was bought. No reading stands behind them.
import { RELATIONS, SOURCES, VALUES } from '@shared/domain/sheet'
import type { DemoDeal } from '../demo/deals.data'
import { demoReps } from '../demo/people.data'
import { DEMO_PASSING_REP } from '../demo/spread.data'
import { chance, idFrom } from './chance'
import type { As, Door } from './door'
import { DEMO_PASSWORD } from './people'

/** Of each rep but the one whose customers pass things on. */
const EACH = 7
const SURNAMES = '李王张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'
const CALLED = ['姐', '太', '小姐', '阿姨', '妈妈', '老师'] as const
const PLACES = ['三栋', '对面写字楼', '舞蹈班', '接送队', '团购群', '早市', '二楼', '瑜伽课'] as const
/** Not for company: those a rep is to leave in peace more often, and she knows each of them. */
const COME_FOR = VALUES.filter((value) => value !== 'company')
/** What they bought first, and may have bought again. */
const BASKETS = ['wipes', 'diapers', 'cream', 'hand', 'kids-cream', 'serum', 'oats', 'beads', 'tea'] as const
const ANSWERS: readonly Record<string, string[]>[] = [
  { stage: ['toddling'], topics: ['outings', 'safety'], 'informed-by': ['groups'] },
  { stage: ['before-kindergarten'], topics: ['outings'], 'informed-by': ['friends', 'notes'] },
  { life: ['with-children'], cares: ['price'], 'informed-by': ['moments'] },
  { life: ['empty-nest'], cares: ['service'], 'informed-by': ['store'] },
  { life: ['single'], cares: ['looks'], 'informed-by': ['notes', 'video'] },
]

const pick = <T>(from: readonly T[], ...words: (string | number)[]): T =>
  from[Math.floor(chance(...words) * from.length)] as T

const remarkOf = (rep: string, n: number): string =>
  `${pick([...SURNAMES], 'surname', rep, n)}${pick(CALLED, 'called', rep, n)}（${PLACES[n % PLACES.length]}）`

const writersOf = () => demoReps.filter(({ username }) => username !== DEMO_PASSING_REP)
const peopleOf = (rep: string): string[] => [...new Set(Array.from({ length: EACH }, (_, n) => remarkOf(rep, n)))]

const writeDown = async (door: Door, as: As, rep: string): Promise<void> => {
  for (const [n, remark] of peopleOf(rep).entries()) {
    const contactId = idFrom(16, 'written', rep, n)
    await door.call('rep', 'contact.create', { contactId, remark }, as)
    const to = {
      ...{ source: { kind: pick(SOURCES, 'source', rep, n), note: '' }, relation: pick(RELATIONS, 'relation', rep, n) },
      ...{ value: pick(COME_FOR, 'value', rep, n), answers: pick(ANSWERS, 'answers', rep, n) },
    }
    await door.call('rep', 'sheet.save', { contactId, from: {}, to }, as)
  }
}

export const seedWritten = async (door: Door): Promise<void> => {
  const one = async (username: string): Promise<void> =>
    writeDown(door, await door.signIn(username, DEMO_PASSWORD), username)
  await Promise.all(writersOf().map(({ username }) => one(username)))
}

/** Most bought something once, some again, some never. */
export const dealsOfWritten = (rep: string): DemoDeal[] =>
  peopleOf(rep).flatMap((remark, n): DemoDeal[] => {
    const [times, product] = [Math.floor(chance('times', rep, n) * 3.4), pick(BASKETS, 'basket', rep, n)]
    const first = 20 + Math.floor(chance('first', rep, n) * 60)
    const one = (kind: DemoDeal['kind'], daysAgo: number): DemoDeal => ({
      ...{ id: `${remark}-${kind}`, remark, kind, daysAgo, items: [[product, 1]] },
    })
    const again = 2 + Math.floor(chance('again', rep, n) * 15)
    return [...(times > 0 ? [one('first', first)] : []), ...(times > 1 ? [one('repurchase', again)] : [])]
  })
