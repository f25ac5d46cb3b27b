// How does an act on a contact's file reach the cloud? Shown at once, delivered now or when there is signal again.
import type { ActionName, Input, Output } from '@shared/contracts'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'
import { askSheetAnew, type ContactSheet, SHEETS, seenSheet, showSheet } from './use-sheet'

type Change = (known: ContactSheet) => ContactSheet
type Parcel<A extends ActionName<'rep'>> = { key: string; action: A; payload: Input<'rep', A> }
type Shown<A extends ActionName<'rep'>> = {
  at: string // the contact on whose file it is seen
  change: Change
  settle?: (known: ContactSheet, answer: Output<'rep', A>) => ContactSheet
}

/** null without signal: it will be sent. Throws CallError when the cloud refuses; then nothing was changed. */
export const tell = async <A extends ActionName<'rep'>>(parcel: Parcel<A>, { at, change, settle }: Shown<A>) => {
  const before = seenSheet(at)
  showSheet(at, change)
  try {
    const answer = await deliver(parcel.key, parcel.action, parcel.payload)
    if (answer === null) return null
    const underWay = queries.isFetching({ queryKey: [...SHEETS, at] }) > 0
    if (settle) showSheet(at, (known) => settle(known, answer))
    if (underWay) askSheetAnew(at) // that answer may be older than this one
    return answer
  } catch (error) {
    if (before) showSheet(at, () => before)
    askSheetAnew(at)
    throw error
  }
}
