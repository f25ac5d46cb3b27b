// She does not want this tag: it goes, whether earned or given by hand, and does not come back by reading.
import { profileOf } from '@shared/domain/interest'
import { keepGiven } from '@shared/domain/tag'
import { now } from '../_kit/clock'
import { changeGivenTags, findContact } from '../_kit/data/contacts'
import { found } from '../_kit/errors'
import { forgetCircles } from '../_kit/forget-circles'
import { findOwnReader } from '../_kit/own-reader'
import { changeReader } from '../_kit/profiles'
import type { Handler } from '../_kit/serve'

const MUTED_MAX = 100

export const dropTag: Handler<'reader', 'privacy.drop-tag'> = async ({ repId, tag }, { caller: { personId } }) => {
  const own = await findOwnReader({ personId, repId })
  const changed = await changeReader(own, ({ entries, tagsOn, muted: before }) => {
    const muted = [...before.filter((one) => one !== tag), tag].slice(-MUTED_MAX)
    return { muted, ...profileOf(entries, { tagsOn, muted }, now()) }
  })
  const reader = found(changed, 'no-consent', 'repId')
  await forgetCircles([reader.link.contactId, ...reader.link.also])
  const contact = await findContact(reader.link.contactId)
  const kept = contact && keepGiven(contact.tags, [reader], contact._id)
  if (kept && kept.length < contact.tags.length) await changeGivenTags(contact._id, kept)
  return { muted: reader.muted }
}
