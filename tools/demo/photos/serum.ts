// A01: a serum bottle with its dropper by the window; drops on a tile; a poster.
import { ball, plain, topFace, turned } from './forms'
import {
  bokeh,
  dropShadow,
  gradient,
  groundShadow,
  leafShadows,
  mix,
  oval,
  polygon,
  type Rgb,
  type Scene,
  smooth,
  soft,
  wall,
  windowPanes,
} from './light'
import { fbm, random } from './noise'
import { type Picture, portrait, square } from './picture'
import { bottleProfile, caustic, pebble, sprig } from './props'
import { linen, stone, surface } from './surfaces'

const serum: Rgb = [176, 212, 214]
const milk: Rgb = [240, 238, 232]
const gold: Rgb = [214, 182, 132]

const bottle = (s: Scene, cx: number, bottom: number, k = 1, tilt = 0.17) => {
  const h = 430 * k
  const body = 128 * k
  const top = bottom - h
  groundShadow(s, cx, bottom, body, body * tilt * 1.2)
  caustic(s, cx + body * 1.5, bottom + 14 * k, body * 0.7, [190, 226, 224], 0.55)
  turned(s.ctx, {
    cx,
    top,
    profile: bottleProfile(46 * k, body, 110 * k, h),
    tilt,
    paint: (v, u) => {
      const filled = v > 0.36
      const pipette = Math.abs(u) < 0.085 && v < 0.86
      const edge = smooth(0.72, 1, Math.abs(u))
      const glow = smooth(-0.2, 0.75, u) * (1 - edge)
      const base: Rgb = filled ? mix(serum, [236, 250, 246], glow * 0.65) : mix([222, 232, 230], [250, 252, 248], glow)
      const color = pipette ? mix(base, [255, 255, 255], 0.32) : mix(base, [84, 124, 128], edge * 0.5)
      const line = Math.abs(v - 0.36) < 0.004 ? 0.35 : 0
      return { color: mix(color, [255, 255, 255], line), gloss: 1, alpha: filled ? 0.95 : 0.78 }
    },
  })
  turned(s.ctx, {
    cx,
    top: top + 168 * k,
    profile: [
      [0, body + 0.5],
      [190 * k, body + 0.5],
    ],
    tilt,
    paint: (v, u) => ({
      color: v > 0.3 && v < 0.315 ? gold : milk,
      gloss: 0.2,
      alpha: Math.abs(u) < 0.62 ? 0.9 : 0,
    }),
  })
  turned(s.ctx, {
    cx,
    top: top - 58 * k,
    profile: [
      [0, 50 * k],
      [6 * k, 54 * k],
      [78 * k, 54 * k],
    ],
    tilt,
    paint: (_, u) => ({ color: mix(gold, [244, 224, 188], 0.5 + 0.5 * Math.sin(u * 60) * 0.2), gloss: 1.1 }),
    cap: [236, 214, 176],
  })
  turned(s.ctx, {
    cx,
    top: top - 178 * k,
    profile: [
      [0, 8 * k],
      [4 * k, 22 * k],
      [18 * k, 34 * k],
      [50 * k, 40 * k],
      [96 * k, 38 * k],
      [122 * k, 40 * k],
    ],
    tilt,
    paint: plain(milk, 0.25),
  })
}

