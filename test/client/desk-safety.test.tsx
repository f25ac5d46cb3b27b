// Does the editor see what is risky in a post, put it right with one tap, and hear what WeChat said?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ShownCheck, ShownChecks } from '../../client/features/post/use-checks'
import { resetTaro } from '../support/client-taro'
import { shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, resetCloud } from '../support/reader-phone'

const image = (imageId: string, alt: string) => ({
  ...{ imageId, fileId: `cloud://${imageId}`, width: 10, height: 10, kind: 'photo' as const, alt },
  ...{ url: `https://x/${imageId}.jpg`, thumbUrl: `https://x/${imageId}.s.jpg` },
})
const check = (change: Partial<ShownCheck> = {}): ShownCheck => ({
  ...{ checkId: 'post.post1.3.0', place: 'text', kind: 'text', verdict: null, label: null, word: '', tries: 0 },
  ...{ askedAt: null, doneAt: null, gaveUp: false, decided: null },
  ...change,
})
const checks = (change: Partial<ShownChecks> = {}): ShownChecks => ({
  ...{ standing: 'unasked', reachable: true, mayDecide: false, checks: [] },
  ...change,
})
const post = (change: object = {}, images: ReturnType<typeof image>[] = []) => {
  const plain = shownPost()
  const draft = { ...plain.draft, isAd: true, imageIds: images.map(({ imageId }) => imageId), ...change }
  return shownPost({ draft: draft as never, images })
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('store.list', () => ({ stores }))
  answer('post.see', () => post())
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
  answer('check.see', () => checks())
})

const openPanel = async () => {
  openDesk('?post=post1')
  await screen.findByLabelText('朋友圈文案')
  return within(await screen.findByRole('region', { name: '安全' }))
}
const saved = () => callsOf('post.save').at(-1)?.payload.draft as ReturnType<typeof shownPost>['draft']

test('a risky word is named with its place and replaced with the offered wording in one tap', async () => {
  const text = `国家级配方，${shownPost().draft.text}`
  answer('post.see', () => post({ text }))
  const panel = await openPanel()
  expect(await panel.findByText('1 处不能发')).toBeTruthy()
  fireEvent.click(panel.getByLabelText('这里把“国家级”改成“通过国家标准检测”'))
  expect(screen.getByLabelText('朋友圈文案')).toHaveProperty('value', text.replace('国家级', '通过国家标准检测'))
  expect(await panel.findByText('文案、长文和图片里没查出要改的')).toBeTruthy()
})

test('a text that sells is to be marked; one tap marks it', async () => {
  answer('post.see', () => post({ isAd: false }))
  const panel = await openPanel()
  expect(panel.getByText(/有“到店”，像在卖东西，还没标“广告”/).textContent).toContain('广告法 第十四条')
  fireEvent.click(panel.getByText('标明广告'))
  await waitFor(() => expect(panel.queryByText('标明广告')).toBeNull())
  fireEvent.click(screen.getByText('存草稿'))
  await waitFor(() => expect(saved()?.isAd).toBe(true))
})

test('a picture that may show a child asks; it goes out only with where the consent is kept', async () => {
  answer('post.see', () => post({}, [image('i1', '窗边的杯子'), image('i2', '小女孩坐在地上画画')]))
  const panel = await openPanel()
  expect(panel.getByText(/第 2 张图里可能有孩子/)).toBeTruthy()
  fireEvent.click(panel.getByText('是孩子'))
  expect(await panel.findByText(/第 2 张图里有孩子，没写书面同意存在哪里/)).toBeTruthy()
  const field = screen.getByLabelText('第 2 张的监护人书面同意存在哪里')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  fireEvent.change(field, { target: { value: '合同柜 2026-11' } })
  await waitFor(() => expect(panel.queryByText(/没写书面同意/)).toBeNull())
  fireEvent.click(screen.getByText('存草稿'))
  await waitFor(() => expect(saved()?.minors).toEqual([{ imageId: 'i2', proof: '合同柜 2026-11' }]))
})

