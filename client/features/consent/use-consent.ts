// Asking once, plainly, whether her adviser may know what she reads. Nothing names her before she says yes.
import type { Output } from '@shared/contracts'
import { mayAskConsent } from '@shared/domain/consent'
import type { ReadingId, ShareToken } from '@shared/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/platform/call'
import { entryScene } from '@/platform/nav'
import { ensureIdentity } from '@/platform/session'
import { declinedAt, rememberDeclined } from './declined'

type Opened = Output<'reader', 'post.read'>
/** readingIds: the readings on this phone that she lets the adviser see; called when she agrees, once all are delivered. */
type Facts = { opened: Opened; queryKey: readonly unknown[]; readingIds: (repId: string) => Promise<ReadingId[]> }

/** failed: she agreed but it did not arrive; the bar stays so that she can try again. */
export type Asking = { asks: boolean; busy: boolean; failed: boolean; give: () => void; decline: () => void }

export const useConsent = ({ opened, queryKey, readingIds }: Facts): Asking => {
  const client = useQueryClient()
  const [state, setState] = useState<'asking' | 'busy' | 'failed' | 'declined'>('asking')
  const { consent, sender, token, policyVersion } = opened
  const asks =
    consent === 'none' &&
    sender !== null &&
    token !== null &&
    state !== 'declined' &&
    mayAskConsent(declinedAt(sender.repId), Date.now())

  const give = async (repId: string, shareToken: ShareToken): Promise<void> => {
    setState('busy')
    try {
      const ids = await readingIds(repId)
      await ensureIdentity()
      const scene = entryScene()
      const purposes: ['reading'] = ['reading']
      await call('reader', 'consent.give', { token: shareToken, policyVersion, purposes, scene, readingIds: ids })
      client.setQueryData<Opened>(queryKey, (old) => old && { ...old, consent: 'given' })
      void client.invalidateQueries({ queryKey: ['reader'] })
      setState('asking')
    } catch {
      setState('failed')
    }
  }
  return {
    asks,
    busy: state === 'busy',
    failed: state === 'failed',
    give: () => {
      if (sender && token) void give(sender.repId, token as ShareToken)
    },
    decline: () => {
      if (sender) rememberDeclined([sender.repId], Date.now())
      setState('declined')
    },
  }
}
