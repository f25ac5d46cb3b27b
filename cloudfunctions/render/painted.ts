// What has been painted for her already? Files named by all that went into them, under painted/<post>/<version>/<rep>/.
import { createHash } from 'node:crypto'
import type { Kit } from '@shared/domain/kit'
import { PAINTER_REV } from '@shared/painter/revision'
import { putFile, signUrls } from '../_kit/files'

/**
 * Any of these files may be deleted at any time, it is painted again when asked for. Nothing does so by itself: give the
 * prefix painted/ a life of 30 days in the bucket's rules.
 */
export type Piece = { path: string; paint: () => Promise<Buffer> }

/** `parts`: everything the picture is made of. `name`: a few letters for people. */
export const paintedPath = ({ postId, version, repId }: Kit, name: string, parts: readonly unknown[]): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([PAINTER_REV, ...parts]))
    .digest('hex')
  return `painted/${postId}/${version}/${repId}/${hash.slice(0, 16)}-${name}.jpg`
}

/** A file id names the bucket first, cloud://env.bucket/path: the same bucket, another path. */
const besides = (fileId: string, path: string): string => fileId.replace(/^(cloud:\/\/[^/]+)\/.*$/s, `$1/${path}`)

export type Shown = { fileId: string; url: string }

/** Paints what is not there yet. `neighbour`: any file of the bucket. */
export const showPainted = async (pieces: readonly Piece[], neighbour: string): Promise<Shown[]> => {
  const ids = pieces.map(({ path }) => besides(neighbour, path))
  const known = await signUrls(ids)
  const missing = pieces.filter((_, i) => known(ids[i] ?? '') === '')
  await Promise.all(missing.map(async ({ path, paint }) => putFile(path, await paint())))
  const urlOf = missing.length > 0 ? await signUrls(ids) : known
  return ids.map((fileId) => ({ fileId, url: urlOf(fileId) }))
}
