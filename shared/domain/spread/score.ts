// Whose passing-on brings others to read? A score made of terms that a page can show, each with its reason
// (docs/decisions/0023-spread-scores.md).
import { Ints } from './column'
import type { Forest } from './forest'
import { Links } from './links'
import { isByReader, isDeep, NONE } from './rows'
import { type Credited, WeekTable } from './week-table'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** A reading counts half after so long. */
export const SCORE_HALF_LIFE_MS = 45 * DAY_MS
/** One step further down counts so much. */
export const STEP_DECAY = 0.5
/** Below this many steps hardly anything is left. */
const STEPS_MAX = 6
/** A reading of someone unknown may be the same person again: it counts less, ever less per share, and at most as much as the known of the same post. */
const UNKNOWN_WEIGHT = 0.3
const UNKNOWN_ENOUGH = 3
/** From about here on a post's luck counts by its logarithm. */
const POST_ENOUGH = 8
/** A post counts towards evidence from this much on. */
const POST_MIN = 0.1
const POSTS_PRIOR = 2
const WEEKS_PRIOR = 1

/** Credit: one new reader who read deeply what she passed on herself, today, is 1. */
export type ScoreTerms = {
  readers: number // known people, each once
  near: number // credit by her own shares
  far: number // … by shares further down
  unknown: number // … by readings of those who did not say who they are, after their cap
  lost: { time: number; rings: number; repeats: number } // credit that was taken off, in this order
  posts: number // that brought someone
  weeks: number // in which someone came
  value: number // sum over posts of POST_ENOUGH × ln(1 + credit ÷ POST_ENOUGH)
  evidence: number // posts ÷ (posts + POSTS_PRIOR)
  steadiness: number // weeks ÷ (weeks + WEEKS_PRIOR)
  score: number // value × evidence × steadiness
}

type PostCredit = { known: number; unknown: number }
type Phase = 'gather' | 'weigh' | 'score' | 'done'

/** isStaff: people whose sharing is their work; they score nothing, nor does their reading. */
export type ScoreAsked = { now: number; isStaff?: (key: string) => boolean }

/** Scores of all people of a forest that stays as it is meanwhile, worked out in steps as large as the caller likes. */
export class Scoring {
  /** By place in forest.people. */
  readonly scores: Float64Array
  private readonly links: Links
  private readonly table = new WeekTable()
  private readonly posts = new Map<number, PostCredit>()
  private readonly open: number[] = []
  private readonly staff = new Ints() // by person: 1 where she is
  /** Written over for each reading. */
  private readonly credited: Credited = { reader: NONE, week: 0, tree: NONE, credit: 0, near: false, time: 0, rings: 0 }
  private phase: Phase = 'gather'
  private next = 0

  constructor(
    private readonly forest: Forest,
    private readonly asked: ScoreAsked,
  ) {
    this.links = new Links(forest)
    this.scores = new Float64Array(forest.people.keys.length)
  }

  /** Goes on by so many rows; true once all is worked out. */
  step(rows: number): boolean {
    const { forest, links } = this
    const end = this.phase === 'gather' ? forest.shares.ids.count : this.scores.length
    const to = Math.min(end, this.next + rows)
    for (; this.next < to; this.next++) {
      if (this.phase === 'gather') links.gather(this.next)
      else if (this.phase === 'weigh') this.weigh(this.next)
      else if (this.phase === 'score')
        this.scores[this.next] = this.isScored(this.next) ? this.termsOf(this.next).score : 0
    }
    if (to === end) this.nextPhase()
    return this.phase === 'done'
  }

  /** Everything at once. */
  run(): this {
    while (!this.step(Number.MAX_SAFE_INTEGER));
    return this
  }

  /** Why she has her score; null where she is no one who is scored. Once all is worked out. */
  explain(key: string): ScoreTerms | null {
    const person = this.forest.people.find(key)
    return this.phase !== 'done' || person === NONE || !this.isScored(person) ? null : this.termsOf(person)
  }

