// Her own words for a post: another text, her own edit, the short form, and where hers came from.
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Kit from '../../client/pkgs/rep/kit/index'
import { shortForm } from '../../shared/domain/variant/short-form'
import { router } from '../support/client-taro'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, fill, hold, loseSignal, refuse, refuseFor } from '../support/reader-phone'
import { demoMe, LONG_TEXT, longKit, noMarks, wordsOf } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done } from '../support/rep-taro'

const AFTER_A_PAUSE = 400
const OTHER = LONG_TEXT.replace('早上好呀！', '姐妹们，早。')
const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await settle()
}
const write = async (text: string) => {
  fill('own-text', text)
  await settle(AFTER_A_PAUSE)
}
const written = () => (document.getElementById('own-text') as unknown as { value: string }).value
const isOff = (id: string) => document.getElementById(id)?.classList.contains('button-off')
const openKit = async (kit = longKit()) => {
  answer('kit.open', () => kit)
  router.params = { p: 'p1' }
  const view = open(Kit)
  await settle()
  return view
}
const copied = () => done.filter((what) => what.startsWith('copy '))

runInWeChat()
beforeEach(() => {
  answer('me.see', demoMe)
  answer('kit.mark', () => noMarks)
  answer('kit.reroll', () => wordsOf(longKit({ text: OTHER, dealt: OTHER, rolls: 1, rollsLeft: 4 })))
  answer('kit.edit', ({ text }) => wordsOf(longKit({ text: (text as string | null) ?? LONG_TEXT })))
})

describe('another text', () => {
  test('tapped twice it is asked for once, and what is left is said', async () => {
    await openKit()
    expect(screen.getByText('还能换 5 次')).toBeTruthy()
    const answerNow = hold('kit.reroll')
    const button = screen.getByText('换一版')
    fireEvent.click(button)
    fireEvent.click(button)
    answerNow()
    await settle()
    expect(callsOf('kit.reroll').map(({ payload }) => payload)).toEqual([{ postId: 'p1', version: 1, rolls: 0 }])
    expect(screen.getByText(OTHER)).toBeTruthy()
    expect(screen.getByText('还能换 4 次')).toBeTruthy()
  })

  test('it is what she has from then on, without signal too', async () => {
    const { unmount } = await openKit()
    await tap('换一版')
    unmount()
    loseSignal('kit.open')
    router.params = { p: 'p1' }
    open(Kit)
    await settle()
    expect(screen.getByText(OTHER)).toBeTruthy()
  })

  test('without signal it cannot be asked for, and says so', async () => {
    const { unmount } = await openKit()
    unmount()
    loseSignal('kit.open')
    open(Kit)
    await settle(1_200) // asked once more before it gives up
    expect(screen.getByText('没有网络，连上后才能换')).toBeTruthy()
    await tap('换一版')
    expect(callsOf('kit.reroll')).toEqual([])
  })

  test('the signal goes while it is asked for: her text stays, and she may try again', async () => {
    await openKit()
    loseSignal('kit.reroll')
    await tap('换一版')
    expect(screen.getByText('网络不通，连上后再试')).toBeTruthy()
    expect(screen.getByText(LONG_TEXT)).toBeTruthy()
    expect(isOff('reroll')).toBe(false)
  })

  test('used up: the button says so and does nothing', async () => {
    await openKit(longKit({ rolls: 5, rollsLeft: 0 }))
    await tap('换完了')
    expect(callsOf('kit.reroll')).toEqual([])
  })

  test('her own wording is not replaced before she agrees', async () => {
    await openKit(longKit({ text: LONG_TEXT.replace('不急', '都不急') }))
    await tap('换一版')
    await tap('留着我的')
    expect(callsOf('kit.reroll')).toEqual([])
    await tap('换一版')
    await tap('换掉')
    expect(callsOf('kit.reroll')).toHaveLength(1)
    expect(screen.getByText(OTHER)).toBeTruthy()
  })

  test('her post was changed on another phone: what is true now is asked for', async () => {
    await openKit()
    refuse('kit.reroll', 'conflict')
    await tap('换一版')
    expect(callsOf('kit.open')).toHaveLength(2)
    expect(screen.getByText('刚刚有人改过，刷新后再试')).toBeTruthy()
  })
})

