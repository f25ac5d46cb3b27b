// How does one of her groups take what she sends there, and what is to be done in it today? Counts only.
import type { SeenGroup } from '@shared/contracts/group'
import { dayOf } from '@shared/domain/day'
import type { Group } from '@shared/domain/group'
import { type GroupTold, tellGroup } from '@shared/domain/group-counts'
import { itemsOn } from '@shared/domain/group-plan'
import type { PostId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { listPlans } from '../_kit/data/group-plans'
import { findHeadings, type Headings } from '../_kit/data/posts'
import { findGroupCards } from '../_kit/group-cards'
import { showGroupNotes } from '../_kit/group-notes'
import { findOwnGroup, showGroup } from '../_kit/own-group'
import type { Handler } from '../_kit/serve'

const POSTS_SHOWN = 30

type HeadingsOf = (id: PostId) => Headings

const planOn = async (group: Group, member: Member, at: number) => {
  const day = dayOf(at)
  return { day, items: itemsOn(await listPlans(), { theme: group.theme, storeId: member.storeId, day }) }
}

/** Sections that the post no longer has go unsaid. */
const showPosts = (posts: GroupTold['posts'], headingsOf: HeadingsOf): SeenGroup['posts'] =>
  posts.map(({ postId, sections, ...counts }) => {
    const { title, headingOf, sectionIds } = headingsOf(postId)
    const shown = sectionIds.flatMap((id) => {
      const one = sections.find(({ sectionId }) => sectionId === id)
      return one ? [{ heading: headingOf(id), readings: one.readings, ms: one.ms }] : []
    })
    return { ...counts, postId, title, sections: shown }
  })

const showItems = (
  { day, items }: Awaited<ReturnType<typeof planOn>>,
  ticks: Group['ticks'],
  headingsOf: HeadingsOf,
): SeenGroup['today'] => ({
  day,
  items: items.map(({ itemId, time, act, playbookId, postId }) => ({
    ...{ itemId, time, act, playbookId },
    post: postId && { postId, title: headingsOf(postId).title },
    done: ticks?.[day]?.includes(itemId) ?? false,
  })),
})

export const seeGroup: Handler<'rep', 'group.see'> = async ({ groupId }, { caller: { member } }) => {
  const at = now()
  const group = await findOwnGroup(member._id, groupId)
  const [cards, plan, notes] = await Promise.all([
    findGroupCards(group._id),
    planOn(group, member, at),
    showGroupNotes(group),
  ])
  const told = tellGroup(cards, at)
  const posts = told.posts.slice(0, POSTS_SHOWN)
  const headingsOf = await findHeadings([
    ...posts.map(({ postId }) => postId),
    ...plan.items.flatMap(({ postId }) => postId ?? []),
  ])
  return {
    ...{ asOf: at, group: showGroup(group), today: showItems(plan, group.ticks, headingsOf) },
    ...{ shares: told.shares, opens: told.opens, deep: told.deep, silence: told.silence, columns: told.columns },
    ...{ posts: showPosts(posts, headingsOf), notes },
  }
}
