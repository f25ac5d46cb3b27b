// Which part of her text does she paste? All of it, or what stays unfolded, with the rest for her first comment.
import { shortForm } from '@shared/domain/variant/short-form'

export type TextForm = 'full' | 'short'
/** `rest` is empty where nothing is left over; `mayShorten`: there is a short form that differs from the text. */
export type ShownText = { form: TextForm; text: string; rest: string; mayShorten: boolean }

export const shownText = (text: string, asked: TextForm): ShownText => {
  const cut = shortForm(text)
  if (!cut.ok || cut.rest === '') return { form: 'full', text, rest: '', mayShorten: false }
  return asked === 'short'
    ? { form: 'short', text: cut.short, rest: cut.rest, mayShorten: true }
    : { form: 'full', text, rest: '', mayShorten: true }
}
