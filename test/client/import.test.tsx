// Can a rep bring names along: looked through first, with a choice for those she has, in portions, and taken back?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { fireEvent, screen } from '@testing-library/react'
import ImportPage from '../../client/pkgs/rep/import/index'
import { runInWeChat } from '../support/in-wechat'
import { answer, callsOf, refuse } from '../support/reader-phone'
import { open, settle, typeIn } from '../support/rep-screen'
import { done } from '../support/rep-taro'

type Row = { contactId: string; remark: string; tags: string[]; into: string | null }
const have = { contactId: 'c1', remark: '小美', readers: 1, tags: ['爱问'] }
const text = () => document.body.textContent ?? ''
const tap = async (id: string) => {
  fireEvent.click(document.getElementById(id) as HTMLElement)
  await settle()
}
const sent = () => callsOf('contact.import').map(({ payload }) => payload as { importId: string; rows: Row[] })

runInWeChat()
beforeEach(() => {
  answer('contact.imports', () => ({ imports: [] }))
  answer('contact.check', ({ rows }) => ({
    rows: (rows as Row[]).map(({ remark }) => ({ fault: null, found: '', same: remark === '小美' ? [have] : [] })),
  }))
  answer('contact.import', ({ rows }) => ({
    made: (rows as Row[]).filter(({ into }) => into === null).length,
    merged: (rows as Row[]).filter(({ into }) => into !== null).length,
    refused: [],
  }))
})

const look = async (lines: string) => {
  open(ImportPage)
  await settle()
  await typeIn('names', lines)
  await tap('look')
}

test('bad rows are named with their line and why, and never leave the phone', async () => {
  await look('阿华，老客\n王姐13800138000\n\n李姐，儿子3岁\n阿华')
  expect(text()).toContain('读到 4 行，能导入 1 位')
  expect(text()).toContain('第 2 行 王姐13800138000：有号码 13800138000，去掉再导')
  expect(text()).toContain('第 4 行 李姐：“')
  expect(text()).toContain('第 5 行 阿华：前面已经有一个“阿华”')
  expect(callsOf('contact.check')[0]?.payload).toEqual({ rows: [{ remark: '阿华', tags: ['老客'] }] })
  await tap('send')
  expect(sent()[0]?.rows).toMatchObject([{ remark: '阿华', tags: ['老客'], into: null }])
  expect(text()).toContain('新增 1 位，合并 0 位')
})

test('one she has is merged unless she says otherwise', async () => {
  await look('小美，老客\n阿华')
  expect(text()).toContain('你已经有一位“小美”')
  const id = document.querySelector('[id^="add-"]')?.id.slice('add-'.length) ?? ''
  await tap(`skip-${id}`)
  expect(text()).toContain('能导入 1 位')
  await tap(`merge-${id}`)
  await tap('send')
  expect(sent()[0]?.rows.map(({ remark, into }) => [remark, into])).toEqual([
    ['小美', 'c1'],
    ['阿华', null],
  ])
  expect(text()).toContain('新增 1 位，合并 1 位')
})

test('many go in portions; where it broke off it goes on under the same ids', async () => {
  await look(Array.from({ length: 60 }, (_, n) => `客户${n}`).join('\n'))
  expect(callsOf('contact.check')).toHaveLength(2)
  refuse('contact.import', 'internal')
  await tap('send')
  expect(text()).toContain('已导入的还在，接着导不会重复')
  const first = sent()[0]
  answer('contact.import', ({ rows }) => ({ made: (rows as Row[]).length, merged: 0, refused: [] }))
  await tap('send')
  const all = sent()
  expect(all.slice(1).map(({ rows }) => rows.length)).toEqual([50, 10])
  expect(all[1]).toEqual(first)
  expect(new Set(all.map(({ importId }) => importId)).size).toBe(1)
  expect(text()).toContain('新增 60 位，合并 0 位')
})

test('a list is taken back, and who stays is told by name', async () => {
  const past = { importId: 'i1', at: 1, made: 3, merged: 0, undoneAt: null, mayUndo: true }
  answer('contact.imports', () => ({ imports: [past] }))
  answer('contact.unimport', () => ({ removed: 2, untagged: 0, kept: ['周姐'] }))
  open(ImportPage)
  await settle()
  await tap('undo-i1')
  expect(callsOf('contact.unimport')[0]?.payload).toEqual({ importId: 'i1' })
  expect(screen.getByText('撤销了 2 位。周姐已经有记录，留着')).toBeTruthy()
})

test('her own names go along: every portion in one act, formulas harmless, copied by a tap of its own', async () => {
  answer('contact.export', ({ cursor }) =>
    cursor
      ? { names: [{ remark: '=王姐', tags: [], at: 2 }], next: null }
      : {
          names: [
            { remark: '小美', tags: ['爱问', '老客'], at: 1 },
            { remark: '', tags: [], at: 1 },
          ],
          next: 'c2',
        },
  )
  open(ImportPage)
  await settle()
  await tap('along')
  expect(text()).toContain('2 位整理好了，点复制')
  const asked = callsOf('contact.export').map(({ payload }) => payload as { exportId: string; cursor?: string })
  expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'c2'])
  expect(new Set(asked.map(({ exportId }) => exportId)).size).toBe(1)
  await tap('along-copy')
  expect(done).toContain("copy 小美，爱问，老客\n'=王姐")
  expect(text()).toContain('2 位的备注复制好了')
})

test('what the cloud refuses is told, and nothing is copied', async () => {
  refuse('contact.export', 'forbidden')
  open(ImportPage)
  await settle()
  await tap('along')
  expect(document.getElementById('along-copy')).toBeNull()
  expect(text()).not.toContain('整理好了')
})
