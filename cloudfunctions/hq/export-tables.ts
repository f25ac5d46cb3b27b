// What stands in each table HQ may take out, page by page? No customer, no telephone number, sums from five on.
import { dayOf, timeOf } from '@shared/domain/day'
import type { Cell, ExportKind } from '@shared/domain/export'
import { ROSTER_TEMPLATE } from '@shared/domain/export'
import { pageEntries } from '../_kit/data/audits'
import { nameTeams, pageMembers } from '../_kit/data/exported'
import { listStores } from '../_kit/data/members'
import { pagePosts } from '../_kit/data/posts'
import { sumWorkDays, sumWorkPosts } from '../_kit/sum-work'
import { FEW, HEADS, KIND_WORDS, ROLE_WORDS, STATE_WORDS, TONE_WORDS } from './export-words.data'

type Asked = { days: number; at: number }
type Rows = { rows: Cell[][]; next: string | null }
type Table = { head: string[]; page: (cursor: string | undefined, asked: Asked) => Promise<Rows> }

const POSTS = 20
const MEMBERS = 500
const ENTRIES = 200
const JOIN = '、'

const when = (at: number | null | undefined): Cell => (at ? `${dayOf(at)} ${timeOf(at)}` : null)
const sum = (readings: number | 'few'): Cell => (readings === 'few' ? FEW : readings)

const postRows = async (cursor: string | undefined, { days, at }: Asked): Promise<Rows> => {
  const { items, next } = await pagePosts(cursor, POSTS)
  const sums = await sumWorkPosts(items, days, at)
  const rows = items.map((post, n): Cell[] => {
    const { dealt = 0, saved = 0, posted = 0, readings = 0, deep = 0 } = sums[n] ?? {}
    return [
      ...[post.article.title, post.column, STATE_WORDS[post.state], when(post.publishedAt ?? post.publishAt)],
      ...[post.topics.join(JOIN), post.isAd ? '是' : '', dealt, saved, posted, sum(readings), sum(deep), post._id],
    ]
  })
  return { rows, next }
}

const memberRows = async (cursor: string | undefined): Promise<Rows> => {
  const [{ members, next }, stores, teamOf] = await Promise.all([
    pageMembers(cursor, MEMBERS),
    listStores(),
    nameTeams(),
  ])
  const storeOf = new Map<string | null, string>(stores.map(({ _id, name }) => [_id, name]))
  const rows = members.map((one): Cell[] => [
    ...[one.code ?? '', one.name, ROLE_WORDS[one.role], one.role === 'rep' ? KIND_WORDS[one.kind ?? 'guide'] : ''],
    ...[storeOf.get(one.storeId) ?? '', teamOf(one.teamId), TONE_WORDS[one.tone], (one.labels ?? []).join(JOIN)],
    ...[one.leftAt ? dayOf(one.leftAt) : null, one._id],
  ])
  return { rows, next }
}

const auditRows = async (cursor: string | undefined): Promise<Rows> => {
  const { entries, next } = await pageEntries({}, cursor, ENTRIES)
  const rows = entries.map(({ _id, at, byName, act, of, facts }): Cell[] => [
    ...[_id, when(at), byName, act, of],
    Object.entries(facts)
      .map(([name, fact]) => `${name}=${fact}`)
      .join('；'),
  ])
  return { rows, next }
}

const workRows = async (_: string | undefined, { days, at }: Asked): Promise<Rows> => ({
  rows: (await sumWorkDays(days, at)).map(({ day, readings, deep }) => [day, sum(readings), sum(deep)]),
  next: null,
})

export const exportTables: Record<ExportKind, Table> = {
  posts: { head: HEADS.posts, page: postRows },
  members: { head: HEADS.members, page: memberRows },
  roster: { head: [...ROSTER_TEMPLATE.head], page: async () => ({ rows: [[...ROSTER_TEMPLATE.row]], next: null }) },
  audit: { head: HEADS.audit, page: auditRows },
  work: { head: HEADS.work, page: workRows },
}
