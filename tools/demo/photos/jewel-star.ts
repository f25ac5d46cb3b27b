// Gold stars, cut stones and chains.
import { type Ctx, dropShadow, mix, oval, type Rgb, rgb, type Scene, soft } from './light'
import { random } from './noise'

export const gold: Rgb = [222, 180, 108]

const goldLight: Rgb = [255, 240, 204]

const goldDark: Rgb = [136, 94, 42]

const starPoints = (r: number, inner = 0.46) =>
  Array.from({ length: 10 }, (_, i) => {
    const a = (i / 10) * Math.PI * 2 - Math.PI / 2
    const k = i % 2 ? r * inner : r
    return [Math.cos(a) * k, Math.sin(a) * k] as const
  })

/** A cut gem: facets catching light at random, a few coloured flashes. */
const gem = (c: Ctx, r: number, seed: number) => {
  const rnd = random(seed)
  const base = c.createRadialGradient(-r * 0.3, -r * 0.3, 0, 0, 0, r)
  base.addColorStop(0, 'rgb(255,255,255)')
  base.addColorStop(1, 'rgb(150,170,190)')
  c.fillStyle = base
  oval(c, 0, 0, r, r)
  c.fill()
  const rings = [
    [0.45, 8, 0],
    [0.98, 16, 0.45],
  ] as const
  for (const [outer, n, inner] of rings)
    for (let i = 0; i < n; i++) {
      const a = (i / n) * Math.PI * 2
      const b = ((i + 1) / n) * Math.PI * 2
      const m = (a + b) / 2
      const v = 110 + rnd() * 145
      const flash = rnd()
      c.fillStyle =
        flash > 0.9
          ? 'rgba(255,214,150,0.85)'
          : flash > 0.8
            ? 'rgba(160,214,255,0.85)'
            : `rgba(${v},${v + 6},${v + 14},0.8)`
      c.beginPath()
      c.moveTo(Math.cos(m) * r * inner, Math.sin(m) * r * inner)
      c.lineTo(Math.cos(a) * r * outer, Math.sin(a) * r * outer)
      c.lineTo(Math.cos(b) * r * outer, Math.sin(b) * r * outer)
      c.fill()
    }
  c.fillStyle = 'rgba(255,255,255,0.7)'
  oval(c, 0, 0, r * 0.3, r * 0.3)
  c.fill()
}

export const star = (s: Scene, x: number, y: number, r: number, turn: number, seed = 2) => {
  const outline = (c: Ctx) => {
    c.save()
    c.translate(x, y)
    c.rotate(turn)
    c.beginPath()
    for (const [px, py] of starPoints(r)) c.lineTo(px, py)
    c.closePath()
    c.lineJoin = 'round'
    c.lineWidth = r * 0.12
    c.strokeStyle = '#000'
    c.fill()
    c.stroke()
    c.restore()
  }
  dropShadow(s, outline, r * 0.22, 1.1)
  const { ctx } = s
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(turn)
  ctx.lineJoin = 'round'
  const rim = ctx.createLinearGradient(-r, -r, r, r)
  rim.addColorStop(0, rgb(goldLight))
  rim.addColorStop(0.5, rgb(gold))
  rim.addColorStop(1, rgb(goldDark))
  ctx.strokeStyle = rim
  ctx.fillStyle = rim
  ctx.lineWidth = r * 0.12
  ctx.beginPath()
  for (const [px, py] of starPoints(r)) ctx.lineTo(px, py)
  ctx.closePath()
  ctx.stroke()
  ctx.fill()
  const points = starPoints(r)
  points.forEach(([ax, ay], i) => {
    const [bx, by] = points[(i + 1) % 10] ?? [0, 0]
    const a = Math.atan2((ay + by) / 2, (ax + bx) / 2) + turn
    const facing = Math.cos(a + (i % 2 ? 0.55 : -0.55) - Math.PI * 1.25)
    ctx.fillStyle = rgb(facing > 0 ? mix(gold, goldLight, facing * 0.95) : mix(gold, goldDark, -facing * 0.75))
    ctx.beginPath()
    ctx.moveTo(0, 0)
    ctx.lineTo(ax, ay)
    ctx.lineTo(bx, by)
    ctx.fill()
  })
  for (let i = 0; i < 5; i++) {
    const a = (i / 5) * Math.PI * 2 - Math.PI / 2
    ctx.save()
    ctx.translate(Math.cos(a) * r * 0.58, Math.sin(a) * r * 0.58)
    gem(ctx, r * 0.085, seed + i)
    ctx.restore()
  }
  ctx.fillStyle = rgb(goldDark, 0.7)
  oval(ctx, r * 0.02, r * 0.03, r * 0.34, r * 0.34)
  ctx.fill()
  for (let i = 0; i < 6; i++) {
    ctx.fillStyle = rgb(goldLight)
    oval(ctx, Math.cos(i * 1.047) * r * 0.31, Math.sin(i * 1.047) * r * 0.31, r * 0.05, r * 0.05)
    ctx.fill()
  }
  gem(ctx, r * 0.3, seed + 9)
  ctx.restore()
  sparkle(s, x - r * 0.12, y - r * 0.12, r * 0.55)
}

