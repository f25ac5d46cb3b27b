// What are the people of one circle like, and what do they want to read that we have not published?
import { LEVELS } from '@shared/domain/circle'
import { type CircleCell, type Counts, gapsOf, ideasOf } from '@shared/domain/circle-sums'
import { toShown } from '@shared/domain/work-number'
import { countCircles } from '../_kit/circle-scope'
import { listPublishedTopics } from '../_kit/circle-topics'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'

const GAPS_MAX = 12
const IDEAS_MAX = 5
const EMPTY: CircleCell = {
  ...{ people: 0, fans: 0, levels: {}, hours: {}, informed: {}, relations: {}, values: {}, tastes: {}, topics: {} },
}

const show = (counts: Counts) =>
  Object.entries(counts)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([id, n]) => ({ id, people: toShown(n) }))
const inOrder = (counts: Counts, ids: readonly string[]) => ids.map((id) => ({ id, people: toShown(counts[id] ?? 0) }))
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => `h${hour}`)

export const seeCircle: Handler<'hq', 'circle.see'> = async ({ circleId }, { caller: { member } }) => {
  const [{ circles, sums, sorting }, published] = await Promise.all([countCircles(member), listPublishedTopics()])
  const circle = found(
    circles.find(({ _id }) => _id === circleId),
    'no-such-circle',
    'circleId',
  )
  const cell = sorting ? EMPTY : (sums.circles[`s${circle.slot}`] ?? EMPTY)
  const gaps = gapsOf(cell, published)
  return {
    ...{ circleId, people: toShown(cell.people), fans: toShown(cell.fans) },
    ...{ levels: inOrder(cell.levels, LEVELS), hours: inOrder(cell.hours, HOURS), informed: show(cell.informed) },
    ...{ relations: show(cell.relations), values: show(cell.values), tastes: show(cell.tastes) },
    ...{ gaps: gaps.slice(0, GAPS_MAX), ideas: ideasOf(cell, gaps, IDEAS_MAX) },
  }
}
