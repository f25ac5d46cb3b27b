// Can HQ write a playbook, see what may not be said in it, hear it in three voices, and lose nothing to another editor?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { PlayDraft } from '../../shared/contracts/playbook'
import { PLAYBOOKS } from '../../shared/domain/playbooks.data'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { hqPlay, playWords } from '../support/playbook-answers'
import { answer, callsOf, refuse, refuseFor, resetCloud } from '../support/reader-phone'

// as wide as a desk: every column stands
const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })

let stored = [hqPlay()]
beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  stored = [hqPlay()]
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑' }))
  answer('playbook.list', () => ({ playbooks: stored }))
  answer('playbook.save', ({ playbookId, baseVersion, words }) =>
    hqPlay({ playbookId: String(playbookId), version: Number(baseVersion) + 1, words: words as PlayDraft }),
  )
  answer('playbook.publish', ({ playbookId, version }) =>
    hqPlay({ playbookId: String(playbookId), version: Number(version), state: 'live' }),
  )
  answer('playbook.retire', ({ playbookId, version }) =>
    hqPlay({ playbookId: String(playbookId), version: Number(version), state: 'retired' }),
  )
})

const HERE = '?at=playbooks'
const openOne = async (play = 'play-1') => {
  openDesk(`${HERE}&play=${play}`)
  await screen.findByLabelText('第 1 步第 1 句')
}
const line = (nth = 1) => screen.getByLabelText(`第 1 步第 ${nth} 句`) as HTMLTextAreaElement
const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } })
const button = (id: string) => document.getElementById(id) as HTMLButtonElement
const said = (tone: string) => document.querySelector(`[data-tone=${tone}] p`)?.textContent
const sent = () => callsOf('playbook.save').at(-1)?.payload as { baseVersion: number; words: PlayDraft } | undefined

test('the list tells what each is for, for whom, how it stands and how it did', async () => {
  stored = [
    hqPlay({
      state: 'live',
      words: playWords({ kinds: ['teacher'], relation: 'expert' }),
      success: { talks: 86, won: 31 },
    }),
    hqPlay({ playbookId: 'play-2', words: playWords({ name: '' }) }),
  ]
  openDesk(HERE)
  const row = (await screen.findByText('同事用过 86 次，成了 31 次')).closest('tr')
  for (const words of ['轻轻问个好', '好久不见', '老师 · 做她的专家', '在用', '同事用过 86 次，成了 31 次'])
    expect(row?.textContent).toContain(words)
  expect(screen.getByText('还没起名字').closest('tr')?.textContent).toContain('用的人还不到 5 位')
  expect(window.location.hash).toContain('at=playbooks')
})

test('while HQ has none, what reps use is told, and one is written after it', async () => {
  stored = []
  openDesk(HERE)
  await screen.findByText('总部还没有写套路')
  fireEvent.click(screen.getByText(`自带的 ${PLAYBOOKS.length} 个`))
  const [first] = PLAYBOOKS
  fireEvent.click(await screen.findByLabelText(`照着“${first?.name}”写一份`))
  await screen.findByLabelText('第 1 步第 1 句')
  expect(line().value).toBe(first?.steps[0]?.say[0])
  fireEvent.click(button('play-save'))
  await waitFor(() => expect(sent()?.words.name).toBe(first?.name))
  expect(sent()?.baseVersion).toBe(0)
})

test('it is heard in three voices, with facts put in, and another line on asking', async () => {
  await openOne()
  expect(said('warm')).toBe('最近都好呀，在看换季补水。')
  expect(said('expert')).toBe('近来可好，在看换季补水。')
  expect(said('lively')).toBe('好久不见呀，在看换季补水。')
  type(line(), '{A|B|C|D|E|F}')
  const heard = new Set<string | null | undefined>()
  for (let i = 0; i < 12; i++) {
    heard.add(said('warm'))
    fireEvent.click(screen.getByText('换一句'))
  }
  expect(heard.size).toBeGreaterThan(2)
})

test('a barred word is marked with why, and a safe wording takes its place', async () => {
  await openOne()
  type(line(), '{[亲切]您好|[专业|活泼]您好}国家级的面霜')
  type(line(), '国家级的面霜')
  const found = await screen.findByText('国家级', { selector: 'mark' })
  const one = found.closest('li') as HTMLElement
  expect(one.textContent).toContain('广告法')
  expect(screen.getByText('有 1 处要先改')).toBeTruthy()
  expect(button('play-publish').disabled).toBe(true)
  fireEvent.click(within(one).getByLabelText(/^把“国家级”换成/))
  expect(line().value).toBe('通过国家标准检测的面霜')
  await waitFor(() => expect(button('play-publish').disabled).toBe(false))
})

test('a line that tells her what we saw is marked, and why', async () => {
  await openOne()
  type(line(), '看到您昨晚读了{topic}')
  await screen.findByText('别让客户觉得被盯着：不说看到她读了什么')
  expect(button('play-publish').disabled).toBe(true)
})

