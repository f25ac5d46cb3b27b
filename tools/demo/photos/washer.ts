// A05: a laundry corner; the drum door close up; folded towels and a basket.
import { relief } from './forms'
import { basket, heap, plant, towel } from './laundry'
import {
  type Ctx,
  dropShadow,
  gradient,
  leafShadows,
  mix,
  oval,
  type Rgb,
  rgb,
  type Scene,
  soft,
  wall,
  windowPanes,
} from './light'
import { fbm, random } from './noise'
import { type Picture, portrait, square } from './picture'
import { boards, surface, wood } from './surfaces'

const disc = (c: Ctx, cx: number, cy: number, r: number, from: Rgb, to: Rgb, angle = 45) => {
  c.fillStyle = gradient(c, { x: cx - r, y: cy - r, w: 2 * r, h: 2 * r }, angle, [
    [0, rgb(from)],
    [1, rgb(to)],
  ])
  oval(c, cx, cy, r, r)
  c.fill()
}

/** The porthole: chrome ring, gasket, dark glass with cloth behind it and the window mirrored. */
const door = (s: Scene, cx: number, cy: number, r: number) => {
  soft(s, r * 0.1, (c) => {
    c.fillStyle = 'rgba(70,72,80,0.42)'
    oval(c, cx + r * 0.06, cy + r * 0.08, r * 1.02, r * 1.02)
    c.fill()
  })
  const { ctx } = s
  disc(ctx, cx, cy, r, [255, 255, 255], [150, 156, 164])
  disc(ctx, cx, cy, r * 0.965, [196, 200, 206], [236, 238, 240])
  disc(ctx, cx, cy, r * 0.9, [120, 124, 130], [214, 216, 220])
  disc(ctx, cx, cy, r * 0.865, [226, 229, 232], [142, 148, 156])
  disc(ctx, cx, cy, r * 0.76, [38, 42, 48], [86, 92, 100])
  ctx.save()
  oval(ctx, cx, cy, r * 0.73, r * 0.73)
  ctx.clip()
  const deep = ctx.createRadialGradient(cx, cy + r * 0.1, r * 0.1, cx, cy, r * 0.76)
  deep.addColorStop(0, 'rgb(92,106,120)')
  deep.addColorStop(0.7, 'rgb(52,62,74)')
  deep.addColorStop(1, 'rgb(26,30,38)')
  ctx.fillStyle = deep
  ctx.fillRect(cx - r, cy - r, r * 2, r * 2)
  const rnd = random(6)
  for (let i = 0; i < 46; i++) {
    const a = rnd() * Math.PI * 2
    const k = 0.2 + rnd() * 0.5
    ctx.fillStyle = 'rgba(16,20,26,0.4)'
    oval(ctx, cx + Math.cos(a) * r * k, cy - r * 0.06 + Math.sin(a) * r * k, r * 0.014, r * 0.014)
    ctx.fill()
  }
  ctx.restore()
  const cloths: [number, number, number, number, Rgb][] = [
    [-0.3, 0.42, 0.42, 0.24, [196, 206, 214]],
    [0.28, 0.44, 0.42, 0.22, [214, 196, 178]],
    [0.02, 0.56, 0.48, 0.2, [232, 232, 230]],
  ]
  for (const [dx, dy, w, h, tone] of cloths) {
    const lit = relief(s, {
      color: (c) => {
        c.save()
        oval(c, cx, cy, r * 0.72, r * 0.72)
        c.clip()
        c.fillStyle = rgb(mix(tone, [60, 70, 82], 0.24))
        c.beginPath()
        c.ellipse(cx + dx * r, cy + dy * r, w * r, h * r, dx * 0.5, 0, 7)
        c.fill()
        c.restore()
      },
      height: () => {},
      puff: r * 0.12,
      weave: (x, y) => fbm(x / (r * 0.13), y / (r * 0.2), 3, 3) * r * 0.09,
    })
    ctx.drawImage(lit.canvas, 0, 0)
  }
  soft(s, r * 0.014, (c) => {
    c.beginPath()
    c.ellipse(cx, cy, r * 0.7, r * 0.7, 0, 0, 7)
    c.clip()
    c.fillStyle = 'rgba(240,248,255,0.34)'
    for (const [x, y] of [
      [-0.56, -0.5],
      [-0.22, -0.56],
      [-0.6, -0.12],
      [-0.26, -0.18],
    ] as const) {
      c.beginPath()
      c.moveTo(cx + x * r, cy + y * r)
      c.quadraticCurveTo(cx + (x + 0.15) * r, cy + (y - 0.05) * r, cx + (x + 0.3) * r, cy + (y - 0.04) * r)
      c.lineTo(cx + (x + 0.28) * r, cy + (y + 0.28) * r)
      c.quadraticCurveTo(cx + (x + 0.13) * r, cy + (y + 0.28) * r, cx + (x - 0.02) * r, cy + (y + 0.32) * r)
      c.fill()
    }
    c.strokeStyle = 'rgba(255,255,255,0.4)'
    c.lineWidth = r * 0.03
    c.beginPath()
    c.arc(cx, cy, r * 0.66, 0.2, 1.2)
    c.stroke()
  })
  const handle = (c: Ctx) => {
    c.beginPath()
    c.roundRect(cx + r * 0.78, cy - r * 0.17, r * 0.15, r * 0.34, r * 0.06)
    c.fillStyle = gradient(c, { x: cx + r * 0.78, y: cy, w: r * 0.15, h: 1 }, 0, [
      [0, 'rgb(250,250,250)'],
      [1, 'rgb(160,166,174)'],
    ])
    c.fill()
  }
  dropShadow(s, handle, r * 0.04)
  handle(ctx)
}

