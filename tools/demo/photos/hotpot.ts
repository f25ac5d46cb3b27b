// A10: a two-flavour hotpot from above; plates of meat, greens, mushrooms and tofu; plum drink and a dip.
import { ball } from './forms'
import { beefRolls, blob, broth, chilli, dip, greens, lotus, mushrooms, tofu } from './hotpot-food'
import {
  bokeh,
  type Ctx,
  gradient,
  groundShadow,
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
import { random } from './noise'
import { type Picture, portrait, square } from './picture'
import { caustic, glass, plateAbove } from './props'
import { surface, wood } from './surfaces'

const fatEyes = (s: Scene, at: (i: number) => readonly [number, number], count: number, tone: Rgb, seed: number) => {
  const rnd = random(seed)
  for (let i = 0; i < count; i++) {
    const [x, y] = at(i)
    const r = 4 + rnd() ** 2 * 22
    const g = s.ctx.createRadialGradient(x - r * 0.3, y - r * 0.3, 0, x, y, r)
    g.addColorStop(0, rgb(mix(tone, [255, 240, 200], 0.35), 0.5))
    g.addColorStop(0.8, rgb(tone, 0.35))
    g.addColorStop(0.93, rgb(mix(tone, [255, 232, 190], 0.7), 0.75))
    g.addColorStop(1, rgb(tone, 0))
    s.ctx.fillStyle = g
    oval(s.ctx, x, y, r, r)
    s.ctx.fill()
    s.ctx.fillStyle = 'rgba(255,252,240,0.85)'
    oval(s.ctx, x - r * 0.4, y - r * 0.42, r * 0.15, r * 0.1)
    s.ctx.fill()
  }
}

const pot = (s: Scene, cx: number, cy: number, r: number) => {
  plateAbove(s, { cx, cy, r, rim: 0.07, tone: [186, 190, 194] })
  const inner = r * 0.9
  const red = (c: Ctx) => {
    c.beginPath()
    c.arc(cx, cy, inner, Math.PI * 0.6, Math.PI * 1.6)
    c.bezierCurveTo(
      cx + inner * 0.5,
      cy - inner * 0.4,
      cx - inner * 0.5,
      cy + inner * 0.4,
      cx + Math.cos(Math.PI * 0.6) * inner,
      cy + Math.sin(Math.PI * 0.6) * inner,
    )
  }
  broth(
    s,
    (c) => oval(c, cx, cy, inner, inner),
    [
      [228, 206, 160],
      [240, 224, 186],
      [250, 240, 214],
    ],
    14,
  )
  broth(
    s,
    red,
    [
      [132, 22, 10],
      [188, 48, 18],
      [222, 92, 34],
    ],
    6,
  )
  const rnd = random(12)
  const inRed = (): readonly [number, number] => {
    const a = Math.PI * (0.72 + rnd() * 0.76)
    const k = inner * (0.3 + rnd() * 0.6)
    return [cx + Math.cos(a) * k - inner * 0.04, cy + Math.sin(a) * k]
  }
  const inWhite = (): readonly [number, number] => {
    const a = Math.PI * (-0.28 + rnd() * 0.76)
    const k = inner * (0.34 + rnd() * 0.54)
    return [cx + Math.cos(a) * k + inner * 0.05, cy + Math.sin(a) * k]
  }
  fatEyes(s, inRed, 90, [232, 96, 36], 3)
  fatEyes(s, inWhite, 46, [236, 206, 130], 5)
  for (let i = 0; i < 13; i++) chilli(s, ...inRed(), 84 + rnd() * 40, rnd() * 6)
  for (let i = 0; i < 50; i++) {
    const [x, y] = inRed()
    s.ctx.fillStyle = 'rgb(74,26,14)'
    oval(s.ctx, x, y, 4 + rnd() * 3, 4 + rnd() * 2)
    s.ctx.fill()
  }
  for (let i = 0; i < 26; i++) {
    const [x, y] = inWhite()
    s.ctx.strokeStyle = rgb(mix([86, 142, 58], [150, 190, 96], rnd()))
    s.ctx.lineWidth = 5
    oval(s.ctx, x, y, 8 + rnd() * 5, 6 + rnd() * 4)
    s.ctx.stroke()
  }
  for (let i = 0; i < 5; i++) {
    const [x, y] = inWhite()
    blob(
      s,
      (c) => {
        c.beginPath()
        c.ellipse(x, y, 22, 13, rnd() * 3, 0, 7)
      },
      [178, 40, 30],
      8,
      undefined,
      0.4,
    )
  }
  const wallShape = (c: Ctx) => {
    const [ax, ay] = [cx + Math.cos(Math.PI * 1.6) * inner, cy + Math.sin(Math.PI * 1.6) * inner]
    const [bx, by] = [cx + Math.cos(Math.PI * 0.6) * inner, cy + Math.sin(Math.PI * 0.6) * inner]
    c.beginPath()
    c.moveTo(ax, ay)
    c.bezierCurveTo(cx + inner * 0.5, cy - inner * 0.4, cx - inner * 0.5, cy + inner * 0.4, bx, by)
  }
  soft(s, 9, (c) => {
    c.strokeStyle = 'rgba(50,20,10,0.5)'
    c.lineWidth = 24
    c.translate(8, 6)
    wallShape(c)
    c.stroke()
  })
  for (const [w, tone] of [
    [20, 'rgb(120,124,130)'],
    [14, 'rgb(214,218,222)'],
    [5, 'rgb(255,255,255)'],
  ] as const) {
    s.ctx.strokeStyle = tone
    s.ctx.lineWidth = w
    wallShape(s.ctx)
    s.ctx.stroke()
  }
  soft(s, 18, (c) => {
    c.strokeStyle = 'rgba(40,16,8,0.55)'
    c.lineWidth = 22
    c.beginPath()
    c.arc(cx, cy, inner - 6, Math.PI * 0.9, Math.PI * 1.75)
    c.stroke()
  })
}

const steam = (s: Scene, cx: number, cy: number, r: number) => {
  soft(
    s,
    r * 0.16,
    (c) => {
      c.fillStyle = 'rgb(255,255,255)'
      for (const [dx, dy, k] of [
        [-0.2, -0.3, 0.3],
        [0.1, -0.6, 0.34],
        [0.3, -0.1, 0.2],
        [-0.1, -0.95, 0.3],
      ] as const) {
        oval(c, cx + dx * r, cy + dy * r, r * k, r * k * 0.7)
        c.fill()
      }
    },
    0.2,
    'screen',
  )
}

const tableTop = (s: Scene, seed: number) => {
  surface(s, wood([170, 122, 82], [112, 72, 44], seed))
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: s.h }, 42, [
    [0, 'rgba(255,230,190,0.3)'],
    [1, 'rgba(40,22,12,0.35)'],
  ])
  s.ctx.fillRect(0, 0, s.w, s.h)
}

