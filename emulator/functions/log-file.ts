// Where does what functions print go? Straight into a file: nobody has to be awake to pass it on.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'

const KEPT_LINES = 200
/** As much of the end of the file as surely holds so many lines. */
const KEPT_BYTES = 128 * 1024

export class LogFile {
  private opened: number | undefined

  constructor(private readonly file: string) {}

  /** For processes to write to; what they write at once stays together. */
  get descriptor(): number {
    this.opened ??= openSync(this.file, 'a+')
    return this.opened
  }

  readonly add = (line: string): void => {
    writeSync(this.descriptor, `${new Date().toISOString()} ${line}\n`)
  }

  close(): void {
    if (this.opened !== undefined) closeSync(this.opened)
    this.opened = undefined
  }

  get latest(): readonly string[] {
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0
    const end = Buffer.alloc(Math.min(size, KEPT_BYTES))
    const read = readSync(this.descriptor, end, 0, end.length, size - end.length)
    return end.toString('utf8', 0, read).split('\n').slice(0, -1).slice(-KEPT_LINES)
  }
}
