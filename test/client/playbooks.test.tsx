// Does a guide find how to lead a talk by its scene, copy a line with one thumb, keep a playbook at hand without signal,
// and see her own way only?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import Playbooks from '../../client/pkgs/rep/playbooks/index'
import { flushOutbox } from '../../client/platform/outbox'
import { navigated, router } from '../support/client-taro'
import { runInWeChat } from '../support/in-wechat'
import { demoCoach, demoPlays, listedPlay } from '../support/playbook-answers'
import { answer, callsOf, loseSignal, refuse } from '../support/reader-phone'
import { T0 } from '../support/rep-answers'
import { open, settle } from '../support/rep-screen'
import { done, phone } from '../support/rep-taro'

const openAt = async (params: Record<string, string> = {}) => {
  router.params = params
  const page = open(Playbooks)
  await settle()
  return page
}
const text = () => document.body.textContent?.replace(/\u00a0/g, ' ') ?? ''
const tap = async (words: string) => {
  fireEvent.click(screen.getByText(words))
  await settle()
}

runInWeChat()
beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(T0)
  answer('playbook.list', () => demoPlays())
  answer('playbook.favour', ({ playbookId, on }) => ({ favourites: on ? [playbookId] : [] }))
  answer('coach.see', demoCoach)
  answer('coach.tick', demoCoach)
})
afterEach(() => jest.restoreAllMocks())

test('the scene is chosen first, and each playbook tells what it is for and for whom', async () => {
  await openAt()
  expect(text()).toContain('专家式：给个判断')
  expect(text()).toContain('换她说出自己的情况')
  expect(text()).toContain('你是她的专家')
  expect(text()).not.toContain('好好说声谢谢')
  await tap('道谢')
  expect(text()).toContain('好好说声谢谢')
  expect(text()).not.toContain('专家式')
})

test('a scene that was asked for is open at once; one that is no scene is not', async () => {
  const page = await openAt({ scene: 'thanks' })
  expect(text()).toContain('好好说声谢谢')
  page.unmount()
  await openAt({ scene: 'nonsense' })
  expect(text()).toContain('专家式：给个判断')
})

test('what she keeps at hand comes first, the latest on top', async () => {
  answer('playbook.list', () => demoPlays(undefined, ['play-1', 'gone', 'play-2']))
  await openAt()
  const shown = [...document.querySelectorAll('.play-row-name')].map((row) => row.textContent)
  expect(shown).toEqual(['好好说声谢谢', '专家式：给个判断'])
})

test('nothing kept yet is told, with what to do', async () => {
  await openAt()
  await tap('收藏')
  expect(text()).toContain('还没有收藏')
  expect(text()).toContain('点星标就收在这里')
})

test('how often it went well is told only where it is known', async () => {
  answer('playbook.list', () =>
    demoPlays([listedPlay({ success: { talks: 86, won: 31 } }), listedPlay({ playbookId: 'play-3', name: '另一个' })]),
  )
  await openAt()
  expect(text().split('同事用过').length - 1).toBe(1)
  expect(text()).toContain('同事用过 86 次，成了 31 次')
})

test('a playbook opens on a page of its own', async () => {
  await openAt()
  await tap('专家式：给个判断')
  expect(navigated.at(-1)).toBe('/pkgs/rep/playbooks/index?p=play-1')
})

