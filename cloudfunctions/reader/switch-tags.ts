// May her interests be worked out for this rep? Her switch: off deletes them
// with the talks that may rest on them, on works them out anew from her readings.
import { randomBytes } from 'node:crypto'
import { agree } from '@shared/domain/consent'
import { now } from '../_kit/clock'
import { findConsentInForce } from '../_kit/data/consents'
import { stripTalks } from '../_kit/data/talk-days'
import { found } from '../_kit/errors'
import { knowReader, replaceConsent } from '../_kit/profiles'
import type { Handler } from '../_kit/serve'

export const switchTags: Handler<'reader', 'privacy.tags'> = async ({ repId, on }, { caller: { personId } }) => {
  const previous = found(await findConsentInForce({ personId, repId }), 'no-consent', 'repId')
  const others = previous.purposes.filter((purpose) => purpose !== 'tags')
  const fresh = { ...previous, givenAt: now(), proofId: randomBytes(12).toString('base64url') }
  const consent = agree(previous, { ...fresh, purposes: on ? [...others, 'tags'] : others })
  await replaceConsent(consent, previous)
  const reader = found(await knowReader(consent), 'no-consent', 'repId')
  if (!on) await stripTalks(repId, [reader.link.contactId, ...reader.link.also])
  return { tagsOn: reader.tagsOn }
}
