// How far apart are the pictures of N reps, as far as the ledger's model can tell?
import { type DealtSet, PictureLedger, type PictureSubject } from '@shared/domain/picture-ledger'
import { type PairCounts, pairsOf64 } from './pairs'
import { photoSets } from './sets'
import type { Subject } from './subjects'

export const repName = (n: number): string => `r${String(n + 1).padStart(4, '0')}`

export const dealAll = (postId: string, images: readonly PictureSubject[], reps: number): DealtSet[] => {
  const ledger = new PictureLedger({ postId, version: 1 }, images, false)
  return Array.from({ length: reps }, (_, n) => ledger.deal(repName(n)))
}

/** place: alone, with the name card, or within a set of nine, without it. */
export type ImageDeal = { name: string; place: 'alone' | 'in a set'; image: Subject; index: number; sets: DealtSet[] }

/** Every picture alone, then every photo within a set. */
export const dealEach = (all: readonly Subject[], reps: number): ImageDeal[] => {
  const alone = all.map((image) => ({
    name: image.name,
    place: 'alone' as const,
    image,
    index: 0,
    sets: dealAll(`alone-${image.name}`, [image], reps),
  }))
  const together = photoSets(all).flatMap(({ images, measured }, n) => {
    const sets = dealAll(`set-${n}`, images, reps)
    return measured.flatMap((index) => {
      const image = images[index]
      return image ? [{ name: image.name, place: 'in a set' as const, image, index, sets }] : []
    })
  })
  return [...alone, ...together]
}

export const printPairs = ({ sets, index }: ImageDeal): PairCounts =>
  pairsOf64(sets.flatMap(({ prints }) => (prints[index] ? [prints[index]] : [])))
