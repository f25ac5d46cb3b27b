// What she has filled in so far: kept on this phone until it is sent, with what is still missing.
import type { SubmissionId } from '@shared/domain/ids'
import { mayBeOffered, type PeopleShown } from '@shared/domain/submission'
import { useState } from 'react'
import { mintId } from '@/platform/mint'
import { forget, recall, remember } from '@/platform/storage'
import { errorText } from '@/ui/error-text'
import { type OwnOffer, useOfferActs, type Who } from './use-offers'

export type OfferForm = {
  submissionId: string
  words: string
  mine: boolean | null // not said yet
  people: PeopleShown | null
  named: string
  agreed: boolean
}
export type OfferPhotos = { taken: readonly { fileId: string; url: string }[]; ready: boolean }
/** What stands in the way, the first first. */
export type Missing = 'words' | 'photos' | 'mine' | 'not-mine' | 'people' | 'child' | 'agreed' | null

type Kept = Record<string, OfferForm>
const emptyForm = (): OfferForm => ({
  ...{ submissionId: mintId(), words: '', mine: null, people: null, named: '', agreed: false },
})
const startOf = (asked: OwnOffer | null): OfferForm =>
  asked
    ? { ...emptyForm(), submissionId: asked.submissionId, words: asked.words, named: asked.named, agreed: true }
    : emptyForm()

const keep = (slot: string, form: OfferForm | null): void => {
  const { [slot]: _, ...others } = recall<Kept>('ripple.offer') ?? {}
  const kept = form === null ? others : { ...others, [slot]: form }
  if (Object.keys(kept).length === 0) forget('ripple.offer')
  else remember('ripple.offer', kept)
}

export const missingOf = (form: OfferForm, photos: OfferPhotos): Missing => {
  if (form.words.trim() === '' && photos.taken.length === 0) return 'words'
  if (!photos.ready) return 'photos'
  if (form.mine === null) return 'mine'
  if (photos.taken.length > 0 && form.people === null) return 'people'
  const decision = mayBeOffered({ ...form, photos: photos.taken, rights: rightsOf(form) })
  if (!decision.ok) return decision.reason === 'offer-child' ? 'child' : 'not-mine'
  return form.agreed ? null : 'agreed'
}

const rightsOf = ({ mine, people }: OfferForm) => ({ mine: mine === true, people: people ?? ('nobody' as const) })

type Ends = { onSent: (arrived: boolean) => void }

/** asked: an offer that HQ asked something about; she answers with new words and photos. */
export const useOfferForm = (
  who: Who,
  { asked, version, photos }: { asked: OwnOffer | null; version: string; photos: OfferPhotos },
  { onSent }: Ends,
) => {
  const slot = `${who}.${asked?.submissionId ?? 'new'}`
  const acts = useOfferActs(who)
  const [form, setForm] = useState(() => recall<Kept>('ripple.offer')?.[slot] ?? startOf(asked))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const change = (part: Partial<OfferForm>) => {
    const next = { ...form, ...part }
    setForm(next)
    setError('')
    keep(slot, next)
  }
  const submissionId = form.submissionId as SubmissionId
  const said = () => ({
    ...{ submissionId, words: form.words.trim(), rights: rightsOf(form) },
    photos: photos.taken.map(({ fileId }) => fileId),
  })
  const send = async () => {
    setBusy(true)
    setError('')
    try {
      const arrived = asked
        ? await acts.answer({ ...said(), round: asked.round })
        : await acts.send({ ...said(), named: form.named.trim(), version })
      keep(slot, null)
      setForm(startOf(null))
      onSent(arrived !== null)
    } catch (failure) {
      setError(errorText(failure))
    }
    setBusy(false)
  }
  return { form, change, busy, error, send, missing: missingOf(form, photos) }
}
