// Shared light: soft layers, window light, contact shadows, and the finish that makes a painting look photographed.
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { fbm, random } from './noise'

export type Ctx = SKRSContext2D
export type Rgb = readonly [number, number, number]
export type Scene = { canvas: Canvas; ctx: Ctx; w: number; h: number }
export type Draw = (ctx: Ctx) => void

export const scene = (w: number, h: number): Scene => {
  const canvas = createCanvas(w, h)
  return { canvas, ctx: canvas.getContext('2d'), w, h }
}

export const rgb = ([r, g, b]: Rgb, alpha = 1): string => `rgba(${r | 0},${g | 0},${b | 0},${alpha})`
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]
export const clamp = (x: number, lo = 0, hi = 1): number => Math.min(hi, Math.max(lo, x))
export const smooth = (lo: number, hi: number, x: number): number => {
  const t = clamp((x - lo) / (hi - lo))
  return t * t * (3 - 2 * t)
}

/** Draws on a layer of its own and lays it down blurred (px), with alpha and blend. */
export const soft = (
  s: Scene,
  blur: number,
  draw: Draw,
  alpha = 1,
  blend: GlobalCompositeOperation = 'source-over',
) => {
  const layer = scene(s.w, s.h)
  draw(layer.ctx)
  s.ctx.save()
  s.ctx.globalAlpha = alpha
  s.ctx.globalCompositeOperation = blend
  if (blur > 0) s.ctx.filter = `blur(${blur}px)`
  s.ctx.drawImage(layer.canvas, 0, 0)
  s.ctx.restore()
}

export type Box = { x: number; y: number; w: number; h: number }

/** A straight gradient over a box; `angle` in degrees, 0 runs left to right. */
export const gradient = (ctx: Ctx, box: Box, angle: number, stops: readonly (readonly [number, string])[]) => {
  const a = (angle * Math.PI) / 180
  const cx = box.x + box.w / 2
  const cy = box.y + box.h / 2
  const reach = (Math.abs(Math.cos(a)) * box.w + Math.abs(Math.sin(a)) * box.h) / 2
  const dx = Math.cos(a) * reach
  const dy = Math.sin(a) * reach
  const g = ctx.createLinearGradient(cx - dx, cy - dy, cx + dx, cy + dy)
  for (const [at, colour] of stops) g.addColorStop(at, colour)
  return g
}

export const polygon = (ctx: Ctx, points: readonly (readonly [number, number])[]) => {
  ctx.beginPath()
  points.forEach(([x, y], i) => {
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  })
  ctx.closePath()
}

export const oval = (ctx: Ctx, cx: number, cy: number, rx: number, ry: number) => {
  ctx.beginPath()
  ctx.ellipse(cx, cy, rx, ry, 0, 0, Math.PI * 2)
}

/** Dark where the thing touches, then a wider fall away from the window (which is on the left). */
export const groundShadow = (s: Scene, cx: number, cy: number, rx: number, ry: number, strength = 1) => {
  const ink = (a: number) => rgb([52, 40, 34], a * strength)
  const throwX = rx * 0.75
  const layers = [
    [rx * 0.3, cx + throwX, cy + ry * 0.35, rx * 1.55, ry * 1.25, 0.22],
    [rx * 0.14, cx + throwX * 0.45, cy + ry * 0.2, rx * 1.2, ry * 1.1, 0.26],
    [Math.max(4, rx * 0.05), cx + rx * 0.06, cy + ry * 0.12, rx * 1.03, ry * 1.04, 0.42],
  ] as const
  for (const [blur, x, y, a, b, alpha] of layers)
    soft(s, blur, (c) => {
      c.fillStyle = ink(alpha)
      oval(c, x, y, a, b)
      c.fill()
    })
}

/** The shadow of any drawn shape lying flat: the same silhouette moved right-down and blurred twice. */
export const dropShadow = (s: Scene, draw: Draw, reach = 22, strength = 1) => {
  const layer = scene(s.w, s.h)
  draw(layer.ctx)
  layer.ctx.globalCompositeOperation = 'source-in'
  layer.ctx.fillStyle = rgb([46, 36, 32])
  layer.ctx.fillRect(0, 0, s.w, s.h)
  for (const [far, blur, alpha] of [
    [1, 0.9, 0.3],
    [0.45, 0.42, 0.28],
    [0.12, 0.12, 0.34],
  ] as const) {
    s.ctx.save()
    s.ctx.globalAlpha = alpha * strength
    s.ctx.filter = `blur(${Math.max(1.5, reach * blur)}px)`
    s.ctx.drawImage(layer.canvas, reach * far, reach * far * 0.8)
    s.ctx.restore()
  }
}