const sparkle = (s: Scene, x: number, y: number, r: number) =>
  soft(
    s,
    1.4,
    (c) => {
      c.fillStyle = 'rgb(255,255,255)'
      for (const [a, k] of [
        [0, 1],
        [Math.PI / 2, 1],
        [Math.PI / 4, 0.45],
        [-Math.PI / 4, 0.45],
      ] as const) {
        c.save()
        c.translate(x, y)
        c.rotate(a)
        c.beginPath()
        c.moveTo(-r * k, 0)
        c.quadraticCurveTo(0, r * 0.035, r * k, 0)
        c.quadraticCurveTo(0, -r * 0.035, -r * k, 0)
        c.fill()
        c.restore()
      }
    },
    0.85,
  )

type Curve = readonly [number, number, number, number, number, number, number, number]

export const chain = (s: Scene, curves: readonly Curve[], link = 9) => {
  const dots: [number, number, number][] = []
  for (const [x0, y0, x1, y1, x2, y2, x3, y3] of curves) {
    let [lx, ly] = [x0, y0]
    for (let i = 0; i <= 900; i++) {
      const t = i / 900
      const k = 1 - t
      const x = k ** 3 * x0 + 3 * k * k * t * x1 + 3 * k * t * t * x2 + t ** 3 * x3
      const y = k ** 3 * y0 + 3 * k * k * t * y1 + 3 * k * t * t * y2 + t ** 3 * y3
      if (Math.hypot(x - lx, y - ly) < link * 0.86) continue
      dots.push([x, y, Math.atan2(y - ly, x - lx)])
      lx = x
      ly = y
    }
  }
  const links = (c: Ctx) => {
    dots.forEach(([x, y, a], i) => {
      c.save()
      c.translate(x, y)
      c.rotate(a)
      const g = c.createLinearGradient(0, -link * 0.5, 0, link * 0.5)
      g.addColorStop(0, rgb(goldLight))
      g.addColorStop(0.5, rgb(gold))
      g.addColorStop(1, rgb(goldDark))
      c.strokeStyle = g
      c.lineWidth = link * 0.26
      c.beginPath()
      c.ellipse(0, 0, link * 0.62, i % 2 ? link * 0.16 : link * 0.4, 0, 0, 7)
      c.stroke()
      c.restore()
    })
  }
  dropShadow(s, links, 8, 1.1)
  links(s.ctx)
}

export const bail = (s: Scene, x: number, y: number, r: number) => {
  const draw = (c: Ctx) => {
    c.strokeStyle = rgb(gold)
    c.lineWidth = r * 0.34
    c.beginPath()
    c.ellipse(x, y, r * 0.6, r, 0, 0, 7)
    c.stroke()
    c.strokeStyle = rgb(goldLight)
    c.lineWidth = r * 0.12
    c.beginPath()
    c.ellipse(x, y, r * 0.6, r, 0, 2.4, 4.6)
    c.stroke()
  }
  dropShadow(s, draw, 8)
  draw(s.ctx)
}
