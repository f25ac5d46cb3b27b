// Are posters readable on any photo, scannable after compression, true to HQ's marks, and each in a look of its own?
import { type Image, loadImage } from '@napi-rs/canvas'
import QRCode from 'qrcode'
import type { Rect } from '../../shared/domain/recipe'
import type { Box } from '../../shared/painter/canvas'
import { POSTER_SIZE, type PosterModel } from '../../shared/painter/paint-poster'
import { splitCharacters } from '../../shared/painter/text-layout'
import {
  asPhoto,
  chequered,
  contrast,
  DESIGNS,
  demoPhoto,
  luminance,
  luminanceOf,
  type Noted,
  type NotedImage,
  noisy,
  paintNoted,
  picture,
  pixelsOf,
  plain,
  readCode,
  registerFonts,
} from '../support/posters'

/** Painting and scanning take seconds when the machine is busy. */
jest.setTimeout(60_000)

const LINK =
  'https://ripple-3gabcdef12345678-1300000000.tcloudbaseapp.com/#/pages/read/index?p=k7Qm2xZpk7Qm2xZp&s=k7Qm2xZp'
let code: Image
let photo: Image
const noise = noisy()
let model: PosterModel

beforeAll(async () => {
  registerFonts()
  code = await loadImage(await QRCode.toBuffer(LINK, { margin: 2, width: 430 }))
  photo = await demoPhoto('a01-1')
  model = {
    design: 'paper',
    photo: asPhoto(photo),
    title: '换季皮肤干到起皮？三步把水留住，第二步最容易被忽略',
    excerpt:
      '洗完脸后的三分钟，是补水的关键。先用温水，再用化妆棉轻轻按压；别急着上面霜，等一等更好，水乳各等三分钟再继…',
    rep: { name: '林小满', store: '澜肌万象城店', avatar: null },
    code,
    codeNote: '长按识别，读全文',
  }
})

const LONG: Partial<PosterModel> = {
  title:
    'SPF50+ PA++++ 防晒霜怎么选？2026 年夏天门店同事实测 12 款之后，只留下这 3 款通勤用，油皮干皮都能找到自己的那一支，价格也不贵',
  rep: {
    name: '欧阳慕容上官司马诸葛'.repeat(3),
    store: '澜肌万象城旗舰店（人民广场站三号出口向东）'.repeat(2),
    avatar: null,
  },
}
const CASES: [string, Partial<PosterModel>][] = [
  ['an ordinary post', {}],
  ['everything too long', LONG],
  ['one short line and nothing else', { title: '座椅', excerpt: '', rep: { name: '李', store: '', avatar: null } }],
  [
    'English',
    {
      title: 'Five quiet minutes with a robot vacuum: what it cleans and what it does not',
      excerpt: 'It maps the rooms on the first run. Leave the doors open, and pick up cables before you press start…',
      rep: { name: 'Alexandra Konstantinopoulos-Wang 王安娜', store: 'Ripple Store Shanghai', avatar: null },
      codeNote: 'Press and hold to read the whole article',
    },
  ],
  [
    'emoji and rare characters',
    {
      title: '👨‍👩‍👧周末亲子👍🏽'.repeat(4),
      rep: { name: '👨‍👩‍👧㛃𠮷小满妈妈'.repeat(5), store: '🇨🇳门店', avatar: null },
    },
  ],
  ['no photo', { photo: null }],
  [
    'no words at all',
    { photo: null, title: '', excerpt: '', codeNote: '', rep: { name: '', store: '', avatar: null } },
  ],
]

function codeIn({ images }: Pick<Noted, 'images'>): Box {
  const box = images.find(({ image }) => image === code)?.target
  if (box === undefined) throw new Error('expected a code')
  return box
}

const overlap = (a: Box, b: Box) => a.x + a.w > b.x && b.x + b.w > a.x && a.y + a.h > b.y && b.y + b.h > a.y

