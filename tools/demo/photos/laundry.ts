// Around the washing machine: towels, a woven basket, washing, a plant.
import { relief, turned } from './forms'
import { type Ctx, dropShadow, gradient, mix, oval, type Rgb, rgb, type Scene, soft } from './light'
import { fbm, noise } from './noise'
import { sprig } from './props'

export const towel = (s: Scene, x: number, y: number, w: number, h: number, tone: Rgb, seed: number) => {
  const shape = (c: Ctx) => {
    c.beginPath()
    c.roundRect(x, y, w, h, [h * 0.42, h * 0.2, h * 0.2, h * 0.42])
    c.fillStyle = rgb(tone)
    c.fill()
  }
  dropShadow(s, shape, 12, 0.8)
  const lit = relief(s, {
    color: shape,
    height: (c) => {
      c.fillStyle = '#fff'
      c.fillRect(x, y, w, h)
      c.strokeStyle = '#000'
      c.lineWidth = 5
      c.beginPath()
      c.moveTo(x + h * 0.2, y + h * 0.52)
      c.bezierCurveTo(x + w * 0.3, y + h * 0.46, x + w * 0.7, y + h * 0.56, x + w, y + h * 0.5)
      c.stroke()
    },
    depth: 0.5,
    blur: 5,
    puff: h * 0.34,
    gloss: 0,
    weave: (px, py) => noise(px / 3.4, py / 3.4, seed) * 1.8 + fbm(px / 40, py / 40, seed, 2) * 5,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
}

/** A round woven basket seen from the side. */
export const basket = (s: Scene, cx: number, top: number, r: number, h: number) => {
  soft(s, 26, (c) => {
    c.fillStyle = 'rgba(52,38,26,0.5)'
    oval(c, cx + r * 0.25, top + h + r * 0.1, r * 1.15, r * 0.24)
    c.fill()
  })
  turned(s.ctx, {
    cx,
    top,
    profile: [
      [0, r],
      [h * 0.5, r * 0.98],
      [h, r * 0.84],
    ],
    tilt: 0.2,
    paint: (v, u) => {
      const row = Math.floor(v * 13)
      const along = Math.asin(u) * 9 + (row % 2) * 0.5
      const over = Math.sin(along * Math.PI) * 0.5 + 0.5
      const across = 1 - Math.abs((v * 13 - row) * 2 - 1)
      const tone = mix([150, 104, 62], [232, 194, 146], over * 0.6 + across * 0.4)
      return { color: mix(tone, [92, 60, 34], across < 0.2 ? 0.5 : 0), gloss: 0.04 }
    },
  })
  const { ctx } = s
  ctx.fillStyle = 'rgb(96,66,40)'
  oval(ctx, cx, top, r * 0.985, r * 0.2)
  ctx.fill()
  ctx.lineWidth = 16
  ctx.strokeStyle = gradient(ctx, { x: cx - r, y: top, w: 2 * r, h: 1 }, 0, [
    [0, 'rgb(240,206,160)'],
    [1, 'rgb(158,112,70)'],
  ])
  oval(ctx, cx, top, r, r * 0.205)
  ctx.stroke()
}

export const heap = (s: Scene, cx: number, top: number, r: number, tones: readonly Rgb[]) => {
  tones.forEach((tone, i) => {
    const shape = (c: Ctx) => {
      c.beginPath()
      c.ellipse(
        cx + (i - 1) * r * 0.42,
        top - r * 0.06 - (i === 1 ? r * 0.1 : 0),
        r * 0.52,
        r * 0.26,
        (i - 1) * 0.25,
        Math.PI * 0.96,
        Math.PI * 2.04,
      )
      c.quadraticCurveTo(cx + (i - 1) * r * 0.42, top + r * 0.2, cx + (i - 1) * r * 0.42 - r * 0.5, top)
      c.fillStyle = rgb(tone)
      c.fill()
    }
    dropShadow(s, shape, 10, 0.6)
    const lit = relief(s, {
      color: shape,
      height: () => {},
      puff: 34,
      gloss: 0,
      weave: (x, y) => fbm(x / 46, y / 30, 4 + i, 3) * 16 + noise(x / 3, y / 3, 2) * 0.7,
    })
    s.ctx.drawImage(lit.canvas, 0, 0)
  })
}

export const plant = (s: Scene, cx: number, bottom: number, k: number) => {
  for (const [a, l, seed] of [
    [-2.2, 250, 3],
    [-1.75, 310, 5],
    [-1.3, 290, 7],
    [-0.95, 230, 9],
  ] as const)
    sprig(s, cx, bottom - 120 * k, l * k, a, 1.2, seed)
  turned(s.ctx, {
    cx,
    top: bottom - 140 * k,
    profile: [
      [0, 74 * k],
      [130 * k, 58 * k],
      [140 * k, 52 * k],
    ],
    tilt: 0.14,
    paint: () => ({ color: [222, 206, 186], gloss: 0.1 }),
  })
}
