// Can a test make any request fail the way it wants: refused, lost, in conflict, late, or with the process killed?
import { type Fault, type FaultRequest, type FaultRule, spent } from '../../emulator'
import { callGateway, codeOf, emptyNotes, type Lab, openLab } from './harness'

const greets = `let calls = 0
exports.main = async (event) => {
  if (event.slow) await new Promise((r) => setTimeout(r, 5000))
  return { calls: ++calls, pid: process.pid, who: process.env.WX_OPENID ?? null }
}`
const slow = `exports.main = async () => { await new Promise((r) => setTimeout(r, 80)); return process.pid }`

let lab: Lab
const notes = () => lab.app.database().collection('notes')
beforeAll(async () => {
  // the SDK warns of a slow request three seconds later even when it was cut off at once
  console.warn = () => undefined
  const functions = ['greets', 'slow', 'single'].map((name) => ({ name, timeout: 10, memorySize: 256 }))
  lab = await openLab(
    { functions: functions.map((fn) => (fn.name === 'single' ? { ...fn, instances: 1 } : fn)) },
    { greets, slow, single: slow },
  )
})
afterAll(() => lab.close())
beforeEach(async () => {
  lab.emulator.faults = undefined
  await emptyNotes(lab)
  await notes().add({ _id: 'a', owner: 'x', at: 1 })
})

/** Every request of this action fails this way; the rest goes through. */
const fail = (action: string, fault: Fault): FaultRequest[] => {
  const seen: FaultRequest[] = []
  lab.emulator.faults = (request) => {
    seen.push(request)
    return request.action === action ? fault : 'none'
  }
  return seen
}
const stored = async () => {
  lab.emulator.faults = undefined
  const { data } = await notes().doc('a').get()
  return data[0] as { at: number } | undefined
}

describe('one request', () => {
  it.each([
    ['refuse', 'DATABASE_REQUEST_FAILED', 1],
    ['conflict', 'DATABASE_REQUEST_FAILED', 1],
    ['quota', 'EXCEED_REQUEST_LIMIT', 1],
    [{ code: 'DATABASE_DUPLICATE_WRITE' }, 'DATABASE_DUPLICATE_WRITE', 1],
    ['timeout', 'ESOCKETTIMEDOUT', 1],
    ['lose', 'ECONNRESET', 2],
    [{ delayMs: 5 }, undefined, 2],
    ['none', undefined, 2],
    ['duplicate', undefined, 3],
  ] as const)('%j: an increment answers %s and leaves %s', async (fault, code, at) => {
    fail('database.modifyDocument', fault)
    const { command } = lab.app.database()
    const one = notes()
      .where({ _id: 'a' })
      .options({ timeout: fault === 'timeout' ? 200 : 15_000 })
    expect(await codeOf(one.update({ at: command.inc(1) }))).toBe(code)
    expect(await stored()).toMatchObject({ at })
  })

  it('delivered twice, an insert of a known _id is a duplicate, though it was new', async () => {
    fail('database.insertDocument', 'duplicate')
    await expect(notes().add({ _id: 'b', at: 1 })).rejects.toMatchObject({ message: expect.stringMatching(/E11000/) })
    lab.emulator.faults = undefined
    expect((await notes().doc('b').get()).data).toHaveLength(1)
  })

  it('waits when told to', async () => {
    fail('database.getDocument', { delayMs: 150 })
    const began = performance.now()
    expect((await notes().doc('a').get()).data).toHaveLength(1)
    expect(performance.now() - began).toBeGreaterThan(140)
  })

  it('the switch knows the collection, the function and how many came before', async () => {
    const seen = fail('nothing', 'none')
    await notes().doc('a').get()
    await callGateway(lab, 'greets', {})
    await lab.app.callFunction({ name: 'greets', data: {} })
    expect(seen).toEqual([
      { action: 'database.getDocument', collection: 'notes', count: 1 },
      { action: 'functions.invokeFunction', function: 'greets', count: 2 },
      { action: 'functions.invokeFunction', function: 'greets', count: 3 },
    ])
  })
})

describe('rules, from another process', () => {
  const tell = async (rules: unknown) => {
    const body = JSON.stringify(rules)
    const reply = await fetch(`${lab.emulator.url}/emulator/faults`, { method: 'POST', body })
    return { status: reply.status, body: await reply.json() }
  }
  const readTwice = async () => [await codeOf(notes().doc('a').get()), await codeOf(notes().doc('a').get())]

  it.each<[string, FaultRule[], (string | undefined)[]]>([
    [
      'every request of an action',
      [{ action: 'database.getDocument', fault: 'quota' }],
      ['EXCEED_REQUEST_LIMIT', 'EXCEED_REQUEST_LIMIT'],
    ],
    [
      'a kind of action, once',
      [{ action: 'database.*', times: 1, fault: 'refuse' }],
      ['DATABASE_REQUEST_FAILED', undefined],
    ],
    ['the second of a collection', [{ collection: 'notes', from: 2, fault: { code: 'X' } }], [undefined, 'X']],
    ['another collection', [{ collection: 'people', fault: 'refuse' }], [undefined, undefined]],
    ['latency for everything', [{ action: '*', fault: { delayMs: 1 } }], [undefined, undefined]],
    [
      'the first that is due decides',
      [
        { from: 2, fault: 'quota' },
        { times: 1, fault: { code: 'X' } },
      ],
      ['X', 'EXCEED_REQUEST_LIMIT'],
    ],
  ])('%s', async (_name, rules, codes) => {
    expect(await tell(rules)).toEqual({ status: 200, body: { rules: rules.length } })
    expect(await readTwice()).toEqual(codes)
    expect(await tell([])).toMatchObject({ status: 200 })
    expect(await readTwice()).toEqual([undefined, undefined])
  })

  it.each([[{ fault: 'boom' }], [{ fault: 'refuse', from: 0 }], 'refuse'])('%j is no rule', async (rules) => {
    expect(await tell(rules)).toMatchObject({ status: 400, body: { code: 'INVALID_PARAM' } })
  })
})