  /** The first `count` of those with a score; equals by key. */
  top(count: number): { key: string; score: number }[] {
    const { keys } = this.forest.people
    const all: { key: string; score: number }[] = []
    this.scores.forEach((score, place) => {
      if (score > 0) all.push({ key: keys[place] ?? '', score })
    })
    return all.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, count)
  }

  private nextPhase(): void {
    this.next = 0
    if (this.phase === 'gather') this.links.arrange()
    this.phase = this.phase === 'gather' ? 'weigh' : this.phase === 'weigh' ? 'score' : 'done'
  }

  private weigh(person: number): void {
    const { links, asked, forest } = this
    const isStaff = links.staff.get(person) === 1 || (asked.isStaff?.(forest.people.keys[person] ?? '') ?? false)
    if (isStaff) this.staff.set(person, 1)
    links.weigh(person)
  }

  private isStaff(person: number): boolean {
    return this.staff.get(person) === 1
  }

  private isScored(person: number): boolean {
    const { people } = this.forest
    return people.firstShare.get(person) !== NONE && people.agreed.get(person) === 1 && !this.isStaff(person)
  }

  private termsOf(person: number): ScoreTerms {
    const { table, posts, forest } = this
    table.clear()
    posts.clear()
    const { people, shares } = forest
    for (let row = people.firstShare.get(person); row !== NONE; row = shares.nextOfPerson.get(row))
      if (shares.depth.get(row) !== NONE) this.walk(person, row)
    const sums = table.sum((tree, credit) => (this.post(tree).known += credit))
    let [value, unknown, counted] = [0, 0, 0]
    for (const post of posts.values()) {
      const more = Math.min(post.unknown, post.known)
      unknown += more
      value += POST_ENOUGH * Math.log1p((post.known + more) / POST_ENOUGH)
      if (post.known + more >= POST_MIN) counted++
    }
    const evidence = counted / (counted + POSTS_PRIOR)
    const steadiness = sums.weeks / (sums.weeks + WEEKS_PRIOR)
    const { readers, near, far, weeks, lost } = sums // spread out by `...` they take half the time of all scores
    const score = value * evidence * steadiness
    return { readers, near, far, unknown, lost, posts: counted, weeks, value, evidence, steadiness, score }
  }

  /** All that hangs below one share of hers; below the next share of her own that one is walked from. */
  private walk(person: number, top: number): void {
    const { shares } = this.forest
    const { open } = this
    open.push(top)
    const from = shares.depth.get(top)
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      const steps = shares.depth.get(row) - from
      this.read(person, row, steps)
      if (steps === STEPS_MAX) continue
      for (let child = shares.firstChild.get(row); child !== NONE; child = shares.nextSibling.get(child))
        if (shares.person.get(child) !== person) open.push(child)
    }
  }

  private read(person: number, share: number, steps: number): void {
    const { people, shares, readings } = this.forest
    const weight = STEP_DECAY ** steps
    let strangers = 0 // and known people who do not agree to be seen in chains: a term of theirs would say who
    for (let r = shares.firstReading.get(share); r !== NONE; r = readings.next.get(r)) {
      const flags = readings.flags.get(r)
      const reader = readings.person.get(r)
      if (reader === person || !isByReader(flags) || !isDeep(flags)) continue
      const age = Math.max(0, this.asked.now - readings.at.get(r))
      const fade = 2 ** (-age / SCORE_HALF_LIFE_MS)
      if (reader !== NONE && this.isStaff(reader)) continue
      if (reader === NONE || people.agreed.get(reader) !== 1) strangers += fade
      else {
        const faded = weight * fade
        const credit = faded * this.links.factorOf(r)
        const { credited } = this
        credited.reader = reader
        credited.week = Math.floor(age / WEEK_MS)
        credited.tree = shares.tree.get(share)
        credited.credit = credit
        credited.near = steps === 0
        credited.time = weight - faded
        credited.rings = faded - credit
        this.table.put(credited)
      }
    }
    if (strangers > 0)
      this.post(shares.tree.get(share)).unknown +=
        weight * UNKNOWN_WEIGHT * UNKNOWN_ENOUGH * Math.log1p(strangers / UNKNOWN_ENOUGH)
  }

  private post(tree: number): PostCredit {
    const had = this.posts.get(tree)
    if (had) return had
    const post = { known: 0, unknown: 0 }
    this.posts.set(tree, post)
    return post
  }
}