const plated = (s: Scene, cx: number, cy: number, r: number, food: () => void, tone: Rgb = [240, 237, 230]) => {
  plateAbove(s, { cx, cy, r, tone })
  food()
}

const hero = (s: Scene) => {
  tableTop(s, 61)
  pot(s, 540, 740, 370)
  plated(s, 170, 220, 210, () => beefRolls(s, 170, 220, 182, 4))
  plated(s, 820, 190, 220, () => greens(s, 820, 190, 176, 6))
  plated(s, 130, 1230, 210, () => mushrooms(s, 130, 1230, 184, 8))
  plated(s, 930, 1270, 200, () => tofu(s, 930, 1270, 178))
  dip(s, 530, 1270, 110)
  steam(s, 540, 740, 370)
  windowPanes(s, 160, -60, 520, 0.4, 0.42)
}

const plates = (s: Scene) => {
  tableTop(s, 67)
  plated(s, 290, 290, 262, () => beefRolls(s, 290, 290, 226, 14))
  plated(s, 810, 270, 250, () => greens(s, 810, 270, 200, 16), [214, 222, 224])
  plated(s, 270, 810, 250, () => mushrooms(s, 270, 810, 214, 18), [214, 222, 224])
  plated(s, 800, 810, 264, () => tofu(s, 800, 810, 226))
  for (const [x, y, r] of [
    [540, 520, 74],
    [598, 590, 70],
    [500, 604, 66],
  ] as const)
    lotus(s, x, y, r)
  windowPanes(s, 160, -110, 500, 0.42, 0.42)
}

