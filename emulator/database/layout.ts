// How do the tables lie on disk, and is a file ours to read? Documents by row number, each index an ordered table of keys.
import type { Sql } from './sql'

/** Kept in `PRAGMA user_version`; 3: rows by number, names of nested fields apart too, a table of keys per index. */
const LAYOUT = 3

const TABLES = `
CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS documents (row INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS shapes (id INTEGER PRIMARY KEY, names TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection INTEGER, name TEXT, definition TEXT, multikey INTEGER, UNIQUE (collection, name));
CREATE TABLE IF NOT EXISTS facts (kind TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
PRAGMA user_version = ${LAYOUT};
`

/** Makes the tables of a new file; refuses one that an older or newer local cloud wrote. */
export const prepareTables = (sql: Sql, file: string): void => {
  const found = sql.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  const isEmpty = !sql.one("SELECT 1 AS x FROM sqlite_master WHERE name = 'documents'")
  if (!isEmpty && found !== LAYOUT) {
    throw new Error(
      `${file} was written by another version of the local cloud (layout ${found}, this one reads ${LAYOUT}). Delete its folder and start again: the demo is seeded anew.`,
    )
  }
  sql.script(TABLES)
}
