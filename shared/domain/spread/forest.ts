// How have all posts travelled? The forest of shares across posts and months, share by share and reading by reading.
// Whatever is told twice, late or out of order leaves the same forest.
import type { ShareToken } from '../ids'
import {
  flagsOf,
  joinFlags,
  NONE,
  PersonRows,
  type ReadingFact,
  ReadingRows,
  type ShareFact,
  ShareRows,
  type TreeName,
  TreeRows,
} from './rows'

/** parent, share, person: rows. at null: a share that was named by another and never told itself. */
type StoredShare = { id: string; parent: number; person: number; at: number | null }
type StoredReading = { id: string; share: number; person: number; flags: number; at: number }

export class Forest {
  readonly shares = new ShareRows()
  readonly readings = new ReadingRows()
  readonly people = new PersonRows()
  readonly trees = new TreeRows()
  private readonly open: number[] = []

  /** touched: hears of every row that changed, so that only its part is stored anew. */
  constructor(private readonly touched: (kind: 'shares' | 'readings' | 'people', row: number) => void = () => {}) {}

  /** A parent that was not told yet holds a place; what hangs below it counts once it hangs together with its root. */
  putShare(fact: ShareFact): void {
    const { shares } = this
    const row = this.shareRow(fact.token)
    if (fact.person !== null) this.signShare(row, this.person(fact.person))
    if (shares.told.get(row) === 1) return
    this.tellShare(row, fact, fact.parent === null ? NONE : this.shareRow(fact.parent))
  }

  /** The reading as it stands; told again it only grows: deep once deep, and the earliest instant. */
  putReading(fact: ReadingFact): void {
    const { readings } = this
    const before = readings.ids.count
    const row = readings.ids.add(fact.id)
    if (row < before) {
      this.growReading(row, fact)
      return
    }
    readings.flags.set(row, flagsOf(fact))
    readings.at.set(row, fact.at)
    readings.person.set(row, fact.person === null ? NONE : this.person(fact.person))
    this.layReading(row, this.shareRow(fact.token))
  }

  /** May she be seen in chains? Her own yes or no; without a yes she is counted and never named. */
  agree(key: string, agreed: boolean): void {
    if (!agreed && this.people.find(key) === NONE) return
    const person = this.person(key)
    this.people.agreed.set(person, agreed ? 1 : 0)
    this.touched('people', person)
  }

  /** Nothing of hers stays but that something was shared and read. */
  forget(key: string): void {
    const { people, shares, readings } = this
    const person = people.find(key)
    if (person === NONE) return
    for (let row = people.firstShare.get(person); row !== NONE; ) {
      const next = shares.nextOfPerson.get(row)
      shares.person.set(row, NONE)
      shares.nextOfPerson.set(row, NONE)
      this.touched('shares', row)
      row = next
    }
    for (let row = 0; row < readings.ids.count; row++)
      if (readings.person.get(row) === person) {
        readings.person.set(row, NONE)
        this.touched('readings', row)
      }
    people.firstShare.set(person, NONE)
    people.dropKey(person)
    this.touched('people', person)
  }

  /** Rows as they were stored, in their order from the first one: each gets its number back. */
  restorePeople(keys: readonly string[], agreed: readonly number[]): void {
    for (const [i, key] of keys.entries()) this.people.agreed.set(this.people.restore(key), agreed[i] ?? 0)
  }

  restoreShare(row: StoredShare, tree: TreeName | null): void {
    const place = this.shares.ids.add(row.id)
    if (row.person !== NONE) this.signShare(place, row.person)
    if (row.at !== null && tree) this.tellShare(place, { ...tree, at: row.at }, row.parent)
  }

  restoreReading(row: StoredReading): void {
    const place = this.readings.ids.add(row.id)
    this.readings.flags.set(place, row.flags)
    this.readings.at.set(place, row.at)
    this.readings.person.set(place, row.person)
    this.layReading(place, row.share)
  }

  private tellShare(row: number, fact: Pick<ShareFact, 'postId' | 'repId' | 'at'>, parent: number): void {
    const { shares } = this
    shares.told.set(row, 1)
    shares.at.set(row, fact.at)
    shares.tree.set(row, this.trees.add(fact))
    if (parent === NONE) this.plant(row)
    else this.hang(row, parent)
    this.touched('shares', row)
    if (parent === NONE || shares.depth.get(parent) !== NONE) this.connect(row)
  }

  private layReading(row: number, share: number): void {
    this.readings.share.set(row, share)
    this.readings.next.set(row, this.shares.firstReading.get(share))
    this.shares.firstReading.set(share, row)
    this.touched('readings', row)
  }

  private growReading(row: number, fact: ReadingFact): void {
    const { readings } = this
    const flags = joinFlags(readings.flags.get(row), flagsOf(fact))
    const at = Math.min(readings.at.get(row), fact.at)
    const known = readings.person.get(row)
    const person = known === NONE && fact.person !== null ? this.person(fact.person) : known
    if (flags === readings.flags.get(row) && at === readings.at.get(row) && person === known) return
    readings.flags.set(row, flags)
    readings.at.set(row, at)
    readings.person.set(row, person)
    this.touched('readings', row)
  }

  private shareRow(token: ShareToken): number {
    const before = this.shares.ids.count
    const row = this.shares.ids.add(token)
    if (row === before) this.touched('shares', row)
    return row
  }

  private person(key: string): number {
    const before = this.people.keys.length
    const place = this.people.add(key)
    if (place === before) this.touched('people', place)
    return place
  }

  private signShare(row: number, person: number): void {
    const { shares, people } = this
    if (shares.person.get(row) !== NONE) return
    shares.person.set(row, person)
    shares.nextOfPerson.set(row, people.firstShare.get(person))
    people.firstShare.set(person, row)
    this.touched('shares', row)
  }

  private plant(row: number): void {
    const { shares, trees } = this
    const tree = shares.tree.get(row)
    shares.nextSibling.set(row, trees.firstRoot.get(tree))
    trees.firstRoot.set(tree, row)
  }

  private hang(row: number, parent: number): void {
    const { shares } = this
    shares.parent.set(row, parent)
    shares.nextSibling.set(row, shares.firstChild.get(parent))
    shares.firstChild.set(parent, row)
  }

  /** A share now hangs together with its root, and so does whatever waited below it: each once in its life. */
  private connect(top: number): void {
    const { shares, open } = this
    open.push(top)
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      const parent = shares.parent.get(row)
      shares.depth.set(row, parent === NONE ? 0 : shares.depth.get(parent) + 1)
      for (let child = shares.firstChild.get(row); child !== NONE; child = shares.nextSibling.get(child))
        open.push(child)
    }
  }
}
