// What is eaten: rolls of meat, greens, mushrooms, tofu, lotus and a dip, from above.
import { relief } from './forms'
import { type Ctx, clamp, dropShadow, mix, oval, type Rgb, rgb, type Scene, scene } from './light'
import { fbm, noise, random } from './noise'
import { plateAbove } from './props'
import { surface } from './surfaces'

export const blob = (
  s: Scene,
  shape: (c: Ctx) => void,
  color: Rgb,
  puff: number,
  weave?: (x: number, y: number) => number,
  gloss = 0.12,
) => {
  const fill = (c: Ctx) => {
    c.fillStyle = rgb(color)
    shape(c)
    c.fill()
  }
  dropShadow(s, fill, Math.max(6, puff * 0.5), 0.8)
  const lit = relief(s, { color: fill, height: () => {}, puff, gloss, ...(weave ? { weave } : {}) })
  s.ctx.drawImage(lit.canvas, 0, 0)
}

/** Broth in a clip: oil clouds, round fat eyes with a bright rim. */
export const broth = (s: Scene, clip: (c: Ctx) => void, tones: readonly [Rgb, Rgb, Rgb], seed: number) => {
  const layer = scene(s.w, s.h)
  surface(layer, (x, y) => {
    const swirl = fbm(x / 90 + fbm(x / 60, y / 60, seed) * 2, y / 90, seed + 2, 4)
    const t = clamp((swirl - 0.25) * 1.9)
    return t < 0.5 ? mix(tones[0], tones[1], t * 2) : mix(tones[1], tones[2], t * 2 - 1)
  })
  s.ctx.save()
  clip(s.ctx)
  s.ctx.clip()
  s.ctx.drawImage(layer.canvas, 0, 0)
  s.ctx.restore()
}

export const chilli = (s: Scene, x: number, y: number, l: number, angle: number) =>
  blob(
    s,
    (c) => {
      c.save()
      c.translate(x, y)
      c.rotate(angle)
      c.beginPath()
      c.moveTo(-l / 2, 0)
      c.bezierCurveTo(-l * 0.4, -l * 0.2, l * 0.2, -l * 0.18, l / 2, l * 0.06)
      c.bezierCurveTo(l * 0.2, l * 0.06, -l * 0.3, l * 0.16, -l / 2, 0)
      c.restore()
    },
    [214, 30, 20],
    l * 0.12,
    undefined,
    0.5,
  )

export const lotus = (s: Scene, x: number, y: number, r: number) => {
  blob(
    s,
    (c) => oval(c, x, y, r, r),
    [240, 226, 202],
    r * 0.12,
    (px, py) => noise(px / 4, py / 4, 3) * 0.6,
  )
  const hole = (dx: number, dy: number, hr: number) => {
    const g = s.ctx.createRadialGradient(x + dx + hr * 0.2, y + dy + hr * 0.3, 0, x + dx, y + dy, hr)
    g.addColorStop(0, 'rgb(206,184,150)')
    g.addColorStop(1, 'rgb(150,124,90)')
    s.ctx.fillStyle = g
    s.ctx.beginPath()
    s.ctx.ellipse(x + dx, y + dy, hr, hr * 0.78, Math.atan2(dy, dx), 0, 7)
    s.ctx.fill()
  }
  hole(0, 0, r * 0.1)
  for (let i = 0; i < 7; i++) {
    const a = (i / 7) * Math.PI * 2 + 0.3
    hole(Math.cos(a) * r * 0.55, Math.sin(a) * r * 0.55, r * 0.2)
  }
}

export const greens = (s: Scene, cx: number, cy: number, r: number, seed: number) => {
  const rnd = random(seed)
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * Math.PI * 2 + rnd() * 0.4
    const l = r * (0.75 + rnd() * 0.3)
    const put = (draw: (c: Ctx) => void) => (c: Ctx) => {
      c.save()
      c.translate(cx, cy)
      c.rotate(a)
      draw(c)
      c.restore()
    }
    const tone = mix([66, 128, 52], [128, 178, 82], rnd())
    blob(
      s,
      put((c) => {
        c.beginPath()
        c.moveTo(l * 0.1, 0)
        c.bezierCurveTo(l * 0.3, -l * 0.42, l * 0.9, -l * 0.36, l, 0)
        c.bezierCurveTo(l * 0.9, l * 0.36, l * 0.3, l * 0.42, l * 0.1, 0)
      }),
      tone,
      14,
      (x, y) => fbm(x / 12, y / 12, seed + i, 2) * 7,
    )
    blob(
      s,
      put((c) => {
        c.beginPath()
        c.moveTo(-l * 0.05, -l * 0.07)
        c.quadraticCurveTo(l * 0.5, -l * 0.03, l * 0.85, 0)
        c.quadraticCurveTo(l * 0.5, l * 0.04, -l * 0.05, l * 0.07)
      }),
      [226, 236, 196],
      5,
    )
  }
}

