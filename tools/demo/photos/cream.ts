// A09: a face cream on stone; the open jar with its swirl; full size beside travel size.
import { relief, topFace, turned } from './forms'
import {
  dropShadow,
  gradient,
  groundShadow,
  leafShadows,
  mix,
  oval,
  type Rgb,
  rgb,
  type Scene,
  smooth,
  soft,
  wall,
  windowPanes,
} from './light'
import { fbm } from './noise'
import { type Picture, portrait, square } from './picture'
import { pebble, sprig } from './props'
import { plaster, stone, surface } from './surfaces'

const frost: Rgb = [214, 226, 234]
const lid: Rgb = [238, 240, 240]
const silver: Rgb = [196, 204, 210]

const jarBody = (s: Scene, cx: number, bottom: number, r: number, tilt: number, h = r * 0.92) =>
  turned(s.ctx, {
    cx,
    top: bottom - h,
    profile: [
      [0, r - 5],
      [8, r],
      [h - 40, r],
      [h - 14, r - 8],
      [h, r - 30],
    ],
    tilt,
    paint: (v, u) => {
      const thick = smooth(0.78, 1, Math.abs(u)) + smooth(0.82, 1, v)
      const core = mix([246, 246, 242], frost, 0.3)
      return { color: mix(core, mix(frost, [116, 146, 166], 0.35), Math.min(1, thick)), gloss: 0.75 }
    },
  })

const jar = (s: Scene, cx: number, bottom: number, r: number, tilt = 0.24) => {
  groundShadow(s, cx, bottom, r, r * tilt * 1.15)
  jarBody(s, cx, bottom, r, tilt)
  const lidBottom = bottom - r * 0.9
  const h = r * 0.52
  turned(s.ctx, {
    cx,
    top: lidBottom - h,
    profile: [
      [0, r - 2],
      [5, r + 3],
      [h, r + 3],
    ],
    tilt,
    paint: (v) => ({ color: v > 0.86 ? silver : lid, gloss: v > 0.86 ? 1.1 : 0.5 }),
  })
  topFace(s.ctx, cx, lidBottom - h, r - 1, tilt, lid)
}

const hero = (s: Scene) => {
  wall(s, [226, 232, 236], [168, 178, 186])
  windowPanes(s, 180, 60, 380, 0.75)
  leafShadows(s, 480, 40, 560, 0.18, 12)
  surface(s, stone([224, 224, 222], [170, 172, 174], 9), { top: 790, horizon: 430 })
  soft(s, 26, (c) => {
    c.fillStyle = 'rgba(70,78,88,0.3)'
    c.fillRect(0, 740, s.w, 50)
  })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 790, w: s.w, h: 650 }, 10, [
    [0, 'rgba(255,252,244,0.4)'],
    [1, 'rgba(80,90,102,0.3)'],
  ])
  s.ctx.fillRect(0, 790, s.w, 650)
  for (const [y, r, h] of [
    [1180, 360, 96],
    [1090, 280, 74],
  ] as const) {
    groundShadow(s, 540, y + h - 30, r, r * 0.24)
    turned(s.ctx, {
      cx: 540,
      top: y - 40,
      profile: [
        [0, r - 4],
        [5, r],
        [h - 5, r],
        [h, r - 5],
      ],
      tilt: 0.22,
      paint: (v, u) => ({ color: mix([206, 208, 208], [166, 170, 174], fbm(u * 5, v * 2 + r, 3, 4)), gloss: 0.06 }),
    })
    topFace(s.ctx, 540, y - 40, r - 3, 0.22, [214, 216, 216])
  }
  jar(s, 540, 1052, 210)
  sprig(s, 980, 1010, 380, -2.5, 6, 4)
  pebble(s, 190, 1330, 80, 46, [176, 182, 188])
  pebble(s, 270, 1376, 44, 26, [212, 214, 214])
  sprig(s, 1150, 1450, 430, -2.7, 18, 7)
}

