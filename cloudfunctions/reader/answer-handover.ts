// Her rep left and she was told who follows: does it pass? Yes lets it, no ends it, and either may be said twice.
import type { Parsed } from '@shared/contracts'
import { agree, type Consent, isConsentInForce, mayGiveConsent } from '@shared/domain/consent'
import { type Handover, isAsking, isWaitingFor, needsNewConsent } from '@shared/domain/handover'
import type { PersonId } from '@shared/domain/ids'
import { isWorking } from '@shared/domain/member'
import { now } from '../_kit/clock'
import { consentTo, keepOwns } from '../_kit/consent-to'
import { findConsent, letPass } from '../_kit/data/consents'
import { countAnswer, findHandover } from '../_kit/data/handovers'
import { findMember, findStore } from '../_kit/data/members'
import { ensure, found, refusal } from '../_kit/errors'
import { endPair } from '../_kit/forget'
import { passReader } from '../_kit/handover-reader'
import { findHeirConsent } from '../_kit/handover-tell'
import { replaceConsent } from '../_kit/profiles'
import type { Call, Handler } from '../_kit/serve'

const SCENE_UNKNOWN = 0

type Asked = Parsed<'reader', 'handover.answer'>
type Said = { input: Asked; source: Consent; handover: Handover }

const decline = async ({ source, handover }: Said): Promise<boolean> => {
  if (await endPair(source, now())) await countAnswer(handover._id, 'declined')
  return false
}

/** The successor's firm is another one: it is agreed to first, by a consent that names it. */
const agreeToFirm = async ({ input, source, handover }: Said, caller: Call<'person'>['caller']): Promise<void> => {
  const to = found(await findMember(handover.toId), 'no-such-rep')
  if (!isWorking(to)) throw refusal('no-such-rep')
  const [store, previous] = await Promise.all([findStore(to.storeId), findConsent(caller.personId, to._id)])
  const firm = { company: store?.company ?? '', brand: store?.brand ?? '' }
  if (!needsNewConsent(source, firm) || (previous && isConsentInForce(previous) && !needsNewConsent(previous, firm)))
    return
  ensure(mayGiveConsent(caller, input, store?.kind === 'franchise'))
  const fresh = consentTo(to, store, caller.personId, { ...input, scene: SCENE_UNKNOWN })
  await replaceConsent(agree(previous, keepOwns(fresh, previous)), previous)
}

const accept = async (said: Said, caller: Call<'person'>['caller']): Promise<boolean> => {
  const { source, handover } = said
  await agreeToFirm(said, caller)
  if (await letPass(source, handover.toId)) await countAnswer(handover._id, 'agreed')
  const passing = await findConsent(caller.personId, source.repId)
  return passing?.passTo ? passReader(passing, passing.passTo) : hasPassed(source.repId, caller.personId)
}

const hasPassed = async (repId: Consent['repId'], personId: PersonId): Promise<boolean> =>
  (await findHeirConsent(repId, personId)) !== null

export const answerHandover: Handler<'reader', 'handover.answer'> = async (input, { caller }) => {
  const { personId } = caller
  const handover = found(await findHandover(input.repId), 'no-handover', 'repId')
  if (!isAsking(handover)) throw refusal('no-handover', 'repId')
  const source = await findConsent(personId, input.repId)
  if (!source) return { passed: await hasPassed(input.repId, personId) }
  const isOpen = isWaitingFor(source, handover, now()) || (source.passTo ?? null) !== null
  if (!isOpen) return { passed: false }
  const said = { input, source, handover }
  return { passed: input.answer === 'yes' ? await accept(said, caller) : await decline(said) }
}
