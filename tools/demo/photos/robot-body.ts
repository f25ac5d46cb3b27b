// The robot vacuum and the floor it runs on.
import { topFace, turned } from './forms'
import { type Ctx, gradient, groundShadow, mix, oval, type Rgb, type Scene, soft } from './light'
import { boards, surface } from './surfaces'

const white: Rgb = [240, 241, 240]

const grey: Rgb = [196, 200, 202]

export const robot = (s: Scene, cx: number, bottom: number, r: number, tilt = 0.36) => {
  groundShadow(s, cx, bottom, r, r * tilt * 1.06)
  turned(s.ctx, {
    cx,
    top: bottom - r * 0.3,
    profile: [
      [0, r - 10],
      [7, r - 2],
      [12, r],
      [r * 0.22, r],
      [r * 0.27, r - 6],
      [r * 0.3, r - 20],
    ],
    tilt,
    paint: (v, u) => ({
      color:
        v > 0.78
          ? [70, 74, 78]
          : v > 0.36 && v < 0.4
            ? [150, 156, 160]
            : mix(white, grey, v * 0.5 + (Math.abs(u + 0.1) < 0.2 && v > 0.45 && v < 0.68 ? 0.9 : 0)),
      gloss: 0.55,
    }),
  })
  topFace(s.ctx, cx, bottom - r * 0.3, r - 9, tilt, white)
  const { ctx } = s
  ctx.strokeStyle = 'rgba(140,146,150,0.55)'
  ctx.lineWidth = 3
  oval(ctx, cx, bottom - r * 0.3, r * 0.86, r * 0.86 * tilt)
  ctx.stroke()
  const turret = bottom - r * 0.32
  soft(s, r * 0.04, (c) => {
    c.fillStyle = 'rgba(60,62,66,0.4)'
    oval(c, cx + r * 0.05, turret + r * 0.015, r * 0.31, r * 0.31 * tilt)
    c.fill()
  })
  turned(ctx, {
    cx,
    top: turret - r * 0.13,
    profile: [
      [0, r * 0.26],
      [4, r * 0.275],
      [r * 0.13, r * 0.285],
    ],
    tilt,
    paint: (v) => ({ color: v > 0.35 && v < 0.8 ? [58, 62, 68] : white, gloss: 0.6 }),
  })
  topFace(ctx, cx, turret - r * 0.13, r * 0.26, tilt, [228, 230, 230])
  for (const [dx, dy] of [
    [-0.12, 0.62],
    [0.12, 0.62],
  ] as const) {
    ctx.fillStyle = 'rgb(206,210,212)'
    oval(ctx, cx + dx * r, bottom - r * 0.3 + dy * r * tilt, r * 0.07, r * 0.07 * tilt)
    ctx.fill()
    ctx.fillStyle = 'rgba(60,190,166,0.9)'
    oval(ctx, cx + dx * r, bottom - r * 0.3 + dy * r * tilt, r * 0.018, r * 0.018 * tilt)
    ctx.fill()
  }
}

export const floor = (s: Scene, top: number, seed: number) => {
  surface(s, boards([214, 178, 136], [166, 126, 86], 150, seed), { top, horizon: top - 210 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: top, w: s.w, h: s.h - top }, 12, [
    [0, 'rgba(255,240,210,0.36)'],
    [1, 'rgba(70,44,24,0.32)'],
  ])
  s.ctx.fillRect(0, top, s.w, s.h - top)
}

export const sunOnFloor = (s: Scene, y: number, h: number) => {
  const draw = (c: Ctx) => {
    c.fillStyle = 'rgb(255,232,186)'
    for (const i of [0, 1, 2]) {
      c.beginPath()
      c.moveTo(-60 + i * 330, y)
      c.lineTo(180 + i * 330, y)
      c.lineTo(480 + i * 400, y + h)
      c.lineTo(150 + i * 400, y + h)
      c.fill()
    }
  }
  soft(s, 16, draw, 0.6, 'soft-light')
  soft(s, 20, draw, 0.16, 'screen')
}
