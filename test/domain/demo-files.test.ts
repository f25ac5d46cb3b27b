// Is what the demo keeps of its contacts what a rep could have kept? Of contacts who agreed, naming no child, answering what is asked.
import { findChildFacts } from '../../shared/domain/minor'
import { mayWriteNote } from '../../shared/domain/note'
import { keepAnswers } from '../../shared/domain/sheet-fields.data'
import { demoFiles } from '../../tools/demo/files.data'
import { demoContacts, demoReps } from '../../tools/demo/people.data'

test('of every rep, about half of the contacts who agreed and have a name', () => {
  for (const { username } of demoReps) {
    const hers = demoContacts.filter(
      ({ repUsername, consent, named }) => repUsername === username && consent === 'given' && named,
    )
    const kept = demoFiles.filter(({ repUsername }) => repUsername === username)
    expect(kept.length).toBeGreaterThan(0)
    for (const { remark } of kept) expect(hers.map((contact) => contact.remark)).toContain(remark)
  }
  expect(demoFiles.length).toBeGreaterThanOrEqual(24)
})

test.each(demoFiles.map((file) => [file.remark, file] as const))('%s', (_, file) => {
  const { answers = {}, notes = [], promises = [], occasions = [], purchases = [] } = file
  expect(keepAnswers(answers)).toEqual(answers)
  const texts = [
    ...notes.map(([, , text]) => text),
    ...promises.map(([text]) => text),
    ...occasions.map(([, name]) => name),
  ]
  const said = [...texts, ...purchases.map(([product]) => product), file.source[1] ?? '']
  expect(said.flatMap(findChildFacts)).toEqual([])
  for (const [kind, , text] of notes)
    expect(mayWriteNote({ kind, contactId: 'c' as never, text, photos: [], purchase: null })).toEqual({ ok: true })
})

test('the first rep has something overdue, something due today, and a day that comes within the week', () => {
  const hers = demoFiles.filter(({ repUsername }) => repUsername === 'xuwanqing')
  const due = hers.flatMap(({ promises = [] }) =>
    promises.flatMap(([, dueIn, kept]) => (kept === undefined ? [dueIn] : [])),
  )
  expect([due.some((days) => days < 0), due.includes(0)]).toEqual([true, true])
  const days = hers.flatMap(({ occasions = [] }) => occasions.map(([, , on]) => on))
  expect(days.some((on) => 'inDays' in on && on.inDays <= 7)).toBe(true)
  expect(days.some((on) => 'lunar' in on)).toBe(true)
})
