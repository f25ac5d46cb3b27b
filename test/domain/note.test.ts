// What does each kind of note need, and what does not belong to it?
import type { ContactId } from '../../shared/domain/ids'
import { NOTE_MAX, PASTE_MAX } from '../../shared/domain/limits'
import { dealingOf, isPasted, mayWriteNote, NOTE_KINDS } from '../../shared/domain/note'

type Ask = Parameters<typeof mayWriteNote>[0]
const her = 'her' as ContactId
const bought = { product: '奶粉', cycleDays: 30, amountFen: null }
const askOf = (change: Partial<Ask>): Ask => ({
  ...{ kind: 'note', contactId: her, text: '喜欢奶油白', photos: [], purchase: null },
  ...change,
})

test.each<[Partial<Ask>, string]>([
  [{}, 'ok'],
  [{ text: '' }, 'missing text'],
  [{ text: '', photos: ['p'] }, 'ok'],
  [{ text: '长'.repeat(NOTE_MAX) }, 'ok'],
  [{ text: '长'.repeat(NOTE_MAX + 1) }, 'note-too-long text'],
  [{ kind: 'words', text: '长'.repeat(PASTE_MAX) }, 'ok'],
  [{ kind: 'words', text: '' }, 'missing text'],
  [{ kind: 'moment', photos: ['p'] }, 'bad-request photos'],
  [{ kind: 'meeting', text: '' }, 'ok'],
  [{ kind: 'meeting', contactId: null }, 'missing contactId'],
  [{ kind: 'delight', contactId: null }, 'missing contactId'],
  [{ kind: 'consultation', text: '', photos: ['p'] }, 'ok'],
  [{ contactId: null }, 'ok'],
  [{ contactId: null, photos: ['p'] }, 'bad-request photos'],
  [{ kind: 'purchase' }, 'missing purchase'],
  [{ kind: 'purchase', text: '', purchase: bought }, 'ok'],
  [{ purchase: bought }, 'bad-request purchase'],
])('%j: %s', (change, told) => {
  const decision = mayWriteNote(askOf(change))
  expect(decision.ok ? 'ok' : `${decision.reason} ${decision.field}`).toBe(told)
})

test('no kind is both somebody’s words and a dealing', () => {
  expect(NOTE_KINDS.filter(isPasted)).toEqual(['words', 'moment', 'group'])
  expect(NOTE_KINDS.filter((kind) => dealingOf(kind))).toEqual(['purchase', 'consultation', 'meeting', 'delight'])
})
