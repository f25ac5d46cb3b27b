// Whatever names a thing, in whatever action: does another's look to everybody as if it were not there, and stay as it is?
import { spent } from '../../emulator'
import type { ActionName, FunctionName, Reply } from '../../shared/contracts'
import { schema } from '../../shared/schema'
import {
  away,
  HUSHED,
  missingOf,
  type Parties,
  POST,
  SECRET,
  seedParties,
  type Things,
  UNSEEN,
} from '../support/foreign-world'
import { good } from '../support/good-inputs'
import {
  FOR_WHOEVER_HOLDS_IT,
  type IdField,
  idFields,
  KIND_OF,
  MADE_BY_THE_CALLER,
  NOBODYS,
  type Path,
  SAID_PLAINLY,
  withAt,
} from '../support/id-fields'
import { type As, hua, nobody, startWorld, type World, wang, zhao } from '../support/world'

const all = idFields()
const kindOf = ({ leaf }: IdField): string => KIND_OF[leaf] ?? ''
/** Editors and approvers are there for the whole firm: nothing of it is foreign to them. */
const asked = all.filter(({ who, leaf }) => who !== 'editor' && who !== 'approver' && leaf in KIND_OF)

type Attacker = { name: string; as: As; own: (parties: Parties) => Things }
const WANG: Attacker = { name: 'a rep of the same store', as: wang, own: ({ attackers }) => attackers.wang }
const ZHAO: Attacker = { name: 'a rep of another store', as: zhao, own: ({ attackers }) => attackers.zhao }
const HUA: Attacker = { name: 'another customer', as: hua, own: ({ attackers }) => attackers.hua }
const NOBODY: Attacker = { name: 'nobody', as: nobody, own: ({ attackers }) => attackers.hua }
const AWAY: Attacker = { name: 'another store’s manager', as: away, own: ({ attackers }) => attackers.away }
const ATTACKERS = { anyone: [HUA, NOBODY], person: [HUA], rep: [WANG, ZHAO], desk: [AWAY], editor: [], approver: [] }

let world: World
let parties: Parties
let before: ReadonlyMap<string, string> // of the victim's
beforeAll(async () => {
  world = await startWorld()
  parties = await seedParties(world)
  before = await victims()
}, 240_000)
afterAll(() => world.stop())

/** Every document that is the victim's, her customer's or her store's, by its words or its ids. */
const victims = async (): Promise<Map<string, string>> => {
  const own = ({ member: _, store: __, scope: ___, ...things }: Things) => Object.values(things)
  const marks = new Set([SECRET, ...own(parties.victim), ...own(parties.customer)])
  const isTheirs = (text: string) => [...marks].some((mark) => text.includes(mark))
  const of = async (name: string) =>
    (await world.docs(name)).map((doc) => [`${name}/${doc._id}`, JSON.stringify(doc)] as const)
  const docs = (await Promise.all(schema.map(({ name }) => of(name)))).flat()
  return new Map(docs.filter(([id, text]) => isTheirs(`${id}${text}`)))
}

/** What was the victim's is as it was; what an attacker made of her own may name it. */
const expectUntouched = async (): Promise<void> => {
  const now = await victims()
  const changed = [...before].filter(([id, text]) => now.get(id) !== text)
  expect(changed.map(([id, text]) => ({ id, was: text, is: now.get(id) }))).toEqual([])
}

const inputsFor = (own: Things) =>
  good({
    ...{ postId: POST, token: own.share ?? '', contactId: own.contact ?? '' },
    ...{ readerKey: own.reader ?? '', eventId: own.event ?? '' },
  })

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown> | undefined)?.[part], value)

/** As the attacker would send it of her own: each id is hers, and new where she makes it. */
const ownInput = (name: string, own: Things): unknown =>
  all
    .filter((field) => field.name === name && field.leaf in KIND_OF)
    .reduce<unknown>((input, field) => {
      if (typeof at(input, field.path) !== 'string') return input
      const id = MADE_BY_THE_CALLER.has(field.field) ? missingOf(kindOf(field)) : own[kindOf(field)]
      return id === undefined ? input : withAt(input, field.path, id)
    }, inputsFor(own)[name])

/** Some ids stand only in one form of an input. */
const FORMS: Readonly<Record<string, (own: Things) => object>> = {
  'rep/contact.home': (own) => ({
    act: 'join',
    homeId: 'home-new',
    contactId: own.contact,
    withContactId: own.contact,
  }),
}

const send = (field: IdField, as: As, payload: unknown): Promise<Reply<unknown>> => {
  const [fn, action] = field.name.split('/') as [FunctionName, ActionName<FunctionName>]
  return world.call(fn, action, payload, as) as Promise<Reply<unknown>>
}

/** All that could tell one from the other; ids that were sent and what differs at each call are no tale. */
const tale = (reply: Reply<unknown>, sent: readonly string[]): string => {
  const told = reply.ok ? reply.data : { ...reply.error, trace: '' }
  const text = sent.reduce((line, id) => line.replaceAll(id, '…'), JSON.stringify(told))
  return `${reply.ok} ${text.replace(/\d{13}|"rev":\d+/g, 'n').replace(/https?:[^"]+/g, 'url')}`
}

