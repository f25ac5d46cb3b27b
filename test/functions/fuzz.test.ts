// Whatever is sent, to actions, over HTTP and as a push: is it never our fault, always told clearly, and never half done?
import { type ActionName, api, type FunctionName, type ReplyError } from '../../shared/contracts'
import { openApi, type Route } from '../../shared/contracts/open'
import type { Who } from '../../shared/domain/access'
import type { Check } from '../../shared/domain/check'
import { holdsFor } from '../support/drawn'
import { inputsOf } from '../support/inputs-of'
import { fillLive } from '../support/live-world'
import { type Answered, openProgramDoor, type ProgramDoor, replaysOf, TOLD } from '../support/program-door'
import { CURSORS, oddEvents, oddRequests, requestsTo, type Sent } from '../support/program-requests'
import { askedAbout, OTHERS, pushes } from '../support/pushes'
import { newReadingId, publish } from '../support/scenes'
import { type As, approver, editor, lin, manager, mei, nobody, startWorld, type World } from '../support/world'
import { type Written, watchWrites } from '../support/written'

const INPUTS = 10_000
/** On top of them, of each: an action as a manager, a path over HTTP, what no program sends, pushes of WeChat's and of others. */
const [AS_MANAGER, A_PATH, ODD, PUSHES, FORGED] = [10, 60, 150, 200, 10]

let world: World
let lookAtWrites: () => Written
const known: string[] = [
  'post-live',
  'post-draft',
  'rep-wang',
  'rep-zhao',
  'store-east',
  'store-west',
  'loose',
  'deal-1',
]
const asFor: Record<Who, As> = { anyone: nobody, person: mei, rep: lin, editor, approver, desk: editor }

type Row = { name: string; fn: FunctionName; action: ActionName<FunctionName>; as: As }
const rowsFor = (asks: (who: Who) => As | undefined): Row[] =>
  Object.entries(api).flatMap(([fn, actions]) =>
    Object.entries(actions).flatMap(([action, { who }]) => {
      const as = asks(who)
      const row = { name: `${fn}/${action}`, fn: fn as FunctionName, action: action as ActionName<FunctionName> }
      return as === undefined ? [] : [{ ...row, as }]
    }),
  )
const rows = rowsFor((who) => asFor[who])
const managersRows = rowsFor((who) => (who === 'desk' ? manager : undefined))
const runs = Math.ceil(INPUTS / rows.length)

beforeAll(async () => {
  world = await startWorld()
  const { token, contactId, readerKey } = await fillLive(world)
  known.push(token, contactId, readerKey, newReadingId())
  lookAtWrites = watchWrites(world)
})
afterAll(() => world.stop())

/** What may be written though it is refused: wrong codes are counted, and who saves people keeps the others waiting meanwhile. */
const MAY_WRITE: Readonly<Record<string, string>> = { 'rep/invite.bind': 'invites', 'hq/member.save': 'rosters' }

type Sum = { drawn: number; accepted: number }
const none = (): Sum => ({ drawn: 0, accepted: 0 })
const [byActions, byManagers, overHttp, pushed] = [none(), none(), none(), none()]
const expectWritten = ({ docs, into }: Written, may: readonly string[]): void =>
  expect(docs === 0 ? [] : into.filter((name) => !may.includes(name))).toEqual([])

const CHINESE = /[\u4e00-\u9fff]/
const expectClear = ({ code, message, trace }: ReplyError, words: RegExp): void => {
  expect(code).toMatch(/^(invalid|unauthenticated|forbidden|not-found|conflict|gone|too-many)$/)
  expect(message).toMatch(words)
  expect(trace).toMatch(/^[0-9A-Za-z]{10}$/)
}

const tryAction = async ({ name, fn, action, as }: Row, times: number, sum: Sum): Promise<void> => {
  const contract = (api[fn] as Record<string, { input: Parameters<typeof inputsOf>[0] }>)[action]
  if (!contract) throw new Error('no such action')
  const may = MAY_WRITE[name]
  lookAtWrites()
  await holdsFor(inputsOf(contract.input, known), times, async (payload) => {
    const reply = await world.call(fn, action, payload, as)
    sum.drawn += 1
    const written = lookAtWrites()
    if (reply.ok) {
      sum.accepted += 1
      return
    }
    expectClear(reply.error, CHINESE)
    expectWritten(written, may ? [may] : [])
  })
}

test.each(rows)('$name', (row) => tryAction(row, runs, byActions))
test.each(managersRows)('$name, asked by a manager', (row) => tryAction(row, AS_MANAGER, byManagers))

