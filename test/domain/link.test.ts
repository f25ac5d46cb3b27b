// Which contact is a reader? Every act, from every state it may find.
import type { ContactId, LinkEventId, MemberId, PersonId, PostId, ReaderId, ShareToken } from '../../shared/domain/ids'
import {
  applyLink,
  certaintyUnder,
  isFromSingleChat,
  type LinkAsk,
  type Linked,
  type LinkFacts,
  newLink,
  noteLikely,
  settle,
  speakersFor,
  suggestionsOf,
} from '../../shared/domain/link'
import { applyName, mayUndo, undoLink, undoName } from '../../shared/domain/link-undo'
import type { Likely, Link, LinkEvent } from '../../shared/domain/reader'

const contact = (id: string) => id as ContactId
const OWN = contact('own')
const [mei, hua] = [contact('mei'), contact('hua')]
const at = 1_790_000_000_000

const card = (contactId: ContactId, token = `card for ${contactId}`): Likely => ({
  contactId,
  token: token as ShareToken,
  postId: 'post' as PostId,
  at,
})
const linkOf = (change: Partial<Link> = {}): Link => ({ ...newLink(OWN), ...change })
const readerOf = (change: Partial<Link> = {}, selfName: string | null = null): Linked => ({
  _id: 'reader' as ReaderId,
  repId: 'rep' as MemberId,
  personId: 'person' as PersonId,
  selfName,
  link: linkOf(change),
})
const factsOf = (change: Partial<LinkFacts> = {}): LinkFacts => ({ own: OWN, ownRemark: null, closed: [], ...change })
const ask = (act: LinkAsk['act'], contactId: ContactId | null = null, eventId = 'e1'): LinkAsk => ({
  eventId: eventId as LinkEventId,
  act,
  contactId,
})
const isNamed: Partial<Link> = { contactId: mei, certainty: 'named' }
const isLikely: Partial<Link> = { contactId: mei, certainty: 'likely', likely: [card(mei)] }

describe('what was opened', () => {
  const cases: [string, Linked, ContactId, Partial<LinkFacts>, Partial<Link>][] = [
    ['by somebody nobody knows makes her likely', readerOf(), mei, {}, isLikely],
    ['by her own contact says nothing', readerOf(), OWN, {}, { contactId: OWN, certainty: 'unnamed', likely: [] }],
    ['for two contacts says nothing of either', readerOf(isLikely), hua, {}, { contactId: OWN, certainty: 'unnamed' }],
    ['for whom somebody else is for certain only suggests', readerOf(), mei, { closed: [mei] }, { contactId: OWN }],
    ['by whom the rep named only suggests', readerOf(isNamed), hua, {}, { ...isNamed, likely: [card(hua)] }],
    ['by whose own contact is named only suggests', readerOf(), mei, { ownRemark: '小美' }, { contactId: OWN }],
    ['by who says who she is only suggests', readerOf({}, '小美'), mei, {}, { contactId: OWN, certainty: 'certain' }],
    ['for whom she was said not to be is kept', readerOf({ denied: [mei] }), mei, {}, { contactId: OWN }],
    ['for who shares her phone is explained', readerOf({ also: [mei] }), mei, {}, { contactId: OWN, also: [mei] }],
  ]
  test.each(cases)('a card %s', (_, reader, contactId, facts, expected) => {
    expect(noteLikely(reader, card(contactId), factsOf(facts))).toMatchObject(expected)
  })

  test('the same card twice changes nothing, and of many cards the latest are kept', () => {
    const once = noteLikely(readerOf(), card(mei), factsOf())
    expect(noteLikely({ selfName: null, link: once }, card(mei), factsOf())).toEqual(once)
    const many = Array.from({ length: 30 }, (_, i) => ({ ...card(mei, `card ${i}`), at: at + i }))
    const link = many.reduce((seen, each) => noteLikely({ selfName: null, link: seen }, each, factsOf()), linkOf())
    expect(link.likely.map((each) => each.at - at)).toEqual(Array.from({ length: 20 }, (_, i) => i + 10))
  })

  test.each([
    [{ scene: 1007, chatType: 1 }, true],
    [{ scene: 1007, chatType: 2 }, true],
    [{ scene: 1007 }, true],
    [{ scene: 1007, chatType: 3 }, false],
    [{ scene: 1008, chatType: 3 }, false],
    [{ scene: 1154 }, false],
    [{ scene: 1044, chatType: 1 }, false],
  ])('%j is from a single chat: %s', (reading, expected) => {
    expect(isFromSingleChat(reading)).toBe(expected)
  })
})

