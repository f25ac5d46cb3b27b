// Seeds how posts travel on: customers read, agree, pass on, and others read below them, through the actions a phone uses.
// Instants are moved into the past, because the functions stamp what they write with the present.
import { POLICY_VERSION, type Purpose } from '@shared/domain/consent'
import { REPORT_READINGS_MAX } from '@shared/domain/limits'
import { demoContacts, demoReps } from '../demo/people.data'
import {
  type DemoPass,
  type DemoPasser,
  demoElsewhere,
  demoPassers,
  demoPasses,
  DEMO_PASSING_REP as REP,
} from '../demo/spread.data'
import type { Admin } from './admin'
import { chance, idFrom } from './chance'
import type { As, Door } from './door'
import { contactsOf } from './files'
import { DEMO_PASSWORD } from './people'
import type { SeededPost } from './posts'
import { shareTokenOf } from './readings'
import { settleContact } from './settle'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** People read and pass on by day: hours of Asia/Shanghai. Later ones wait for the last, so that none comes before its cause. */
const [FIRST_HOUR, LAST_HOUR] = [8, 22]
const SHANGHAI_MS = 8 * HOUR_MS
const byDay = (at: number): number => {
  const midnight = Math.floor((at + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS
  const minute = Math.floor(at / MINUTE_MS) % 60
  return Math.min(Math.max(at, midnight + FIRST_HOUR * HOUR_MS + minute * MINUTE_MS), midnight + LAST_HOUR * HOUR_MS)
}
/** What is reported lies so far back at least: younger readings are not counted yet. */
const LATEST_MS = 20 * MINUTE_MS
const SCENES = { chat: { scene: 1007 }, group: { scene: 1008, chatType: 3 }, moments: { scene: 1155 } } as const
/** Of one section, where she reads it through, and where she glances at the first. */
const [THROUGH_MS, GLANCE_MS] = [19_000, 7_000]

export type Passing = { door: Door; admin: Admin; as: As; posts: readonly SeededPost[]; now: number }
type Opening = { who: string; seeded: SeededPost; token: string; at: number; deep: boolean; scene: DemoPass['scene'] }

/** By remark, as far as she is one of the demo's contacts; else she has a phone of her own. */
const openidOf = ({ id, remark, known }: DemoPasser): string =>
  known ? `demo-reader-${demoContacts.findIndex((one) => one.remark === remark)}` : `demo-passer-${id}`

/** The phone of one of them. */
export const passerOpenid = (id: string): string => {
  const passer = demoPassers.find((one) => one.id === id)
  if (!passer) throw new Error(`demo: nobody is called ${id}`)
  return openidOf(passer)
}

/** One opening as a phone reports it afterwards. */
const openingOf = ({ who, seeded, token, at, deep, scene }: Opening, now: number) => {
  const { sections } = seeded.post.article
  const read = deep ? sections : sections.slice(0, 1)
  const pace = (id: string): number => 0.8 + 0.9 * chance('passed-pace', who, token, id)
  const spent = Object.fromEntries(
    read.map(({ id }) => [id, Math.round((deep ? THROUGH_MS : GLANCE_MS) * pace(id))] as const),
  )
  const spanMs = Object.values(spent).reduce((sum, ms) => sum + ms, 2_000)
  const openedAt = Math.min(byDay(at), now - LATEST_MS - spanMs)
  return {
    ...{ readingId: idFrom(20, 'passed', who, token), version: seeded.version, token, ...SCENES[scene], seq: 2 },
    ...{ agoMs: Math.round(now - openedAt - spanMs), spanMs, sections: spent, depth: read.length / sections.length },
  }
}

class Spreading {
  private readonly settled = new Set<string>()
  private readonly read = new Set<string>()

  constructor(private readonly of: Passing) {}

  /** She reads; the first time she agrees as well, and the rep gives her a name. */
  async open(passer: DemoPasser, opening: Omit<Opening, 'who'>): Promise<void> {
    const { door, now } = this.of
    const key = `${passer.id} ${opening.token}`
    if (this.read.has(key)) return
    this.read.add(key)
    const as = { openid: openidOf(passer) }
    const reading = openingOf({ ...opening, who: passer.id }, now)
    await door.call('reader', 'reading.report', { readings: [reading] }, as)
    if (this.settled.has(passer.id)) return
    this.settled.add(passer.id)
    await this.agree(passer, reading)
  }

  private async agree(passer: DemoPasser, { readingId, token, scene, agoMs, spanMs }: ReturnType<typeof openingOf>) {
    const { door, admin, as, now } = this.of
    const openid = openidOf(passer)
    if (passer.known) {
      if (passer.agrees === 'spread') await door.call('reader', 'privacy.spread', { repId: REP, on: true }, { openid })
      return
    }
    const purposes: Purpose[] = ['reading', 'tags', ...(passer.agrees === 'spread' ? (['spread'] as const) : [])]
    const agreement = { token, policyVersion: POLICY_VERSION, purposes, scene, readingIds: [readingId] }
    await door.call('reader', 'consent.give', agreement, { openid })
    const reader = { repUsername: REP, remark: passer.remark, openid }
    await settleContact(door, admin, as, { reader, first: { readingId, openedAt: now - agoMs - spanMs } })
  }
}

/** Phones of which nothing is known but that they opened it. */
const openByOthers = async ({ door, now }: Passing, from: Omit<Opening, 'who' | 'deep'>, many: DemoPass['others']) => {
  const [opened, deep] = many
  const readings = Array.from({ length: opened }, (_, n) => {
    const who = `other-${n}`
    const at = from.at + chance('other-at', from.token, n) * 30 * HOUR_MS
    return openingOf({ ...from, who, at, deep: n < deep }, now)
  })
  for (let first = 0; first < readings.length; first += REPORT_READINGS_MAX) {
    const some = readings.slice(first, first + REPORT_READINGS_MAX)
    await door.call('reader', 'reading.report', { readings: some }, { openid: `demo-others-${from.token}` })
  }
}

const tokenOf = (by: string, post: string): string => idFrom(12, 'pass', by, post)

/** The token by which it came to her: the rep's card for all, one for her alone, or what somebody passed on. */
const findSource = async ({ by, post, from }: DemoPass, of: Passing, at: number): Promise<string> => {
  if (from === 'rep') return shareTokenOf(REP, post)
  if (from !== 'card') return tokenOf(from, post)
  const token = idFrom(12, 'card', by, post)
  const remark = demoPassers.find(({ id }) => id === by)?.remark ?? null
  const contactId = (await contactsOf(of.door, of.as)).get(remark)
  await of.door.call(
    'rep',
    'share.record',
    { token, postId: post, channel: 'chat-card', ...(contactId && { contactId }) },
    of.as,
  )
  await of.admin.update('shares', token, { createdAt: at })
  return token
}

const seedPass = async (pass: DemoPass, spreading: Spreading, of: Passing): Promise<void> => {
  const seeded = of.posts.find(({ postId }) => postId === pass.post)
  const by = demoPassers.find(({ id }) => id === pass.by)
  if (!seeded || !by) throw new Error(`demo: ${pass.by} passes on ${pass.post}, and one of them is not there`)
  const at = Math.min(byDay(seeded.publishedAt + pass.hours * HOUR_MS), of.now - HOUR_MS)
  const parentToken = await findSource(pass, of, at - 2 * HOUR_MS)
  const cameBy = { seeded, token: parentToken, at: at - HOUR_MS, deep: true, scene: 'chat' as const }
  await spreading.open(by, cameBy)
  const token = tokenOf(pass.by, pass.post)
  const channel = pass.scene === 'moments' ? ('timeline' as const) : ('chat-card' as const)
  await of.door.call('reader', 'share.record', { token, parentToken, channel }, { openid: openidOf(by) })
  await of.admin.update('shares', token, { createdAt: Math.round(at) })
  for (const [n, name] of pass.reads.split(' ').filter(Boolean).entries()) {
    const reader = demoPassers.find(({ id }) => id === name.replace('-', ''))
    const opening = { seeded, token, at: at + (n + 0.5) * HOUR_MS, deep: !name.endsWith('-'), scene: pass.scene }
    if (reader) await spreading.open(reader, opening)
  }
  await openByOthers(of, { seeded, token, at, scene: pass.scene }, pass.others)
}

/** Others' cards travel on, too, by people of whom nothing is known. */
const seedElsewhere = async (of: Passing): Promise<void> => {
  for (const { username } of demoReps.filter((rep) => rep.username !== REP))
    for (const [post, opened, deep] of demoElsewhere) {
      const seeded = of.posts.find(({ postId }) => postId === post)
      if (!seeded) continue
      const at = seeded.publishedAt + 12 * HOUR_MS
      const token = tokenOf(username, post)
      const share = { token, parentToken: shareTokenOf(username, post), channel: 'chat-card' as const }
      await of.door.call('reader', 'share.record', share, { openid: `demo-others-${username}` })
      await of.admin.update('shares', token, { createdAt: at })
      await openByOthers(of, { seeded, token, at, scene: 'group' }, [opened, deep])
    }
}

/** Before the sums are made. What the timer has made meanwhile is made anew, from the instants as they are now. */
export const seedSpread = async (of: Omit<Passing, 'as'>): Promise<void> => {
  const passing = { ...of, as: await of.door.signIn(REP, DEMO_PASSWORD) }
  const spreading = new Spreading(passing)
  for (const pass of demoPasses) await seedPass(pass, spreading, passing)
  await seedElsewhere(passing)
  const anew = { stale: true, cursors: null, asOf: null, parts: 0, builtAt: 0 }
  for (const { username } of demoReps) await of.admin.update('spreads', username, anew)
}
