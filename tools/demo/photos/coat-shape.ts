// The coat itself: quilted body, sleeves and collar, each lit as a cushion.
import { relief } from './forms'
import { type Ctx, dropShadow, mix, type Rgb, rgb, type Scene, soft } from './light'
import { fbm, noise } from './noise'

export const cream: Rgb = [240, 230, 212]

export const haze: Rgb = [150, 172, 196]

const crease = (x: number, y: number) => fbm(x / 70, y / 30, 5, 2) * 7 + noise(x / 16, y / 34, 9) * 0.8

const body = (c: Ctx) => {
  c.beginPath()
  c.moveTo(446, 330)
  c.bezierCurveTo(380, 352, 316, 372, 296, 420)
  c.bezierCurveTo(282, 560, 300, 760, 288, 1010)
  c.bezierCurveTo(288, 1090, 300, 1120, 330, 1124)
  c.lineTo(750, 1124)
  c.bezierCurveTo(780, 1120, 792, 1090, 792, 1010)
  c.bezierCurveTo(780, 760, 798, 560, 784, 420)
  c.bezierCurveTo(764, 372, 700, 352, 634, 330)
  c.closePath()
}

const sleeve = (c: Ctx, side: 1 | -1) => {
  const x = (v: number) => 540 + side * (v - 540)
  c.beginPath()
  c.moveTo(x(350), 366)
  c.bezierCurveTo(x(270), 384, x(226), 440, x(212), 540)
  c.bezierCurveTo(x(190), 700, x(176), 860, x(172), 990)
  c.bezierCurveTo(x(172), 1024, x(284), 1032, x(292), 1000)
  c.bezierCurveTo(x(304), 860, x(324), 700, x(336), 540)
  c.closePath()
}

export const quilt = (c: Ctx, x: number, y: number, w: number, h: number, rows: number, sag: number) => {
  const step = h / rows
  for (let i = 0; i < rows; i++) {
    const g = c.createLinearGradient(0, y + i * step, 0, y + (i + 1) * step)
    for (let k = 0; k <= 8; k++) {
      const t = k / 8
      const v = Math.round(255 * Math.sqrt(Math.max(0, 1 - (2 * t - 1) ** 2)))
      g.addColorStop(t, `rgb(${v},${v},${v})`)
    }
    c.fillStyle = g
    c.beginPath()
    c.moveTo(x, y + i * step)
    c.quadraticCurveTo(x + w / 2, y + i * step + sag, x + w, y + i * step)
    c.lineTo(x + w, y + (i + 1) * step + 1)
    c.quadraticCurveTo(x + w / 2, y + (i + 1) * step + sag, x, y + (i + 1) * step + 1)
    c.fill()
  }
}

export const paintPart = (s: Scene, shape: (c: Ctx) => void, color: Rgb, height: (c: Ctx) => void, shadow = 26) => {
  const fill = (c: Ctx) => {
    shape(c)
    c.fillStyle = rgb(color)
    c.fill()
  }
  dropShadow(s, fill, shadow, 0.8)
  const lit = relief(s, { color: fill, height, depth: 0.62, blur: 5, puff: 34, gloss: 0.1, weave: crease })
  s.ctx.drawImage(lit.canvas, 0, 0)
}

export const coat = (s: Scene, color: Rgb) => {
  for (const side of [-1, 1] as const)
    paintPart(
      s,
      (c) => sleeve(c, side),
      color,
      (c) => {
        c.save()
        c.translate(side === 1 ? 270 : 810, 640)
        c.rotate(side * 0.1)
        quilt(c, -160, -320, 320, 700, 9, side * -8)
        c.restore()
      },
    )
  paintPart(s, body, color, (c) => {
    quilt(c, 250, 330, 290, 810, 9, 16)
    quilt(c, 540, 330, 290, 810, 9, 16)
  })
  const collar = (c: Ctx) => {
    c.beginPath()
    c.moveTo(424, 344)
    c.bezierCurveTo(430, 262, 470, 236, 540, 234)
    c.bezierCurveTo(610, 236, 650, 262, 656, 344)
    c.bezierCurveTo(620, 384, 580, 396, 540, 398)
    c.bezierCurveTo(500, 396, 460, 384, 424, 344)
  }
  paintPart(s, collar, mix(color, [255, 255, 255], 0.08), (c) => quilt(c, 400, 240, 280, 160, 2, 26), 14)
  const { ctx } = s
  ctx.fillStyle = rgb(mix(color, [60, 50, 44], 0.68))
  ctx.beginPath()
  ctx.moveTo(456, 292)
  ctx.bezierCurveTo(500, 258, 580, 258, 624, 292)
  ctx.bezierCurveTo(590, 326, 490, 326, 456, 292)
  ctx.fill()
  soft(s, 1.2, (c) => {
    c.strokeStyle = rgb(mix(color, [70, 58, 48], 0.5))
    c.lineWidth = 9
    c.beginPath()
    c.moveTo(540, 330)
    c.bezierCurveTo(543, 600, 538, 900, 540, 1122)
    c.stroke()
    c.strokeStyle = 'rgba(255,250,240,0.7)'
    c.lineWidth = 2.5
    c.setLineDash([5, 6])
    c.stroke()
  })
  ctx.fillStyle = 'rgb(206,190,160)'
  ctx.beginPath()
  ctx.roundRect(532, 396, 16, 54, 7)
  ctx.fill()
}
