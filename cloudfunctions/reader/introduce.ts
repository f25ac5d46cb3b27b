// What may this rep call her? A name she gives herself, for this rep's eyes; null takes it back.

import { found, refusal } from '../_kit/errors'
import { findOwnReader } from '../_kit/own-reader'
import { changeReader } from '../_kit/profiles'
import type { Handler } from '../_kit/serve'

/** Others see it, so WeChat's check must not call it risky; a check that is down lets a name pass, as with remarks. */
export const introduce: Handler<'reader', 'privacy.introduce'> = async ({ repId, name }, { caller, checkTexts }) => {
  const own = await findOwnReader({ personId: caller.personId, repId })
  if (name !== null && (await checkTexts([name])) === 'risky') throw refusal('unsafe-text', 'name')
  const { selfName } = found(await changeReader(own, () => ({ selfName: name })), 'no-consent', 'repId')
  return { selfName }
}
