// What exactly did this version say?
import type { ImageId } from '@shared/domain/ids'
import { findPostImages } from '../_kit/data/images'
import { findVersion } from '../_kit/data/post-versions'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showImages } from '../_kit/show'

export const seeVersion: Handler<'hq', 'version.see'> = async ({ postId, version }) => {
  const { byName, at, draft } = found(await findVersion(postId, version), 'no-such-version', 'version')
  const { imageIds, article } = draft
  const named = [...imageIds, article.coverId, ...article.sections.map(({ imageId }) => imageId)]
  const ids = [...new Set(named.filter((id): id is ImageId => id !== null))]
  const images = [...(await findPostImages(ids)).values()]
  const show = await showImages(images)
  return { version, byName, at, draft, images: images.map(show) }
}
