// Seeds the reps' WeChat groups: cards sent into them over two weeks, opened by people nobody knows, and one plan of HQ's.
import { dayAfter, dayOf, instantOf } from '@shared/domain/day'
import type { GroupPlanId, PlaybookId, PostId } from '@shared/domain/ids'
import { PLAYBOOKS } from '@shared/domain/playbooks.data'
import { type DemoGroup, type DemoSend, demoGroups, demoPlan } from '../demo/groups.data'
import type { Admin } from './admin'
import { chance, idFrom } from './chance'
import type { As, Door } from './door'
import { DEMO_PASSWORD } from './people'
import type { SeededPost } from './posts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const SCENE_GROUP = 1008 // a card in a group chat
const READ_MS = 22_000 // of a section, more or less

type Card = { group: string; token: string; sentAt: number; send: DemoSend; seeded: SeededPost }

/** One opening, as a phone reports it afterwards: some glance, some read to the end. */
const openingOf = ({ group, token, sentAt, send, seeded }: Card, n: number, now: number) => {
  const words = ['group', group, send.post, n] as const
  const { sections } = seeded.post.article
  const reached = 1 + Math.floor(chance('reach', ...words) * sections.length)
  const spent = Object.fromEntries(
    sections
      .slice(0, reached)
      .map(({ id }, at) => [id, Math.round(READ_MS * (0.3 + 1.4 * chance('pace', ...words, at)))]),
  )
  const spanMs = Object.values(spent).reduce((sum, ms) => sum + ms, 3_000)
  const [sentDay, late] = [dayOf(sentAt), Math.floor(chance('late', ...words) * 2)]
  const atHour = instantOf(dayAfter(sentDay, late), `${String(send.hour).padStart(2, '0')}:00`)
  const openedAt = Math.max(sentAt + MINUTE_MS, atHour + Math.round(chance('minute', ...words) * 50) * MINUTE_MS)
  const lastAt = Math.min(openedAt + spanMs, now - 20 * MINUTE_MS)
  return {
    ...{ readingId: idFrom(20, 'opening', ...words), version: seeded.version, token, scene: SCENE_GROUP, chatType: 3 },
    ...{ seq: 2, agoMs: now - lastAt, spanMs, sections: spent, depth: reached / sections.length },
  }
}

/** Sent the morning after it came out; her share is moved there, because actions stamp the present. */
const sendCard = async (door: Door, admin: Admin, as: As, card: Omit<Card, 'token' | 'sentAt'>, now: number) => {
  const { group, send, seeded } = card
  const token = idFrom(12, 'group-share', group, send.post)
  const morning = instantOf(dayAfter(dayOf(seeded.publishedAt), 1), '07:50')
  const sentAt = Math.max(seeded.publishedAt, Math.min(morning, now - DAY_MS))
  await door.call('rep', 'share.record', { token, postId: seeded.postId, channel: 'chat-card', groupId: group }, as)
  await admin.update('shares', token, { createdAt: sentAt })
  const readings = Array.from({ length: send.opens }, (_, n) => openingOf({ ...card, token, sentAt }, n, now))
  // reported in one go as a phone would that was offline; who it was is not kept of those who never agreed
  await door.call('reader', 'reading.report', { readings }, { openid: `demo-group-${group}` })
}

const seedGroup = async (
  door: Door,
  admin: Admin,
  as: As,
  { group, posts, now }: { group: DemoGroup; posts: readonly SeededPost[]; now: number },
): Promise<void> => {
  const groupId = idFrom(16, 'group', group.repUsername, group.name)
  const { name, theme, rules } = group
  await door.call('rep', 'group.save', { groupId, from: {}, to: { name, theme, rules } }, as)
  for (const send of group.sends) {
    const seeded = posts.find(({ postId }) => postId === send.post)
    if (seeded) await sendCard(door, admin, as, { group: groupId, send, seeded }, now)
  }
}

export const seedGroups = async (
  door: Door,
  admin: Admin,
  posts: readonly SeededPost[],
  now: number,
): Promise<void> => {
  const seedOne = async (group: DemoGroup): Promise<void> => {
    const as = await door.signIn(group.repUsername, DEMO_PASSWORD)
    await seedGroup(door, admin, as, { group, posts, now })
  }
  await Promise.all(demoGroups.map(seedOne))
}

/** Saved again it is the same plan: a second run finds it stored by the very same words. */
export const seedPlan = async (door: Door, editor: As): Promise<void> => {
  const session = PLAYBOOKS.find(({ scene }) => scene === 'group-session')?._id ?? null
  const items = demoPlan.items.map(({ id: itemId, time, act, post, session: bySession }) => ({
    ...{ itemId, time, act },
    postId: post as PostId | null,
    playbookId: bySession ? (session as PlaybookId | null) : null,
  }))
  const { planId, theme, weekdays } = demoPlan
  await door.call(
    'hq',
    'plan.save',
    { planId: planId as GroupPlanId, rev: 0, plan: { theme, weekdays, items, storeIds: [] } },
    editor,
  )
}
