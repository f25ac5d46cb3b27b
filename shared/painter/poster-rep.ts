// Who sends the poster, and how is it opened: her face or a medallion, her name and store, the code and what to do with it.
import { type Box, baselineOf, type Ctx2D, type Drawable, fontOf, roundedPath } from './canvas'
import { circlePath, drawFace } from './face'
import type { PosterPaint } from './palettes'
import type { PosterModel, PosterRep } from './poster-model'
import { layText, paintText, type TextStyle } from './poster-text'
import { splitCharacters } from './text-layout'

/** Side of the code itself, px; it scans from a poster shown at half size. */
export const CODE_SIDE = 232
/** Side of the code with white around it, besides the margin its own picture has; on a white page that needs no room. */
export const CODE_CARD = CODE_SIDE + 2 * 18
const AVATAR = 104
const GAP = 28

const NAME: TextStyle = { size: 40, leading: 54, lines: 1, weight: 600 }
const LONG_NAME: TextStyle = { size: 32, leading: 42, lines: 2, weight: 600 }
const STORE: TextStyle = { size: 28, leading: 42, lines: 1, weight: 400 }
const NOTE: TextStyle = { size: 28, leading: 40, lines: 2, weight: 400 }

const isCommonHan = (c: string) => c >= '\u4e00' && c <= '\u9fff' && c.length <= 1
const isLetter = (c: string) => c.toLowerCase() !== c.toUpperCase() || /^[0-9\u3040-\u30ff\uac00-\ud7a3]/.test(c)
const isRareHan = (c: string) => /^[\u3400-\u4dbf]/.test(c) || /^[\ud840-\ud888][\udc00-\udfff]/.test(c)

/**
 * What stands on the medallion of a name: its first common character or letter, which every font has; a rare character
 * or an emoji only when the name has nothing else.
 */
export function initialOf(name: string): string {
  const characters = splitCharacters(name.trim())
  const found =
    characters.find((c) => isCommonHan(c) || isLetter(c)) ?? characters.find(isRareHan) ?? characters[0] ?? ''
  return found.toUpperCase()
}

export function paintAvatar(ctx: Ctx2D, rep: PosterRep, paint: PosterPaint, box: Box): void {
  const face = rep.avatar !== null && rep.avatar.width > 0 && rep.avatar.height > 0 ? rep.avatar : null
  ctx.fillStyle = face === null ? paint.medal : paint.water
  circlePath(ctx, box)
  ctx.fill()
  if (face !== null) {
    drawFace(ctx, face, box)
    return
  }
  ctx.fillStyle = paint.onMedal
  const size = Math.round(box.w * 0.46)
  ctx.font = fontOf(600, size)
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.fillText(initialOf(rep.name), box.x + box.w / 2, baselineOf(box.y + box.h / 2, size))
}

/** On white with its quiet zone. Large codes are smoothed down; small ones keep their modules sharp. */
function paintCode(ctx: Ctx2D, code: Drawable, { x, y, w }: Box): void {
  const quiet = (w - CODE_SIDE) / 2
  ctx.fillStyle = '#FFFFFF'
  roundedPath(ctx, { x, y, w, h: w }, 20)
  ctx.fill()
  ctx.imageSmoothingEnabled = code.width > CODE_SIDE
  ctx.drawImage(code, x + quiet, y + quiet, CODE_SIDE, CODE_SIDE)
  ctx.imageSmoothingEnabled = true
}

/** Face, name and store above; what to do with the code below, level with the code's foot. */
function paintSender(ctx: Ctx2D, model: PosterModel, paint: PosterPaint, box: Box): void {
  const { rep } = model
  paintAvatar(ctx, rep, paint, { x: box.x, y: box.y, w: AVATAR, h: AVATAR })
  const x = box.x + AVATAR + GAP
  const room = box.x + box.w - x
  const short = layText(ctx, rep.name, { ...NAME, lines: 2 }, room)
  const name = short.lines.length < 2 ? short : layText(ctx, rep.name, LONG_NAME, room)
  const store = layText(ctx, rep.store, STORE, room)
  const top = box.y + Math.max(0, (AVATAR - name.height - store.height) / 2)
  const below = paintText(ctx, name, { x, y: top }, paint.ink)
  paintText(ctx, store, { x, y: below }, paint.note)
  const note = layText(ctx, model.codeNote, NOTE, box.w)
  paintText(ctx, note, { x: box.x, y: box.y + box.h - note.height }, paint.accent)
}

/** `box` is as high as the code with its white ground, which stands at the right. */
export function paintFoot(ctx: Ctx2D, model: PosterModel, paint: PosterPaint, box: Box): void {
  paintCode(ctx, model.code, { x: box.x + box.w - box.h, y: box.y, w: box.h, h: box.h })
  const inset = (box.h - CODE_SIDE) / 2
  const sender = { x: box.x, y: box.y + inset, w: box.w - box.h - 2 * GAP, h: CODE_SIDE }
  paintSender(ctx, model, paint, sender)
}
