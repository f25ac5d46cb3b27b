// How do we speak SQL? Prepared statements kept by text, parameters always in one array, and small persistent facts.
import Database from 'libsql'
import type { FactTable } from './engine'

/** Pages kept in memory, KiB: most of a demo, the upper levels of a large index. */
const CACHE_KIB = 65_536
/** Moving the journal into the file waits for the disk: done after this long without a write, or when it has so many pages. */
const REST_MS = 250
const JOURNAL_PAGES = 16_384

export class Sql {
  private readonly db: Database.Database
  private readonly statements = new Map<string, Database.Statement>()
  private rest: NodeJS.Timeout | undefined

  constructor(file: string) {
    this.db = new Database(file)
    this.db.pragma('journal_mode = WAL')
    // an acknowledged write survives the death of the process; only a power cut may take the last ones
    this.db.pragma('synchronous = NORMAL')
    this.db.pragma(`cache_size = -${CACHE_KIB}`)
    this.db.pragma(`wal_autocheckpoint = ${JOURNAL_PAGES}`)
  }

  script(sql: string): void {
    this.db.exec(sql)
  }

  atomically(work: () => void): void {
    this.run('BEGIN IMMEDIATE')
    try {
      work()
      this.run('COMMIT')
      this.rest ??= setTimeout(() => this.db.pragma('wal_checkpoint(PASSIVE)'), REST_MS).unref()
      this.rest.refresh()
    } catch (error) {
      this.run('ROLLBACK')
      throw error
    }
  }

  // a lone Buffer argument aborts the process in libsql 0.5.29: hence the array
  run(sql: string, ...params: unknown[]): void {
    this.prepare(sql).run(params)
  }

  /** As run, for very many parameters. */
  runAll(sql: string, params: readonly unknown[]): void {
    this.prepare(sql).run(params as unknown[])
  }

  one<T>(sql: string, ...params: unknown[]): T | undefined {
    return this.prepare(sql).get(params) as T | undefined
  }

  all<T>(sql: string, ...params: unknown[]): T[] {
    return this.prepare(sql).all(params) as T[]
  }

  /** A new file with all that is here. */
  copyTo(file: string): void {
    this.script(`VACUUM INTO '${file.replaceAll("'", "''")}'`)
  }

  /** The tables of such a file in place of these, all of them or none. */
  replaceBy(file: string): void {
    this.run('ATTACH ? AS saved', file)
    try {
      if (this.versionOf('saved') !== this.versionOf('main'))
        throw new Error(`${file} was saved by another version of the local cloud`)
      this.atomically(() => {
        for (const { name } of this.tablesOf('main')) this.script(`DROP TABLE main.${name}`)
        for (const { name, sql } of this.tablesOf('saved')) {
          this.script(sql)
          this.script(`INSERT INTO main.${name} SELECT * FROM saved.${name}`)
        }
      })
    } finally {
      this.statements.clear()
      this.script('DETACH saved')
    }
  }

  private versionOf(schema: 'main' | 'saved'): number {
    return this.one<{ user_version: number }>(`PRAGMA ${schema}.user_version`)?.user_version ?? 0
  }

  private tablesOf(schema: 'main' | 'saved'): { name: string; sql: string }[] {
    return this.all(`SELECT name, sql FROM ${schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
  }

  close(): void {
    clearTimeout(this.rest)
    this.statements.clear()
    this.db.close()
  }

  private prepare(sql: string): Database.Statement {
    let ready = this.statements.get(sql)
    if (!ready) {
      ready = this.db.prepare(sql)
      this.statements.set(sql, ready)
    }
    return ready
  }
}

export const factsOf = (sql: Sql, kind: string): FactTable => ({
  get: (key) => sql.one<{ value: string }>('SELECT value FROM facts WHERE kind = ? AND key = ?', kind, key)?.value,
  set: (key, value) => sql.run('INSERT OR REPLACE INTO facts (kind, key, value) VALUES (?, ?, ?)', kind, key, value),
  delete: (key) => sql.run('DELETE FROM facts WHERE kind = ? AND key = ?', kind, key),
  all: () => sql.all<{ key: string; value: string }>('SELECT key, value FROM facts WHERE kind = ?', kind),
})
