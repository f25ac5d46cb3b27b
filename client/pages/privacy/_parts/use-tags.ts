// Her say over the tags: whether any are worked out for this adviser, and which are to go for good.
import type { MemberId } from '@shared/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/platform/call'
import { PRIVACY_KEY, type Privacy } from './use-privacy'

type Consent = Privacy['consents'][number]
/** busy: what is under way, a tag's name or 'switch'. */
export type TagActs = {
  busy: string | null
  failed: boolean
  dropped: string | null
  flip: (on: boolean) => void
  drop: (tag: string) => void
}

export const SWITCH = 'switch'

export const useTagActs = (repId: string): TagActs => {
  const client = useQueryClient()
  const [state, setState] = useState<Pick<TagActs, 'busy' | 'failed' | 'dropped'>>({
    busy: null,
    failed: false,
    dropped: null,
  })
  const patch = (change: (consent: Consent) => Consent): void =>
    void client.setQueryData<Privacy>(
      PRIVACY_KEY,
      (old) => old && { ...old, consents: old.consents.map((each) => (each.repId === repId ? change(each) : each)) },
    )
  const act = async (busy: string, work: () => Promise<string | null>): Promise<void> => {
    if (state.busy !== null) return
    setState({ busy, failed: false, dropped: null })
    try {
      setState({ busy: null, failed: false, dropped: await work() })
    } catch {
      setState({ busy: null, failed: true, dropped: null })
    }
    void client.invalidateQueries({ queryKey: PRIVACY_KEY })
  }
  const flip = (on: boolean): void =>
    void act(SWITCH, async () => {
      const { tagsOn } = await call('reader', 'privacy.tags', { repId: repId as MemberId, on })
      patch((consent) => ({ ...consent, tagsOn, tags: tagsOn ? consent.tags : [] }))
      return null
    })
  const drop = (tag: string): void =>
    void act(tag, async () => {
      await call('reader', 'privacy.drop-tag', { repId: repId as MemberId, tag })
      patch(({ tags, given, ...consent }) => ({
        ...consent,
        tags: tags.filter((each) => each.tag !== tag),
        given: given.filter((each) => each !== tag),
      }))
      return tag
    })
  return { ...state, flip, drop }
}
