// Does every action refuse what it should, in two languages, leaving nothing half-written? One table over the whole API.
import { type ActionName, api, type FunctionName } from '../../shared/contracts'
import type { Who } from '../../shared/domain/access'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf } from '../../shared/domain/day'
import { schema } from '../../shared/schema'
import { agree, draftOf, newReadingId, newToken, publish, report, reportOf, saveDraft, share } from '../support/scenes'
import { type As, editor, lin, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
const live = { postId: 'post-live', token: '', contactId: '', readerKey: '', eventId: newReadingId() }
beforeAll(async () => {
  world = await startWorld()
  await publish(world, {}, live.postId)
  await saveDraft(world, 'post-draft')
  live.token = await share(world, live.postId, lin)
  await world.ask('rep', 'kit.open', { postId: live.postId }, lin)
  await agree(world, live.token, mei)
  await report(world, [reportOf({ postId: live.postId, token: live.token })], mei)
  live.contactId = (await world.ask('rep', 'contact.list', {}, lin)).contacts[0]?.contactId ?? ''
  const file = await world.ask('rep', 'contact.see', { contactId: live.contactId }, lin)
  live.readerKey = file.readers[0]?.readerKey ?? ''
  const naming = { eventId: live.eventId, contactId: live.contactId, remark: '小美' }
  await world.ask('rep', 'contact.name', naming, lin)
  // so that refusing leaves nothing to be settled
  await world.ask('rep', 'notice.see', {}, lin)
})
afterAll(() => world.stop())

const rule = { name: '换房', words: ['看房'], except: [], talk: '问问户型', days: 14, on: true }

const playWords = {
  ...{ name: '好久没聊', scene: 'comeback', kinds: [], relation: null, value: null, goal: '问个好' },
  ...{ steps: [{ name: '开口', say: ['最近都好吧？'], minutes: null }], dos: [], donts: [], lockedWords: [] },
}

/** What a rep keeps of a contact. */
const ofFile = (): Record<string, Record<string, unknown>> => ({
  'rep/sheet.see': { contactId: live.contactId },
  'rep/sheet.save': { contactId: live.contactId, from: { relation: null }, to: { relation: 'expert' } },
  'rep/note.write': {
    ...{ noteId: newReadingId(), contactId: live.contactId, groupId: null, kind: 'note' },
    ...{ text: '想换个餐椅', agoMs: 0, photos: [], purchase: null },
  },
  'rep/note.drop': { noteId: newReadingId() },
  'rep/promise.make': {
    ...{ promiseId: newReadingId(), contactId: live.contactId, text: '给她留一罐', dueDay: '2026-12-01' },
  },
  'rep/promise.keep': { promiseId: newReadingId(), kept: true, agoMs: 0 },
  'rep/promise.drop': { promiseId: newReadingId() },
  'rep/occasion.save': {
    ...{ occasionId: newReadingId(), contactId: live.contactId, kind: 'birthday', name: '生日' },
    ...{ calendar: 'lunar', month: 8, day: 15, leap: false, leadDays: 3 },
  },
  'rep/occasion.drop': { occasionId: newReadingId() },
})

/** For each action an input that its contract takes; what is wrong is put into a copy of it. */
const good = (): Record<string, Record<string, unknown>> => ({
  'reader/post.read': { token: live.token },
  'reader/reading.report': {
    readings: [reportOf({ postId: live.postId, token: live.token })],
  },
  'reader/share.record': { token: newToken(), parentToken: live.token, channel: 'link' },
  'reader/consent.give': {
    token: live.token,
    policyVersion: POLICY_VERSION,
    purposes: ['reading'],
    scene: 1007,
    readingIds: [newReadingId()],
  },
  'reader/consent.withdraw': {},
  'reader/handover.answer': {
    repId: 'rep-lin',
    answer: 'yes',
    policyVersion: POLICY_VERSION,
    purposes: ['reading'],
  },
  'reader/privacy.see': {},
  'reader/privacy.erase': { readingIds: [newReadingId()] },
  'reader/privacy.tags': { repId: 'rep-lin', on: true },
  'reader/privacy.drop-tag': { repId: 'rep-lin', tag: '遛娃' },
  'reader/privacy.introduce': { repId: 'rep-lin', name: '小美' },
  'rep/me.see': {},
  'rep/kit.list': {},
  'rep/kit.open': { postId: live.postId },
  'rep/kit.mark': { postId: live.postId, version: 1, mark: { mark: 'posted' } },
  'rep/kit.reroll': { postId: live.postId, version: 1, rolls: 0 },
  'rep/kit.repaint': { postId: live.postId, version: 1, rolls: 0 },
  'rep/kit.edit': { postId: live.postId, version: 1, text: null },
  'rep/share.record': { token: newToken(), postId: live.postId, channel: 'link' },
  'rep/poster.code': { postId: live.postId, token: newToken() },
  'rep/feed.list': { cursor: undefined },
  'rep/feed.watch': { since: Date.now() },
  'rep/feed.see': { at: Date.now() },
  'rep/post.readers': { postId: live.postId },
  'rep/contact.list': { cursor: undefined },
  'rep/contact.see': { contactId: live.contactId },
  'rep/contact.create': { contactId: newReadingId(), remark: '新来的' },
  'rep/contact.name': { eventId: newReadingId(), contactId: live.contactId, remark: '美' },
  'rep/contact.tag': { contactId: live.contactId, tags: ['爱问'] },
  'rep/contact.home': { act: 'leave', contactId: live.contactId },
  'rep/reader.link': { eventId: newReadingId(), readerKey: live.readerKey, act: 'own', contactId: null },
  'rep/link.undo': { eventId: newReadingId(), undoes: live.eventId },
  'rep/notice.see': {},
  'rep/notice.set': { on: true, quietFrom: 21, quietTo: 9 },
  'rep/notice.grant': { grantId: newReadingId(), channel: 'subscribe', accepted: true },
  'rep/reminder.list': {},
  'rep/reminder.snooze': { contactId: live.contactId, key: 'cadence', until: dayAfter(dayOf(Date.now()), 3) },
  'rep/signal.rules': {},
  'rep/signal.save': { ...rule, ruleId: 'rule-lin' },
  'rep/signal.drop': { ruleId: 'rule-lin' },
  'rep/signal.list': { cursor: undefined },
  'rep/group.list': {},
  'rep/group.save': { groupId: 'group-lin', from: { name: '早八点育儿' }, to: { name: '晚八点育儿' } },
  'rep/group.archive': { groupId: 'group-lin', archived: true },
  'rep/group.see': { groupId: 'group-lin' },
  'rep/group.tick': { groupId: 'group-lin', day: '2026-11-21', itemId: 'item-1', done: true },
  'rep/playbook.list': {},
  'rep/playbook.favour': { playbookId: 'ripple-thanks', on: true },
  'rep/coach.see': {},
  'rep/coach.tick': { exercise: 'same-hour', on: true },
  'hq/playbook.list': {},
  'hq/playbook.save': { playbookId: 'play-1', baseVersion: 0, words: playWords },
  'hq/playbook.publish': { playbookId: 'play-1', version: 1 },
  'hq/playbook.retire': { playbookId: 'play-1', version: 1 },
  ...ofFile(),
  'hq/me.see': {},
  'hq/store.list': {},
  'hq/member.list': { successorsOf: 'rep-lin' },
  'hq/handover.begin': { fromId: 'rep-lin', toId: 'rep-wang' },
  'hq/handover.cancel': { fromId: 'rep-lin' },
  'hq/post.list': { cursor: undefined },
  'hq/post.see': { postId: live.postId },
  'hq/post.save': { postId: 'post-draft', baseVersion: 1, draft: draftOf() },
  'hq/post.publish': { postId: 'post-draft', version: 1, publishAt: null },
  'hq/post.recall': { postId: live.postId, reason: '活动结束' },
  'hq/pool.see': { postId: live.postId, version: 1 },
  'hq/pool.approve': { postId: live.postId, version: 1 },
  'hq/post.heat': { postId: live.postId, days: 7 },
  'hq/adoption.see': { days: 7 },
  'hq/plan.list': {},
  'hq/plan.save': {
    planId: 'plan-1',
    rev: 0,
    plan: {
      theme: '早八点育儿',
      weekdays: [1],
      items: [{ itemId: 'item-1', time: '08:30', act: '发早安清单', playbookId: null, postId: null }],
      storeIds: [],
    },
  },
  'hq/plan.drop': { planId: 'plan-1' },
  'hq/signal.list': {},
  'hq/signal.save': { ...rule, ruleId: 'rule-hq' },
  'hq/signal.drop': { ruleId: 'rule-hq' },
  'hq/wording.suggest': { text: '周末来店里坐坐，喝杯茶歇一歇。', lockedWords: [] },
  'render/image.prepare': { imageId: 'image-1', bytes: 100 },
  'render/image.intake': { imageId: 'image-1', fileId: 'cloud://x/raw/editor-1/image-1', kind: 'photo', alt: '' },
  'render/kit.paint': { postId: live.postId, version: 1, rolls: 0, indexes: [0] },
  'render/poster.paint': { postId: live.postId, version: 1, design: 'paper', kind: 'qr', lang: 'zh' },
  'render/avatar.prepare': {},
  'render/avatar.take': { fileId: 'cloud://x/raw/rep-lin/avatar-0123456789abcdef' },
  'render/photo.prepare': {},
  'render/photo.take': { fileId: 'cloud://x/raw/rep-lin/photo-0123456789abcdef' },
})

type Row = { name: string; fn: FunctionName; action: ActionName<FunctionName>; who: Who }
const rows: Row[] = Object.entries(api).flatMap(([fn, actions]) =>
  Object.entries(actions).map(([action, { who }]) => ({
    name: `${fn}/${action}`,
    fn: fn as FunctionName,
    action: action as ActionName<FunctionName>,
    who,
  })),
)
const asFor: Record<Who, As> = { anyone: nobody, person: mei, rep: lin, editor }

const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(schema.map(({ name }) => world.docs(name))))

