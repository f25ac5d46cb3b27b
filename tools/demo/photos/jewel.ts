// A06: a star pendant on linen; star studs in a dish; both in an open gift box.
import { relief } from './forms'
import { bail, chain, gold, star } from './jewel-star'
import {
  type Ctx,
  dropShadow,
  gradient,
  leafShadows,
  mix,
  oval,
  type Rgb,
  rgb,
  type Scene,
  soft,
  windowPanes,
} from './light'
import { fbm, noise, random } from './noise'
import { type Picture, portrait, square } from './picture'
import { plateAbove, sprig } from './props'
import { linen, stone, surface } from './surfaces'

const necklace = (s: Scene) => {
  const cloth = relief(s, {
    color: (c) => {
      const layer = { canvas: c.canvas, ctx: c, w: s.w, h: s.h }
      surface(layer as Scene, linen([236, 226, 210], [198, 182, 162], 8, 6))
    },
    height: (c) => {
      c.fillStyle = 'rgb(110,110,110)'
      c.fillRect(0, 0, s.w, s.h)
      c.lineCap = 'round'
      for (const [x1, y1, x2, y2, w, tone] of [
        [-80, 1180, 1160, 820, 60, '255,255,255'],
        [-80, 1290, 1160, 930, 50, '0,0,0'],
        [420, 1520, 1180, 1180, 60, '255,255,255'],
        [-60, 260, 420, -60, 60, '255,255,255'],
        [-60, 360, 560, -60, 44, '0,0,0'],
      ] as const) {
        c.strokeStyle = `rgba(${tone},0.4)`
        c.lineWidth = w
        c.beginPath()
        c.moveTo(x1, y1)
        c.quadraticCurveTo((x1 + x2) / 2 + 60, (y1 + y2) / 2 + 40, x2, y2)
        c.stroke()
      }
    },
    depth: 2.4,
    blur: 30,
    gloss: 0,
  })
  s.ctx.drawImage(cloth.canvas, 0, 0)
  chain(s, [
    [150, -30, 140, 420, 300, 640, 520, 780],
    [520, 780, 760, 640, 900, 360, 830, -30],
  ])
  bail(s, 521, 792, 24)
  star(s, 526, 930, 132, 0.06, 5)
  windowPanes(s, 260, -60, 480, 0.55, 0.45)
  leafShadows(s, 500, 620, 560, 0.14, 41)
  sprig(s, 1150, 1400, 460, -2.6, 11, 12)
}

const studs = (s: Scene) => {
  surface(s, stone([238, 232, 226], [200, 192, 186], 51))
  plateAbove(s, { cx: 540, cy: 560, r: 380, rim: 0.1 })
  s.ctx.strokeStyle = rgb(gold, 0.9)
  s.ctx.lineWidth = 5
  oval(s.ctx, 540, 560, 378, 378)
  s.ctx.stroke()
  star(s, 430, 520, 118, -0.25, 7)
  star(s, 660, 640, 118, 0.32, 13)
  windowPanes(s, 180, -100, 500, 0.5, 0.42)
  leafShadows(s, 600, 60, 480, 0.15, 8)
  sprig(s, -50, 1080, 420, -0.6, 9, 22)
}

const giftBox = (s: Scene) => {
  surface(s, linen([230, 220, 208], [192, 176, 160], 18, 6))
  const green: Rgb = [42, 84, 78]
  const rounded = (x: number, y: number, w: number, h: number, r: number, fill: Rgb) => (c: Ctx) => {
    c.beginPath()
    c.roundRect(x, y, w, h, r)
    c.fillStyle = rgb(fill)
    c.fill()
  }
  const lid = rounded(640, -150, 560, 560, 26, green)
  dropShadow(s, lid, 40)
  s.ctx.drawImage(
    relief(s, { color: lid, height: () => {}, puff: 14, gloss: 0.05, weave: (x, y) => noise(x / 2, y / 2, 4) * 0.5 })
      .canvas,
    0,
    0,
  )
  const outer = rounded(170, 270, 660, 660, 28, green)
  dropShadow(s, outer, 56)
  s.ctx.drawImage(
    relief(s, { color: outer, height: () => {}, puff: 12, gloss: 0.05, weave: (x, y) => noise(x / 2, y / 2, 5) * 0.5 })
      .canvas,
    0,
    0,
  )
  rounded(206, 306, 588, 588, 14, [20, 44, 42])(s.ctx)
  const cushion = relief(s, {
    color: rounded(222, 322, 556, 556, 20, [226, 214, 196]),
    height: (c) => {
      c.fillStyle = '#fff'
      c.fillRect(0, 0, s.w, s.h)
      c.fillStyle = '#000'
      c.fillRect(260, 560, 480, 10)
    },
    depth: 0.8,
    blur: 9,
    puff: 30,
    gloss: 0.03,
    weave: (x, y) => noise(x / 2.2, y / 2.2, 6) * 0.9 + fbm(x / 30, y / 30, 3, 2) * 2,
  })
  s.ctx.drawImage(cushion.canvas, 0, 0)
  chain(
    s,
    [
      [290, 330, 320, 520, 420, 560, 500, 584],
      [500, 584, 580, 560, 680, 520, 710, 330],
    ],
    7.5,
  )
  bail(s, 500, 592, 17)
  star(s, 502, 680, 88, 0.03, 3)
  star(s, 352, 770, 50, -0.2, 4)
  star(s, 654, 770, 50, 0.2, 6)
  soft(s, 1, (c) => {
    c.strokeStyle = 'rgb(188,160,118)'
    c.lineWidth = 4
    for (let i = 0; i < 8; i++) {
      c.beginPath()
      c.moveTo(900, 1090)
      c.quadraticCurveTo(900 - i * 8, 900, 830 + i * 30, 700 + (i % 3) * 50)
      c.stroke()
    }
    const rnd = random(9)
    for (let i = 0; i < 90; i++) {
      c.fillStyle = rgb(mix([226, 200, 170], [250, 238, 220], rnd()))
      oval(c, 820 + rnd() * 240, 660 + rnd() * 200, 5 + rnd() * 9, 4 + rnd() * 7)
      c.fill()
    }
  })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: s.h }, 40, [
    [0, 'rgba(255,242,218,0.2)'],
    [1, 'rgba(70,50,38,0.2)'],
  ])
  s.ctx.fillRect(0, 0, s.w, s.h)
  windowPanes(s, 200, -140, 480, 0.4, 0.42)
}

export const jewelPictures: Picture[] = [
  { name: 'a06-1', ...portrait, paint: necklace },
  { name: 'a06-2', ...square, paint: studs },
  { name: 'a06-3', ...square, paint: giftBox },
]
