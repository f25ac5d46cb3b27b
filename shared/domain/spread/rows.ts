// Which rows does the forest of shares consist of, and how do they hang together? Numbers only; names stand in tables.
import type { MemberId, PostId, ReadingId, ShareToken } from '../ids'
import type { ReadBy } from '../reading'
import { Ints, Reals } from './column'
import { SPREAD_SCENES, type SpreadScene } from './graph'
import { IdTable } from './id-table'

export const NONE = -1

/** What is told of a share. person: the reader's key of who passed it on, with her consent to be seen in chains. */
export type ShareFact = {
  token: ShareToken
  parent: ShareToken | null
  postId: PostId
  repId: MemberId
  person: string | null
  at: number
}

/** What is told of a reading, as it stands. person: the reader's key, where she agreed to be known. */
export type ReadingFact = {
  id: ReadingId
  token: ShareToken
  by: ReadBy
  person: string | null
  deep: boolean
  scene: SpreadScene
  at: number
}

/** In the order in which they win where one reading was told twice. */
const BY = ['reader', 'crawler', 'sharer', 'staff', 'erased'] as const satisfies readonly ReadBy[]
const STAFF = BY.indexOf('staff')
const DEEP = 8
const BY_MASK = 7
const SCENE_SHIFT = 4

export const flagsOf = ({ by, deep, scene }: Pick<ReadingFact, 'by' | 'deep' | 'scene'>): number =>
  BY.indexOf(by) | (deep ? DEEP : 0) | (SPREAD_SCENES.indexOf(scene) << SCENE_SHIFT)

/** Whatever came first: the strongest word on who read, deep once deep, the scene told last but never one less. */
export const joinFlags = (a: number, b: number): number =>
  Math.max(a & BY_MASK, b & BY_MASK) | ((a | b) & DEEP) | (Math.max(a >> SCENE_SHIFT, b >> SCENE_SHIFT) << SCENE_SHIFT)

export const isByReader = (flags: number): boolean => (flags & BY_MASK) === 0
export const isStaff = (flags: number): boolean => (flags & BY_MASK) === STAFF
export const isErased = (flags: number): boolean => (flags & BY_MASK) === BY.length - 1
export const isDeep = (flags: number): boolean => (flags & DEEP) !== 0
export const scenePlace = (flags: number): number => flags >> SCENE_SHIFT

/** parent, firstChild, nextSibling, nextOfPerson: rows of shares. depth: -1 until it hangs together with its root. */
export class ShareRows {
  readonly ids = new IdTable()
  readonly told = new Ints()
  readonly parent = new Ints(NONE)
  readonly tree = new Ints(NONE)
  readonly person = new Ints(NONE)
  readonly depth = new Ints(NONE)
  readonly at = new Reals()
  readonly firstChild = new Ints(NONE)
  readonly nextSibling = new Ints(NONE)
  readonly firstReading = new Ints(NONE)
  readonly nextOfPerson = new Ints(NONE)
}

export class ReadingRows {
  readonly ids = new IdTable()
  readonly share = new Ints(NONE)
  readonly person = new Ints(NONE)
  readonly flags = new Ints()
  readonly at = new Reals()
  readonly next = new Ints(NONE)
}

/** agreed: 1 where she may be seen in chains. firstShare: into ShareRows, on by nextOfPerson. */
export class PersonRows {
  readonly keys: string[] = []
  readonly agreed = new Ints()
  readonly firstShare = new Ints(NONE)
  private readonly places = new Map<string, number>()

  find(key: string): number {
    return this.places.get(key) ?? NONE
  }

  add(key: string): number {
    const had = this.places.get(key)
    if (had !== undefined) return had
    this.places.set(key, this.keys.length)
    return this.keys.push(key) - 1
  }

  /** A row as it was stored; '' is someone forgotten, whose number nobody else gets. */
  restore(key: string): number {
    if (key !== '') return this.add(key)
    return this.keys.push('') - 1
  }

  /** Her row stays, nameless: others have theirs by number. */
  dropKey(place: number): void {
    this.places.delete(this.keys[place] ?? '')
    this.keys[place] = ''
    this.agreed.set(place, 0)
  }
}

/** One post below one rep. */
export type TreeName = { postId: PostId; repId: MemberId }

/** firstRoot: into ShareRows, the rep's own shares, on by nextSibling. */
export class TreeRows {
  readonly firstRoot = new Ints(NONE)
  private readonly post = new Ints(NONE)
  private readonly rep = new Ints(NONE)
  private readonly posts = new Names<PostId>()
  private readonly reps = new Names<MemberId>()
  private readonly places = new Map<number, number>()

  get count(): number {
    return this.places.size
  }

  /** The place of one post below one rep; -1 where nothing was shared. */
  find({ postId, repId }: TreeName): number {
    return this.places.get(pair(this.posts.find(postId), this.reps.find(repId))) ?? NONE
  }

  add({ postId, repId }: TreeName): number {
    const [post, rep] = [this.posts.add(postId), this.reps.add(repId)]
    const had = this.places.get(pair(post, rep))
    if (had !== undefined) return had
    const place = this.places.size
    this.places.set(pair(post, rep), place)
    this.post.set(place, post)
    this.rep.set(place, rep)
    return place
  }

  filter(is: (tree: TreeName) => boolean): TreeName[] {
    return Array.from({ length: this.count }, (_, place) => this.nameAt(place)).filter(
      (tree): tree is TreeName => tree !== null && is(tree),
    )
  }

  nameAt(place: number): TreeName | null {
    const [postId, repId] = [this.posts.at(this.post.get(place)), this.reps.at(this.rep.get(place))]
    return postId === undefined || repId === undefined ? null : { postId, repId }
  }
}

const pair = (post: number, rep: number): number => post * 2 ** 24 + rep

class Names<Name extends string> {
  private readonly all: Name[] = []
  private readonly places = new Map<Name, number>()

  at(place: number): Name | undefined {
    return this.all[place]
  }

  find(name: Name): number {
    return this.places.get(name) ?? NONE
  }

  add(name: Name): number {
    const had = this.places.get(name)
    if (had !== undefined) return had
    this.places.set(name, this.all.length)
    return this.all.push(name) - 1
  }
}
