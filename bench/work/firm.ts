// Which firm are the sums of work made for, and how are a million readings put into them? By the product's own additions, as the
// jobs would have made them; the readings themselves are not stored, except those of one post.
import type { Emulator } from '../../emulator'
import { dayAfter, dayOf, hourOf } from '../../shared/domain/day'
import type { Runs } from '../../shared/domain/habit'
import type { MemberId, PostId, ReadingId, SectionId, StoreId, TeamId } from '../../shared/domain/ids'
import type { Reading } from '../../shared/domain/reading'
import { monthOf } from '../../shared/domain/work-span'
import { type WorkAddition, WorkAdditions, type WorkKey, workId } from '../../shared/domain/work-sums'
import { randomFrom } from '../reading/random'

export const STORES = 300
export const REPS_EACH = 10
export const POSTS = 150
export const COLUMNS = 8
const REGIONS = 12
const DAYS = 180
const DAY_MS = 86_400_000
/** Of a post's readings so many are on its first day, and half as many on each after. */
const FADES = 0.5

export const EDITOR = 'o-work-editor'
export const MANAGER = 'o-work-manager'
export const postAt = (n: number): PostId => `post-${n}` as PostId
export const storeAt = (n: number): StoreId => `store-${n}` as StoreId
const repAt = (n: number) => ({
  repId: `rep-${n}` as MemberId,
  storeId: storeAt(n % STORES),
  teamId: `team-${n % STORES}-${Math.floor(n / STORES) % 2}` as TeamId,
})

type Doc = { _id: string } & Record<string, unknown>
const many = (n: number, of: (i: number) => Doc): Doc[] => Array.from({ length: n }, (_, i) => of(i))

/** The firm: regions, stores, teams, reps, an editor and a manager of one region, posts and columns. */
export const seedFirm = (emulator: Emulator, now: number): number => {
  const column = (i: number): Doc => ({
    ...{ _id: `column-${i}`, name: `栏目${i}`, weekdays: [1, 2, 3, 4, 5, 6, 7], time: '08:00', channels: ['moments'] },
    ...{ topicHint: '', about: '', cover: null, updatedAt: now, updatedBy: 'editor', rev: 1 },
  })
  const post = (i: number): Doc => ({
    ...{ _id: postAt(i), version: 1, state: 'live', publishedAt: publishedAt(i, now), updatedAt: now, publishAt: null },
    ...{ columnId: `column-${i % COLUMNS}`, audience: { storeIds: [] }, evergreen: null, expiresAt: null },
    article: {
      title: `内容 ${i}`,
      cover: null,
      sections: [{ id: 's1', heading: '', paragraphs: ['字'.repeat(600)], image: null }],
    },
  })
  const rep = (i: number): Doc => {
    const { repId, storeId, teamId } = repAt(i)
    return { _id: repId, name: `导购${i}`, role: 'rep', storeId, teamId, tone: 'warm' }
  }
  const staff: Doc[] = [
    { _id: 'editor', name: '编辑', role: 'editor', storeId: null, tone: 'warm' },
    {
      _id: 'manager',
      name: '区长',
      role: 'manager',
      storeId: null,
      tone: 'warm',
      scope: { of: 'region', id: 'region-0' },
    },
  ]
  return (
    emulator.load(
      'regions',
      many(REGIONS, (i) => ({ _id: `region-${i}`, name: `大区${i}`, parentId: null, rev: 1 })),
    ) +
    emulator.load(
      'stores',
      many(STORES, (i) => ({
        _id: storeAt(i),
        name: `门店${i}`,
        company: '甲',
        brand: '甲',
        kind: 'own',
        regionId: `region-${i % REGIONS}`,
      })),
    ) +
    emulator.load(
      'teams',
      many(STORES * 2, (i) => ({
        _id: `team-${i % STORES}-${Math.floor(i / STORES)}`,
        name: `小组${i}`,
        storeId: storeAt(i % STORES),
        rev: 1,
      })),
    ) +
    emulator.load('members', [...many(STORES * REPS_EACH, rep), ...staff]) +
    emulator.load('identities', [
      { _id: `wx:${EDITOR}`, memberId: 'editor' },
      { _id: `wx:${MANAGER}`, memberId: 'manager' },
    ]) +
    emulator.load('posts', many(POSTS, post)) +
    emulator.load('columns', many(COLUMNS, column))
  )
}

