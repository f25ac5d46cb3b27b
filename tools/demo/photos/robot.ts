// A11: a robot vacuum on a sunny floor; at its base by the wall; from above where wood meets rug.
import { turned } from './forms'
import {
  type Ctx,
  dropShadow,
  gradient,
  groundShadow,
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
import { type Picture, portrait, square } from './picture'
import { sprig } from './props'
import { floor, robot, sunOnFloor } from './robot-body'
import { boards, linen, surface } from './surfaces'

const hero = (s: Scene) => {
  wall(s, [242, 236, 224], [206, 196, 182])
  floor(s, 620, 12)
  s.ctx.fillStyle = 'rgb(248,245,238)'
  s.ctx.fillRect(0, 570, s.w, 52)
  soft(s, 6, (c) => {
    c.fillStyle = 'rgba(84,62,44,0.45)'
    c.fillRect(0, 616, s.w, 12)
  })
  soft(s, 9, (c) => {
    c.fillStyle = gradient(c, { x: 560, y: 150, w: 640, h: 420 }, 20, [
      [0, 'rgb(178,186,180)'],
      [1, 'rgb(126,136,132)'],
    ])
    c.beginPath()
    c.roundRect(540, 120, 700, 330, 70)
    c.fill()
    c.beginPath()
    c.roundRect(480, 340, 700, 230, 60)
    c.fillStyle = 'rgb(160,170,164)'
    c.fill()
    c.fillStyle = 'rgba(60,50,40,0.6)'
    c.fillRect(500, 570, 640, 56)
    c.fillStyle = 'rgb(138,98,62)'
    c.fillRect(540, 566, 34, 100)
    c.fillRect(980, 566, 34, 100)
    c.fillStyle = 'rgb(226,206,176)'
    c.beginPath()
    c.roundRect(620, 210, 190, 170, 40)
    c.fill()
  })
  windowPanes(s, 130, 60, 300, 0.5)
  sprig(s, 40, 560, 330, -1.2, 7, 4)
  sprig(s, 60, 560, 300, -1.8, 7, 6)
  sunOnFloor(s, 680, 760)
  robot(s, 500, 1130, 316)
  const ball = (x: number, y: number, r: number) => {
    soft(s, 7, (c) => {
      c.fillStyle = 'rgba(50,34,20,0.5)'
      oval(c, x + r * 0.3, y + r * 0.8, r, r * 0.35)
      c.fill()
    })
    const g = s.ctx.createRadialGradient(x - r * 0.4, y - r * 0.4, 0, x, y, r)
    g.addColorStop(0, 'rgb(255,206,176)')
    g.addColorStop(1, 'rgb(206,104,72)')
    s.ctx.fillStyle = g
    oval(s.ctx, x, y, r, r)
    s.ctx.fill()
  }
  ball(900, 820, 34)
}

const base = (s: Scene) => {
  wall(s, [240, 240, 234], [204, 206, 200])
  windowPanes(s, 120, 0, 360, 0.65)
  leafShadows(s, 420, 0, 440, 0.15, 71)
  floor(s, 700, 15)
  s.ctx.fillStyle = 'rgb(250,249,245)'
  s.ctx.fillRect(0, 650, s.w, 52)
  soft(s, 5, (c) => {
    c.fillStyle = 'rgba(84,62,44,0.45)'
    c.fillRect(0, 696, s.w, 10)
    c.fillRect(0, 646, s.w, 4)
  })
  for (const [a, l, seed] of [
    [-2.1, 330, 3],
    [-1.8, 420, 5],
    [-1.5, 460, 6],
    [-1.2, 400, 7],
    [-0.9, 320, 9],
  ] as const)
    sprig(s, 890, 640, l, a, 2, seed)
  groundShadow(s, 890, 800, 100, 24)
  turned(s.ctx, {
    cx: 890,
    top: 610,
    profile: [
      [0, 116],
      [8, 120],
      [180, 92],
      [190, 84],
    ],
    tilt: 0.2,
    paint: (v) => ({ color: mix([214, 200, 182], [190, 172, 152], v), gloss: 0.12 }),
  })
  s.ctx.fillStyle = 'rgb(92,72,54)'
  oval(s.ctx, 890, 612, 106, 20)
  s.ctx.fill()
  soft(s, 40, (c) => {
    c.fillStyle = 'rgba(60,48,38,0.42)'
    c.beginPath()
    c.roundRect(330, 300, 420, 520, 40)
    c.fill()
  })
  const { ctx } = s
  ctx.fillStyle = gradient(ctx, { x: 280, y: 240, w: 400, h: 560 }, 10, [
    [0, 'rgb(255,255,254)'],
    [0.55, 'rgb(238,240,240)'],
    [1, 'rgb(190,195,198)'],
  ])
  ctx.beginPath()
  ctx.roundRect(280, 240, 400, 570, [56, 56, 20, 20])
  ctx.fill()
  ctx.fillStyle = gradient(ctx, { x: 280, y: 540, w: 400, h: 250 }, 90, [
    [0, 'rgb(26,30,34)'],
    [1, 'rgb(84,90,94)'],
  ])
  ctx.beginPath()
  ctx.roundRect(314, 560, 332, 250, [70, 70, 0, 0])
  ctx.fill()
  ctx.fillStyle = 'rgba(150,156,160,0.6)'
  ctx.fillRect(280, 380, 400, 3)
  ctx.fillStyle = 'rgba(70,196,170,0.95)'
  ctx.beginPath()
  ctx.roundRect(440, 470, 80, 8, 4)
  ctx.fill()
  soft(s, 6, (c) => {
    c.fillStyle = 'rgba(255,255,255,0.9)'
    c.beginPath()
    c.roundRect(300, 262, 14, 500, 7)
    c.fill()
  })
  ctx.fillStyle = gradient(ctx, { x: 250, y: 790, w: 460, h: 60 }, 90, [
    [0, 'rgb(206,210,212)'],
    [1, 'rgb(150,156,160)'],
  ])
  ctx.beginPath()
  ctx.moveTo(300, 790)
  ctx.lineTo(660, 790)
  ctx.lineTo(720, 852)
  ctx.lineTo(240, 852)
  ctx.fill()
  robot(s, 480, 900, 236, 0.34)
  sunOnFloor(s, 730, 420)
}

const seam = (s: Scene) => {
  surface(s, boards([218, 186, 146], [176, 138, 98], 180, 19))
  const rug = (c: Ctx) => {
    c.save()
    c.translate(1080, 1080)
    c.rotate(-0.5)
    c.beginPath()
    c.roundRect(-900, -330, 1900, 1300, 26)
    c.restore()
  }
  dropShadow(
    s,
    (c) => {
      rug(c)
      c.fill()
    },
    16,
  )
  s.ctx.save()
  rug(s.ctx)
  s.ctx.clip()
  surface(s, linen([226, 220, 208], [176, 170, 158], 25, 11))
  s.ctx.lineWidth = 40
  s.ctx.strokeStyle = 'rgba(120,140,136,0.6)'
  rug(s.ctx)
  s.ctx.stroke()
  s.ctx.restore()
  const [cx, cy, r] = [500, 500, 330]
  dropShadow(
    s,
    (c) => {
      oval(c, cx, cy, r, r)
      c.fill()
    },
    60,
  )
  const ring = (radius: number, a: Rgb, b: Rgb) => {
    s.ctx.fillStyle = gradient(s.ctx, { x: cx - radius, y: cy - radius, w: radius * 2, h: radius * 2 }, 45, [
      [0, rgb(a)],
      [1, rgb(b)],
    ])
    oval(s.ctx, cx, cy, radius, radius)
    s.ctx.fill()
  }
  ring(r, [255, 255, 255], [138, 144, 148])
  ring(r * 0.97, [226, 229, 230], [206, 210, 212])
  ring(r * 0.93, [254, 254, 253], [214, 218, 220])
  s.ctx.strokeStyle = 'rgba(130,136,140,0.5)'
  s.ctx.lineWidth = 3
  s.ctx.beginPath()
  s.ctx.arc(cx, cy, r * 0.93, 0, 7)
  s.ctx.moveTo(cx - r * 0.92, cy + r * 0.1)
  s.ctx.bezierCurveTo(cx - r * 0.4, cy + r * 0.42, cx + r * 0.4, cy + r * 0.42, cx + r * 0.92, cy + r * 0.1)
  s.ctx.stroke()
  dropShadow(
    s,
    (c) => {
      oval(c, cx, cy - r * 0.16, r * 0.29, r * 0.29)
      c.fill()
    },
    24,
  )
  const turret = (radius: number, a: Rgb, b: Rgb) => {
    s.ctx.fillStyle = gradient(s.ctx, { x: cx - radius, y: cy - r * 0.16 - radius, w: radius * 2, h: radius * 2 }, 45, [
      [0, rgb(a)],
      [1, rgb(b)],
    ])
    oval(s.ctx, cx, cy - r * 0.16, radius, radius)
    s.ctx.fill()
  }
  turret(r * 0.29, [96, 102, 108], [46, 50, 56])
  turret(r * 0.265, [255, 255, 255], [206, 210, 212])
  turret(r * 0.2, [232, 234, 235], [248, 249, 249])
  for (const dx of [-0.16, 0.16]) {
    s.ctx.fillStyle = 'rgb(206,211,213)'
    oval(s.ctx, cx + dx * r, cy + r * 0.62, r * 0.075, r * 0.075)
    s.ctx.fill()
    s.ctx.fillStyle = 'rgb(70,196,170)'
    oval(s.ctx, cx + dx * r, cy + r * 0.62, r * 0.02, r * 0.02)
    s.ctx.fill()
  }
  windowPanes(s, 160, -110, 500, 0.5, 0.42)
}

export const robotPictures: Picture[] = [
  { name: 'a11-1', ...portrait, paint: hero },
  { name: 'a11-2', ...square, paint: base, finish: { warmth: 0.8 } },
  { name: 'a11-3', ...square, paint: seam },
]
