// A07: stick sachets with a glass of water; a flat lay with yoghurt; a poster.
import { ball, relief } from './forms'
import {
  type Ctx,
  dropShadow,
  gradient,
  groundShadow,
  leafShadows,
  mix,
  oval,
  polygon,
  type Rgb,
  rgb,
  type Scene,
  soft,
  wall,
  windowPanes,
} from './light'
import { fbm } from './noise'
import { type Picture, portrait, square } from './picture'
import { block, caustic, glass, plateAbove, sprig } from './props'
import { linen, surface, wood } from './surfaces'

const paper: Rgb = [250, 247, 240]
const butter: Rgb = [244, 206, 116]
const mint: Rgb = [150, 200, 184]
const water: Rgb = [206, 228, 236]

type Stick = { x: number; y: number; angle: number; tone: Rgb; l?: number; w?: number; flat?: number }

/** A stick sachet: crimped ends, a coloured half, soft creases. `flat` squeezes it as if lying on a table seen aslant. */
const stick = (s: Scene, { x, y, angle, tone, l = 430, w = 92, flat = 1 }: Stick) => {
  const turn = (c: Ctx, draw: () => void) => {
    c.save()
    c.translate(x, y)
    c.scale(1, flat)
    c.rotate(angle)
    draw()
    c.restore()
  }
  const shape = (c: Ctx) =>
    turn(c, () => {
      c.beginPath()
      c.moveTo(-l / 2, -w / 2)
      c.bezierCurveTo(-l / 4, -w / 2 + 5, l / 4, -w / 2 + 5, l / 2, -w / 2)
      c.lineTo(l / 2, w / 2)
      c.bezierCurveTo(l / 4, w / 2 - 5, -l / 4, w / 2 - 5, -l / 2, w / 2)
      c.closePath()
      c.fillStyle = rgb(paper)
      c.fill()
      c.save()
      c.clip()
      c.fillStyle = rgb(tone)
      c.beginPath()
      c.moveTo(l * 0.02, -w)
      c.bezierCurveTo(l * 0.12, -w * 0.2, -l * 0.08, w * 0.2, l * 0.04, w)
      c.lineTo(l, w)
      c.lineTo(l, -w)
      c.fill()
      c.fillStyle = rgb(mix(tone, [255, 255, 255], 0.55))
      oval(c, -l * 0.2, 0, w * 0.2, w * 0.2)
      c.fill()
      c.restore()
    })
  dropShadow(s, shape, 20)
  const lit = relief(s, {
    color: shape,
    height: (c) =>
      turn(c, () => {
        const g = c.createLinearGradient(0, -w / 2, 0, w / 2)
        for (let k = 0; k <= 8; k++) {
          const v = Math.round(240 * Math.sqrt(Math.max(0, 1 - (k / 4 - 1) ** 2)))
          g.addColorStop(k / 8, `rgb(${v},${v},${v})`)
        }
        c.fillStyle = g
        c.fillRect(-l / 2 + 40, -w / 2, l - 80, w)
        c.strokeStyle = 'rgba(255,255,255,0.35)'
        c.lineWidth = 2.5
        for (const side of [-1, 1])
          for (let i = 0; i < 5; i++) {
            c.beginPath()
            c.moveTo(side * (l / 2 - 6 - i * 6), -w / 2)
            c.lineTo(side * (l / 2 - 6 - i * 6), w / 2)
            c.stroke()
          }
      }),
    depth: 0.42,
    blur: 3,
    gloss: 0.3,
    weave: (px, py) => fbm(px / 44, py / 44, 7, 2) * 3,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
}

const hero = (s: Scene) => {
  wall(s, [246, 240, 222], [214, 202, 176])
  windowPanes(s, 220, 90, 400, 0.72)
  leafShadows(s, 540, 120, 540, 0.16, 33)
  surface(s, wood([232, 208, 172], [192, 158, 116], 22), { top: 880, horizon: 540 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 880, w: s.w, h: 560 }, 10, [
    [0, 'rgba(255,246,226,0.45)'],
    [1, 'rgba(110,78,46,0.28)'],
  ])
  s.ctx.fillRect(0, 880, s.w, 560)
  soft(s, 8, (c) => {
    c.fillStyle = 'rgba(255,246,226,0.9)'
    c.fillRect(0, 876, s.w, 7)
  })
  groundShadow(s, 760, 1070, 210, 34)
  block(s.ctx, { x: 590, y: 690, w: 320, h: 380, depth: 130, color: [250, 240, 212] })
  s.ctx.save()
  polygon(s.ctx, [
    [590, 690],
    [910, 690],
    [910, 1070],
    [590, 1070],
  ])
  s.ctx.clip()
  s.ctx.fillStyle = rgb(butter, 0.9)
  oval(s.ctx, 640, 1080, 330, 190)
  s.ctx.fill()
  s.ctx.fillStyle = rgb(mint, 0.85)
  oval(s.ctx, 900, 1110, 220, 150)
  s.ctx.fill()
  s.ctx.restore()
  groundShadow(s, 350, 1180, 128, 32, 0.8)
  caustic(s, 540, 1196, 120, [236, 246, 246], 0.8)
  glass(s, {
    cx: 350,
    top: 690,
    height: 490,
    rTop: 150,
    rBottom: 122,
    tilt: 0.18,
    liquid: { color: water, from: 110, deep: [150, 190, 204], alpha: 0.24 },
  })
  stick(s, { x: 660, y: 1250, angle: -0.32, tone: butter, flat: 0.55, l: 480, w: 116 })
  stick(s, { x: 780, y: 1330, angle: 0.12, tone: mint, flat: 0.55, l: 480, w: 116 })
  sprig(s, -40, 1440, 420, -0.5, 15, 6)
}

const yoghurt = (s: Scene, cx: number, cy: number, r: number) => {
  plateAbove(s, { cx, cy, r, rim: 0.1, tone: [222, 232, 230] })
  const lit = relief(s, {
    color: (c) => {
      c.fillStyle = 'rgb(255,251,242)'
      oval(c, cx, cy, r * 0.85, r * 0.85)
      c.fill()
    },
    height: (c) => {
      c.fillStyle = 'rgb(100,100,100)'
      c.fillRect(0, 0, s.w, s.h)
      for (let i = 0; i < 150; i++) {
        const t = i / 150
        const a = t * 9
        const k = r * 0.62 * (1 - t)
        c.fillStyle = 'rgba(240,240,240,0.4)'
        oval(c, cx + Math.cos(a) * k, cy + Math.sin(a) * k, r * 0.1, r * 0.1)
        c.fill()
      }
    },
    depth: 1.1,
    blur: 13,
    puff: 20,
    gloss: 0.25,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
  for (const [dx, dy] of [
    [0.06, 0.1],
    [0.26, 0.02],
    [0.2, 0.24],
    [-0.06, 0.3],
    [0.4, 0.2],
  ] as const)
    ball(s.ctx, cx + dx * r, cy + dy * r, r * 0.095, () => ({ color: [70, 84, 140], gloss: 0.5 }))
}

const spoon = (s: Scene) => {
  const shape = (c: Ctx) => {
    c.save()
    c.translate(800, 800)
    c.rotate(-0.75)
    c.beginPath()
    c.ellipse(0, 0, 110, 76, 0, 0, 7)
    c.roundRect(90, -16, 330, 32, 16)
    c.fillStyle = 'rgb(206,160,108)'
    c.fill()
    c.restore()
  }
  dropShadow(s, shape, 24)
  const lit = relief(s, {
    color: shape,
    height: () => {},
    puff: 12,
    gloss: 0.05,
    weave: (x, y) => fbm(x / 60 + y / 60, (x - y) / 7, 5, 2) * 2,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
  const powder = relief(s, {
    color: (c) => {
      c.fillStyle = 'rgb(255,250,238)'
      c.beginPath()
      c.ellipse(800, 800, 88, 58, -0.75, 0, 7)
      c.fill()
    },
    height: () => {},
    puff: 26,
    weave: (x, y) => fbm(x / 6, y / 6, 9, 3) * 5,
  })
  s.ctx.drawImage(powder.canvas, 0, 0)
}

const flatLay = (s: Scene) => {
  surface(s, linen([240, 232, 214], [206, 190, 162], 28, 6))
  yoghurt(s, 330, 700, 240)
  stick(s, { x: 560, y: 240, angle: -0.5, tone: butter })
  stick(s, { x: 690, y: 310, angle: -0.25, tone: mint })
  stick(s, { x: 770, y: 430, angle: 0.02, tone: butter })
  spoon(s)
  windowPanes(s, 180, -120, 490, 0.5, 0.42)
  sprig(s, -50, 240, 360, 0.2, 6, 15)
}

const poster = (s: Scene) => {
  s.ctx.fillStyle = 'rgb(250,236,196)'
  s.ctx.fillRect(0, 0, s.w, s.h)
  s.ctx.fillStyle = 'rgb(246,214,132)'
  oval(s.ctx, 760, 420, 330, 330)
  s.ctx.fill()
  s.ctx.fillStyle = 'rgb(168,208,192)'
  s.ctx.fillRect(0, 1000, s.w, 440)
  soft(s, 3, (c) => {
    c.fillStyle = 'rgba(80,130,114,0.4)'
    polygon(c, [
      [330, 1180],
      [560, 1180],
      [1080, 1330],
      [1080, 1440],
      [900, 1440],
    ])
    c.fill()
  })
  glass(s, {
    cx: 440,
    top: 610,
    height: 560,
    rTop: 172,
    rBottom: 138,
    tilt: 0.16,
    liquid: { color: water, from: 130, deep: [150, 196, 206], alpha: 0.26 },
  })
  stick(s, { x: 780, y: 830, angle: -1.3, tone: butter, l: 560, w: 120 })
  stick(s, { x: 900, y: 860, angle: -1.12, tone: mint, l: 560, w: 120 })
}

export const sachetPictures: Picture[] = [
  { name: 'a07-1', ...portrait, paint: hero },
  { name: 'a07-2', ...square, paint: flatLay },
  { name: 'a07-3', ...portrait, paint: poster, finish: { grain: 0.5, veil: 0.5 } },
]
