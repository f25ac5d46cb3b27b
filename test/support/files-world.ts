// What a rep keeps of a contact, in tests: what she sends, and what she then sees.
import type { Input, Output } from '../../shared/contracts'
import { newId } from './scenes'
import { type As, lin, type World } from './world'

type Note = Input<'rep', 'note.write'>

export const noteOf = (contactId: string, change: Partial<Note> = {}): Note => ({
  ...{ noteId: newId(20), contactId, groupId: null, kind: 'note', text: '喜欢奶油白', agoMs: 0 },
  ...{ photos: [], purchase: null },
  ...change,
})
export const purchaseOf = (contactId: string, product = '奶粉三段', cycleDays: number | null = 25): Note =>
  noteOf(contactId, { kind: 'purchase', text: '', purchase: { product, cycleDays, amountFen: 39_800 } })

export const writeNote = (world: World, note: Note, as: As = lin) => world.ask('rep', 'note.write', note, as)

export const seeSheet = (world: World, contactId: string, as: As = lin): Promise<Output<'rep', 'sheet.see'>> =>
  world.ask('rep', 'sheet.see', { contactId }, as)

export const promiseOf = (contactId: string, change: object = {}) => ({
  ...{ promiseId: newId(20), contactId, text: '给她留一罐', dueDay: '2026-12-01' },
  ...change,
})

export const occasionOf = (contactId: string, change: object = {}) => ({
  ...{ occasionId: newId(20), contactId, kind: 'birthday', name: '她的生日' },
  ...{ calendar: 'solar', month: 5, day: 20, leap: false, leadDays: 7 },
  ...change,
})

/** As HQ would have written it. */
export const addRule = (world: World, words: string[], change: object = {}) =>
  world.add('signalrules', [
    {
      ...{ _id: `rule-${newId(8)}`, ownerId: 'hq', name: '换房', words, except: ['不换房'] },
      ...{ talk: '聊聊新家的采光和收纳', days: 14, on: true, rev: 1 },
      ...change,
    },
  ])

/** A photo of hers as note.write takes it. */
export const takePhoto = async (world: World, bytes: Buffer, as: As = lin) => {
  const { uploadUrl, headers, fileId } = await world.ask('render', 'photo.prepare', {}, as)
  const put = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  if (!put.ok) throw new Error(`the upload answered ${put.status}`)
  return { raw: fileId, photo: await world.ask('render', 'photo.take', { fileId }, as) }
}

export const isThere = async (world: World, fileId: string): Promise<boolean> => {
  const { fileList } = await world.app.getTempFileURL({ fileList: [fileId] })
  return fileList[0]?.code === 'SUCCESS'
}
