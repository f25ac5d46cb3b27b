// Where are the phone's files? `wxfile://` paths over one temporary folder.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Dict } from '../compile'
import { type Args, type Host, type Maker, Refused } from './host'

const SCHEME = 'wxfile://'

export type PhoneFiles = {
  /** Stores bytes as a temporary file and returns its wxfile:// path. */
  keep(content: Uint8Array, extension: string): string
  /** The place on disk of a wxfile:// path. */
  place(filePath: string): string
  read(filePath: string): Buffer
  remove(): void
}

/** `disk`: a folder that outlives the phone. */
export const createFiles = (disk?: string): PhoneFiles => {
  const root = disk ?? mkdtempSync(path.join(tmpdir(), 'ripple-phone-'))
  mkdirSync(path.join(root, 'usr'), { recursive: true })
  let count = readdirSync(root).length
  const place = (filePath: string): string => {
    if (!filePath.startsWith(SCHEME)) throw new Refused(`no such file or directory "${filePath}"`)
    const inside = path.join(root, path.posix.normalize(`/${filePath.slice(SCHEME.length)}`))
    return inside
  }
  return {
    place,
    keep: (content, extension) => {
      const filePath = `${SCHEME}tmp_${++count}.${extension.replace(/^\./, '')}`
      writeFileSync(place(filePath), content)
      return filePath
    },
    read: (filePath) => {
      const at = place(filePath)
      if (!existsSync(at)) throw new Refused(`no such file or directory "${filePath}"`)
      return readFileSync(at)
    },
    remove: () => {
      if (disk === undefined) rmSync(root, { recursive: true, force: true })
    },
  }
}

/** wx.getFileSystemManager(): the part a product uses. */
export const fileSystem = (host: Host, make: Maker, files: PhoneFiles): Dict => {
  const read = (filePath: unknown, encoding: unknown): string | ArrayBuffer => {
    const content = files.read(String(filePath))
    if (typeof encoding !== 'string') return host.realm.bytes(content)
    return content.toString(encoding === 'utf-8' ? 'utf8' : (encoding as BufferEncoding))
  }
  const write = (filePath: unknown, data: unknown, encoding: unknown): void => {
    const bytes =
      typeof data === 'string'
        ? Buffer.from(data, (encoding ?? 'utf8') as BufferEncoding)
        : new Uint8Array(data as ArrayBuffer)
    const at = files.place(String(filePath))
    mkdirSync(path.dirname(at), { recursive: true })
    writeFileSync(at, bytes)
  }
  const stats = (filePath: unknown): Dict => {
    const at = files.place(String(filePath))
    if (!existsSync(at)) throw new Refused(`no such file or directory "${filePath}"`)
    return { size: statSync(at).size, mode: 33188, lastModifiedTime: Math.floor(statSync(at).mtimeMs / 1000) }
  }
  /** As WeChat: there must be such a file. */
  const there = (filePath: unknown): string => {
    const at = files.place(String(filePath))
    if (!existsSync(at)) throw new Refused(`no such file or directory "${filePath}"`)
    return at
  }
  const unlink = (filePath: unknown): void => rmSync(there(filePath))
  const copy = ({ srcPath, destPath }: Args): void =>
    copyFileSync(
      there(srcPath),
      path.join(there(path.posix.dirname(String(destPath))), path.basename(String(destPath))),
    )
  const manager: Dict = {
    readFile: make.async('fs.readFile', ({ filePath, encoding }: Args) => ({ data: read(filePath, encoding) })),
    writeFile: make.async('fs.writeFile', ({ filePath, data, encoding }: Args) => write(filePath, data, encoding)),
    unlink: make.async('fs.unlink', ({ filePath }: Args) => unlink(filePath)),
    stat: make.async('fs.stat', ({ path: at }: Args) => ({ stats: stats(at) })),
    getFileInfo: make.async('fs.getFileInfo', ({ filePath }: Args) => ({ size: stats(filePath).size })),
    access: make.async('fs.access', ({ path: at }: Args) => void stats(at)),
    copyFile: make.async('fs.copyFile', copy),
    rename: make.async('fs.rename', ({ oldPath, newPath }: Args) =>
      renameSync(there(oldPath), files.place(String(newPath))),
    ),
    readdir: make.async('fs.readdir', ({ dirPath }: Args) => ({ files: readdirSync(there(dirPath)) })),
    mkdir: make.async(
      'fs.mkdir',
      ({ dirPath }: Args) => void mkdirSync(files.place(String(dirPath)), { recursive: true }),
    ),
    readFileSync: read,
    writeFileSync: write,
    unlinkSync: unlink,
    accessSync: (at: unknown) => void stats(at),
  }
  return manager
}
