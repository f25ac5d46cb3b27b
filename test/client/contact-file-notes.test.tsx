// What a guide notes of a contact: is it there at once, does it arrive, and is she told what was found in it?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, screen } from '@testing-library/react'
import { countWaiting, flushOutbox } from '../../client/platform/outbox'
import { navigated } from '../support/client-taro'
import { openAgain, openSheet, resetFile, said, tap, tapId, text, type } from '../support/file-screen'
import { answer, answerAsked, loseSignal, refuse } from '../support/reader-phone'
import { demoNote, demoSheet, T0 } from '../support/rep-answers'
import { settle } from '../support/rep-screen'

const DAY_MS = 86_400_000
const hit = { ruleId: 's1', name: '看房换房', word: '换房', at: 1, talk: '问问新家的打算' }

/** As the cloud keeps it. */
const keptAs = (change: Parameters<typeof demoNote>[0], rest = { kept: true, talk: false }) =>
  answer('note.write', ({ noteId, kind, text: words, agoMs, purchase }) => ({
    note: demoNote({
      noteId: noteId as string,
      kind: kind as 'note',
      text: words as string,
      at: T0 - (agoMs as number),
      purchase: purchase as null,
      ...change,
    }),
    ...rest,
  }))

beforeEach(() => {
  resetFile()
  keptAs({})
  answer('note.drop', () => ({ dropped: true }))
})
afterEach(() => jest.restoreAllMocks())

describe('a note', () => {
  test('stands in the file at once and reaches the cloud under an id made here', async () => {
    await openSheet()
    await tapId('add-note')
    await type('note-text', ' 喜欢淡一点的香味 ')
    await tap('记下')
    expect(screen.getByText('喜欢淡一点的香味')).toBeTruthy()
    expect(screen.getByText('记下了')).toBeTruthy()
    const [payload] = said('note.write')
    expect(payload).toEqual({
      ...{ noteId: expect.stringMatching(/^\w{16}$/), contactId: 'c1', groupId: null, kind: 'note' },
      ...{ text: '喜欢淡一点的香味', agoMs: 0, photos: [], purchase: null },
    })
  })

  test('without signal it is shown, marked as waiting, survives the app and arrives later as the same note', async () => {
    const page = await openSheet()
    loseSignal('note.write')
    loseSignal('sheet.see')
    await tapId('add-note')
    await type('note-text', '喜欢淡一点的香味')
    await tap('记下')
    expect(screen.getByText('喜欢淡一点的香味')).toBeTruthy()
    expect(screen.getByText('等网络')).toBeTruthy()
    expect(screen.getByText('记下了，连上网就送出')).toBeTruthy()
    page.unmount()
    await openAgain()
    expect(screen.getByText('喜欢淡一点的香味')).toBeTruthy()
    expect(countWaiting()).toBe(1)
    keptAs({})
    await act(async () => flushOutbox())
    const ids = said('note.write').map(({ noteId }) => noteId)
    expect(new Set(ids).size).toBe(1)
    expect(countWaiting()).toBe(0)
  })

  test('an answer does not take away what still waits: it is handed over first', async () => {
    const page = await openSheet()
    loseSignal('note.write')
    await tapId('add-note')
    await type('note-text', '喜欢淡一点的香味')
    await tap('记下')
    page.unmount()
    keptAs({})
    let kept: unknown[] = []
    answer('sheet.see', () => demoSheet({ notes: kept as [] }))
    answer('note.write', ({ noteId, text: words }) => {
      kept = [demoNote({ noteId: noteId as string, text: words as string })]
      return { note: kept[0], kept: true, talk: false }
    })
    await openAgain()
    await settle()
    expect(screen.getByText('喜欢淡一点的香味')).toBeTruthy()
    expect(countWaiting()).toBe(0)
  })

  test('is taken back by one tap', async () => {
    await openSheet()
    await tapId('add-note')
    await type('note-text', '写错了')
    await tap('记下')
    await tap('撤销')
    expect(screen.queryByText('写错了')).toBeNull()
    expect(said('note.drop')).toEqual([{ noteId: said('note.write')[0]?.noteId }])
  })

  test('taken back while it waits, it never reaches the cloud', async () => {
    await openSheet()
    loseSignal('note.write')
    loseSignal('note.drop')
    await tapId('add-note')
    await type('note-text', '写错了')
    await tap('记下')
    await tap('撤销')
    expect(screen.queryByText('写错了')).toBeNull()
    const tried = said('note.write').length
    answer('note.drop', () => ({ dropped: false }))
    await act(async () => flushOutbox())
    expect(said('note.write')).toHaveLength(tried)
    expect(countWaiting()).toBe(0)
  })

  test('what was begun is there again when the sheet was closed, and gone once it is kept', async () => {
    await openSheet()
    await tapId('add-note')
    await type('note-text', '写到一半')
    await tap('✕')
    await tapId('add-note')
    expect((document.querySelector('#note-text') as HTMLInputElement).value).toBe('写到一半')
    await tap('记下')
    await tapId('add-note')
    expect((document.querySelector('#note-text') as HTMLInputElement).value).toBe('')
  })
})

test('said again it is the same note; written otherwise after it was sent it is another', async () => {
  refuse('note.write', 'invalid')
  await openSheet()
  await tapId('add-note')
  await type('note-text', '喜欢淡香')
  await tap('记下')
  await tap('记下')
  await type('note-text', '喜欢浓香')
  await tap('记下')
  const [first, again, other] = said('note.write')
  expect(again).toEqual(first)
  expect(other?.noteId).not.toBe(first?.noteId)
})

