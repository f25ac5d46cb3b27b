// Which words does she want to be told of?
import { keepRule, showRule } from '../_kit/keep-rule'
import type { Handler } from '../_kit/serve'

export const saveSignalRule: Handler<'rep', 'signal.save'> = async (saved, { caller: { member }, checkTexts }) =>
  showRule(await keepRule(member._id, saved, checkTexts))
