// Is the article asked for early as the app itself would ask, taken once, and shown as the app will show it?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { render } from '@testing-library/react'
import { call } from '@/platform/call'
import { askEarly, askerOf, isAnswerTo } from '@/platform/early'
import { Article } from '../../client/features/reading/Article'
import { messages as english } from '../../client/i18n/en'
import { drawEarly } from '../../client/pages/read/_parts/early-article'
import { showEarly } from '../../client/pages/read/_parts/early-stage'
import { earlyTarget } from '../../client/pages/read/_parts/target'
import { resetTaro } from '../support/client-taro'
import { demoPost } from '../support/reader-phone'

const NOW = 1_795_100_000_000
const TARGET = { postId: 'a01', token: 'TokenToken12' }

test.each([
  ['#/pages/read/index?p=a01&t=TokenToken12', TARGET],
  ['#pages/read/index?p=a01', { postId: 'a01' }],
  ['#/pages/read/index?scene=TokenToken12', { token: 'TokenToken12' }],
  ['#/pages/read/index', null],
  ['#/pages/read/index?t=short', null],
  ['#/pages/column/index?p=a01', null],
  ['#/pkgs/rep/kit/index?p=a01', null],
  ['', null],
])('the address %s asks for %j', (hash, target) => expect(earlyTarget(hash)).toEqual(target))

/** As Taro writes into a browser's storage what the app remembers. */
const kept = (value: unknown): string => JSON.stringify({ data: JSON.stringify(value) })

const session = (more: object) => ({
  session: kept({ accessToken: 'a', expiresAt: NOW + 1, anonymous: true, ...more }),
  lang: null,
})
test.each([
  ['nobody signed in', { session: null, lang: null }, 'zh-CN', { as: null, lang: 'zh' }],
  ['a phone in English', { session: null, lang: null }, 'en-GB', { as: null, lang: 'en' }],
  ['her own choice of language', { session: null, lang: kept('zh') }, 'en-GB', { as: null, lang: 'zh' }],
  ['a reader who agreed', session({}), 'zh', { as: 'a', lang: 'zh' }],
  ['a session that must be refreshed first', session({ expiresAt: NOW }), 'zh', null],
  ['one of the staff, which may have ended', session({ anonymous: false }), 'zh', null],
  ['one that cannot be read', { session: '{', lang: null }, 'zh', null],
])('%s', (_, storage, language, asker) => expect(askerOf(storage, language, NOW)).toEqual(asker))

const asking = { action: 'post.read', payload: TARGET, lang: 'zh' }
const early = { asked: JSON.stringify(asking), as: 'a', at: NOW }
test.each([
  ['the same, under a code of its own', { ...asking, trace: 't' }, 'a', NOW + 14_000, true],
  ['in another language', { ...asking, lang: 'en' }, 'a', NOW, false],
  ['for another article', { ...asking, payload: { postId: 'a02' } }, 'a', NOW, false],
  ['another action', { ...asking, action: 'poll.see' }, 'a', NOW, false],
  ['with a group’s card beside it', { groupCard: 'g', ...asking }, 'a', NOW, false],
  ['by somebody else', asking, 'b', NOW, false],
  ['by nobody', asking, null, NOW, false],
  ['long after', asking, 'a', NOW + 15_000, false],
])('asked %s', (_, question, as, now, is) => expect(isAnswerTo(early, question, as, now)).toBe(is))

