// How is a backup taken? All collections again and again until nothing has moved from one time to the next, then the files
// that documents name.
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { digestOf, type Key, readLines, startDigest, write } from './box'
import { KEPT } from './kept'
import { pathsIn, toLine } from './line'
import {
  blobFile,
  collectionFile,
  FILES,
  type Manifest,
  type Part,
  personKeyMark,
  Refused,
  type StoredFile,
  schemaHash,
  type Taken,
  writeManifest,
} from './manifest'
import { documents, files, findBucket } from './source'

export type Asked = { folder: string; key: Key; passes: number; say: (line: string) => void }
type Work = Asked & { bucket: string }

/** What refers to others is read before them: schema.ts names people and posts first, what is known of them after. */
const ORDER = [...KEPT].reverse()

async function* linesOf(name: string, bucket: string, count: { n: number }): AsyncGenerator<Buffer> {
  for await (const doc of documents(name)) {
    count.n++
    yield Buffer.from(`${toLine(name, doc, bucket)}\n`)
  }
}

const keep = async (name: string, { folder, key, bucket }: Work): Promise<Part> => {
  const count = { n: 0 }
  const written = await write({ folder, name: collectionFile(name), key }, linesOf(name, bucket, count))
  return { name: collectionFile(name), count: count.n, ...written }
}

const digestNow = async (name: string, { key, bucket }: Work): Promise<string> => {
  const digest = startDigest(key)
  for await (const line of linesOf(name, bucket, { n: 0 })) digest.update(line)
  return digest.digest('hex')
}

/** Read again: those that are not as they were are kept anew. */
const keepMoved = async (parts: Map<string, Part>, work: Work): Promise<string[]> => {
  const moved: string[] = []
  for (const name of ORDER) {
    if ((await digestNow(name, work)) === parts.get(name)?.digest) continue
    moved.push(name)
    parts.set(name, await keep(name, work))
  }
  return moved
}

/**
 * The platform reads no two collections at one instant. But where two readings in a row say the same of every collection,
 * everything was as they say between the end of the first and the beginning of the second.
 */
const keepDocuments = async (
  work: Work,
): Promise<{ parts: Map<string, Part>; asOf: string | null; moving: string[] }> => {
  const parts = new Map<string, Part>()
  for (const name of ORDER) parts.set(name, await keep(name, work))
  let moving: string[] = [...ORDER]
  for (let pass = 2; pass <= work.passes; pass++) {
    const between = new Date().toISOString()
    moving = await keepMoved(parts, work)
    if (moving.length === 0) return { parts, asOf: between, moving }
    work.say(`moved meanwhile: ${moving.join(', ')}`)
  }
  return { parts, asOf: null, moving }
}

const namedPaths = async ({ folder, key }: Work): Promise<string[]> => {
  const paths = new Set<string>()
  for (const name of ORDER)
    for await (const line of readLines({ folder, name: collectionFile(name), key }))
      for (const path of pathsIn(line)) paths.add(path)
  return [...paths].sort()
}

/** By content: the same picture lies once. */
const keepFiles = async (work: Work): Promise<Part> => {
  const { folder, key, bucket } = work
  const list: StoredFile[] = []
  for await (const [path, content] of files(bucket, await namedPaths(work))) {
    const digest = content && digestOf(key, content)
    if (digest && !existsSync(`${folder}/${blobFile(digest)}`))
      await write({ folder, name: blobFile(digest), key }, [content])
    list.push({ path, bytes: content?.length ?? 0, digest })
  }
  const lines = list.map((one) => Buffer.from(`${JSON.stringify(one)}\n`))
  return { name: FILES, count: list.length, ...(await write({ folder, name: FILES, key }, lines)) }
}

/** `passes`: how often at most everything is read; 1: once, and nothing is said of one instant. */
export const takeBackup = async (asked: Asked): Promise<{ manifest: Manifest; taken: Taken }> => {
  const { folder, key } = asked
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refused(`${folder} is not empty`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const from = new Date().toISOString()
  const work = { ...asked, bucket: await findBucket() }
  const { parts, asOf, moving } = await keepDocuments(work)
  const stored = await keepFiles(work)
  const manifest: Manifest = {
    ...{
      format: 1,
      sealed: key !== null,
      schema: schemaHash(),
      personKey: personKeyMark(process.env.RIPPLE_PERSON_KEY),
    },
    collections: KEPT.flatMap((name) => parts.get(name) ?? []),
    files: stored,
  }
  const taken = { env: process.env.TCB_ENV ?? '', from, to: new Date().toISOString(), asOf, moving }
  writeManifest(folder, key, manifest, taken)
  return { manifest, taken }
}