describe('her own edit', () => {
  test('a changed price is marked with the price that stood there, and one tap brings it back', async () => {
    await openKit()
    await tap('自己改改')
    await write(LONG_TEXT.replace('¥269', '¥199'))
    expect(screen.getByText('“¥199”原来是“¥269”')).toBeTruthy()
    expect(screen.getByText('原文：3月8日到店只要¥269')).toBeTruthy()
    await tap('先改好标出的 1 处')
    expect(callsOf('kit.edit')).toEqual([])
    await tap('换成“¥269”')
    expect(written()).toBe(LONG_TEXT)
    expect(screen.queryByText('“¥199”原来是“¥269”')).toBeNull()
  })

  test('one price changed and another lost: each is told from the other by its place', async () => {
    await openKit()
    await tap('自己改改')
    await write(LONG_TEXT.replace('399元', '').replace('¥269', '¥199'))
    expect(screen.getByText('“¥199”原来是“¥269”')).toBeTruthy()
    await tap('放回“399元”')
    await tap('换成“¥269”')
    expect(written()).toBe(LONG_TEXT)
  })

  test('a lost price goes back to its place', async () => {
    await openKit()
    await tap('自己改改')
    await write(LONG_TEXT.replace('¥269', ''))
    expect(screen.getByText('少了“¥269”')).toBeTruthy()
    await tap('放回“¥269”')
    expect(written()).toBe(LONG_TEXT)
  })

  test('a word that may not be used says why, and a safe one takes its place', async () => {
    await openKit()
    await tap('自己改改')
    await write(`${LONG_TEXT}店里气氛最好。`)
    expect(screen.getByText('“最好”不能用')).toBeTruthy()
    expect(screen.getByText(/广告法 第九条/)).toBeTruthy()
    await tap('换成“很好”')
    expect(written()).toBe(`${LONG_TEXT}店里气氛很好。`)
    await tap('存好')
    expect(callsOf('kit.edit').map(({ payload }) => payload.text)).toEqual([`${LONG_TEXT}店里气氛很好。`])
    expect(screen.getByText('你改过')).toBeTruthy()
    expect(screen.getByText('自己改改')).toBeTruthy()
  })

  test('a tap on an offer that came before her last words does not spoil them', async () => {
    await openKit()
    await tap('自己改改')
    await write(`${LONG_TEXT}店里气氛最好。`)
    const offer = screen.getByText('换成“很好”')
    fill('own-text', `嗨，${LONG_TEXT}店里气氛最好。`)
    fireEvent.click(offer)
    await settle()
    expect(written()).toBe(`嗨，${LONG_TEXT}店里气氛最好。`)
    await tap('换成“很好”')
    expect(written()).toBe(`嗨，${LONG_TEXT}店里气氛很好。`)
  })

  test('what she wrote is still there after the page closed, and can be thrown away', async () => {
    const mine = LONG_TEXT.replace('不急', '都不急')
    const { unmount } = await openKit()
    await tap('自己改改')
    fill('own-text', mine)
    unmount()
    await openKit()
    await tap('接着改')
    expect(written()).toBe(mine)
    expect(screen.getByText('上次没存的改动还在')).toBeTruthy()
    await tap('不要了')
    expect(written()).toBe(LONG_TEXT)
    await tap('✕')
    expect(screen.getByText('自己改改')).toBeTruthy()
  })

  test('what she wrote of a text that was replaced is not offered for the new one', async () => {
    const { unmount } = await openKit()
    await tap('自己改改')
    fill('own-text', LONG_TEXT.replace('不急', '都不急'))
    unmount()
    await openKit(longKit({ text: OTHER, dealt: OTHER, rolls: 1, rollsLeft: 4 }))
    await tap('自己改改')
    expect(written()).toBe(OTHER)
  })

  test('refused by the cloud: its reason is shown and nothing is lost', async () => {
    const mine = LONG_TEXT.replace('不急', '都不急')
    await openKit()
    refuseFor('kit.edit', 'invalid', 'edit-breaks')
    await tap('自己改改')
    await write(mine)
    await tap('存好')
    expect(screen.getByText('有一项填得不对')).toBeTruthy()
    expect(written()).toBe(mine)
  })

  test("back to HQ's wording", async () => {
    await openKit(longKit({ text: LONG_TEXT.replace('不急', '都不急') }))
    await tap('自己改改')
    await tap('恢复总部给的版本')
    expect(callsOf('kit.edit').map(({ payload }) => payload.text)).toEqual([null])
    expect(screen.getByText(LONG_TEXT)).toBeTruthy()
    expect(screen.queryByText('你改过')).toBeNull()
  })
})