describe('the app', () => {
  const sent: { payload: unknown }[] = []
  let answers: (() => Promise<unknown>)[] = []
  const ok = (data: unknown) => async () => ({ ok: true, status: 200, json: async () => ({ ok: true, data }) })
  beforeEach(() => {
    process.env.TARO_ENV = 'h5'
    resetTaro()
    localStorage.clear()
    sent.length = 0
    i18n.loadAndActivate({ locale: 'zh', messages: {} })
    localStorage.setItem('ripple.lang', kept('zh'))
    Object.assign(globalThis, {
      fetch: async (_: string, { body }: { body: string }) => {
        sent.push(JSON.parse(body))
        return answers.shift()?.()
      },
    })
  })
  const read = () => call('reader', 'post.read', TARGET as never)

  test('takes the answer once; the next time it asks itself', async () => {
    answers = [ok('early'), ok('later')]
    askEarly('post.read', TARGET)
    expect([await read(), await read()]).toEqual(['early', 'later'])
    expect(sent).toMatchObject([asking, asking])
    // each can be found in the log
    for (const { trace } of sent as { trace?: string }[]) expect(trace).toMatch(/^[0-9A-Za-z]{10}$/)
  })

  test.each([
    ['no signal', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['an answer that is none', async () => ({ ok: false, status: 502, json: async () => ({}) })],
  ])('%s: it asks again', async (_, failure) => {
    answers = [failure, ok('ordinary')]
    askEarly('post.read', TARGET)
    expect(await read()).toBe('ordinary')
  })

  test('signed in meanwhile it does not take what nobody was told', async () => {
    answers = [ok('for nobody'), ok('for her')]
    askEarly('post.read', TARGET)
    const { default: Taro } = await import('@tarojs/taro')
    Taro.setStorageSync('ripple.session', JSON.stringify({ accessToken: 'a', anonymous: true }))
    expect(await read()).toBe('for her')
  })
})

/** What she sees and hears of it: classes, words, roles, kept places. Which element carries them is Taro's own matter. */
const looks = (element: Element): unknown => ({
  class: (element.getAttribute('class') ?? '').replace(/hydrated|section-image/g, '').trim(),
  said: ['role', 'aria-level', 'aria-label'].map((name) => element.getAttribute(name)),
  text: [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map((node) => node.textContent),
  place: (element as HTMLElement).style.paddingTop,
  inside: element.classList.contains('photo') ? [] : [...element.children].map(looks),
})

const image = { url: 'https://x/1.jpg', alt: '一瓶精华', width: 1080, height: 1440 } as never
const plain = demoPost()
const { article, sender } = plain
const [first] = article.sections
const full = {
  ...plain,
  article: {
    ...article,
    ...{ cover: image, isAd: true, credit: '王姐', title: '用A醇前<b>看3点</b>' },
    sections: [{ ...first, heading: '', paragraphs: ['一段', '用了7天'], image }, ...article.sections.slice(1)],
  },
} as typeof plain

const SHOWN = [
  ['an article with a cover, a picture and a credit', full],
  ['one without', plain],
  ['one by nobody, not dated', { ...plain, sender: null, article: { ...article, publishedAt: 0 } }],
  ['one whose adviser has left', { ...plain, sender: sender && { ...sender, repName: '' } }],
] as const
describe.each([
  ['zh', {}],
  ['en', english],
] as const)('in %s', (lang, messages) => {
  test.each(SHOWN)('%s looks as the app draws it', (_, opened) => {
    process.env.TARO_ENV = 'h5'
    jest.useFakeTimers({ now: NOW })
    i18n.loadAndActivate({ locale: lang, messages })
    const { container } = render(
      <I18nProvider i18n={i18n}>
        <Article article={opened.article} sender={opened.sender} />
      </I18nProvider>,
    )
    jest.useRealTimers()
    expect(looks(drawEarly(opened, NOW, lang))).toEqual(looks(container.firstElementChild as Element))
  })
})

test('it stands until the app, in an element of its own, shows more than its waiting', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  showEarly(drawEarly(plain, NOW, 'zh'), 1.3)
  const stage = () => document.querySelector<HTMLElement>('#early')
  expect(stage()?.querySelector<HTMLElement>('.page')?.style.getPropertyValue('--letters')).toBe('1.3')
  const app = document.createElement('div')
  app.innerHTML =
    '<div id="app"><div class="taro_page"><div class="page"><div class="skeleton"></div></div></div></div>'
  document.querySelector('#app')?.replaceWith(app)
  await new Promise((later) => setTimeout(later, 50))
  expect(stage()).not.toBeNull()
  Object.assign(stage() ?? {}, { scrollTop: 120 })
  app.querySelector('.skeleton')?.remove()
  for (let n = 0; n < 100 && stage(); n += 1) await new Promise((later) => setTimeout(later, 20))
  expect(stage()).toBeNull()
  expect(app.querySelector('.taro_page')?.scrollTop).toBe(120)
})

test('it never comes over an app that was quicker', () => {
  document.body.innerHTML = '<div id="app"><div class="page"></div></div>'
  showEarly(drawEarly(plain, NOW, 'zh'), 1)
  expect(document.querySelector('#early')).toBeNull()
})
