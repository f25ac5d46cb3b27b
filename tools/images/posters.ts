// Paints the three poster designs over demo pictures: `node tools/run.mjs images/posters docs/pictures/posters.png`.
import { writeFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type PosterDesign, paintPoster } from '@shared/painter/paint-poster'
import { POSTER_SIZE } from '@shared/painter/poster-model'
import { toBuffer } from 'qrcode'
import { demoPosts } from '../demo/posts.data'
import { registerFonts } from './fonts'
import { contactSheet } from './sheet'

const DESIGNS: readonly PosterDesign[] = ['paper', 'leaf', 'night']
const SHOWN = ['a01', 'a06', 'a10']
const LINK = 'https://read.example.com/#/pages/read/index?p=a01&s=k7Qm2xZp9aBc'

const posterOf = async (design: PosterDesign, id: string): Promise<Buffer> => {
  const post = demoPosts.find((each) => each.id === id)
  const [image] = post?.images ?? []
  if (!post || !image) throw new Error(`the demo has no ${id} with a picture`)
  const canvas = createCanvas(POSTER_SIZE.width, POSTER_SIZE.height)
  paintPoster(canvas.getContext('2d'), {
    design,
    photo: { picture: await loadImage(`assets/demo/${image.file}`), focus: image.focus ?? null, keepOut: [] },
    title: post.article.title,
    excerpt: post.article.sections[0]?.paragraphs[0] ?? '',
    rep: { name: '林小满', store: '澜肌万象城店', avatar: null },
    code: await loadImage(await toBuffer(LINK, { width: 430, margin: 2 })),
    codeNote: '长按识别，读全文',
  })
  return canvas.encode('png')
}

const paint = async (file: string): Promise<void> => {
  registerFonts()
  const asked = DESIGNS.flatMap((design) => SHOWN.map((id) => ({ design, id })))
  const posters: Buffer[] = []
  for (const { design, id } of asked) posters.push(await posterOf(design, id))
  writeFileSync(file, await contactSheet(posters, SHOWN.length, 420))
}

paint(process.argv[2] ?? 'posters.png').catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
