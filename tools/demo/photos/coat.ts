// A02: a quilted down coat on a wooden hanger; three folded colours on a stool; cuff and quilting close up.
import { coat, cream, haze, paintPart, quilt } from './coat-shape'
import { relief } from './forms'
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
  scene,
  soft,
  wall,
  windowPanes,
} from './light'
import { fbm, noise, random } from './noise'
import { type Picture, portrait, square } from './picture'
import { boards, surface, wood } from './surfaces'

const jet: Rgb = [58, 58, 64]

const hanger = (s: Scene) => {
  const hook = (c: Ctx) => {
    c.strokeStyle = 'rgb(150,146,140)'
    c.lineWidth = 9
    c.lineCap = 'round'
    c.beginPath()
    c.moveTo(540, 286)
    c.lineTo(540, 196)
    c.bezierCurveTo(540, 166, 582, 168, 582, 134)
    c.bezierCurveTo(582, 100, 520, 100, 516, 134)
    c.stroke()
  }
  dropShadow(s, hook, 20, 0.7)
  hook(s.ctx)
  const bar = (c: Ctx) => {
    c.fillStyle = gradient(c, { x: 0, y: 112, w: 1080, h: 30 }, 90, [
      [0, 'rgb(226,188,142)'],
      [0.5, 'rgb(186,142,98)'],
      [1, 'rgb(118,84,54)'],
    ])
    c.fillRect(-20, 106, 1120, 30)
  }
  dropShadow(s, bar, 24, 0.8)
  bar(s.ctx)
  hook(s.ctx)
}

const hero = (s: Scene) => {
  wall(s, [242, 236, 226], [204, 194, 182])
  windowPanes(s, 160, 210, 420, 0.6)
  leafShadows(s, 620, 520, 560, 0.15, 31)
  surface(s, boards([204, 170, 132], [158, 120, 86], 150, 3), { top: 1270, horizon: 1100 })
  s.ctx.fillStyle = 'rgb(244,240,232)'
  s.ctx.fillRect(0, 1218, s.w, 54)
  soft(s, 6, (c) => {
    c.fillStyle = 'rgba(80,60,46,0.4)'
    c.fillRect(0, 1268, s.w, 14)
    c.fillRect(0, 1214, s.w, 5)
  })
  hanger(s)
  coat(s, cream)
}

const folded = (s: Scene, cx: number, top: number, w: number, h: number, color: Rgb, seed: number) => {
  const rnd = random(seed)
  const wob = () => (rnd() - 0.5) * 16
  const shape = (c: Ctx) => {
    c.beginPath()
    c.moveTo(cx - w / 2, top + h * 0.2)
    c.bezierCurveTo(cx - w / 2 - 20, top - 6, cx - w * 0.2, top + 4, cx, top)
    c.bezierCurveTo(cx + w * 0.2, top - 4, cx + w / 2 + 20, top - 8, cx + w / 2, top + h * 0.24)
    c.bezierCurveTo(cx + w / 2 + 34, top + h * 0.5, cx + w / 2 + 30, top + h * 0.96, cx + w / 2 - 12, top + h)
    c.lineTo(cx - w / 2 + 12, top + h)
    c.bezierCurveTo(cx - w / 2 - 34, top + h * 0.96, cx - w / 2 - 30, top + h * 0.5, cx - w / 2, top + h * 0.2)
  }
  const jitter = Array.from({ length: 9 }, wob)
  paintPart(
    s,
    shape,
    color,
    (c) => {
      const step = w / 7
      for (let i = -1; i < 8; i++) {
        const x = cx - w / 2 + i * step + (jitter[i + 1] ?? 0)
        const g = c.createLinearGradient(x, 0, x + step, 0)
        for (let k = 0; k <= 8; k++) {
          const v = Math.round(235 * Math.sqrt(Math.max(0, 1 - (k / 4 - 1) ** 2)))
          g.addColorStop(k / 8, `rgb(${v},${v},${v})`)
        }
        c.fillStyle = g
        c.fillRect(x, top - 20, step + 16, h + 40)
      }
      const roll = c.createLinearGradient(0, top, 0, top + h)
      for (const [at, a] of [
        [0, 0.7],
        [0.22, 0],
        [0.44, 0.3],
        [0.5, 1],
        [0.56, 0.3],
        [0.76, 0],
        [1, 0.8],
      ] as const)
        roll.addColorStop(at, `rgba(0,0,0,${a})`)
      c.fillStyle = roll
      c.fillRect(cx - w, top - 20, w * 2, h + 40)
      c.fillStyle = 'rgba(0,0,0,0.9)'
      c.fillRect(cx - w, top + h * 0.5 - 4, w * 2, 8)
    },
    16,
  )
}

