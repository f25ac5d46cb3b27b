// Pictures painted once and kept on this phone, so that they are there again without signal. Nothing here ever throws.
import { dropFile } from './files'
import { isFull, place } from './pictures-place'
import { type OnShelf, overflowOf, type Shelves } from './pictures-shelf'
import { forget, recall, remember } from './storage'

/** `key`: all that the picture depends on, as letters and figures. `set`: what comes and goes together. */
export type Wanted = Pick<OnShelf, 'shelf' | 'set'> & { key: string }

const TOUCH_EVERY_MS = 60_000

const shelves = (): Shelves => recall<Shelves>('ripple.pictures') ?? {}
const write = (now: Shelves): boolean => remember('ripple.pictures', now)

const strike = async (keys: readonly string[]): Promise<void> => {
  const now = shelves()
  for (const key of keys) delete now[key]
  write(now)
  for (const key of keys)
    await place()
      .drop(key)
      .catch(() => undefined)
}

let swept: Promise<void> | null = null

/** Once per start: what a phone that died left behind, written but not noted. */
const sweep = (): Promise<void> => {
  swept ??= place()
    .keys()
    .then(async (there) => {
      const now = shelves()
      const strays = there.filter((key) => !now[key])
      if (strays.length > 0) await strike(strays)
    })
    .catch(() => undefined) // no folder yet
  return swept
}

const touch = (key: string): void => {
  const now = shelves()
  const one = now[key]
  if (!one || Date.now() - one.usedAt < TOUCH_EVERY_MS) return
  write({ ...now, [key]: { ...one, usedAt: Date.now() } })
}

/** A local file, or null: never painted here, or gone. In a browser it is the caller's to drop. */
export const recallPicture = async ({ key }: Wanted): Promise<string | null> => {
  const one = shelves()[key]
  if (!one) return null
  const file = await place()
    .get(key, one.bytes)
    .catch(() => null)
  if (file === null) await strike([key])
  else touch(key)
  return file
}

/** Half of what is kept, the least recently used: the phone says it is full, and does not say how full. */
const makeRoom = async (): Promise<void> => {
  const now = shelves()
  const oldest = Object.keys(now).sort((a, b) => (now[a]?.usedAt ?? 0) - (now[b]?.usedAt ?? 0))
  await strike(oldest.slice(0, Math.ceil(oldest.length / 2)))
}

const put = (key: string, file: string): Promise<number> =>
  place()
    .put(key, file)
    .catch(async (error: unknown) => {
      if (!isFull(error)) throw error
      await makeRoom()
      return place().put(key, file)
    })

/** The file to go on with: the kept one in place of the temporary one, or the latter where there is no room. */
export const keepPicture = async ({ key, shelf, set }: Wanted, file: string): Promise<string> => {
  try {
    await sweep()
    const bytes = await put(key, file)
    const now = { ...shelves(), [key]: { shelf, set, bytes, usedAt: Date.now() } }
    if (!write(now)) return file
    await strike(overflowOf(now))
    if (process.env.TARO_ENV === 'h5') return file
    const kept = await place().get(key, bytes)
    if (kept === null) return file
    dropFile(file)
    return kept
  } catch {
    return file
  }
}

/** Hers alone: nothing stays for who comes next. */
export const forgetPictures = async (): Promise<void> => {
  const there = await place()
    .keys()
    .catch(() => [])
  await strike([...Object.keys(shelves()), ...there]).catch(() => undefined)
  forget('ripple.pictures')
}
