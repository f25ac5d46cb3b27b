// Whose words are listened for, who may change them, and where were they met?
import { newId } from '../support/scenes'
import { editor, editorOnPhone, lin, linOnWeb, startWorld, type World, wang } from '../support/world'

let world: World
const contactId = newId(16)
beforeAll(async () => {
  world = await startWorld()
  await world.ask('rep', 'contact.create', { contactId, remark: '优优妈妈' }, lin)
})
afterAll(() => world.stop())

const house = {
  ruleId: 'rule-house',
  name: '换房',
  words: ['看房', '换房', '看房'],
  except: [],
  talk: '问问户型',
  days: 14,
  on: true,
}
const skin = { ruleId: 'rule-skin', name: '换季', words: ['换季'], except: [], talk: '', days: 7, on: true }

test('HQ’s rules stand for every rep, her own for herself; each word once', async () => {
  await world.ask('hq', 'signal.save', house, editor)
  await world.ask('rep', 'signal.save', skin, lin)
  const { hq, own } = await world.ask('rep', 'signal.rules', {}, lin)
  expect(hq).toEqual([{ ...house, words: ['看房', '换房'] }])
  expect(own).toEqual([skin])
  expect(await world.ask('rep', 'signal.rules', {}, wang)).toEqual({ hq, own: [] })
  expect((await world.ask('hq', 'signal.list', {}, editorOnPhone)).rules).toEqual(hq)
})

test('saved again it changes nothing; saved from another phone the last holds', async () => {
  await world.ask('rep', 'signal.save', skin, lin)
  await world.ask('rep', 'signal.save', { ...skin, words: ['起皮'] }, linOnWeb)
  expect((await world.ask('rep', 'signal.rules', {}, lin)).own).toEqual([{ ...skin, words: ['起皮'] }])
})

test('nobody changes or drops another’s rule', async () => {
  const before = await world.docs('signalrules')
  expect(await world.refusal('rep', 'signal.save', house, lin)).toMatchObject({ reason: 'rule-taken' })
  expect(await world.refusal('rep', 'signal.drop', { ruleId: 'rule-house' }, lin)).toMatchObject({
    reason: 'rule-taken',
  })
  expect(await world.refusal('rep', 'signal.save', skin, wang)).toMatchObject({ reason: 'rule-taken' })
  expect(await world.refusal('hq', 'signal.drop', { ruleId: 'rule-skin' }, editor)).toMatchObject({
    reason: 'rule-taken',
  })
  expect(await world.docs('signalrules')).toEqual(before)
})

test('a rule without a word is none', async () => {
  expect(await world.refusal('rep', 'signal.save', { ...skin, words: [] }, lin)).toMatchObject({ code: 'invalid' })
})

test('sixty rules are enough', async () => {
  const many = Array.from({ length: 60 }, (_, n) => ({ ...skin, _id: `many-${n}`, ownerId: 'rep-wang', rev: 0 }))
  await world.add(
    'signalrules',
    many.map(({ ruleId: _, ...rule }) => rule),
  )
  expect(await world.refusal('rep', 'signal.save', { ...skin, ruleId: 'one-more' }, wang)).toMatchObject({
    reason: 'rules-full',
  })
  await world.ask('rep', 'signal.drop', { ruleId: 'many-1' }, wang)
  await world.ask('rep', 'signal.save', { ...skin, ruleId: 'one-more' }, wang)
})

const hitNote = (n: number, change: object = {}) => ({
  ...{ _id: `note-${n}`, repId: 'rep-lin', contactId, groupId: null, kind: 'words', photos: [], purchase: null },
  ...{
    text: '她说最近想换房，先看看',
    at: 1_700_000_000_000 + n,
    writtenAt: 1_700_000_000_000 + n,
    hitAt: 1_700_000_000_000 + n,
  },
  hits: [{ ruleId: 'rule-house', name: '换房', word: '换房', at: 5 }],
  ...change,
})

test('hits are listed the latest first, page by page, with the words around them where they are kept', async () => {
  await world.add('notes', [
    ...Array.from({ length: 33 }, (_, n) => hitNote(n)),
    hitNote(40, { text: null }),
    hitNote(41, { hits: [], hitAt: null }),
    hitNote(42, { repId: 'rep-wang', contactId: 'someone-else' }),
    hitNote(43, { contactId: 'gone' }),
    hitNote(44, {
      contactId: null,
      groupId: 'group-1',
      kind: 'group',
      hits: [{ ruleId: 'rule-gone', name: '旧的', word: '换房', at: 5 }],
    }),
  ])
  const first = await world.ask('rep', 'signal.list', {}, lin)
  expect(first.items[0]).toEqual({
    ...{ noteId: 'note-44', groupId: 'group-1', who: null, kind: 'group', at: 1_700_000_000_044 },
    hits: [
      {
        ruleId: 'rule-gone',
        name: '旧的',
        word: '换房',
        around: { before: '她说最近想', after: '，先看看' },
        talk: '',
      },
    ],
  })
  expect(first.items[1]).toMatchObject({ noteId: 'note-40', who: { contactId, remark: '优优妈妈' } })
  expect(first.items[1]?.hits).toMatchObject([{ around: null, talk: '问问户型' }])
  const second = await world.ask('rep', 'signal.list', { cursor: first.next ?? '' }, lin)
  expect(second.next).toBeNull()
  const ids = [...first.items, ...second.items].map(({ noteId }) => noteId)
  expect(ids).toEqual(['note-44', 'note-40', ...Array.from({ length: 33 }, (_, n) => `note-${32 - n}`)])
})

test('what she writes is held against the rules: listed with its words, or without those of who has not agreed', async () => {
  await world.ask('hq', 'signal.save', { ...house, ruleId: 'rule-off', name: '停了的', on: false }, editor)
  const note = (kind: string, text: string) => ({
    ...{ noteId: newId(20), contactId, groupId: null, kind, text, agoMs: 0, photos: [], purchase: null },
  })
  await world.ask('rep', 'note.write', note('note', '周末去看房，不换车'), lin)
  await world.ask('rep', 'note.write', note('note', '她不想换房'), lin)
  const words = await world.ask('rep', 'note.write', note('words', '我最近想換房'), lin)
  expect(words).toMatchObject({ kept: false, note: { text: null } })
  const { items } = await world.ask('rep', 'signal.list', {}, lin)
  expect(items.slice(0, 2).map(({ kind, hits }) => [kind, hits])).toEqual([
    ['words', [{ ruleId: 'rule-house', name: '换房', word: '換房', around: null, talk: '问问户型' }]],
    [
      'note',
      [
        {
          ruleId: 'rule-house',
          name: '换房',
          word: '看房',
          around: { before: '周末去', after: '，不换车' },
          talk: '问问户型',
        },
      ],
    ],
  ])
})