export const beefRolls = (s: Scene, cx: number, cy: number, r: number, seed: number) => {
  const rnd = random(seed)
  const rolls = [
    [-0.42, -0.36, 0.5],
    [0.34, -0.42, -0.4],
    [-0.5, 0.2, -0.2],
    [0.46, 0.16, 0.9],
    [-0.08, 0.52, 0.2],
    [0, 0, -0.7],
  ] as const
  for (const [dx, dy, turn] of rolls) {
    const l = r * 0.5
    const w = r * 0.24
    const put = (draw: (c: Ctx) => void) => (c: Ctx) => {
      c.save()
      c.translate(cx + dx * r, cy + dy * r)
      c.rotate(turn)
      draw(c)
      c.restore()
    }
    const tone = mix([190, 66, 62], [214, 98, 88], rnd())
    const shape = put((c) => {
      c.beginPath()
      c.roundRect(-l, -w, l * 2, w * 2, w * 0.8)
    })
    const fill = (c: Ctx) => {
      shape(c)
      c.fillStyle = rgb(tone)
      c.fill()
      c.save()
      shape(c)
      c.clip()
      put((k) => {
        for (let i = 0; i < 13; i++) {
          k.strokeStyle = `rgba(250,226,214,${0.45 + rnd() * 0.4})`
          k.lineWidth = 1.5 + rnd() * 5
          const y = (rnd() - 0.5) * w * 2
          k.beginPath()
          k.moveTo(-l, y)
          k.bezierCurveTo(-l * 0.3, y + (rnd() - 0.5) * 50, l * 0.3, y + (rnd() - 0.5) * 50, l, y + (rnd() - 0.5) * 30)
          k.stroke()
        }
      })(c)
      c.restore()
    }
    dropShadow(
      s,
      (c) => {
        shape(c)
        c.fill()
      },
      12,
    )
    const lit = relief(s, {
      color: fill,
      height: () => {},
      puff: w * 0.7,
      gloss: 0.12,
      weave: (x, y) => fbm(x / 20, y / 20, seed, 2) * 5,
    })
    s.ctx.drawImage(lit.canvas, 0, 0)
    put((c) => {
      c.translate(l * 0.94, 0)
      c.lineWidth = w * 0.16
      for (let i = 0; i < 3; i++) {
        c.strokeStyle = i % 2 ? 'rgba(252,232,222,0.95)' : 'rgba(168,46,48,0.95)'
        c.beginPath()
        c.ellipse(-i * 2, 0, w * (0.36 - i * 0.1), w * (0.86 - i * 0.26), 0, 0, 7)
        c.stroke()
      }
    })(s.ctx)
  }
}

export const mushrooms = (s: Scene, cx: number, cy: number, r: number, seed: number) => {
  const rnd = random(seed)
  for (const [dx, dy, k] of [
    [-0.36, -0.34, 0.36],
    [0.36, -0.3, 0.34],
    [-0.42, 0.32, 0.33],
    [0.36, 0.38, 0.36],
    [0, 0.02, 0.4],
  ] as const) {
    const [x, y, m] = [cx + dx * r, cy + dy * r, k * r]
    blob(
      s,
      (c) => oval(c, x, y, m, m * 0.96),
      mix([122, 82, 52], [154, 108, 70], rnd()),
      m * 0.42,
      (px, py) => fbm(px / 14, py / 14, seed, 3) * 4,
    )
    s.ctx.save()
    s.ctx.translate(x, y)
    s.ctx.rotate(rnd())
    for (let i = 0; i < 3; i++) {
      s.ctx.rotate(Math.PI / 3)
      const g = s.ctx.createLinearGradient(0, -m * 0.1, 0, m * 0.1)
      g.addColorStop(0, 'rgb(206,178,140)')
      g.addColorStop(1, 'rgb(250,238,212)')
      s.ctx.fillStyle = g
      s.ctx.beginPath()
      s.ctx.ellipse(0, 0, m * 0.68, m * 0.085, 0, 0, 7)
      s.ctx.fill()
    }
    s.ctx.restore()
  }
}

export const tofu = (s: Scene, cx: number, cy: number, r: number) => {
  for (let row = -1; row <= 1; row++)
    for (let col = -1; col <= 1; col++) {
      const [x, y] = [cx + col * r * 0.46 + row * 6, cy + row * r * 0.46 - col * 5]
      blob(
        s,
        (c) => {
          c.beginPath()
          c.roundRect(x - r * 0.2, y - r * 0.2, r * 0.4, r * 0.4, 12)
        },
        [244, 236, 214],
        11,
        (px, py) => noise(px / 5, py / 5, 4) * 0.5,
      )
    }
}

export const dip = (s: Scene, cx: number, cy: number, r: number) => {
  plateAbove(s, { cx, cy, r, rim: 0.14, tone: [226, 232, 234] })
  broth(
    s,
    (c) => oval(c, cx, cy, r * 0.78, r * 0.78),
    [
      [126, 72, 30],
      [176, 112, 52],
      [206, 150, 84],
    ],
    9,
  )
  const rnd = random(4)
  for (let i = 0; i < 40; i++) {
    const a = rnd() * 7
    const k = Math.sqrt(rnd()) * r * 0.5
    s.ctx.fillStyle = rnd() > 0.45 ? 'rgb(112,158,66)' : rnd() > 0.5 ? 'rgb(250,236,206)' : 'rgb(196,50,34)'
    oval(s.ctx, cx + Math.cos(a) * k, cy + Math.sin(a) * k, 3 + rnd() * 5, 2.5 + rnd() * 3)
    s.ctx.fill()
  }
}
