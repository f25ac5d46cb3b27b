// Which of her rules is to be listened for no more? What it found before stays.
import { dropRule } from '../_kit/keep-rule'
import type { Handler } from '../_kit/serve'

export const dropSignalRule: Handler<'rep', 'signal.drop'> = ({ ruleId }, { caller: { member } }) =>
  dropRule(member._id, ruleId)
