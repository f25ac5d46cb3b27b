// What does a backup say of itself? Which files, how many documents, their digests; when it was taken stands beside it.
import { createHash, createHmac } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { schema } from '../../shared/schema'
import { digestOf, type Key, type Place, readLines, type Written, weigh } from './box'
import { KEPT } from './kept'

export type Part = Written & { name: string; count: number }
/** The same for the same data, whenever it is taken. */
export type Manifest = {
  format: 1
  sealed: boolean
  schema: string
  personKey: string | null // of which secret its person ids are, as a keyed hash; null: not known when it was taken
  collections: Part[]
  files: Part
}
/** asOf: everything was like this at that instant; null: something moved all the time, as named. */
export type Taken = { env: string; from: string; to: string; asOf: string | null; moving: string[] }
/** digest null: named by a document, and not there. */
export type StoredFile = { path: string; bytes: number; digest: string | null }

export const FILES = 'files.jsonl'
export const collectionFile = (name: string): string => `collections/${name}.jsonl`
export const blobFile = (digest: string): string => `blobs/${digest.slice(0, 2)}/${digest}`

export const schemaHash = (): string =>
  createHash('sha256')
    .update(JSON.stringify(schema.filter(({ name }) => KEPT.includes(name))))
    .digest('hex')

/** Tells one secret from another and says nothing of either. */
export const personKeyMark = (secret: string | undefined): string | null =>
  secret ? createHmac('sha256', secret).update('backup').digest('hex').slice(0, 16) : null

const write = (folder: string, name: string, content: unknown) =>
  writeFileSync(path.join(folder, name), `${JSON.stringify(content, null, 2)}\n`)

/** Last of all: a folder without it is no backup. */
export const writeManifest = (folder: string, key: Key, manifest: Manifest, taken: Taken): void => {
  write(folder, 'taken.json', taken)
  write(folder, 'manifest.json', { ...manifest, seal: digestOf(key, JSON.stringify(manifest)) })
}

export class Refused extends Error {}

export const readManifest = (folder: string, key: Key): { manifest: Manifest; taken: Taken } => {
  const place = path.join(folder, 'manifest.json')
  if (!existsSync(place)) throw new Refused(`${folder} holds no whole backup: manifest.json is missing`)
  const { seal, ...manifest } = JSON.parse(readFileSync(place, 'utf8')) as Manifest & { seal: string }
  if (manifest.format !== 1) throw new Refused('manifest.json is of a form that is not known here')
  if (manifest.sealed && !key) throw new Refused('This backup is encrypted: set RIPPLE_BACKUP_KEY')
  if (!manifest.sealed && key) throw new Refused('This backup is not encrypted: leave RIPPLE_BACKUP_KEY unset')
  if (seal !== digestOf(key, JSON.stringify(manifest)))
    throw new Refused(
      manifest.sealed ? 'manifest.json is damaged, or RIPPLE_BACKUP_KEY is another' : 'manifest.json is damaged',
    )
  return { manifest, taken: JSON.parse(readFileSync(path.join(folder, 'taken.json'), 'utf8')) as Taken }
}

const isWhole = async (place: Place, expected: Pick<Written, 'bytes' | 'digest'>): Promise<boolean> => {
  try {
    const { bytes, digest } = await weigh(place)
    return bytes === expected.bytes && digest === expected.digest
  } catch {
    return false
  }
}

export const readFileList = async (folder: string, key: Key): Promise<StoredFile[]> => {
  const list: StoredFile[] = []
  for await (const line of readLines({ folder, name: FILES, key })) list.push(JSON.parse(line) as StoredFile)
  return list
}

/** Names of the files that are not as they were written. */
export const findDamage = async (folder: string, key: Key, manifest: Manifest): Promise<string[]> => {
  const damaged: string[] = []
  for (const part of [...manifest.collections, manifest.files])
    if (!(await isWhole({ folder, name: part.name, key }, part))) damaged.push(part.name)
  if (damaged.includes(FILES)) return damaged
  const blobs = new Map((await readFileList(folder, key)).map(({ digest, bytes }) => [digest, bytes]))
  for (const [digest, bytes] of blobs)
    if (digest !== null && !(await isWhole({ folder, name: blobFile(digest), key }, { bytes, digest })))
      damaged.push(blobFile(digest))
  return damaged
}