const publishedAt = (post: number, now: number): number => now - Math.floor(((post + 0.5) / POSTS) * DAYS) * DAY_MS

type Random = ReturnType<typeof randomFrom>

/** One reading of a post: whose, when, how deep. */
const readingAt = (post: number, n: number, now: number, random: Random): Reading => {
  const rep = repAt(random.int(0, STORES * REPS_EACH - 1))
  let days = 0
  while (random.chance(FADES) && days < 60) days++
  const openedAt = Math.min(now - 3_600_000, publishedAt(post, now) + days * DAY_MS + random.int(0, DAY_MS - 1))
  const deep = random.chance(0.35)
  const ms = deep ? 90_000 : 20_000
  return {
    ...{ _id: `w${post}x${n}x`.padEnd(20, '0') as ReadingId, postId: postAt(post), version: 1, token: null },
    ...{ repId: rep.repId, scene: 1007, by: 'reader', seq: 1, openedAt, lastAt: openedAt + ms, depth: 1 },
    ...{ sections: { ['s1' as SectionId]: ms }, known: false, personId: null, counted: now, storeId: rep.storeId },
    ...{ teamId: rep.teamId, ...(deep && random.chance(0.4) && { named: true }) },
  }
}

const addTo = (additions: WorkAdditions, reading: Reading, random: Random): void => {
  const { repId, storeId = null, teamId = null, postId, openedAt } = reading
  const deep = (reading.sections['s1' as SectionId] ?? 0) >= 60_000
  const one = { by: 'reader' as const, day: dayOf(openedAt), hour: hourOf(openedAt), ms: 0, deep, sections: {} }
  additions.addReading(
    { repId, storeId, teamId, postId, passed: random.chance(0.1) },
    { ...one, ...(reading.named && { named: true }) },
  )
}

/** One in ten reps take it, most of them post it; now and then a talk comes of it. */
const addWork = (additions: WorkAdditions, post: number, now: number, random: Random): void => {
  const dealtAt = publishedAt(post, now)
  for (let n = 0; n < STORES * REPS_EACH; n++) {
    if (!random.chance(0.1)) continue
    const { repId, ...place } = repAt(n)
    const postedAt = random.chance(0.7) ? dealtAt + 3_600_000 : null
    const kit = { ...place, dealtAt, savedAt: dealtAt, postedAt, code: postedAt === null ? 0 : 1 + random.int(0, 71) }
    additions.addKit({ repId, postId: postAt(post) }, kit)
    if (!random.chance(0.4)) continue
    const deals = random.chance(0.1) ? 1 : 0
    const talks = { ...place, told: 2, led: 1, talked: 1, deals, posts: { [postAt(post)]: { talked: 1, deals } } }
    additions.addTalks({ repId, day: dayOf(dealtAt) }, talks)
  }
}

const nested = ({ work, leaves }: Pick<WorkAddition, 'work' | 'leaves'>): Doc => {
  const doc: Doc = { _id: workId(work), ...work, batch: 1 }
  for (const { at, n } of leaves) {
    const path = at.split('.')
    let inner: Record<string, unknown> = doc
    for (const name of path.slice(0, -1)) {
      inner[name] ??= {}
      inner = inner[name] as Record<string, unknown>
    }
    inner[path.at(-1) ?? ''] = n
  }
  return doc
}

/** Sums that are added to from several sides. */
class Sums {
  private readonly all = new Map<string, { work: WorkKey; leaves: Map<string, number> }>()

  /** times: each addition stands for so many alike. */
  add({ work, leaves }: WorkAddition, times: number): void {
    const id = workId(work)
    const one = this.all.get(id) ?? { work, leaves: new Map<string, number>() }
    this.all.set(id, one)
    for (const { at, n } of leaves) one.leaves.set(at, (one.leaves.get(at) ?? 0) + n * times)
  }

