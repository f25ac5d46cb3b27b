// Which circles are there, how many are in each, and where do they overlap?
import { NO_CIRCLE, overlapsOf } from '@shared/domain/circle-sums'
import type { StoreId } from '@shared/domain/ids'
import type { Scope, Team } from '@shared/domain/org'
import { toShown } from '@shared/domain/work-number'
import { isHqEditor } from '../_kit/circle-editor'
import { countCircles } from '../_kit/circle-scope'
import { listPublishedTopics } from '../_kit/circle-topics'
import { listStores } from '../_kit/data/members'
import { listTeams } from '../_kit/data/org'
import type { Handler } from '../_kit/serve'

const OVERLAPS_MAX = 24

const seesStore = (scope: Scope, id: StoreId): boolean => scope.all || scope.storeIds.includes(id)
const seesTeam = (scope: Scope, { _id, storeId }: Team): boolean =>
  seesStore(scope, storeId) || (!scope.all && scope.teamId === _id)

export const listCircles: Handler<'hq', 'circle.list'> = async (_, { caller: { member } }) => {
  const [{ circles, sums, asOf, sorting, scope }, stores, teams, published] = await Promise.all([
    ...([countCircles(member), listStores(), listTeams(), listPublishedTopics()] as const),
  ])
  const idOf = new Map(circles.map(({ _id, slot }) => [slot, _id]))
  const isKnown = (slots: readonly number[]) => slots.every((slot) => idOf.has(slot))
  return {
    ...{ asOf, sorting, mayEdit: isHqEditor(member) },
    ...{ people: toShown(sums.people), inNone: toShown(sums.sets[NO_CIRCLE] ?? 0) },
    circles: circles.map(({ _id, slot, name, about, rule, rev }) => {
      const cell = sums.circles[`s${slot}`]
      const isCounted = asOf !== null && !sorting
      return {
        ...{ circleId: _id, name, about, rule, rev },
        people: isCounted ? toShown(cell?.people ?? 0) : null,
        fans: isCounted ? toShown(cell?.fans ?? 0) : null,
      }
    }),
    overlaps: sorting
      ? []
      : overlapsOf(sums, OVERLAPS_MAX)
          .filter(({ slots }) => isKnown(slots))
          .map(({ slots, people }) => ({ circleIds: slots.flatMap((slot) => idOf.get(slot) ?? []), people })),
    stores: stores.filter(({ _id }) => seesStore(scope, _id)).map(({ _id, name }) => ({ id: _id, name })),
    teams: teams.filter((team) => seesTeam(scope, team)).map(({ _id, name }) => ({ id: _id, name })),
    topics: [...published.keys()],
  }
}