const knob = (s: Scene, cx: number, cy: number, r: number) => {
  dropShadow(
    s,
    (c) => {
      oval(c, cx, cy, r, r)
      c.fill()
    },
    r * 0.3,
  )
  disc(s.ctx, cx, cy, r, [255, 255, 255], [150, 156, 164])
  disc(s.ctx, cx, cy, r * 0.82, [206, 210, 214], [246, 247, 248])
  s.ctx.fillStyle = 'rgb(60,170,150)'
  s.ctx.beginPath()
  s.ctx.roundRect(cx - r * 0.04, cy - r * 0.76, r * 0.08, r * 0.3, r * 0.04)
  s.ctx.fill()
}

const machine = (s: Scene, x: number, y: number, w: number, h: number) => {
  soft(s, 30, (c) => {
    c.fillStyle = 'rgba(50,44,40,0.5)'
    c.fillRect(x + 20, y + h - 20, w + 70, 46)
  })
  soft(s, 46, (c) => {
    c.fillStyle = 'rgba(70,60,54,0.34)'
    c.fillRect(x + 60, y + 30, w + 30, h - 20)
  })
  const { ctx } = s
  ctx.fillStyle = gradient(ctx, { x, y, w, h }, 18, [
    [0, 'rgb(255,255,254)'],
    [0.6, 'rgb(242,243,243)'],
    [1, 'rgb(206,209,212)'],
  ])
  ctx.beginPath()
  ctx.roundRect(x, y, w, h, 26)
  ctx.fill()
  ctx.fillStyle = gradient(ctx, { x, y, w, h: h * 0.15 }, 90, [
    [0, 'rgb(255,255,255)'],
    [1, 'rgb(228,231,233)'],
  ])
  ctx.beginPath()
  ctx.roundRect(x, y, w, h * 0.15, [26, 26, 0, 0])
  ctx.fill()
  ctx.fillStyle = 'rgba(130,136,142,0.5)'
  ctx.fillRect(x, y + h * 0.15, w, 3)
  ctx.fillRect(x + w * 0.32, y + 8, 2.5, h * 0.15 - 8)
  ctx.fillStyle = 'rgb(40,48,54)'
  ctx.beginPath()
  ctx.roundRect(x + w * 0.62, y + h * 0.04, w * 0.3, h * 0.07, 12)
  ctx.fill()
  for (let i = 0; i < 4; i++) {
    ctx.fillStyle = i ? 'rgba(150,230,214,0.55)' : 'rgba(190,255,240,0.95)'
    oval(ctx, x + w * (0.67 + i * 0.065), y + h * 0.075, 7, 7)
    ctx.fill()
  }
  knob(s, x + w * 0.47, y + h * 0.075, h * 0.046)
  door(s, x + w * 0.5, y + h * 0.55, w * 0.34)
  ctx.fillStyle = 'rgba(120,126,132,0.4)'
  ctx.fillRect(x + 16, y + h * 0.92, w - 32, 3)
}

