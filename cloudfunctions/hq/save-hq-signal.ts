// Which words shall every rep be told of?
import { HQ } from '../_kit/data/signal-rules'
import { keepRule, showRule } from '../_kit/keep-rule'
import type { Handler } from '../_kit/serve'

export const saveHqSignal: Handler<'hq', 'signal.save'> = async (saved, { checkTexts }) =>
  showRule(await keepRule(HQ, saved, checkTexts))
