// Whole and cut oranges, as A04 needs them from the side and from above.
import { ball } from './forms'
import { dropShadow, groundShadow, mix, oval, type Rgb, rgb, type Scene, soft } from './light'
import { fbm, noise, random } from './noise'

const peel: Rgb = [286, 172, 44]

export const orange = (s: Scene, cx: number, cy: number, r: number, seed = 1) => {
  groundShadow(s, cx, cy + r * 0.88, r * 0.72, r * 0.24)
  ball(
    s.ctx,
    cx,
    cy,
    r,
    (v, u) => {
      const tone = fbm(u * 2 + 5, v * 3, seed, 3)
      return { color: mix(mix(peel, [300, 200, 70], tone * 0.5), [262, 124, 18], v * 0.35), gloss: 0.5 }
    },
    (x, y) => noise(x * 34 + 90, y * 34 + 90, seed) * 0.0052 + noise(x * 9, y * 9, seed + 3) * 0.006,
  )
  const { ctx } = s
  ctx.fillStyle = 'rgba(108,96,36,0.9)'
  oval(ctx, cx + r * 0.22, cy - r * 0.7, r * 0.055, r * 0.035)
  ctx.fill()
}

/** A half seen from its cut face. `squash` is 1 from above, less when the face tips away. */
export const half = (s: Scene, cx: number, cy: number, r: number, turn = 0, squash = 1, seed = 2) => {
  dropShadow(
    s,
    (c) => {
      oval(c, cx, cy, r, r * squash)
      c.fill()
    },
    r * 0.22,
  )
  const { ctx } = s
  ctx.save()
  ctx.translate(cx, cy)
  ctx.scale(1, squash)
  ctx.rotate(turn)
  const disc = (radius: number, inner: Rgb, outer: Rgb) => {
    const g = ctx.createRadialGradient(0, 0, radius * 0.8, 0, 0, radius)
    g.addColorStop(0, rgb(inner))
    g.addColorStop(1, rgb(outer))
    ctx.fillStyle = g
    oval(ctx, 0, 0, radius, radius)
    ctx.fill()
  }
  disc(r, [252, 170, 56], [226, 116, 20])
  disc(r * 0.955, [255, 238, 196], [252, 214, 142])
  const rnd = random(seed)
  const count = 10
  for (let i = 0; i < count; i++) segment(ctx, (i / count) * Math.PI * 2, (Math.PI * 2) / count, r * 0.88, rnd)
  ctx.fillStyle = 'rgba(255,242,206,0.95)'
  oval(ctx, 0, 0, r * 0.055, r * 0.05)
  ctx.fill()
  ctx.restore()
  soft(s, r * 0.06, (c) => {
    c.fillStyle = 'rgba(255,255,246,0.5)'
    c.beginPath()
    c.ellipse(cx - r * 0.36, cy - r * 0.4 * squash, r * 0.26, r * 0.12 * squash, -0.7, 0, 7)
    c.fill()
  })
}

const segment = (ctx: Scene['ctx'], from: number, span: number, r: number, rnd: () => number) => {
  const a = from + span * 0.06
  const b = from + span * 0.94
  const point = (angle: number, k: number) => [Math.cos(angle) * r * k, Math.sin(angle) * r * k] as const
  const mid = (a + b) / 2
  ctx.save()
  ctx.beginPath()
  ctx.moveTo(...point(mid, 0.1))
  ctx.lineTo(...point(a, 0.9))
  ctx.quadraticCurveTo(...point(a + span * 0.06, 0.99), ...point(mid, 1))
  ctx.quadraticCurveTo(...point(b - span * 0.06, 0.99), ...point(b, 0.9))
  ctx.closePath()
  const g = ctx.createRadialGradient(0, 0, r * 0.1, 0, 0, r)
  g.addColorStop(0, 'rgb(255,190,84)')
  g.addColorStop(0.6, 'rgb(252,158,38)')
  g.addColorStop(1, 'rgb(240,132,20)')
  ctx.fillStyle = g
  ctx.fill()
  ctx.clip()
  for (let i = 0; i < 46; i++) {
    const angle = a + (b - a) * rnd()
    const k = 0.25 + rnd() * 0.75
    const [x, y] = point(angle, k)
    ctx.save()
    ctx.translate(x, y)
    ctx.rotate(angle)
    ctx.fillStyle = rnd() > 0.5 ? 'rgba(255,214,122,0.34)' : 'rgba(222,104,8,0.22)'
    oval(ctx, 0, 0, r * (0.05 + rnd() * 0.08), r * 0.016)
    ctx.fill()
    ctx.restore()
  }
  ctx.restore()
}

/** A leaf off the orange tree. */
export const leaf = (s: Scene, x: number, y: number, l: number, angle: number) => {
  const shape = (c: Scene['ctx']) => {
    c.save()
    c.translate(x, y)
    c.rotate(angle)
    c.beginPath()
    c.moveTo(0, 0)
    c.bezierCurveTo(l * 0.25, -l * 0.34, l * 0.75, -l * 0.26, l, 0)
    c.bezierCurveTo(l * 0.75, l * 0.26, l * 0.25, l * 0.34, 0, 0)
    const g = c.createLinearGradient(0, -l * 0.3, 0, l * 0.3)
    g.addColorStop(0, 'rgb(126,164,84)')
    g.addColorStop(0.49, 'rgb(78,124,56)')
    g.addColorStop(0.51, 'rgb(58,102,46)')
    g.addColorStop(1, 'rgb(44,82,40)')
    c.fillStyle = g
    c.fill()
    c.restore()
  }
  dropShadow(s, shape, l * 0.09)
  shape(s.ctx)
}
