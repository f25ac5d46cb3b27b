// Support was given to a key person: one that her tier, or one below, holds.
import { supportOf } from '@shared/domain/kol'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findSupport } from '../_kit/data/supports'
import { found } from '../_kit/errors'
import { keepSupport } from '../_kit/keep-support'
import { loadKolOf } from '../_kit/kol'
import { sameEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'

export const giveKol: Handler<'rep', 'kol.give'> = async (said, { caller: { member } }) => {
  const { entryId, contactId, supportId, agoMs } = said
  const repId = member._id
  await openContact(repId, contactId)
  const before = await findSupport(entryId)
  if (before) {
    const { _id, at } = sameEntry(before, { ...before, repId, contactId })
    return { entryId: _id, contactId, at }
  }
  const { settings, people } = await loadKolOf(repId, contactId)
  const offered = supportOf(people[0]?.standing.tier ?? null, settings.tiers)
  const { name } = found(
    offered.find((one) => one.supportId === supportId),
    'support-not-due',
    'supportId',
  )
  const at = now()
  return keepSupport({
    ...{ _id: entryId, repId, contactId, kind: 'given', what: supportId, name, note: '' },
    ...{ at: at - agoMs, writtenAt: at, byId: repId },
  })
}