test.each([
  ['在看{price}', '没有 {price} 这样的词，从上面的里选'],
  ['您好{A|B', '第 1 行第 3 字：这个 { 没有收尾'],
])('what is broken is told: %s', async (text, words) => {
  await openOne()
  type(line(), text)
  await screen.findByText(words)
  expect(button('play-publish').disabled).toBe(true)
})

test('empty lines and steps are not stored', async () => {
  await openOne()
  fireEvent.click(screen.getByText('加一句'))
  fireEvent.click(screen.getByText('加一步'))
  type(line(2), '忙不忙？')
  type(document.getElementById('play-dos') as HTMLElement, '问一句就等\n\n不催')
  fireEvent.click(button('play-save'))
  await waitFor(() => expect(sent()).toBeDefined())
  expect(sent()?.words.steps).toHaveLength(1)
  expect(sent()?.words.steps[0]?.say).toHaveLength(2)
  expect(sent()?.words.dos).toEqual(['问一句就等', '不催'])
  await waitFor(() => expect(button('play-stored').textContent).toContain('存好了'))
})

test('going live stores first what was typed; then it is read only until it is taken back', async () => {
  await openOne()
  type(document.getElementById('play-name') as HTMLElement, '问个好')
  fireEvent.click(button('play-publish'))
  await waitFor(() => expect(button('play-retire')).not.toBeNull())
  expect(sent()).toMatchObject({ baseVersion: 2, words: { name: '问个好' } })
  expect(callsOf('playbook.publish')[0]?.payload).toEqual({ playbookId: 'play-1', version: 3 })
  expect(document.querySelector('fieldset')?.disabled).toBe(true)
  fireEvent.click(button('play-retire'))
  await waitFor(() => expect(button('play-publish')).not.toBeNull())
})

test('a refusal to go live is told, and what was stored for it is written on', async () => {
  await openOne()
  refuse('playbook.publish', 'internal')
  type(document.getElementById('play-name') as HTMLElement, '问个好')
  fireEvent.click(button('play-publish'))
  await waitFor(() => expect(button('play-stored').textContent).toContain('没存上'))
  type(document.getElementById('play-name') as HTMLElement, '问个好吧')
  fireEvent.click(button('play-save'))
  await waitFor(() => expect(sent()).toMatchObject({ baseVersion: 3, words: { name: '问个好吧' } }))
})

describe('another editor was faster', () => {
  const overtaken = async () => {
    await openOne()
    type(document.getElementById('play-name') as HTMLElement, '我的名字')
    stored = [hqPlay({ version: 3, words: playWords({ name: '她的名字' }) })]
    refuseFor('playbook.save', 'conflict', 'stale-version')
    fireEvent.click(button('play-save'))
    await screen.findByText('别人先改了这个套路')
  }
  const name = () => (document.getElementById('play-name') as HTMLInputElement).value
  const takeSaves = () =>
    answer('playbook.save', ({ playbookId, baseVersion, words }) => {
      const made = hqPlay({
        ...{ playbookId: String(playbookId), version: Number(baseVersion) + 1, words: words as PlayDraft },
      })
      stored = [made, ...stored.filter((one) => one.playbookId !== made.playbookId)]
      return made
    })

  test('theirs is shown, mine waits, and is written over theirs knowingly', async () => {
    await overtaken()
    fireEvent.click(screen.getByText('看对方的版本'))
    await screen.findByText('你没存上的改动还留在这台设备上')
    expect(name()).toBe('她的名字')
    fireEvent.click(screen.getByText('用回我的'))
    expect(name()).toBe('我的名字')
    takeSaves()
    fireEvent.click(button('play-save'))
    await waitFor(() => expect(sent()).toMatchObject({ baseVersion: 3, words: { name: '我的名字' } }))
  })

  test('mine becomes another playbook, theirs stays', async () => {
    await overtaken()
    takeSaves()
    fireEvent.click(screen.getByText('保留我的另存'))
    await waitFor(() => expect(sent()).toMatchObject({ baseVersion: 0, words: { name: '我的名字' } }))
    await waitFor(() => expect(window.location.hash).not.toContain('play=play-1'))
    expect(stored.map(({ words }) => words.name).sort()).toEqual(['她的名字', '我的名字'])
  })
})

test('what was typed and not stored is there again after a crash', async () => {
  await openOne()
  type(document.getElementById('play-name') as HTMLElement, '没存的名字')
  document.body.innerHTML = ''
  await openOne()
  expect((document.getElementById('play-name') as HTMLInputElement).value).toBe('没存的名字')
  expect(button('play-stored').textContent).toBe('有改动没存')
})

test('going back to the list asks first while something is not stored', async () => {
  await openOne()
  type(document.getElementById('play-name') as HTMLElement, '没存的名字')
  fireEvent.click(screen.getByLabelText('回到套路列表'))
  await screen.findByText('有改动还没存')
  fireEvent.click(screen.getByText('存好再走'))
  await waitFor(() => expect(window.location.hash).not.toContain('play='))
  expect(sent()?.words.name).toBe('没存的名字')
})