/** Four panes of sun laid slanting over what is there. `x, y` is the top left pane; `skew` leans them. */
export const windowPanes = (s: Scene, x: number, y: number, size: number, strength = 0.5, skew = 0.55) => {
  const pane = (c: Ctx, px: number, py: number, pw: number, ph: number) =>
    polygon(c, [
      [px, py],
      [px + pw, py - pw * 0.12],
      [px + pw - ph * skew, py + ph - pw * 0.12],
      [px - ph * skew, py + ph],
    ])
  const draw: Draw = (c) => {
    c.fillStyle = 'rgb(255,236,205)'
    for (const row of [0, 1])
      for (const col of [0, 1]) {
        const ph = size * 0.95
        pane(c, x + col * size * 0.78 - row * (ph + 26) * skew, y + row * (ph + 26) - col * size * 0.09, size * 0.7, ph)
        c.fill()
      }
  }
  soft(s, size * 0.045, draw, strength, 'soft-light')
  soft(s, size * 0.06, draw, strength * 0.32, 'screen')
}

/** Leaves between window and wall: only their shadow is seen. */
export const leafShadows = (s: Scene, x: number, y: number, size: number, alpha = 0.2, seed = 3) => {
  const rnd = random(seed)
  soft(
    s,
    size * 0.028,
    (c) => {
      c.fillStyle = 'rgb(86,72,58)'
      c.strokeStyle = 'rgb(86,72,58)'
      c.lineWidth = size * 0.012
      for (let stem = 0; stem < 3; stem++) {
        c.save()
        c.translate(x + stem * size * 0.2, y + stem * size * 0.12)
        c.rotate(0.5 + stem * 0.32)
        c.beginPath()
        c.moveTo(0, 0)
        c.quadraticCurveTo(size * 0.45, -size * 0.1, size * 1.05, 0)
        c.stroke()
        for (let i = 0; i < 9; i++) {
          c.save()
          c.translate(size * (0.16 + i * 0.1), -size * 0.045 * Math.sin((i / 9) * Math.PI))
          c.rotate((i % 2 ? 1 : -1) * (0.65 + rnd() * 0.3))
          const l = size * (0.24 - i * 0.012)
          c.beginPath()
          c.moveTo(0, 0)
          c.quadraticCurveTo(l * 0.45, -l * 0.24, l, 0)
          c.quadraticCurveTo(l * 0.45, l * 0.24, 0, 0)
          c.fill()
          c.restore()
        }
        c.restore()
      }
    },
    alpha,
    'multiply',
  )
}

/** A plain lit wall: brighter towards the window on the left, a slow mottling so it is not a flat gradient. */
export const wall = (s: Scene, light: Rgb, dark: Rgb, bottom = s.h) => {
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: bottom }, 24, [
    [0, rgb(light)],
    [0.55, rgb(mix(light, dark, 0.45))],
    [1, rgb(dark)],
  ])
  s.ctx.fillRect(0, 0, s.w, bottom)
}

/** Bokeh: far lights and shapes out of focus. */
export const bokeh = (s: Scene, spots: readonly (readonly [number, number, number, Rgb, number])[], blur = 9) => {
  soft(
    s,
    blur,
    (c) => {
      for (const [x, y, r, colour, alpha] of spots) {
        c.fillStyle = rgb(colour, alpha)
        oval(c, x, y, r, r)
        c.fill()
      }
    },
    1,
    'screen',
  )
}

/** Window veil, vignette, a gentle tone curve and film grain. The last brush stroke of every picture. */
export const finish = (s: Scene, seed: number, { warmth = 1, grain = 1, veil = 1 } = {}) => {
  const { ctx, w, h } = s
  ctx.save()
  ctx.globalCompositeOperation = 'screen'
  const glow = ctx.createRadialGradient(0, h * 0.1, 0, 0, h * 0.1, w * 1.15)
  glow.addColorStop(0, rgb([255, 238, 212], 0.24 * veil))
  glow.addColorStop(1, rgb([255, 238, 212], 0))
  ctx.fillStyle = glow
  ctx.fillRect(0, 0, w, h)
  ctx.globalCompositeOperation = 'multiply'
  const edge = ctx.createRadialGradient(w * 0.44, h * 0.46, w * 0.35, w * 0.44, h * 0.46, Math.hypot(w, h) * 0.62)
  edge.addColorStop(0, 'rgb(255,255,255)')
  edge.addColorStop(1, 'rgb(206,198,192)')
  ctx.fillStyle = edge
  ctx.fillRect(0, 0, w, h)
  ctx.restore()
  const image = ctx.getImageData(0, 0, w, h)
  const px = image.data
  const rnd = random(seed)
  let last = 0
  for (let i = 0; i < px.length; i += 4) {
    const mottled = (fbm(((i / 4) % w) / 260, i / 4 / w / 260, seed, 2) - 0.5) * 3
    last = last * 0.45 + (rnd() + rnd() - 1) * 4.2 * grain
    for (let k = 0; k < 3; k++) {
      const v = (px[i + k] ?? 0) / 255
      const curved = v + 0.055 * Math.sin((v - 0.5) * Math.PI * 2) * 0.6
      const tint = (k === 0 ? 2.5 : k === 2 ? -3 : 0.4) * warmth
      px[i + k] = clamp(curved * 255 + tint + last + mottled, 0, 255)
    }
  }
  ctx.putImageData(image, 0, 0)
}
