// Her answer to who follows her adviser: told to the cloud once, and then to whatever shows it.
import { POLICY_VERSION, type Purpose } from '@shared/domain/consent'
import type { MemberId } from '@shared/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/platform/call'
import type { ShownHandover } from './words'

/** failed: it did not arrive, she can try again. */
export type HandoverPhase = 'asking' | 'busy' | 'failed' | 'passed' | 'ended'
export type Answering = { phase: HandoverPhase; answer: (what: 'yes' | 'no') => void }

/** Interests are worked out for another firm only once she turns that on for it. */
const purposesFor = ({ needsConsent, franchise }: ShownHandover): Purpose[] =>
  needsConsent && franchise ? ['reading', 'store'] : ['reading']

export const useHandover = (told: ShownHandover | null): Answering => {
  const client = useQueryClient()
  const [phase, setPhase] = useState<HandoverPhase>('asking')
  const send = async (handover: ShownHandover, what: 'yes' | 'no'): Promise<void> => {
    setPhase('busy')
    try {
      const said = { repId: handover.repId as MemberId, answer: what, purposes: purposesFor(handover) }
      const { passed } = await call('reader', 'handover.answer', { ...said, policyVersion: POLICY_VERSION })
      setPhase(passed ? 'passed' : 'ended')
      void client.invalidateQueries({ queryKey: ['reader'] })
    } catch {
      setPhase('failed')
    }
  }
  const answer = (what: 'yes' | 'no'): void => {
    if (told && (phase === 'asking' || phase === 'failed')) void send(told, what)
  }
  return { phase, answer }
}
