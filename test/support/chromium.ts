// Where is a Chromium? The one that npm brings, with the libraries it needs; else one that is installed.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const PACKAGE = 'node_modules/@sparticuz/chromium/package.json'

/** `libraries`: where its own lie, for a bare machine has no NSS. */
export type Chromium = { executable: string; libraries: string | null }

/** It is an ES module, so a process of its own asks it; it unpacks its libraries where it takes itself to be in a Lambda. */
const unpackTo = (folder: string): void => {
  const ask = "import c from '@sparticuz/chromium'; await c.executablePath()"
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  execFileSync(process.execPath, ['--input-type=module', '-e', ask], { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Test files that run side by side may all be the first: each unpacks in a folder of its own, one is kept. */
const fromNpm = (): Chromium => {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }
  const kept = path.resolve('node_modules/.cache', `chromium-${version}`)
  if (!existsSync(kept)) {
    mkdirSync(path.dirname(kept), { recursive: true })
    const folder = mkdtempSync(`${kept}-`)
    try {
      unpackTo(folder)
      renameSync(folder, kept)
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      if (!existsSync(kept)) throw error
    }
  }
  return { executable: path.join(kept, 'chromium'), libraries: path.join(kept, 'al2023/lib') }
}

export const findChromium = (): Chromium => {
  try {
    return fromNpm()
  } catch (error) {
    const executable = INSTALLED.find((file) => existsSync(file))
    if (!executable)
      throw new Error('No Chromium: @sparticuz/chromium did not unpack and none is installed', { cause: error })
    return { executable, libraries: null }
  }
}
