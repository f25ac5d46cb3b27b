// Which pictures does she see? The post's images in her order, each with the recipe it is painted by.
import type { OwnPictures } from '@shared/contracts/kit'
import { type Kit, type KitPictures, PICTURE_ROLLS_MAX } from '@shared/domain/kit'
import type { Post } from '@shared/domain/post'
import { readRecipe } from '@shared/domain/recipe'
import { showImages } from '../_kit/show'

export const showPictures = async (
  post: Post,
  { recipes, order }: KitPictures,
  { pictureRolls = 0 }: Kit,
): Promise<OwnPictures> => {
  const show = await showImages(post.images)
  const images = order.flatMap((at) => {
    const [image, recipe] = [post.images[at], recipes[at]]
    return image && recipe ? [{ image: show(image), recipe: readRecipe(recipe) }] : []
  })
  return { images, pictureRolls, pictureRollsLeft: Math.max(0, PICTURE_ROLLS_MAX - pictureRolls) }
}
