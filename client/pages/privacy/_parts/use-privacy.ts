// What is recorded under her name, and taking it back. In a browser nobody is asked before she ever agreed.
import type { Output } from '@shared/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { rememberDeclined } from '@/features/consent/declined'
import { allMine, forgetReadings, MINE_MAX } from '@/features/reading/memory'
import { call } from '@/platform/call'
import { currentSession, isKnown, signOut } from '@/platform/session'

export type Privacy = Output<'reader', 'privacy.see'>

export const PRIVACY_KEY = ['reader', 'privacy.see'] as const

export const usePrivacy = () => {
  const [known, setKnown] = useState(isKnown)
  const query = useQuery({ queryKey: PRIVACY_KEY, queryFn: () => call('reader', 'privacy.see', {}), enabled: known })
  return { query, known, lookAgain: () => setKnown(isKnown()) }
}

/** Every reading this phone remembers, in as many calls as the contract asks for; one at least, for what is under her. */
const eraseAll = async (): Promise<void> => {
  const ids = allMine()
  do await call('reader', 'privacy.erase', { readingIds: ids.splice(0, MINE_MAX) })
  while (ids.length > 0)
}

export type Act = 'withdraw' | 'erase'
type State = { act: Act; step: 'asking' | 'busy' | 'failed' } | { act: Act; step: 'done' } | null

/** One act at a time: asked, busy, failed or done. `onDone` when it is. */
export const usePrivacyActs = (privacy: Privacy | null, onDone: () => void) => {
  const client = useQueryClient()
  const [state, setState] = useState<State>(null)
  const run = async (act: Act): Promise<void> => {
    setState({ act, step: 'busy' })
    try {
      if (act === 'withdraw') await call('reader', 'consent.withdraw', {})
      else await eraseAll()
    } catch {
      return setState({ act, step: 'failed' })
    }
    // she just said no: no article asks her again for as long as after 暂不
    rememberDeclined(privacy?.consents.map((consent) => consent.repId) ?? [], Date.now())
    const left = act === 'erase' ? { consents: [], readings: [] } : { consents: [] }
    client.setQueryData<Privacy>(PRIVACY_KEY, (old) => old && { ...old, ...left })
    if (act === 'erase') {
      forgetReadings()
      if (currentSession()?.anonymous) await signOut()
    }
    setState({ act, step: 'done' })
    onDone()
    void client.invalidateQueries({ queryKey: ['reader'] })
  }
  return { state, ask: (act: Act) => setState({ act, step: 'asking' }), run, stop: () => setState(null) }
}
