// Words for a contact's sheet may come late: said on a phone that had no signal for an hour. Which of them still hold?
import type { Sheet } from './sheet'
import { isSameValue, mergeSheet, type SheetMerge, type SheetSaid } from './sheet-merge'

/** late: fields where another phone said something else after this; that holds. */
export type SheetWord = SheetMerge & { late: (keyof SheetSaid['to'])[] }

const PLAIN = ['source', 'relation', 'value', 'taste', 'cadenceDays', 'quiet'] as const

/** What she said, piece by piece, each under the name its time is kept by: a field, one answer, one group. */
const piecesOf = ({ from, to }: SheetSaid): string[] => {
  const answers = new Set([...Object.keys(from.answers ?? {}), ...Object.keys(to.answers ?? {})])
  const groups = new Set([...(from.groupIds ?? []), ...(to.groupIds ?? [])])
  const isIn = (ids: readonly string[] | undefined, id: string) => (ids ?? []).includes(id)
  return [
    ...PLAIN.filter((field) => to[field] !== undefined),
    ...(to.answers
      ? [...answers].filter((id) => !isSameValue(from.answers?.[id] ?? null, to.answers?.[id] ?? null))
      : []
    ).map((id) => `answers:${id}`),
    ...(to.groupIds ? [...groups].filter((id) => isIn(from.groupIds, id) !== isIn(to.groupIds, id)) : []).map(
      (id) => `groups:${id}`,
    ),
  ]
}

/** Without those pieces, as if she had not said them. */
const without = ({ from, to }: SheetSaid, pieces: ReadonlySet<string>): SheetSaid => {
  const answers = (all: Sheet['answers']) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !pieces.has(`answers:${id}`)))
  const groupIds = (ids: Sheet['groupIds']) => ids.filter((id) => !pieces.has(`groups:${id}`))
  const cut = (said: SheetSaid['to']): SheetSaid['to'] => ({
    ...Object.fromEntries(Object.entries(said).filter(([field]) => !pieces.has(field))),
    ...(said.answers && { answers: answers(said.answers) }),
    ...(said.groupIds && { groupIds: groupIds(said.groupIds) }),
  })
  return { from: cut(from), to: cut(to) }
}

/** Of those pieces, the fields that would stand otherwise by her word: of the others there is nothing to tell. */
const differing = (sheet: Sheet, { from, to }: SheetSaid, late: ReadonlySet<string>): SheetWord['late'] => {
  const others = new Set(piecesOf({ from, to }).filter((piece) => !late.has(piece)))
  const { change } = mergeSheet(sheet, without({ from, to }, others), 0)
  return Object.keys(change ?? {}) as SheetWord['late']
}

/** at: when she said so. Said twice, and in whatever order, the sheet ends the same. */
export const sayToSheet = (sheet: Sheet, said: SheetSaid, at: number): SheetWord => {
  const known = sheet.saidAt ?? {}
  const pieces = piecesOf(said)
  const late = new Set(pieces.filter((piece) => (known[piece] ?? 0) > at))
  const { change, replaced } = mergeSheet(sheet, without(said, late), at)
  const fresh = pieces.filter((piece) => !late.has(piece) && (known[piece] ?? 0) < at)
  const saidAt = { ...known, ...Object.fromEntries(fresh.map((piece) => [piece, at])) }
  return {
    change: change || fresh.length ? { ...change, ...(fresh.length && { saidAt }) } : null,
    replaced,
    late: differing(sheet, said, late),
  }
}
