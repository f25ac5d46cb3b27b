// A spread made by chance with known truth: who really brings readers, and who only looks like it. Same seed, same world.
import type { MemberId, PostId, ReadingId, ShareToken } from '../../shared/domain/ids'
import type { SpreadScene } from '../../shared/domain/spread/graph'
import type { ReadingFact, ShareFact } from '../../shared/domain/spread/rows'
import { type Random, randomFrom } from '../reading/random'
import { castOf, FRIENDS, type Part, type Plan, type Planted } from './cast'

export const NOW = Date.UTC(2026, 10, 22)
const WEEK_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000
const POSTS_A_WEEK = 5
const SCENES: readonly SpreadScene[] = ['chat', 'chat', 'group', 'moments', 'poster', 'link']
const WORD = 62 ** 6
const DEEPEST = 14

export type Sink = {
  putShare(fact: ShareFact): void
  putReading(fact: ReadingFact): void
  agree(key: string, agreed: boolean): void
}
export type Asked = { shares: number; people: number; reps: number; weeks: number; seed: number; crowd?: number }

type Tree = { postId: PostId; repId: MemberId; rep: number; at: number }
type Twig = { token: ShareToken; depth: number; at: number }

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base62 = (n: number, length: number): string => {
  let text = ''
  for (let left = n; text.length < length; left = Math.floor(left / 62)) text += DIGITS.charAt(left % 62)
  return text
}

export class World {
  readonly planted: Planted
  shares = 0
  readings = 0
  private readonly random: Random
  private readonly plans: Map<number, Plan>
  private readonly members: number[][]

  constructor(
    private readonly asked: Asked,
    private readonly sink: Sink,
  ) {
    this.random = randomFrom(asked.seed)
    const cast = castOf(asked)
    this.planted = { ...cast.planted }
    this.plans = cast.plans
    this.members = Array.from({ length: asked.reps }, () => [])
    for (const [person, { rep }] of this.plans) this.members[rep]?.push(person)
  }

  /** Tells everything in the order of its posts. */
  grow(): this {
    const { people, reps, weeks, shares } = this.asked
    for (let person = 0; person < people; person++) this.sink.agree(this.key(person), this.inChains(person))
    const trees = weeks * POSTS_A_WEEK * reps
    let grown = 0
    for (let week = 0; week < weeks; week++)
      for (let post = 0; post < POSTS_A_WEEK; post++)
        for (let rep = 0; rep < reps; rep++) {
          const at = NOW - (weeks - week) * WEEK_MS + (post * WEEK_MS) / POSTS_A_WEEK
          const tree: Tree = { postId: `post${week}x${post}` as PostId, repId: `rep${rep}` as MemberId, rep, at }
          const root = this.share(tree, null, null)
          for (const person of this.members[rep] ?? []) this.playPart(tree, root, person, week, post)
          this.ordinary(tree, root, (shares - this.shares) / (trees - grown++))
        }
    return this
  }

  key(person: number): string {
    return `rep${person % this.asked.reps}.p${person}`
  }

  private plan(person: number): Plan | undefined {
    return this.plans.get(person)
  }

  /** Seven of ten agree to be known, six of ten of these to be seen in chains; those with a part all do. */
  private isKnown(person: number): boolean {
    return this.plan(person) !== undefined || (Math.imul(person + 1, 0x9e3779b1) >>> 0) % 100 < 70
  }

  private inChains(person: number): boolean {
    return this.plan(person) !== undefined || (Math.imul(person + 1, 0x9e3779b1) >>> 0) % 100 < 42
  }

  private share(tree: Tree, up: Twig | null, person: number | null): Twig {
    const at = up === null ? tree.at : up.at + this.random.logNormal(3 * HOUR_MS, 1)
    const token = (base62(this.random.unit() * WORD, 6) + base62(this.random.unit() * WORD, 6)) as ShareToken
    const { postId, repId } = tree
    const by = person !== null && this.inChains(person) ? this.key(person) : null
    this.sink.putShare({ token, parent: up?.token ?? null, postId, repId, person: by, at })
    this.shares++
    return { token, depth: up === null ? 0 : up.depth + 1, at }
  }

  private read(twig: Twig, person: number | null, deep: boolean, by: ReadingFact['by'] = 'reader'): void {
    const at = Math.min(NOW, twig.at + this.random.logNormal(2 * HOUR_MS, 1))
    const scene = SCENES[this.random.int(0, SCENES.length - 1)] ?? 'other'
    const id = (base62(this.readings++, 10) + base62(this.random.unit() * WORD, 10)) as ReadingId
    const key = person !== null && this.isKnown(person) ? this.key(person) : null
    this.sink.putReading({ id, token: twig.token, by, person: key, deep, scene, at })
  }