/** Refused in both languages, with a sentence and a trace. */
const expectRefused = async (row: Row, payload: unknown, as: As, expected: object) => {
  for (const lang of ['zh', 'en'] as const) {
    const error = await world.refusal(row.fn, row.action, payload, as, lang)
    expect(error).toMatchObject({ trace: expect.stringMatching(/^[0-9A-Za-z]{10}$/), ...expected })
    // what it quotes is in the writer's own words
    expect(error.message.replace(/“[^”]*”/g, '“”')).toMatch(lang === 'zh' ? /[\u4e00-\u9fff]/ : /^[\x20-\x7e…“”]+$/)
    expect(error.message).not.toMatch(/undefined|Error:|\bat .*\.ts\b|object Object/)
  }
}

// nothing half-written: after all refusals of a test every document is as it was
let before = ''
beforeEach(async () => {
  before = await everything()
})
afterEach(async () => {
  expect(await everything()).toBe(before)
})

const payloadOf = ({ name }: Row): Record<string, unknown> => good()[name] ?? {}

test('the table below covers the whole API', () => {
  expect(Object.keys(good()).sort()).toEqual(rows.map(({ name }) => name).sort())
})

describe.each(rows)('$name', (row) => {
  test('refuses a field it does not know', () =>
    expectRefused(row, { ...payloadOf(row), sneaky: 1 }, asFor[row.who], { code: 'invalid', field: 'sneaky' }))

  test('refuses a payload that is no object', async () => {
    for (const payload of ['text', 7, [], [payloadOf(row)]])
      await expectRefused(row, payload, asFor[row.who], { code: 'invalid' })
  })

  test('refuses wrong types and over-long texts in every field', async () => {
    for (const [field, right] of Object.entries(payloadOf(row)))
      for (const wrong of [{ $ne: null }, true, '长'.repeat(30_000), -0.5])
        if (typeof wrong !== typeof right || typeof right !== 'boolean')
          await expectRefused(row, { ...payloadOf(row), [field]: wrong }, asFor[row.who], { code: 'invalid' })
  })

  test('refuses who may not call it', async () => {
    const others = { anyone: [], person: [nobody], rep: [nobody, mei, editor], editor: [nobody, mei, lin] }[row.who]
    for (const as of others) {
      const code = as === nobody || as === mei ? 'unauthenticated' : 'forbidden'
      await expectRefused(row, payloadOf(row), as, { code })
    }
  })
})

