// What did she note of what was said in a group? With where a rule was met in it, and what to talk about then.
import type { ShownNote } from '@shared/contracts/file'
import type { Group } from '@shared/domain/group'
import { listNotesOfGroup } from './data/notes'
import { listRulesFor } from './data/signal-rules'

/** Notes of groups carry neither photos nor purchases. */
export const showGroupNotes = async ({ _id, repId }: Group): Promise<ShownNote[]> => {
  const [notes, rules] = await Promise.all([listNotesOfGroup(_id), listRulesFor(repId)])
  const talkOf = new Map<string, string>(rules.map((rule) => [rule._id, rule.talk]))
  return notes.map(({ _id: noteId, kind, text, at, hits }) => ({
    ...{ noteId, contactId: null, groupId: _id, kind, text, at, photos: [], purchase: null },
    hits: hits.map((hit) => ({ ...hit, talk: talkOf.get(hit.ruleId) ?? '' })),
  }))
}
