// How does a rep see what she keeps of a contact? Sheet, notes with their signals, promises, special days.
import type { ShownHit, ShownNote, ShownOccasion, ShownPromise, ShownSheet } from '@shared/contracts/file'
import type { Day } from '@shared/domain/day'
import { isPasted, type Note, type PromiseMade } from '@shared/domain/note'
import { nextOf, type Occasion } from '@shared/domain/occasion'
import { cadenceOf, lastContactAt, type Sheet, unansweredOf } from '@shared/domain/sheet'
import type { SignalRule } from '@shared/domain/signal'
import { signUrls } from './files'

export const showSheet = (sheet: Sheet): ShownSheet => {
  const { source, relation, value, taste, cadenceDays, quiet, answers, groupIds, touches, rev } = sheet
  return {
    ...{ source, relation, value, taste, cadenceDays, quiet, answers, groupIds, rev },
    lastContactAt: lastContactAt(touches),
    unanswered: unansweredOf(touches),
    cadence: cadenceOf(sheet),
  }
}

type Known = { keepsWords: boolean; rules: readonly SignalRule[] }

const showHits = ({ hits }: Note, rules: readonly SignalRule[]): ShownHit[] =>
  hits.map((hit) => ({ ...hit, talk: rules.find(({ _id }) => _id === hit.ruleId)?.talk ?? '' }))

/** Her words are not shown once they may not be kept, whether they are gone already or not. */
export const showNotes = async (notes: readonly Note[], { keepsWords, rules }: Known): Promise<ShownNote[]> => {
  const urlOf = await signUrls(notes.flatMap(({ photos }) => photos.map(({ fileId }) => fileId)))
  return notes.map((note) => {
    const { _id, contactId, groupId, kind, text, at, photos, purchase } = note
    return {
      ...{ noteId: _id, contactId, groupId, kind, at, purchase },
      text: isPasted(kind) && !keepsWords ? null : text,
      photos: photos.map(({ fileId }) => ({ fileId, url: urlOf(fileId) })).filter(({ url }) => url !== ''),
      hits: showHits(note, rules),
    }
  })
}

export const showPromise = ({ _id, contactId, text, dueDay, madeAt, keptAt }: PromiseMade): ShownPromise => ({
  ...{ promiseId: _id, contactId, text, dueDay, madeAt, keptAt },
})

/** Open ones first, by day; then those kept, the latest first. */
export const inOrder = (promises: readonly PromiseMade[]): PromiseMade[] =>
  [...promises].sort((a, b) => {
    if (a.open !== b.open) return a.open ? -1 : 1
    return a.open ? (a.dueDay < b.dueDay ? -1 : 1) : (b.keptAt ?? 0) - (a.keptAt ?? 0)
  })

export const showOccasion = (occasion: Occasion, today: Day): ShownOccasion => {
  const { _id, contactId, kind, name, calendar, month, day, leap, leadDays } = occasion
  const next = nextOf(occasion, today)
  return { ...{ occasionId: _id, contactId, kind, name, calendar, month, day, leap, leadDays }, next }
}
