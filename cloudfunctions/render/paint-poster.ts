// Her poster for a phone that cannot paint: the same design over the same photo, with the code she has.

import type { Lang } from '@shared/domain/day'
import type { Kit } from '@shared/domain/kit'
import { excerptOf, type Post, type PostImage } from '@shared/domain/post'
import { paintPoster as paintOn } from '@shared/painter/paint-poster'
import { POSTER_SIZE, type PosterModel } from '@shared/painter/poster-model'
import { type CodeKind, codeId, findCode } from '../_kit/data/codes'
import { found } from '../_kit/errors'
import { fetchFile } from '../_kit/files'
import { findOwnKit } from '../_kit/own-kit'
import type { Handler } from '../_kit/serve'
import { paintJpeg } from './canvas'
import { readyText } from './fonts'
import { paintedPath, showPainted } from './painted'
import { fetchFace, findPaintedRep, type PaintedRep } from './rep-card'

/** As the phone writes it beside the code (client/pkgs/rep/kit/_parts/PosterSheet.tsx). */
const CODE_NOTE: Record<Lang, Record<CodeKind, string>> = {
  zh: { 'mini-code': '长按识别，读全文', qr: '扫一扫，读全文' },
  en: { 'mini-code': 'Press and hold the code to read', qr: 'Scan to read it all' },
}

/** The cover, else the first picture she shows. */
const photoOf = ({ article, images }: Post, { pictures }: Kit): PostImage | null =>
  article.cover ?? images[pictures?.order[0] ?? 0] ?? null

type Given = Pick<PosterModel, 'design' | 'title' | 'excerpt' | 'codeNote'> & {
  photo: PostImage | null
  codeFileId: string
  rep: PaintedRep
}

const paint = async ({ photo, codeFileId, rep, design, ...words }: Given): Promise<Buffer> => {
  const [code, original, face] = await Promise.all([
    fetchFile(codeFileId),
    photo && fetchFile(photo.fileId),
    fetchFace(rep),
  ])
  return paintJpeg(async (open) => {
    const picture = photo && (await open(found(original, 'picture-gone')))
    const model: PosterModel = {
      design,
      photo: picture && { picture, focus: photo?.focus ?? null, keepOut: photo?.keepOut ?? [] },
      title: readyText(words.title),
      excerpt: readyText(words.excerpt),
      rep: { name: readyText(rep.name), store: readyText(rep.store), avatar: face && (await open(face)) },
      code: await open(found(code, 'no-code', 'kind')),
      codeNote: readyText(words.codeNote),
    }
    return { size: POSTER_SIZE, paint: (ctx) => paintOn(ctx, model) }
  })
}

export const paintPoster: Handler<'render', 'poster.paint'> = async (input, { caller: { member } }) => {
  const { postId, design, kind, lang } = input
  const [{ post, kit }, rep] = await Promise.all([findOwnKit(input, member), findPaintedRep(member)])
  const code = await findCode(codeId(postId, member._id, kind))
  const codeFileId = found(code?.fileId, 'no-code', 'kind')
  const photo = photoOf(post, kit)
  const words = { title: post.article.title, excerpt: excerptOf(post.article), codeNote: CODE_NOTE[lang][kind] }
  const given = { photo, codeFileId, rep, design, ...words }
  const path = paintedPath(kit, `poster-${design}`, [photo, codeFileId, rep, design, words])
  const [shown] = await showPainted([{ path, paint: () => paint(given) }], codeFileId)
  return found(shown, 'no-code', 'kind')
}
