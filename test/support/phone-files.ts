// The files of a guide's phone in component tests: WeChat's file system in memory, which can be full and can lose a file.
type Ends = { success?: (answer: object) => void; fail?: (error: object) => void }

/** Path to bytes. */
export const files = new Map<string, number>()
/** `room`: bytes that fit into what is kept. `dies`: after a copy the phone does nothing more. */
export const disk = { room: Number.POSITIVE_INFINITY, dies: false }
export const KEPT = 'wxfile://usr/painted/'

export const resetFiles = (): void => {
  files.clear()
  Object.assign(disk, { room: Number.POSITIVE_INFINITY, dies: false })
}
export const keptFiles = (): string[] => [...files.keys()].filter((path) => path.startsWith(KEPT))
const keptBytes = (): number => keptFiles().reduce((sum, path) => sum + (files.get(path) ?? 0), 0)

const bytesOf = (path: string): number => {
  const bytes = files.get(path)
  if (bytes === undefined) throw { errMsg: `fail no such file or directory ${path}` }
  return bytes
}
const answered = <T extends Ends>(work: (args: T) => object | undefined) => {
  return (args: T): void => {
    let answer: object | undefined
    try {
      answer = work(args)
    } catch (error) {
      void Promise.resolve().then(() => args.fail?.(error as object))
      return
    }
    void Promise.resolve().then(() => args.success?.(answer ?? {}))
  }
}
type Paths = Ends & { srcPath: string; destPath: string; filePath: string; oldPath: string; newPath: string }

const remove = ({ filePath }: Paths): undefined => {
  bytesOf(filePath)
  files.delete(filePath)
}
const manager = {
  mkdir: answered<Paths>(() => undefined),
  getFileInfo: answered<Paths>(({ filePath }) => ({ size: bytesOf(filePath) })),
  unlink: answered<Paths>(remove),
  readdir: answered<Paths>(() => ({ files: keptFiles().map((path) => path.slice(KEPT.length)) })),
  copyFile: answered<Paths>(({ srcPath, destPath }) => {
    const bytes = bytesOf(srcPath)
    if (keptBytes() + bytes > disk.room)
      throw { errMsg: 'copyFile:fail the maximum size of the file storage limit is exceeded' }
    files.set(destPath, bytes)
    return undefined
  }),
  rename: answered<Paths>(({ oldPath, newPath }) => {
    if (disk.dies) throw { errMsg: 'rename:fail' }
    files.set(newPath, bytesOf(oldPath))
    files.delete(oldPath)
    return undefined
  }),
}
export const fileManager = (): object => (disk.dies ? { ...manager, unlink: () => undefined } : manager)
