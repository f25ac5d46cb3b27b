// What waits for signal, what was not taken, and sending now.
import { useState, useSyncExternalStore } from 'react'
import { flushOutbox, seeOutbox } from '@/platform/outbox'
import { useIsAlive } from '@/platform/page'
import { isStored, onParcels, parcelsTurn } from '@/platform/parcels'
import { queries } from '@/platform/queries'
import { listRefused } from '@/platform/refused'

export const useOutbox = () => {
  useSyncExternalStore(onParcels, parcelsTurn)
  const [busy, setBusy] = useState(false)
  const isAlive = useIsAlive()
  const send = () => {
    setBusy(true)
    void flushOutbox().finally(() => isAlive() && setBusy(false))
  }
  return { ...seeOutbox(), refused: listRefused(), stored: isStored(), busy, send }
}

/** As this phone knows her; '' where it does not. */
export const nameOf = (contactId: string | null): string =>
  (contactId !== null &&
    queries.getQueryData<{ contact: { remark: string | null } }>(['rep', 'contact.see', contactId])?.contact.remark) ||
  ''
