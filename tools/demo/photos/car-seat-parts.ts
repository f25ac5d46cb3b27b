// The child seat, piece by piece, in a box 1000 wide and 1200 high.
import { relief } from './forms'
import { type Ctx, dropShadow, mix, type Rgb, rgb, type Scene } from './light'
import { fbm, noise } from './noise'

const shell: Rgb = [72, 76, 82]

export const cloth: Rgb = [176, 172, 164]

export const soft1: Rgb = [206, 198, 184]

const strap: Rgb = [52, 54, 60]

export type Part = {
  shape: (c: Ctx) => void
  color: Rgb
  puff: number
  gloss?: number
  weave?: number
  height?: (c: Ctx) => void
  shadow?: number
}

/** The seat is drawn in a box 1000 wide, 1200 high; `x, y` is its top left corner on the picture. */
export const part = (s: Scene, at: { x: number; y: number; k: number }, p: Part) => {
  const put = (draw: (c: Ctx) => void) => (c: Ctx) => {
    c.save()
    c.translate(at.x, at.y)
    c.scale(at.k, at.k)
    draw(c)
    c.restore()
  }
  const fill = put((c) => {
    c.fillStyle = rgb(p.color)
    p.shape(c)
    c.fill()
  })
  dropShadow(s, fill, p.shadow ?? 16, 0.9)
  const amount = p.weave ?? 0.5
  const lit = relief(s, {
    color: fill,
    height: put(p.height ?? (() => {})),
    puff: p.puff * at.k,
    depth: 0.7,
    blur: 5,
    gloss: p.gloss ?? 0.04,
    weave: (x, y) => noise(x / 2.2, y / 2.2, 4) * amount + fbm(x / 70, y / 70, 6, 2) * amount * 5,
  })
  s.ctx.drawImage(lit.canvas, 0, 0)
}

const mirror = (draw: (x: (v: number) => number) => void) => {
  draw((v) => v)
  draw((v) => 1000 - v)
}

export const straps: Part = {
  color: strap,
  puff: 8,
  weave: 0.9,
  shadow: 10,
  shape: (c) => {
    c.beginPath()
    mirror((x) => {
      c.moveTo(x(408), 330)
      c.lineTo(x(452), 330)
      c.bezierCurveTo(x(452), 480, x(470), 560, x(490), 640)
      c.lineTo(x(448), 660)
      c.bezierCurveTo(x(424), 560, x(408), 480, x(408), 330)
      c.moveTo(x(330), 770)
      c.bezierCurveTo(x(390), 730, x(430), 690, x(480), 666)
      c.lineTo(x(486), 704)
      c.bezierCurveTo(x(440), 730, x(400), 770, x(340), 816)
      c.closePath()
    })
    c.moveTo(474, 700)
    c.lineTo(526, 700)
    c.lineTo(520, 850)
    c.lineTo(480, 850)
    c.closePath()
  },
}

