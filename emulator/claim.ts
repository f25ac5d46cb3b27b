// Is another local cloud using this folder? What one keeps in memory a second one would change behind its back.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ASK_MS = 1000

const noteOf = (home: string): string => path.join(home, 'running.json')

/** A note left by a process that was killed points to nobody, or to a server of another folder. */
const isServedAt = async (home: string, url: string): Promise<boolean> => {
  try {
    const reply = await fetch(`${url}/emulator/home`, { method: 'POST', signal: AbortSignal.timeout(ASK_MS) })
    return ((await reply.json()) as { home?: string }).home === path.resolve(home)
  } catch {
    return false
  }
}

export const refuseSecond = async (home: string): Promise<void> => {
  let url: string
  try {
    url = JSON.parse(readFileSync(noteOf(home), 'utf8')).url
  } catch {
    return
  }
  if (await isServedAt(home, url)) throw new Error(`${home} is in use by another local cloud at ${url}`)
}

export const claim = (home: string, url: string): void => writeFileSync(noteOf(home), JSON.stringify({ url }))

export const release = (home: string): void => rmSync(noteOf(home), { force: true })