describe('what names a child', () => {
  test('is refused before it is sent, with the word and what to write instead; what she wrote stays', async () => {
    await openSheet()
    await tapId('add-note')
    await type('note-text', '她儿子3岁了，想买面霜')
    await tap('记下')
    expect(text()).toContain('“3岁”认得出是哪个孩子，没有保存。孩子只写阶段')
    expect((document.querySelector('#note-text') as HTMLInputElement).value).toBe('她儿子3岁了，想买面霜')
    expect(said('note.write')).toEqual([])
  })

  test('is refused by the cloud too: the note goes from the file, the words stay in the field', async () => {
    answerAsked('note.write', () => ({
      ok: false,
      error: { code: 'invalid', message: '“阳光小学”认得出是哪个孩子，没有保存。', trace: 't1', reason: 'child-facts' },
    }))
    await openSheet()
    await tapId('add-note')
    await type('note-text', '孩子要上小学了')
    await tap('记下')
    expect(text()).toContain('“阳光小学”认得出是哪个孩子，没有保存。孩子只写阶段')
    expect(document.querySelectorAll('.entry-text')).toHaveLength(0)
    expect((document.querySelector('#note-text') as HTMLInputElement).value).toBe('孩子要上小学了')
  })
})

describe('her own words', () => {
  test('a hit tells which word, by which rule, what to talk about, and leads to the talk of today', async () => {
    keptAs({ hits: [hit] }, { kept: true, talk: true })
    await openSheet()
    await tap('她说的')
    await type('note-text', '想换房，看了好几个小区')
    await tap('记下')
    for (const words of ['商机：看房换房', '因为说到“换房”', '可以聊：问问新家的打算', '已放进今日沟通'])
      expect(screen.getByText(words)).toBeTruthy()
    await tap('去今日沟通')
    expect(navigated).toEqual(['/pages/today/index'])
    expect(screen.getByText('商机：换房')).toBeTruthy() // in the timeline
  })

  test.each([
    [[hit], '她还没同意，原话没有保存，只记下命中的词'],
    [[], '她还没同意，原话没有保存。里面也没有命中商机词'],
  ])('without her consent they are not kept, and it is told %#', async (hits, words) => {
    keptAs({ hits, text: null }, { kept: false, talk: false })
    await openSheet({ keepsWords: false, consent: 'none' })
    await tap('她说的')
    expect(text()).toContain('她还没同意，原话不会保存，只记下命中的商机词')
    await type('note-text', '想换房')
    await tap('记下')
    expect(screen.getByText(words)).toBeTruthy()
    await tap('知道了')
    expect(screen.getByText('原话没有保存')).toBeTruthy()
    expect(text()).not.toContain('想换房')
  })

  test('hits in what had waited for signal are told when it has arrived', async () => {
    await openSheet()
    loseSignal('note.write')
    await tap('她说的')
    await tap('她的朋友圈')
    await type('note-text', '想换房')
    await tap('记下')
    expect(said('note.write')[0]?.kind).toBe('moment')
    keptAs({ hits: [hit] }, { kept: true, talk: false })
    await act(async () => flushOutbox())
    await settle()
    expect(screen.getByText('刚送出去的')).toBeTruthy()
    expect(screen.getByText('可以聊：问问新家的打算')).toBeTruthy()
    await tap('知道了')
    expect(screen.queryByText('刚送出去的')).toBeNull()
  })
})

describe('what happened', () => {
  test('a purchase: what, for how long, how much, when; it is contact', async () => {
    await openSheet()
    await tap('更多')
    await tap('买了')
    await type('product', '水光精华液')
    await tapId('cycle-60')
    await type('amount', '269.5')
    await tapId('days-ago-1')
    await tap('记下')
    expect(said('note.write')[0]).toMatchObject({
      ...{ kind: 'purchase', agoMs: DAY_MS },
      purchase: { product: '水光精华液', cycleDays: 60, amountFen: 26_950 },
    })
    expect(screen.getByText('水光精华液 · 269.50 元 · 大约 60 天用完')).toBeTruthy()
    expect(text()).toContain('上次真正聊到是昨天 10:00')
  })

  test('an amount that is none is told, and nothing is sent', async () => {
    await openSheet()
    await tap('更多')
    await tap('买了')
    await type('product', '水光精华液')
    await type('amount', '二百')
    expect(screen.getByText('只写数字，比如 269 或 39.9')).toBeTruthy()
    await tap('记下')
    expect(said('note.write')).toEqual([])
  })

  test.each([
    ['见面', '', 'meeting'],
    ['小惊喜', '送了她喜欢的小样', 'delight'],
  ])('%s', async (words, what, kind) => {
    await openSheet()
    await tap('更多')
    await tapId(`add-${kind}`)
    if (what !== '') await type('note-text', what)
    await tap('记下')
    expect(said('note.write')[0]).toMatchObject({ kind, text: what })
    expect(screen.getAllByText(words).length).toBeGreaterThan(0)
  })

  test('a yesterday that waited for signal is still a yesterday, and later by the wait', async () => {
    await openSheet()
    loseSignal('note.write')
    await tap('更多')
    await tapId('add-meeting')
    await tapId('days-ago-1')
    await tap('记下')
    keptAs({})
    jest.spyOn(Date, 'now').mockReturnValue(T0 + 3_600_000)
    await act(async () => flushOutbox())
    expect(said('note.write').map(({ agoMs }) => agoMs)).toEqual([DAY_MS, DAY_MS + 3_600_000])
  })
})

test('a note is deleted only when she says so twice', async () => {
  await openSheet({ notes: [demoNote()] })
  await tap('删掉')
  expect(said('note.drop')).toEqual([])
  await tap('真的删掉')
  expect(said('note.drop')).toEqual([{ noteId: 'n1' }])
})
