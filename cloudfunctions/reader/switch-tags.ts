// May her interests be worked out for this rep? Her switch: off deletes them
// with the talks that may rest on them, on works them out anew from her readings.
import { stripTalks } from '../_kit/data/talk-days'
import { forgetCircles } from '../_kit/forget-circles'
import type { Handler } from '../_kit/serve'
import { switchPurpose } from '../_kit/switch-purpose'

export const switchTags: Handler<'reader', 'privacy.tags'> = async ({ repId, on }, { caller: { personId } }) => {
  const reader = await switchPurpose({ personId, repId }, { purpose: 'tags', on })
  const contacts = [reader.link.contactId, ...reader.link.also]
  if (!on) {
    await stripTalks(repId, contacts)
    await forgetCircles(contacts) // back with what is left at the next round
  }
  return { tagsOn: reader.tagsOn }
}