describe.each(DESIGNS)('the %s poster', (design) => {
  test('has 4.5 : 1 behind every letter, on any photo', () => {
    const photos = [plain('#FFFFFF'), plain('#000000'), plain('#E0301E'), plain('#8A8A8A'), chequered(), noise]
    for (const shown of photos) {
      const { canvas, texts } = paintNoted({ ...model, design, photo: asPhoto(shown) }, 'without letters')
      expect(texts.length).toBeGreaterThanOrEqual(6)
      for (const { text, color, box } of texts) {
        const ink = luminanceOf(color)
        const behind = pixelsOf(canvas, box)
        let worst = 21
        for (let i = 0; i < behind.length; i += 4) {
          worst = Math.min(worst, contrast(ink, luminance(behind[i] ?? 0, behind[i + 1] ?? 0, behind[i + 2] ?? 0)))
        }
        expect({ text, isReadable: worst >= 4.5, worst }).toMatchObject({ isReadable: true })
      }
    }
  })

  test.each(CASES)('keeps its words apart, within the page and off the code: %s', (_, change) => {
    const { texts, images } = paintNoted({ ...model, ...change, design })
    const codeBox = codeIn({ images })
    expect(Math.min(codeBox.w, codeBox.h)).toBeGreaterThanOrEqual(216)
    const said = Object.values({ ...model, ...change, ...model.rep, ...change.rep }).join('')
    const whole = new Set([...splitCharacters(said), '…', ' '])
    texts.forEach(({ text, box }, i) => {
      expect(box.x).toBeGreaterThanOrEqual(40)
      expect(box.x + box.w).toBeLessThanOrEqual(POSTER_SIZE.width - 40)
      expect(box.y + box.h).toBeLessThanOrEqual(POSTER_SIZE.height - 40)
      expect(texts.slice(i + 1).filter((other) => overlap(box, other.box))).toEqual([])
      expect(overlap(box, codeBox)).toBe(false)
      expect(splitCharacters(text).filter((character) => !whole.has(character))).toEqual([])
    })
  })

  test.each([1, 0.5] as const)('has a code that scans after compression, at %d of its size', async (scale) => {
    for (const shown of [photo, noise, null]) {
      const noted = paintNoted({ ...model, design, photo: shown && asPhoto(shown) })
      expect(await readCode(noted.canvas, codeIn(noted), scale)).toBe(LINK)
    }
  })

  test('keeps white around the code', () => {
    const { canvas, images } = paintNoted({ ...model, design, photo: asPhoto(noise) })
    const box = codeIn({ images })
    const sides = [
      { ...box, y: box.y - 17, h: 16 },
      { ...box, y: box.y + box.h + 1, h: 16 },
      { ...box, x: box.x - 17, w: 16 },
      { ...box, x: box.x + box.w + 1, w: 16 },
    ]
    for (const side of sides) expect(new Set(pixelsOf(canvas, side))).toEqual(new Set([255]))
  })

  test('shows her picture when she has one', async () => {
    const avatar = plain('#D02090', 300, 200)
    const { canvas, images } = paintNoted({ ...model, design, rep: { ...model.rep, avatar } })
    const round = images.find(({ image }) => image === avatar)
    expect(round?.source).toEqual({ x: 50, y: 0, w: 200, h: 200 })
    const { x = 0, y = 0, w = 0 } = round?.target ?? {}
    expect(Array.from(pixelsOf(canvas, { x: x + w / 2, y: y + w / 2, w: 1, h: 1 }))).toEqual([208, 32, 144, 255])
    expect(Array.from(pixelsOf(canvas, { x, y, w: 1, h: 1 }))).not.toEqual([208, 32, 144, 255])
  })

  test('does without a photo that is too small to show', () => {
    const { images } = paintNoted({ ...model, design, photo: asPhoto(plain('#D02090', 90, 2_000)) })
    expect(images.map(({ image }) => image)).toEqual([code])
  })
})