export const parts: Part[] = [
  {
    color: mix(shell, [30, 30, 34], 0.3),
    puff: 40,
    gloss: 0.2,
    weave: 0.1,
    shadow: 30,
    shape: (c) => {
      c.beginPath()
      c.moveTo(230, 980)
      c.bezierCurveTo(240, 930, 760, 930, 770, 980)
      c.bezierCurveTo(800, 1060, 820, 1130, 812, 1170)
      c.bezierCurveTo(700, 1200, 300, 1200, 188, 1170)
      c.bezierCurveTo(180, 1130, 200, 1060, 230, 980)
    },
  },
  {
    color: shell,
    puff: 50,
    gloss: 0.22,
    weave: 0.12,
    shape: (c) => {
      c.beginPath()
      c.moveTo(500, 40)
      c.bezierCurveTo(700, 30, 770, 90, 780, 210)
      c.bezierCurveTo(860, 420, 900, 640, 890, 860)
      c.bezierCurveTo(880, 990, 800, 1030, 500, 1034)
      c.bezierCurveTo(200, 1030, 120, 990, 110, 860)
      c.bezierCurveTo(100, 640, 140, 420, 220, 210)
      c.bezierCurveTo(230, 90, 300, 30, 500, 40)
    },
  },
  {
    color: cloth,
    puff: 60,
    shape: (c) => {
      c.beginPath()
      c.moveTo(270, 360)
      c.bezierCurveTo(180, 500, 150, 700, 160, 850)
      c.bezierCurveTo(200, 960, 800, 960, 840, 850)
      c.bezierCurveTo(850, 700, 820, 500, 730, 360)
      c.closePath()
    },
  },
  {
    color: mix(cloth, [40, 44, 52], 0.22),
    puff: 26,
    shape: (c) => {
      c.beginPath()
      c.moveTo(350, 330)
      c.lineTo(650, 330)
      c.bezierCurveTo(690, 500, 700, 640, 700, 760)
      c.lineTo(300, 760)
      c.bezierCurveTo(300, 640, 310, 500, 350, 330)
    },
    height: (c) => {
      c.strokeStyle = '#fff'
      c.lineWidth = 5
      for (let i = 0; i < 7; i++) {
        c.beginPath()
        c.moveTo(300, 400 + i * 52)
        c.quadraticCurveTo(500, 430 + i * 52, 700, 400 + i * 52)
        c.stroke()
      }
    },
  },
  {
    color: soft1,
    puff: 54,
    shape: (c) => {
      c.beginPath()
      c.moveTo(500, 70)
      c.bezierCurveTo(660, 64, 740, 110, 752, 220)
      c.bezierCurveTo(762, 330, 740, 400, 700, 410)
      c.bezierCurveTo(650, 410, 640, 330, 620, 270)
      c.bezierCurveTo(580, 250, 420, 250, 380, 270)
      c.bezierCurveTo(360, 330, 350, 410, 300, 410)
      c.bezierCurveTo(260, 400, 238, 330, 248, 220)
      c.bezierCurveTo(260, 110, 340, 64, 500, 70)
    },
  },
  {
    color: mix(cloth, [255, 250, 240], 0.2),
    puff: 30,
    shape: (c) => {
      c.beginPath()
      c.roundRect(372, 210, 256, 150, 60)
    },
  },
  {
    color: soft1,
    puff: 70,
    shadow: 26,
    shape: (c) => {
      c.beginPath()
      c.moveTo(210, 800)
      c.bezierCurveTo(300, 740, 700, 740, 790, 800)
      c.bezierCurveTo(850, 880, 850, 1000, 760, 1030)
      c.bezierCurveTo(650, 1060, 350, 1060, 240, 1030)
      c.bezierCurveTo(150, 1000, 150, 880, 210, 800)
    },
    height: (c) => {
      c.strokeStyle = 'rgba(255,255,255,0.7)'
      c.lineWidth = 8
      c.beginPath()
      c.moveTo(300, 1020)
      c.quadraticCurveTo(500, 880, 700, 1020)
      c.stroke()
    },
  },
  ...([0, 1] as const).map(
    (side): Part => ({
      color: mix(cloth, [40, 44, 52], 0.12),
      puff: 44,
      shape: (c) => {
        const x = (v: number) => (side ? 1000 - v : v)
        c.beginPath()
        c.moveTo(x(200), 560)
        c.bezierCurveTo(x(130), 640, x(104), 800, x(130), 920)
        c.bezierCurveTo(x(180), 990, x(260), 960, x(262), 860)
        c.bezierCurveTo(x(270), 740, x(280), 640, x(262), 570)
        c.bezierCurveTo(x(250), 540, x(220), 540, x(200), 560)
      },
    }),
  ),
  straps,
  ...([0, 1] as const).map(
    (side): Part => ({
      color: mix(soft1, [255, 250, 240], 0.25),
      puff: 16,
      shadow: 10,
      shape: (c) => {
        const x = (v: number) => (side ? 1000 - v : v)
        c.beginPath()
        c.moveTo(x(396), 380)
        c.lineTo(x(464), 380)
        c.bezierCurveTo(x(466), 450, x(472), 510, x(484), 560)
        c.lineTo(x(422), 574)
        c.bezierCurveTo(x(404), 520, x(396), 450, x(396), 380)
      },
    }),
  ),
  {
    color: [44, 46, 50],
    puff: 14,
    gloss: 0.5,
    weave: 0.05,
    shadow: 12,
    shape: (c) => {
      c.beginPath()
      c.roundRect(446, 632, 108, 96, 30)
    },
  },
  {
    color: [204, 62, 50],
    puff: 10,
    gloss: 0.5,
    weave: 0.05,
    shadow: 4,
    shape: (c) => {
      c.beginPath()
      c.roundRect(474, 660, 52, 48, 14)
    },
  },
  {
    color: mix(soft1, [255, 250, 240], 0.2),
    puff: 20,
    shadow: 10,
    shape: (c) => {
      c.beginPath()
      c.roundRect(456, 744, 88, 126, 36)
    },
  },
]
