// What do her readings say she cares about, and how warm is she? Scores that fade by themselves; nothing is worked out
// anew when a screen is shown.
import type { ReadingId } from './ids'
import type { Section } from './post'
import { FORMS, type Form, type Interest, type ReadEntry, type Reader } from './reader'
import { type Reading, totalMs } from './reading'
import { expectedMs } from './reading-time'

const DAY_MS = 86_400_000

/** What a reading is measured against; from the post. */
export type PostFacts = {
  topics: readonly string[]
  sections: readonly { id: string; expectedMs: number; form: Form | null }[]
}
type Entries = Record<ReadingId, ReadEntry>
type Read = Pick<Reading, 'postId' | 'openedAt' | 'lastAt' | 'sections' | 'again' | 'depth'>

/** More than this over what a section takes is a phone put aside or a slow reader: it says no more. */
const DWELL_CAP = 1.5
/** A post this short says little however long it is looked at. */
const POST_MIN_MS = 15_000
/** How far down she came counts for half: most of it is in the dwell already. */
const DEPTH_WEIGHT = 0.5
const AGAIN_BONUS = 0.1 // for every time she came back to a section
const AGAIN_BONUS_MAX = 0.3
export const ENTRIES_MAX = 120
export const ENTRY_DAYS = 180 // as long as readings are kept

