// A running shoe from the side and from above, piece by piece.
import { relief } from './forms'
import { type Ctx, dropShadow, mix, type Rgb, rgb, type Scene } from './light'
import { fbm } from './noise'

const foam: Rgb = [240, 238, 232]

const knit: Rgb = [118, 172, 176]

const coral: Rgb = [240, 128, 96]

const deep: Rgb = [58, 84, 96]

type At = { x: number; y: number; k: number; angle?: number }

type Piece = {
  color: Rgb
  puff: number
  shape: (c: Ctx) => void
  height?: (c: Ctx) => void
  mesh?: number
  gloss?: number
  shadow?: number
}

export const piece = (s: Scene, at: At, p: Piece) => {
  const put = (draw: (c: Ctx) => void) => (c: Ctx) => {
    c.save()
    c.translate(at.x, at.y)
    c.rotate(at.angle ?? 0)
    c.scale(at.k, at.k)
    draw(c)
    c.restore()
  }
  const fill = put((c) => {
    c.fillStyle = rgb(p.color)
    p.shape(c)
    c.fill()
  })
  if (p.shadow) dropShadow(s, fill, p.shadow, 0.9)
  const mesh = p.mesh ?? 0
  const lit = relief(s, {
    color: fill,
    height: put(p.height ?? (() => {})),
    puff: p.puff * at.k,
    depth: 0.7,
    blur: 4,
    gloss: p.gloss ?? 0.04,
    weave: (x, y) =>
      mesh * (Math.sin(x * 0.72 + y * 0.3) * Math.sin(y * 0.72 - x * 0.3)) + fbm(x / 50, y / 50, 4, 2) * 2,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
}

const lace = (x1: number, y1: number, x2: number, y2: number): Piece => ({
  color: [250, 247, 240],
  puff: 7,
  shadow: 6,
  mesh: 0.3,
  shape: (c) => {
    const a = Math.atan2(y2 - y1, x2 - x1)
    const [dx, dy] = [Math.sin(a) * 11, -Math.cos(a) * 11]
    c.beginPath()
    c.moveTo(x1 + dx, y1 + dy)
    c.quadraticCurveTo((x1 + x2) / 2 + dx * 2, (y1 + y2) / 2 + dy * 2, x2 + dx, y2 + dy)
    c.lineTo(x2 - dx, y2 - dy)
    c.quadraticCurveTo((x1 + x2) / 2 - dx * 0.4, (y1 + y2) / 2 - dy * 0.4, x1 - dx, y1 - dy)
    c.closePath()
  },
})

/** Drawn in a box 1000 × 470, toe to the right. */
export const side: Piece[] = [
  {
    color: deep,
    puff: 20,
    shape: (c) => {
      c.beginPath()
      c.moveTo(150, 150)
      c.bezierCurveTo(220, 100, 320, 110, 386, 70)
      c.bezierCurveTo(420, 60, 440, 90, 430, 130)
      c.lineTo(330, 230)
      c.lineTo(160, 220)
      c.closePath()
    },
  },
  {
    color: mix(knit, [255, 255, 255], 0.18),
    puff: 14,
    mesh: 0.3,
    shape: (c) => {
      c.beginPath()
      c.moveTo(330, 190)
      c.bezierCurveTo(350, 120, 370, 66, 404, 48)
      c.bezierCurveTo(440, 40, 452, 70, 450, 96)
      c.bezierCurveTo(520, 170, 600, 220, 660, 250)
      c.lineTo(560, 290)
      c.closePath()
    },
  },
  {
    color: knit,
    puff: 62,
    mesh: 0.9,
    shadow: 8,
    shape: (c) => {
      c.beginPath()
      c.moveTo(92, 372)
      c.bezierCurveTo(70, 310, 78, 220, 96, 150)
      c.bezierCurveTo(96, 110, 116, 92, 140, 104)
      c.bezierCurveTo(170, 160, 230, 196, 300, 184)
      c.bezierCurveTo(340, 176, 366, 150, 392, 120)
      c.bezierCurveTo(450, 170, 540, 230, 640, 262)
      c.bezierCurveTo(740, 286, 860, 288, 924, 338)
      c.bezierCurveTo(948, 360, 956, 380, 950, 392)
      c.closePath()
    },
  },
  {
    color: mix(knit, deep, 0.45),
    puff: 20,
    gloss: 0.1,
    shape: (c) => {
      c.beginPath()
      c.moveTo(88, 380)
      c.bezierCurveTo(72, 310, 78, 240, 92, 190)
      c.bezierCurveTo(150, 220, 220, 270, 240, 380)
      c.closePath()
    },
  },
  {
    color: mix(knit, deep, 0.3),
    puff: 18,
    gloss: 0.1,
    shape: (c) => {
      c.beginPath()
      c.moveTo(820, 392)
      c.bezierCurveTo(830, 340, 870, 312, 904, 322)
      c.bezierCurveTo(940, 342, 958, 370, 952, 394)
      c.closePath()
    },
  },
  {
    color: coral,
    puff: 12,
    gloss: 0.15,
    shape: (c) => {
      c.beginPath()
      c.moveTo(270, 392)
      c.bezierCurveTo(330, 330, 420, 300, 520, 250)
      c.lineTo(556, 264)
      c.bezierCurveTo(470, 310, 400, 350, 350, 392)
      c.closePath()
      c.moveTo(400, 392)
      c.bezierCurveTo(450, 350, 520, 316, 604, 286)
      c.lineTo(636, 294)
      c.bezierCurveTo(570, 324, 510, 356, 470, 392)
      c.closePath()
    },
  },
  lace(396, 160, 440, 92),
  lace(446, 200, 494, 140),
  lace(498, 234, 548, 184),
  lace(554, 260, 602, 220),
  lace(610, 280, 650, 250),
  {
    color: foam,
    puff: 20,
    gloss: 0.05,
    shadow: 14,
    shape: (c) => {
      c.beginPath()
      c.moveTo(66, 322)
      c.bezierCurveTo(62, 306, 84, 316, 110, 332)
      c.bezierCurveTo(260, 380, 420, 374, 560, 366)
      c.bezierCurveTo(720, 358, 880, 366, 952, 350)
      c.bezierCurveTo(984, 346, 996, 372, 980, 400)
      c.bezierCurveTo(950, 432, 860, 450, 720, 456)
      c.lineTo(180, 458)
      c.bezierCurveTo(110, 456, 70, 440, 52, 404)
      c.bezierCurveTo(46, 376, 54, 338, 66, 322)
    },
    height: (c) => {
      c.strokeStyle = 'rgba(255,255,255,0.22)'
      c.lineWidth = 5
      for (const dy of [-14, 12]) {
        c.beginPath()
        c.moveTo(80, 400 + dy)
        c.bezierCurveTo(300, 440 + dy, 600, 410 + dy, 940, 396 + dy * 0.6)
        c.stroke()
      }
    },
  },
  {
    color: deep,
    puff: 8,
    shape: (c) => {
      c.beginPath()
      c.moveTo(150, 450)
      c.bezierCurveTo(400, 458, 640, 458, 780, 448)
      c.bezierCurveTo(870, 440, 930, 428, 962, 412)
      c.bezierCurveTo(950, 446, 860, 466, 720, 470)
      c.lineTo(190, 472)
      c.bezierCurveTo(160, 470, 146, 462, 150, 450)
    },
  },
]

const outline = (c: Ctx, grow = 0) => {
  c.beginPath()
  c.moveTo(0, -430 - grow)
  c.bezierCurveTo(110 + grow, -430 - grow, 160 + grow, -320, 158 + grow, -200)
  c.bezierCurveTo(154 + grow, -60, 110 + grow, 40, 116 + grow, 200)
  c.bezierCurveTo(124 + grow, 340, 80 + grow, 420 + grow, 0, 424 + grow)
  c.bezierCurveTo(-90 - grow, 420 + grow, -126 - grow, 330, -118 - grow, 190)
  c.bezierCurveTo(-112 - grow, 50, -150 - grow, -60, -150 - grow, -200)
  c.bezierCurveTo(-150 - grow, -330, -100 - grow, -430 - grow, 0, -430 - grow)
}

/** From above, toe up, centre at 0,0. */
export const above: Piece[] = [
  { color: foam, puff: 30, shadow: 40, shape: (c) => outline(c, 20) },
  { color: knit, puff: 80, mesh: 0.9, shape: (c) => outline(c) },
  {
    color: mix(knit, deep, 0.35),
    puff: 26,
    gloss: 0.1,
    shape: (c) => {
      c.beginPath()
      c.moveTo(-112, -330)
      c.bezierCurveTo(-80, -460, 90, -460, 124, -330)
      c.bezierCurveTo(60, -370, -50, -370, -112, -330)
    },
  },
  {
    color: coral,
    puff: 12,
    shape: (c) => {
      c.beginPath()
      for (const m of [-1, 1]) {
        c.moveTo(m * 150, -150)
        c.quadraticCurveTo(m * 110, -80, m * 66, -60)
        c.lineTo(m * 66, -20)
        c.quadraticCurveTo(m * 120, -50, m * 140, -90)
        c.closePath()
      }
    },
  },
  {
    color: [36, 48, 56],
    puff: 8,
    shape: (c) => {
      c.beginPath()
      c.moveTo(0, 60)
      c.bezierCurveTo(76, 60, 84, 150, 82, 230)
      c.bezierCurveTo(80, 320, 50, 366, 0, 366)
      c.bezierCurveTo(-50, 366, -82, 320, -84, 230)
      c.bezierCurveTo(-86, 150, -76, 60, 0, 60)
    },
  },
  {
    color: [92, 104, 110],
    puff: 14,
    mesh: 0.5,
    shape: (c) => {
      c.beginPath()
      c.moveTo(-52, 130)
      c.lineTo(52, 130)
      c.bezierCurveTo(68, 220, 64, 350, 0, 350)
      c.bezierCurveTo(-64, 350, -68, 220, -52, 130)
    },
  },
  {
    color: mix(knit, [255, 255, 255], 0.22),
    puff: 22,
    mesh: 0.4,
    shadow: 14,
    shape: (c) => {
      c.beginPath()
      c.moveTo(-50, -220)
      c.bezierCurveTo(-20, -240, 20, -240, 50, -220)
      c.lineTo(66, 100)
      c.bezierCurveTo(60, 160, -60, 160, -66, 100)
      c.closePath()
    },
  },
  ...Array.from({ length: 6 }, (_, i) => lace(-74 + (i % 2) * 8, -190 + i * 48, 74 - (i % 2) * 8, -182 + i * 48)),
]
