// Can she take her records with her, to read and for a program, and does what she wrote stay text?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent } from '@testing-library/react'
import Privacy from '../../client/pages/privacy/index'
import { remember } from '../../client/platform/storage'
import { resetTaro } from '../support/client-taro'
import { recorded, T0 } from '../support/privacy-answers'
import { answer, loseSignal, open, resetCloud, settle } from '../support/reader-phone'

const voice = {
  ...{ pollId: 'poll-1', question: '周末带孩子去哪儿', reason: '离家近', agreedAt: 1 },
  choices: [{ at: T0, text: '公园' }],
}
const offer = {
  ...{ submissionId: 's1', state: 'new', words: '阳台上的薄荷', photos: [], named: '小鹿妈妈', agreedAt: T0, at: T0 },
  ...{
    rights: { mine: true, people: 'nobody' },
    round: 1,
    questions: [],
    reason: '',
    creditedAt: null,
    withdrawnAt: null,
  },
}
const partner = {
  ...{ partnerId: 'p1', state: 'active', leftFor: null, code: 'K7M2Q9', repName: '林小满', storeName: '静安店' },
  ...{ tier: 'first', rateBp: 300, sales: 1, next: null, came: 'few', referrals: [], history: [] },
  due: { pending: 0, payable: 1205, held: 0, paid: 0, setOff: 0 },
}

const openPage = async () => {
  open(Privacy)
  await settle()
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.useFakeTimers({ now: T0 })
  resetTaro()
  resetCloud()
  answer('privacy.see', recorded)
  answer('poll.voices', () => ({ voices: [voice] }))
  remember('ripple.session', { accessToken: 'a', refreshToken: 'r', expiresAt: T0 + 7_200_000, anonymous: true })
})
afterEach(() => jest.useRealTimers())

describe('taking her records with her', () => {
  const files: { name: string; blob: Blob }[] = []
  beforeEach(() => {
    files.length = 0
    const blobs: Blob[] = []
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${blobs.push(blob) - 1}`, revokeObjectURL: () => null })
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      const blob = blobs[Number(this.href.split(':').pop())]
      if (blob) files.push({ name: this.download, blob })
    })
  })
  afterEach(() => jest.restoreAllMocks())

  const read = async (id: string): Promise<{ name: string; type: string; text: string }> => {
    fireEvent.click(document.getElementById(id) as HTMLElement)
    await settle()
    const file = files.at(-1)
    if (!file) throw new Error('nothing was saved')
    return { name: file.name, type: file.blob.type, text: await textOf(file.blob) }
  }
  /** jsdom's blobs have no text(). */
  const textOf = (blob: Blob): Promise<string> => {
    jest.useRealTimers()
    return new Promise((ready) => {
      const reader = new FileReader()
      reader.onload = () => {
        jest.useFakeTimers({ now: T0 })
        ready(String(reader.result))
      }
      reader.readAsText(blob)
    })
  }

  test('as JSON it is exactly what is recorded', async () => {
    await openPage()
    const file = await read('export-json')
    expect(file).toMatchObject({ name: 'ripple-2026-11-21.json', type: 'application/json;charset=utf-8' })
    const { partner: _, ...record } = recorded()
    expect(JSON.parse(file.text)).toEqual({ ...record, voices: [voice], offers: [], partners: [] })
  })

  test('what has a page of its own comes along too: offers with her words, her account as a partner', async () => {
    answer('privacy.see', () => ({ ...recorded(), partner: true, offers: 1 }))
    answer('submission.own', () => ({ version: 'v', left: 3, offers: [offer] }))
    answer('partner.see', () => ({ terms: {}, invitations: [], partners: [partner] }))
    await openPage()
    const { text } = await read('export-page')
    for (const said of [
      '周末带孩子去哪儿',
      '公园（今天）',
      '理由：离家近',
      '阳台上的薄荷',
      '署名：小鹿妈妈',
      'K7M2Q9',
      '¥12.05',
    ])
      expect(text).toContain(said)
    expect(JSON.parse((await read('export-json')).text)).toMatchObject({ offers: [offer], partners: [partner] })
  })

  test('who agreed to nothing but said what she thinks takes that along', async () => {
    answer('privacy.see', () => ({ ...recorded(), consents: [], readings: [] }))
    await openPage()
    const { text } = await read('export-page')
    expect(text).toContain('公园（今天）')
    expect(text).not.toContain('阅读记录')
  })

  test('without signal nothing is half taken, and she is told', async () => {
    await openPage()
    loseSignal('poll.voices')
    fireEvent.click(document.getElementById('export-page') as HTMLElement)
    await settle()
    expect(files).toEqual([])
    expect(document.body.textContent).toContain('没导出，再试一次')
  })

  test('as a page it reads like this one, loads nothing, and what she wrote cannot run in it', async () => {
    const [consent] = recorded().consents
    answer('privacy.see', () => ({ ...recorded(), consents: [{ ...consent, selfName: '<script>alert(1)</script>' }] }))
    await openPage()
    const { name, type, text } = await read('export-page')
    expect([name, type]).toEqual(['ripple-2026-11-21.html', 'text/html;charset=utf-8'])
    const page = new DOMParser().parseFromString(text, 'text/html')
    for (const said of ['林小满 · 静安店', '敏感肌', '换季用精华', '读成分表', '50 秒', '保存 180 天，到期删除'])
      expect(page.body.textContent).toContain(said)
    expect(page.querySelector('script, link, img, [src], [href]')).toBeNull()
    expect(page.body.textContent).toContain('<script>alert(1)</script>')
  })
})
