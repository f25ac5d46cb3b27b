// To which sums does a reading, a kit, a day's talks add, and how much? Nameless counts by post, store, week and month; what a
// rep did stands under her id, what a customer did under nobody's.
import { BOARD_PARTS } from './board'
import { type Day, dayOf } from './day'
import type { MemberId, PostId, StoreId, TeamId } from './ids'
import type { Tallied } from './reading'
import { FOR_NOBODY } from './share'
import type { Talk, TalkDay } from './talk'
import { type BucketRows, bucketOf, repKey, storeKey, teamKey } from './work-buckets'
import { type Count, type Counts, inCounts } from './work-counts'
import { GRAINS, type Grain, mondayOf, monthOf, weekdayIn } from './work-span'

/** What stands in buckets, see work-buckets.ts. */
export type Bucketed = 'stores' | 'teams' | 'reps'

/** Sums that a recount must come to. */
export const SUMMED = [
  'post',
  'post-store',
  ...GRAINS.flatMap((grain) => [
    `stores-${grain}` as const,
    `teams-${grain}` as const,
    `reps-${grain}` as const,
    `hours-${grain}` as const,
    `firm-${grain}` as const,
  ]),
] as const
/**
 * post: id is the post's · post-store: `${postId}~${storeId}`. Of a week (day: its Monday) or a month ('2026-11') · stores,
 * teams, reps: counts, id is a bucket's · hours: id is the store's ('' where there is none) · firm: all its hours, id ''.
 * kits, told: id is the rep's; what the sums hold of her kits dealt in a month, of her talks of a day.
 */
export type WorkOf = (typeof SUMMED)[number] | 'kits' | 'told'
export type WorkKey = { of: WorkOf; id: string; day: string }
export const workId = ({ of, id, day }: WorkKey): string => `${of}.${id}.${day}`

/** 'w1h20': Mondays from 20:00 to 21:00 in Asia/Shanghai. */
export type HourCell = `w${number}h${number}`
/** 'd2026-11-16': the week that begins then. */
export type WeekCell = `d${string}`

/** codes: 'c17' 1: a text she posted is of those families, see family.ts. What is missing is nothing. */
export type RepCounts = Counts & { codes?: Record<`c${number}`, number> }
export type WorkSums = Counts &
  BucketRows & {
    hours?: Record<HourCell, Counts>
    weeks?: Record<WeekCell, Counts> // of posts only
    reps?: Record<MemberId, RepCounts>
    teams?: Record<TeamId, Pick<WorkSums, Count | 'weeks' | 'reps'>>
    teamHours?: Record<TeamId, Record<HourCell, Counts>> // apart: few ask for them, and they are many
  }

/** Where she worked when it was first counted: what was summed for a store stays with it. */
export type Place = { storeId: StoreId | null; teamId: TeamId | null }

/** What the sums hold of one kit; instants. */
export type KitHeld = Place & { dealtAt: number; savedAt: number | null; postedAt: number | null; code: number }
/** What they hold of one day's talks of one rep. */
export type TalksHeld = Place &
  Pick<Required<Counts>, 'told' | 'led' | 'talked' | 'deals'> & {
    posts: Record<PostId, { talked: number; deals: number }>
  }
/** In `kits` documents by kitName, in `told` documents under 'day'. */
export type Held = Record<string, KitHeld | TalksHeld>
export const kitName = (postId: PostId, version: number): string => `${postId}~${version}`

/** batch: the last that added to it. gone: the part of it whose readings are no more. */
export type WorkSum = { _id: string; batch: number } & WorkKey & WorkSums & { gone?: WorkSums; held?: Held }

/** leaves: to be added, by path; keep: to be put in `held`, as it stands then. */
export type WorkAddition = { work: WorkKey; leaves: { at: string; n: number }[]; keep?: Held }

/** The numbers of sums that are not nothing, by their path. */
export const workLeaves = (sums: object, path = ''): [at: string, n: number][] =>
  Object.entries(sums).flatMap(([name, value]: [string, unknown]): [string, number][] => {
    if (typeof value === 'number') return value === 0 ? [] : [[path + name, value]]
    return typeof value === 'object' && value !== null ? workLeaves(value, `${path}${name}.`) : []
  })

/** Without lists in between: a batch adds a hundred thousand of them. */
const addLeaves = (to: Map<string, number>, sums: object, sign: 1 | -1, path = ''): void => {
  for (const [name, value] of Object.entries(sums) as [string, unknown][]) {
    const at = path + name
    if (typeof value === 'number') to.set(at, (to.get(at) ?? 0) + sign * value)
    else if (typeof value === 'object' && value !== null) addLeaves(to, value, sign, `${at}.`)
  }
}

