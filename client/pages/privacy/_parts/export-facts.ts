// Her records as headed lines, the same for the page and for the text she takes with her.
import type { I18n } from '@lingui/core'
import { dayOf, type Lang, timeOf, wordSpan } from '@shared/domain/day'
import { wordKept } from './kept-words'
import { wordEvidence, wordTag } from './tag-words'
import type { Privacy } from './use-privacy'

export type ExportPart = { heading: string; lines: string[]; rows: { name: string; fact: string }[] }
export type ExportFacts = { title: string; note: string; groups: { heading: string; parts: ExportPart[] }[] }

const adviser = (i18n: I18n, consent: Privacy['consents'][number], now: number): ExportPart => {
  const { repName, storeName, company, brand, franchise, givenAt, policyVersion } = consent
  const rows = [
    { name: i18n._('顾问叫您'), fact: consent.remark ?? i18n._('还没起备注') },
    { name: i18n._('顾问记着您的'), fact: wordKept(consent, i18n) },
    { name: i18n._('您留的称呼'), fact: consent.selfName ?? i18n._('没有留') },
    { name: i18n._('整理我关心的话题'), fact: consent.tagsOn ? i18n._('已开') : i18n._('已关') },
    { name: i18n._('我转发后带来的阅读，也告诉顾问'), fact: consent.spreadOn ? i18n._('已开') : i18n._('已关') },
    { name: i18n._('记在您名下的转发'), fact: i18n._('{n} 次', { n: consent.passedOn }) },
    ...consent.tags.map((tag) => ({ name: wordTag(i18n, tag), fact: wordEvidence(i18n, tag, now) })),
    ...(consent.given.length > 0 ? [{ name: i18n._('顾问加的标签'), fact: consent.given.join(i18n._('、')) }] : []),
  ]
  const lines = [
    franchise ? i18n._('{brand}记录，提供给{company}', { brand, company }) : company,
    i18n._('{day} 起，说明版本 {policyVersion}', { day: dayOf(givenAt), policyVersion }),
  ]
  return { heading: i18n._('{repName} · {storeName}', { repName, storeName }), lines, rows }
}

const reading = (i18n: I18n, { title, lastAt, totalMs, sections }: Privacy['readings'][number]): ExportPart => {
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const when = `${dayOf(lastAt)} ${timeOf(lastAt)}`
  return {
    heading: title,
    lines: [i18n._('{when}，读了 {span}', { when, span: wordSpan(totalMs, lang) })],
    rows: sections.map((section) => ({ name: section.heading || i18n._('开头'), fact: wordSpan(section.ms, lang) })),
  }
}

/** `now` in ms. */
export const exportFacts = (privacy: Privacy, i18n: I18n, now: number): ExportFacts => ({
  title: i18n._('我的阅读记录，{day} 导出', { day: dayOf(now) }),
  note: i18n._('保存 {days} 天，到期删除', { days: privacy.retentionDays }),
  groups: [
    { heading: i18n._('您同意告知'), parts: privacy.consents.map((consent) => adviser(i18n, consent, now)) },
    { heading: i18n._('阅读记录'), parts: privacy.readings.map((each) => reading(i18n, each)) },
  ],
})