const reasonOf = (reply: Reply<unknown>) => (reply.ok ? undefined : reply.error.reason)
const isOpen = ({ field }: IdField) => MADE_BY_THE_CALLER.has(field) || FOR_WHOEVER_HOLDS_IT.has(field)

test('every field that names something is asked about here, or says why not', () => {
  const unknown = all.filter(({ who, leaf }) => ATTACKERS[who].length > 0 && !(leaf in KIND_OF) && !(leaf in NOBODYS))
  expect(unknown.map(({ field }) => field)).toEqual([])
  const fields = new Set(all.map(({ field }) => field))
  for (const field of [...MADE_BY_THE_CALLER, ...FOR_WHOEVER_HOLDS_IT]) expect(fields).toContain(field)
})

/** Who agrees is known to one rep more, and who erases is known to none: that comes last. */
const isLast = ({ name }: IdField): number => ['reader/consent.give', 'reader/privacy.erase'].indexOf(name)
const cells = [...asked]
  .sort((a, b) => isLast(a) - isLast(b))
  .flatMap((field) => ATTACKERS[field.who].map((attacker) => [field.field, attacker.name, field, attacker] as const))

/** What refuses an attacker's own thing, too, for its state and not for whose it is: of these only the likeness is shown. */
const DULL: Readonly<Record<string, string>> = {
  'reader/handover.answer:repId': 'no-handover',
  'reader/submission.answer:submissionId': 'offer-not-asked',
  'reader/partner.leave:partnerId': 'no-such-partner',
  'reader/partner.dispute:referralId': 'no-such-referral',
  'rep/partner.invite:contactId': 'already-asked',
  'rep/partner.claim:dealId': 'no-such-code',
  'rep/partner.dispute:referralId': 'no-such-referral',
  'rep/contact.home:homeId': 'same-contact',
  'rep/contact.home:contactId': 'same-contact',
  'rep/contact.home:withContactId': 'same-contact',
  'rep/reader.link:readerKey': 'already-so',
  'rep/reader.link:contactId': 'already-so',
  'rep/talk.tell:contactId': 'no-such-talk',
  'rep/submission.answer:submissionId': 'offer-not-asked',
  'render/avatar.take:fileId': 'upload-missing',
  'render/photo.take:fileId': 'not-your-upload',
  'render/submission.take:fileId': 'not-your-upload',
}
const [sharp, dull] = [new Set<string>(), new Map<string, string>()]

test.each(cells)('%s · %s', async (_, __, field, { as, own }) => {
  const [mine, kind] = [own(parties), kindOf(field)]
  const theirs =
    (field.who === 'person' || field.who === 'anyone' ? parties.customer : parties.victim)[kind] ?? missingOf(kind)
  const form = FORMS[field.name]?.(mine)
  const input = () => form ?? ownInput(field.name, mine)
  const missing = missingOf(kind)
  const meter = world.emulator.meter()
  const foreign = await send(field, as, withAt(input(), field.path, theirs))
  const wrote = spent(world.emulator.meter(), meter).docsWritten
  expect(JSON.stringify(foreign)).not.toContain(SECRET)
  // hq/member.save: a lock, taken and given back
  if (!foreign.ok) expect(wrote).toBeLessThanOrEqual(field.name === 'hq/member.save' ? 2 : 0)
  else if (wrote > 0) await expectUntouched()
  if (isOpen(field) || SAID_PLAINLY.has(reasonOf(foreign))) return
  const absent = await send(field, as, withAt(input(), field.path, missing))
  expect(tale(foreign, [theirs])).toBe(tale(absent, [missing]))
  if (foreign.ok) return
  const control = await send(field, as, input())
  if (control.ok) sharp.add(field.field)
  else dull.set(field.field, reasonOf(control) ?? '')
})

test('where the id is hers the same input goes through, so that it was the id that was refused', () => {
  expect(Object.fromEntries([...dull].filter(([field]) => !sharp.has(field)))).toEqual(DULL)
  expect(sharp.size).toBeGreaterThan(Object.keys(DULL).length)
})

describe('a post that is not meant for her', () => {
  const who: Readonly<Partial<Record<IdField['who'], readonly Attacker[]>>> = {
    ...{ anyone: [HUA, NOBODY], person: [HUA], rep: [ZHAO] },
  }
  const asking = all
    .filter(({ leaf }) => leaf === 'postId')
    .flatMap((field) => (who[field.who] ?? []).map((as) => ({ field, as })))
  /** An article that is out is open to every customer, whoever passed it on. */
  const hidden = ({ who: of }: IdField): readonly string[] =>
    of === 'rep' ? Object.values(UNSEEN) : [UNSEEN.draft, UNSEEN.waiting]

  test.each(asking.map(({ field, as }) => [field.field, as.name, field, as] as const))(
    'is told of by %s to %s as one that is not there, or by its state alone',
    async (_, __, field, { as, own }) => {
      for (const id of hidden(field)) {
        const meter = world.emulator.meter()
        const reply = await send(field, as, withAt(ownInput(field.name, own(parties)), field.path, id))
        expect(JSON.stringify(reply)).not.toContain(HUSHED)
        expect(reply.ok ? [] : spent(world.emulator.meter(), meter).docsWritten).toEqual(reply.ok ? [] : 0)
      }
    },
  )
})
