// Can HQ lay out the firm, find and change its people, and bring in a list, told in words what would change and what is wrong?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { webcrypto } from 'node:crypto'
import { TextDecoder, TextEncoder } from 'node:util'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Output } from '../../shared/contracts'
import { resetTaro } from '../support/client-taro'
import { openDesk } from '../support/desk-screen'
import { answer, answerAsked, callsOf, resetCloud } from '../support/reader-phone'

Object.assign(globalThis, { TextDecoder, TextEncoder })
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })

type Member = Output<'hq', 'member.list'>['members'][number]
type Checked = Output<'hq', 'roster.check'>
const lin: Member = {
  ...{ memberId: 'rep-lin', name: '林小满', role: 'rep', kind: 'guide', code: 'A001', storeId: 's1', teamId: null },
  ...{ storeName: '东街店', company: '涟漪', contacts: 3, leftAt: null, handover: null },
}
const file: Output<'hq', 'member.see'> = {
  ...{ memberId: 'rep-lin', rev: 4, name: '林小满', role: 'rep', kind: 'guide', storeId: 's1', teamId: null },
  ...{ tone: 'warm', labels: ['新手'], code: 'A001', account: '', scope: null, leftAt: null },
  ...{ wechat: false, web: true, invite: null, mayChange: true },
}
const org: Output<'hq', 'org.see'> = {
  regions: [{ regionId: 'r1', name: '华东', parentId: null, rev: 1 }],
  stores: [
    {
      ...{ storeId: 's1', name: '东街店', company: '涟漪', brand: '涟漪', kind: 'own' },
      ...{ regionId: 'r1', reps: 1, rev: 1 },
    },
  ],
  teams: [{ teamId: 't1', name: '一组', storeId: 's1', rev: 1 }],
  all: true,
}
const roster = (change: Partial<Checked['roster']> = {}): Checked['roster'] => ({
  ...{ rosterId: 'x', fileName: '名单.csv', print: 'aa', byName: '陈编辑', at: Date.UTC(2026, 10, 22) },
  ...{ state: 'checked', rows: 2, parts: 1, staged: 1, done: 0, clash: '' },
  counts: { added: 1, changed: 1, leaving: 0, same: 0, faults: 0 },
  ...change,
})
const checked = (change: Partial<Checked> = {}): Checked => ({
  roster: roster(),
  faults: [],
  changes: [
    { line: 2, name: '新人', act: 'new', fields: [] },
    { line: 3, name: '林小满', act: 'change', fields: ['tone'] },
  ],
  ...change,
})

beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  answer('me.see', () => ({ memberId: 'approver-1', name: '周主任', role: 'approver' }))
  answer('org.see', () => org)
  answer('member.list', () => ({ members: [lin], next: null }))
  answer('member.see', () => file)
  answer('member.save', () => file)
  answer('member.invite', () => ({ code: 'ABCD2345', until: Date.UTC(2026, 10, 24) }))
  answer('roster.list', () => ({ rosters: [] }))
  answer('roster.stage', () => ({ staged: 1 }))
  answer('roster.check', () => checked())
  answer('roster.apply', () => roster({ state: 'applied', done: 1 }))
  answer('roster.undo', () => roster({ state: 'undone', done: 1 }))
})

const choose = async (bytes: Uint8Array | string, name = '名单.csv') => {
  openDesk('?at=people&roster=1')
  await screen.findByText('把名单拖到这里，或点一下选文件')
  const input = document.querySelector('input[type="file"]') as HTMLInputElement
  const given = new File([bytes as BlobPart], name)
  const whole = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  // jsdom's file cannot be read as bytes
  const buffer = new Uint8Array(whole).buffer
  Object.defineProperty(given, 'arrayBuffer', { value: () => Promise.resolve(buffer) })
  fireEvent.change(input, { target: { files: [given] } })
}
const LIST = '\ufeff工号,姓名,门店,手机号\r\nN1,新人,东街店,13800000000\r\nA001,林小满,东街店,13900000000\r\n'

test('filters are in the address and in what is asked', async () => {
  openDesk('?at=people&store=s1&kind=teacher&state=working&find=林')
  await screen.findByText('林小满')
  expect(callsOf('member.list')[0]?.payload).toEqual({ storeId: 's1', kind: 'teacher', state: 'working', find: '林' })
})

test('a store chosen in the tree is asked for', async () => {
  openDesk('?at=people')
  const tree = await screen.findByRole('tree')
  fireEvent.click(within(tree).getByText('华东'))
  await waitFor(() => expect(callsOf('member.list').at(-1)?.payload).toEqual({ regionId: 'r1' }))
  expect(window.location.hash).toContain('region=r1')
})