describe('the short form', () => {
  const cut = shortForm(LONG_TEXT)
  const [short, rest] = cut.ok ? [cut.short, cut.rest] : ['', '']

  test('saving copies what is shown, and the rest comes before the first comment', async () => {
    await openKit()
    await tap('短版')
    expect(screen.getByText(short)).toBeTruthy()
    expect(screen.getByText(rest)).toBeTruthy()
    expect(screen.queryByText(/可能折叠/)).toBeNull()
    fireEvent.click(document.getElementById('save') as HTMLElement)
    await settle()
    expect(copied()).toEqual([`copy ${short}`])
    const steps = Array.from(document.querySelectorAll('.step'), (step) => step.textContent)
    expect(steps.slice(-2)).toEqual(['4发表后，先把余下的文字贴在评论里', '5再把首条评论贴上'])
    await tap('复制余下的文字')
    expect(copied()).toEqual([`copy ${short}`, `copy ${rest}`])
  })

  test('whole unless she says otherwise; her choice is for as long as the page is open', async () => {
    const { unmount } = await openKit()
    expect(screen.getByText(LONG_TEXT)).toBeTruthy()
    await tap('短版')
    unmount()
    await openKit()
    fireEvent.click(document.getElementById('save') as HTMLElement)
    await settle()
    expect(copied()).toEqual([`copy ${LONG_TEXT}`])
    expect(screen.queryByText(/余下的文字/)).toBeNull()
  })

  test('a text that does not fold offers no choice', async () => {
    await openKit(longKit({ text: '早晚温差大，先补水。', dealt: '早晚温差大，先补水。' }))
    expect(screen.queryByText('短版')).toBeNull()
  })
})

describe('where hers comes from', () => {
  const changes = {
    opener: '早上好呀！',
    asides: ['说个好消息～', '顺便提一句，'],
    closer: '',
    words: [
      { from: '想了解的', to: '感兴趣的' },
      { from: '', to: '都' },
    ],
    layout: true,
  }

  test('what was added and exchanged, once she asks', async () => {
    await openKit(longKit({ changes }))
    expect(screen.queryByText('想了解的 → 感兴趣的')).toBeNull()
    await tap('这版怎么来的')
    for (const line of [
      '开头加了“早上好呀！”',
      '中间加了“说个好消息～”“顺便提一句，”',
      '换了 2 处说法',
      '想了解的 → 感兴趣的',
      '加了“都”',
      '标点、表情或分行不同',
      '价格、日期、品名等事实一字未动',
    ])
      expect(screen.getByText(line)).toBeTruthy()
    expect(screen.queryByText(/结尾加了/)).toBeNull()
  })

  test('kits from before it was kept say nothing', async () => {
    await openKit(longKit({ changes: null }))
    expect(screen.queryByText('这版怎么来的')).toBeNull()
  })
})
