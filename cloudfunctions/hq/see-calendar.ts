// What stands when, where are gaps, what clashes, and what could fill them? One reply for a month at most.
import type { Parsed } from '@shared/contracts'
import type { SeenCalendar, Shelved, ShownEntry } from '@shared/contracts/calendar'
import { type Land, regionsWithin, storesNamed } from '@shared/domain/audience'
import { type Clash, type Entry, findClashes, slotsOf } from '@shared/domain/calendar'
import { instantOf } from '@shared/domain/day'
import { restedAt } from '@shared/domain/evergreen'
import { fillWeek } from '@shared/domain/fill-week'
import type { RegionId } from '@shared/domain/ids'
import { type CalendarFacts, candidatesOf, findCalendar, isReady, type OnShelf } from '../_kit/calendar-facts'
import { now } from '../_kit/clock'
import type { CalendarPost } from '../_kit/data/calendar'
import type { Handler } from '../_kit/serve'
import { showColumns } from './list-columns'

type Asked = Parsed<'hq', 'calendar.see'>

/** More clashes than anybody settles at a sitting. */
const CLASHES_MAX = 200

/** What a region's own editor needs: only its stores, and what reaches one of them. */
const narrow = (facts: CalendarFacts, regionId: RegionId | null): CalendarFacts => {
  if (regionId === null) return facts
  const within = regionsWithin([regionId], facts.land.grounds)
  const stores = facts.land.stores.filter((store) => store.regionId && within.has(store.regionId))
  const there = new Set(stores.map(({ _id }) => _id))
  const reaches = ({ audience }: Pick<Entry, 'audience'>): boolean => {
    const named = storesNamed(audience, facts.land)
    return named === null || [...named].some((id) => there.has(id))
  }
  return {
    ...facts,
    land: { ...facts.land, stores },
    entries: facts.entries.filter(reaches),
    drafts: facts.drafts.filter(reaches),
    shelf: facts.shelf.filter(({ post }) => reaches(post)),
  }
}

const titlesOf = ({ posts, drafts, shelf }: CalendarFacts): ((id: string) => string) => {
  const all = [...posts, ...drafts, ...shelf.map(({ post }) => post)]
  const titles = new Map<string, string>(all.map(({ _id, article }) => [_id, article.title]))
  return (id) => titles.get(id) ?? ''
}

const showEntry = (entry: Entry, post: CalendarPost | undefined, land: Land): ShownEntry => ({
  ...{ postId: entry.postId, version: entry.version, at: entry.at, standing: entry.standing },
  ...{ columnId: entry.columnId, title: post?.article.title ?? '', channels: post?.channels ?? [] },
  stores: storesNamed(entry.audience, land)?.size ?? null,
  waits: post?.review?.state === 'submitted',
})

const showShelved = ({ post, before, lately, age }: OnShelf): Shelved => {
  const [outAt, coolDays] = [post.publishedAt ?? 0, post.evergreen?.coolDays ?? 0]
  return {
    ...{ postId: post._id, version: post.version, title: post.article.title, columnId: post.columnId ?? null },
    ...{ outAt, coolDays, plannedAt: post.plannedAt ?? null, before, lately, age },
    restedFrom: restedAt({ publishedAt: outAt, evergreen: { coolDays } }),
  }
}

const showClash = ({ kind, a, b, at, alike, topic }: Clash) => ({
  ...{ kind, a, b, at, topic },
  alike: Math.round(alike * 100) / 100,
})

const show = (facts: CalendarFacts, { from, to }: Asked, at: number): Omit<SeenCalendar, 'columns'> => {
  const { land, entries, posts } = facts
  const [start, end] = [instantOf(from, '00:00'), instantOf(to, '24:00')]
  const isInside = (each: { at: number }) => each.at >= start && each.at < end
  const slots = slotsOf(facts.columns, { from, to }, entries, land)
  const byId = new Map(posts.map((post) => [post._id, post]))
  const titleOf = titlesOf(facts)
  const moves = fillWeek({ ...facts, slots, candidates: candidatesOf(facts, at) }, at)
  return {
    asOf: at,
    regions: facts.regions.map(({ _id, name, parentId }) => ({ regionId: _id, name, parentId })),
    slots,
    entries: entries
      .filter(isInside)
      .sort((a, b) => a.at - b.at)
      .map((entry) => showEntry(entry, byId.get(entry.postId), land)),
    clashes: findClashes(entries, land).filter(isInside).slice(0, CLASHES_MAX).map(showClash),
    shelf: facts.shelf.map(showShelved),
    drafts: facts.drafts.map((post) => ({
      ...{ postId: post._id, version: post.version, title: post.article.title },
      ...{ columnId: post.columnId ?? null, ready: isReady(post) },
    })),
    moves: moves.map((move) => ({ ...move, title: titleOf(move.postId) })),
    cut: facts.cut,
  }
}

export const seeCalendar: Handler<'hq', 'calendar.see'> = async (asked) => {
  const at = now()
  const facts = await findCalendar(asked.from, asked.to, at)
  return { ...show(narrow(facts, asked.regionId), asked, at), columns: await showColumns(facts.columns) }
}