test('a member opens in a drawer, is saved as she was seen, and is given a code that is shown once', async () => {
  openDesk('?at=people')
  fireEvent.click(await screen.findByText('林小满'))
  fireEvent.click(await screen.findByText('要邀请码'))
  expect(await screen.findByText('ABCD 2345')).toBeTruthy()
  fireEvent.change(await screen.findByLabelText('姓名'), { target: { value: '林小小满' } })
  fireEvent.click(screen.getByText('保存'))
  await waitFor(() => expect(callsOf('member.save')).toHaveLength(1))
  expect(callsOf('member.save')[0]?.payload).toMatchObject({
    ...{ memberId: 'rep-lin', rev: 4 },
    member: { name: '林小小满', role: 'rep', storeId: 's1', labels: ['新手'], scope: null },
  })
})

test('a refusal stands in the drawer, and what was typed stays', async () => {
  answerAsked('member.save', () => ({
    ok: false,
    error: { code: 'conflict', message: '别人刚保存过，请刷新后再改。', trace: 't', reason: 'stale-version' },
  }))
  openDesk('?at=people&member=rep-lin')
  fireEvent.change(await screen.findByLabelText('姓名'), { target: { value: '改名' } })
  fireEvent.click(screen.getByText('保存'))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect((screen.getByLabelText('姓名') as HTMLInputElement).value).toBe('改名')
})

test('a list is read here, its phone numbers never leave, and it comes in and goes again', async () => {
  await choose(LIST)
  expect(await screen.findByText('列名在第 1 行，下面有 2 个人')).toBeTruthy()
  fireEvent.click(screen.getByText('传上去核对'))
  fireEvent.click(await screen.findByText('都对，导入 2 位'))
  expect(await screen.findByText('导入好了')).toBeTruthy()
  const sent = callsOf('roster.stage')
  expect(sent[0]?.payload).toMatchObject({ rows: 2, parts: 1, n: 0 })
  expect(JSON.stringify(sent)).not.toContain('138')
  expect(JSON.stringify(sent)).toContain('新人')
  fireEvent.click(screen.getByText('整个撤销'))
  fireEvent.click(await screen.findByText('撤销'))
  expect(await screen.findByText('撤销了，和导入前一样')).toBeTruthy()
})

test('what Excel in China saves is read, too', async () => {
  // 工号,姓名,门店 / N1,王琳,东街店 in GBK
  const gbk = [
    ...[0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc3, 0xc5, 0xb5, 0xea, 0x0a],
    ...[0x4e, 0x31, 0x2c, 0xcd, 0xf5, 0xc1, 0xd5, 0x2c, 0xb6, 0xab, 0xbd, 0xd6, 0xb5, 0xea, 0x0a],
  ]
  await choose(new Uint8Array(gbk))
  fireEvent.click(await screen.findByText('传上去核对'))
  await waitFor(() => expect(callsOf('roster.stage')).toHaveLength(1))
  expect(callsOf('roster.stage')[0]?.payload).toMatchObject({ part: [{ name: '王琳', store: '东街店' }] })
})

test('bad rows are told with what to do, and nothing can be brought in', async () => {
  answer('roster.check', () =>
    checked({
      roster: roster({ counts: { added: 0, changed: 0, leaving: 0, same: 0, faults: 1 } }),
      faults: [{ line: 7, field: 'store', fault: 'unknown-store', value: '火星店' }],
      changes: [],
    }),
  )
  await choose(LIST)
  fireEvent.click(await screen.findByText('传上去核对'))
  expect(await screen.findByText('没有这家门店，先在左边建')).toBeTruthy()
  expect(screen.getByText('火星店')).toBeTruthy()
  expect(screen.queryByText(/都对，导入/)).toBeNull()
})

test('a file that is no list of people says so, and is not sent', async () => {
  await choose('货号,数量\r\n1,2\r\n')
  expect((await screen.findAllByText(/不像员工名单/)).length).toBeGreaterThan(0)
  expect((screen.getByText('传上去核对').closest('button') as HTMLButtonElement).disabled).toBe(true)
})

test('what a closed window left half way is gone on with', async () => {
  answer('roster.list', () => ({ rosters: [roster({ state: 'applying' })] }))
  openDesk('?at=people&roster=1')
  fireEvent.click(await screen.findByText('看进度'))
  expect(await screen.findByText('导入好了')).toBeTruthy()
  expect(callsOf('roster.apply')[0]?.payload).toEqual({ rosterId: 'x' })
})

test('a manager comes in among her people, and finds only places that are hers', async () => {
  answer('me.see', () => ({ memberId: 'm', name: '吴店长', role: 'manager' }))
  openDesk()
  await screen.findByText('林小满')
  const menu = screen.getByRole('navigation', { name: '总部' })
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['效果', '传播', '成交', '圈层', '人员', '关键人支持', '操作记录'])
  expect(screen.queryByText('导入名单')).toBeNull()
})