const hero = (s: Scene) => {
  wall(s, [244, 233, 218], [206, 186, 166])
  windowPanes(s, 250, 120, 360, 0.7)
  leafShadows(s, 420, 130, 620, 0.2)
  const top = 930
  surface(s, stone([236, 228, 218], [196, 184, 172], 4), { top, horizon: 560 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: top, w: s.w, h: 500 }, 0, [
    [0, 'rgba(255,244,226,0.35)'],
    [1, 'rgba(120,96,80,0.28)'],
  ])
  s.ctx.fillRect(0, top, s.w, s.h - top)
  soft(s, 9, (c) => {
    c.fillStyle = 'rgba(255,250,240,0.75)'
    c.fillRect(0, top - 4, s.w, 7)
  })
  soft(s, 30, (c) => {
    c.fillStyle = 'rgba(110,88,72,0.3)'
    c.fillRect(0, top - 60, s.w, 56)
  })
  sprig(s, 1010, 880, 430, -2.5, 7, 8)
  groundShadow(s, 560, 1225, 300, 66, 0.9)
  turned(s.ctx, {
    cx: 560,
    top: 1130,
    profile: [
      [0, 296],
      [5, 300],
      [84, 300],
      [90, 296],
    ],
    tilt: 0.19,
    paint: (v, u) => ({ color: mix([228, 216, 202], [206, 192, 178], fbm(u * 5, v * 2, 3, 4)), gloss: 0.1 }),
  })
  topFace(s.ctx, 560, 1130, 297, 0.19, [232, 221, 208])
  bottle(s, 540, 1138, 1.28)
  pebble(s, 890, 1312, 74, 44, [188, 178, 168])
  pebble(s, 800, 1352, 46, 28, [216, 206, 194])
  sprig(s, -60, 1400, 460, -0.5, 16, 3)
}

const drop = (s: Scene, x: number, y: number, r: number) => {
  soft(s, r * 0.2, (c) => {
    c.fillStyle = 'rgba(70,90,96,0.5)'
    oval(c, x + r * 0.28, y + r * 0.26, r * 1.02, r * 0.94)
    c.fill()
  })
  const g = s.ctx.createRadialGradient(x + r * 0.4, y + r * 0.4, 0, x, y, r * 1.05)
  g.addColorStop(0, 'rgb(240,252,250)')
  g.addColorStop(0.6, 'rgb(190,220,222)')
  g.addColorStop(1, 'rgb(138,178,184)')
  s.ctx.fillStyle = g
  oval(s.ctx, x, y, r, r * 0.94)
  s.ctx.fill()
  soft(s, r * 0.05, (c) => {
    c.fillStyle = 'rgba(255,255,255,0.95)'
    c.beginPath()
    c.ellipse(x - r * 0.4, y - r * 0.42, r * 0.24, r * 0.14, -0.7, 0, 7)
    c.fill()
  })
}

const pipette = (s: Scene, x: number, y: number, angle: number) => {
  const draw = (c: Scene['ctx'], flat: boolean) => {
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    const tube = (a: number, b: number, w0: number, w1: number, stops: [number, string][]) => {
      const g = c.createLinearGradient(0, -w0, 0, w0)
      for (const [at, col] of stops) g.addColorStop(at, col)
      c.fillStyle = flat ? '#000' : g
      c.beginPath()
      c.moveTo(a, -w0)
      c.bezierCurveTo(a + (b - a) * 0.3, -w0, a + (b - a) * 0.7, -w1, b, -w1)
      c.quadraticCurveTo(b + w1, 0, b, w1)
      c.bezierCurveTo(a + (b - a) * 0.7, w1, a + (b - a) * 0.3, w0, a, w0)
      c.quadraticCurveTo(a - w0 * 0.4, 0, a, -w0)
      c.fill()
    }
    tube(0, 330, 26, 26, [
      [0, 'rgba(150,176,180,0.85)'],
      [0.18, 'rgba(255,255,255,0.95)'],
      [0.34, 'rgba(206,228,228,0.75)'],
      [0.72, 'rgba(214,234,232,0.7)'],
      [1, 'rgba(128,160,166,0.85)'],
    ])
    tube(330, 430, 26, 9, [
      [0, 'rgba(160,190,194,0.8)'],
      [0.3, 'rgba(255,255,255,0.95)'],
      [1, 'rgba(120,156,162,0.85)'],
    ])
    tube(-110, 10, 56, 56, [
      [0, 'rgb(168,138,92)'],
      [0.22, 'rgb(252,238,208)'],
      [0.5, 'rgb(214,182,132)'],
      [1, 'rgb(140,110,72)'],
    ])
    tube(-270, -112, 34, 44, [
      [0, 'rgb(206,200,192)'],
      [0.25, 'rgb(255,254,250)'],
      [0.6, 'rgb(236,232,226)'],
      [1, 'rgb(176,168,160)'],
    ])
    c.restore()
  }
  dropShadow(s, (c) => draw(c, true), 30)
  draw(s.ctx, false)
}

