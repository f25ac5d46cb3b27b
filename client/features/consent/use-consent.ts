// Asking once, plainly, whether her adviser may know what she reads. Nothing names her before she says yes.
import type { Output } from '@shared/contracts'
import type { Sender } from '@shared/contracts/reading'
import { mayAskConsent, type Purpose, purposesOf } from '@shared/domain/consent'
import type { ReadingId, ShareToken } from '@shared/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { CallError, call } from '@/platform/call'
import { entryScene } from '@/platform/nav'
import { ensureIdentity } from '@/platform/session'
import { declinedAt, rememberDeclined } from './declined'
import type { Step } from './notice'

type Opened = Output<'reader', 'post.read'>
/** readingIds: the readings on this phone that she lets the adviser see; called when she agrees, once all are delivered. */
type Facts = { opened: Opened; queryKey: readonly unknown[]; readingIds: (repId: string) => Promise<ReadingId[]> }

/** failed: it did not arrive, she can try again · changed: the notice is a new one, she answers anew · given: just now. */
type Phase = 'asking' | 'busy' | 'failed' | 'changed' | 'declined' | 'given'

export type Asking = {
  asks: boolean
  step: Step
  phase: Phase
  tags: boolean // may her interests be worked out too? Off until she turns it on
  setTags: (on: boolean) => void
  give: () => void
  decline: () => void
}

/** The second question stands where the first one stood: the second half of a double tap answers nothing. */
const ANSWERED_AFTER_MS = 700

const OUT_OF_DATE: readonly unknown[] = ['policy-changed', 'store-consent-needed', 'staff']

/** What she was shown is no longer so: the page is asked anew. */
const isOutOfDate = (error: unknown): boolean => error instanceof CallError && OUT_OF_DATE.includes(error.reason)

/** Tells the cloud, and then the page what the cloud knows. */
const useGiving = ({ opened, queryKey, readingIds }: Facts) => {
  const client = useQueryClient()
  const { policyVersion } = opened
  return async (repId: string, token: ShareToken, purposes: Purpose[]): Promise<'given' | 'failed' | 'changed'> => {
    try {
      const ids = await readingIds(repId)
      await ensureIdentity()
      await call('reader', 'consent.give', { token, policyVersion, purposes, scene: entryScene(), readingIds: ids })
    } catch (error) {
      if (!isOutOfDate(error)) return 'failed'
      void client.invalidateQueries({ queryKey })
      return 'changed'
    }
    client.setQueryData<Opened>(queryKey, (old) => old && { ...old, consent: 'given' })
    void client.invalidateQueries({ queryKey: ['reader'] })
    return 'given'
  }
}

export const useConsent = (facts: Facts): Asking => {
  const { consent, sender, token } = facts.opened
  const [step, setStep] = useState<Step>('reading')
  const [phase, setPhase] = useState<Phase>('asking')
  const [tags, setTags] = useState(false)
  const askedAt = useRef(0)
  const tell = useGiving(facts)
  const asks =
    consent === 'none' &&
    sender !== null &&
    token !== null &&
    phase !== 'declined' &&
    phase !== 'given' &&
    mayAskConsent(declinedAt(sender.repId), Date.now())

  const ask = (next: Step): void => {
    askedAt.current = Date.now()
    setStep(next)
  }
  const send = async ({ repId, franchise }: Sender, shareToken: ShareToken): Promise<void> => {
    const wanted: Purpose[] = ['reading', ...(tags ? (['tags'] as const) : []), 'store']
    setPhase('busy')
    const outcome = await tell(repId, shareToken, purposesOf(wanted, franchise))
    setPhase(outcome)
    if (outcome === 'changed') ask('reading')
  }
  const give = (): void => {
    if (!sender || !token || phase === 'busy' || Date.now() - askedAt.current < ANSWERED_AFTER_MS) return
    if (!sender.franchise || step === 'store') return void send(sender, token as ShareToken)
    setPhase('asking')
    ask('store')
  }
  const decline = (): void => {
    if (phase === 'busy') return // a yes under way cannot be called back here; the privacy page takes it back
    if (sender) rememberDeclined([sender.repId], Date.now())
    setPhase('declined')
  }
  return { asks, step, phase, tags, setTags, give, decline }
}
