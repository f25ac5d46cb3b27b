// Which of HQ's rules is to be listened for no more? What it found before stays.
import { HQ } from '../_kit/data/signal-rules'
import { dropRule } from '../_kit/keep-rule'
import type { Handler } from '../_kit/serve'

export const dropHqSignal: Handler<'hq', 'signal.drop'> = ({ ruleId }) => dropRule(HQ, ruleId)
