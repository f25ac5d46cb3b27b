// A04: a cup of fresh juice by the window; cut oranges on a board; three cups with dew.
import { half, leaf, orange } from './fruit'
import {
  bokeh,
  dropShadow,
  gradient,
  groundShadow,
  leafShadows,
  oval,
  type Rgb,
  type Scene,
  soft,
  wall,
  windowPanes,
} from './light'
import { random } from './noise'
import { type Picture, portrait, square } from './picture'
import { caustic, glass } from './props'
import { linen, surface, wood } from './surfaces'

const juice: Rgb = [318, 204, 58]

const dew = (s: Scene, x: number, y: number, w: number, h: number, count: number, seed: number) => {
  const rnd = random(seed)
  for (let i = 0; i < count; i++) {
    const dx = x + (rnd() - 0.5) * w
    const dy = y + rnd() * h
    const r = 1.4 + rnd() ** 3 * 4.5
    s.ctx.fillStyle = 'rgba(140,72,0,0.28)'
    oval(s.ctx, dx + r * 0.25, dy + r * 0.35, r, r * 1.1)
    s.ctx.fill()
    s.ctx.fillStyle = 'rgba(255,236,196,0.75)'
    oval(s.ctx, dx, dy, r * 0.9, r)
    s.ctx.fill()
    s.ctx.fillStyle = 'rgba(255,255,255,0.95)'
    oval(s.ctx, dx - r * 0.3, dy - r * 0.35, r * 0.3, r * 0.3)
    s.ctx.fill()
  }
}

const cup = (s: Scene, cx: number, bottom: number, k: number, seed = 4) => {
  const height = 470 * k
  groundShadow(s, cx, bottom, 118 * k, 30 * k)
  caustic(s, cx + 190 * k, bottom + 16 * k, 110 * k, [255, 190, 90], 0.7)
  glass(s, {
    cx,
    top: bottom - height,
    height,
    rTop: 148 * k,
    rBottom: 116 * k,
    tilt: 0.18,
    liquid: { color: juice, from: 74 * k },
  })
  dew(s, cx, bottom - height * 0.72, 226 * k, height * 0.62, 34, seed)
}

const paperStraw = (s: Scene, x: number, y: number, x2: number, y2: number, w: number) => {
  const { ctx } = s
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(Math.atan2(y2 - y, x2 - x))
  const l = Math.hypot(x2 - x, y2 - y)
  ctx.fillStyle = 'rgb(246,240,228)'
  ctx.fillRect(0, -w / 2, l, w)
  ctx.fillStyle = 'rgb(120,168,120)'
  for (let i = 0; i < l / (w * 1.6); i++) {
    ctx.beginPath()
    ctx.moveTo(i * w * 1.6, -w / 2)
    ctx.lineTo(i * w * 1.6 + w * 0.7, -w / 2)
    ctx.lineTo(i * w * 1.6 + w * 1.3, w / 2)
    ctx.lineTo(i * w * 1.6 + w * 0.6, w / 2)
    ctx.fill()
  }
  const g = ctx.createLinearGradient(0, -w / 2, 0, w / 2)
  g.addColorStop(0, 'rgba(60,40,20,0.35)')
  g.addColorStop(0.35, 'rgba(255,255,255,0.35)')
  g.addColorStop(1, 'rgba(60,40,20,0.4)')
  ctx.fillStyle = g
  ctx.fillRect(0, -w / 2, l, w)
  ctx.restore()
}

const table = (s: Scene, top: number) => {
  surface(s, wood([222, 188, 146], [168, 124, 84], 12), { top, horizon: top - 330 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: top, w: s.w, h: s.h - top }, 12, [
    [0, 'rgba(255,238,204,0.4)'],
    [1, 'rgba(96,58,28,0.34)'],
  ])
  s.ctx.fillRect(0, top, s.w, s.h - top)
  soft(s, 8, (c) => {
    c.fillStyle = 'rgba(255,240,214,0.8)'
    c.fillRect(0, top - 3, s.w, 6)
  })
}

const hero = (s: Scene) => {
  wall(s, [250, 240, 218], [222, 198, 160])
  soft(s, 40, (c) => {
    c.fillStyle = 'rgba(150,170,120,0.5)'
    for (const [x, y, r] of [
      [70, 420, 150],
      [200, 560, 110],
      [20, 660, 130],
      [150, 300, 90],
    ] as const) {
      oval(c, x, y, r, r * 0.8)
      c.fill()
    }
  })
  windowPanes(s, 330, 80, 380, 0.7)
  leafShadows(s, 560, 120, 520, 0.16, 21)
  table(s, 900)
  orange(s, 850, 1010, 132, 3)
  orange(s, 250, 1060, 142, 5)
  paperStraw(s, 640, 470, 560, 880, 26)
  cup(s, 540, 1230, 1.28)
  half(s, 850, 1250, 140, 0.3, 0.62, 8)
  leaf(s, 190, 1290, 130, -0.4)
  leaf(s, 330, 1340, 96, 0.5)
}

const board = (s: Scene) => {
  surface(s, linen([240, 236, 226], [206, 198, 184], 6, 7))
  const shape = (c: Scene['ctx']) => {
    c.save()
    c.translate(540, 560)
    c.rotate(-0.14)
    c.beginPath()
    c.roundRect(-430, -330, 860, 660, 70)
    c.restore()
  }
  dropShadow(
    s,
    (c) => {
      shape(c)
      c.fill()
    },
    36,
  )
  s.ctx.save()
  shape(s.ctx)
  s.ctx.clip()
  surface(s, wood([214, 170, 118], [160, 110, 68], 40))
  s.ctx.lineWidth = 18
  s.ctx.strokeStyle = 'rgba(255,232,196,0.4)'
  s.ctx.filter = 'blur(6px)'
  shape(s.ctx)
  s.ctx.stroke()
  s.ctx.restore()
  half(s, 400, 440, 168, 0.2, 1, 3)
  half(s, 690, 610, 176, 0.9, 1, 5)
  half(s, 380, 770, 128, 0.5, 1, 9)
  orange(s, 760, 290, 140, 6)
  leaf(s, 560, 330, 150, -0.9)
  leaf(s, 850, 820, 120, 2.2)
  leaf(s, 150, 900, 150, -0.5)
  const rnd = random(5)
  for (let i = 0; i < 16; i++) {
    s.ctx.fillStyle = 'rgba(255,176,60,0.55)'
    const r = 3 + rnd() * 8
    oval(s.ctx, 300 + rnd() * 480, 420 + rnd() * 400, r, r * 0.8)
    s.ctx.fill()
  }
  windowPanes(s, 200, -120, 480, 0.5, 0.4)
}

const three = (s: Scene) => {
  wall(s, [232, 238, 226], [184, 196, 172])
  bokeh(
    s,
    [
      [160, 260, 80, [255, 248, 220], 0.5],
      [880, 180, 110, [255, 244, 210], 0.45],
      [720, 380, 60, [250, 255, 226], 0.4],
      [420, 150, 70, [255, 250, 226], 0.4],
      [980, 460, 80, [240, 255, 226], 0.35],
    ],
    14,
  )
  table(s, 700)
  cup(s, 820, 850, 0.92, 8)
  cup(s, 270, 890, 1, 6)
  paperStraw(s, 620, 340, 556, 620, 24)
  cup(s, 550, 960, 1.12, 7)
  half(s, 880, 960, 90, 0.4, 0.6, 11)
}

export const juicePictures: Picture[] = [
  { name: 'a04-1', ...portrait, paint: hero },
  { name: 'a04-2', ...square, paint: board },
  { name: 'a04-3', ...square, paint: three },
]
