// Things that stand around the product: glass, sprigs, pebbles, boxes, plates.
import { curve, topFace, turned } from './forms'
import { type Ctx, gradient, mix, oval, polygon, type Rgb, rgb, type Scene, smooth, soft } from './light'
import { random } from './noise'

export type Glass = {
  cx: number
  top: number
  height: number
  rTop: number
  rBottom: number
  tilt?: number
  /** Liquid: colour and how far below the rim it starts, px. */
  liquid?: { color: Rgb; from: number; deep?: Rgb; alpha?: number }
  tint?: Rgb
}

/** A straight tumbler with liquid, bright edges and two window reflections. */
export const glass = (s: Scene, g: Glass) => {
  const { cx, top, height, rTop, rBottom, tilt = 0.2, liquid, tint = [226, 236, 238] } = g
  const { ctx } = s
  const rAt = (y: number) => rTop + (rBottom - rTop) * (y / height)
  ctx.save()
  ctx.lineWidth = 3
  ctx.strokeStyle = 'rgba(255,255,255,0.75)'
  ctx.fillStyle = rgb(tint, 0.28)
  oval(ctx, cx, top, rTop, rTop * tilt)
  ctx.fill()
  ctx.stroke()
  ctx.restore()
  if (liquid) {
    const { from, color, deep = mix(color, [90, 40, 0], 0.25), alpha = 1 } = liquid
    const base = height - 14
    turned(ctx, {
      cx,
      top: top + from,
      profile: [
        [0, rAt(from) - 7],
        [base - from - 10, rAt(base) - 8],
        [base - from, rAt(base) - 18],
      ],
      tilt,
      paint: (v, u) => ({
        color: mix(
          mix(color, [255, 250, 236], 0.22 * (1 - Math.abs(u + 0.2))),
          deep,
          v * 0.4 + Math.abs(u) ** 4 * 0.45,
        ),
        gloss: 0.1,
        alpha: Math.min(1, alpha + (1 - alpha) * Math.abs(u) ** 6),
      }),
    })
    ctx.save()
    ctx.globalAlpha = Math.min(1, alpha + 0.25)
    topFace(ctx, cx, top + from, rAt(from) - 7, tilt, mix(color, [255, 246, 226], 0.18))
    ctx.restore()
  }
  turned(ctx, {
    cx,
    top,
    profile: [
      [0, rTop],
      [height - 8, rAt(height - 8)],
      [height, rBottom - 8],
    ],
    tilt,
    paint: (v, u) => {
      const edge = smooth(0.8, 1, Math.abs(u))
      const left =
        smooth(-0.74, -0.7, u) * (1 - smooth(-0.58, -0.54, u)) * smooth(0.03, 0.09, v) * (1 - smooth(0.7, 0.86, v))
      const right =
        smooth(0.62, 0.66, u) * (1 - smooth(0.7, 0.74, u)) * smooth(0.08, 0.14, v) * (1 - smooth(0.5, 0.7, v))
      const foot = smooth(0.955, 0.985, v)
      const shine = Math.max(left * 0.7, right * 0.36)
      const color: Rgb = shine > 0.05 ? [255, 253, 248] : mix(tint, [120, 128, 128], edge * 0.75)
      return { color, gloss: 0, alpha: Math.max(0.06 + edge * 0.38 + foot * 0.26, shine) }
    },
  })
  ctx.save()
  ctx.lineWidth = 3.5
  ctx.strokeStyle = 'rgba(255,255,255,0.9)'
  ctx.beginPath()
  ctx.ellipse(cx, top, rTop, rTop * tilt, 0, 0.1, Math.PI - 0.2)
  ctx.stroke()
  ctx.restore()
}

/** Light gathered by glass or liquid, thrown on the table to the right of it. */
export const caustic = (s: Scene, x: number, y: number, r: number, color: Rgb, alpha = 0.5) =>
  soft(
    s,
    r * 0.16,
    (c) => {
      c.fillStyle = rgb(color)
      oval(c, x, y, r, r * 0.2)
      c.fill()
      oval(c, x + r * 0.3, y + r * 0.06, r * 0.5, r * 0.07)
      c.fill()
    },
    alpha,
    'screen',
  )

/** A eucalyptus-like sprig; blur makes it near or far. */
export const sprig = (s: Scene, x: number, y: number, size: number, angle: number, blur: number, seed = 5) => {
  const rnd = random(seed)
  soft(s, blur, (c) => {
    c.translate(x, y)
    c.rotate(angle)
    c.strokeStyle = 'rgb(104,112,84)'
    c.lineWidth = size * 0.012
    c.beginPath()
    c.moveTo(0, 0)
    c.bezierCurveTo(size * 0.3, -size * 0.08, size * 0.7, size * 0.05, size, -size * 0.04)
    c.stroke()
    for (let i = 0; i < 12; i++) {
      const t = 0.1 + i * 0.075
      const l = size * (0.2 - t * 0.08) * (0.85 + rnd() * 0.3)
      c.save()
      c.translate(size * t, -size * 0.03 * Math.sin(t * 5))
      c.rotate((i % 2 ? 1 : -1) * (0.8 + rnd() * 0.4))
      const tone: Rgb = mix([126, 146, 118], [172, 186, 158], rnd())
      const g = c.createLinearGradient(0, -l * 0.35, 0, l * 0.35)
      g.addColorStop(0, rgb(mix(tone, [236, 240, 216], 0.35)))
      g.addColorStop(0.5, rgb(tone))
      g.addColorStop(0.52, rgb(mix(tone, [60, 76, 60], 0.18)))
      g.addColorStop(1, rgb(mix(tone, [60, 76, 60], 0.3)))
      c.fillStyle = g
      c.beginPath()
      c.moveTo(0, 0)
      c.bezierCurveTo(l * 0.2, -l * 0.42, l * 0.85, -l * 0.4, l, 0)
      c.bezierCurveTo(l * 0.85, l * 0.4, l * 0.2, l * 0.42, 0, 0)
      c.fill()
      c.restore()
    }
  })
}