test('a picture with a child can be said to be one by hand, and taken back', async () => {
  answer('post.see', () => post({}, [image('i1', '店里的角落')]))
  await openPanel()
  fireEvent.click(screen.getByLabelText('第 1 张里看得出孩子'))
  expect(await screen.findByText('写明监护人的书面同意存在哪里，才能发')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('第 1 张里看得出孩子'))
  await waitFor(() => expect(screen.queryByText('写明监护人的书面同意存在哪里，才能发')).toBeNull())
})

test('asked for, WeChat’s answers are awaited; with nobody there the editor reads what to do', async () => {
  answer('check.ask', () => checks({ standing: 'waiting', reachable: false, checks: [check()] }))
  const panel = await openPanel()
  fireEvent.click(await panel.findByText('送微信检查'))
  expect(await panel.findByText('请在小程序里打开一次涟漪')).toBeTruthy()
  expect(callsOf('check.ask').map(({ payload }) => payload)).toEqual([{ of: 'post', id: 'post1', version: 3 }])
  expect(panel.getByText('还没回话')).toBeTruthy()
})

test('what is typed is stored before it can be sent', async () => {
  const panel = await openPanel()
  await panel.findByText('送微信检查')
  fireEvent.change(screen.getByLabelText('首条评论'), { target: { value: '换一句' } })
  expect(await panel.findByText('有改动没存，存好再送')).toBeTruthy()
})

test('what WeChat found is told with its place, its kind and its word; what is fine is counted', async () => {
  answer('check.see', () =>
    checks({
      standing: 'risky',
      checks: [
        check({ verdict: 'pass', label: 100 }),
        check({ checkId: 'post.post1.3.1', place: 'section.s1', verdict: 'risky', label: 20008, word: '稳赚' }),
        check({ checkId: 'post.post1.3.2', place: 'title', verdict: 'review', gaveUp: true }),
      ],
    }),
  )
  const panel = await openPanel()
  expect(await panel.findByText('微信认为有风险，改掉再发')).toBeTruthy()
  const list = within(panel.getByRole('list', { name: '微信还没放行的' }))
  expect(list.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
    '第 1 节有风险 · 欺诈稳赚',
    '长文标题微信一直没回话，要人看',
  ])
  expect(panel.getByText('1 处没问题')).toBeTruthy()
})

test.each([
  ['没问题', true],
  ['不合适', false],
])('an approver decides what WeChat is unsure of, also of what is out: %s', async (word, ok) => {
  const open = check({ verdict: 'review', label: 21000 })
  const decided = check({ ...open, decided: { name: '周主任', at: 1, ok } })
  answer('post.see', () => ({ ...post(), state: 'live' }))
  answer('check.see', () => checks({ standing: 'review', mayDecide: true, checks: [open] }))
  answer('check.decide', () => checks({ standing: ok ? 'pass' : 'risky', mayDecide: true, checks: [decided] }))
  const panel = await openPanel()
  fireEvent.click(await panel.findByLabelText(`朋友圈文案${word}`))
  await waitFor(() =>
    expect(callsOf('check.decide').map(({ payload }) => payload)).toEqual([
      { of: 'post', id: 'post1', version: 3, checkId: 'post.post1.3.0', ok },
    ]),
  )
  expect(await panel.findByText(ok ? '1 处没问题' : '周主任 看过，不合适')).toBeTruthy()
})

test('an editor sees that somebody has to look, and cannot decide', async () => {
  answer('check.see', () => checks({ standing: 'review', checks: [check({ verdict: 'review', label: 21000 })] }))
  const panel = await openPanel()
  expect(await panel.findByText('拿不准 · 其他')).toBeTruthy()
  expect(panel.queryByLabelText('朋友圈文案没问题')).toBeNull()
})
