// Paints the text posters of the picture bench into assets/bench: `node tools/run.mjs images/paint-posters`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import QRCode from 'qrcode'
import { registerFonts } from './fonts'

const FOLDER = join(process.cwd(), 'assets/bench')
const QUALITY = 90
const FAMILY = '"Noto Sans SC"'
/** What the code on the poster says; the bench reads it back. */
const POSTER_LINK = 'https://ripple.example/autumn?from=poster'

type Poster = { name: string; width: number; height: number; paint: (ctx: SKRSContext2D) => void | Promise<void> }
type Words = { text: string; x: number; y: number; size: number; color: string; bold?: boolean; middle?: boolean }

const write = (ctx: SKRSContext2D, { text, x, y, size, color, bold = false, middle = false }: Words): void => {
  ctx.font = `${bold ? 600 : 400} ${size}px ${FAMILY}`
  ctx.fillStyle = color
  ctx.textAlign = middle ? 'center' : 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(text, x, y)
}

const fill = (ctx: SKRSContext2D, color: string, [x, y, w, h]: readonly [number, number, number, number]): void => {
  ctx.fillStyle = color
  ctx.fillRect(x, y, w, h)
}

const price: Poster = {
  name: 'poster-price',
  width: 1080,
  height: 1440,
  paint: (ctx) => {
    fill(ctx, '#C8321F', [0, 0, 1080, 1440])
    fill(ctx, '#FFF4E3', [60, 300, 960, 860])
    write(ctx, { text: '换季焕新', x: 540, y: 200, size: 132, color: '#FFE9C4', bold: true, middle: true })
    write(ctx, { text: '玻尿酸补水精华 30ml', x: 540, y: 430, size: 62, color: '#4A1E16', middle: true })
    write(ctx, { text: '¥199', x: 540, y: 780, size: 300, color: '#C8321F', bold: true, middle: true })
    write(ctx, { text: '原价 ¥328', x: 540, y: 900, size: 60, color: '#8E6A5E', middle: true })
    fill(ctx, '#8E6A5E', [400, 876, 280, 5])
    write(ctx, { text: '11月22日—11月30日 · 每人限购2件', x: 540, y: 1060, size: 50, color: '#4A1E16', middle: true })
    write(ctx, { text: '满299元减60元，可与会员积分同享', x: 540, y: 1290, size: 46, color: '#FFE9C4', middle: true })
  },
}

const headline: Poster = {
  name: 'poster-headline',
  width: 1080,
  height: 1080,
  paint: (ctx) => {
    fill(ctx, '#12362B', [0, 0, 1080, 1080])
    ctx.strokeStyle = '#3CC79D'
    ctx.lineWidth = 6
    ctx.strokeRect(70, 70, 940, 940)
    write(ctx, { text: '冬天的第一件', x: 140, y: 400, size: 120, color: '#F1FAF6', bold: true })
    write(ctx, { text: '羽绒服', x: 140, y: 600, size: 190, color: '#3CC79D', bold: true })
    write(ctx, { text: '90% 白鸭绒 · 蓬松度 700+', x: 140, y: 740, size: 54, color: '#B5D3C7' })
    write(ctx, { text: '试穿即送保暖围巾一条', x: 140, y: 830, size: 54, color: '#B5D3C7' })
  },
}

const code: Poster = {
  name: 'poster-code',
  width: 1080,
  height: 1440,
  paint: async (ctx) => {
    fill(ctx, '#F6EEDF', [0, 0, 1080, 1440])
    fill(ctx, '#B4540A', [0, 0, 1080, 18])
    write(ctx, { text: '周六亲子体验课', x: 540, y: 220, size: 110, color: '#3A2A14', bold: true, middle: true })
    write(ctx, { text: '烘焙 · 陶艺 · 植物拓印', x: 540, y: 320, size: 56, color: '#6B5738', middle: true })
    fill(ctx, '#FFFFFF', [290, 420, 500, 500])
    const image = await loadImage(await QRCode.toBuffer(POSTER_LINK, { margin: 0, scale: 10 }))
    ctx.imageSmoothingEnabled = false
    ctx.drawImage(image, 330, 460, 420, 420)
    write(ctx, { text: '扫码报名，名额 24 组', x: 540, y: 1010, size: 56, color: '#3A2A14', middle: true })
    write(ctx, { text: '时间：11月28日 14:00—16:30', x: 190, y: 1160, size: 48, color: '#6B5738' })
    write(ctx, { text: '地点：万象城 B1 中庭', x: 190, y: 1240, size: 48, color: '#6B5738' })
    write(ctx, { text: '费用：免费，需提前报名', x: 190, y: 1320, size: 48, color: '#6B5738' })
  },
}

const ROWS = [
  ['款式', '尺码', '会员价', '到店礼'],
  ['轻量跑鞋', '36–44', '¥459', '速干袜'],
  ['越野跑鞋', '38–45', '¥629', '水壶'],
  ['健步鞋', '35–43', '¥389', '鞋刷'],
  ['儿童跑鞋', '28–35', '¥259', '贴纸'],
  ['训练鞋', '37–45', '¥519', '毛巾'],
]

const table: Poster = {
  name: 'poster-table',
  width: 1440,
  height: 1080,
  paint: (ctx) => {
    fill(ctx, '#FFFFFF', [0, 0, 1440, 1080])
    write(ctx, { text: '十一月会员价目', x: 80, y: 140, size: 88, color: '#122C4A', bold: true })
    ROWS.forEach((row, at) => {
      const y = 210 + at * 130
      fill(ctx, at === 0 ? '#1C6DD0' : at % 2 === 0 ? '#E6EFF9' : '#FFFFFF', [80, y, 1280, 130])
      row.forEach((text, column) => {
        const color = at === 0 ? '#FFFFFF' : column === 2 ? '#C8321F' : '#122C4A'
        write(ctx, { text, x: 120 + column * 320, y: y + 84, size: 52, color, bold: at === 0 })
      })
    })
    write(ctx, { text: '价格以门店当日为准，活动至 11 月 30 日', x: 80, y: 1046, size: 36, color: '#44607F' })
  },
}

const main = async (): Promise<void> => {
  registerFonts()
  for (const { name, width, height, paint } of [price, headline, code, table]) {
    const canvas = createCanvas(width, height)
    await paint(canvas.getContext('2d'))
    writeFileSync(join(FOLDER, `${name}.jpg`), await canvas.encode('jpeg', QUALITY))
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