const drinks = (s: Scene) => {
  wall(s, [150, 112, 82], [70, 48, 36])
  const rnd = random(3)
  bokeh(
    s,
    Array.from(
      { length: 26 },
      () => [rnd() * 1080, rnd() * 520, 20 + rnd() * 60, mix([255, 196, 120], [255, 232, 190], rnd()), 0.34] as const,
    ),
    8,
  )
  soft(s, 26, (c) => {
    c.fillStyle = 'rgba(60,36,24,0.7)'
    c.fillRect(90, 360, 240, 260)
    c.fillRect(720, 330, 300, 290)
    c.fillStyle = 'rgba(190,70,44,0.6)'
    oval(c, 560, 560, 150, 50)
    c.fill()
  })
  surface(s, wood([186, 136, 92], [122, 80, 50], 71), { top: 620, horizon: 340 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 620, w: s.w, h: 460 }, 12, [
    [0, 'rgba(255,226,180,0.42)'],
    [1, 'rgba(40,22,12,0.3)'],
  ])
  s.ctx.fillRect(0, 620, s.w, 460)
  const plum: Rgb = [150, 44, 40]
  for (const [cx, bottom, k] of [
    [660, 830, 0.86],
    [360, 900, 1],
  ] as const) {
    groundShadow(s, cx, bottom, 108 * k, 28 * k)
    caustic(s, cx + 170 * k, bottom + 16, 100 * k, [230, 110, 90], 0.5)
    glass(s, {
      cx,
      top: bottom - 430 * k,
      height: 430 * k,
      rTop: 126 * k,
      rBottom: 104 * k,
      tilt: 0.2,
      liquid: { color: plum, from: 84 * k, deep: [66, 14, 20], alpha: 0.94 },
    })
    for (const [dx, dy] of [
      [-40, 100],
      [34, 92],
      [0, 112],
    ] as const) {
      s.ctx.save()
      s.ctx.translate(cx + dx * k, bottom - 430 * k + dy * k)
      s.ctx.rotate(dx * 0.01)
      s.ctx.fillStyle = 'rgba(255,236,230,0.38)'
      s.ctx.beginPath()
      s.ctx.roundRect(-34 * k, -26 * k, 68 * k, 56 * k, 12)
      s.ctx.fill()
      s.ctx.strokeStyle = 'rgba(255,255,255,0.55)'
      s.ctx.lineWidth = 2.5
      s.ctx.stroke()
      s.ctx.restore()
    }
  }
  const dish = scene(1080, 1080)
  dip(dish, 540, 540, 330)
  s.ctx.drawImage(dish.canvas, 120, 100, 840, 840, 640, 820, 420, 190)
  for (let i = 0; i < 2; i++) ball(s.ctx, 150 + i * 74, 990 - i * 26, 34, () => ({ color: [112, 30, 44], gloss: 0.5 }))
}

export const hotpotPictures: Picture[] = [
  { name: 'a10-1', ...portrait, paint: hero, finish: { veil: 0.8 } },
  { name: 'a10-2', ...square, paint: plates, finish: { veil: 0.8 } },
  { name: 'a10-3', ...square, paint: drinks, finish: { veil: 0.6 } },
]
