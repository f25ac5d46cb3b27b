// How did one post travel below one rep? Depth, width, half-life and the tree, as counts that name nobody.
import type { MemberId, PostId } from '../ids'
import type { Forest } from './forest'
import { FEW, type SceneMix, SPREAD_SCENES } from './graph'
import { isByReader, isDeep, isErased, NONE, scenePlace, type TreeName } from './rows'

/** Of one step below the rep: shares, and readings by readers that came by them. */
export type Level = { shares: number; opened: number; deep: number }

export type SpreadTree = {
  postId: PostId
  repId: MemberId
  shares: number
  opened: number // readings by readers
  deep: number
  apart: number // readings by staff, sharers and crawlers
  depth: number // steps below the rep's own shares; 0: nobody passed it on
  width: number // shares on the widest level
  levels: Level[] // the rep's own first
  unseen: Level[] // of each level, what is by people who are not seen in chains
  scenes: SceneMix
  firstAt: number | null // the first share
  lastAt: number | null // the last share or opening
  halfLifeMs: number | null // from the first share until half of the openings had come
}

/** A count as it may be told: of one or two people only that they are few. */
export const tellCount = (n: number, least = FEW): number | 'few' => (n > 0 && n < least ? 'few' : n)

/** Of a step where others are seen, one or two who are not are left out: else what is left over would be told of them. */
const withoutFew = (all: number, unseen: number): number =>
  unseen > 0 && unseen < FEW && unseen < all ? all - unseen : all

/** What may be told of the steps beside a graph that shows who agreed. */
export const tellableLevels = ({ levels, unseen }: Pick<SpreadTree, 'levels' | 'unseen'>): Level[] =>
  levels.map((level, step) => {
    const of = unseen[step] ?? level
    return {
      shares: withoutFew(level.shares, of.shares),
      opened: withoutFew(level.opened, of.opened),
      deep: withoutFew(level.deep, of.deep),
    }
  })

export const mixOf = (scenes: readonly number[], least = 1): SceneMix =>
  Object.fromEntries(
    SPREAD_SCENES.flatMap((scene, place) => ((scenes[place] ?? 0) >= least ? [[scene, scenes[place]]] : [])),
  )

const sum = (levels: readonly Level[], of: keyof Level): number => levels.reduce((n, level) => n + level[of], 0)

type Seen = {
  levels: Level[]
  unseen: Level[]
  scenes: number[]
  apart: number
  sharedAt: number[]
  openedAt: number[]
}

const NOTHING: Level = { shares: 0, opened: 0, deep: 0 }

const isSeen = ({ people }: Forest, person: number): boolean => person !== NONE && people.agreed.get(person) === 1

const readOf = (forest: Forest, share: number, seen: Seen): void => {
  const { shares, readings } = forest
  const depth = shares.depth.get(share)
  for (let r = shares.firstReading.get(share); r !== NONE; r = readings.next.get(r)) {
    const flags = readings.flags.get(r)
    if (isErased(flags)) continue
    if (!isByReader(flags)) {
      seen.apart++
      continue
    }
    const counted = isSeen(forest, readings.person.get(r)) ? [seen.levels] : [seen.levels, seen.unseen]
    for (const level of counted.map((levels) => levels[depth] ?? { ...NOTHING })) {
      level.opened++
      if (isDeep(flags)) level.deep++
    }
    seen.scenes[scenePlace(flags)] = (seen.scenes[scenePlace(flags)] ?? 0) + 1
    seen.openedAt.push(readings.at.get(r))
  }
}

const see = (forest: Forest, tree: number): Seen => {
  const { shares, trees } = forest
  const seen: Seen = { levels: [], unseen: [], scenes: [], apart: 0, sharedAt: [], openedAt: [] }
  const open: number[] = []
  for (let root = trees.firstRoot.get(tree); root !== NONE; root = shares.nextSibling.get(root)) open.push(root)
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    const depth = shares.depth.get(row)
    const [level, unseen] = [seen.levels[depth] ?? { ...NOTHING }, seen.unseen[depth] ?? { ...NOTHING }]
    seen.levels[depth] = level
    seen.unseen[depth] = unseen
    level.shares++
    if (depth > 0 && !isSeen(forest, shares.person.get(row))) unseen.shares++ // the rep's own are hers
    seen.sharedAt.push(shares.at.get(row))
    readOf(forest, row, seen)
    for (let child = shares.firstChild.get(row); child !== NONE; child = shares.nextSibling.get(child)) open.push(child)
  }
  return seen
}

const least = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((a, b) => Math.min(a, b))
const most = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((a, b) => Math.max(a, b))

const halfLife = (openedAt: readonly number[], firstAt: number | null): number | null => {
  if (firstAt === null) return null
  const half = Float64Array.from(openedAt).sort()[Math.ceil(openedAt.length / 2) - 1]
  return half === undefined ? null : Math.max(0, half - firstAt)
}

/** Takes as long as the tree is large. */
export const spreadTree = (forest: Forest, { postId, repId }: TreeName): SpreadTree => {
  const { levels, unseen, scenes, apart, sharedAt, openedAt } = see(forest, forest.trees.find({ postId, repId }))
  const firstAt = least(sharedAt)
  return {
    ...{ postId, repId, apart, levels, unseen, firstAt },
    shares: sum(levels, 'shares'),
    opened: sum(levels, 'opened'),
    deep: sum(levels, 'deep'),
    depth: Math.max(0, levels.length - 1),
    width: levels.reduce((n, { shares }) => Math.max(n, shares), 0),
    scenes: mixOf(scenes),
    lastAt: most([most(sharedAt), most(openedAt)].filter((at) => at !== null)),
    halfLifeMs: halfLife(openedAt, firstAt),
  }
}