describe('what the rep says', () => {
  const cases: [string, Linked, LinkAsk, Partial<LinkFacts>, Partial<Link> | string][] = [
    ['assigns', readerOf(), ask('assign', mei), {}, isNamed],
    ['assigns somebody else', readerOf(isNamed), ask('assign', hua), {}, { contactId: hua, certainty: 'named' }],
    ['assigns the same again', readerOf(isNamed), ask('assign', mei), {}, 'already-so'],
    ['assigns who is likely', readerOf(isLikely), ask('assign', mei), {}, isNamed],
    ['assigns who was denied', readerOf({ denied: [mei] }), ask('assign', mei), {}, { ...isNamed, denied: [] }],
    ['assigns who shares the phone', readerOf({ also: [mei] }), ask('assign', mei), {}, { ...isNamed, also: [] }],
    ['assigns nobody', readerOf(), ask('assign'), {}, 'no-such-contact'],
    ['assigns her own', readerOf(isNamed), ask('assign', OWN), {}, { contactId: OWN, certainty: 'unnamed' }],
    ['parts', readerOf(isNamed), ask('own'), {}, { contactId: OWN, certainty: 'unnamed', denied: [mei] }],
    ['parts one with a name', readerOf(isNamed), ask('own'), { ownRemark: '小美' }, { certainty: 'named' }],
    ['parts one who says who she is', readerOf(isNamed, '小美'), ask('own'), {}, { certainty: 'certain' }],
    ['parts a likely one', readerOf(isLikely), ask('own'), {}, { contactId: OWN, denied: [mei] }],
    ['parts who is herself', readerOf(), ask('own'), {}, 'already-so'],
    ['confirms a card', readerOf(isLikely), ask('confirm', mei), {}, isNamed],
    ['confirms without a card', readerOf(), ask('confirm', mei), {}, 'nothing-to-confirm'],
    [
      'confirms a denied card',
      readerOf({ likely: [card(mei)], denied: [mei] }),
      ask('confirm', mei),
      {},
      'nothing-to-confirm',
    ],
    ['confirms whom she named', readerOf(isNamed), ask('confirm', mei), {}, 'already-so'],
    [
      'confirms what she wrote',
      readerOf(isNamed, '小美'),
      ask('confirm', mei),
      {},
      { contactId: mei, certainty: 'certain' },
    ],
    [
      'denies a card',
      readerOf(isLikely),
      ask('deny', mei),
      {},
      { contactId: OWN, certainty: 'unnamed', denied: [mei] },
    ],
    ['denies whom she named', readerOf(isNamed), ask('deny', mei), {}, { contactId: OWN, denied: [mei] }],
    ['denies nothing', readerOf(), ask('deny', mei), {}, 'nothing-to-deny'],
    ['says it is shared', readerOf(isNamed), ask('also', hua), {}, { ...isNamed, also: [hua] }],
    ['says a likely one shares it', readerOf(isLikely), ask('also', mei), {}, { contactId: OWN, also: [mei] }],
    ['says twice it is shared', readerOf({ also: [hua] }), ask('also', hua), {}, 'already-so'],
    ['says she shares with herself', readerOf(isNamed), ask('also', mei), {}, 'already-so'],
    [
      'says a sixth shares it',
      readerOf({ also: ['a', 'b', 'c', 'd', 'e'].map(contact) }),
      ask('also', hua),
      {},
      'phone-full',
    ],
    ['says it is not shared', readerOf({ also: [hua] }), ask('not-also', hua), {}, { also: [] }],
    ['says again it is not shared', readerOf(), ask('not-also', hua), {}, 'already-so'],
  ]
  test.each(cases)('%s', (_, reader, asked, facts, expected) => {
    const decision = applyLink(reader, asked, factsOf(facts), at)
    if (typeof expected === 'string') expect(decision).toEqual({ ok: false, reason: expected })
    else
      expect(decision).toMatchObject({
        ok: true,
        link: expected,
        event: { after: { link: expected }, before: { link: reader.link } },
      })
  })

  test('a denied card comes back with nothing but what the rep says', () => {
    const denied = applyLink(readerOf(isLikely), ask('deny', mei), factsOf(), at)
    const link = denied.ok ? denied.link : linkOf()
    expect(noteLikely({ selfName: null, link }, card(mei, 'a later card'), factsOf())).toMatchObject({
      contactId: OWN,
      denied: [mei],
    })
    expect(suggestionsOf(link)).toEqual([])
  })
})

test('what she calls herself makes her certain as herself, and as somebody the rep named only once that is confirmed', () => {
  const introduced = applyLink(readerOf({}, '小美'), ask('introduce'), factsOf(), at)
  expect(introduced).toMatchObject({ ok: true, link: { contactId: OWN, certainty: 'certain' } })
  expect(settle(readerOf(isNamed, '小美'), factsOf())).toMatchObject(isNamed)
  const confirmed = applyLink(readerOf(isNamed, '小美'), ask('confirm', mei), factsOf(), at)
  const link = confirmed.ok ? confirmed.link : linkOf()
  expect(link).toMatchObject({ contactId: mei, certainty: 'certain' })
  expect(settle({ selfName: null, link }, factsOf())).toMatchObject(isNamed)
  expect(settle({ selfName: '别人', link }, factsOf())).toMatchObject(isNamed)
  expect(settle({ selfName: '小美', link }, factsOf()).certainty).toBe('certain')
})