type Who = Place & { repId: MemberId | null }
type At = { grain: Grain; day: string; sign: 1 | -1 }

/** Gathers what is to be added, by document. */
export class WorkAdditions {
  private readonly all = new Map<string, { key: WorkKey; leaves: Map<string, number>; keep?: Held }>()

  private at(key: WorkKey) {
    const id = workId(key)
    const one = this.all.get(id) ?? { key, leaves: new Map<string, number>() }
    this.all.set(id, one)
    return one
  }

  private add(key: WorkKey, sums: WorkSums, sign: 1 | -1): void {
    addLeaves(this.at(key).leaves, sums, sign)
  }

  /** In the sums of her store, her team and herself at that day; hours of her store, her team and the firm. */
  private addToSpans(who: Who, counts: Counts, on: { day: Day; hour?: HourCell | undefined; sign: 1 | -1 }): void {
    const days: Record<Grain, string> = { week: mondayOf(on.day), month: monthOf(on.day) }
    for (const grain of GRAINS) {
      this.addToBuckets(who, counts, { grain, day: days[grain], sign: on.sign })
      if (on.hour) this.addToHours(who, { [on.hour]: readOf(counts) }, { grain, day: days[grain], sign: on.sign })
    }
  }

  private addToBuckets({ storeId, teamId, repId }: Who, counts: Counts, { grain, day, sign }: At): void {
    const [id, store, team] = [bucketOf(storeId), storeKey(storeId), teamKey(teamId)]
    this.add({ of: `stores-${grain}`, id, day }, { ofStores: { [store]: counts } }, sign)
    this.add({ of: `teams-${grain}`, id, day }, { ofTeams: { [store]: { [team]: counts } } }, sign)
    const own = inCounts(counts, BOARD_PARTS)
    if (repId === null || Object.keys(own).length === 0) return
    this.add({ of: `reps-${grain}`, id, day }, { ofReps: { [store]: { [team]: { [repKey(repId)]: own } } } }, sign)
  }

  private addToHours({ storeId, teamId }: Who, hours: Record<HourCell, Counts>, { grain, day, sign }: At): void {
    const teamHours = teamId === null ? {} : { teamHours: { [teamId]: hours } }
    this.add({ of: `hours-${grain}`, id: storeId ?? '', day }, { hours, ...teamHours }, sign)
    this.add({ of: `firm-${grain}`, id: '', day }, { hours }, sign)
  }

  private addToPost(postId: PostId, who: Who, sums: WorkSums, sign: 1 | -1, ofRep: RepCounts): void {
    this.add({ of: 'post', id: postId, day: '' }, sums, sign)
    const parts = inParts(who, sums, ofRep)
    this.add({ of: 'post-store', id: `${postId}~${who.storeId ?? ''}`, day: '' }, parts, sign)
  }

  /** passed: it came by a card that a reader handed on. Those who are no readers count nowhere here. */
  addReading(
    where: Who & { postId: PostId; passed: boolean },
    one: Tallied | null | undefined,
    sign: 1 | -1 = 1,
  ): void {
    if (one?.by !== 'reader') return
    const counts: Counts = { opened: 1 }
    if (one.deep) counts.deep = 1
    if (one.named) counts.named = 1
    if (where.passed) counts.passed = 1
    const read = readOf(counts)
    const hour = one.hour === undefined ? undefined : hourCell(weekdayIn(one.day), one.hour)
    const spread: WorkSums = {
      weeks: { [weekCell(mondayOf(one.day))]: read },
      ...(hour && { hours: { [hour]: read } }),
    }
    this.addToPost(where.postId, where, { ...counts, ...spread }, sign, read)
    this.addToSpans(where, counts, { day: one.day, hour, sign })
  }

  addKit(of: { repId: MemberId; postId: PostId }, held: KitHeld | undefined, sign: 1 | -1 = 1): void {
    if (!held) return
    const who = { ...held, repId: of.repId }
    const marks: [Count, number | null][] = [
      ['found', held.dealtAt],
      ['saved', held.savedAt],
      ['posted', held.postedAt],
    ]
    const counts: Counts = {}
    for (const [count, at] of marks) {
      if (at === null) continue
      counts[count] = 1
      this.addToSpans(who, { [count]: 1 }, { day: dayOf(at), sign })
    }
    this.addToPost(of.postId, who, counts, sign, counts.posted ? { posted: 1, codes: { [`c${held.code}`]: 1 } } : {})
  }

