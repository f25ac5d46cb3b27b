// Her own wording of her text: kept if it says the same facts and nothing that may not be said.
import type { Kit } from '@shared/domain/kit'
import { judgeEdit } from '@shared/domain/own-edit'
import { hash53 } from '@shared/domain/variant/hash'
import { now } from '../_kit/clock'
import { changeWords } from '../_kit/data/kits'
import { ensure, refusal } from '../_kit/errors'
import { findOwnKit } from '../_kit/own-kit'
import { queueChecks } from '../_kit/safety'
import type { Handler } from '../_kit/serve'
import type { CheckTexts } from '../_kit/wechat'
import { showWords } from './show-words'

/** What WeChat cannot be asked at once, from the web or while it is down, a timer asks; risky, it is taken back then. */
const ensureSafe = async ({ _id }: Kit, edited: string, checkTexts: CheckTexts): Promise<void> => {
  const verdict = await checkTexts([edited])
  if (verdict === 'risky') throw refusal('unsafe-text', 'text')
  if (verdict === 'pass') return
  const subject = `kit.${_id}.${hash53(edited).toString(36)}` as const
  await queueChecks(subject, [{ place: 'edit', kind: 'text', content: edited }], now())
}

export const editKit: Handler<'rep', 'kit.edit'> = async ({ text, ...asked }, { caller: { member }, checkTexts }) => {
  const { post, kit } = await findOwnKit(asked, member)
  const dealt = kit.dealt ?? kit.text
  const edited = text ?? dealt
  if (edited === kit.text) return showWords(kit, post, member)
  ensure(judgeEdit(edited, { dealt, lockedWords: post.lockedWords }), 'text')
  if (edited !== dealt) await ensureSafe(kit, edited, checkTexts)
  if (!(await changeWords(kit, { text: edited, dealt }))) throw refusal('stale-version', 'text')
  return showWords({ ...kit, text: edited, dealt }, post, member)
}
