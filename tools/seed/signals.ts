// Seeds HQ's rules of words, before anything is written that they could be met in.
import { demoRules } from '../demo/signals.data'
import { idFrom } from './chance'
import type { As, Door } from './door'

export const seedSignals = async (door: Door, editor: As): Promise<void> => {
  for (const { id, ...rule } of demoRules)
    await door.call('hq', 'signal.save', { ruleId: idFrom(16, 'rule', id), ...rule, on: true }, editor)
}
