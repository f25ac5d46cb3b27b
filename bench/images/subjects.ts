// Which pictures are measured? Thirteen photos and four text posters of assets/bench, taken in as HQ's uploads are.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PictureSubject } from '@shared/domain/picture-ledger'
import type { GreyModel } from '@shared/domain/picture-model'
import type { ImageKind, Rect } from '@shared/domain/recipe'
import { reencode } from '../../cloudfunctions/render/reencode'

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

/** jpeg: the picture as the intake keeps it; everything is measured from there on. */
export type Subject = PictureSubject & { name: string; jpeg: Buffer; model: GreyModel }

/** Throws where the intake refuses the picture. */
export const takeIn = async (
  bytes: Buffer,
  of: { name: string; kind: ImageKind; keepOut?: readonly Rect[] },
): Promise<Subject> => {
  const taken = await reencode(bytes)
  if (!taken.ok) throw new Error(`${of.name}: ${taken.reason}`)
  const { jpeg, width, height, model } = taken.picture
  const grey = Uint8Array.from(Buffer.from(model.grey, 'base64'))
  return { focus: null, keepOut: [], ...of, jpeg, width, height, model: { ...model, grey } }
}

const load = async (): Promise<Subject[]> => {
  const bytesOf = (name: string) => readFileSync(join(FOLDER, `${name}.jpg`))
  const photos = PHOTOS.map((name) => takeIn(bytesOf(name), { name, kind: 'photo' }))
  const posters = Object.entries(POSTERS).map(([name, keepOut]) =>
    takeIn(bytesOf(name), { name, kind: 'poster', keepOut }),
  )
  return Promise.all([...photos, ...posters])
}

let loaded: Promise<Subject[]> | null = null
/** Taken in once for all parts of a run. */
export const subjects = (): Promise<Subject[]> => {
  loaded ??= load()
  return loaded
}
