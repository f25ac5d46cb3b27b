// What may this rep call her? A name she gives herself, for this rep's eyes; null takes it back.
import { randomBytes } from 'node:crypto'
import { base62, type LinkEventId, READING_ID_LENGTH } from '@shared/domain/ids'
import type { Reader } from '@shared/domain/reader'
import { now } from '../_kit/clock'
import { listLinksOfReader } from '../_kit/data/links'
import { found, refusal } from '../_kit/errors'
import { findOwnReader } from '../_kit/own-reader'
import { changeReader } from '../_kit/profiles'
import { noteIntroduction } from '../_kit/say-link'
import type { Handler } from '../_kit/serve'
import { settleLinks } from '../_kit/settle-links'

const newEventId = () => base62([...randomBytes(READING_ID_LENGTH)].map((byte) => byte / 256)) as LinkEventId

/** The line in the history that says so already; of a name she said before this one it is only where that crash fell between. */
const lineOf = async ({ _id }: Reader): Promise<LinkEventId | undefined> =>
  (await listLinksOfReader(_id)).filter(({ act }) => act === 'introduce').sort((a, b) => b.at - a.at)[0]?._id

/** It raises how sure the rep may be; said again, it only finishes what a crash left. */
const followName = async (before: Reader, after: Reader): Promise<void> => {
  const isRepeat = before.selfName === after.selfName
  if (isRepeat && after.selfName === null) await settleLinks([after])
  else await noteIntroduction(after, (isRepeat ? await lineOf(after) : undefined) ?? newEventId(), now())
}

/** Others see it, so WeChat's check must not call it risky; a check that is down lets a name pass, as with remarks. */
export const introduce: Handler<'reader', 'privacy.introduce'> = async ({ repId, name }, { caller, checkTexts }) => {
  const before = await findOwnReader({ personId: caller.personId, repId })
  if (name !== null && (await checkTexts([name])) === 'risky') throw refusal('unsafe-text', 'name')
  const after = found(await changeReader(before, () => ({ selfName: name })), 'no-consent', 'repId')
  await followName(before, after)
  return { selfName: after.selfName }
}