const MARKS: Rect[][] = [
  [{ x: 0, y: 0, w: 1_000, h: 120 }],
  [{ x: 640, y: 860, w: 340, h: 130 }],
  [{ x: 400, y: 440, w: 200, h: 160 }],
  [
    { x: 20, y: 20, w: 180, h: 100 },
    { x: 780, y: 880, w: 200, h: 100 },
  ],
  [{ x: 0, y: 0, w: 1_000, h: 1_000 }],
]
const SHAPES = [
  [900, 1_200],
  [1_000, 1_000],
  [1_800, 600],
  [600, 1_800],
  [1_280, 720],
] as const
const SHAPES_AND_MARKS = SHAPES.flatMap(([w, h]) => MARKS.map((marks) => [w, h, marks] as const))

/** Grey with the marks in magenta. */
const marked = (width: number, height: number, marks: readonly Rect[]) =>
  picture(width, height, (ctx) => {
    ctx.fillStyle = '#7A8A84'
    ctx.fillRect(0, 0, width, height)
    ctx.fillStyle = '#FF00FF'
    for (const { x, y, w, h } of marks) {
      ctx.fillRect((x * width) / 1_000, (y * height) / 1_000, (w * width) / 1_000, (h * height) / 1_000)
    }
  })

/** Where a mark stands on the poster, less a few pixels in which enlarging blends its edge. */
function standing(mark: Rect, [width, height]: readonly [number, number], { source, target }: NotedImage): Box {
  const scale = target.w / source.w
  return {
    x: target.x + ((mark.x * width) / 1_000 - source.x) * scale + 4,
    y: target.y + ((mark.y * height) / 1_000 - source.y) * scale + 4,
    w: ((mark.w * width) / 1_000) * scale - 8,
    h: ((mark.h * height) / 1_000) * scale - 8,
  }
}

/** Samples a few hundred pixels and the last one. */
function isMagenta(pixels: Uint8ClampedArray): boolean {
  const count = pixels.length / 4
  const every = Math.max(1, Math.floor(count / 800))
  const at = Array.from({ length: Math.ceil(count / every) }, (_, i) => 4 * i * every)
  return [...at, 4 * (count - 1)].every(
    (i) => (pixels[i] ?? 0) > 250 && (pixels[i + 1] ?? 255) < 5 && (pixels[i + 2] ?? 0) > 250,
  )
}

const asMarks = {
  'keep-out': (marks: Rect[]) => ({ focus: null, keepOut: marks }),
  focus: (marks: Rect[]) => ({ focus: marks[0] ?? null, keepOut: [] }),
}

describe.each(DESIGNS)('whatever the shape of the photo, the %s poster', (design) => {
  test.each(['keep-out', 'focus'] as const)('neither cuts nor covers what HQ marked: %s', (kind) => {
    for (const [width, height, marks] of SHAPES_AND_MARKS) {
      const shown = marked(width, height, marks)
      const photo = { picture: shown, ...asMarks[kind](marks) }
      const { canvas, images } = paintNoted({ ...model, design, photo })
      const [drawn] = images
      if (drawn?.image !== shown) throw new Error('expected the photo')
      for (const mark of kind === 'focus' ? marks.slice(0, 1) : marks) {
        const stands = standing(mark, [width, height], drawn)
        const { x, y, w, h } = drawn.target
        const isInside = stands.x >= x && stands.y >= y && stands.x + stands.w <= x + w && stands.y + stands.h <= y + h
        const isBare = isMagenta(pixelsOf(canvas, stands))
        expect({ width, height, mark, isInside, isBare }).toMatchObject({ isInside: true, isBare: true })
      }
    }
  })
})

test('the three are not one family: photo, title and ground differ', () => {
  const painted = DESIGNS.map((design) => paintNoted({ ...model, design }))
  const ofEach = [
    painted.map(({ images }) => JSON.stringify(images[0]?.target)),
    painted.map(({ texts }) => JSON.stringify(texts[0]?.box)),
    painted.map(({ canvas }) => String(pixelsOf(canvas, { x: 20, y: 1_420, w: 1, h: 1 }))),
  ]
  for (const values of ofEach) expect(new Set(values).size).toBe(3)
})
