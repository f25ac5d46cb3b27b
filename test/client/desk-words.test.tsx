// Are advertising words told where they stand, replaced with one press, and signed for before a post goes out?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { type DraftForm, draftOf, emptyForm, emptySection } from '../../client/features/post/draft-form'
import { findWords, quoteOf, replaceWord, textAt } from '../../client/features/post/words-found'
import { checkPostWords } from '../../shared/domain/advert/sign'
import { resetTaro } from '../support/client-taro'
import { demoPool, shownPost, stores } from '../support/desk-answers'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuseFor, resetCloud } from '../support/reader-phone'

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const live = (version: unknown) =>
  shownPost({ version: Number(version), state: 'live', publishedAt: 1_795_000_000_000 })

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('store.list', () => ({ stores }))
  answer('post.see', () => shownPost())
  answer('post.save', ({ baseVersion, draft }) =>
    shownPost({ version: Number(baseVersion) + 1, draft: draft as never }),
  )
  answer('post.publish', ({ version }) => live(version))
  answer('post.submit', ({ version }) => shownPost({ version: Number(version) }))
  answer('pool.see', () => demoPool())
})

const openWith = async (text: string) => {
  openDesk('?post=post1')
  await screen.findByLabelText('朋友圈文案')
  type('朋友圈文案', text)
}
const openPublishing = async (text: string) => {
  await openWith(text)
  fireEvent.click(screen.getByText('发布'))
  const dialog = within(await screen.findByRole('dialog'))
  return { dialog, confirm: document.getElementById('publish-confirm') as HTMLButtonElement }
}
const BASE = shownPost().draft.text

test('a barred word is quoted in its sentence with its article, and a safe wording takes its place', async () => {
  await openWith(`国家级配方，${BASE}`)
  const found = within(await screen.findByRole('region', { name: '文案用词' }))
  expect(found.getByText('1 处不能发')).toBeTruthy()
  expect(found.getByText('不能发')).toBeTruthy()
  expect(found.getByText('广告法 第九条第（三）项')).toBeTruthy()
  expect(found.getByText('国家级').closest('p')?.textContent).toBe('国家级配方，澜肌精华液…')
  fireEvent.click(found.getByText('通过国家标准检测'))
  expect(screen.getByLabelText('朋友圈文案')).toHaveProperty('value', `通过国家标准检测配方，${BASE}`)
  await waitFor(() => expect(screen.queryByRole('region', { name: '文案用词' })).toBeNull())
})

test('words of the first comment and of the article are told there, with the section they stand in', async () => {
  openDesk('?post=post1')
  await screen.findByLabelText('首条评论')
  type('首条评论', '限时到周日')
  type('第 1 节正文', '第一段。\n\n这是国家级配方。')
  expect(await screen.findByRole('region', { name: '首条评论用词' })).toBeTruthy()
  const article = within(screen.getByRole('region', { name: '长文用词' }))
  expect(article.getByText('第 1 节正文')).toBeTruthy()
  fireEvent.click(article.getByLabelText('把“国家级”换成“通过国家标准检测”'))
  expect(screen.getByLabelText('第 1 节正文')).toHaveProperty('value', '第一段。\n\n这是通过国家标准检测配方。')
})

test('a long list shows its beginning first', async () => {
  await openWith(`${'独家。'.repeat(12)}${BASE}`)
  const found = within(await screen.findByRole('region', { name: '文案用词' }))
  expect(found.getByText('12 处需签字')).toBeTruthy()
  expect(found.getAllByText('独家')).toHaveLength(8)
  fireEvent.click(found.getByText('还有 4 处'))
  expect(found.getAllByText('独家')).toHaveLength(12)
})

test('a post that is out shows what was found and offers no change', async () => {
  answer('post.see', () => ({ ...live(3), draft: { ...shownPost().draft, text: `独家配方，${BASE}` } }))
  openDesk('?post=post1')
  expect(await screen.findByRole('region', { name: '文案用词' })).toBeTruthy()
  expect(screen.queryByLabelText(/^把“/)).toBeNull()
})

test('a barred word stops publishing and leads back to it', async () => {
  const { dialog, confirm } = await openPublishing(`国家级配方，${BASE}`)
  expect(dialog.getByText('有 1 处不能发的词，改掉才能发布')).toBeTruthy()
  expect(confirm.disabled).toBe(true)
  fireEvent.click(confirm)
  fireEvent.click(dialog.getByText('去改'))
  await waitFor(() => expect(document.activeElement?.id).toBe('post-text'))
  expect(callsOf('post.publish')).toHaveLength(0)
})