export const factsOf = (post: { topics: readonly string[]; article: { sections: readonly Section[] } }): PostFacts => ({
  topics: post.topics,
  sections: post.article.sections.map((section) => ({
    id: section.id,
    expectedMs: expectedMs(section),
    form: section.form ?? null,
  })),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((n, each) => n + each, 0)
const msOf = (times: Readonly<Record<string, number>> | undefined, id: string): number => times?.[id] ?? 0

/** Scores are kept in hundred-thousandths: finer says nothing, and would take three times the room. */
const SCORE_STEPS = 100_000
const stepped = (score: number): number => Math.round(score * SCORE_STEPS) / SCORE_STEPS

/** 1: the whole post, read as long as it takes. A bounce is next to nothing. */
export const scoreOf = (reading: Pick<Reading, 'sections' | 'again' | 'depth'>, { sections }: PostFacts): number => {
  const expected = Math.max(POST_MIN_MS, sum(sections.map((section) => section.expectedMs)))
  const read = sum(sections.map(({ id, expectedMs: ms }) => Math.min(msOf(reading.sections, id), DWELL_CAP * ms)))
  const depth = 1 - DEPTH_WEIGHT + DEPTH_WEIGHT * Math.min(1, Math.max(0, reading.depth))
  const again = sum(sections.map(({ id }) => msOf(reading.again, id)))
  return stepped((read / expected) * depth * (1 + Math.min(AGAIN_BONUS_MAX, AGAIN_BONUS * again)))
}

const byForm = (facts: PostFacts, msOfSection: (section: PostFacts['sections'][number]) => number) => {
  const times: Partial<Record<Form, number>> = {}
  for (const section of facts.sections)
    if (section.form) times[section.form] = (times[section.form] ?? 0) + msOfSection(section)
  return times
}

/** Topics become field names, in which a dot or a dollar would mean something else. */
const topicName = (topic: string): string => topic.replaceAll('.', '．').replaceAll('$', '＄')

/** A post that is gone says nothing but that something was read. */
export const entryOf = (reading: Read, facts: PostFacts | null): ReadEntry => {
  const { postId, lastAt: at, depth } = reading
  const plain = { postId, at, ms: totalMs(reading), depth }
  if (!facts) return { ...plain, score: 0, topics: [] }
  const entry = { ...plain, score: scoreOf(reading, facts), topics: [...new Set(facts.topics.map(topicName))].sort() }
  if (!facts.sections.some(({ form }) => form)) return entry
  const forms = byForm(facts, ({ id, expectedMs: ms }) => Math.min(msOf(reading.sections, id), DWELL_CAP * ms))
  return { ...entry, forms, offered: byForm(facts, (section) => section.expectedMs) }
}

const joinForms = (a: ReadEntry['forms'], b: ReadEntry['forms']): { [F in Form]?: number } =>
  Object.fromEntries(
    FORMS.flatMap((form) =>
      (a?.[form] ?? b?.[form] ?? null) === null ? [] : [[form, Math.max(a?.[form] ?? 0, b?.[form] ?? 0)]],
    ),
  )

/** The same reading as known twice: everything only grows, so neither order nor repetition matters. */
export const joinEntry = (a: ReadEntry, b: ReadEntry): ReadEntry => ({
  postId: a.postId > b.postId ? a.postId : b.postId,
  at: Math.max(a.at, b.at),
  ms: Math.max(a.ms, b.ms),
  score: Math.max(a.score, b.score),
  depth: Math.max(a.depth, b.depth),
  topics: [...new Set([...a.topics, ...b.topics])].sort(),
  ...((a.forms || b.forms) && { forms: joinForms(a.forms, b.forms) }),
  ...((a.offered || b.offered) && { offered: joinForms(a.offered, b.offered) }),
})

export const joinEntries = (a: Entries, b: Entries): Entries => {
  const joined = { ...a }
  for (const [id, entry] of inOrder(b)) {
    const known = joined[id]
    joined[id] = known ? joinEntry(known, entry) : entry
  }
  return joined
}

/** Oldest first, and always the same way: sums of fractions depend on their order. */
const inOrder = (entries: Entries): [ReadingId, ReadEntry][] =>
  (Object.entries(entries) as [ReadingId, ReadEntry][]).sort(([x, a], [y, b]) => a.at - b.at || (x < y ? -1 : 1))

/** The latest ones, none older than readings are kept. */
export const retainEntries = (entries: Entries, now: number): Entries =>
  Object.fromEntries(
    inOrder(entries)
      .filter(([, { at }]) => at >= now - ENTRY_DAYS * DAY_MS)
      .slice(-ENTRIES_MAX),
  )

/** What may be kept of a reading when interests may not be worked out: that there was one. */
const bare = ({ postId, at, ms }: ReadEntry): ReadEntry => ({ postId, at, ms, score: 0, depth: 0, topics: [] })

/**
 * How long an interest takes to halve. A season's or a festival's is over with it; one that comes with a stage of life
 * stays for months; three weeks else: about as long as a purchase is thought over.
 */
const HALF_LIVES: readonly { days: number; words: RegExp }[] = [
  { days: 10, words: /季|节|年货|元旦|中秋|端午|双11|双12|618|开学|降温|入冬|入夏|防晒|礼盒|送礼/ },
  { days: 60, words: /孕|产后|待产|婴|娃|宝宝|亲子|育儿|母婴|辅食|奶粉|早教|幼小|升学|装修|备婚|退休|慢病/ },
]
const HALF_LIFE_DAYS = 21

/** Milliseconds. A topic's name says its class: editors need set nothing. */
export const halfLifeMs = (topic: string): number =>
  (HALF_LIVES.find(({ words }) => words.test(topic))?.days ?? HALF_LIFE_DAYS) * DAY_MS

export const faded = (score: number, spanMs: number, halfLife: number): number => score * 2 ** (-spanMs / halfLife)

/** Per topic, by name. A score is as of her last reading of it. */
export const interestsOf = (entries: Entries): Record<string, Interest> => {
  const known = new Map<string, { interest: Interest; posts: Set<string> }>()
  for (const [, { at, ms, postId, score, topics }] of inOrder(entries))
    for (const topic of topics) {
      const none = { interest: { score: 0, at, posts: 0, readings: 0, ms: 0, lastAt: at }, posts: new Set<string>() }
      const { interest: before, posts } = known.get(topic) ?? none
      const interest = {
        score: faded(before.score, at - before.at, halfLifeMs(topic)) + score,
        at,
        posts: posts.add(postId).size,
        readings: before.readings + 1,
        ms: before.ms + ms,
        lastAt: at,
      }
      known.set(topic, { interest, posts })
    }
  return Object.fromEntries(
    [...known].map(([topic, { interest }]) => [topic, { ...interest, score: stepped(interest.score) }]),
  )
}

/** How much of it is left now; two phones' interests simply add up. */
export const scoreNow = (interest: Pick<Interest, 'score' | 'at'>, topic: string, now: number): number =>
  faded(interest.score, Math.max(0, now - interest.at), halfLifeMs(topic))

/** 0 to 1: one whole post today is a half, two are three quarters. */
export const strengthOf = (score: number): number => 1 - 2 ** -Math.max(0, score)

/** Warmth is about the person, not a subject: two weeks. */
const WARMTH_HALF_LIFE_MS = 14 * DAY_MS
/** Warmth is told in thousandths of a half-life, so that whole numbers order readers. */
const WARMTH_STEPS = 1_000
/** 1 January 2020: before any reading, so that warmth is never below nothing. */
const WARMTH_FROM = 1_577_836_800_000

/**
 * The logarithm of all she has read, each reading grown by how late it was: what a score has faded by now is the same
 * for everybody, so whoever is warmer now stays so until someone reads again. 0: nothing that counts.
 */
export const warmthOf = (entries: Entries): number => {
  const read = inOrder(entries).filter(([, { score }]) => score > 0)
  const latest = read.at(-1)?.[1].at
  if (latest === undefined) return 0
  const now = sum(read.map(([, { score, at }]) => faded(score, latest - at, WARMTH_HALF_LIFE_MS)))
  const log = Math.log2(now) + (latest - WARMTH_FROM) / WARMTH_HALF_LIFE_MS
  return Math.max(0, Math.round(log * WARMTH_STEPS))
}

/** 0 to 1. */
export const warmthNow = (warmth: number, now: number): number =>
  warmth > 0 ? strengthOf(2 ** (warmth / WARMTH_STEPS - (now - WARMTH_FROM) / WARMTH_HALF_LIFE_MS)) : 0

/** All that is worked out from her readings, the same whether reading by reading or at once. */
export const profileOf = (
  known: Entries,
  { tagsOn, muted }: Pick<Reader, 'tagsOn' | 'muted'>,
  now: number,
): Pick<Reader, 'entries' | 'interests' | 'warmth'> => {
  const kept = retainEntries(known, now)
  const entries = tagsOn ? kept : (Object.fromEntries(inOrder(kept).map(([id, entry]) => [id, bare(entry)])) as Entries)
  const interests = Object.entries(interestsOf(entries)).filter(([topic]) => !muted.includes(topic))
  return { entries, interests: Object.fromEntries(interests), warmth: warmthOf(entries) }
}