const room = (s: Scene, floorTop: number) => {
  wall(s, [244, 244, 238], [206, 210, 204], floorTop)
  windowPanes(s, 130, 60, 400, 0.65)
  surface(s, boards([226, 208, 182], [190, 164, 132], 170, 4), { top: floorTop, horizon: floorTop - 240 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: floorTop, w: s.w, h: s.h - floorTop }, 0, [
    [0, 'rgba(255,244,222,0.4)'],
    [1, 'rgba(88,66,46,0.25)'],
  ])
  s.ctx.fillRect(0, floorTop, s.w, s.h - floorTop)
  s.ctx.fillStyle = 'rgb(248,247,243)'
  s.ctx.fillRect(0, floorTop - 46, s.w, 46)
  soft(s, 5, (c) => {
    c.fillStyle = 'rgba(90,76,64,0.4)'
    c.fillRect(0, floorTop - 4, s.w, 10)
    c.fillRect(0, floorTop - 50, s.w, 4)
  })
}

const corner = (s: Scene) => {
  room(s, 1180)
  leafShadows(s, 560, 60, 500, 0.16, 52)
  machine(s, 170, 560, 600, 740)
  towel(s, 230, 500, 270, 64, [232, 226, 214], 3)
  towel(s, 238, 442, 256, 62, [166, 194, 192], 5)
  towel(s, 246, 388, 244, 58, [240, 236, 228], 7)
  plant(s, 650, 566, 1)
  heap(s, 910, 1060, 140, [
    [236, 232, 224],
    [196, 210, 216],
    [222, 200, 180],
  ])
  basket(s, 910, 1070, 138, 250)
  heap(s, 910, 1058, 128, [
    [236, 232, 224],
    [196, 210, 216],
    [222, 200, 180],
  ])
}

const closeUp = (s: Scene) => {
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: s.h }, 24, [
    [0, 'rgb(255,255,253)'],
    [0.5, 'rgb(240,241,241)'],
    [1, 'rgb(198,202,206)'],
  ])
  s.ctx.fillRect(0, 0, s.w, s.h)
  s.ctx.fillStyle = 'rgba(130,136,142,0.5)'
  s.ctx.fillRect(0, 128, s.w, 4)
  s.ctx.fillStyle = 'rgb(40,48,54)'
  s.ctx.beginPath()
  s.ctx.roundRect(640, 26, 330, 72, 18)
  s.ctx.fill()
  for (let i = 0; i < 4; i++) {
    s.ctx.fillStyle = i ? 'rgba(150,230,214,0.5)' : 'rgba(190,255,240,0.95)'
    oval(s.ctx, 700 + i * 68, 62, 9, 9)
    s.ctx.fill()
  }
  knob(s, 470, 62, 50)
  door(s, 530, 620, 410)
  windowPanes(s, 120, 160, 480, 0.3, 0.42)
}

const linens = (s: Scene) => {
  wall(s, [240, 238, 230], [204, 202, 192])
  windowPanes(s, 130, -10, 380, 0.7)
  leafShadows(s, 600, 20, 480, 0.16, 61)
  surface(s, wood([228, 200, 162], [184, 146, 104], 33), { top: 760, horizon: 500 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 760, w: s.w, h: 320 }, 8, [
    [0, 'rgba(255,244,222,0.45)'],
    [1, 'rgba(96,66,40,0.3)'],
  ])
  s.ctx.fillRect(0, 760, s.w, 320)
  soft(s, 10, (c) => {
    c.fillStyle = 'rgba(255,246,228,0.8)'
    c.fillRect(0, 755, s.w, 8)
  })
  heap(s, 760, 470, 220, [
    [240, 236, 228],
    [186, 206, 206],
    [226, 208, 188],
  ])
  basket(s, 760, 490, 218, 380)
  heap(s, 760, 476, 205, [
    [240, 236, 228],
    [186, 206, 206],
    [226, 208, 188],
  ])
  soft(s, 22, (c) => {
    c.fillStyle = 'rgba(60,44,30,0.5)'
    oval(c, 330, 958, 250, 30)
    c.fill()
  })
  const tones: Rgb[] = [
    [206, 190, 168],
    [240, 236, 228],
    [166, 194, 192],
    [232, 224, 210],
  ]
  tones.forEach((tone, i) => {
    towel(s, 100 + i * 7, 866 - i * 92, 440 - i * 12, 94, tone, 3 + i)
  })
}

export const washerPictures: Picture[] = [
  { name: 'a05-1', ...portrait, paint: corner, finish: { warmth: 0.7 } },
  { name: 'a05-2', ...square, paint: closeUp, finish: { warmth: 0.4 } },
  { name: 'a05-3', ...square, paint: linens },
]
