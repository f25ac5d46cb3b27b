// How does a backup lie on disk? As plain files, or sealed with a key: AES-256-GCM, streamed, each with an IV of its own.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const CIPHER = 'aes-256-gcm'
const MAGIC = Buffer.from('RIPPLE1\n')
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = MAGIC.length + IV_BYTES

/** null: in the clear. */
export type Key = { content: Buffer; digests: Buffer } | null

/** 64 hexadecimal digits, as `openssl rand -hex 32` prints them; nothing at all is no key. */
export const readKey = (written: string | undefined): Key => {
  if (!written) return null
  if (!/^[0-9a-f]{64}$/i.test(written)) throw new Error('RIPPLE_BACKUP_KEY must be 64 hexadecimal digits')
  const derive = (use: string) => createHmac('sha256', Buffer.from(written, 'hex')).update(use).digest()
  return { content: derive('backup content'), digests: derive('backup digests') }
}

/** Keyed where there is a key: the digest of a small file in the clear could be guessed at. */
export const startDigest = (key: Key) => (key ? createHmac('sha256', key.digests) : createHash('sha256'))
export const digestOf = (key: Key, content: Buffer | string): string => startDigest(key).update(content).digest('hex')

/** Of the content, before it is sealed. */
export type Written = { bytes: number; digest: string }

/** `name`: the file's name within the backup; sealed along, so that no file can stand in for another. */
export type Place = { folder: string; name: string; key: Key }

const fileOf = ({ folder, name }: Place): string => path.join(folder, name)

async function* sealed(content: AsyncIterable<Buffer>, key: NonNullable<Key>, name: string): AsyncGenerator<Buffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key.content, iv).setAAD(Buffer.from(name))
  yield Buffer.concat([MAGIC, iv])
  for await (const chunk of content) yield cipher.update(chunk)
  yield cipher.final()
  yield cipher.getAuthTag()
}

/** In its place only when it is whole. */
export const write = async (place: Place, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Written> => {
  const file = fileOf(place)
  mkdirSync(path.dirname(file), { recursive: true })
  const digest = startDigest(place.key)
  let bytes = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      digest.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const content = place.key ? sealed(counted(), place.key, place.name) : counted()
  await pipeline(Readable.from(content), createWriteStream(`${file}.part`))
  await rename(`${file}.part`, file)
  return { bytes, digest: digest.digest('hex') }
}

const readAt = async (file: string, position: number, length: number): Promise<Buffer> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The content; fails at the end when it was sealed with another key, cut off or changed. */
export const read = async (place: Place): Promise<Readable> => {
  const file = fileOf(place)
  if (!place.key) return createReadStream(file)
  const { size } = await stat(file)
  const [head, tag] = [await readAt(file, 0, HEAD_BYTES), await readAt(file, Math.max(0, size - TAG_BYTES), TAG_BYTES)]
  if (size < HEAD_BYTES + TAG_BYTES || !head.subarray(0, MAGIC.length).equals(MAGIC))
    throw new Error('not sealed by us')
  const decipher = createDecipheriv(CIPHER, place.key.content, head.subarray(MAGIC.length))
  decipher.setAAD(Buffer.from(place.name)).setAuthTag(tag)
  const end = size - TAG_BYTES - 1
  async function* opened(): AsyncGenerator<Buffer> {
    if (end >= HEAD_BYTES)
      for await (const chunk of createReadStream(file, { start: HEAD_BYTES, end }))
        yield decipher.update(chunk as Buffer)
    yield decipher.final()
  }
  return Readable.from(opened())
}

export const readWhole = async (place: Place): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of await read(place)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export async function* readLines(place: Place): AsyncGenerator<string> {
  for await (const line of createInterface({ input: await read(place), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield line
}

/** Of what is there now; throws when it cannot be read. */
export const weigh = async (place: Place): Promise<Written> => {
  const digest = startDigest(place.key)
  let bytes = 0
  for await (const chunk of await read(place)) {
    digest.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, digest: digest.digest('hex') }
}
