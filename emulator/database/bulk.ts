// How do very many documents get in at once? Rows in their order; the keys of each index set aside, then entered sorted.
import type { IndexRow } from './catalog'
import { indexEntries } from './entries'
import { sqlOf } from './rows'
import type { Sql } from './sql'
import type { Doc } from './values'

/** Pairs of values per INSERT. */
const AT_ONCE = 200
const PLACES = Array.from({ length: AT_ONCE }, () => '(?, ?)').join(', ')

/** Pairs for one table, written a few hundred at a time. */
export class Pairs {
  private waiting: unknown[] = []
  private readonly many: string

  constructor(
    private readonly sql: Sql,
    private readonly table: string,
  ) {
    this.many = `INSERT INTO ${table} VALUES ${PLACES}`
  }

  add(first: unknown, second: unknown): void {
    if (this.waiting.push(first, second) < 2 * AT_ONCE) return
    this.sql.runAll(this.many, this.waiting)
    this.waiting = []
  }

  flush(): void {
    for (let at = 0; at < this.waiting.length; at += 2)
      this.sql.run(`INSERT INTO ${this.table} VALUES (?, ?)`, this.waiting[at], this.waiting[at + 1])
    this.waiting = []
  }
}

/** Keys of new documents for some indexes of one collection. A whole index in order fills each of its pages once. */
export class Keys {
  private readonly runs: { index: IndexRow; pairs: Pairs }[]

  constructor(
    private readonly sql: Sql,
    indexes: readonly IndexRow[],
    private readonly onMultikey: (index: IndexRow) => void,
  ) {
    this.runs = indexes.map((index) => {
      sql.script(sqlOf(index.id).begin)
      return { index, pairs: new Pairs(sql, `run_${index.id}`) }
    })
  }

  add(row: number, doc: Doc): void {
    for (const { index, pairs } of this.runs) {
      const { keys, multikey } = indexEntries(doc, index)
      if (multikey) this.onMultikey(index)
      for (const key of keys) pairs.add(key, row)
    }
  }

  /** The first unique index that now holds a key twice, if any. */
  enter(): IndexRow | undefined {
    let doubled: IndexRow | undefined
    for (const { index, pairs } of this.runs) {
      const { enter, twice, end } = sqlOf(index.id)
      pairs.flush()
      this.sql.script(enter)
      this.sql.script(end)
      if (index.unique && this.sql.one(twice)) doubled ??= index
    }
    return doubled
  }
}
