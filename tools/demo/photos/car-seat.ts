// A03: a child seat in a car's back row; the seat in the shop; its five-point buckle close up. No child, no face.
import { cloth, type Part, part, parts, soft1, straps } from './car-seat-parts'
import {
  bokeh,
  type Ctx,
  gradient,
  groundShadow,
  leafShadows,
  mix,
  oval,
  type Rgb,
  type Scene,
  soft,
  wall,
  windowPanes,
} from './light'
import { type Picture, portrait, square } from './picture'
import { boards, linen, surface } from './surfaces'

const childSeat = (s: Scene, x: number, y: number, k: number) => {
  for (const p of parts) part(s, { x, y, k }, p)
}

const carSeat = (s: Scene, x: number, w: number, top: number) => {
  const leather: Rgb = [186, 168, 146]
  const panel = (shape: (c: Ctx) => void, color: Rgb, puff: number, lines?: (c: Ctx) => void) =>
    part(
      s,
      { x: 0, y: 0, k: 1 },
      { shape, color, puff, gloss: 0.06, weave: 0.5, shadow: 24, height: lines ?? (() => {}) },
    )
  panel(
    (c) => {
      c.beginPath()
      c.roundRect(x + w * 0.26, top - 150, w * 0.48, 170, 60)
    },
    leather,
    50,
  )
  panel(
    (c) => {
      c.beginPath()
      c.roundRect(x, top, w, 760, 90)
    },
    leather,
    80,
    (c) => {
      c.fillStyle = 'rgba(255,255,255,0.9)'
      for (let i = 0; i < 4; i++) {
        c.beginPath()
        c.roundRect(x + w * 0.2, top + 80 + i * 150, w * 0.6, 140, 40)
        c.fill()
      }
    },
  )
}

const interior = (s: Scene) => {
  s.ctx.fillStyle = 'rgb(206,200,190)'
  s.ctx.fillRect(0, 0, s.w, s.h)
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: 520 }, 90, [
    [0, 'rgb(196,216,228)'],
    [0.6, 'rgb(232,238,230)'],
    [1, 'rgb(238,232,210)'],
  ])
  s.ctx.fillRect(0, 0, s.w, 560)
  soft(s, 26, (c) => {
    for (let i = 0; i < 22; i++) {
      c.fillStyle = i % 2 ? 'rgba(126,156,110,0.6)' : 'rgba(168,188,142,0.6)'
      oval(c, (i * 173) % 1120, 330 + ((i * 61) % 170), 80 + ((i * 37) % 70), 50 + ((i * 29) % 60))
      c.fill()
    }
  })
  bokeh(
    s,
    [
      [220, 180, 60, [255, 250, 224], 0.5],
      [620, 140, 80, [255, 246, 214], 0.4],
      [840, 260, 50, [255, 250, 226], 0.4],
    ],
    14,
  )
  soft(s, 5, (c) => {
    c.fillStyle = 'rgb(212,204,192)'
    c.beginPath()
    c.moveTo(-20, -20)
    c.lineTo(1100, -20)
    c.lineTo(1100, 640)
    c.lineTo(1010, 560)
    c.bezierCurveTo(1000, 330, 960, 140, 880, 96)
    c.bezierCurveTo(640, 64, 380, 64, 200, 96)
    c.bezierCurveTo(110, 150, 80, 330, 70, 560)
    c.lineTo(-20, 640)
    c.fill()
  })
  soft(s, 12, (c) => {
    c.strokeStyle = 'rgba(120,108,96,0.5)'
    c.lineWidth = 16
    c.beginPath()
    c.moveTo(1010, 560)
    c.bezierCurveTo(1000, 330, 960, 140, 880, 96)
    c.bezierCurveTo(640, 64, 380, 64, 200, 96)
    c.bezierCurveTo(110, 150, 80, 330, 70, 560)
    c.stroke()
  })
  soft(s, 4, (c) => {
    c.fillStyle = gradient(c, { x: 0, y: 470, w: 1080, h: 130 }, 90, [
      [0, 'rgb(176,166,152)'],
      [1, 'rgb(120,110,98)'],
    ])
    c.fillRect(60, 500, 960, 200)
  })
  carSeat(s, -190, 500, 590)
  carSeat(s, 770, 500, 590)
  carSeat(s, 270, 540, 590)
  part(
    s,
    { x: 0, y: 0, k: 1 },
    {
      color: [180, 162, 140],
      puff: 70,
      weave: 0.5,
      shadow: 30,
      shape: (c) => {
        c.beginPath()
        c.roundRect(-80, 1190, 1240, 400, 90)
      },
    },
  )
  soft(s, 30, (c) => {
    c.fillStyle = 'rgba(40,30,24,0.5)'
    oval(c, 590, 1300, 330, 60)
    c.fill()
  })
  childSeat(s, 130, 330, 0.84)
  soft(
    s,
    34,
    (c) => {
      c.fillStyle = 'rgb(255,238,204)'
      c.beginPath()
      c.moveTo(-40, 520)
      c.lineTo(420, 420)
      c.lineTo(760, 1200)
      c.lineTo(240, 1440)
      c.fill()
    },
    0.42,
    'soft-light',
  )
}

const shop = (s: Scene) => {
  wall(s, [240, 236, 228], [204, 198, 188])
  windowPanes(s, 150, 20, 380, 0.6)
  leafShadows(s, 620, 40, 460, 0.15, 37)
  surface(s, boards([220, 194, 160], [180, 148, 112], 150, 5), { top: 830, horizon: 600 })
  soft(s, 10, (c) => {
    c.fillStyle = 'rgba(90,70,54,0.35)'
    c.fillRect(0, 822, s.w, 14)
  })
  groundShadow(s, 550, 985, 280, 40)
  childSeat(s, 120, 0, 0.84)
}

const buckle = (s: Scene) => {
  surface(s, linen([196, 190, 180], [160, 152, 142], 13, 4))
  const at = { x: -1130, y: -1560, k: 3.3 }
  const pads = (side: 0 | 1): Part => ({
    color: soft1,
    puff: 40,
    weave: 0.5,
    shape: (c) => {
      const x = (v: number) => (side ? 1000 - v : v)
      c.beginPath()
      c.moveTo(x(280), 400)
      c.bezierCurveTo(x(390), 480, x(400), 720, x(372), 860)
      c.lineTo(x(250), 860)
      c.closePath()
    },
  })
  part(s, at, {
    color: mix(cloth, [255, 250, 240], 0.1),
    puff: 20,
    weave: 0.5,
    shape: (c) => {
      c.beginPath()
      c.rect(300, 400, 400, 460)
    },
    height: (c) => {
      c.strokeStyle = '#fff'
      c.lineWidth = 3
      for (let i = 0; i < 16; i++) {
        c.beginPath()
        c.moveTo(330, 440 + i * 26)
        c.quadraticCurveTo(500, 456 + i * 26, 670, 440 + i * 26)
        c.stroke()
      }
    },
  })
  part(s, at, pads(0))
  part(s, at, pads(1))
  part(s, at, { ...straps, puff: 5, weave: 0.5, shadow: 26 })
  for (const p of parts.slice(-5)) part(s, at, { ...p, puff: p.puff * 0.6, shadow: 30, weave: p.gloss ? 0.05 : 1.4 })
  windowPanes(s, 220, -100, 500, 0.4, 0.42)
}

export const carSeatPictures: Picture[] = [
  { name: 'a03-1', ...portrait, paint: interior },
  { name: 'a03-2', ...square, paint: shop },
  { name: 'a03-3', ...square, paint: buckle },
]
