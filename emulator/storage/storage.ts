// Where do uploaded files lie, and who may read them? On disk below one folder; every address is signed and expires.
import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { copyFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../errors'

export const MAX_FILE_BYTES = 20 * 1024 * 1024
const SAFE_PATH = /^[\p{L}\p{N}._\-+=@,()]+(\/[\p{L}\p{N}._\-+=@,()]+)*$/u

export type StoredFile = { readonly path: string; readonly size: number; readonly modifiedAt: number }

export class FileTooLarge extends Error {}

export class Storage {
  private uploads = 0

  constructor(
    private readonly root: string,
    private readonly envId: string,
    private readonly secret: string,
    private readonly now: () => number = Date.now,
  ) {
    mkdirSync(path.join(root, 'objects'), { recursive: true })
    rmSync(path.join(root, 'incoming'), { recursive: true, force: true })
    mkdirSync(path.join(root, 'incoming'), { recursive: true })
  }

  /** `cloud://env.bucket/path`, as the platform names files. */
  fileId(objectPath: string): string {
    return `cloud://${this.envId}.${this.bucket}/${objectPath}`
  }

  /** The folder of everything that was put. */
  get objects(): string {
    return path.join(this.root, 'objects')
  }

  get bucket(): string {
    return `6c6f-${this.envId}-1250000000`
  }

  /** The object path of a file id of this environment. */
  pathOf(fileId: string): string {
    const prefix = this.fileId('')
    if (!fileId.startsWith(prefix))
      throw new CloudError('STORAGE_FILE_NONEXIST', `not a file of this environment: ${fileId}`)
    return this.checked(fileId.slice(prefix.length))
  }

  /** Refuses any path that is not a plain relative one: no `..`, no empty, absolute or odd names. */
  checked(objectPath: string): string {
    const clean = objectPath.length <= 850 && SAFE_PATH.test(objectPath)
    if (!clean || objectPath.split('/').some((part) => /^\.+$/.test(part))) {
      throw new CloudError('INVALID_PARAM', `invalid cloud path: ${objectPath}`)
    }
    return objectPath
  }

  sign(use: 'get' | 'put', objectPath: string, expiresAt: number): string {
    return createHmac('sha256', this.secret).update(`${use}\n${objectPath}\n${expiresAt}`).digest('hex')
  }

  isSigned(use: 'get' | 'put', objectPath: string, expiresAt: number, signature: string): boolean {
    const right = Buffer.from(this.sign(use, objectPath, expiresAt))
    const given = Buffer.from(signature)
    return given.length === right.length && timingSafeEqual(given, right) && expiresAt > this.now() / 1000
  }

  stat(objectPath: string): StoredFile | undefined {
    const file = this.place(objectPath)
    if (!existsSync(file)) return undefined
    const { size, mtimeMs } = statSync(file)
    return { path: objectPath, size, modifiedAt: mtimeMs }
  }

  /** Opened before it returns: what is deleted from then on can still be read to its end. */
  open(objectPath: string): Readable {
    const place = this.place(objectPath)
    return createReadStream(place, { fd: openSync(place, 'r') })
  }

  /** Streams to a side file and moves it into place, so that a half upload never shows. */
  async put(objectPath: string, content: Readable): Promise<void> {
    const incoming = path.join(this.root, 'incoming', `${process.pid}-${++this.uploads}`)
    let size = 0
    const limit = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        done(size > MAX_FILE_BYTES ? new FileTooLarge() : null, chunk)
      },
    })
    try {
      await pipeline(content, limit, createWriteStream(incoming))
      mkdirSync(path.dirname(this.place(objectPath)), { recursive: true })
      await rename(incoming, this.place(objectPath))
    } finally {
      rmSync(incoming, { force: true })
    }
  }

  async copy(from: string, to: string): Promise<void> {
    mkdirSync(path.dirname(this.place(to)), { recursive: true })
    await copyFile(this.place(from), this.place(to))
  }

  remove(objectPath: string): void {
    rmSync(this.place(objectPath), { force: true })
  }

  list(): StoredFile[] {
    const base = path.join(this.root, 'objects')
    const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return files.map((entry) => {
      const file = path.join(entry.parentPath ?? entry.path, entry.name)
      const { size, mtimeMs } = statSync(file)
      return { path: path.relative(base, file).split(path.sep).join('/'), size, modifiedAt: mtimeMs }
    })
  }

  private place(objectPath: string): string {
    return path.join(this.root, 'objects', ...this.checked(objectPath).split('/'))
  }
}