describe('over HTTP', () => {
  let door: ProgramDoor
  beforeAll(async () => {
    door = await openProgramDoor(world)
  })
  beforeEach(() => door.rest())
  const thereFor = ({ scope }: Route): readonly string[] => {
    if (scope === 'hooks:replay') return TOLD
    return scope === 'hooks:read' ? ['hook-1', ...CURSORS] : [...known, ...CURSORS]
  }

  const expectOurs = ({ status, headers, text }: Answered, words: RegExp): void => {
    expect(status).toBeLessThan(500)
    expect(headers.get('cache-control')).toBe('no-store')
    const reply = JSON.parse(text)
    expect(reply.ok).toBe(status === 200)
    if (reply.ok) return
    expectClear(reply.error, words)
    expect(headers.get('ripple-trace')).toBe(reply.error.trace)
  }
  /** Each call is counted at its token; one that is refused, or only asks, writes nothing else. */
  const expectWhole = async (isReading: boolean, send: () => Promise<Answered>): Promise<Answered> => {
    lookAtWrites()
    const answered = await send()
    overHttp.drawn += 1
    if (answered.status === 200) overHttp.accepted += 1
    if (answered.status !== 200 || isReading) expectWritten(lookAtWrites(), ['apitokens'])
    return answered
  }
  const trySent = async (sent: Sent): Promise<Answered> => {
    const { method, headers } = sent
    const answered = await expectWhole(method === 'GET', () => door.send(sent))
    const isEnglish = /^\s*en/i.test(headers['accept-language'] ?? '')
    // too long a head or body, and what a browser asks before it asks, are answered before they come to us
    if (!answered.ours) expect([204, 413, 431]).toContain(answered.status)
    else if (method === 'HEAD') expect([404, 405]).toContain(answered.status)
    else expectOurs(answered, isEnglish ? /^[^\u4e00-\u9fff]+$/ : CHINESE)
    return answered
  }

  test.each(Object.entries(openApi) as [string, Route][])('%s', async (_, route) => {
    await holdsFor(requestsTo(route, thereFor(route)), A_PATH, async (sent) => {
      const { status } = await trySent(sent)
      if (sent.bearing !== route.scope && sent.bearing !== 'whole') expect(status).not.toBe(200)
    })
  })

  test('envelopes that no program should send', () =>
    holdsFor(oddRequests([...known, ...TOLD]), ODD, async (sent) => void (await trySent(sent))))

  test('events that are no requests', () =>
    holdsFor(oddEvents(door.authorizations), ODD, async (event) => {
      const send = async (): Promise<Answered> => {
        const { statusCode, headers, body } = (await world.send('open', event, editor)) as never
        return { status: statusCode, headers: new Headers(headers), text: body, ours: true }
      }
      expectOurs(await expectWhole(false, send), /./)
    }))

  test('what was told again stands in the log, once for each time', async () => {
    const { data } = await world.database.collection('audits').where({ of: 'webhook.hook-1' }).limit(1000).get()
    const acts = (data as { actId: string }[]).map(({ actId }) => actId)
    for (const [n, id] of TOLD.entries()) {
      const again = Number((await world.doc('deliveries', id))?.replays) - replaysOf(n)
      expect(acts.filter((one) => one.startsWith(`replay.${id}.`))).toHaveLength(again)
    }
  })
})

describe('pushed by WeChat', () => {
  const RIGHT = 'wx_unknown'
  /** A post whose image is found risky comes down, on the record. */
  const MAY_CHANGE = ['checks', 'posts', 'recalls', 'audits', 'auditheads']
  const traces: string[] = []
  beforeAll(async () => {
    await publish(world, {}, 'post-pushed')
    const checks = askedAbout(['post.post-pushed.1', 'post.post-gone.1', 'playbook.play-gone.1'])
    await world.add('checks', checks)
    traces.push(...checks.map(({ traceId }) => String(traceId)))
  })
  beforeEach(() => void lookAtWrites())

  const push = async (event: unknown, source: string): Promise<unknown> => {
    const reply = await fetch(`${world.emulator.url}/v1/functions/wechat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-source': source },
      body: JSON.stringify(event),
    })
    pushed.drawn += 1
    return reply.json()
  }
  const expectNothing = (said: unknown): void => {
    expect(said).toBe('')
    expectWritten(lookAtWrites(), [])
  }

  test.each(OTHERS)('from %s: nothing is said, and nothing written', (source) =>
    holdsFor(pushes(traces), FORGED, async (event) => expectNothing(await push(event, source))),
  )

  test.each([editor, lin, mei])('by somebody who is signed in, %j: the same', (as) =>
    holdsFor(pushes(traces), FORGED, async (event) => expectNothing(await world.send('wechat', event, as))),
  )

  test('from WeChat: taken where it is an event, whatever is in it', () =>
    holdsFor(pushes(traces), PUSHES, async (event) => {
      const isEvent = (event as { MsgType?: unknown } | null)?.MsgType === 'event'
      expect(await push(event, RIGHT)).toBe(isEvent ? 'success' : '')
      const written = lookAtWrites()
      expectWritten(written, isEvent ? MAY_CHANGE : [])
      if (written.docs > 0) pushed.accepted += 1
    }))

  test('and what follows from it is done to its end', async () => {
    const checks = world.database.collection('checks')
    const found = await checks
      .where({ traceId: world.database.command.in(traces) })
      .limit(1000)
      .get()
    const asked = (found.data as Check[]).filter(({ state }) => state !== 'stray')
    expect(asked).toHaveLength(traces.length)
    expect(asked.filter(({ state }) => state === 'judged')).toEqual([])
    const isRisky = asked.some(({ subject, verdict }) => subject === 'post.post-pushed.1' && verdict === 'risky')
    expect((await world.doc('posts', 'post-pushed'))?.state).toBe(isRisky ? 'recalled' : 'live')
    const { data: strays } = await checks.where({ state: 'stray' }).limit(1000).get()
    expect(strays.length).toBeGreaterThan(0)
    for (const { _id, traceId } of strays as Check[]) expect(_id).toBe(`event.${traceId}`)
  })
})

test('so many were drawn, and more than a few were taken', () => {
  expect(byActions.drawn).toBeGreaterThanOrEqual(INPUTS)
  expect(byActions.accepted).toBeGreaterThan(INPUTS / 20)
  for (const { drawn, accepted } of [byManagers, overHttp, pushed]) {
    expect(drawn).toBeGreaterThanOrEqual(200)
    expect(accepted).toBeGreaterThan(drawn / 20)
  }
})
