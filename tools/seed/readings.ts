// Seeds two weeks of reading: shares by reps, readings by their contacts and by people who never agreed,
// all reported through the same action a phone uses; the past is reached as a phone without signal would reach it.
import { POLICY_VERSION, type Purpose } from '@shared/domain/consent'
import { REPORT_READINGS_MAX } from '@shared/domain/limits'
import { FORMS } from '@shared/domain/reader'
import { type DemoContact, demoReps, demoStores } from '../demo/people.data'
import { chance, idFrom } from './chance'
import type { As, Door } from './door'
import type { SeededPost } from './posts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const READ_MS_PER_CHARACTER = 130 // about 460 characters a minute
const HOURS = { morning: 7.2, noon: 12.3, night: 20.6 } as const
const SCENE_CARD = 1007

export type FirstReading = { readingId: string; openedAt: number }
export type Reader = { contact: DemoContact; at: number; openid: string }
export const shareTokenOf = (rep: string, postId: string): string => idFrom(12, 'share', rep, postId)

/** Which posts she opened: those on her topics first, a few others. */
const choosePosts = (reader: Reader, posts: readonly SeededPost[]): SeededPost[] =>
  posts.filter(({ post }) => {
    const hers = post.topics.some((topic) => reader.contact.interests.includes(topic))
    return chance('opens', reader.openid, post.id) < (hers ? 0.9 : 0.1 + 0.15 * reader.contact.depth)
  })

/** When she opened it: an evening or a morning after it came out, by her habit; never in the future. */
const openedAt = (reader: Reader, seeded: SeededPost, now: number): number => {
  const days = Math.floor(chance('day', reader.openid, seeded.postId) * 3)
  const hour = HOURS[reader.contact.habit] + chance('hour', reader.openid, seeded.postId) * 2.2
  const midnight = Math.floor((seeded.publishedAt + 8 * 3_600_000) / DAY_MS) * DAY_MS - 8 * 3_600_000
  const at = midnight + days * DAY_MS + hour * 3_600_000
  const latest = now - 20 * MINUTE_MS
  if (at > seeded.publishedAt && at < latest) return at
  const room = Math.max(MINUTE_MS, latest - seeded.publishedAt)
  return seeded.publishedAt + chance('late', reader.openid, seeded.postId) * room
}

/** One finished reading, as her phone would report it. */
const readingOf = (reader: Reader, seeded: SeededPost, token: string, now: number) => {
  const opened = Math.round(openedAt(reader, seeded, now))
  const { sections } = seeded.post.article
  const reached = Math.max(
    1,
    Math.round(
      sections.length * Math.min(1, reader.contact.depth + 0.3 * chance('reach', reader.openid, seeded.postId)),
    ),
  )
  const favourite = FORMS[Math.floor(chance('form', reader.openid) * FORMS.length)]
  const spent: Record<string, number> = {}
  for (const [at, section] of sections.slice(0, reached).entries()) {
    const characters = section.heading.length + section.paragraphs.join('').length
    const liked = section.form === favourite ? 1.5 : 0.8
    const pace = 0.35 + reader.contact.depth * (0.5 + 0.9 * chance('pace', reader.openid, seeded.postId, at))
    spent[section.id] = Math.round(characters * READ_MS_PER_CHARACTER * pace * liked)
  }
  const total = Object.values(spent).reduce((sum, ms) => sum + ms, 0)
  const lastAt = Math.min(opened + Math.round(total * 1.15) + 4000, now - 1000)
  return {
    readingId: idFrom(20, 'reading', reader.openid, seeded.postId),
    version: seeded.version,
    token,
    scene: SCENE_CARD,
    seq: 4,
    agoMs: now - lastAt,
    spanMs: lastAt - opened,
    sections: spent,
    depth: reached / sections.length,
  }
}

/** The reps' shares: each shares most posts with a card. */
export const seedShares = async (
  door: Door,
  rep: { username: string; as: As },
  posts: readonly SeededPost[],
): Promise<void> => {
  for (const { postId } of posts) {
    await door.call('rep', 'kit.open', { postId }, rep.as)
    await door.call(
      'rep',
      'share.record',
      { token: shareTokenOf(rep.username, postId), postId, channel: 'chat-card' },
      rep.as,
    )
  }
}

/** Most let interests be worked out; a franchise store is agreed to apart. */
const purposesOf = ({ contact, openid }: Reader): Purpose[] => {
  const storeId = demoReps.find(({ username }) => username === contact.repUsername)?.storeId
  const isFranchise = demoStores.some(({ id, kind }) => id === storeId && kind === 'franchise')
  const tags: Purpose[] = chance('tags', openid) < 0.85 ? ['tags'] : []
  return ['reading', ...tags, ...(isFranchise ? (['store'] as const) : [])]
}

/** One contact's two weeks: she reads unknown, agrees (or not) and is claimed; some withdraw. Returns her first reading. */
export const seedReader = async (
  door: Door,
  reader: Reader,
  posts: readonly SeededPost[],
  now: number,
): Promise<FirstReading | null> => {
  const as = { openid: reader.openid }
  const readings = choosePosts(reader, posts)
    .map((seeded) => readingOf(reader, seeded, shareTokenOf(reader.contact.repUsername, seeded.postId), now))
    .sort((a, b) => b.agoMs + b.spanMs - (a.agoMs + a.spanMs))
  const first = readings[0]
  if (!first) return null
  for (let from = 0; from < readings.length; from += REPORT_READINGS_MAX)
    await door.call('reader', 'reading.report', { readings: readings.slice(from, from + REPORT_READINGS_MAX) }, as)
  const opened = { ...first, openedAt: now - first.agoMs - first.spanMs }
  if (reader.contact.consent === 'none') return opened
  const agreement = {
    token: first.token,
    policyVersion: POLICY_VERSION,
    purposes: purposesOf(reader),
    scene: SCENE_CARD,
  }
  await door.call(
    'reader',
    'consent.give',
    { ...agreement, readingIds: readings.map((reading) => reading.readingId) },
    as,
  )
  if (reader.contact.consent === 'withdrawn') await door.call('reader', 'consent.withdraw', {}, as)
  return opened
}
