// A rep brings names of her own along: which of them can be kept, which are there already, and what taking back undoes.
import type { ContactId, ContactImportId, MemberId } from './ids'
import { REMARK_MAX, TAG_MAX } from './limits'
import { findChildFacts } from './minor'

/** One row as it was written: a name she uses for somebody, and what she tags her with. */
export type NameRow = { line: number; remark: string; tags: string[] }

export const CONTACT_FAULTS = [
  'empty',
  'too-long',
  'tag-too-long',
  'too-many-tags',
  'phone',
  'child-facts',
  'unsafe-text',
  'twice', // the same name stands in the list before
  'not-yours', // the contact it is to be added to is somebody else's, or gone
  'tags-full',
  'list-full',
] as const
export type ContactFault = (typeof CONTACT_FAULTS)[number]
export type Fault = { fault: ContactFault; found: string }

export const IMPORT_PORTION = 50 // rows a request
export const IMPORT_ROWS_MAX = 500 // rows a list
export const IMPORT_TAGS_MAX = 5 // per row
export const IMPORT_TEXT_MAX = 30_000 // characters of a file or a paste
/** So long a list can be taken back, and so many of them are shown. */
export const IMPORT_UNDO_MS = 7 * 86_400_000
export const IMPORTS_SHOWN = 20

/** What became of one row. */
/** tags: which of them were new to a contact who was there already. */
export type ImportedRow = { contactId: ContactId; made: boolean; tags: string[] }
export type ContactImport = {
  _id: ContactImportId
  repId: MemberId
  at: number
  rows: ImportedRow[]
  rev: number // grows with every portion
  undoneAt: number | null
}

/** Digits in every spelling, with what people put between them; no lookbehind, for phones before iOS 16.4. */
const narrow = (text: string): string =>
  text.replace(/[０-９＋－]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
const LONG_NUMBER = /\+?\d(?:[\s\-—_.·*()（）]*\d){6,}/

/** Telephone, identity card, bank card, QQ: seven digits or more identify somebody. */
export const findLongNumber = (text: string): string | null => LONG_NUMBER.exec(narrow(text))?.[0] ?? null

const fault = (name: ContactFault, found = ''): Fault => ({ fault: name, found })

/** What can be said of a row by itself; texts are also shown to WeChat's check, by the server. */
export const faultOfRow = ({ remark, tags }: Pick<NameRow, 'remark' | 'tags'>): Fault | null => {
  if (remark.trim() === '') return fault('empty')
  if (Array.from(remark).length > REMARK_MAX) return fault('too-long')
  if (tags.length > IMPORT_TAGS_MAX) return fault('too-many-tags')
  const long = tags.find((tag) => Array.from(tag).length > TAG_MAX)
  if (long !== undefined) return fault('tag-too-long', long)
  for (const text of [remark, ...tags]) {
    const number = findLongNumber(text)
    if (number !== null) return fault('phone', number)
    const child = findChildFacts(text)[0]
    if (child) return fault('child-facts', child.word)
  }
  return null
}

/** Two names are the same however they are spaced or cased. */
export const nameKey = (remark: string): string => remark.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** A fault per row, null where there is none; the second of two same names is told. */
export const checkRows = (rows: readonly NameRow[]): (Fault | null)[] => {
  const seen = new Set<string>()
  return rows.map((row, at) => {
    const own = faultOfRow(row)
    if (own) return own
    if (at >= IMPORT_ROWS_MAX) return fault('list-full')
    const key = nameKey(row.remark)
    if (seen.has(key)) return fault('twice', row.remark)
    seen.add(key)
    return null
  })
}

const HEAD = /^(?:姓名|名字|名称|备注|备注名|昵称|客户|称呼|name|remark|nickname)$/i
const TAGS_HEAD = /^(?:标签|tags?|label|分组)$/i
const TAG_BREAK = /[、，,;；|/]/

const tagsOf = (cell: string): string[] => [
  ...new Set(
    cell
      .split(TAG_BREAK)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]

/**
 * Rows of a table as names: with a head the columns it names, without one the first column as name and the second as tags.
 * Columns of anything else (numbers, addresses) are left out and never sent. line: as counted in the file, from 1.
 */
export const namesOfTable = (table: readonly (readonly string[])[]): NameRow[] => {
  const first = table.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  const head = (table[first] ?? []).map((cell) => cell.trim().replace(/^\ufeff/, ''))
  const named = head.findIndex((cell) => HEAD.test(cell))
  const from = named < 0 ? first : first + 1
  const tagged = named < 0 ? 1 : head.findIndex((cell) => TAGS_HEAD.test(cell))
  return table
    .map((cells, at) => ({
      line: at + 1,
      remark: (cells[Math.max(named, 0)] ?? '').replace(/^\ufeff/, '').trim(),
      tags: tagged < 0 ? [] : tagsOf(cells[tagged] ?? ''),
    }))
    .filter(({ line, remark, tags }) => line > from && (remark !== '' || tags.length > 0))
}

/** Lines as pasted: a name, and after a tab, a comma or two blanks her tags. */
export const namesOfLines = (text: string): NameRow[] =>
  namesOfTable(
    text.split(/\r\n|\r|\n/).map((line) => {
      const [, name = '', rest = ''] = /^([^\t,，]*)(?:[\t,，](.*))?$/.exec(line.trim()) ?? []
      return [name, rest]
    }),
  )
