// What does the ledger need of a picture? The same intake that HQ's uploads go through, or in words why it is refused.
import type { PictureSubject } from '@shared/domain/picture-ledger'
import type { GreyModel } from '@shared/domain/picture-model'
import type { ImageKind, Rect } from '@shared/domain/recipe'
import { type Reencoded, reencode } from '../../cloudfunctions/render/reencode'

/** jpeg: the picture as the intake keeps it. */
export type Picture = PictureSubject & { name: string; jpeg: Buffer; model: GreyModel }
export type Taken = { ok: true; picture: Picture } | { ok: false; reason: string }

type Refusal = Extract<Reencoded, { ok: false }>['reason']

const WORDS: Readonly<Record<Refusal, string>> = {
  'image-too-big': 'the file is too big',
  'heic-not-supported': 'HEIC is not supported; save it as JPEG',
  'image-kind-not-supported': 'only JPEG, PNG and WebP are supported',
  'not-an-image': 'this is not an image',
  'image-too-many-pixels': 'the image has too many pixels',
  'image-too-heavy': 'decoding it would take too much memory or time; save it anew as a plain JPEG',
  'image-too-thin': 'the image is too thin to show anything',
  'image-damaged': 'the image is damaged',
}

type Given = { name: string; kind: ImageKind; keepOut?: readonly Rect[] }

export const takeIn = async (bytes: Buffer, given: Given): Promise<Taken> => {
  const taken = await reencode(bytes)
  if (!taken.ok) return { ok: false, reason: WORDS[taken.reason] }
  const { jpeg, width, height, model } = taken.picture
  const grey = Uint8Array.from(Buffer.from(model.grey, 'base64'))
  return { ok: true, picture: { focus: null, keepOut: [], ...given, jpeg, width, height, model: { ...model, grey } } }
}
