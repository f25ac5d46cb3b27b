// How one post travelled, in words.
import type { I18n } from '@lingui/core'
import { SPREAD_SCENES, type SpreadScene } from '@shared/domain/spread/graph'
import type { PostTree } from '@/features/spread/use-post-spread'
import { wordTimes } from '@/features/spread/words'

const DAY_HOURS = 24
/** Days where hours say more than anyone can picture. */
const wordHalf = (hours: number, i18n: I18n): string =>
  hours < 2 * DAY_HOURS
    ? i18n._('一半的阅读在头 {n} 小时里', { n: Math.max(1, hours) })
    : i18n._('一半的阅读在头 {n} 天里', { n: Math.round(hours / DAY_HOURS) })

export const wordTravel = (
  {
    shares,
    opened,
    deep,
    depth,
    width,
    halfLifeHours,
  }: Pick<PostTree, 'shares' | 'opened' | 'deep' | 'depth' | 'width' | 'halfLifeHours'>,
  i18n: I18n,
): string[] => [
  i18n._('一共转发{shares}，打开{opened}，细读{deep}', {
    shares: wordTimes(shares, i18n),
    opened: wordTimes(opened, i18n),
    deep: wordTimes(deep, i18n),
  }),
  depth === 0 ? i18n._('还没有人接着转') : i18n._('最远传了 {n} 步', { n: depth }),
  i18n._('转得最多的一步：{times}', { times: wordTimes(width, i18n).trim() }),
  ...(halfLifeHours === null ? [] : [wordHalf(halfLifeHours, i18n)]),
]

export const wordScenes = (scenes: PostTree['scenes'], i18n: I18n): string => {
  const words: Record<SpreadScene, string> = {
    chat: i18n._('聊天'),
    group: i18n._('群'),
    moments: i18n._('朋友圈'),
    poster: i18n._('海报'),
    link: i18n._('链接'),
    other: i18n._('其他'),
  }
  return SPREAD_SCENES.flatMap((scene) => (scenes[scene] ? [`${words[scene]} ${scenes[scene]}`] : [])).join(' · ')
}

const SIZES = 8
/** By step: 0 nobody, 'few' one or two, else 1 to 8, so that the area of its ripple tells how many. */
export const sizesOf = (levels: readonly Pick<PostTree['levels'][number], 'opened'>[]): (number | 'few')[] => {
  const most = Math.max(1, ...levels.map(({ opened }) => (opened === 'few' ? 0 : opened)))
  return levels.map(({ opened }) =>
    opened === 'few' || opened === 0 ? opened : Math.max(1, Math.round(SIZES * Math.sqrt(opened / most))),
  )
}
