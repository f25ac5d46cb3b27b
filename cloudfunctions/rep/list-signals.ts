// Where were her rules and HQ's met lately? With the words around them where those are kept.
import type { ContactId } from '@shared/domain/ids'
import { isPasted, type Note } from '@shared/domain/note'
import { aroundHit, type SignalRule } from '@shared/domain/signal'
import { pageHits } from '../_kit/data/notes'
import { HQ, listRulesOf } from '../_kit/data/signal-rules'
import { listWordless } from '../_kit/keeps-words'
import type { Handler } from '../_kit/serve'
import { showWho } from '../_kit/show-who'

const PAGE = 30

const showHits = ({ text, hits }: Pick<Note, 'text' | 'hits'>, rules: readonly SignalRule[]) =>
  hits.map((hit) => ({
    ...{ ruleId: hit.ruleId, name: hit.name, word: hit.word },
    around: text === null ? null : aroundHit(text, hit),
    talk: rules.find(({ _id }) => _id === hit.ruleId)?.talk ?? '',
  }))

/** Her own words are not shown once they may not be kept, whether they are gone already or not. */
const asKept = (note: Note, wordless: readonly ContactId[]): Note =>
  isPasted(note.kind) && note.contactId !== null && wordless.includes(note.contactId) ? { ...note, text: null } : note

/** What is under a contact whom she may not open is passed over. */
export const listSignals: Handler<'rep', 'signal.list'> = async ({ cursor }, { caller: { member } }) => {
  const [{ items, next }, own, hq] = await Promise.all([
    pageHits(member._id, cursor, PAGE),
    listRulesOf(member._id),
    listRulesOf(HQ),
  ])
  const contactIds = items.flatMap(({ contactId }) => contactId ?? [])
  const [whoOf, wordless] = await Promise.all([showWho(member._id, contactIds), listWordless(member._id, contactIds)])
  const open = items.filter(({ contactId }) => contactId === null || whoOf.has(contactId))
  return {
    items: open.map((note) => ({
      ...{ noteId: note._id, groupId: note.groupId, kind: note.kind, at: note.at },
      who: note.contactId === null ? null : (whoOf.get(note.contactId) ?? null),
      hits: showHits(asKept(note, wordless), [...own, ...hq]),
    })),
    next,
  }
}
