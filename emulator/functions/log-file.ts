// Where does what functions print go? The last lines in memory for people, all of them into a file, a few times a second.
import { appendFileSync } from 'node:fs'

const KEPT_LINES = 200
const WRITE_EVERY_MS = 20

export class LogFile {
  readonly lines: string[] = []
  private unwritten = ''
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly file: string) {}

  readonly add = (line: string): void => {
    this.lines.push(line)
    if (this.lines.length > KEPT_LINES * 2) this.lines.splice(0, this.lines.length - KEPT_LINES)
    this.unwritten += `${new Date().toISOString()} ${line}\n`
    this.timer ??= setTimeout(() => this.write(), WRITE_EVERY_MS)
  }

  write(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.unwritten) appendFileSync(this.file, this.unwritten)
    this.unwritten = ''
  }

  get latest(): readonly string[] {
    return this.lines.slice(-KEPT_LINES)
  }
}
