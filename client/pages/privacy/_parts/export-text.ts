// Her records as a text that she can read, keep and hand to someone else.
import type { I18n } from '@lingui/core'
import { dayOf, type Lang, wordSpan } from '@shared/domain/day'
import type { Privacy } from './use-privacy'

/** Plain lines for a person, then the same as JSON for a program. `now` in ms. */
export const exportText = (privacy: Privacy, i18n: I18n, now: number): string => {
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const consents = privacy.consents.map(({ repName, storeName, company, givenAt, policyVersion }) =>
    [repName, storeName, company, dayOf(givenAt), policyVersion].join(' · '),
  )
  const readings = privacy.readings.flatMap((reading) => [
    `${reading.title} · ${dayOf(reading.lastAt)} · ${wordSpan(reading.totalMs, lang)}`,
    ...reading.sections.map((section) => `  ${section.heading} · ${wordSpan(section.ms, lang)}`),
  ])
  return [
    i18n._('我的阅读记录，{day} 导出', { day: dayOf(now) }),
    i18n._('保存 {days} 天，到期删除', { days: privacy.retentionDays }),
    '',
    i18n._('您同意告知'),
    ...consents,
    '',
    i18n._('阅读记录'),
    ...readings,
    '',
    JSON.stringify(privacy, null, 2),
    '',
  ].join('\n')
}
