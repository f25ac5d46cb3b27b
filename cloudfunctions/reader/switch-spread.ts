// May this rep know what her passing-on brings? Her switch: on holds for what she passes on from now, off takes all of it back.
import { dropSpread } from '../_kit/data/spreads'
import { stripTalks } from '../_kit/data/talk-days'
import type { Handler } from '../_kit/serve'
import { switchPurpose } from '../_kit/switch-purpose'

export const switchSpread: Handler<'reader', 'privacy.spread'> = async ({ repId, on }, { caller: { personId } }) => {
  const { link } = await switchPurpose({ personId, repId }, { purpose: 'spread', on })
  if (!on) await stripTalks(repId, [link.contactId, ...link.also])
  await dropSpread(repId)
  return { spreadOn: on }
}
