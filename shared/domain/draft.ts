// How what HQ types becomes a draft, and what is not yet as it should be.
import { FIRST_COMMENT_MAX, IMAGE_BYTES_MAX, POST_TEXT_MAX } from './limits'

/** Paragraphs are what stands between blank lines; a single line break stays inside its paragraph. */
export const splitParagraphs = (body: string): string[] =>
  body
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

export const joinParagraphs = (paragraphs: readonly string[]): string => paragraphs.join('\n\n')

/** Locked words that the text does not hold: they protect nothing. */
export const missingLockedWords = (text: string, lockedWords: readonly string[]): string[] =>
  lockedWords.filter((word) => word !== '' && !text.includes(word))

/** The same list with one item at another place; an impossible move changes nothing. */
export const moveItem = <T>(list: readonly T[], from: number, to: number): T[] => {
  const moved = [...list]
  if (to < 0 || to >= list.length) return moved
  moved.splice(to, 0, ...moved.splice(from, 1))
  return moved
}

export type Overlong = { field: 'text' | 'firstComment'; over: number; max: number }

/** What is too long to be kept at all; everything else may be saved unfinished. Counts UTF-16 units, as the contract does. */
export const findOverlong = (draft: { text: string; firstComment: string }): Overlong | null => {
  if (draft.text.length > POST_TEXT_MAX)
    return { field: 'text', over: draft.text.length - POST_TEXT_MAX, max: POST_TEXT_MAX }
  if (draft.firstComment.length > FIRST_COMMENT_MAX)
    return { field: 'firstComment', over: draft.firstComment.length - FIRST_COMMENT_MAX, max: FIRST_COMMENT_MAX }
  return null
}

export type PickedRefusal = 'heic' | 'not-a-picture' | 'too-big' | 'empty'
const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']
const HEIC_TYPES: readonly string[] = ['image/heic', 'image/heif']

/** May this file be sent? By what it says of itself; the server looks at its content. */
export const checkPicked = (file: {
  type: string
  bytes: number
}): { ok: true } | { ok: false; reason: PickedRefusal } => {
  if (HEIC_TYPES.includes(file.type)) return { ok: false, reason: 'heic' }
  if (!PICTURE_TYPES.includes(file.type)) return { ok: false, reason: 'not-a-picture' }
  if (file.bytes === 0) return { ok: false, reason: 'empty' }
  return file.bytes > IMAGE_BYTES_MAX ? { ok: false, reason: 'too-big' } : { ok: true }
}

/** The nth character's line and place in it, both from 1: how a person finds `at` in a text. */
export const placeOf = (text: string, at: number): { line: number; place: number } => {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, place: (before[before.length - 1] ?? '').length + 1 }
}
