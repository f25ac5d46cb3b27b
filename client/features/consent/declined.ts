// When did she say 暂不, and to whom? Kept on her phone only; 30 days are the rule of shared/domain/consent.
import { recall, remember } from '@/platform/storage'

type Declined = Record<string, number> // repId → instant

let unstored: Declined = {} // where storage is closed

const load = (): Declined => ({ ...(recall<Declined>('ripple.declined') ?? {}), ...unstored })

export const declinedAt = (repId: string): number | null => load()[repId] ?? null

/** Also after she withdrew: who just said no is not asked again. */
export const rememberDeclined = (repIds: readonly string[], at: number): void => {
  const declined = load()
  for (const repId of repIds) declined[repId] = at
  unstored = remember('ripple.declined', declined) ? {} : declined
}
