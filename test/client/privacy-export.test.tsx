// Can she take her records with her, to read and for a program, and does what she wrote stay text?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent } from '@testing-library/react'
import Privacy from '../../client/pages/privacy/index'
import { remember } from '../../client/platform/storage'
import { resetTaro } from '../support/client-taro'
import { recorded, T0 } from '../support/privacy-answers'
import { answer, open, resetCloud, settle } from '../support/reader-phone'

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
      reader.onload = () => ready(String(reader.result))
      reader.readAsText(blob)
    })
  }

  test('as JSON it is exactly what is recorded', async () => {
    await openPage()
    const file = await read('export-json')
    expect(file).toMatchObject({ name: 'ripple-2026-11-21.json', type: 'application/json;charset=utf-8' })
    expect(JSON.parse(file.text)).toEqual(recorded())
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
