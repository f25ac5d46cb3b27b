// How is she reached? What she reads, when she has time, what the rep is to her, and what she passes on, as far as she agreed.
import { freeTimeOf } from '@shared/domain/free-time'
import { speakersFor } from '@shared/domain/link'
import type { SpreadNode } from '@shared/domain/spread/graph'
import { tellCount } from '@shared/domain/spread/tree'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findSheet } from '../_kit/data/sheets'
import { listGraph } from '../_kit/data/spreads'
import type { Handler } from '../_kit/serve'
import { showTags } from '../_kit/show-tag'
import { findPeople, keysOf } from '../_kit/spread-show'

const showSpread = ({ score, people, deep, passes, scenes, lastAt }: SpreadNode) => ({
  ...{ score, passes, scenes, lastAt },
  people: tellCount(people),
  deep: tellCount(deep),
})

export const seeInfluence: Handler<'rep', 'spread.influence'> = async ({ contactId }, { caller: { member } }) => {
  const at = now()
  const { readers } = await openContact(member._id, contactId)
  const ids = new Set<string>(readers.map(({ _id }) => _id))
  const [sheet, parts] = await Promise.all([findSheet(contactId), listGraph(member._id)])
  const own = parts.flatMap(({ nodes }) => nodes.filter(({ key, kind }) => kind === 'person' && ids.has(key)))
  const mayBeSeen = own.length > 0 && (await findPeople(member._id, keysOf(own))) !== null
  const strongest = mayBeSeen ? [...own].sort((a, b) => b.score - a.score || b.people - a.people)[0] : undefined
  const speakers = speakersFor(readers, contactId)
  return {
    asOf: at,
    tags: showTags(speakers, at),
    freeTime: freeTimeOf(speakers),
    relation: sheet?.relation ?? null,
    value: sheet?.value ?? null,
    spread: strongest ? showSpread(strongest) : null,
  }
}
