// Her pictures for a phone that cannot paint: by her recipes, in her order, each painted once.
import { readRecipe } from '@shared/domain/recipe'
import { paintVariant, variantSize } from '@shared/painter/paint-variant'
import { ownPicturesOf } from '../_kit/deal-pictures'
import { found, refusal } from '../_kit/errors'
import { fetchFile } from '../_kit/files'
import { findOwnKit } from '../_kit/own-kit'
import type { Handler } from '../_kit/serve'
import { paintJpeg } from './canvas'
import { readyText } from './fonts'
import { paintedPath, showPainted } from './painted'
import { fetchFace, findPaintedRep, type PaintedRep } from './rep-card'

type Given = { fileId: string; written: string; rep: PaintedRep }

const paint = async ({ fileId, written, rep }: Given): Promise<Buffer> => {
  const recipe = readRecipe(written)
  const [file, face] = await Promise.all([fetchFile(fileId), recipe.card && fetchFace(rep)])
  const original = found(file, 'picture-gone')
  return paintJpeg(async (open) => {
    const picture = await open(original)
    const words = { name: readyText(rep.name), store: readyText(rep.store) }
    const card = face ? { ...words, avatar: await open(face) } : words
    return { size: variantSize(picture, recipe), paint: (ctx) => paintVariant(ctx, recipe, picture, card) }
  })
}

export const paintKit: Handler<'render', 'kit.paint'> = async (
  { indexes, rolls, ...which },
  { caller: { member } },
) => {
  const [{ post, kit }, rep] = await Promise.all([findOwnKit(which, member), findPaintedRep(member)])
  if ((kit.pictureRolls ?? 0) !== rolls) throw refusal('stale-version', 'rolls')
  const { order, recipes } = await ownPicturesOf(kit, post, member)
  const asked = [...new Set(indexes)].map((index) => {
    const at = found(order[index], 'no-such-picture', 'indexes')
    const { fileId, imageId } = found(post.images[at], 'no-such-picture', 'indexes')
    const written = found(recipes[at], 'no-such-picture', 'indexes')
    const wearsCard = readRecipe(written).card !== null
    const path = paintedPath(kit, imageId, [fileId, written, wearsCard ? rep : null])
    return { index, fileId, path, paint: () => paint({ fileId, written, rep }) }
  })
  const shown = await showPainted(asked, asked[0]?.fileId ?? '')
  return { pictures: shown.map((file, i) => ({ index: asked[i]?.index ?? i, ...file })) }
}
