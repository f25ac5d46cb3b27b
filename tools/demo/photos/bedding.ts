// Pillows and a duvet, lit as cushions.
import { relief } from './forms'
import { type Ctx, dropShadow, type Rgb, rgb, type Scene, soft } from './light'
import { fbm, noise } from './noise'

export const white: Rgb = [232, 228, 221]

export const grey: Rgb = [204, 208, 208]

/** A pillow's outline: four corners pulled out, edges slightly slack. */
export const pillowShape = (c: Ctx, cx: number, cy: number, w: number, h: number, lean = 0) => {
  const [l, r, t, b] = [cx - w / 2, cx + w / 2, cy - h / 2, cy + h / 2]
  c.beginPath()
  c.moveTo(l + lean, t + h * 0.1)
  c.bezierCurveTo(l + w * 0.06 + lean, t - h * 0.06, l + w * 0.2, t + h * 0.02, cx, t)
  c.bezierCurveTo(r - w * 0.2, t + h * 0.02, r - w * 0.06, t - h * 0.06, r - lean, t + h * 0.1)
  c.bezierCurveTo(r + w * 0.035, t + h * 0.35, r + w * 0.03, b - h * 0.35, r, b - h * 0.06)
  c.bezierCurveTo(r - w * 0.05, b + h * 0.06, r - w * 0.25, b, cx, b + h * 0.01)
  c.bezierCurveTo(l + w * 0.25, b, l + w * 0.05, b + h * 0.06, l, b - h * 0.06)
  c.bezierCurveTo(l - w * 0.03, b - h * 0.35, l - w * 0.035, t + h * 0.35, l + lean, t + h * 0.1)
}

export const folds = (
  c: Ctx,
  lines: readonly (readonly number[])[],
  width: number,
  tone = '255,255,255',
  strength = 0.5,
) => {
  c.lineCap = 'round'
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] of lines) {
    c.strokeStyle = `rgba(${tone},${strength})`
    c.lineWidth = width
    c.beginPath()
    c.moveTo(x1, y1)
    c.quadraticCurveTo(x2, y2, x3, y3)
    c.stroke()
  }
}

export const pillow = (s: Scene, cx: number, cy: number, w: number, h: number, color: Rgb = white, seed = 1) => {
  const shape = (c: Ctx) => {
    pillowShape(c, cx, cy, w, h, w * 0.03)
    c.fillStyle = rgb(color)
    c.fill()
  }
  dropShadow(s, shape, 40, 0.62)
  const lit = relief(s, {
    color: shape,
    height: (c) => {
      const g = c.createRadialGradient(cx, cy, 0, cx, cy, w * 0.55)
      g.addColorStop(0, 'rgb(230,230,230)')
      g.addColorStop(0.5, 'rgb(170,170,170)')
      g.addColorStop(1, 'rgb(10,10,10)')
      c.save()
      c.translate(0, cy * (1 - (h / w) * 1.25))
      c.scale(1, (h / w) * 1.25)
      c.fillStyle = g
      c.fillRect(cx - w, cy - w, w * 2, w * 2)
      c.restore()
      folds(
        c,
        [
          [cx - w * 0.46, cy - h * 0.42, cx - w * 0.34, cy - h * 0.26, cx - w * 0.2, cy - h * 0.18],
          [cx + w * 0.46, cy - h * 0.42, cx + w * 0.34, cy - h * 0.3, cx + w * 0.24, cy - h * 0.12],
          [cx - w * 0.46, cy + h * 0.42, cx - w * 0.34, cy + h * 0.3, cx - w * 0.24, cy + h * 0.16],
          [cx + w * 0.46, cy + h * 0.42, cx + w * 0.3, cy + h * 0.34, cx + w * 0.2, cy + h * 0.2],
        ],
        w * 0.035,
        '255,255,255',
        0.2,
      )
    },
    depth: 2.4,
    blur: 17,
    puff: 74,
    gloss: 0.02,
    weave: (x, y) => fbm(x / 120, y / 90, seed, 2) * 9 + noise(x / 2.6, y / 2.6, seed) * 0.18,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
  soft(s, 1, (c) => {
    c.strokeStyle = 'rgba(170,160,148,0.35)'
    c.lineWidth = 2
    pillowShape(c, cx, cy, w * 0.955, h * 0.92, w * 0.03)
    c.stroke()
  })
}

export const duvet = (s: Scene, top: number, color: Rgb, seed: number) => {
  const shape = (c: Ctx) => {
    c.fillStyle = rgb(color)
    c.beginPath()
    c.moveTo(-40, top + 60)
    c.bezierCurveTo(220, top - 30, 420, top + 50, 640, top + 10)
    c.bezierCurveTo(820, top - 20, 980, top + 30, 1130, top + 6)
    c.lineTo(1130, s.h + 60)
    c.lineTo(-40, s.h + 60)
    c.fill()
  }
  dropShadow(s, shape, 20, 0.5)
  const lit = relief(s, {
    color: shape,
    height: (c) => {
      c.fillStyle = 'rgb(110,110,110)'
      c.fillRect(0, 0, s.w, s.h)
      folds(
        c,
        [
          [-60, top + 190, 320, top + 120, 760, top + 250],
          [120, top + 420, 520, top + 250, 1140, top + 330],
          [-40, top + 380, 240, top + 320, 520, top + 470],
          [540, top + 90, 780, top + 160, 1140, top + 130],
          [620, top + 560, 860, top + 420, 1140, top + 500],
        ],
        44,
      )
      folds(
        c,
        [
          [-60, top + 270, 360, top + 210, 700, top + 330],
          [300, top + 130, 560, top + 190, 900, top + 220],
          [200, top + 560, 520, top + 400, 900, top + 430],
        ],
        36,
        '0,0,0',
      )
    },
    depth: 2.6,
    blur: 26,
    puff: 34,
    gloss: 0,
    weave: (x, y) => fbm(x / 150, y / 100, seed, 2) * 11 + noise(x / 2.6, y / 2.6, 4) * 0.2,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
}
