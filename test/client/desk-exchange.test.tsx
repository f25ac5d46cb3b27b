// Can HQ take tables out that no spreadsheet runs, name addresses that are told, and give programs tokens shown once?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { csvOf, fileOf } from '../../client/pkgs/desk/_parts/export-file'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, callsOf, refuse, resetCloud } from '../support/reader-phone'

const narrow = window.matchMedia
Object.assign(window, { matchMedia: (query: string) => ({ ...narrow(query), matches: true }) })
Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined })
const saved: string[] = []
HTMLAnchorElement.prototype.click = function click() {
  saved.push(this.download)
}

const logged = { exportId: 'e1', kind: 'members', byName: '周主任', at: 1, days: 7, rows: 12, isWhole: true }
const hook = {
  ...{
    webhookId: 'h1',
    rev: 2,
    name: '数仓',
    url: 'https://hooks.example.com/a',
    events: ['post.published'],
    on: false,
  },
  ...{ byName: '陈编辑', at: 1, offReason: '5 次推送都没有送到', lastOkAt: null, lastFailedAt: 1, waiting: 0, dead: 5 },
}
const delivery = {
  ...{ deliveryId: 'd1', event: 'post.published', at: 1, state: 'dead', tries: 10, replays: 0, nextAt: null },
  ...{ status: 500, fault: 'refused', body: '{"id":"d1"}' },
}
const token = {
  ...{ tokenId: 't1', name: 'BI', scopes: ['posts:read'], byName: '陈编辑', at: 1, expiresAt: 4_102_444_800_000 },
  ...{ revokedAt: null, lastUsedAt: null },
}

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'editor-1', name: '陈编辑', role: 'editor' }))
  answer('export.list', () => ({ exports: [logged], next: null }))
  answer('export.begin', ({ exportId }) => ({ exportId, head: ['标题', '阅读'] }))
  answer('export.page', ({ cursor }) =>
    cursor === undefined ? { rows: [['=1+1', 7]], next: '1~x' } : { rows: [['遛娃', null]], next: null },
  )
  answer('webhook.list', () => ({ webhooks: [hook] }))
  answer('webhook.save', () => ({ webhookId: 'h1', rev: 3, secret: 'whsec_new' }))
  answer('webhook.drop', () => ({}))
  answer('delivery.list', () => ({ deliveries: [delivery], next: null }))
  answer('delivery.replay', () => ({ delivery: { ...delivery, state: 'waiting', replays: 1 } }))
  answer('token.list', () => ({ tokens: [token] }))
  answer('token.make', () => ({ token: 'rpl_once', expiresAt: 1 }))
  answer('token.drop', () => ({}))
})

describe('the file', () => {
  const table = {
    head: ['标题', '阅读'],
    rows: [
      ['=1+1', 7],
      ['说"好"，\n再来', null],
      ['-3', -3],
    ],
  }

  test('in CSV begins with a mark for Excel, quotes what must be, and holds no formula', async () => {
    const text = await csvOf(table)
    expect(text).toBe('\ufeff标题,阅读\r\n\'=1+1,7\r\n"说""好""，\n再来",\r\n\'-3,-3')
  })

  test('in CSV is told to be text, in a workbook is a workbook', async () => {
    expect((await fileOf(table, 'csv')).type).toBe('text/csv;charset=utf-8')
  })
})

describe('exports', () => {
  test('are begun, taken page by page, saved, and told with how many rows', async () => {
    openDesk('?at=exchange')
    await screen.findByText('周主任')
    fireEvent.click(screen.getByText('CSV'))
    fireEvent.click(screen.getByRole('button', { name: '导出' }))
    await screen.findByText('导出了 2 行，已记在下面')
    expect(saved).toEqual([expect.stringMatching(/^内容效果-\d{4}-\d{2}-\d{2}\.csv$/)])
    expect(callsOf('export.begin')[0]?.payload).toMatchObject({ kind: 'posts', days: 30 })
    const pages = callsOf('export.page').map(({ payload }) => payload as { exportId: string; cursor?: string })
    expect(pages.map(({ cursor }) => cursor)).toEqual([undefined, '1~x'])
    expect(new Set(pages.map(({ exportId }) => exportId)).size).toBe(1)
    await waitFor(() => expect(callsOf('export.list').length).toBeGreaterThan(1))
  })

  test('what the cloud refuses is said, and nothing is saved', async () => {
    refuse('export.begin', 'forbidden')
    openDesk('?at=exchange')
    await screen.findByText('周主任')
    fireEvent.click(screen.getByRole('button', { name: '导出' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(callsOf('export.page')).toEqual([])
  })
})

describe('webhooks', () => {
  test('one switched off says why; switched on with a new key, the key is shown once', async () => {
    openDesk('?at=exchange&tab=webhooks')
    await screen.findByText('自动停用：5 次推送都没有送到')
    fireEvent.click(screen.getByLabelText('改“数仓”'))
    fireEvent.click(await screen.findByLabelText('在用'))
    fireEvent.click(screen.getByLabelText('换一个签名密钥，旧的马上失效'))
    fireEvent.click(screen.getByText('保存'))
    expect(await screen.findByDisplayValue('whsec_new')).toBeTruthy()
    expect(callsOf('webhook.save')[0]?.payload).toEqual({
      ...{
        webhookId: 'h1',
        rev: 2,
        name: '数仓',
        url: hook.url,
        events: ['post.published'],
        on: true,
        newSecret: true,
      },
    })
  })

  test('what was not heard tells why, and is told again as it was seen', async () => {
    openDesk('?at=exchange&tab=webhooks&hook=h1')
    await screen.findByText('对方答 500')
    fireEvent.click(screen.getByText('重发'))
    await waitFor(() => expect(callsOf('delivery.replay')[0]?.payload).toEqual({ deliveryId: 'd1', replays: 0 }))
  })
})

describe('tokens', () => {
  test('one is made with what it may do, and shown once', async () => {
    openDesk('?at=exchange&tab=tokens')
    await screen.findByText('陈编辑 开的')
    fireEvent.click(screen.getByText('开一个令牌'))
    fireEvent.change(await screen.findByLabelText('给哪个程序用'), { target: { value: '数仓' } })
    fireEvent.click(screen.getByLabelText('看内容和栏目'))
    fireEvent.click(screen.getByRole('button', { name: '开' }))
    expect(await screen.findByDisplayValue('rpl_once')).toBeTruthy()
    expect(callsOf('token.make')[0]?.payload).toMatchObject({ name: '数仓', scopes: ['posts:read'], days: 90 })
    fireEvent.click(screen.getByText('存好了'))
    await waitFor(() => expect(screen.queryByDisplayValue('rpl_once')).toBeNull())
  })

  test('one without a name or a scope is not made; one in force is revoked after asking', async () => {
    openDesk('?at=exchange&tab=tokens')
    await screen.findByText('陈编辑 开的')
    fireEvent.click(screen.getByLabelText('作废“BI”'))
    const sure = await screen.findByText('作废后用它的程序马上连不上，作废？')
    expect(callsOf('token.drop')).toEqual([])
    const confirm = sure.closest('.ant-popover')?.querySelector('.ant-btn-primary')
    fireEvent.click(confirm as HTMLElement)
    await waitFor(() => expect(callsOf('token.drop')[0]?.payload).toEqual({ tokenId: 't1' }))
    fireEvent.click(screen.getByText('开一个令牌'))
    fireEvent.click(await screen.findByRole('button', { name: '开' }))
    await waitFor(() => expect(screen.getAllByText('这一项要写').length).toBe(2))
    expect(callsOf('token.make')).toEqual([])
  })
})
