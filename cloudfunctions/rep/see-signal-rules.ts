// Which words are listened for in what she writes? Her own, and HQ's.
import { HQ, listRulesOf } from '../_kit/data/signal-rules'
import { showRule } from '../_kit/keep-rule'
import type { Handler } from '../_kit/serve'

export const seeSignalRules: Handler<'rep', 'signal.rules'> = async (_, { caller: { member } }) => {
  const [own, hq] = await Promise.all([listRulesOf(member._id), listRulesOf(HQ)])
  return { own: own.map(showRule), hq: hq.filter(({ on }) => on).map(showRule) }
}
