// Which pictures are measured? Thirteen photos and four text posters of assets/bench, taken in as HQ's uploads are.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageKind, Rect } from '@shared/domain/recipe'
import { type Picture, takeIn } from '../../tools/images/take-in'

const FOLDER = join(process.cwd(), 'assets/bench')
const PHOTOS = [
  ...['bottle', 'cat', 'coat', 'coffee', 'dandelion', 'dandelion-1to3', 'dandelion-3to1'],
  ...['galaxies', 'gravel', 'hotpot', 'oranges', 'rocket', 'seeds'],
]
/** Where a poster's code stands, as HQ would mark it. */
const POSTERS: Readonly<Record<string, readonly Rect[]>> = {
  'poster-code': [{ x: 268, y: 291, w: 464, h: 348 }],
  'poster-headline': [],
  'poster-price': [],
  'poster-table': [],
}

export type Subject = Picture

const subjectOf = async (name: string, kind: ImageKind, keepOut: readonly Rect[] = []): Promise<Subject> => {
  const taken = await takeIn(readFileSync(join(FOLDER, `${name}.jpg`)), { name, kind, keepOut })
  if (!taken.ok) throw new Error(`${name}: ${taken.reason}`)
  return taken.picture
}

const load = (): Promise<Subject[]> => {
  const photos = PHOTOS.map((name) => subjectOf(name, 'photo'))
  const posters = Object.entries(POSTERS).map(([name, keepOut]) => subjectOf(name, 'poster', keepOut))
  return Promise.all([...photos, ...posters])
}

let loaded: Promise<Subject[]> | null = null
/** Taken in once for all parts of a run. */
export const subjects = (): Promise<Subject[]> => {
  loaded ??= load()
  return loaded
}
