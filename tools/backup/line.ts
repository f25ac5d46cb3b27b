// How is a document written down? One line of canonical EJSON; files by their path, so that it may go to another bucket.
import { EJSON } from 'bson'

export type Doc = { _id: string; [field: string]: unknown }

/** Sealed as they stand: not a letter of them may change. */
const AS_THEY_ARE: readonly string[] = ['audits', 'auditheads']
const NO_BUCKET = '"cloud:///'

/** Line ends that are none of JSON's would part a line in two. */
const oneLine = (text: string): string => text.replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')

/** `bucket`: 'cloud://env.bucket/'. Only whole values are file ids: a quote within a text has a backslash before it. */
export const toLine = (collection: string, doc: Doc, bucket: string): string => {
  const line = oneLine(EJSON.stringify(doc, { relaxed: false }))
  if (AS_THEY_ARE.includes(collection) || !line.includes(bucket)) return line
  return line.replace(/(?<!\\)"(cloud:\/\/[^/"\\]+\/)/g, (all, found) => (found === bucket ? NO_BUCKET : all))
}

export const fromLine = (collection: string, line: string, bucket: string): Doc => {
  const text = AS_THEY_ARE.includes(collection) ? line : line.replace(/(?<!\\)"cloud:\/\/\//g, `"${bucket}`)
  return EJSON.parse(text) as Doc
}

/** Which files of the bucket a line names. */
export const pathsIn = (line: string): string[] =>
  [...line.matchAll(/(?<!\\)"cloud:\/\/\/([^"\\\s]+)"/g)].map(([, found]) => found ?? '')