describe('taking back', () => {
  const assigned = (reader: Linked, contactId: ContactId, eventId: string): { reader: Linked; event: LinkEvent } => {
    const decision = applyLink(reader, ask('assign', contactId, eventId), factsOf(), at)
    if (!decision.ok) throw new Error(decision.reason)
    return { reader: { ...reader, link: decision.link }, event: decision.event }
  }
  const undo = { eventId: 'u' as LinkEventId, now: at + 1 }

  test('only the last word can go, and the one before it after that', () => {
    const first = assigned(readerOf(), mei, 'e1')
    const second = assigned(first.reader, hua, 'e2')
    expect(undoLink(first.event, second.reader, factsOf(), undo)).toEqual({ ok: false, reason: 'changed-since' })
    const once = undoLink(second.event, second.reader, factsOf(), undo)
    expect(once).toMatchObject({ ok: true, link: isNamed, event: { act: 'undo', undoes: 'e2' } })
    if (!once.ok) return
    const twice = undoLink(first.event, { ...first.reader, link: once.link }, factsOf(), undo)
    expect(twice).toMatchObject({ ok: true, link: { contactId: OWN, certainty: 'unnamed', by: null } })
    expect(mayUndo(once.event, { reader: first.reader, contact: null })).toEqual({ ok: false, reason: 'not-undoable' })
  })

  test('what she opened and said meanwhile counts as if the mistake had not been there', () => {
    const wrong = assigned(readerOf(), hua, 'e1')
    const link = noteLikely(wrong.reader, card(mei), factsOf())
    expect(link).toMatchObject({ contactId: hua, certainty: 'named' })
    expect(undoLink(wrong.event, { ...wrong.reader, link }, factsOf(), undo)).toMatchObject({ link: isLikely })
    const named = { ...wrong.reader, link, selfName: '小美' }
    expect(undoLink(wrong.event, named, factsOf(), undo)).toMatchObject({
      link: { contactId: OWN, certainty: 'certain' },
    })
  })

  test('nobody takes back what she said herself', () => {
    const introduced = applyLink(readerOf({}, '小美'), ask('introduce'), factsOf(), at)
    if (!introduced.ok) throw new Error(introduced.reason)
    expect(undoLink(introduced.event, readerOf({}, '小美'), factsOf(), undo)).toEqual({
      ok: false,
      reason: 'not-undoable',
    })
  })

  test('a name goes back to the one before, unless there was a later one', () => {
    const bare = { _id: mei, repId: 'rep' as MemberId, remark: null, namedAt: null }
    const say = (on: typeof bare | object, remark: string, eventId: string) =>
      applyName({ ...bare, ...on }, { eventId: eventId as LinkEventId, remark, reader: null }, at)
    const first = say({}, '小美', 'n1')
    const second = say(first.named, '优优妈妈', 'n2')
    const third = say(second.named, '小美', 'n3')
    expect(undoName(first.event, { ...bare, ...third.named }, undo)).toEqual({ ok: false, reason: 'changed-since' })
    expect(undoName(third.event, { ...bare, ...third.named }, undo)).toMatchObject({ named: second.named })
    expect(undoName(first.event, { ...bare, ...first.named }, undo)).toMatchObject({
      named: { remark: null, namedAt: null, namedBy: null },
    })
  })
})

test('a shared phone reads under each of its people, only likely under those who share it', () => {
  const shared = readerOf({ ...isNamed, also: [hua] })
  expect([certaintyUnder(shared, mei), certaintyUnder(shared, hua), certaintyUnder(shared, OWN)]).toEqual([
    'named',
    'likely',
    null,
  ])
  const own = readerOf({ contactId: hua, certainty: 'named' })
  expect(speakersFor([shared], hua)).toEqual([shared])
  expect(speakersFor([shared, own], hua)).toEqual([own])
})

test('however often she is said to be somebody and then not, her link stays of one size', () => {
  let reader = readerOf()
  for (let n = 0; n < 300; n++)
    for (const act of ['assign', 'deny'] as const) {
      const decision = applyLink(reader, ask(act, contact(`c${n}`), `${act} ${n}`), factsOf(), at)
      if (decision.ok) reader = { ...reader, link: decision.link }
    }
  expect(reader.link).toMatchObject({ contactId: OWN, certainty: 'unnamed' })
  expect([reader.link.denied.length, reader.link.denied.at(-1)]).toEqual([100, 'c299'])
})
