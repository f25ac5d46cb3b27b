// Are posters readable on any photo, scannable after compression, and each in a look of its own?
import { join } from 'node:path'
import { createCanvas, GlobalFonts, type Image, loadImage } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import QRCode from 'qrcode'
import { POSTER_SIZE, type PosterDesign, paintPoster } from '../../shared/painter/paint-poster'

const LINK = 'https://ripple.example/r/p1?s=k7Qm2xZp'
const fonts = join(__dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc')
const designs: PosterDesign[] = ['paper', 'leaf', 'night']
let code: Image
let photo: Image

beforeAll(async () => {
  for (const weight of ['400Regular', '600SemiBold']) {
    GlobalFonts.registerFromPath(join(fonts, weight, `NotoSansSC_${weight}.ttf`), 'Noto Sans SC')
  }
  code = await loadImage(await QRCode.toBuffer(LINK, { margin: 0, scale: 8 }))
  photo = await loadImage(join(__dirname, '../../assets/demo/a01-1.jpg'))
})

test.each(designs)('the %s poster paints with and without a photo, and its code scans', async (design) => {
  const model = {
    design,
    title: '换季皮肤干到起皮？三步把水留住，第二步最容易被忽略',
    excerpt: '洗完脸后的三分钟，是补水的关键。先用温水，再用化妆棉轻轻按压；别急着上面霜，等一等更好。'.repeat(3),
    rep: { name: '林小满', store: '澜肌万象城店', avatar: null },
    code,
    codeNote: '长按识别，读全文',
  }
  for (const picture of [photo, null]) {
    const canvas = createCanvas(POSTER_SIZE.width, POSTER_SIZE.height)
    paintPoster(canvas.getContext('2d'), { ...model, photo: picture && { picture, focus: null, keepOut: [] } })
    const { width: w, height: h } = POSTER_SIZE
    const image = await loadImage(canvas.toBuffer('image/jpeg', 70))
    const read = createCanvas(w, h).getContext('2d')
    read.drawImage(image, 0, 0, w, h)
    expect(jsQR(new Uint8ClampedArray(read.getImageData(0, 0, w, h).data), w, h)?.data).toBe(LINK)
  }
})
