// What a guide owes a contact by a day: her promises, and the special days that come again.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { act, fireEvent, screen } from '@testing-library/react'
import { flushOutbox } from '../../client/platform/outbox'
import { openSheet, resetFile, said, tap, tapId, type } from '../support/file-screen'
import { answer, loseSignal, refuse } from '../support/reader-phone'
import { demoPromise, T0 } from '../support/rep-answers'
import { settle } from '../support/rep-screen'

beforeEach(resetFile)
afterEach(() => jest.restoreAllMocks())

describe('promises', () => {
  const keeps = () =>
    answer('promise.keep', ({ promiseId, kept }) =>
      demoPromise({ promiseId: promiseId as string, keptAt: kept === true ? T0 : null }),
    )

  test('by when, in words; what is late is told kindly and first', async () => {
    await openSheet({
      promises: [
        demoPromise({ promiseId: 'm0', text: '问一下色号', dueDay: '2026-11-18' }),
        demoPromise({ promiseId: 'm1', dueDay: '2026-11-21' }),
        demoPromise({ promiseId: 'm2', text: '寄小样', dueDay: '2026-11-24' }),
      ],
    })
    const due = [...document.querySelectorAll('.promise-words')].map((row) => row.textContent)
    expect(due).toEqual(['问一下色号过了 3 天，今天补上也不晚', '到货了给她留一瓶今天要做到', '寄小样还有 3 天'])
    expect(document.querySelectorAll('.promise-late')).toHaveLength(2)
  })

  test('a tick keeps it at once and moves it into what happened; undo brings it back', async () => {
    keeps()
    await openSheet({ promises: [demoPromise()] })
    fireEvent.click(screen.getByLabelText('做到了：到货了给她留一瓶'))
    await settle()
    expect(document.querySelectorAll('.promise')).toHaveLength(0)
    expect(document.querySelector('.entry-short')?.textContent).toContain('到货了给她留一瓶')
    await tap('撤销')
    expect(said('promise.keep').map(({ kept }) => kept)).toEqual([true, false])
    expect(document.querySelectorAll('.promise')).toHaveLength(1)
  })

  test('ticked without signal it stays ticked, and is told later', async () => {
    await openSheet({ promises: [demoPromise()] })
    loseSignal('promise.keep')
    fireEvent.click(screen.getByLabelText('做到了：到货了给她留一瓶'))
    await settle()
    expect(document.querySelectorAll('.promise')).toHaveLength(0)
    keeps()
    await act(async () => flushOutbox())
    expect(said('promise.keep')).toHaveLength(2)
  })

  test('a tick that the cloud refuses is taken back, and it says why', async () => {
    refuse('promise.keep', 'not-found')
    await openSheet({ promises: [demoPromise()] })
    fireEvent.click(screen.getByLabelText('做到了：到货了给她留一瓶'))
    await settle()
    expect(screen.getByText('没找到，可能已经删除')).toBeTruthy()
    expect(document.querySelectorAll('.promise')).toHaveLength(1)
  })

  test('a new one: what and by when, one sheet', async () => {
    answer('promise.make', (made) => demoPromise(made as object))
    await openSheet()
    await tap('承诺')
    await type('promise-text', '周末给她留位')
    await tapId('due-3')
    await tap('记下')
    expect(said('promise.make')).toEqual([
      { promiseId: expect.any(String), contactId: 'c1', text: '周末给她留位', dueDay: '2026-11-24' },
    ])
    expect(screen.getByText('还有 3 天')).toBeTruthy()
  })

  test('deleted, and brought back by undo as it was', async () => {
    answer('promise.drop', () => ({ dropped: true }))
    answer('promise.make', (made) => demoPromise(made as object))
    await openSheet({ promises: [demoPromise()] })
    await tap('到货了给她留一瓶')
    await tap('删掉')
    expect(document.querySelectorAll('.promise')).toHaveLength(0)
    await tap('撤销')
    expect(said('promise.make')).toEqual([
      { promiseId: 'm1', contactId: 'c1', text: '到货了给她留一瓶', dueDay: '2026-11-23' },
    ])
  })
})

describe('special days', () => {
  const moon = {
    ...{ occasionId: 'o1', contactId: 'c1', kind: 'birthday' as const, name: '生日', calendar: 'lunar' as const },
    ...{ month: 10, day: 15, leap: false, leadDays: 3, next: '2026-11-23' },
  }

  test('by the moon, with the next day it falls on', async () => {
    await openSheet({ occasions: [moon] })
    expect(screen.getByText('农历十月十五')).toBeTruthy()
    expect(screen.getByText('下次 11月23日，还有 2 天')).toBeTruthy()
  })

  test('a new one: no year is asked for; until the cloud has answered, its next day is not known', async () => {
    loseSignal('occasion.save')
    await openSheet()
    await tap('更多')
    await tap('特殊日子')
    await tap('农历')
    fireEvent.change(document.querySelector('#month') as Element, { target: { value: '7' } })
    fireEvent.change(document.querySelector('#day') as Element, { target: { value: '14' } })
    await tap('存好')
    expect(said('occasion.save')[0]).toMatchObject({
      ...{ contactId: 'c1', kind: 'birthday', name: '生日', calendar: 'lunar', month: 8, day: 15, leap: false },
    })
    expect(screen.getByText('农历八月十五')).toBeTruthy()
    expect(screen.getByText('连上网后算出下一次是哪天')).toBeTruthy()
  })

  test('a day that its month has not is never sent', async () => {
    answer('occasion.save', (saved) => ({ ...saved, next: '2027-02-28' }))
    await openSheet({ occasions: [{ ...moon, calendar: 'solar', month: 1, day: 31 }] })
    fireEvent.click(document.querySelector('.fact-head') as Element)
    await settle()
    fireEvent.change(document.querySelector('#month') as Element, { target: { value: '1' } })
    await tap('存好')
    expect(said('occasion.save')[0]).toMatchObject({ occasionId: 'o1', month: 2, day: 29 })
  })

  test('deleted, and brought back by undo', async () => {
    answer('occasion.drop', () => ({ dropped: true }))
    answer('occasion.save', (saved) => ({ ...saved, next: '2026-11-23' }))
    await openSheet({ occasions: [moon] })
    fireEvent.click(document.querySelector('.fact-head') as Element)
    await settle()
    await tap('删掉')
    expect(screen.queryByText('农历十月十五')).toBeNull()
    await tap('撤销')
    expect(screen.getByText('农历十月十五')).toBeTruthy()
    expect(said('occasion.save')[0]).not.toHaveProperty('next')
  })
})
