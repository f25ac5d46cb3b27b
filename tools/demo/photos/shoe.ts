// A08: a running shoe from the side; a pair from above; on a morning step.
import { bokeh, gradient, leafShadows, mix, oval, type Rgb, type Scene, soft, wall, windowPanes } from './light'
import { fbm, noise, random } from './noise'
import { type Picture, square } from './picture'
import { above, piece, side } from './shoe-pieces'
import { boards, plaster, surface } from './surfaces'

const shoeSide = (s: Scene, x: number, y: number, k: number) => {
  const ground = y + 470 * k
  for (const [blur, dx, ry, a] of [
    [46, 60, 56, 0.3],
    [18, 24, 28, 0.36],
    [6, 4, 12, 0.5],
  ] as const)
    soft(s, blur * k, (c) => {
      c.fillStyle = `rgba(40,32,28,${a})`
      oval(c, x + (510 + dx) * k, ground, 450 * k, ry * k)
      c.fill()
    })
  for (const p of side) piece(s, { x, y, k }, p)
}

const hero = (s: Scene) => {
  wall(s, [244, 236, 222], [206, 192, 174])
  windowPanes(s, 180, 30, 380, 0.72)
  leafShadows(s, 560, 10, 520, 0.17, 44)
  surface(s, plaster([236, 228, 216], [196, 184, 170], 8), { top: 700, horizon: 420 })
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 700, w: s.w, h: 380 }, 8, [
    [0, 'rgba(255,244,224,0.5)'],
    [1, 'rgba(96,76,60,0.3)'],
  ])
  s.ctx.fillRect(0, 700, s.w, 380)
  soft(s, 14, (c) => {
    c.fillStyle = 'rgba(120,98,80,0.28)'
    c.fillRect(0, 676, s.w, 22)
  })
  shoeSide(s, 90, 440, 0.92)
}

const pair = (s: Scene) => {
  surface(s, boards([222, 196, 162], [184, 152, 116], 216, 8))
  for (const at of [
    { x: 360, y: 560, k: 0.98, angle: -0.14 },
    { x: 740, y: 540, k: 0.98, angle: 0.1 },
  ])
    for (const p of above) piece(s, at, p)
  windowPanes(s, 140, -100, 520, 0.55, 0.4)
  leafShadows(s, 560, 520, 560, 0.16, 3)
}

const step = (s: Scene) => {
  s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: 0, w: s.w, h: 700 }, 70, [
    [0, 'rgb(250,232,200)'],
    [0.5, 'rgb(206,216,190)'],
    [1, 'rgb(150,176,150)'],
  ])
  s.ctx.fillRect(0, 0, s.w, s.h)
  soft(s, 40, (c) => {
    for (let i = 0; i < 26; i++) {
      c.fillStyle = i % 3 ? 'rgba(104,138,98,0.5)' : 'rgba(70,104,80,0.5)'
      oval(c, (i * 211) % 1120, 120 + ((i * 97) % 460), 60 + ((i * 41) % 90), 50 + ((i * 23) % 80))
      c.fill()
    }
    c.fillStyle = 'rgba(90,72,56,0.5)'
    for (const x of [220, 620, 930]) c.fillRect(x, 160, 40, 520)
  })
  const rnd = random(19)
  bokeh(
    s,
    Array.from(
      { length: 18 },
      () => [rnd() * 1080, rnd() * 460, 18 + rnd() * 46, [255, 244, 204] as Rgb, 0.3] as const,
    ),
    7,
  )
  const stoneStep = (top: number, face: number) => {
    surface(
      s,
      (x, y) => mix([222, 216, 206], [168, 162, 154], fbm(x / 120, y / 90, 5, 4) * 0.8 + noise(x / 3, y / 3, 2) * 0.25),
      { top, horizon: top - 260 },
    )
    s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: top, w: s.w, h: face - top }, 0, [
      [0, 'rgba(255,240,208,0.5)'],
      [1, 'rgba(80,76,74,0.2)'],
    ])
    s.ctx.fillRect(0, top, s.w, face - top)
    s.ctx.fillStyle = gradient(s.ctx, { x: 0, y: face, w: s.w, h: 200 }, 90, [
      [0, 'rgba(70,62,58,0.62)'],
      [1, 'rgba(96,88,82,0.5)'],
    ])
    s.ctx.fillRect(0, face, s.w, s.h - face)
    soft(s, 3, (c) => {
      c.fillStyle = 'rgba(255,246,226,0.8)'
      c.fillRect(0, face - 5, s.w, 7)
    })
  }
  stoneStep(640, 930)
  shoeSide(s, 150, 444, 0.8)
  soft(
    s,
    30,
    (c) => {
      c.fillStyle = 'rgb(255,230,180)'
      c.beginPath()
      c.moveTo(0, 0)
      c.lineTo(360, 0)
      c.lineTo(900, 900)
      c.lineTo(420, 940)
      c.lineTo(0, 360)
      c.fill()
    },
    0.36,
    'soft-light',
  )
}

export const shoePictures: Picture[] = [
  { name: 'a08-1', ...square, paint: hero },
  { name: 'a08-2', ...square, paint: pair },
  { name: 'a08-3', ...square, paint: step, finish: { warmth: 1.3 } },
]
