// Somebody of HQ calls from the mini program: written down now and then, so that WeChat can be asked in her name.
import type { Caller } from '@shared/domain/access'
import { SEEN_EVERY_MS } from '@shared/domain/check'
import { now } from './clock'
import { keepVisit } from './data/visits'
import { log } from './log'

/** By openid, in this instance. */
const noted = new Map<string, number>()

/** One small write every ten minutes at most; that it fails is no reason to refuse the call. */
export const noteVisit = async (caller: Caller, openid: string | null): Promise<void> => {
  if (openid === null || caller.kind !== 'member' || caller.via !== 'mini' || caller.member.role === 'rep') return
  const at = now()
  if (at - (noted.get(openid) ?? 0) < SEEN_EVERY_MS) return
  noted.set(openid, at)
  try {
    await keepVisit(openid, at)
  } catch (error) {
    noted.delete(openid)
    log.warn({ event: 'visit-not-kept', message: error instanceof Error ? error.message : String(error) })
  }
}
