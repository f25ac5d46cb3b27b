// What does WeChat push to us? Results of image checks. Set up in the console: 消息推送 → 云函数, event wxa_media_check.
import { beginCall } from '../_kit/begin-call'
import { isMessagePush, sourceOf } from '../_kit/caller'
import { now } from '../_kit/clock'
import { log } from '../_kit/log'
import { flushMetrics } from '../_kit/metrics'
import { newTrace } from '../_kit/reply'
import { takeEvent, toEvent } from '../_kit/take-event'
import { toVerdict } from '../_kit/wechat-check'

/** Nothing is said to whoever else calls; WeChat sees from it that we have the event. */
const TAKEN = 'success'
const TRACE = /^[0-9A-Za-z_.-]{8,100}$/

type Pushed = {
  Event?: unknown
  trace_id?: unknown
  errcode?: unknown
  result?: { suggest?: unknown; label?: unknown }
}

const readEvent = (event: unknown) => {
  const { Event, trace_id, errcode, result } = (event ?? {}) as Pushed
  if (Event !== 'wxa_media_check' || typeof trace_id !== 'string' || !TRACE.test(trace_id)) return null
  // WeChat could not look at it (the file was gone, say): a person does
  const failed = typeof errcode === 'number' && errcode !== 0
  const verdict = failed ? 'review' : toVerdict(typeof result?.suggest === 'string' ? result.suggest : undefined)
  return verdict && toEvent(trace_id, verdict, typeof result?.label === 'number' ? result.label : null)
}

const take = async (event: unknown, context: unknown): Promise<'ok' | 'not-for-us' | 'forbidden'> => {
  if (!isMessagePush(event, context)) {
    log.warn({ event: 'push-of-another', source: sourceOf(context) })
    return 'forbidden'
  }
  const read = readEvent(event)
  if (read) await takeEvent(read, now())
  return read ? 'ok' : 'not-for-us'
}

/** Fails closed: what does not come from WeChat itself changes nothing. A failure throws, so that WeChat pushes again. */
export const main = async (event: unknown, context: unknown): Promise<string> => {
  const [ended, of] = [beginCall(), { action: 'wechat/push', callerKind: 'wechat', trace: newTrace() }]
  try {
    const code = await take(event, context)
    ended({ ...of, code })
    return code === 'forbidden' ? '' : TAKEN
  } catch (error) {
    ended({ ...of, code: 'internal', err: error })
    throw error
  } finally {
    await flushMetrics('wechat')
  }
}