  addTalks(of: { repId: MemberId; day: Day }, held: TalksHeld | undefined, sign: 1 | -1 = 1): void {
    if (!held) return
    const who = { ...held, repId: of.repId }
    this.addToSpans(who, inCounts(held), { day: of.day, sign })
    for (const [postId, counts] of Object.entries(held.posts)) this.addToPost(postId as PostId, who, counts, sign, {})
  }

  keep(key: WorkKey, name: string, held: KitHeld | TalksHeld): void {
    const one = this.at(key)
    one.keep = { ...one.keep, [name]: held }
  }

  /** In the order of their ids, without those that add nothing. */
  list(): WorkAddition[] {
    return [...this.all.entries()]
      .map(([id, { key, leaves, keep }]) => {
        const some = [...leaves].filter(([, n]) => n !== 0).map(([at, n]) => ({ at, n }))
        return { id, addition: { work: key, leaves: some, ...(keep && { keep }) } }
      })
      .filter(({ addition }) => addition.leaves.length > 0 || addition.keep)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ addition }) => addition)
  }
}

export const hourCell = (weekday: number, hour: number): HourCell => `w${weekday}h${hour}`
export const weekCell = (monday: Day): WeekCell => `d${monday}`
const readOf = ({ opened = 0, deep = 0 }: Counts): Counts => ({ opened, deep })

/** For the store as a whole, for her team, and for herself. */
const inParts = ({ teamId, repId }: Who, { hours, ...sums }: WorkSums, ofRep: RepCounts): WorkSums => {
  const own = { ...sums, ...(repId !== null && { reps: { [repId]: ofRep } }) }
  if (teamId === null) return { ...own, ...(hours && { hours }) }
  return { ...own, teams: { [teamId]: own }, ...(hours && { hours, teamHours: { [teamId]: hours } }) }
}

const ANSWERED: readonly unknown[] = ['talked', 'booked', 'dealt']
type Told = TalkDay['told'][number]
type About = { contactId: Talk['contactId']; clues: readonly { evidence: readonly object[] }[] }

const postsOf = ({ clues }: About): PostId[] => {
  const ids = clues.flatMap(({ evidence }) =>
    evidence.flatMap((one) => ('postId' in one ? [one.postId as PostId] : [])),
  )
  return [...new Set(ids)]
}

/**
 * What is to be held of a day's talks. A talk counts once for each post that it was suggested for. Where a contact has been
 * taken out of the day since, what was about posts stays at least as it was counted: sums are history.
 */
export const talksHeld = (
  day: { told: readonly Told[]; talks: readonly About[] },
  place: Place,
  before?: TalksHeld,
): TalksHeld => {
  const { storeId, teamId } = before ?? place
  const held: TalksHeld = { storeId, teamId, told: 0, led: 0, talked: 0, deals: 0, posts: {} }
  for (const { contactId, end, playbookId } of day.told) {
    if (end === null || end === 'later') continue
    const [talked, deals] = [ANSWERED.includes(end) ? 1 : 0, end === 'dealt' ? 1 : 0]
    held.told += 1
    held.led += playbookId === null ? 0 : 1
    held.talked += talked
    held.deals += deals
    const talk = talked ? day.talks.find((one) => one.contactId === contactId) : undefined
    for (const id of talk ? postsOf(talk) : []) {
      const had = held.posts[id] ?? { talked: 0, deals: 0 }
      held.posts[id] = { talked: had.talked + talked, deals: had.deals + deals }
    }
  }
  const isStripped = day.told.some(({ contactId }) => contactId === FOR_NOBODY)
  for (const [id, was] of isStripped
    ? (Object.entries(before?.posts ?? {}) as [PostId, { talked: number; deals: number }][])
    : []) {
    const now = held.posts[id] ?? { talked: 0, deals: 0 }
    held.posts[id] = { talked: Math.max(was.talked, now.talked), deals: Math.max(was.deals, now.deals) }
  }
  return held
}

/** As far as a manager of one team sees it. */
export const narrowed = (sums: WorkSums, teamId: TeamId | null): WorkSums => {
  if (teamId === null) return sums
  const hours = sums.teamHours?.[teamId]
  return { ...sums.teams?.[teamId], ...(hours && { hours }) }
}
