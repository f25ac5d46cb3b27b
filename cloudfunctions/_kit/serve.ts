// How does a call become a reply? Once for all functions: contract, caller, parsing, the action, errors, one log line.
import {
  type ActionName,
  type Api,
  api,
  type FunctionName,
  type Output,
  type Parsed,
  type Reply,
} from '@shared/contracts'
import type { Action } from '@shared/contracts/action'
import { type Caller, mayCall, type Who } from '@shared/domain/access'
import type { Lang } from '@shared/domain/day'
import { REQUEST_BYTES_MAX, REQUEST_DEPTH_MAX } from '@shared/domain/limits'
import { beginCall } from './begin-call'
import { findCaller, markOf } from './caller'
import { isDeeperThan } from './depth'
import { AppError, ensure, refusal } from './errors'
import { errorMapOf, explain } from './explain'
import { groupHashOf } from './group-card'
import { flushMetrics } from './metrics'
import { noteVisit } from './note-visit'
import { InputError, toReply, traceOf } from './reply'
import { noteMiss, takeCall, takeShares } from './turns'
import { type CheckTexts, textChecker } from './wechat'

type CallerFor<W extends Who> = W extends 'anyone'
  ? Exclude<Caller, { kind: 'timer' }>
  : W extends 'person'
    ? Extract<Caller, { kind: 'person' | 'member' }>
    : Extract<Caller, { kind: 'member' }>

/** What an action knows of its call besides the input. */
export type Call<W extends Who = Who> = {
  caller: CallerFor<W>
  checkTexts: CheckTexts
  lang?: Lang // what the caller reads
  groupHash?: string | null // the WeChat group the card was opened in, as a keyed hash
  missed?: () => void // she named something that is not there and is answered all the same: guesses are counted
  openid?: string | null // to bind someone of the staff who agrees to it, and for nothing else
}
type WhoOf<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { who: infer W extends Who } ? W : never

export type Handler<F extends FunctionName, A extends ActionName<F>> = (
  input: Parsed<F, A>,
  call: Call<WhoOf<F, A>>,
) => Promise<Output<F, A>>
/** A missing handler or a wrong output does not compile. */
export type Handlers<F extends FunctionName> = { [A in ActionName<F>]: Handler<F, A> }
type AnyHandler = (input: unknown, call: Call) => Promise<unknown>

type Envelope = { action: string; payload: unknown; lang: Lang }
type Trail = { action: string; callerKind: Caller['kind'] | 'unknown'; lang: Lang }

const whose = ({ action, callerKind }: Trail) => ({ action, callerKind })

/** The platform adds fields of its own (userInfo, tcbContext) beside ours: they are not looked at. */
const openEnvelope = (event: unknown, trail: Trail): Envelope => {
  const { action, payload, lang = 'zh' } = (event ?? {}) as Partial<Record<string, unknown>>
  if (lang !== 'zh' && lang !== 'en') throw refusal('bad-request', 'lang')
  trail.lang = lang
  if (typeof action !== 'string') throw refusal('bad-request', 'action')
  if (isDeeperThan(payload, REQUEST_DEPTH_MAX)) throw refusal('bad-request', 'payload')
  if (Buffer.byteLength(JSON.stringify(payload) ?? '') > REQUEST_BYTES_MAX) throw refusal('request-too-big', 'payload')
  return { action, payload: payload ?? {}, lang }
}

const contractOf = (name: FunctionName, action: string): Action => {
  const actions: Record<string, Action> = api[name]
  const contract = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!contract) throw refusal('unknown-action', 'action')
  return contract
}

const parseInput = (contract: Action, { payload, lang }: Envelope): unknown => {
  const parsed = contract.input.safeParse(payload, { error: errorMapOf(lang) })
  if (!parsed.success) throw new InputError(explain(parsed.error.issues, lang))
  return parsed.data
}

/** Contracts are strict: a field too many is a leak about to happen. */
const parseOutput = (contract: Action, output: unknown): unknown => {
  const parsed = contract.output.safeParse(output)
  if (!parsed.success) throw new Error('The output breaks its contract', { cause: parsed.error })
  return parsed.data
}

/** Whoever tries ids and tokens out is told that they are not there; a few times. */
const countMisses = async (missed: () => void, act: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await act()
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.reason === 'not-yours')) missed()
    throw error
  }
}

/** The entry point of a function. */
export const serve = <F extends FunctionName>(name: F, handlers: Handlers<F>) => {
  // the contract has checked the input and mayCall the caller, which is all that a handler's own types ask for
  const run = handlers as unknown as Record<string, AnyHandler>

  const answer = async (event: unknown, context: unknown, trail: Trail): Promise<unknown> => {
    const envelope = openEnvelope(event, trail)
    const contract = contractOf(name, envelope.action)
    trail.action = `${name}/${envelope.action}`
    const mark = markOf(event, context)
    takeCall(mark, name, envelope.action)
    const { caller, openid } = await findCaller(event, context, name === 'reader')
    trail.callerKind = caller.kind
    ensure(mayCall(contract.who, caller))
    const input = parseInput(contract, envelope)
    await noteVisit(caller, openid)
    takeShares(name, envelope.action, input)
    const missed = () => noteMiss(mark)
    const own = { groupHash: groupHashOf(event, caller), openid, lang: envelope.lang, missed }
    const call = { caller, checkTexts: textChecker(openid), ...own } as Call
    const output = await countMisses(missed, async () => run[envelope.action]?.(input, call))
    return parseOutput(contract, output)
  }

  return async (event: unknown, context: unknown): Promise<Reply<unknown>> => {
    const [trace, ended] = [traceOf(event), beginCall()]
    const trail: Trail = { action: name, callerKind: 'unknown', lang: 'zh' }
    try {
      const data = await answer(event, context, trail)
      ended({ ...whose(trail), trace, code: 'ok' })
      return { ok: true, data }
    } catch (error) {
      const reply = toReply(error, trail.lang, trace)
      const { code, reason } = reply.error
      ended({ ...whose(trail), trace, code, reason, err: error })
      return reply
    } finally {
      await flushMetrics(name)
    }
  }
}