const drops = (s: Scene) => {
  surface(s, linen([232, 222, 208], [188, 172, 154], 3, 6))
  const tile = (c: Scene['ctx']) => {
    c.save()
    c.translate(560, 570)
    c.rotate(-0.09)
    c.beginPath()
    c.roundRect(-380, -340, 760, 680, 46)
    c.restore()
  }
  dropShadow(
    s,
    (c) => {
      tile(c)
      c.fill()
    },
    34,
  )
  tile(s.ctx)
  s.ctx.fillStyle = gradient(s.ctx, { x: 180, y: 230, w: 760, h: 680 }, 42, [
    [0, 'rgb(255,254,250)'],
    [0.5, 'rgb(244,241,236)'],
    [1, 'rgb(216,210,204)'],
  ])
  s.ctx.fill()
  s.ctx.save()
  tile(s.ctx)
  s.ctx.clip()
  s.ctx.lineWidth = 16
  s.ctx.strokeStyle = 'rgba(255,255,255,0.7)'
  s.ctx.filter = 'blur(5px)'
  tile(s.ctx)
  s.ctx.stroke()
  s.ctx.restore()
  const rnd = random(11)
  const spots: [number, number, number][] = [
    [470, 690, 84],
    [640, 760, 52],
    [590, 630, 30],
    [390, 560, 38],
    [720, 660, 22],
  ]
  for (const [x, y, r] of spots) drop(s, x, y, r)
  for (let i = 0; i < 9; i++) drop(s, 340 + rnd() * 420, 560 + rnd() * 260, 5 + rnd() * 8)
  pipette(s, 800, 330, 2.42)
  windowPanes(s, 160, -80, 460, 0.42, 0.4)
  leafShadows(s, 560, 40, 560, 0.16, 9)
  sprig(s, 1130, 1090, 420, -2.75, 10, 6)
}

const poster = (s: Scene) => {
  s.ctx.fillStyle = 'rgb(246,226,216)'
  s.ctx.fillRect(0, 0, s.w, s.h)
  s.ctx.fillStyle = 'rgb(238,200,188)'
  oval(s.ctx, 540, 640, 400, 400)
  s.ctx.fill()
  s.ctx.fillStyle = 'rgb(214,164,152)'
  polygon(s.ctx, [
    [0, 1160],
    [1080, 1080],
    [1080, 1440],
    [0, 1440],
  ])
  s.ctx.fill()
  soft(s, 3, (c) => {
    c.fillStyle = 'rgba(150,96,88,0.45)'
    polygon(c, [
      [420, 1190],
      [668, 1190],
      [1080, 1330],
      [1080, 1440],
      [860, 1440],
    ])
    c.fill()
  })
  bottle(s, 544, 1190, 1.42, 0.14)
  for (const [x, y, r] of [
    [250, 420, 46],
    [836, 330, 64],
    [880, 560, 26],
    [190, 700, 22],
  ] as const)
    ball(s.ctx, x, y, r, plain([206, 232, 232], 0.9, 0.86))
  bokeh(s, [[200, 160, 260, [255, 246, 236], 0.25]], 60)
}

export const serumPictures: Picture[] = [
  { name: 'a01-1', ...portrait, paint: hero },
  { name: 'a01-2', ...square, paint: drops },
  { name: 'a01-3', ...portrait, paint: poster, finish: { grain: 0.5, veil: 0.5 } },
]
