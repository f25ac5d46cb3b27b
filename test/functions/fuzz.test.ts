// Whatever is sent: is it never our fault, always told clearly, and never half done?
import fc from 'fast-check'
import { type ActionName, api, type FunctionName } from '../../shared/contracts'
import type { Who } from '../../shared/domain/access'
import { schema } from '../../shared/schema'
import { inputsOf } from '../support/inputs-of'
import { agree, newReadingId, publish, report, reportOf, saveDraft, share } from '../support/scenes'
import { type As, approver, editor, lin, mei, nobody, startWorld, type World } from '../support/world'

/** The same every time: what it finds can be looked at again. */
const SEED = 20_261_123
const INPUTS = 10_000

let world: World
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

type Row = { name: string; fn: FunctionName; action: ActionName<FunctionName>; who: Who }
const rows: Row[] = Object.entries(api).flatMap(([fn, actions]) =>
  Object.entries(actions).map(([action, { who }]) => ({
    ...{ name: `${fn}/${action}`, who },
    ...{ fn: fn as FunctionName, action: action as ActionName<FunctionName> },
  })),
)
const runs = Math.ceil(INPUTS / rows.length)

beforeAll(async () => {
  world = await startWorld()
  await publish(world, {}, 'post-live')
  await saveDraft(world, 'post-draft')
  const token = await share(world, 'post-live', lin)
  await agree(world, token, mei)
  await report(world, [reportOf({ postId: 'post-live', token })], mei)
  const { contacts } = await world.ask('rep', 'contact.list', {}, lin)
  const contactId = contacts[0]?.contactId ?? ''
  const { readers } = await world.ask('rep', 'contact.see', { contactId }, lin)
  known.push(token, contactId, readers[0]?.readerKey ?? '', newReadingId())
})
afterAll(() => world.stop())

/** What may be written though it is refused: wrong codes are counted, and who saves people keeps the others waiting meanwhile. */
const MAY_WRITE: Readonly<Record<string, string>> = { 'rep/invite.bind': 'invites', 'hq/member.save': 'rosters' }

/** Of everything but one collection. */
const everythingBut = async (left: string): Promise<string> =>
  JSON.stringify(await Promise.all(schema.flatMap(({ name }) => (name === left ? [] : [world.docs(name)]))))

let [drawn, accepted] = [0, 0]
const writtenSoFar = (): number => world.emulator.meter().docsWritten

test.each(rows)('$name', async ({ name, fn, action, who }) => {
  const contract = (api[fn] as Record<string, { input: Parameters<typeof inputsOf>[0] }>)[action]
  if (!contract) throw new Error('no such action')
  const may = MAY_WRITE[name]
  let before = may ? await everythingBut(may) : ''
  let written = writtenSoFar()
  await fc.assert(
    fc.asyncProperty(inputsOf(contract.input, known), async (payload) => {
      const reply = await world.call(fn, action, payload, asFor[who])
      drawn += 1
      if (reply.ok) {
        accepted += 1
        if (may) before = await everythingBut(may)
        written = writtenSoFar()
        return
      }
      const { code, message, trace } = reply.error
      expect(code).toMatch(/^(invalid|unauthenticated|forbidden|not-found|conflict|gone|too-many)$/)
      expect(message).toMatch(/[\u4e00-\u9fff]/)
      expect(trace).toMatch(/^[0-9A-Za-z]{10}$/)
      const now = writtenSoFar()
      if (now === written) return
      written = now
      expect(MAY_WRITE).toHaveProperty([name])
      expect(await everythingBut(may ?? '')).toBe(before)
    }),
    { numRuns: runs, seed: SEED, endOnFailure: true },
  )
})

test('so many were drawn, and more than a few were taken', () => {
  expect(drawn).toBeGreaterThanOrEqual(INPUTS)
  expect(accepted).toBeGreaterThan(INPUTS / 20)
})