  private anyOf(rep: number): number {
    const { people, reps } = this.asked
    const person = rep + reps * this.random.int(0, Math.floor(people / reps) - 1)
    const part = this.plan(person)?.part
    return part === 'ring' || part === 'sock' ? (rep + reps * FRIENDS) % people : person
  }

  /** About so many shares more, by people like all others: opened by one or none, now and then passed on. */
  private ordinary(tree: Tree, root: Twig, more: number): void {
    for (let n = 0; n < 3; n++)
      if (this.random.chance(0.5)) this.read(root, this.anyOf(tree.rep), this.random.chance(0.35))
    const twigs = [root]
    const count = Math.max(0, Math.floor(more - 1 + this.random.unit()))
    for (let n = 0; n < count; n++) {
      const up = twigs[this.random.int(0, twigs.length - 1)] ?? root
      const person = this.anyOf(tree.rep)
      const part = this.plan(person)?.part
      if (up.depth >= DEEPEST || (part !== undefined && part !== 'couple')) continue
      this.read(up, person, this.random.chance(0.35))
      const twig = this.share(tree, up, person)
      twigs.push(twig)
      if (this.random.chance(0.5)) this.read(twig, this.anyOf(tree.rep), this.random.chance(0.3))
    }
  }

  private playPart(tree: Tree, root: Twig, person: number, week: number, post: number): void {
    const plan = this.plan(person)
    if (!plan || !plays[plan.part](plan, week, post, this.random)) return
    if (plan.part !== 'ring' || this.random.chance(0.2)) this.read(root, person, true)
    for (let n = 0; n < (plan.part === 'broadcaster' ? 3 : 1); n++)
      this.audience(tree, this.share(tree, root, person), plan, person)
  }

  private audience(tree: Tree, twig: Twig, plan: Plan, person: number): void {
    const { random } = this
    const some = (mean: number): number => Math.max(0, Math.round(mean * random.logNormal(1, 0.4)))
    const readers = (count: number, deep: number, on: number): void => {
      for (let n = 0; n < count; n++) {
        const reader = this.anyOf(tree.rep)
        this.read(twig, reader, random.chance(deep))
        if (random.chance(on)) this.pass(tree, twig, reader, on)
      }
    }
    if (plan.part === 'koc') readers(some(plan.reach), 0.6, 0.25)
    else if (plan.part === 'broadcaster') readers(random.chance(0.4) ? 1 : 0, 0.2, 0.02)
    else if (plan.part === 'lucky') readers(some(plan.reach), 0.5, 0.45)
    else if (plan.part === 'couple') for (const other of plan.with) this.read(twig, other, true)
    else if (plan.part === 'staff') {
      for (const other of plan.with) this.read(twig, other, true, 'staff')
      readers(some(5), 0.5, 0.2)
    } else if (plan.part === 'self') {
      for (let n = 0; n < 5; n++) this.read(twig, person, true, n < 2 ? 'sharer' : 'reader')
      for (let n = 0; n < 8; n++) this.read(twig, null, true)
    } else if (plan.part !== 'sock')
      for (const other of plan.with) {
        this.read(twig, other, true)
        if (random.chance(0.3)) this.read(this.share(tree, twig, other), person, true)
      }
  }

  /** A reader passes it on, and perhaps who reads that. */
  private pass(tree: Tree, up: Twig, person: number, on: number): void {
    if (this.plan(person) !== undefined || up.depth >= DEEPEST) return
    const twig = this.share(tree, up, person)
    for (let n = 0; n < 2; n++) {
      const reader = this.anyOf(tree.rep)
      this.read(twig, reader, this.random.chance(0.45))
      if (this.random.chance(on)) this.pass(tree, twig, reader, on)
    }
  }
}

/** When does whom its part make pass a post on? */
const plays: Record<Part, (plan: Plan, week: number, post: number, random: Random) => boolean> = {
  koc: (_plan, _week, post, random) => random.chance(post < 2 ? 0.6 : 0.15),
  broadcaster: () => true,
  lucky: (plan, week, post) => week === plan.week && post === 0,
  staff: () => true,
  self: (_plan, _week, post) => post < 4,
  ring: (_plan, _week, post) => post < 3,
  sockpuppeteer: (_plan, _week, post) => post < 3,
  sock: () => false,
  couple: (_plan, _week, post, random) => post === 1 && random.chance(0.7),
}
