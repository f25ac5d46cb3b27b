// Another set of pictures: asked for once, hers from then on, and nothing of it saved yet.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import { callsOf, hold, loseSignal, refuse } from '../support/reader-phone'
import { T0 } from '../support/rep-answers'
import { isOff, kitWith, openKit, readyPictures, saved, shown, tap, withoutSignal } from '../support/rep-pictures'
import { settle } from '../support/rep-screen'

beforeEach(readyPictures)
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

test('tapped twice it is asked for once; what she sees and what is left follow', async () => {
  await openKit(kitWith(4))
  const before = shown()
  const answerNow = hold('kit.repaint')
  fireEvent.click(screen.getByText('换一套图'))
  fireEvent.click(screen.getByText('换一套图'))
  await settle()
  expect(isOff('save')).toBe(true)
  answerNow()
  await settle()
  expect(callsOf('kit.repaint').map(({ payload }) => payload)).toEqual([{ postId: 'p1', version: 1, rolls: 0 }])
  expect(screen.getByText('还能换 2 套')).toBeTruthy()
  expect(shown()).toHaveLength(4)
  expect(shown().filter((src) => before.includes(src))).toEqual([])
  expect(isOff('save')).toBe(false)
})

test('nothing of the new set is saved yet; she is asked before a saved one goes', async () => {
  await openKit(kitWith(4))
  await tap('保存图文')
  await tap('换一套图')
  expect(screen.getByText('这套已经存过了')).toBeTruthy()
  await tap('留着这套')
  expect(callsOf('kit.repaint')).toEqual([])
  await tap('换一套图')
  await tap('换掉')
  expect(document.querySelectorAll('.picture-saved')).toHaveLength(0)
  const first = saved()
  await tap('保存图文')
  expect(saved().slice(4)).toHaveLength(4)
  expect(saved().filter((path) => first.includes(path))).toHaveLength(4) // all of them from the first time
})

test('a set never saved is not offered once more, after a reload either', async () => {
  const marks = { savedAt: T0, savedImages: 4, postedAt: null }
  await openKit(kitWith(4, { pictureRolls: 1, marks }))
  expect(screen.getByText('保存图文')).toBeTruthy()
})

test('it is hers from then on, without signal too', async () => {
  const { unmount } = await openKit(kitWith(4))
  await tap('换一套图')
  const now = shown()
  unmount()
  await withoutSignal(kitWith(4))
  expect(shown()).toEqual(now)
  expect(screen.getAllByText('没有网络，连上后才能换').length).toBeGreaterThan(0)
  await tap('换一套图')
  expect(callsOf('kit.repaint')).toHaveLength(1)
})

test('used up: the button says so and does nothing', async () => {
  await openKit(kitWith(4, { pictureRolls: 3, pictureRollsLeft: 0 }))
  await tap('没有别的图了')
  expect(callsOf('kit.repaint')).toEqual([])
  expect(screen.getByText('这篇的图没有别的换法了')).toBeTruthy()
})

test('the signal goes while it is asked for: her set stays, and she may try again', async () => {
  await openKit(kitWith(4))
  const before = shown()
  loseSignal('kit.repaint')
  await tap('换一套图')
  expect(screen.getByText('网络不通，连上后再试')).toBeTruthy()
  expect(shown()).toEqual(before)
  expect(isOff('repaint')).toBe(false)
})

test('changed on another phone: what is true now is asked for', async () => {
  await openKit(kitWith(4))
  refuse('kit.repaint', 'conflict')
  await tap('换一套图')
  expect(callsOf('kit.open')).toHaveLength(2)
})

test('a post without pictures has no such button', async () => {
  await openKit(kitWith(0))
  expect(document.getElementById('repaint')).toBeNull()
})
