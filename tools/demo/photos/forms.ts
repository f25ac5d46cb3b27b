// Round and soft bodies under the window's light: turned forms (bottles, jars, cups), balls, and inflated reliefs.
import { createCanvas } from '@napi-rs/canvas'
import { type Ctx, clamp, type Draw, mix, type Rgb, type Scene, scene, smooth } from './light'

/** A paint decides the colour of a point. `v` 0 top … 1 bottom, `u` −1 left … 1 right. Alpha below 1 lets the back through. */
export type Paint = (v: number, u: number) => { color: Rgb; alpha?: number; gloss?: number }

export const plain =
  (color: Rgb, gloss = 0.35, alpha = 1): Paint =>
  () => ({ color, gloss, alpha })

type Shade = { color: Rgb; gloss: number; nx: number; ny: number; nz: number }

/** Window key from upper left, warm bounce from the right, a soft-box reflection whose edge sharpens with gloss. */
export const shade = ({ color, gloss, nx, ny, nz }: Shade): Rgb => {
  const key = clamp(nx * -0.62 + ny * -0.46 + nz * 0.64)
  const bounce = clamp(nx * 0.8 + ny * 0.35 + nz * 0.1) * 0.2
  const lit = 0.4 + 0.66 * key + bounce
  const rim = (1 - clamp(nz)) ** 3
  const box = smooth(-0.82, -0.7, nx) * (1 - smooth(-0.5, -0.36, nx)) * smooth(-0.95, -0.3, -Math.abs(ny))
  const fill = smooth(0.66, 0.76, nx) * (1 - smooth(0.82, 0.9, nx)) * 0.3
  const shine = gloss * (box * 0.62 + fill)
  const dim = 1 - rim * 0.28
  const base: Rgb = [color[0] * lit * dim, color[1] * lit * dim, color[2] * lit * dim]
  return mix(base, [255, 250, 242], clamp(shine))
}

export type Turned = {
  cx: number
  top: number
  /** [height px from top, radius px], from top to bottom. */
  profile: readonly (readonly [number, number])[]
  paint: Paint
  /** How round horizontal rings look: 0 eye-level … 1 from above. */
  tilt?: number
  /** Colour of the flat top; left out, the top is open. */
  cap?: Rgb
}

const radiusAt = (profile: Turned['profile'], y: number): number => {
  let before = profile[0]
  for (const point of profile) {
    if (point[0] >= y) {
      if (!before || point[0] === before[0]) return point[1]
      const t = (y - before[0]) / (point[0] - before[0])
      return before[1] + (point[1] - before[1]) * t
    }
    before = point
  }
  return before ? before[1] : 0
}

