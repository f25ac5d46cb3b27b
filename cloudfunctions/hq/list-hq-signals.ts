// Which words does HQ listen for in what every rep writes down?
import { HQ, listRulesOf } from '../_kit/data/signal-rules'
import { showRule } from '../_kit/keep-rule'
import type { Handler } from '../_kit/serve'

export const listHqSignals: Handler<'hq', 'signal.list'> = async () => ({
  rules: (await listRulesOf(HQ)).map(showRule),
})
