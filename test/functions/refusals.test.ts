// Does every action refuse what it should, in two languages, leaving nothing half-written? One table over the whole API.
import { type ActionName, api, type FunctionName } from '../../shared/contracts'
import type { Who } from '../../shared/domain/access'
import { schema } from '../../shared/schema'
import { good, type Live } from '../support/good-inputs'
import { fillLive } from '../support/live-world'
import { type As, approver, editor, lin, manager, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
let live: Live
beforeAll(async () => {
  world = await startWorld()
  live = await fillLive(world)
  const naming = { eventId: live.eventId, contactId: live.contactId, remark: '小美' }
  await world.ask('rep', 'contact.name', naming, lin)
  // so that refusing leaves nothing to be settled
  await world.ask('rep', 'notice.see', {}, lin)
})
afterAll(() => world.stop())

type Row = { name: string; fn: FunctionName; action: ActionName<FunctionName>; who: Who }
const rows: Row[] = Object.entries(api).flatMap(([fn, actions]) =>
  Object.entries(actions).map(([action, { who }]) => ({
    name: `${fn}/${action}`,
    fn: fn as FunctionName,
    action: action as ActionName<FunctionName>,
    who,
  })),
)
const asFor: Record<Who, As> = { anyone: nobody, person: mei, rep: lin, editor, approver, desk: editor }

const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(schema.map(({ name }) => world.docs(name))))

const LANGS = ['zh', 'en'] as const
/** The languages by turns: of each kind of refusal every action says some in either. */
let turns = 0
const inTurn = () => LANGS.slice(turns++ % 2).slice(0, 1)

/** Refused in these languages, with a sentence and a trace. */
const expectRefused = async (
  row: Row,
  payload: unknown,
  as: As,
  expected: object,
  langs: readonly (typeof LANGS)[number][] = LANGS,
) => {
  for (const lang of langs) {
    const error = await world.refusal(row.fn, row.action, payload, as, lang)
    expect(error).toMatchObject({ trace: expect.stringMatching(/^[0-9A-Za-z]{10}$/), ...expected })
    // what it quotes is in the writer's own words
    expect(error.message.replace(/“[^”]*”/g, '“”')).toMatch(lang === 'zh' ? /[\u4e00-\u9fff]/ : /^[\x20-\x7e…“”]+$/)
    expect(error.message).not.toMatch(/undefined|Error:|\bat .*\.ts\b|object Object/)
  }
}

// nothing half-written: after all refusals every document is as it was. One after another, so it is looked at once for each,
// and only where anything was written: a lock that was taken and given back
let before = ''
let written = 0
const writtenSoFar = (): number => world.emulator.meter().docsWritten
beforeAll(async () => {
  before = await everything()
  written = writtenSoFar()
})
const expectUnchanged = async (): Promise<void> => {
  const seen = writtenSoFar()
  if (seen === written) return
  written = seen
  expect(await everything()).toBe(before)
}

const payloadOf = ({ name }: Row): Record<string, unknown> => good(live)[name] ?? {}

test('the table below covers the whole API', () => {
  expect(Object.keys(good(live)).sort()).toEqual(rows.map(({ name }) => name).sort())
})

describe.each(rows)('$name', (row) => {
  afterAll(expectUnchanged)

  test('refuses a field it does not know', () =>
    expectRefused(row, { ...payloadOf(row), sneaky: 1 }, asFor[row.who], { code: 'invalid', field: 'sneaky' }))

  test('refuses a payload that is no object', async () => {
    for (const payload of ['text', 7, [], [payloadOf(row)]])
      await expectRefused(row, payload, asFor[row.who], { code: 'invalid' }, inTurn())
  })

  test('refuses wrong types and over-long texts in every field', async () => {
    for (const [field, right] of Object.entries(payloadOf(row))) {
      turns++ // so that what is wrong is said in the other language than for the field before
      for (const wrong of [{ $ne: null }, true, '长'.repeat(30_000), -0.5])
        if (typeof wrong !== typeof right || typeof right !== 'boolean')
          await expectRefused(row, { ...payloadOf(row), [field]: wrong }, asFor[row.who], { code: 'invalid' }, inTurn())
    }
  })

  test('refuses who may not call it', async () => {
    const others = {
      anyone: [],
      person: [nobody],
      rep: [nobody, mei, editor, manager],
      editor: [nobody, mei, lin, manager],
      approver: [nobody, mei, lin, editor, manager],
      desk: [nobody, mei, lin],
    }[row.who]
    for (const as of others) {
      const code = as === nobody || as === mei ? 'unauthenticated' : 'forbidden'
      await expectRefused(row, payloadOf(row), as, { code }, inTurn())
    }
  })
})