describe('unknown ids and other people’s', () => {
  const cases: [string, object, As, object][] = [
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
    ['rep/contact.see', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/contact.name', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/contact.name', { remark: '违规测试词' }, lin, { code: 'invalid', reason: 'unsafe-text' }],
    ['rep/contact.name', { remark: '   ' }, lin, { code: 'invalid', field: 'remark' }],
    ['rep/contact.create', { contactId: '' }, lin, { code: 'invalid', field: 'contactId' }],
    ['rep/contact.tag', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/contact.tag', { contactId: 'nope' }, lin, { code: 'not-found' }],
    ['rep/contact.home', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/sheet.see', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/sheet.see', { contactId: 'nope' }, lin, { code: 'not-found' }],
    ['rep/sheet.save', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/sheet.save', { to: { source: { kind: 'store', note: '违规测试词' } } }, lin, { reason: 'unsafe-text' }],
    ['rep/note.write', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/note.write', { contactId: null }, lin, { code: 'invalid', reason: 'contact-or-group' }],
    ['rep/note.write', { contactId: null, groupId: 'nope' }, lin, { code: 'not-found', reason: 'no-such-group' }],
    ['rep/note.write', { text: '违规测试词' }, lin, { code: 'invalid', reason: 'unsafe-text', field: 'text' }],
    ['rep/note.write', { text: '女儿3岁半' }, lin, { code: 'invalid', reason: 'child-facts', field: 'text' }],
    ['rep/note.write', { text: '长'.repeat(501) }, lin, { code: 'invalid', reason: 'note-too-long' }],
    ['rep/note.write', { text: '' }, lin, { code: 'invalid', reason: 'missing', field: 'text' }],
    ['rep/note.write', { kind: 'purchase' }, lin, { code: 'invalid', reason: 'missing', field: 'purchase' }],
    ['rep/note.write', { photos: ['cloud://x/photos/rep-lin/a.jpg'] }, lin, { reason: 'not-your-upload' }],
    ['rep/promise.make', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/promise.make', { text: '给宝宝叫优优的留一罐' }, lin, { reason: 'child-facts' }],
    ['rep/promise.make', { dueDay: '2026-02-30' }, lin, { code: 'invalid', field: 'dueDay' }],
    ['rep/promise.keep', {}, lin, { code: 'not-found', reason: 'no-such-entry' }],
    ['rep/occasion.save', {}, wang, { code: 'forbidden', reason: 'not-yours' }],
    ['rep/occasion.save', { calendar: 'solar', month: 2, day: 30 }, lin, { reason: 'no-such-day' }],
    ['rep/occasion.save', { name: '女儿五岁生日' }, lin, { reason: 'child-facts', field: 'name' }],
    ['rep/reader.link', {}, wang, { code: 'forbidden' }],
    ['rep/reader.link', { readerKey: 'A'.repeat(20) }, lin, { code: 'not-found' }],
    ['rep/reader.link', { act: 'assign', contactId: 'nope' }, lin, { code: 'not-found' }],
    ['rep/link.undo', {}, wang, { code: 'not-found' }],
    ['rep/link.undo', { undoes: 'nope' }, lin, { code: 'not-found' }],
    ['rep/share.record', { contactId: live.contactId || 'nope' }, wang, { code: 'not-found' }],
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
  test.each(cases)('%s %j', async (name, change, as, expected) => {
    const row = rows.find((r) => r.name === name)
    if (!row) throw new Error(`no action ${name}`)
    const base = name === 'reader/post.read' ? {} : payloadOf(row)
    await expectRefused(row, { ...base, ...change }, as, expected)
  })
})

describe('the door itself', () => {
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