const stack = (s: Scene) => {
  wall(s, [236, 232, 226], [198, 192, 186])
  windowPanes(s, 120, 40, 400, 0.7)
  leafShadows(s, 520, 20, 520, 0.16, 14)
  surface(s, boards([206, 174, 136], [160, 124, 90], 140, 6), { top: 900, horizon: 720 })
  soft(s, 8, (c) => {
    c.fillStyle = 'rgba(80,60,46,0.35)'
    c.fillRect(0, 894, s.w, 14)
  })
  soft(s, 24, (c) => {
    c.fillStyle = 'rgba(60,42,30,0.5)'
    oval(c, 620, 1010, 400, 44)
    c.fill()
  })
  for (const x of [250, 780]) {
    s.ctx.fillStyle = gradient(s.ctx, { x, y: 0, w: 46, h: 1 }, 0, [
      [0, 'rgb(206,164,116)'],
      [0.4, 'rgb(190,146,100)'],
      [1, 'rgb(118,84,56)'],
    ])
    s.ctx.fillRect(x, 830, 46, 190)
  }
  const seat = scene(s.w, s.h)
  surface(seat, wood([218, 176, 128], [170, 124, 82], 7))
  seat.ctx.globalCompositeOperation = 'destination-in'
  seat.ctx.beginPath()
  seat.ctx.roundRect(190, 800, 700, 52, 14)
  seat.ctx.fill()
  dropShadow(s, (c) => c.drawImage(seat.canvas, 0, 0), 18)
  s.ctx.drawImage(seat.canvas, 0, 0)
  soft(s, 4, (c) => {
    c.fillStyle = 'rgba(255,238,210,0.6)'
    c.fillRect(200, 801, 680, 7)
    c.fillStyle = 'rgba(60,36,18,0.4)'
    c.fillRect(195, 838, 690, 16)
  })
  folded(s, 540, 616, 600, 188, jet, 2)
  folded(s, 530, 444, 580, 184, haze, 4)
  folded(s, 546, 272, 570, 184, cream, 6)
}

const cuff = (s: Scene) => {
  s.ctx.fillStyle = rgb(mix(haze, [40, 48, 60], 0.4))
  s.ctx.fillRect(0, 0, s.w, s.h)
  const lit = relief(s, {
    color: (c) => {
      c.fillStyle = rgb(haze)
      c.fillRect(0, 0, s.w, s.h)
    },
    height: (c) => {
      c.save()
      c.translate(540, 540)
      c.rotate(-0.28)
      quilt(c, -900, -900, 1800, 1800, 8, 40)
      c.restore()
    },
    depth: 1.5,
    blur: 12,
    gloss: 0.12,
    weave: (x, y) =>
      fbm(x / 90 + y / 200, y / 60, 3, 2) * 16 + noise(x / 30, y / 12, 7) * 1.2 + noise(x / 2.4, y / 2.4, 4) * 0.2,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
  const arm = (c: Ctx) => {
    c.beginPath()
    c.moveTo(1150, 330)
    c.bezierCurveTo(920, 330, 760, 420, 560, 500)
    c.bezierCurveTo(500, 530, 560, 810, 640, 810)
    c.bezierCurveTo(820, 790, 960, 760, 1150, 790)
    c.closePath()
  }
  paintPart(
    s,
    arm,
    mix(haze, [255, 255, 255], 0.12),
    (c) => {
      c.save()
      c.translate(860, 580)
      c.rotate(1.42)
      quilt(c, -320, -420, 640, 760, 4, 20)
      c.restore()
    },
    60,
  )
  const rib = (c: Ctx) => {
    c.beginPath()
    c.moveTo(570, 512)
    c.bezierCurveTo(530, 530, 480, 540, 452, 560)
    c.bezierCurveTo(420, 620, 480, 770, 530, 800)
    c.bezierCurveTo(570, 800, 600, 804, 636, 796)
    c.bezierCurveTo(580, 720, 560, 600, 570, 512)
    c.fillStyle = rgb(mix(haze, [46, 56, 74], 0.4))
    c.fill()
  }
  dropShadow(s, rib, 30)
  const ribs = relief(s, {
    color: rib,
    height: (c) => {
      c.strokeStyle = '#fff'
      c.lineWidth = 8
      for (let i = 0; i < 24; i++) {
        c.beginPath()
        c.moveTo(420, 520 + i * 15)
        c.lineTo(660, 470 + i * 16)
        c.stroke()
      }
    },
    depth: 0.35,
    blur: 2,
    puff: 30,
    gloss: 0.03,
  })
  s.ctx.drawImage(ribs.canvas, 0, 0)
  windowPanes(s, 220, -100, 470, 0.4, 0.4)
}

export const coatPictures: Picture[] = [
  { name: 'a02-1', ...portrait, paint: hero },
  { name: 'a02-2', ...square, paint: stack },
  { name: 'a02-3', ...square, paint: cuff, finish: { warmth: 0.5 } },
]