  *docs(): Iterable<Doc> {
    for (const { work, leaves } of this.all.values())
      yield nested({ work, leaves: [...leaves].map(([at, n]) => ({ at, n })) })
  }
}

const HABIT_DAYS = 56
type ByDay<T> = Record<string, Record<string, T>>

/** Of every column every day, by store and by one of its teams. */
const habitDocs = (now: number, random: Random): Doc[] => {
  const days = Array.from({ length: HABIT_DAYS }, (_, i) => dayAfter(dayOf(now), -i - 1))
  const byDay = <T>(own: readonly string[], of: () => T): ByDay<T> =>
    Object.fromEntries(
      own.map((day) => [
        `d${day}`,
        Object.fromEntries(
          many(COLUMNS, (c) => ({ _id: `ccolumn-${c}`, it: of() })).map(({ _id, it }) => [_id, it as T]),
        ),
      ]),
    )
  return [...new Set(days.map(monthOf))].flatMap((month) => {
    const own = days.filter((day) => monthOf(day) === month)
    const doc = (id: string): Doc => ({ _id: `habits.${id}.${month}`, of: 'habits', id, day: month })
    const few = (): Runs => [random.int(0, 6), 3]
    const stores = Array.from(
      { length: STORES },
      (_, s): Doc => ({
        ...doc(storeAt(s)),
        ...{ came: byDay(own, few), teams: byDay(own, () => ({ [`tteam-${s}-0`]: few() })) },
      }),
    )
    return [{ ...doc(''), times: byDay(own, () => '08:00'), came: byDay(own, () => [450, 450]) }, ...stores]
  })
}

export type WorkSeeded = { docs: number; readings: number; seconds: number }

type Asked = { readings: number; now: number; rawOf: number; alike?: number; posts?: number }

/** `rawOf`: the post whose readings are stored as well. alike: so many readings of each are of the same rep and hour. */
export const seedWork = (emulator: Emulator, { readings, now, rawOf, alike = 1, posts = POSTS }: Asked): WorkSeeded => {
  const began = performance.now()
  const random = randomFrom(7)
  const spans = new Sums()
  let docs = seedFirm(emulator, now)
  for (let post = 0; post < posts; post++) {
    const [read, done, own] = [new WorkAdditions(), new WorkAdditions(), new Sums()]
    const raw: Reading[] = []
    for (let n = 0; n < Math.floor(readings / posts / alike); n++) {
      const reading = readingAt(post, n, now, random)
      addTo(read, reading, random)
      for (let same = 0; same < alike && post === rawOf; same++)
        raw.push({ ...reading, _id: `w${post}x${n}x${same}y`.padEnd(20, '0') as ReadingId })
    }
    addWork(done, post, now, random)
    const sort = (addition: WorkAddition, times: number): void => {
      const isPosts = addition.work.of === 'post' || addition.work.of === 'post-store'
      ;(isPosts ? own : spans).add(addition, times)
    }
    for (const addition of read.list()) sort(addition, alike)
    for (const addition of done.list()) sort(addition, 1)
    docs += emulator.load('worksums', own.docs()) + emulator.load('readings', raw)
  }
  docs += emulator.load('worksums', spans.docs()) + emulator.load('worksums', habitDocs(now, random))
  return { docs, readings, seconds: (performance.now() - began) / 1000 }
}

/** Readings that came to rest and wait for the counting job. */
export const seedWaiting = (emulator: Emulator, { readings, now }: { readings: number; now: number }): WorkSeeded => {
  const began = performance.now()
  const random = randomFrom(8)
  const docs = seedFirm(emulator, now)
  const waiting = function* (): Iterable<Reading> {
    for (let n = 0; n < readings; n++) {
      const { storeId: _, teamId: __, named: ___, ...reading } = readingAt(n % 20, n, now, random)
      yield { ...reading, counted: null }
    }
  }
  return { docs: docs + emulator.load('readings', waiting()), readings, seconds: (performance.now() - began) / 1000 }
}