const UNKNOWN_AND_OTHERS: [string, object, As, object][] = [
  ['reader/post.read', { postId: 'nope' }, mei, { code: 'not-found' }],
  ['reader/post.read', { postId: 'post-draft' }, mei, { code: 'not-found' }],
  ['reader/post.read', {}, mei, { code: 'invalid', reason: 'post-or-token' }],
  ['reader/share.record', { parentToken: 'AAAAAAAAAAAA' }, mei, { code: 'not-found', field: 'parentToken' }],
  ['reader/consent.give', { token: 'AAAAAAAAAAAA' }, mei, { code: 'not-found', field: 'token' }],
  ['reader/consent.give', { purposes: ['reading', 'reading'] }, mei, { code: 'invalid', field: 'purposes' }],
  ['reader/handover.answer', {}, mei, { code: 'not-found', reason: 'no-handover' }],
  ['hq/handover.cancel', {}, editor, { code: 'not-found', reason: 'no-handover' }],
  ['hq/handover.begin', { toId: 'nope' }, editor, { code: 'not-found', field: 'toId' }],
  ['hq/handover.begin', { toId: 'rep-lin' }, editor, { code: 'invalid', reason: 'same-rep' }],
  ['hq/handover.begin', { fromId: 'editor-1' }, editor, { code: 'not-found', reason: 'no-such-rep' }],
  ['hq/member.list', { successorsOf: 'nope' }, editor, { code: 'not-found' }],
  ['rep/kit.open', { postId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/kit.mark', { postId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/kit.mark', { version: 9 }, lin, { code: 'not-found' }],
  ['rep/kit.mark', {}, wang, { code: 'not-found', reason: 'no-kit' }],
  ['rep/share.record', { postId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/poster.code', { postId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/feed.list', { cursor: 'x' }, lin, { code: 'invalid', reason: 'bad-cursor' }],
  ['reader/consent.give', { purposes: ['tags'] }, mei, { code: 'invalid', field: 'purposes' }],
  ['reader/privacy.tags', { repId: 'rep-wang' }, mei, { code: 'conflict', reason: 'no-consent' }],
  ['reader/privacy.drop-tag', { repId: 'nope' }, mei, { code: 'conflict', reason: 'no-consent' }],
  ['reader/privacy.introduce', { repId: 'rep-wang' }, mei, { code: 'conflict', reason: 'no-consent' }],
  ['rep/contact.see', { contactId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/contact.see', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/contact.name', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/contact.name', { remark: '违规测试词' }, lin, { code: 'invalid', reason: 'unsafe-text' }],
  ['rep/contact.name', { remark: '   ' }, lin, { code: 'invalid', field: 'remark' }],
  ['rep/contact.create', { contactId: '' }, lin, { code: 'invalid', field: 'contactId' }],
  ['rep/contact.tag', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/contact.tag', { contactId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/contact.home', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/talk.tell', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/talk.tell', { contactId: 'nope' }, lin, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/talk.tell', { day: '2020-01-01' }, lin, { code: 'not-found', reason: 'no-such-talk' }],
  ['rep/talk.tell', { day: '2026-02-30' }, lin, { code: 'invalid', field: 'day' }],
  ['rep/talk.tell', { end: 'married' }, lin, { code: 'invalid', field: 'end' }],
  ['rep/talk.limit', { aDay: 0 }, lin, { code: 'invalid', field: 'aDay' }],
  ['rep/talk.limit', { aDay: 999 }, lin, { code: 'invalid', field: 'aDay' }],
  ['rep/sheet.see', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/sheet.see', { contactId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/sheet.save', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/sheet.save', { to: { source: { kind: 'store', note: '违规测试词' } } }, lin, { reason: 'unsafe-text' }],
  ['rep/note.write', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/note.write', { contactId: null }, lin, { code: 'invalid', reason: 'contact-or-group' }],
  ['rep/note.write', { contactId: null, groupId: 'nope' }, lin, { code: 'not-found', reason: 'no-such-group' }],
  ['rep/note.write', { text: '违规测试词' }, lin, { code: 'invalid', reason: 'unsafe-text', field: 'text' }],
  ['rep/note.write', { text: '女儿3岁半' }, lin, { code: 'invalid', reason: 'child-facts', field: 'text' }],
  ['rep/note.write', { text: '长'.repeat(501) }, lin, { code: 'invalid', reason: 'note-too-long' }],
  ['rep/note.write', { text: '' }, lin, { code: 'invalid', reason: 'missing', field: 'text' }],
  ['rep/note.write', { kind: 'purchase' }, lin, { code: 'invalid', reason: 'missing', field: 'purchase' }],
  ['rep/note.write', { photos: ['cloud://x/photos/rep-lin/a.jpg'] }, lin, { reason: 'not-your-upload' }],
  ['rep/promise.make', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/promise.make', { text: '给宝宝叫优优的留一罐' }, lin, { reason: 'child-facts' }],
  ['rep/promise.make', { dueDay: '2026-02-30' }, lin, { code: 'invalid', field: 'dueDay' }],
  ['rep/promise.keep', {}, lin, { code: 'not-found', reason: 'no-such-entry' }],
  ['rep/occasion.save', {}, wang, { code: 'not-found', reason: 'no-such-contact' }],
  ['rep/occasion.save', { calendar: 'solar', month: 2, day: 30 }, lin, { reason: 'no-such-day' }],
  ['rep/occasion.save', { name: '女儿五岁生日' }, lin, { reason: 'child-facts', field: 'name' }],
  ['rep/reader.link', {}, wang, { code: 'not-found', reason: 'no-such-reader' }],
  ['rep/reader.link', { readerKey: 'A'.repeat(20) }, lin, { code: 'not-found' }],
  ['rep/reader.link', { act: 'assign', contactId: 'nope' }, lin, { code: 'not-found' }],
  ['rep/link.undo', {}, wang, { code: 'not-found' }],
  ['rep/link.undo', { undoes: 'nope' }, lin, { code: 'not-found' }],
  ['rep/share.record', { contactId: 'nope' }, wang, { code: 'not-found' }],
  ['rep/post.readers', { postId: 'nope' }, lin, { code: 'not-found' }],
  ['hq/post.heat', { postId: 'nope' }, editor, { code: 'not-found' }],
  ['hq/post.list', { cursor: '1!' }, editor, { code: 'invalid', field: 'cursor' }],
  ['hq/post.see', { postId: 'nope' }, editor, { code: 'not-found' }],
  ['hq/post.save', { postId: 'nope', baseVersion: 3 }, editor, { code: 'conflict', reason: 'stale-version' }],
  ['hq/post.publish', { postId: 'nope' }, editor, { code: 'not-found' }],
  ['hq/post.publish', { version: 9 }, editor, { code: 'conflict', reason: 'stale-version' }],
  ['hq/post.recall', { postId: 'post-draft' }, editor, { reason: 'not-published' }],
  ['render/image.intake', {}, editor, { code: 'not-found', reason: 'upload-missing' }],
  ['render/image.intake', { fileId: 'cloud://x/raw/editor-2/image-1' }, editor, { code: 'forbidden' }],
  ['render/image.intake', { fileId: 'http://127.0.0.1/raw/editor-1/image-1' }, editor, { code: 'forbidden' }],
  ['render/kit.paint', { postId: 'nope' }, lin, { code: 'not-found', reason: 'no-such-post' }],
  ['render/kit.paint', { version: 9 }, lin, { code: 'conflict', reason: 'stale-version' }],
  ['render/kit.paint', { rolls: 1 }, lin, { code: 'conflict', reason: 'stale-version' }],
  ['render/kit.paint', {}, wang, { code: 'not-found', reason: 'no-kit' }],
  ['render/kit.paint', { indexes: [8] }, lin, { code: 'not-found', reason: 'no-such-picture' }],
  ['render/poster.paint', { version: 9 }, lin, { code: 'conflict', reason: 'stale-version' }],
  ['render/poster.paint', {}, wang, { code: 'not-found', reason: 'no-kit' }],
  ['render/poster.paint', {}, lin, { code: 'conflict', reason: 'no-code' }],
  ['render/photo.take', {}, lin, { code: 'not-found', reason: 'upload-missing' }],
  ['render/photo.take', {}, wang, { code: 'forbidden', reason: 'not-your-upload' }],
  [
    'render/photo.take',
    { fileId: 'cloud://x/raw/rep-lin/avatar-0123456789abcdef' },
    lin,
    { code: 'forbidden', reason: 'not-your-upload' },
  ],
  ['render/avatar.take', {}, lin, { code: 'not-found', reason: 'upload-missing' }],
  ['render/avatar.take', {}, wang, { code: 'forbidden', reason: 'not-your-upload' }],
  [
    'render/avatar.take',
    { fileId: 'cloud://x/raw/rep-lin/avatar-0123456789abcdef/../image-1' },
    lin,
    { code: 'forbidden' },
  ],
  [
    'render/avatar.take',
    { fileId: 'http://127.0.0.1/raw/rep-lin/avatar-0123456789abcdef' },
    lin,
    { code: 'forbidden' },
  ],
]

describe('unknown ids and other people’s', () => {
  afterEach(expectUnchanged)

  test.each(UNKNOWN_AND_OTHERS)('%s %j', async (name, change, as, expected) => {
    const row = rows.find((r) => r.name === name)
    if (!row) throw new Error(`no action ${name}`)
    const base = name === 'reader/post.read' ? {} : payloadOf(row)
    await expectRefused(row, { ...base, ...change }, as, expected)
  })
})

describe('the door itself', () => {
  afterAll(expectUnchanged)

  const bad = (reason: string, code = 'invalid') => ({ ok: false, error: expect.objectContaining({ code, reason }) })

  test('takes only {action, payload, lang}', async () => {
    for (const event of [{}, { action: 7 }, { payload: {} }, { action: ['post.read'] }])
      expect(await world.send('reader', event, mei)).toEqual(bad('bad-request'))
    expect(await world.send('reader', { action: 'post.read', lang: 'fr' }, mei)).toEqual(bad('bad-request'))
    for (const action of ['constructor', '__proto__', 'toString', 'post.list', ''])
      expect(await world.send('reader', { action, payload: {} }, mei)).toEqual(bad('unknown-action', 'not-found'))
    const big = { action: 'post.read', payload: { postId: 'x'.repeat(101 * 1024) } }
    const refused = await world.send('reader', big, mei)
    expect(JSON.stringify(refused)).toMatch(/request-too-big|EXCEED_MAX_PAYLOAD_SIZE/)
    // so deep that writing it down again would end in our own failure
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`
    const body = `{"action":"post.read","payload":{"postId":${deep}}}`
    const answered = await fetch(`${world.emulator.url}/v1/functions/reader`, { method: 'POST', body })
    expect(await answered.json()).toEqual(bad('bad-request'))
  })

  test('believes no identity from the event', async () => {
    const forged = {
      userInfo: { openId: lin.openid },
      OPENID: lin.openid,
      WX_OPENID: lin.openid,
      caller: { kind: 'member' },
    }
    const event = { action: 'me.see', payload: {}, ...forged }
    expect(await world.send('rep', event, nobody)).toEqual(bad('sign-in-needed', 'unauthenticated'))
  })

  test('forgets the caller before: the platform leaves her openid behind in the process', async () => {
    await world.ask('rep', 'me.see', {}, lin)
    expect(await world.refusal('rep', 'me.see', {}, nobody)).toMatchObject({ code: 'unauthenticated' })
  })
})
