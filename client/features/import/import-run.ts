// How does a list of names go to the cloud? Looked through first, a portion at a time, then sent in portions that may be
// sent again: ids are minted here, once.
import type { Input, Output } from '@shared/contracts'
import { checkRows, type Fault, IMPORT_PORTION, type NameRow } from '@shared/domain/contact-import'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'

type Checked = Output<'rep', 'contact.check'>['rows'][number]
export type Same = Checked['same'][number]
/** add: a contact of her own · merge: her tags go to the one she has · skip: left out. */
export type Choice = 'add' | 'merge' | 'skip'
export type Line = NameRow & { contactId: string; fault: Fault | null; same: Same[]; choice: Choice }
export type Outcome = { made: number; merged: number; refused: Output<'rep', 'contact.import'>['refused'] }

const portionsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / IMPORT_PORTION) }, (_, n) =>
    all.slice(n * IMPORT_PORTION, (n + 1) * IMPORT_PORTION),
  )

/** Whoever has a contact of that name most likely means her. */
const lineOf = (row: NameRow, checked: Pick<Checked, 'fault' | 'found' | 'same'> | undefined): Line => {
  const same = checked?.same ?? []
  return {
    ...{ ...row, contactId: mintId(), same, choice: same.length > 0 ? 'merge' : 'add' },
    fault: checked?.fault ? { fault: checked.fault, found: checked.found } : null,
  }
}

/** What is wrong here is not even sent. Throws CallError. */
export const checkList = async (rows: readonly NameRow[]): Promise<Line[]> => {
  const own = checkRows(rows)
  const fine = rows.filter((_, at) => own[at] === null)
  const answers = new Map<NameRow, Checked>()
  for (const portion of portionsOf(fine)) {
    const { rows: checked } = await call('rep', 'contact.check', {
      rows: portion.map(({ remark, tags }) => ({ remark, tags })),
    })
    portion.forEach((row, at) => {
      const one = checked[at]
      if (one) answers.set(row, one)
    })
  }
  return rows.map((row, at) => {
    const fault = own[at] ?? null
    return fault ? { ...lineOf(row, undefined), fault } : lineOf(row, answers.get(row))
  })
}

export const sentOf = (lines: readonly Line[]): Line[] =>
  lines.filter(({ fault, choice }) => fault === null && choice !== 'skip')

type Sent = Input<'rep', 'contact.import'>['rows'][number]
const toSend = ({ contactId, remark, tags, choice, same }: Line): Sent => ({
  ...{ contactId, remark, tags, into: choice === 'merge' ? (same[0]?.contactId ?? null) : null },
})

/** Throws CallError; run again with the same importId and lines it goes on. onSent: how many rows are there. */
export const sendList = async (
  importId: string,
  lines: readonly Line[],
  onSent: (rows: number) => void,
): Promise<Outcome> => {
  const outcome: Outcome = { made: 0, merged: 0, refused: [] }
  let sent = 0
  for (const portion of portionsOf(sentOf(lines))) {
    const { made, merged, refused } = await call('rep', 'contact.import', { importId, rows: portion.map(toSend) })
    outcome.made += made
    outcome.merged += merged
    outcome.refused.push(...refused)
    sent += portion.length
    onSent(sent)
  }
  return outcome
}
