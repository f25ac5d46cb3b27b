// What is not in the cloud as it is in the backup? Both in the order of their _id, side by side, so that size does not matter.
import { type Key, readLines } from './box'
import { KEPT } from './kept'
import { type Doc, toLine } from './line'
import { collectionFile } from './manifest'
import { documents } from './source'

export type Difference =
  | { state: 'missing' | 'different'; collection: string; id: string; line: string }
  | { state: 'extra'; collection: string; id: string }

const idOf = (line: string): string => (JSON.parse(line) as Doc)._id

/** As the database orders text. */
const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

async function* inCollection(
  collection: string,
  lines: AsyncIterator<string>,
  bucket: string,
): AsyncGenerator<Difference> {
  const docs = documents(collection)
  let [line, doc] = [await lines.next(), await docs.next()]
  while (!line.done || !doc.done) {
    const kept = line.done ? null : { id: idOf(line.value), line: line.value }
    const by = kept === null ? 1 : doc.done ? -1 : order(kept.id, doc.value._id)
    if (kept && by < 0) yield { state: 'missing', collection, ...kept }
    if (kept && by === 0 && !doc.done && toLine(collection, doc.value, bucket) !== kept.line)
      yield { state: 'different', collection, ...kept }
    if (by > 0 && !doc.done) yield { state: 'extra', collection, id: doc.value._id }
    if (by <= 0) line = await lines.next()
    if (by >= 0) doc = await docs.next()
  }
}

const none = async function* (): AsyncGenerator<string> {}

/** `kept`: which collections the backup holds; in one that it knows nothing of, everything is too much. */
export async function* differences(
  backup: { folder: string; key: Key; kept: ReadonlySet<string> },
  bucket: string,
): AsyncGenerator<Difference> {
  const { folder, key, kept } = backup
  for (const name of KEPT) {
    const lines = kept.has(name) ? readLines({ folder, name: collectionFile(name), key }) : none()
    yield* inCollection(name, lines, bucket)
  }
}
