// What does a local mini program code look like? A QR code any phone reads, marked as the local stand-in it is.
import path from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import QRCode from 'qrcode'

const FONT = 'Local Code Caption'
const CAPTION = '本地二维码 · 非微信小程序码'
const INK = '#1f2937'
const BADGE = '#b45309'
/** Light modules a reader needs around the code. */
const QUIET_MODULES = 3

const useFont = (): string => {
  if (GlobalFonts.has(FONT)) return FONT
  const home = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  GlobalFonts.registerFromPath(path.join(home, '400Regular/NotoSansSC_400Regular.ttf'), FONT)
  return FONT
}

/** A square PNG of `width` pixels: the code above, the caption in the margin below. */
export const drawCode = async (text: string, width: number): Promise<Buffer> => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const caption = Math.round(width * 0.08)
  const cell = Math.floor((width - caption) / (modules.size + QUIET_MODULES * 2))
  const side = cell * modules.size
  const left = Math.round((width - side) / 2)
  const top = Math.round((width - caption - side) / 2)
  const canvas = createCanvas(width, width)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, width)
  pen.fillStyle = INK
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pen.fillRect(left + column * cell, top + row * cell, cell, cell)
    }
  }
  pen.fillStyle = BADGE
  pen.fillRect(0, width - caption, width, caption)
  pen.fillStyle = '#ffffff'
  pen.font = `${Math.round(caption * 0.55)}px "${useFont()}"`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(CAPTION, width / 2, width - caption / 2)
  return canvas.encode('png')
}
