// Who has been forgotten since a backup was taken, and how is that done again where it was put back? By marks and proofs that
// name nobody: a list of them may lie outside the cloud.
import { erasureMark, listErasures } from '../../cloudfunctions/_kit/data/erasures'
import { endPair } from '../../cloudfunctions/_kit/forget'
import { takeBackVoice } from '../../cloudfunctions/_kit/poll-voice'
import { withdrawOffer } from '../../cloudfunctions/_kit/take-out-offer'
import { erasePrivacy } from '../../cloudfunctions/reader/erase-privacy'
import type { Consent } from '../../shared/domain/consent'
import type { PersonId } from '../../shared/domain/ids'
import type { Ballot } from '../../shared/domain/poll'
import type { Submission } from '../../shared/domain/submission'
import { schema } from '../../shared/schema'
import { documents } from './source'

/** erased: marks of persons, and when they asked · ended: ids of the proofs of consents and voices that ended · withdrawn: offers taken back. */
export type EraseList = {
  writtenAt: number
  erased: [mark: string, at: number][]
  ended: string[]
  withdrawn: string[]
}
export type Again = { persons: number; consents: number; voices: number; offers: number }

const PROOF = 'proof.'

export const makeEraseList = async (now: number): Promise<EraseList> => {
  const list: EraseList = { writtenAt: now, erased: [], ended: [], withdrawn: [] }
  for (const { _id, at } of await listErasures()) list.erased.push([_id, at])
  for await (const { _id } of documents('consents')) if (_id.startsWith(PROOF)) list.ended.push(_id.slice(PROOF.length))
  for await (const { _id, state } of documents('submissions')) if (state === 'withdrawn') list.withdrawn.push(_id)
  return list
}

const PERSONAL = ['consents', 'readers', 'readings', 'shares', 'partners', 'submissions', 'ballots']

/** Everybody of whom something was put back. */
const everybody = async (): Promise<Set<PersonId>> => {
  const all = new Set<PersonId>()
  for (const name of PERSONAL.filter((one) => schema.some((known) => known.name === one)))
    for await (const { personId } of documents(name)) if (typeof personId === 'string') all.add(personId as PersonId)
  return all
}

const all = async <T extends { _id: string }>(name: string, which: (one: T) => boolean): Promise<T[]> => {
  const found: T[] = []
  for await (const doc of documents(name)) if (which(doc as unknown as T)) found.push(doc as unknown as T)
  return found
}

/** since: when the backup was begun. Whoever asked before and is in it has come back and agreed anew. */
export const eraseAgain = async ({ erased, ended, withdrawn }: EraseList, since: number): Promise<Again> => {
  const marks = new Set(erased.filter(([, at]) => at >= since).map(([mark]) => mark))
  const [proofs, taken] = [new Set(ended), new Set(withdrawn)]
  const persons = [...(await everybody())].filter((personId) => marks.has(erasureMark(personId)))
  for (const personId of persons) {
    const caller = { kind: 'person' as const, personId, via: 'mini' as const }
    await erasePrivacy({ readingIds: [] }, { caller, checkTexts: async () => 'pass' as const })
  }
  // after them: what ends a consent also takes away by what her readings are known as hers
  const offers = await all<Submission>('submissions', (one) => taken.has(one._id) && one.state !== 'withdrawn')
  for (const one of offers) await withdrawOffer(one, Date.now())
  const isEnded = ({ proofId, withdrawnAt }: Consent) => proofs.has(proofId) && withdrawnAt === null
  const consents = await all<Consent>('consents', isEnded)
  for (const one of consents) await endPair(one, Date.now())
  const voices = await all<Ballot>('ballots', ({ agreement }) => proofs.has(agreement?.proofId ?? ''))
  for (const { pollId, personId } of voices) if (personId) await takeBackVoice(pollId, { memberId: null, personId })
  return { persons: persons.length, consents: consents.length, voices: voices.length, offers: offers.length }
}
