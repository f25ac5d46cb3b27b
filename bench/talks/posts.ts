// What is there to read? HQ's posts of the simulated months, with their topics and sections.
import { dayAfter, instantOf } from '@shared/domain/day'
import type { PostId } from '@shared/domain/ids'
import type { PostFacts } from '@shared/domain/interest'
import { chanceOf, FOR } from './chance'
import type { World } from './world.data'

/** Some fade with a season, some stay with a stage of life, as shared/domain/interest.ts knows them by their names. */
export const TOPICS = [
  ...['护肤', '防晒', '入冬', '亲子', '辅食', '睡眠'],
  ...['运动', '送礼', '抗老', '敏感肌', '家居', '茶饮'],
] as const
export const GIFT = TOPICS.indexOf('送礼')

export const HISTORY_DAYS = 120
export const MONTH_DAYS = 30
const FIRST_DAY = '2026-11-02' // day 0 of the month

const names = new Map<number, string>()
export const dayName = (day: number): string => {
  const known = names.get(day) ?? dayAfter(FIRST_DAY, day)
  names.set(day, known)
  return known
}
const midnights = new Map<number, number>()
/** An hour of a day, as an instant. */
export const instant = (day: number, hour: number): number => {
  const known = midnights.get(day)
  const midnight = known ?? instantOf(dayName(day), '00:00')
  if (known === undefined) midnights.set(day, midnight)
  return Math.round(midnight + hour * 3_600_000)
}

export type SimPost = { id: PostId; day: number; topics: number[]; facts: PostFacts }

const FORMS = ['reason', 'result', 'science', null] as const

const makePost = (seed: number, day: number, nth: number): SimPost => {
  const random = chanceOf(seed, FOR.post, day, nth)
  const topics = [random.int(0, TOPICS.length - 1)]
  if (random.chance(0.4)) topics.push(random.int(0, TOPICS.length - 1))
  const sections = Array.from({ length: 4 }, (_, i) => ({
    id: `s${i + 1}`,
    expectedMs: Math.round(random.between(10_000, 25_000)),
    form: FORMS[random.int(0, FORMS.length - 1)] ?? null,
  }))
  return {
    id: `p${day + HISTORY_DAYS}.${nth}` as PostId,
    day,
    topics,
    facts: { topics: topics.map((topic) => TOPICS[topic] ?? ''), sections },
  }
}

/** All posts, and those of one topic that people come upon on a day. */
export class Posts {
  private readonly byDay = new Map<number, SimPost[]>()
  private readonly byId = new Map<string, SimPost>()
  private readonly found = new Map<string, SimPost[]>()

  constructor(
    private readonly world: World,
    seed: number,
  ) {
    for (let day = -HISTORY_DAYS - world.postsLast; day < MONTH_DAYS; day++) {
      const posts = Array.from({ length: world.postsADay }, (_, nth) => makePost(seed, day, nth))
      this.byDay.set(day, posts)
      for (const post of posts) this.byId.set(post.id, post)
    }
  }

  about(topic: number, day: number): readonly SimPost[] {
    const key = `${topic} ${day}`
    const known = this.found.get(key)
    if (known) return known
    const posts: SimPost[] = []
    for (let back = 0; back < this.world.postsLast; back++)
      posts.push(...(this.byDay.get(day - back) ?? []).filter(({ topics }) => topics.includes(topic)))
    this.found.set(key, posts)
    return posts
  }

  newest(day: number): SimPost | null {
    return this.byDay.get(day)?.[0] ?? null
  }

  get(id: string): SimPost | null {
    return this.byId.get(id) ?? null
  }
}
