// What is a spread graph? Who passed on to whom across all posts, as plain arrays that server and picture share.
import type { Channel } from '../share'

/** Where a reading came from: a chat with one, a group chat, Moments, a poster's code, a link outside WeChat. */
export const SPREAD_SCENES = ['chat', 'group', 'moments', 'poster', 'link', 'other'] as const
export type SpreadScene = (typeof SPREAD_SCENES)[number]
/** Readings by scene; what is missing is nothing. */
export type SceneMix = Partial<Record<SpreadScene, number>>

/** Fewer anonymous people than this are told to a rep as "few", never as a number. */
export const FEW = 3
/** The same towards HQ. */
export const FEW_AT_HQ = 5

/**
 * rep: the root. person: someone who agreed to be seen in chains. branch: all who did not agree, below one rep or person, as a
 * count that says nothing of any one of them.
 */
export type SpreadNode = {
  key: string // rep: her member id · person: her reader's id · branch: the key above it and '~'
  kind: 'rep' | 'person' | 'branch'
  score: number // in tenths; 0 for rep and branch
  people: number // who read what came by it; of a branch: how many they are
  deep: number // deep readings that came by it
  passes: number // her shares; of a branch: theirs
  few: boolean // a branch of fewer than FEW: people, deep and passes are 0
  firstAt: number | null // her first share or reading; null for a branch: a time would tell of one
  lastAt: number | null
  depth: number // steps below the rep
  scenes: SceneMix // where those who came by it came from; counts under FEW are left out
}

/** from, to: places in `nodes`. An edge between two people stands only where both agreed. */
export type SpreadEdge = {
  from: number
  to: number
  passes: number // shares of `from` by which `to` came (of a branch: they came)
  deep: number
  lastAt: number | null // null towards a branch
}

export type SpreadGraph = { nodes: SpreadNode[]; edges: SpreadEdge[] }

const SINGLE_CHAT = 1007
const GROUP_CHAT = 1008
const MOMENTS = [1154, 1155]
const CODES = [1011, 1012, 1013, 1025, 1031, 1032, 1047, 1048, 1049]
const LINKS = [1065, 1167, 1179, 1194]
/** WeChat's chatType: 1 friend, 2 WeCom friend, 3 group, 4 WeCom group. */
const GROUP_CHAT_TYPES = [3, 4]
const CHAT_TYPES = [1, 2]

const OF_CHANNEL: Record<Channel, SpreadScene> = {
  'chat-card': 'chat',
  poster: 'poster',
  link: 'link',
  timeline: 'moments',
}

/** WeChat's scene says it (lib.wx.app.d.ts, scene list); where it does not, the way the share was made. */
export const spreadSceneOf = (scene: number, chatType: number | null, channel: Channel | null): SpreadScene => {
  if (MOMENTS.includes(scene)) return 'moments'
  if (CODES.includes(scene)) return 'poster'
  if (LINKS.includes(scene)) return 'link'
  if (scene === GROUP_CHAT || (chatType !== null && GROUP_CHAT_TYPES.includes(chatType))) return 'group'
  if (scene === SINGLE_CHAT || (chatType !== null && CHAT_TYPES.includes(chatType))) return 'chat'
  return channel === null ? 'other' : OF_CHANNEL[channel]
}
