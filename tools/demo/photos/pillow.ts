// A12: a bed in the morning; the latex core close up; two pillows and a folded case.
import { duvet, folds, grey, pillow, white } from './bedding'
import { relief } from './forms'
import {
  type Ctx,
  clamp,
  dropShadow,
  gradient,
  leafShadows,
  oval,
  type Rgb,
  rgb,
  type Scene,
  soft,
  wall,
  windowPanes,
} from './light'
import { fbm, noise } from './noise'
import { type Picture, portrait, square } from './picture'
import { boards, linen, surface } from './surfaces'

const latex: Rgb = [232, 221, 196]

const bed = (s: Scene) => {
  wall(s, [240, 234, 224], [206, 196, 184])
  windowPanes(s, 180, 40, 400, 0.7)
  leafShadows(s, 560, 30, 560, 0.16, 17)
  const headboard = (c: Ctx) => {
    c.beginPath()
    c.roundRect(-60, 470, 1200, 600, 60)
    c.fillStyle = 'rgb(206,188,166)'
    c.fill()
  }
  dropShadow(s, headboard, 26, 0.6)
  const lit = relief(s, {
    color: headboard,
    height: (c) => {
      for (let i = 0; i < 5; i++) {
        const g = c.createLinearGradient(-30 + i * 230, 0, 200 + i * 230, 0)
        for (let k = 0; k <= 8; k++) {
          const v = Math.round(255 * Math.sqrt(Math.max(0, 1 - (k / 4 - 1) ** 2)))
          g.addColorStop(k / 8, `rgb(${v},${v},${v})`)
        }
        c.fillStyle = g
        c.fillRect(-30 + i * 230, 440, 231, 700)
      }
    },
    depth: 0.9,
    blur: 8,
    puff: 26,
    gloss: 0.02,
    weave: (x, y) => noise(x / 2.4, y / 2.4, 8) * 0.5,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
  surface(s, linen([246, 243, 236], [214, 208, 200], 4, 4), { top: 930, horizon: 600 })
  soft(s, 24, (c) => {
    c.fillStyle = 'rgba(110,92,76,0.32)'
    c.fillRect(0, 915, s.w, 40)
  })
  pillow(s, 690, 850, 620, 360, [218, 212, 203], 4)
  pillow(s, 440, 930, 680, 390, white, 9)
  duvet(s, 1110, grey, 6)
  soft(
    s,
    24,
    (c) => {
      c.fillStyle = 'rgb(255,238,206)'
      c.beginPath()
      c.moveTo(-20, 1010)
      c.lineTo(560, 780)
      c.lineTo(900, 800)
      c.lineTo(180, 1290)
      c.fill()
    },
    0.34,
    'soft-light',
  )
}

const core = (s: Scene) => {
  surface(s, linen([226, 224, 218], [186, 182, 176], 7, 5))
  const shape = (c: Ctx) => {
    c.save()
    c.translate(560, 600)
    c.rotate(-0.12)
    c.beginPath()
    c.roundRect(-720, -380, 1180, 760, 120)
    c.restore()
    c.fillStyle = rgb(latex)
    c.fill()
  }
  dropShadow(s, shape, 70, 0.9)
  const holes = (draw: (x: number, y: number, r: number) => void) => {
    for (let row = -9; row <= 9; row++)
      for (let col = -16; col <= 10; col++) {
        const big = (row + col) % 2 === 0
        const [lx, ly] = [col * 42 + (row % 2) * 21, row * 37]
        if (Math.abs(ly) > 340 || lx > 415) continue
        const x = 560 + lx * 0.993 + ly * 0.12
        const y = 600 - lx * 0.12 + ly * 0.993
        draw(x, y, big ? 9 : 6)
      }
  }
  const lit = relief(s, {
    color: shape,
    height: (c) => {
      c.save()
      c.translate(560, 600)
      c.rotate(-0.12)
      const g = c.createLinearGradient(0, -380, 0, 380)
      for (const [at, v] of [
        [0, 60],
        [0.2, 235],
        [0.48, 120],
        [0.78, 255],
        [1, 50],
      ] as const)
        g.addColorStop(at, `rgb(${v},${v},${v})`)
      c.fillStyle = g
      c.fillRect(-900, -400, 1800, 800)
      c.restore()
    },
    depth: 3.4,
    blur: 30,
    puff: 66,
    gloss: 0.05,
    weave: (x, y) => noise(x / 3, y / 3, 5) * 0.35,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
  holes((x, y, r) => {
    const { ctx } = s
    ctx.fillStyle = 'rgba(255,252,240,0.75)'
    oval(ctx, x + 1.6, y + 1.6, r + 1.2, r + 1)
    ctx.fill()
    const g = ctx.createRadialGradient(x + r * 0.3, y + r * 0.4, 0, x, y, r)
    g.addColorStop(0, 'rgb(206,190,156)')
    g.addColorStop(1, 'rgb(158,140,108)')
    ctx.fillStyle = g
    oval(ctx, x, y, r, r)
    ctx.fill()
  })
  const cover = (c: Ctx) => {
    c.beginPath()
    c.moveTo(-40, 300)
    c.bezierCurveTo(120, 250, 230, 330, 250, 470)
    c.bezierCurveTo(276, 640, 210, 820, 300, 1000)
    c.bezierCurveTo(320, 1060, 300, 1100, 280, 1130)
    c.lineTo(-40, 1130)
    c.closePath()
    c.fillStyle = rgb(white)
    c.fill()
  }
  dropShadow(s, cover, 36)
  const cloth = relief(s, {
    color: cover,
    height: (c) => {
      c.fillStyle = 'rgb(120,120,120)'
      c.fillRect(0, 0, s.w, s.h)
      folds(
        c,
        [
          [250, 420, 60, 560, -60, 900],
          [250, 700, 120, 800, 40, 1130],
        ],
        46,
      )
    },
    depth: 2.4,
    blur: 15,
    puff: 24,
    gloss: 0,
    weave: (x, y) => noise(x / 2.4, y / 2.4, 3) * 0.5 + fbm(x / 60, y / 90, 8, 3) * 8,
  })
  s.ctx.drawImage(cloth.canvas, 0, 0)
  windowPanes(s, 340, -110, 480, 0.35, 0.4)
}

const pair = (s: Scene) => {
  wall(s, [234, 236, 234], [190, 192, 190])
  windowPanes(s, 160, -20, 400, 0.7)
  leafShadows(s, 600, 20, 480, 0.15, 27)
  surface(s, boards([212, 184, 150], [170, 138, 104], 150, 9), { top: 800, horizon: 560 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 800, w: s.w, h: 280 }, 0, [
    [0, 'rgba(255,240,214,0.3)'],
    [1, 'rgba(80,56,36,0.3)'],
  ])
  s.ctx.fillRect(0, 800, s.w, 280)
  soft(s, 26, (c) => {
    c.fillStyle = 'rgba(60,44,32,0.5)'
    oval(c, 560, 952, 400, 40)
    c.fill()
  })
  pillow(s, 500, 810, 700, 270, [222, 216, 208], 3)
  pillow(s, 470, 600, 660, 260, white, 5)
  for (const [y, tone] of [
    [880, [186, 198, 196]],
    [836, [214, 222, 220]],
  ] as const) {
    const shape = (c: Ctx) => {
      c.beginPath()
      c.roundRect(760, y, 270, 58, 26)
      c.fillStyle = rgb(tone as Rgb)
      c.fill()
    }
    dropShadow(s, shape, 14)
    const lit = relief(s, {
      color: shape,
      height: (c) => {
        c.fillStyle = '#fff'
        c.fillRect(770, y + 4, 260, 50)
      },
      depth: 0.3,
      blur: 9,
      puff: 18,
      weave: (x, yy) => clamp(noise(x / 2.5, yy / 2.5, 6)) * 0.5,
    })
    s.ctx.drawImage(lit.canvas, 0, 0)
  }
}

export const pillowPictures: Picture[] = [
  { name: 'a12-1', ...portrait, paint: bed },
  { name: 'a12-2', ...square, paint: core },
  { name: 'a12-3', ...square, paint: pair },
]
