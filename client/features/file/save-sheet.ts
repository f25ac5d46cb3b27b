// One field of a contact's sheet, written by the rep; what another phone had said there meanwhile is told.
import type { Input, Output } from '@shared/contracts'
import { whenDelivered } from '@/platform/outbox'
import { announce } from './arrivals'
import { tell } from './tell'
import { answered, type ContactSheet, replacedBy, seenSheet, showSheet } from './use-sheet'

export type SheetFields = Required<Input<'rep', 'sheet.save'>['to']>
export type SheetField = keyof SheetFields

const put = <F extends SheetField>(known: ContactSheet, field: F, value: SheetFields[F], now: number): ContactSheet => {
  const quiet = field === 'quiet' ? (value as SheetFields['quiet']) : null
  const shown = quiet === null ? value : { since: known.sheet.quiet?.since ?? now, until: quiet.until }
  return { ...known, sheet: { ...known.sheet, [field]: shown } }
}

/** How many changes of one field are on their way: between them only the last one's answer says something. */
const underWay = new Map<string, number>()

/** One field at a time. `replaced` in the answer: another phone had written it since. null without signal. */
export const saveSheet = async <F extends SheetField>(contactId: string, field: F, value: SheetFields[F]) => {
  const known = seenSheet(contactId)
  if (!known) return null
  const { quiet } = known.sheet
  const shown = field === 'quiet' ? quiet && { until: quiet.until } : known.sheet[field]
  const from = { [field]: replacedBy(contactId, field, shown) }
  const key = `sheet.${contactId}.${field}`
  const before = underWay.get(key) ?? 0
  underWay.set(key, before + 1)
  const now = Date.now()
  try {
    const answer = await tell(
      { key, action: 'sheet.save', payload: { contactId, from, to: { [field]: value } } },
      {
        at: contactId,
        change: (one) => put(one, field, value, now),
        settle: (one, { sheet }) => (underWay.get(key) === 1 ? { ...one, sheet } : one), // a later tap is shown already
      },
    )
    if (answer) answered(contactId, field)
    return answer && before > 0 ? { ...answer, replaced: [] } : answer
  } catch (error) {
    answered(contactId, field)
    throw error
  } finally {
    underWay.set(key, (underWay.get(key) ?? 1) - 1)
  }
}

/** A cloud older than this phone tells of none that came too late. */
whenDelivered('sheet.save', ({ sheet, replaced, late = [] }: Output<'rep', 'sheet.save'>, { contactId, to }) => {
  for (const field of Object.keys(to)) answered(contactId, field)
  showSheet(contactId, (known) => ({ ...known, sheet }))
  if (replaced.length > 0) announce({ of: 'replaced', contactId, fields: replaced })
  if (late.length > 0) announce({ of: 'late', contactId, fields: late })
})
