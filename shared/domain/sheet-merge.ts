// Two phones of one rep wrote the same sheet: what holds? Each field by itself; what was said last, and it is told.
import type { Sheet, SheetFields } from './sheet'
import { keepAnswers } from './sheet-fields.data'

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** The same whatever the order of keys. */
export const isSameValue = (a: Value, b: Value): boolean => {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  const of = (value: typeof a, key: string): Value => (Reflect.get(value, key) as Value | undefined) ?? null
  return keys.length === Object.keys(b).length && keys.every((key) => isSameValue(of(a, key), of(b, key)))
}

/** Each answer is a field of its own. null: not answered. */
const mergeAnswers = (stored: Sheet['answers'], from: Sheet['answers'], to: Sheet['answers']) => {
  const said = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (field) => !isSameValue(from[field] ?? null, to[field] ?? null),
  )
  const lost = said.some((field) =>
    [from[field], to[field]].every((known) => !isSameValue(stored[field] ?? null, known ?? null)),
  )
  const rest = Object.entries(stored).filter(([field]) => !said.includes(field))
  const fresh = said.flatMap((field) => (to[field] ? [[field, to[field]] as const] : []))
  return { value: keepAnswers(Object.fromEntries([...rest, ...fresh])), lost }
}

/** What was put in is put in, what was taken out is taken out; nobody else's choice is lost by it. */
const mergeGroups = (stored: Sheet['groupIds'], from: Sheet['groupIds'], to: Sheet['groupIds']) => {
  const out = from.filter((id) => !to.includes(id))
  return [...new Set([...stored.filter((id) => !out.includes(id)), ...to.filter((id) => !from.includes(id))])]
}

export type SheetSaid = { from: Partial<SheetFields>; to: Partial<SheetFields> }
/** change null: nothing is to be written. replaced: fields that held something else than this phone had shown. */
export type SheetMerge = { change: Partial<Sheet> | null; replaced: (keyof SheetFields)[] }

const PLAIN = ['source', 'relation', 'value', 'taste', 'cadenceDays'] as const

/** As the rep writes them, out of what is stored. */
const writtenOf = ({ quiet, ...sheet }: Sheet): SheetFields => ({ ...sheet, quiet: quiet && { until: quiet.until } })

export const mergeSheet = (sheet: Sheet, { from, to }: SheetSaid, now: number): SheetMerge => {
  const stored = writtenOf(sheet)
  const change: Partial<Sheet> = {}
  const replaced: (keyof SheetFields)[] = []
  const isNew = (field: (typeof PLAIN)[number] | 'quiet'): boolean => {
    const said = to[field]
    if (said === undefined || isSameValue(stored[field], said)) return false
    const shown = from[field]
    if (shown === undefined ? stored[field] !== null : !isSameValue(stored[field], shown)) replaced.push(field)
    return true
  }
  for (const field of PLAIN) if (isNew(field)) Object.assign(change, { [field]: to[field] })
  if (isNew('quiet')) change.quiet = to.quiet ? { since: sheet.quiet?.since ?? now, until: to.quiet.until } : null
  if (to.answers) {
    const { value, lost } = mergeAnswers(stored.answers, from.answers ?? {}, to.answers)
    if (!isSameValue(stored.answers, value)) change.answers = value
    if (lost) replaced.push('answers')
  }
  if (to.groupIds) {
    const groupIds = mergeGroups(stored.groupIds, from.groupIds ?? [], to.groupIds)
    if (!isSameValue(stored.groupIds, groupIds)) change.groupIds = groupIds
  }
  return { change: Object.keys(change).length ? change : null, replaced }
}
