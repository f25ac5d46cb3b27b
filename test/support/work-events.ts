// Which readings do tests of sums of work add up, and to which documents?
import fc from 'fast-check'
import type { MemberId, PostId, StoreId, TeamId } from '../../shared/domain/ids'
import type { Tallied } from '../../shared/domain/reading'
import { WorkAdditions, type WorkSums, workId } from '../../shared/domain/work-sums'

export type Event = {
  post: number
  rep: number
  day: number
  hour: number
  deep: boolean
  named: boolean
  passed: boolean
}
export const events = fc.array(
  fc.record({
    ...{ post: fc.nat(2), rep: fc.nat(5), day: fc.nat(40), hour: fc.nat(23) },
    ...{ deep: fc.boolean(), named: fc.boolean(), passed: fc.boolean() },
  }),
  { maxLength: 60 },
)
export const repAt = (rep: number) => ({
  repId: `rep-${rep}` as MemberId,
  storeId: `store-${rep % 3}` as StoreId,
  teamId: rep % 2 ? (`team-${rep}` as TeamId) : null,
})
export const readingOf = ({ day, hour, deep, named }: Event): Tallied => ({
  ...{
    by: 'reader',
    day: new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10),
    hour,
    ms: 0,
    deep,
    sections: {},
  },
  ...(named && { named: true }),
})

export const docsOf = (additions: WorkAdditions): Map<string, WorkSums & { of: string; id: string }> => {
  const docs = new Map<string, WorkSums & { of: string; id: string }>()
  for (const { work, leaves } of additions.list()) {
    const doc: Record<string, unknown> = { of: work.of, id: work.id }
    for (const { at, n } of leaves) {
      const path = at.split('.')
      let inner = doc
      for (const name of path.slice(0, -1)) {
        inner[name] ??= {}
        inner = inner[name] as Record<string, unknown>
      }
      inner[path.at(-1) ?? ''] = n
    }
    docs.set(workId(work), doc as WorkSums & { of: string; id: string })
  }
  return docs
}

export const summed = (all: readonly Event[]) => {
  const additions = new WorkAdditions()
  for (const one of all)
    additions.addReading(
      { ...repAt(one.rep), postId: `post-${one.post}` as PostId, passed: one.passed },
      readingOf(one),
    )
  return additions
}

export const openedIn = (of: Record<string, { opened?: number }> = {}) =>
  Object.values(of).reduce((n, one) => n + (one.opened ?? 0), 0)