const open = (s: Scene) => {
  surface(s, stone([232, 230, 226], [188, 188, 188], 31))
  const cx = 500
  const cy = 540
  const disc = (r: number, a: Rgb, b: Rgb) => {
    s.ctx.fillStyle = gradient(s.ctx, { x: cx - r, y: cy - r, w: 2 * r, h: 2 * r }, 45, [
      [0, rgb(a)],
      [1, rgb(b)],
    ])
    oval(s.ctx, cx, cy, r, r)
    s.ctx.fill()
  }
  dropShadow(
    s,
    (c) => {
      oval(c, cx, cy, 352, 352)
      c.fill()
    },
    70,
  )
  disc(352, [240, 248, 252], [136, 160, 178])
  disc(338, [176, 200, 214], [226, 238, 244])
  disc(316, [246, 250, 252], [170, 188, 200])
  disc(296, [190, 196, 200], [246, 246, 244])
  const cream = relief(s, {
    color: (c) => {
      c.fillStyle = 'rgb(252,248,240)'
      oval(c, cx, cy, 292, 292)
      c.fill()
    },
    height: (c) => {
      c.fillStyle = 'rgb(110,110,110)'
      oval(c, cx, cy, 290, 290)
      c.fill()
      c.lineCap = 'round'
      for (let i = 0; i < 230; i++) {
        const t = i / 230
        const a = t * Math.PI * 4.6 - 0.6
        const r = 236 * (1 - t) ** 0.8
        const tone = Math.round(150 + 100 * t)
        c.fillStyle = `rgba(${tone},${tone},${tone},0.55)`
        oval(c, cx + Math.cos(a) * r, cy + Math.sin(a) * r, 40 - 18 * t, 40 - 18 * t)
        c.fill()
        c.fillStyle = 'rgba(40,40,40,0.32)'
        oval(c, cx + Math.cos(a) * (r + 46), cy + Math.sin(a) * (r + 46), 16, 16)
        c.fill()
      }
    },
    depth: 2.3,
    blur: 11,
    gloss: 0.22,
    puff: 40,
  })
  s.ctx.drawImage(cream.canvas, 0, 0)
  const lx = 900
  const ly = 900
  dropShadow(
    s,
    (c) => {
      oval(c, lx, ly, 250, 250)
      c.fill()
    },
    46,
  )
  for (const [r, a, b] of [
    [250, [255, 255, 255], [176, 184, 190]],
    [242, [226, 230, 232], [244, 246, 246]],
  ] as const) {
    s.ctx.fillStyle = gradient(s.ctx, { x: lx - r, y: ly - r, w: 2 * r, h: 2 * r }, 45, [
      [0, rgb(a as Rgb)],
      [1, rgb(b as Rgb)],
    ])
    oval(s.ctx, lx, ly, r, r)
    s.ctx.fill()
  }
  windowPanes(s, 240, -120, 470, 0.4, 0.4)
  sprig(s, -30, 1010, 430, -0.5, 7, 14)
}

const pair = (s: Scene) => {
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: 760 }, 90, [
    [0, 'rgb(206,222,232)'],
    [0.7, 'rgb(236,240,238)'],
    [1, 'rgb(244,240,228)'],
  ])
  s.ctx.fillRect(0, 0, s.w, s.h)
  soft(s, 34, (c) => {
    const tones = ['rgba(126,150,120,0.55)', 'rgba(160,176,140,0.5)', 'rgba(190,200,176,0.6)']
    for (let i = 0; i < 16; i++) {
      c.fillStyle = tones[i % 3] ?? ''
      oval(c, (i * 271) % 1080, 420 + ((i * 137) % 300), 70 + ((i * 53) % 90), 60 + ((i * 31) % 90))
      c.fill()
    }
  })
  soft(s, 7, (c) => {
    c.fillStyle = 'rgb(246,245,242)'
    c.fillRect(700, 0, 46, 800)
    c.fillRect(0, 250, s.w, 26)
    c.fillStyle = 'rgba(170,176,180,0.7)'
    c.fillRect(738, 0, 10, 800)
    c.fillRect(0, 272, s.w, 8)
  })
  surface(s, plaster([248, 246, 240], [214, 212, 208], 6), { top: 740, horizon: 420 })
  soft(s, 5, (c) => {
    c.fillStyle = 'rgba(255,255,250,0.9)'
    c.fillRect(0, 734, s.w, 8)
  })
  jar(s, 420, 930, 196, 0.22)
  jar(s, 760, 986, 124, 0.22)
  soft(
    s,
    26,
    (c) => {
      c.fillStyle = 'rgb(255,240,208)'
      c.beginPath()
      c.moveTo(0, 960)
      c.lineTo(1080, 880)
      c.lineTo(1080, 930)
      c.lineTo(0, 1060)
      c.fill()
    },
    0.35,
    'soft-light',
  )
}

export const creamPictures: Picture[] = [
  { name: 'a09-1', ...portrait, paint: hero, finish: { warmth: 0.4 } },
  { name: 'a09-2', ...square, paint: open, finish: { warmth: 0.5 } },
  { name: 'a09-3', ...square, paint: pair, finish: { warmth: 0.6 } },
]
