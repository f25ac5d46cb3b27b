// What are the voices called on the command line? By their Chinese names, as HQ sees them.
import type { Tone } from '@shared/domain/variant/tone'

export const TONE_NAMES: Readonly<Record<Tone, string>> = { warm: '亲切', expert: '专业', lively: '活泼' }

export const readTone = (name: string): Tone => {
  const found = (Object.keys(TONE_NAMES) as Tone[]).find((tone) => tone === name || TONE_NAMES[tone] === name)
  if (!found) throw new Error(`--tone: no voice “${name}”; there are ${Object.values(TONE_NAMES).join(', ')}`)
  return found
}