test('doubtful words are handed in, not sent out, with each ticked and a reason', async () => {
  const { dialog, confirm } = await openPublishing(`独家配方，永久在店，独家供应，${BASE}`)
  expect(dialog.getByText('有 2 处风险，一个人不能发')).toBeTruthy()
  expect(confirm.textContent).toBe('提交审核')
  expect((dialog.getByLabelText('请另一位同事审核后再发') as HTMLInputElement).disabled).toBe(true)
  expect(dialog.getAllByLabelText(/^我确认可以用/)).toHaveLength(2) // one for each rule, however often it was met
  fireEvent.click(confirm)
  expect(await dialog.findByText('每一处都勾上，再写一句为什么可以用')).toBeTruthy()
  fireEvent.click(dialog.getByLabelText('我确认可以用：“独家”'))
  fireEvent.change(dialog.getByLabelText('为什么可以用'), { target: { value: ' 有授权书 ' } })
  fireEvent.click(confirm)
  expect(callsOf('post.submit')).toHaveLength(0)
  fireEvent.click(dialog.getByLabelText('我确认可以用：“永久”'))
  expect(dialog.queryByText('每一处都勾上，再写一句为什么可以用')).toBeNull()
  fireEvent.click(confirm)
  await waitFor(() => expect(callsOf('post.submit')).toHaveLength(1))
  expect(callsOf('post.submit')[0]?.payload).toMatchObject({ signed: ['first-made', 'forever'], reason: '有授权书' })
  expect(callsOf('post.publish')).toHaveLength(0)
})

test('the dialog says that nobody has looked at the texts yet, and publishes all the same', async () => {
  openDesk('?post=post1')
  fireEvent.click(await screen.findByText('发布'))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('这版样稿还没有人看过')).toBeTruthy()
  fireEvent.click(dialog.getByText('现在发布'))
  await waitFor(() => expect(callsOf('post.publish')).toHaveLength(1))
})

test.each(['words-blocked', 'words-unsigned'])('a refusal for %s stands at the text', async (reason) => {
  refuseFor('post.publish', 'invalid', reason)
  openDesk('?post=post1&view=pool')
  fireEvent.click(await screen.findByText('发布'))
  fireEvent.click(within(await screen.findByRole('dialog')).getByText('现在发布'))
  await waitFor(() => expect(document.activeElement?.id).toBe('post-text'))
  expect(within(document.getElementById('post-text-field') as HTMLElement).getByRole('alert')).toBeTruthy()
})

const words = fc.array(fc.constantFrom('国家级', '独家', '全网最低', '好用', '，', '限时', '\n', '到店'), {
  maxLength: 8,
})
const written = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.map((part) => part.join('')))
const formWith = ([text = '', firstComment = '', title = '', ...bodies]: string[]): DraftForm => ({
  ...emptyForm('s0'),
  text,
  firstComment,
  title: title.replace(/\n/g, ''),
  sections: bodies.map((body, n) => ({ ...emptySection(`s${n}`), heading: '小节', body: `${body}\n\n${body}` })),
})

test('every word is found as the server finds it, and stands where the desk says', () => {
  fc.assert(
    fc.property(written, (parts) => {
      const form = formWith(parts)
      const found = findWords(form)
      const draft = draftOf(form)
      expect(found.map(({ spot: _, ...finding }) => finding)).toEqual(checkPostWords(draft as never))
      for (const { spot, word } of found)
        if (spot) expect(textAt(form, spot).slice(spot.at, spot.at + word.length)).toBe(word)
    }),
  )
})

test('a replacement changes that one word; a word that has moved since is left alone', () => {
  const form = { ...emptyForm('s0'), text: '独家。独家。' }
  const [, second] = findWords(form)
  if (!second) throw new Error('both are found')
  expect(replaceWord(form, second, '新出的')).toEqual({ text: '独家。新出的。' })
  expect(replaceWord({ ...form, text: `又${form.text}` }, second, '新出的')).toEqual({})
})

test('a quote shows a little on both sides, on one line', () => {
  expect(quoteOf('一二三四五六七八九十\n独家配方', 11, '独家')).toEqual({ before: '…四五六七八九十 ', after: '配方' })
  expect(quoteOf('😀一二三四五六七独家', 9, '独家').before).toBe('…一二三四五六七')
})