/** A river pebble. */
export const pebble = (s: Scene, cx: number, cy: number, rx: number, ry: number, tone: Rgb) => {
  const { ctx } = s
  soft(s, rx * 0.16, (c) => {
    c.fillStyle = 'rgba(50,40,34,0.5)'
    oval(c, cx + rx * 0.22, cy + ry * 0.42, rx * 1.08, ry * 0.8)
    c.fill()
  })
  const g = ctx.createRadialGradient(cx - rx * 0.4, cy - ry * 0.6, 0, cx, cy, rx * 1.1)
  g.addColorStop(0, rgb(mix(tone, [255, 252, 244], 0.55)))
  g.addColorStop(0.55, rgb(tone))
  g.addColorStop(1, rgb(mix(tone, [56, 48, 44], 0.45)))
  ctx.fillStyle = g
  oval(ctx, cx, cy, rx, ry)
  ctx.fill()
}

export type Block = { x: number; y: number; w: number; h: number; depth: number; color: Rgb; side?: Rgb }

/** A box: front face at x, y (top left), its top leaning back and its right side in shade. */
export const block = (ctx: Ctx, { x, y, w, h, depth, color, side }: Block) => {
  const dx = depth * 0.55
  const dy = depth * 0.36
  const dark = side ?? mix(color, [70, 58, 52], 0.32)
  ctx.fillStyle = gradient(ctx, { x, y, w, h }, 60, [
    [0, rgb(mix(color, [255, 250, 240], 0.16))],
    [1, rgb(mix(color, [90, 74, 62], 0.12))],
  ])
  ctx.fillRect(x, y, w, h)
  ctx.fillStyle = gradient(ctx, { x: x + w, y: y - dy, w: dx, h: h + dy }, 80, [
    [0, rgb(mix(dark, color, 0.3))],
    [1, rgb(mix(dark, [40, 32, 28], 0.2))],
  ])
  polygon(ctx, [
    [x + w, y],
    [x + w + dx, y - dy],
    [x + w + dx, y + h - dy],
    [x + w, y + h],
  ])
  ctx.fill()
  ctx.fillStyle = rgb(mix(color, [255, 252, 244], 0.5))
  polygon(ctx, [
    [x, y],
    [x + dx, y - dy],
    [x + w + dx, y - dy],
    [x + w, y],
  ])
  ctx.fill()
}

export type Plate = { cx: number; cy: number; r: number; tone?: Rgb; rim?: number }

/** A plate from above: rim, well, and the light that slides round it. */
export const plateAbove = (s: Scene, { cx, cy, r, tone = [246, 243, 237], rim = 0.16 }: Plate) => {
  const { ctx } = s
  for (const [off, blur, a] of [
    [0.12, 0.14, 0.34],
    [0.05, 0.05, 0.36],
  ] as const)
    soft(s, r * blur, (c) => {
      c.fillStyle = `rgba(48,36,30,${a})`
      oval(c, cx + r * off, cy + r * off * 0.9, r, r)
      c.fill()
    })
  const ring = (radius: number, a: Rgb, b: Rgb, angle = 45) => {
    ctx.fillStyle = gradient(ctx, { x: cx - radius, y: cy - radius, w: radius * 2, h: radius * 2 }, angle, [
      [0, rgb(a)],
      [1, rgb(b)],
    ])
    oval(ctx, cx, cy, radius, radius)
    ctx.fill()
  }
  const light = mix(tone, [255, 255, 252], 0.6)
  const dark = mix(tone, [96, 84, 76], 0.3)
  ring(r, light, dark)
  ring(r * 0.985, mix(light, tone, 0.4), mix(dark, tone, 0.55))
  ring(r * (1 - rim), dark, light)
  ring(r * (1 - rim - 0.02), mix(dark, tone, 0.65), mix(light, tone, 0.5))
}

/** A profile for a bottle: neck, shoulder, body, foot. */
export const bottleProfile = (neck: number, body: number, shoulder: number, height: number): [number, number][] => [
  [0, neck],
  [shoulder * 0.2, neck],
  ...curve(
    [
      [shoulder * 0.25, neck],
      [shoulder * 0.5, neck * 1.25],
      [shoulder * 0.78, body * 0.9],
      [shoulder, body],
    ],
    8,
  ),
  [height - 14, body],
  [height - 5, body - 4],
  [height, body - 14],
]
