// In which matters is somebody listened to? By topic and column of what she passed on: how many who agreed to be seen read it
// deeply below her, each once. One such post may be luck of the topic; one reader never is enough.
import type { PostId } from '@shared/domain/ids'
import type { Forest } from '@shared/domain/spread/forest'
import { FEW } from '@shared/domain/spread/graph'
import { isByReader, isDeep, NONE } from '@shared/domain/spread/rows'
import type { Leader } from './data/spreads'
import { isSeenIn } from './spread-graph'

const LEADERS_MAX = 12

const peopleAbove = (forest: Forest, share: number): number[] => {
  const above = new Set<number>()
  for (let row = share; row !== NONE; row = forest.shares.parent.get(row)) {
    const person = forest.shares.person.get(row)
    if (isSeenIn(forest, person)) above.add(person)
  }
  return [...above]
}

/** Of those who agreed. */
const deepReadersOf = (forest: Forest, share: number): number[] => {
  const { shares, readings } = forest
  const found: number[] = []
  for (let r = shares.firstReading.get(share); r !== NONE; r = readings.next.get(r)) {
    const [flags, reader] = [readings.flags.get(r), readings.person.get(r)]
    if (isByReader(flags) && isDeep(flags) && isSeenIn(forest, reader)) found.push(reader)
  }
  return found
}

type Listening = Map<string, Map<number, Set<number>>> // subject, person, who read

const note = (all: Listening, subject: string, person: number, readers: readonly number[]): void => {
  const people = all.get(subject) ?? new Map<number, Set<number>>()
  all.set(subject, people)
  const listening = people.get(person) ?? new Set<number>()
  people.set(person, listening)
  for (const reader of readers) if (reader !== person) listening.add(reader)
}

/** One for each subject, the most listened to; of two alike the one whose key comes first. */
const mostOf = (forest: Forest, subject: string, people: ReadonlyMap<number, ReadonlySet<number>>): Leader | null =>
  [...people]
    .map(([person, { size }]) => ({ subject, key: forest.people.keys[person] ?? '', people: size }))
    .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1))
    .find((leader) => leader.people >= FEW) ?? null

/** subjectsOf: what a post is about. The most listened to first. */
export const leadersOf = (forest: Forest, subjectsOf: ReadonlyMap<PostId, readonly string[]>): Leader[] => {
  const { shares, trees } = forest
  const all: Listening = new Map()
  for (let row = 0; row < shares.ids.count; row++) {
    if (shares.depth.get(row) === NONE || shares.firstReading.get(row) === NONE) continue
    const above = peopleAbove(forest, row)
    const readers = above.length > 0 ? deepReadersOf(forest, row) : []
    const name = readers.length > 0 ? trees.nameAt(shares.tree.get(row)) : null
    for (const subject of (name && subjectsOf.get(name.postId)) ?? [])
      for (const person of above) note(all, subject, person, readers)
  }
  return [...all]
    .flatMap(([subject, people]) => mostOf(forest, subject, people) ?? [])
    .sort((a, b) => b.people - a.people || (a.subject < b.subject ? -1 : 1))
    .slice(0, LEADERS_MAX)
}
