// Her own wording of her text: kept if it says the same facts and nothing that may not be said.
import { judgeEdit } from '@shared/domain/own-edit'
import { changeWords } from '../_kit/data/kits'
import { ensure, refusal } from '../_kit/errors'
import { findOwnKit } from '../_kit/own-kit'
import type { Handler } from '../_kit/serve'
import { showWords } from './show-words'

export const editKit: Handler<'rep', 'kit.edit'> = async ({ text, ...asked }, { caller: { member } }) => {
  const { post, kit } = await findOwnKit(asked, member)
  const dealt = kit.dealt ?? kit.text
  const edited = text ?? dealt
  if (edited === kit.text) return showWords(kit, post, member)
  ensure(judgeEdit(edited, { dealt, lockedWords: post.lockedWords }), 'text')
  if (!(await changeWords(kit, { text: edited, dealt }))) throw refusal('stale-version', 'text')
  return showWords({ ...kit, text: edited, dealt }, post, member)
}
