// Another text for her, please: one that nobody has, a few times per post.
import { mayReroll } from '@shared/domain/kit'
import { changesOf } from '@shared/domain/variant/changes'
import { changeWords } from '../_kit/data/kits'
import { dealAnother } from '../_kit/deal-texts'
import { ensure, refusal } from '../_kit/errors'
import { findOwnKit } from '../_kit/own-kit'
import type { Handler } from '../_kit/serve'
import { showWords } from './show-words'

export const rerollKit: Handler<'rep', 'kit.reroll'> = async (asked, { caller: { member } }) => {
  const { post, kit } = await findOwnKit(asked, member)
  const decision = mayReroll(kit.rolls ?? 0, asked.rolls)
  ensure(decision)
  if (decision.again) return showWords(kit, post, member)
  const { dealt, plans } = await dealAnother(post, member)
  const words = {
    text: dealt.text,
    dealt: dealt.text,
    tone: dealt.tone,
    rolls: asked.rolls + 1,
    changes: changesOf(plans[dealt.tone], dealt.digits),
    digits: dealt.digits,
  }
  if (!(await changeWords(kit, words))) throw refusal('stale-version', 'rolls')
  return showWords({ ...kit, ...words }, post, member)
}
