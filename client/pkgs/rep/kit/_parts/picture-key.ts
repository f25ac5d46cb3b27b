// Under which name does the phone keep a painted picture? Under all that it depends on, so that none is ever shown for another.
import { writeRecipe } from '@shared/domain/recipe'
import { hashWords } from '@shared/domain/variant/hash'
import { PAINTER_REV } from '@shared/painter/revision'
import { saveKey, setKey } from '@/features/kit/saves'
import type { OpenedKit } from '@/features/kit/use-kits'
import type { Wanted } from '@/platform/pictures'
import type { Shelf } from '@/platform/pictures-shelf'

/** As a cache knows them: the set that is hers now. */
const setOf = ({ postId, version, pictureRolls }: OpenedKit): string => setKey(postId, version, pictureRolls)

const hex = (word: number): string => `0000000${word.toString(16)}`.slice(-8)

/** Her card counts only where it is painted. */
export const keptAs = (kit: OpenedKit, index: number, shelf: Shelf): Wanted | null => {
  const one = kit.images[index]
  if (!one) return null
  const { name, store, avatar } = kit.card
  const card = one.recipe.card === null ? null : [name, store, avatar?.fileId]
  const words = hashWords(
    JSON.stringify([
      PAINTER_REV,
      shelf,
      saveKey(kit.postId, kit.version),
      one.image.imageId,
      writeRecipe(one.recipe),
      card,
    ]),
  )
  return { shelf, set: setOf(kit), key: words.map(hex).join('') }
}
