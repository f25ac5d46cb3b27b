// How does a backup come back? Looked through before anything is written; files first, then what names them; proven at the end.
// What was cut off half-way is gone on with: whatever is there already, and is as it should be, stays.
import { database } from '../../cloudfunctions/_kit/cloud'
import { digestOf, type Key, readWhole } from './box'
import { type Difference, differences } from './differences'
import { KEPT, OF_THE_DATA } from './kept'
import { fromLine } from './line'
import {
  blobFile,
  findDamage,
  type Manifest,
  personKeyMark,
  Refused,
  readFileList,
  readManifest,
  type StoredFile,
  schemaHash,
  type Taken,
} from './manifest'
import { files, findBucket, putFile } from './source'

export type Asked = { folder: string; key: Key; replace: boolean; say: (line: string) => void }
/** from: when the backup was begun. */
export type PutBack = { from: string; written: number; removed: number; files: number; missingFiles: number }
type Work = Asked & { bucket: string; kept: ReadonlySet<string> }

const SHOWN = 10
const BATCH_DOCS = 100
const BATCH_BYTES = 300_000

const nameOf = ({ collection, id }: Pick<Difference, 'collection' | 'id'>): string => `${collection}/${id}`

const collectionsOf = ({ collections }: Manifest): Set<string> =>
  new Set(collections.map(({ name }) => name.replace(/^collections\/|\.jsonl$/g, '')))

/** Everything that says no, before a single word is written. */
const ensureGood = async ({ folder, key, say }: Asked): Promise<{ manifest: Manifest; taken: Taken }> => {
  const { manifest, taken } = readManifest(folder, key)
  const unknown = [...collectionsOf(manifest)].filter((name) => !KEPT.includes(name))
  if (unknown.length)
    throw new Refused(
      `This version knows no collection ${unknown.join(', ')}: restore with the version that took the backup`,
    )
  const mark = personKeyMark(process.env.RIPPLE_PERSON_KEY)
  if (manifest.personKey && mark && manifest.personKey !== mark)
    throw new Refused(
      'RIPPLE_PERSON_KEY is another than when this was taken: nobody would be known, and the log would look forged',
    )
  const damaged = await findDamage(folder, key, manifest)
  if (damaged.length) throw new Refused(`Damaged, nothing was written: ${damaged.join(', ')}`)
  if (manifest.schema !== schemaHash()) say('Taken by another version: run the migrations after this.')
  if (taken.asOf === null) say(`Taken while ${taken.moving.join(', ')} moved: run the recount after this.`)
  return { manifest, taken }
}

/** Empty, or a restore of this very backup that was cut off: then nothing is there that is not in it. */
const ensureMayWrite = async (work: Work): Promise<void> => {
  if (work.replace) return
  const foreign: string[] = []
  for await (const found of differences(work, work.bucket)) {
    if (found.state !== 'missing' && !OF_THE_DATA.includes(found.collection)) foreign.push(nameOf(found))
    if (foreign.length > SHOWN) break
  }
  if (foreign.length)
    throw new Refused(
      `This environment is not empty, nothing was written: ${foreign.slice(0, SHOWN).join(', ')}${foreign.length > SHOWN ? ' …' : ''}. With --replace it becomes what the backup holds, and what else it has is gone.`,
    )
}

const hasSame = (key: Key, content: Buffer | null, { digest }: StoredFile): boolean =>
  content !== null && digestOf(key, content) === digest

/** Each is looked at after it was written. */
const putFiles = async ({ folder, key, bucket }: Work): Promise<{ files: number; missingFiles: number }> => {
  const list = await readFileList(folder, key)
  const wanted = new Map(list.filter(({ digest }) => digest !== null).map((one) => [one.path, one]))
  const due: StoredFile[] = []
  for await (const [path, content] of files(bucket, [...wanted.keys()])) {
    const one = wanted.get(path)
    if (one && !hasSame(key, content, one)) due.push(one)
  }
  for (const { path, digest } of due)
    await putFile(path, await readWhole({ folder, name: blobFile(digest ?? ''), key }))
  for await (const [path, content] of files(
    bucket,
    due.map(({ path }) => path),
  )) {
    const one = wanted.get(path)
    if (one && !hasSame(key, content, one)) throw new Error(`${path} did not arrive as it was sent`)
  }
  return { files: due.length, missingFiles: list.length - wanted.size }
}

type Missing = Extract<Difference, { line: string }>

const insert = async (batch: readonly Missing[], bucket: string): Promise<void> => {
  const [first] = batch
  if (first)
    await database()
      .collection(first.collection)
      .add(batch.map(({ collection, line }) => fromLine(collection, line, bucket)))
}

const replaceOne = async ({ collection, line }: Missing, bucket: string): Promise<void> => {
  const { _id, ...rest } = fromLine(collection, line, bucket)
  await database().collection(collection).doc(_id).set(rest)
}

const putDocuments = async (work: Work): Promise<{ written: number; removed: number }> => {
  const { bucket } = work
  let [written, removed, bytes] = [0, 0, 0]
  let batch: Missing[] = []
  const flush = async () => {
    await insert(batch, bucket)
    written += batch.length
    ;[batch, bytes] = [[], 0]
  }
  for await (const found of differences(work, bucket)) {
    if (found.state === 'extra') {
      await database().collection(found.collection).doc(found.id).remove()
      removed++
    } else if (found.state === 'different') {
      await replaceOne(found, bucket)
      written++
    } else {
      const isFull = batch.length >= BATCH_DOCS || bytes + found.line.length > BATCH_BYTES
      if (isFull || batch[0]?.collection !== found.collection) await flush()
      batch.push(found)
      bytes += found.line.length
    }
  }
  await flush()
  return { written, removed }
}

const prove = async (work: Work): Promise<void> => {
  const wrong: string[] = []
  for await (const found of differences(work, work.bucket))
    if (wrong.push(`${nameOf(found)} is ${found.state}`) > SHOWN) break
  if (wrong.length)
    throw new Error(
      `Not as it is in the backup; do timers or people write meanwhile? ${wrong.slice(0, SHOWN).join(', ')}`,
    )
}

/** Throws Refused before it writes anything, or an error when what was written is not what was kept. */
export const putBack = async (asked: Asked): Promise<PutBack> => {
  const { manifest, taken } = await ensureGood(asked)
  const work: Work = { ...asked, bucket: await findBucket(), kept: collectionsOf(manifest) }
  await ensureMayWrite(work)
  const stored = await putFiles(work)
  const { written, removed } = await putDocuments(work)
  await prove(work)
  return { from: taken.from, ...stored, written, removed }
}
