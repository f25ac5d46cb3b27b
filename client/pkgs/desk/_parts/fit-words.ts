// The calculator's words: its fields with units, its verdicts and why, and money with no more figures than it deserves.
import type { I18n } from '@lingui/core'
import {
  type FitAbout,
  type FitAnswer,
  type FitKey,
  type FitReady,
  type FitSure,
  type FitTyped,
  type FitWhy,
  roughly,
} from '@shared/domain/fit'

/** About so much: two figures. */
export const wordMoney = (n: number, i18n: I18n): string => {
  const rough = roughly(Math.abs(n))
  if (i18n.locale === 'en') return `¥${rough.toLocaleString('en')}`
  if (rough >= 1e8) return `¥${roughly(rough / 1e8)} 亿`
  return rough >= 10_000 ? `¥${roughly(rough / 10_000)} 万` : `¥${rough}`
}
export const wordSigned = (n: number, i18n: I18n): string => `${n < 0 ? '−' : ''}${wordMoney(n, i18n)}`
export const wordRough = (n: number, i18n: I18n): string =>
  roughly(n).toLocaleString(i18n.locale === 'en' ? 'en' : 'zh')

export const wordField = (key: FitKey, i18n: I18n): { label: string; unit: string } => {
  const words: Record<FitKey, [string, string]> = {
    price: [i18n._('一次买多少钱'), i18n._('元')],
    marginPercent: [i18n._('毛利率'), '%'],
    timesAYear: [i18n._('一年买几次'), i18n._('次')],
    years: [i18n._('能留几年'), i18n._('年')],
    otherAYear: [i18n._('一年还买别的，毛利'), i18n._('元')],
    bringsPer100: [i18n._('100 位能带来几位'), i18n._('位')],
    held: [i18n._('手上已有的老客'), i18n._('位')],
    moreTimes: [i18n._('照看好了，老客一年多买'), i18n._('次')],
    elsewhere: [i18n._('在别处，一位来买的要花'), i18n._('元')],
    addsAMonth: [i18n._('一位导购一月加到几位'), i18n._('位')],
    buyPercent: [i18n._('加到的人里来买的'), '%'],
    welcome: [i18n._('每加一位送出的东西'), i18n._('元')],
    reps: [i18n._('几位导购做'), i18n._('位')],
    minutesADay: [i18n._('每人每天花多久'), i18n._('分钟')],
    wageAnHour: [i18n._('一小时人工'), i18n._('元')],
    contentAMonth: [i18n._('一月做内容'), i18n._('元')],
    toolsAMonth: [i18n._('一月工具和其他'), i18n._('元')],
  }
  const [label, unit] = words[key]
  return { label, unit }
}

export const wordAbout = (about: FitAbout, i18n: I18n): { title: string; ask: string } =>
  ({
    value: { title: i18n._('用户价值'), ask: i18n._('一位客户值多少：会再买吗，会买别的吗，会带人来吗') },
    acquire: { title: i18n._('获客成本'), ask: i18n._('找来一位会买的，别处要花多少，自己来要花多少') },
    own: { title: i18n._('自身成本'), ask: i18n._('人、内容、工具，每个月要花多少') },
  })[about]

export const wordSure = (sure: FitSure, i18n: I18n): string =>
  ({ books: i18n._('有账可查'), about: i18n._('大概'), guess: i18n._('猜的') })[sure]

export const wordReady = (item: FitReady, i18n: I18n): { name: string; ask: string } =>
  ({
    owner: { name: i18n._('有人管'), ask: i18n._('有一个人专管，每天看数') },
    content: { name: i18n._('有内容'), ask: i18n._('一月写得出 8 条值得看的，连着写半年') },
    reps: { name: i18n._('导购愿意'), ask: i18n._('愿意用自己的微信聊，做好了有提成') },
    place: { name: i18n._('有地方遇见'), ask: i18n._('到店、包裹卡或群里，客户有理由加她') },
    goods: { name: i18n._('货好'), ask: i18n._('买过的人多半说还会再买') },
    service: { name: i18n._('有人接'), ask: i18n._('问得到、退得了，当天有人回') },
    consent: { name: i18n._('守规矩'), ask: i18n._('客户同意才看她读了什么，不拿好处换转发') },
    patience: { name: i18n._('等得起'), ask: i18n._('老板肯等到回本那个月，中途不改方向') },
  })[item]

export const wordVerdict = ({ verdict, unready }: FitAnswer, i18n: I18n): string =>
  ({
    do: i18n._('值得做'),
    prepare: i18n._('值得做，先备好 {n} 样', { n: unready.length }),
    try: i18n._('先小范围试'),
    dont: i18n._('现在别做'),
  })[verdict]

const wordRange = ({ range }: FitAnswer, i18n: I18n): string => {
  const [low, high] = [wordMoney(range.low, i18n), wordMoney(range.high, i18n)]
  if (range.high < 0) return i18n._('往好里算，每个月也亏 {money}', { money: high })
  if (range.low > 0) return i18n._('往坏里算，每个月也多出 {money}', { money: low })
  return i18n._('往好里算每月多出 {high}，往坏里算每月亏 {low}，还说不准', { high, low })
}

export const wordWhy = (why: FitWhy, answer: FitAnswer, { typed, i18n }: { typed: FitTyped; i18n: I18n }): string => {
  if (why === 'dearer')
    return i18n._('在别处找一位来买的更便宜：别处 {elsewhere}，这里 {here}', {
      elsewhere: wordMoney(typed.elsewhere ?? 0, i18n),
      here: wordMoney(answer.perBuyer ?? 0, i18n),
    })
  if (why === 'slow')
    return answer.payback === null ? i18n._('5 年里回不了本') : i18n._('第 {n} 个月才回本', { n: answer.payback })
  if (why === 'once') return i18n._('客户只买一次，不再买、不买别的、也不带人来：不靠长久陪着做')
  if (why === 'unready')
    return i18n._('还差：{what}', {
      what: answer.unready.map((item) => wordReady(item, i18n).name).join(i18n._('、')),
    })
  return wordRange(answer, i18n)
}

/** What to do first. */
export const wordNext = ({ verdict, turns, payback }: FitAnswer, i18n: I18n): string => {
  const [turn] = turns
  const name = turn ? wordField(turn.key, i18n).label : ''
  if (verdict === 'dont' && turn)
    return i18n._('先把“{name}”弄到 {n} 再来算', {
      name,
      n: `${wordRough(turn.at, i18n)} ${wordField(turn.key, i18n).unit}`,
    })
  if (verdict === 'dont') return i18n._('单改哪一个数都不够，换一种做法')
  if (verdict === 'try' && turn) return i18n._('挑 2 家店试 60 天，把“{name}”这个数弄准，再来算一遍', { name })
  if (verdict === 'try') return i18n._('挑 2 家店试 60 天，拿真数再来算一遍')
  return i18n._('从几家店做起，到第 {n} 个月拿真数再算一遍', { n: Math.max(3, payback ?? 3) })
}