/** Catmull-Rom through a few points, so that a profile can be written with a handful of numbers. */
export const curve = (points: readonly (readonly [number, number])[], steps = 14): [number, number][] => {
  const out: [number, number][] = []
  const at = (i: number) => points[clamp(i, 0, points.length - 1)] ?? ([0, 0] as const)
  for (let i = 0; i < points.length - 1; i++)
    for (let s = 0; s < steps; s++) {
      const t = s / steps
      const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
      const spline = (k: 0 | 1) =>
        0.5 *
        (2 * b[k] +
          (c[k] - a[k]) * t +
          (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
          (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t)
      out.push([spline(0), Math.max(0, spline(1))])
    }
  const end = at(points.length - 1)
  out.push([end[0], end[1]])
  return out
}

/** A form turned on a vertical axis, seen slightly from above. Twice the size inside, so its edges are smooth. */
export const turned = (ctx: Ctx, { cx, top, profile, paint, tilt = 0.2, cap }: Turned) => {
  const height = profile[profile.length - 1]?.[0] ?? 0
  const widest = Math.max(...profile.map(([, r]) => r))
  const q = 2
  const pad = 4
  const w = Math.ceil((widest * 2 + pad * 2) * q)
  const h = Math.ceil((height + widest * tilt * 2 + pad * 2) * q)
  const canvas = createCanvas(w, h)
  const c = canvas.getContext('2d')
  const image = c.createImageData(w, h)
  const originY = widest * tilt + pad
  for (let py = 0; py < h; py++)
    for (let pxi = 0; pxi < w; pxi++) {
      const x = pxi / q - widest - pad
      const y = py / q - originY
      let v = y
      for (let pass = 0; pass < 3; pass++) {
        const r = radiusAt(profile, clamp(v, 0, height))
        v = y - tilt * Math.sqrt(Math.max(0, r * r - x * x))
      }
      const r = radiusAt(profile, clamp(v, 0, height))
      const o = (py * w + pxi) * 4
      if (v >= 0 && v <= height && Math.abs(x) <= r && r > 0) {
        const slope = (radiusAt(profile, Math.min(height, v + 2)) - radiusAt(profile, Math.max(0, v - 2))) / 4
        const nx = x / r
        const nz = Math.sqrt(Math.max(0, 1 - nx * nx))
        const len = Math.hypot(1, slope)
        const { color, alpha = 1, gloss = 0.35 } = paint(v / height, nx)
        const lit = shade({ color, gloss, nx: nx / len, ny: -slope / len, nz: nz / len })
        image.data.set([lit[0], lit[1], lit[2], alpha * 255], o)
      }
    }
  c.putImageData(image, 0, 0)
  ctx.drawImage(canvas, cx - widest - pad, top - originY, w / q, h / q)
  if (cap) topFace(ctx, cx, top, profile[0]?.[1] ?? 0, tilt, cap)
}

/** The flat round top of a turned form. */
export const topFace = (ctx: Ctx, cx: number, y: number, r: number, tilt: number, color: Rgb) => {
  const g = ctx.createLinearGradient(cx - r, y - r * tilt, cx + r, y + r * tilt)
  const lit = (k: number) => `rgb(${mix(color, k > 0 ? [255, 252, 246] : [60, 50, 44], Math.abs(k)).map(Math.round)})`
  g.addColorStop(0, lit(0.55))
  g.addColorStop(0.5, lit(0.15))
  g.addColorStop(1, lit(-0.12))
  ctx.fillStyle = g
  ctx.beginPath()
  ctx.ellipse(cx, y, r, r * tilt, 0, 0, Math.PI * 2)
  ctx.fill()
}

/** A ball; `bump(x, y)` shakes its surface (an orange's skin). */
export const ball = (
  ctx: Ctx,
  cx: number,
  cy: number,
  r: number,
  paint: Paint,
  bump?: (x: number, y: number) => number,
) => {
  const q = 2
  const size = Math.ceil(r * 2 * q) + 4
  const canvas = createCanvas(size, size)
  const c = canvas.getContext('2d')
  const image = c.createImageData(size, size)
  for (let py = 0; py < size; py++)
    for (let px = 0; px < size; px++) {
      const nx = (px - size / 2) / (r * q)
      const ny = (py - size / 2) / (r * q)
      const d = nx * nx + ny * ny
      if (d > 1) continue
      const nz = Math.sqrt(1 - d)
      const e = 0.012
      const bx = bump ? (bump(nx / (0.4 + nz * 0.6) + e, ny) - bump(nx / (0.4 + nz * 0.6), ny)) / e : 0
      const by = bump ? (bump(nx, ny / (0.4 + nz * 0.6) + e) - bump(nx, ny / (0.4 + nz * 0.6))) / e : 0
      const { color, gloss = 0.3, alpha = 1 } = paint((ny + 1) / 2, nx)
      const lit = shade({ color, gloss: 0, nx: nx + bx, ny: ny + by, nz })
      const spec = gloss * clamp((nx + bx * 2) * -0.5 + (ny + by * 2) * -0.55 + nz * 0.67) ** 18
      const out = mix(lit, [255, 250, 240], clamp(spec))
      image.data.set([out[0], out[1], out[2], alpha * 255], (py * size + px) * 4)
    }
  c.putImageData(image, 0, 0)
  ctx.drawImage(canvas, cx - size / q / 2, cy - size / q / 2, size / q, size / q)
}

export type Relief = {
  /** Greyscale height: white is near. Drawn on black; blurs make soft folds. */
  height: Draw
  /** The colours before light, on transparent: its alpha is the silhouette. */
  color: Draw
  /** How strong the folds are. */
  depth?: number
  blur?: number
  gloss?: number
  /** Rounds the silhouette itself over this many px. */
  puff?: number
  /** Fine surface: added to the height at a point. */
  weave?: (x: number, y: number) => number
}

/** Lights a painted height field: quilting, pillows, shoes, folds. Returns the lit layer. */
export const relief = (s: Scene, r: Relief): Scene => {
  const { depth = 1, blur = 6, gloss = 0.15, puff = 0, weave } = r
  const tone = scene(s.w, s.h)
  r.color(tone.ctx)
  const raw = scene(s.w, s.h)
  raw.ctx.fillStyle = '#000'
  raw.ctx.fillRect(0, 0, s.w, s.h)
  r.height(raw.ctx)
  const bumps = blurred(s, raw, blur)
  const swell = puff > 0 ? swollen(s, tone, puff) : null
  const image = tone.ctx.getImageData(0, 0, s.w, s.h)
  const at = (x: number, y: number) => {
    const i = clamp(y, 0, s.h - 1) * s.w + clamp(x, 0, s.w - 1)
    return (bumps[i] ?? 0) * depth * 60 + (swell ? (swell[i] ?? 0) : 0)
  }
  const px = image.data
  for (let y = 0; y < s.h; y++)
    for (let x = 0; x < s.w; x++) {
      const o = (y * s.w + x) * 4
      if (!px[o + 3]) continue
      const fine = weave ? [weave(x + 1, y) - weave(x, y), weave(x, y + 1) - weave(x, y)] : [0, 0]
      const gx = (at(x + 1, y) - at(x - 1, y)) / 2 + (fine[0] ?? 0)
      const gy = (at(x, y + 1) - at(x, y - 1)) / 2 + (fine[1] ?? 0)
      const len = Math.hypot(gx, gy, 1)
      const [nx, ny, nz] = [-gx / len, -gy / len, 1 / len]
      const key = clamp(nx * -0.58 + ny * -0.5 + nz * 0.64)
      const bounce = clamp(nx * 0.7 + ny * 0.5) * 0.16
      const lit = 0.36 + 0.98 * key + bounce
      const spec = gloss * clamp(nx * -0.38 + ny * -0.42 + nz * 0.83) ** 26 * 150
      for (let k = 0; k < 3; k++) {
        const cool = k === 2 ? 1 + (1 - key) * 0.06 : 1
        px[o + k] = clamp((px[o + k] ?? 0) * lit * cool + spec, 0, 255)
      }
    }
  tone.ctx.putImageData(image, 0, 0)
  return tone
}

const blurred = (s: Scene, from: Scene, blur: number): Float32Array => {
  const pad = Math.ceil(blur * 3)
  const wide = scene(s.w + pad * 2, s.h + pad * 2)
  wide.ctx.imageSmoothingEnabled = false
  for (const [sx, dx, dw] of [
    [0, 0, pad],
    [s.w - 1, pad + s.w, pad],
  ] as const)
    wide.ctx.drawImage(from.canvas, sx, 0, 1, s.h, dx, pad, dw, s.h)
  wide.ctx.drawImage(from.canvas, pad, pad)
  for (const [sy, dy] of [
    [pad, 0],
    [pad + s.h - 1, pad + s.h],
  ] as const)
    wide.ctx.drawImage(wide.canvas, 0, sy, wide.w, 1, 0, dy, wide.w, pad)
  const layer = scene(wide.w, wide.h)
  layer.ctx.filter = `blur(${blur}px)`
  layer.ctx.drawImage(wide.canvas, 0, 0)
  const data = layer.ctx.getImageData(pad, pad, s.w, s.h).data
  const out = new Float32Array(s.w * s.h)
  for (let i = 0; i < out.length; i++) out[i] = (data[i * 4] ?? 0) / 255
  return smoothBytes(out, s.w)
}

/** Eight-bit blurs step; a small box pass melts the steps before they become ridges. */
const smoothBytes = (a: Float32Array, w: number): Float32Array => {
  let from = a
  for (const step of [1, w, 2, 2 * w]) {
    const to = new Float32Array(from.length)
    const along = step < w
    for (let i = 0; i < from.length; i++) {
      const own = from[i] ?? 0
      const x = i % w
      const before = along && x < step ? own : (from[i - step] ?? own)
      const after = along && x + step >= w ? own : (from[i + step] ?? own)
      to[i] = (before + 2 * own + after) / 4
    }
    from = to
  }
  return from
}

/** Height of a cushion with this silhouette: several blurs of its mask, square-rooted into a dome. */
const swollen = (s: Scene, tone: Scene, puff: number): Float32Array => {
  const mask = scene(s.w, s.h)
  mask.ctx.fillStyle = '#000'
  mask.ctx.fillRect(0, 0, s.w, s.h)
  const white = scene(s.w, s.h)
  white.ctx.drawImage(tone.canvas, 0, 0)
  white.ctx.globalCompositeOperation = 'source-in'
  white.ctx.fillStyle = '#fff'
  white.ctx.fillRect(0, 0, s.w, s.h)
  mask.ctx.drawImage(white.canvas, 0, 0)
  const wide = blurred(s, mask, puff)
  const narrow = blurred(s, mask, puff * 0.4)
  const out = new Float32Array(wide.length)
  for (let i = 0; i < out.length; i++) {
    const dome = Math.sqrt(Math.max(0, ((wide[i] ?? 0) + (narrow[i] ?? 0)) / 2 - 0.42))
    out[i] = dome * puff * 1.25
  }
  return out
}
