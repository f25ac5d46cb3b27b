// How fluent is a text to a model that has never seen ours? Debian's trigram model (libime) through a small C++ program.
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

/**
 * logProb: log10 of the text's Han, over the likeliest words. han: how many characters that is; marks, digits, letters and
 * emoji are not judged. perHan: perplexity per Han character, 10^(−logProb / han); 1 for a text without any.
 */
export type Score = { logProb: number; han: number; perHan: number }

const SOURCE = path.resolve('bench/variants/ppl/score.cpp')
const BUILT = path.resolve('dist/bench')
const HEADERS = ['/usr/include/LibIME', '/usr/include/Fcitx5/Utils']
const BOOST = '/usr/include/boost'
const PACKAGES = 'g++ libime-data-language-model libimecore-dev libfcitx5utils-dev libboost-dev'
const FLAGS = ['-std=c++17', '-O2', ...HEADERS.flatMap((folder) => ['-I', folder])]
const LIBRARIES = ['-lIMECore', '-lFcitx5Utils']

/** Debian keeps it under the machine's own folder, e.g. /usr/lib/x86_64-linux-gnu. */
const findModel = (): string | undefined =>
  existsSync('/usr/lib')
    ? readdirSync('/usr/lib')
        .map((folder) => path.join('/usr/lib', folder, 'libime/zh_CN.lm'))
        .find((file) => existsSync(file))
    : undefined

const hasCompiler = (): boolean => {
  try {
    execFileSync('g++', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The program for this very source; compiled once, under another name first so that no one runs half of it. */
const compile = (): string => {
  const hash = createHash('sha256').update(readFileSync(SOURCE)).update(FLAGS.join(' ')).digest('hex').slice(0, 12)
  const program = path.join(BUILT, `ppl-score-${hash}`)
  if (existsSync(program)) return program
  mkdirSync(BUILT, { recursive: true })
  const half = `${program}.${process.pid}`
  execFileSync('g++', [...FLAGS, SOURCE, '-o', half, ...LIBRARIES], { stdio: 'pipe' })
  renameSync(half, program)
  return program
}

/** A newline inside a text, as the program wants it: one text is one line. */
const asLine = (text: string): string => `${text.replace(/\r\n?|\n/g, '\u2028')}\n`

const readScore = (line: string): Score => {
  const [logProb = Number.NaN, han = Number.NaN] = line.split(' ').map(Number)
  if (Number.isNaN(logProb + han)) throw new Error(`not a score: ${line}`)
  return { logProb, han, perHan: han === 0 ? 1 : 10 ** (-logProb / han) }
}

type Waiting = { resolve: (score: Score) => void; reject: (error: unknown) => void }

export class Scorer {
  private readonly waiting: Waiting[] = []
  private ended: Error | null = null

  constructor(private readonly child: ChildProcessWithoutNullStreams) {
    createInterface({ input: child.stdout }).on('line', (line) => this.answer(line))
    child.once('error', (error) => this.end(error))
    child.once('exit', (code) => this.end(new Error(`the scorer ended with ${code}`)))
    child.stdin.on('error', (error) => this.end(error))
    child.stderr.resume()
  }

  private answer(line: string): void {
    const next = this.waiting.shift()
    if (!next) return
    try {
      next.resolve(readScore(line))
    } catch (error) {
      next.reject(error)
    }
  }

  private end(error: Error): void {
    this.ended ??= error
    for (const { reject } of this.waiting.splice(0)) reject(this.ended)
  }

  /** In the order of `texts`. */
  async score(texts: readonly string[]): Promise<Score[]> {
    if (this.ended) throw this.ended
    const scores = texts.map(() => new Promise<Score>((resolve, reject) => this.waiting.push({ resolve, reject })))
    this.child.stdin.write(texts.map(asLine).join(''))
    return Promise.all(scores)
  }

  stop(): void {
    this.child.kill()
  }
}

/** null, and a word about it, when the model or what it takes to read it is not on this machine. Throws when it is and cannot be read. */
export const scorer = async (say: (line: string) => void): Promise<Scorer | null> => {
  const model = findModel()
  if (!model || ![...HEADERS, BOOST].every((folder) => existsSync(folder)) || !hasCompiler()) {
    say(`perplexity is skipped: it needs apt-get install ${PACKAGES}`)
    return null
  }
  const judge = new Scorer(spawn(compile(), [model]))
  await judge.score(['']) // the model is read now, not when the first text is timed
  return judge
}
