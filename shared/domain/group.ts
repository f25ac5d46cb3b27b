// Which WeChat groups does a rep keep, as she names them? Who is in one is never stored.
import type { GroupId, MemberId } from './ids'

export type Group = {
  _id: GroupId
  repId: MemberId
  name: string
  theme: string // narrow on purpose: 早八点育儿, 跑步装备
  rules: string[] // what is welcome here and what is not, each with its reason
  hash: string | null // salted hash of WeChat's group id, once a card of hers was opened there
  createdAt: number
  archivedAt: number | null
  rev: number
}

/** Below that a count could point at someone. */
export const GROUP_COUNT_MIN = 3