describe('one playbook', () => {
  test('shows its steps, and what to do and not to do', async () => {
    await openAt({ p: 'play-1' })
    for (const words of ['1. 开口', '2. 问情况', '3 分钟', '✓ 先问情况', '✕ 不说功效', '为了：换她说出自己的情况'])
      expect(text()).toContain(words)
  })

  test('copies a line as it stands; what she must put in herself is in brackets, and she is told', async () => {
    await openAt({ p: 'play-1' })
    const [first, second] = screen.getAllByText('复制这句')
    if (!first || !second) throw new Error('there are two lines')
    fireEvent.click(first)
    await settle()
    expect(done).toEqual(['copy 最近在看【话题】的内容，要不要发您？'])
    expect(text()).toContain('已复制，把【】里的换成她的')
    fireEvent.click(second)
    await settle()
    expect(done[1]).toBe('copy 好久没聊，最近都好吧？')
  })

  test('says so when the phone does not copy', async () => {
    phone.copies = false
    await openAt({ p: 'play-1' })
    fireEvent.click(screen.getAllByText('复制这句')[0] as HTMLElement)
    await settle()
    expect(text()).toContain('没复制上，长按文字试试')
  })

  test('is kept at hand at once, and let go again', async () => {
    await openAt({ p: 'play-1' })
    await tap('☆ 收藏')
    expect(text()).toContain('★ 已收藏')
    expect(callsOf('playbook.favour')[0]?.payload).toEqual({ playbookId: 'play-1', on: true })
    await tap('★ 已收藏，点这里取消')
    expect(text()).toContain('☆ 收藏')
  })

  test('is kept though there is no signal, and the cloud hears of it later', async () => {
    await openAt({ p: 'play-1' })
    loseSignal('playbook.favour')
    await tap('☆ 收藏')
    expect(text()).toContain('★ 已收藏')
    answer('playbook.favour', () => ({ favourites: ['play-1'] }))
    await flushOutbox()
    expect(callsOf('playbook.favour').at(-1)?.payload).toEqual({ playbookId: 'play-1', on: true })
  })

  test('a refusal is told', async () => {
    await openAt({ p: 'play-1' })
    refuse('playbook.favour', 'not-found')
    await tap('☆ 收藏')
    expect(document.querySelector('.play-wrong')?.textContent).not.toBe('')
    expect(callsOf('playbook.list').length).toBeGreaterThan(1) // what was shown too soon is asked for again
  })

  test('that is no longer used says so', async () => {
    await openAt({ p: 'retired' })
    expect(text()).toContain('这个套路已经停用')
  })
})

describe('coaching', () => {
  const openCoach = () => openAt({ tab: 'coach' })

  test('is asked for only when she looks at it', async () => {
    await openAt()
    expect(callsOf('coach.see')).toHaveLength(0)
    await tap('成长')
    expect(callsOf('coach.see')).toHaveLength(1)
  })

  test('tells each step, where it stands in what was counted, and the next thing to do', async () => {
    await openCoach()
    for (const words of ['1. 定人设', '✓ 做到了', '✓ 头像有了', '先做这一步', '近 14 天发了 4 天，到 7 天就好'])
      expect(text()).toContain(words)
    expect(text()).toContain('有 2 件答应的事过期了')
    await tap('去今日发一条')
    expect(navigated.at(-1)).toBe('/pages/today/index')
  })

  test('knows no ranks and no colleagues', async () => {
    await openCoach()
    expect(text()).toContain('只有你自己看得到，不排名次')
    expect(text()).not.toMatch(/第 ?\d+ ?名|同事|排行|超过/)
  })

  test('an exercise is ticked at once, without signal too', async () => {
    await openCoach()
    loseSignal('coach.tick')
    expect(document.querySelector('#exercise-three-words .coach-ticked')).toBeNull()
    await tap('用三个词说说自己是什么样的人')
    expect(document.querySelector('#exercise-three-words .coach-ticked')?.textContent).toBe('✓')
    answer('coach.tick', demoCoach)
    await flushOutbox()
    expect(callsOf('coach.tick').at(-1)?.payload).toEqual({ exercise: 'three-words', on: true })
  })

  test('an exercise of a later version is passed over', async () => {
    await openCoach()
    expect(document.querySelector('#exercise-one-of-a-later-version')).toBeNull()
    expect(document.querySelector('#exercise-same-hour')).not.toBeNull()
  })
})

test('shown from what the phone remembers while there is no signal', async () => {
  const page = await openAt()
  page.unmount()
  loseSignal('playbook.list')
  await openAt()
  expect(text()).toContain('专家式：给个判断')
})
