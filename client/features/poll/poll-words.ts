// How is a poll's picture said in plain words?
import type { I18n } from '@lingui/core'
import type { SeenPoll, ShownPoll } from '@shared/contracts/poll'
import { type Lang, wordDay } from '@shared/domain/day'
import { storyOf } from '@shared/domain/poll-picture'

export type Picture = NonNullable<SeenPoll['picture']>
type Options = ShownPoll['options']

const DAY_MS = 86_400_000

export const letterOf = (option: number): string => String.fromCharCode(65 + option)
const nameOf = (options: Options, option: number): string => options[option]?.text ?? ''

const wordLeaders = (first: string | null, now: string | null, i18n: I18n): string => {
  if (first === null && now === null) return i18n._('几种想法差不多多')
  if (now === null) return i18n._('一开始选“{first}”的最多，现在几种差不多', { first })
  if (first === null) return i18n._('一开始差不多，现在选“{now}”的最多', { now })
  if (first === now) return i18n._('一开始选“{now}”的最多，现在还是', { now })
  return i18n._('一开始选“{first}”的最多，现在是“{now}”', { first, now })
}

/** What most thought at first and now, and who changed their mind. */
export const wordStory = (picture: Picture, options: Options, i18n: I18n): string => {
  const { first, now, moved, most } = storyOf(picture)
  const name = (option: number | null) => (option === null ? null : nameOf(options, option))
  const isShort = picture.steps.length === 1
  const leaders =
    isShort && now !== null
      ? i18n._('选“{now}”的最多', { now: nameOf(options, now) })
      : wordLeaders(name(first), name(now), i18n)
  if (moved === 0) return leaders
  const changed = i18n._('后来 {n} 位改了主意', { n: moved })
  const where = most
    ? i18n._('，{n} 位从“{from}”到“{to}”', {
        ...{ n: most.people, from: nameOf(options, most.from), to: nameOf(options, most.to) },
      })
    : ''
  return `${leaders}${i18n._('；')}${changed}${where}`
}

/** At noon, so that it is that day wherever she is. */
export const wordStep = (day: string, lang: Lang): string => wordDay(Date.parse(`${day}T04:00:00Z`), Date.now(), lang)

/** How many of all, in whole hundredths. */
export const shareOf = (n: number, by: readonly number[]): number => {
  const all = by.reduce((sum, one) => sum + one, 0)
  return all === 0 ? 0 : Math.round((n / all) * 100)
}

export const wordState = ({ state, closesAt }: Pick<ShownPoll, 'state' | 'closesAt'>, i18n: I18n): string => {
  if (state !== 'open') return i18n._('已结束')
  const days = Math.ceil((closesAt - Date.now()) / DAY_MS)
  return days <= 1 ? i18n._('今天内结束') : i18n._('还剩 {n} 天', { n: days })
}
