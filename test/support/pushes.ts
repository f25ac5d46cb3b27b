// What could be sent to the function that WeChat pushes results to? Events as WeChat documents them, broken ones, and from whom.
import type fc from 'fast-check'
import * as z from 'zod'
import { type Check, checksOf, MEDIA_WAIT_MS, type Subject } from '../../shared/domain/check'
import { inputsOf } from './inputs-of'

/** As they may stand when an answer comes: waiting, answered, given up, decided by a person. */
const ASKED: readonly Partial<Check>[] = [
  { state: 'asked', nextAt: Date.now() + MEDIA_WAIT_MS },
  { state: 'done', verdict: 'pass', label: 100, nextAt: null, doneAt: Date.now() },
  { state: 'done', verdict: 'review', gaveUp: -1, nextAt: null, doneAt: Date.now() },
  {
    ...{ state: 'done', verdict: 'review', gaveUp: -1, nextAt: null, doneAt: Date.now() },
    decided: { by: 'approver-1', byName: '周主任', at: Date.now(), ok: true },
  },
]

const verdict = { suggest: z.enum(['pass', 'review', 'risky', 'fine']), label: z.int().min(100).max(21_000) }

/** developers.weixin.qq.com … 内容安全/音视频内容安全识别: the event wxa_media_check. */
const event = z.object({
  ToUserName: z.string(),
  FromUserName: z.string(),
  CreateTime: z.int(),
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string().regex(/^[0-9A-Za-z_.-]{8,100}$/),
  version: z.literal(2),
  errcode: z.union([z.literal(0), z.literal(0), z.int()]),
  errmsg: z.string(),
  result: z.object(verdict),
  detail: z.array(z.object({ strategy: z.literal('content_model'), errcode: z.literal(0), ...verdict, prob: z.int() })),
})

/** traces: of what was asked here. */
export const pushes = (traces: readonly string[]): fc.Arbitrary<unknown> => inputsOf(event, traces)

/** Questions about images that wait for their answers, or have had one. */
export const askedAbout = (subjects: readonly Subject[]): Check[] =>
  subjects.flatMap((subject, n) =>
    ASKED.map((change, at): Check => {
      const [check] = checksOf(subject, [{ place: 'image.i', kind: 'image', content: 'cloud://e.b/i.jpg' }], Date.now())
      if (!check) throw new Error(`nothing is to be asked about ${subject}`)
      return { ...check, _id: `${subject}.9${at}`, traceId: `trace-of-${n}-${at}`, askedAt: Date.now(), ...change }
    }),
  )

/** Whoever else may call: the platform names where from, and who is signed in. */
export const OTHERS = [
  'wx_client',
  'wx_client,scf',
  'wx_devtools',
  'wx_http',
  'web_client',
  'WX_UNKNOWN',
  'wx_unknown,scf',
] as const
