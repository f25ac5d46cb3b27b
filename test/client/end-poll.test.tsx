// A question at the end of an article: does the reader find it, quietly, only while it is open? Does the editor choose it?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import Read from '../../client/pages/read/index'
import type { Output } from '../../shared/contracts'
import { navigated, resetTaro, router } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, demoPost, open, resetCloud, settle } from '../support/reader-phone'

const DAY_MS = 86_400_000
const T0 = Date.UTC(2026, 10, 21, 2)
const question = '周末带孩子去哪儿'

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
})

describe('the reader', () => {
  const link = () => screen.queryByRole('link', { name: `大家怎么看：${question}` })
  const openWith = async (closesAt: number) => {
    answer('post.read', () => ({ ...demoPost(), poll: { pollId: 'poll-1', question, closesAt } }))
    open(Read)
    await settle()
  }
  beforeEach(() => {
    jest.useFakeTimers({ now: T0 })
    router.params = { p: 'a01', t: 'TokenToken12' }
  })
  afterEach(() => jest.useRealTimers())

  test('finds it after the article and before the foot; it leads to its page', async () => {
    await openWith(T0 + DAY_MS)
    const [article, foot] = [document.querySelector('.article'), document.querySelector('.read-foot')]
    expect(article?.nextElementSibling).toBe(link())
    expect(link()?.nextElementSibling).toBe(foot)
    fireEvent.click(link() as HTMLElement)
    fireEvent.keyDown(link() as HTMLElement, { key: 'Enter' })
    const page = '/pkgs/account/poll/index?p=poll-1'
    expect(navigated).toEqual([page, page])
  })

  test('is promised nothing, told no number and urged to nothing', async () => {
    await openWith(T0 + DAY_MS)
    expect(link()?.textContent).toBe(`大家怎么看${question}›`)
  })

  test('finds none that is over, though the phone remembers it', async () => {
    await openWith(T0)
    expect(screen.getByText('隐私中心')).toBeTruthy()
    expect(link()).toBeNull()
  })

  test('finds none where nothing is asked', async () => {
    answer('post.read', demoPost)
    open(Read)
    await settle()
    expect(screen.getByText('隐私中心')).toBeTruthy()
    expect(document.querySelector('.end-poll')).toBeNull()
  })
})

describe('the editor', () => {
  const draftPost = shownPost({ publishAt: null, publishedAt: null })
  const asked = (pollId: string, change: object = {}) => ({
    ...{ pollId, firm: '', question, options: [], whoMayVote: 'all', state: 'open', opensAt: 1, rev: 2 },
    ...{ closesAt: Date.now() + DAY_MS, ...change },
  })
  const openWith = async (post: Output<'hq', 'post.see'> = draftPost) => {
    answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
    answer('store.list', () => ({ stores }))
    answer('post.list', () => ({ posts: [], next: null }))
    answer('post.see', () => post)
    answer('post.save', ({ draft }) => ({ ...post, version: 4, draft }))
    answer('column.list', () => ({ columns: [] }))
    answer('org.see', () => ({ regions: [], stores: [], teams: [], all: true }))
    answer('audience.count', () => ({ stores: 102, reps: 640 }))
    answer('poll.list', () => ({
      polls: [asked('poll-1'), asked('poll-2', { question: '同事怎么说', whoMayVote: 'reps' })],
      next: null,
    }))
    openDesk(`?post=${post.postId}`)
    return screen.findByLabelText('文末的问题')
  }
  const named = (pollId: string | null, poll?: Output<'hq', 'post.see'>['poll']) => ({
    ...draftPost,
    draft: { ...draftPost.draft, pollId: pollId as never },
    ...(poll && { poll }),
  })
  const savedDraft = async () => {
    fireEvent.keyDown(window, { key: 's', ctrlKey: true })
    await waitFor(() => expect(callsOf('post.save').length).toBeGreaterThan(0), { timeout: 30_000 })
    return callsOf('post.save').at(-1)?.payload.draft
  }
  const option = (name: string) => screen.queryByText(name, { selector: '.ant-select-item-option-content' })

  test('chooses one of those that customers may answer now, asked for only then', async () => {
    const field = await openWith()
    expect(callsOf('poll.list')).toHaveLength(0)
    fireEvent.mouseDown(field)
    await waitFor(() => expect(option(question)).not.toBeNull())
    expect(callsOf('poll.list')[0]?.payload).toEqual({ open: true })
    expect(option('同事怎么说')).toBeNull()
    fireEvent.click(option(question) as HTMLElement)
    expect(await savedDraft()).toMatchObject({ pollId: 'poll-1' })
  })

  test('reads the one chosen before in its own words, without asking', async () => {
    await openWith(named('poll-1', { pollId: 'poll-1', question, closesAt: Date.now() + DAY_MS }))
    expect(await screen.findByText(question)).toBeTruthy()
    expect(screen.queryByText(/换一个或去掉/)).toBeNull()
    expect(callsOf('poll.list')).toHaveLength(0)
  })

  test('is told that one is over, and may take it out', async () => {
    await openWith(named('poll-0', { pollId: 'poll-0', question: '去年问的', closesAt: Date.now() - DAY_MS }))
    expect(await screen.findByText('这个问题已结束，换一个或去掉才能发布')).toBeTruthy()
    expect(screen.getByText('去年问的')).toBeTruthy()
    const clear = document.querySelector('#post-poll-field .ant-select-clear') as HTMLElement
    fireEvent.click(clear)
    await waitFor(() => expect(screen.queryByText('去年问的')).toBeNull())
    expect(await savedDraft()).toMatchObject({ pollId: null })
  })
})
