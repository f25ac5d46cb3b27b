// Where were her rules and HQ's met lately? With the words around them where those are kept.
import type { Note } from '@shared/domain/note'
import { aroundHit, type SignalRule } from '@shared/domain/signal'
import { now } from '../_kit/clock'
import { pageHits } from '../_kit/data/notes'
import { HQ, listRulesOf } from '../_kit/data/signal-rules'
import type { Handler } from '../_kit/serve'
import { showWho } from '../_kit/show-who'

const PAGE = 30

const showHits = ({ text, hits }: Pick<Note, 'text' | 'hits'>, rules: readonly SignalRule[]) =>
  hits.map((hit) => ({
    ...{ ruleId: hit.ruleId, name: hit.name, word: hit.word },
    around: text === null ? null : aroundHit(text, hit),
    talk: rules.find(({ _id }) => _id === hit.ruleId)?.talk ?? '',
  }))

/** What is under a contact whom she may not open is passed over. */
export const listSignals: Handler<'rep', 'signal.list'> = async ({ cursor }, { caller: { member } }) => {
  const [{ items, next }, own, hq] = await Promise.all([
    pageHits(member._id, cursor, PAGE),
    listRulesOf(member._id),
    listRulesOf(HQ),
  ])
  const whoOf = await showWho(
    member._id,
    items.flatMap(({ contactId }) => contactId ?? []),
    now(),
  )
  const open = items.filter(({ contactId }) => contactId === null || whoOf.has(contactId))
  return {
    items: open.map((note) => ({
      ...{ noteId: note._id, groupId: note.groupId, kind: note.kind, at: note.at },
      who: note.contactId === null ? null : (whoOf.get(note.contactId) ?? null),
      hits: showHits(note, [...own, ...hq]),
    })),
    next,
  }
}