describe('a transaction', () => {
  it.each(['database.modifyDocument', 'database.commitTransaction'])(
    'in conflict at %s is over, and nothing of it stays',
    async (action) => {
      const tx = await lab.app.database().startTransaction()
      fail(action, 'conflict')
      const work = async () => {
        await tx.collection('notes').doc('a').update({ at: 5 })
        await tx.commit()
      }
      expect(await codeOf(work())).toBe('DATABASE_TRANSACTION_CONFLICT')
      lab.emulator.faults = undefined
      expect(await codeOf(tx.collection('notes').doc('a').get())).toBe('DATABASE_TRANSACTION_FAIL')
      expect(await stored()).toMatchObject({ at: 1 })
    },
  )

  it('runTransaction tries again after a conflict', async () => {
    let conflicts = 0
    lab.emulator.faults = ({ action }) =>
      action === 'database.commitTransaction' && conflicts++ < 2 ? 'conflict' : 'none'
    await lab.app.database().runTransaction(async (tx: ReturnType<typeof lab.app.database>) => {
      await tx.collection('notes').doc('a').update({ at: 7 })
    })
    expect(conflicts).toBe(3)
    expect(await stored()).toMatchObject({ at: 7 })
  })

  it('whose commit was lost has committed', async () => {
    const tx = await lab.app.database().startTransaction()
    await tx.collection('notes').doc('a').update({ at: 9 })
    fail('database.commitTransaction', 'lose')
    expect(await codeOf(tx.commit())).toBe('ECONNRESET')
    expect(await stored()).toMatchObject({ at: 9 })
  })
})

describe('files and WeChat', () => {
  const upload = () => lab.app.uploadFile({ cloudPath: 'x.txt', fileContent: Buffer.from('hello') })

  it.each([
    ['storage.getUploadMetadata', 'refuse', 'STORAGE_REQUEST_FAIL'],
    ['storage.putFile', 'refuse', 'STORAGE_REQUEST_FAIL'],
    ['storage.putFile', 'lose', 'ECONNRESET'],
  ] as const)('%s %s', async (action, fault, code) => {
    fail(action, fault)
    expect(await codeOf(upload())).toBe(code)
  })

  it('a WeChat API is refused', async () => {
    fail('wx.api', 'refuse')
    const ask = lab.app.callWxOpenApi({ apiName: 'security.msgSecCheck', requestData: { content: 'x' } })
    expect(await codeOf(ask)).toBe('SYS_ERR')
  })
})

describe('calls of functions', () => {
  it('a refused call does not reach the function; a lost one does', async () => {
    const { calls } = (await callGateway(lab, 'greets', {})).body
    fail('functions.invokeFunction', 'refuse')
    expect(await callGateway(lab, 'greets', {})).toMatchObject({ status: 500 })
    fail('functions.invokeFunction', 'lose')
    await expect(callGateway(lab, 'greets', {})).rejects.toThrow()
    lab.emulator.faults = undefined
    expect((await callGateway(lab, 'greets', {})).body.calls).toBe(calls + 2)
  })

  it('a crash ends the call under way, and the next one gets a fresh process', async () => {
    const before = (await callGateway(lab, 'greets', {})).body.pid
    const under = callGateway(lab, 'greets', { slow: true })
    await new Promise((resolve) => setTimeout(resolve, 50))
    lab.emulator.crash('greets')
    expect(await under).toMatchObject({ status: 500, body: { message: 'function process exited (SIGKILL)' } })
    const { calls, pid } = (await callGateway(lab, 'greets', {})).body
    expect(calls).toBe(1)
    expect(pid).not.toBe(before)
  })

  it('what a test counts is the difference of two readings, with the bytes that came in', async () => {
    const before = lab.emulator.meter()
    await callGateway(lab, 'greets', { action: 'x' })
    const cost = spent(lab.emulator.meter(), before)
    expect(cost).toMatchObject({ fnCalls: { greets: 1 }, fnActions: { 'greets:x': 1 }, dbRequests: {}, bytesIn: 14 })
  })
})

describe('instances', () => {
  const pidsOf = async (name: string, calls: number): Promise<Set<number>> => {
    const replies = await Promise.all(Array.from({ length: calls }, () => callGateway(lab, name, {})))
    return new Set(replies.map((reply) => reply.body as number))
  }

  it('calls at the same time run in two processes, unless the function may have only one', async () => {
    expect((await pidsOf('slow', 5)).size).toBe(2)
    expect((await pidsOf('single', 3)).size).toBe(1)
  })

  it('calls one after the other stay with one process, where the previous caller leaks', async () => {
    const first = await callGateway(lab, 'greets', {}, { headers: { 'x-wx-openid': 'o-leaks' } })
    const second = await callGateway(lab, 'greets', {})
    expect(second.body).toMatchObject({ pid: first.body.pid, who: 'o-leaks' })
  })
})
