// Is everything that stops her own wording told once, and does each offer touch only what its row names?
import fc from 'fast-check'
import { applyFix, rowsOf } from '../../client/pkgs/rep/kit/_parts/edit-rows'
import { judgeEdit } from '../../shared/domain/own-edit'
import { LONG_TEXT } from '../support/rep-answers'

const of = { dealt: LONG_TEXT, lockedWords: ['澜肌', '水光精华液'] }
const rowsFor = (edit: string) => rowsOf(judgeEdit(edit, of), { edit, dealt: LONG_TEXT })

/** Her text with a part cut out and something put there. */
const edits = fc
  .record({
    from: fc.nat(LONG_TEXT.length),
    length: fc.nat(30),
    put: fc.constantFrom('', '¥199', '最好的', '国家级', '买一送一', '我觉得', '不', '第一', '🎉', '4月9日'),
  })
  .map(({ from, length, put }) => LONG_TEXT.slice(0, from) + put + LONG_TEXT.slice(from + length))

test('what is refused has a row, what is allowed has none', () => {
  fc.assert(fc.property(edits, (edit) => rowsFor(edit).length > 0 === !judgeEdit(edit, of).ok))
})

test('no row is told twice, and an offer replaces the word of its row, or no more than what took its place', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const rows = rowsFor(edit)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      for (const { word, kind, fixes } of rows)
        for (const fix of fixes) {
          const was = edit.slice(fix.at, fix.at + fix.length)
          if (kind === 'lost') expect(was.length).toBeLessThanOrEqual(word.length + 2)
          else expect(was).toBe(word)
          expect(applyFix(edit, fix)).toHaveLength(edit.length - was.length + fix.put.length)
        }
    }),
  )
})

test.each([
  ['a price', '¥269', '¥199'],
  ['a name', '澜肌', '蓝肌'],
  ['a day', '3月8日', '3月9日'],
])('%s changed: the offer brings the text back as it was dealt', (_, was, now) => {
  const edit = LONG_TEXT.replace(was, now)
  const mended = rowsFor(edit).reduceRight((text, { fixes: [fix] }) => (fix ? applyFix(text, fix) : text), edit)
  expect(mended).toBe(LONG_TEXT)
})

test('everything thrown away: each fact is named, what holds it is not named again', () => {
  const rows = rowsFor('好')
  const spans = rows.filter(({ kind }) => kind === 'lost').map(({ word }) => word)
  expect(spans).toEqual(expect.arrayContaining(['水光精华液', '399元', '¥269']))
  expect(spans.filter((word) => word.includes('¥269'))).toEqual(['¥269'])
})
