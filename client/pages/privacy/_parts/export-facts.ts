// Her records as headed lines, the same for the page and for the text she takes with her.
import type { I18n } from '@lingui/core'
import { dayOf, type Lang, timeOf, wordSpan } from '@shared/domain/day'
import { yuan } from '@shared/domain/ledger-fen'
import { wordOfferState } from '@/features/offer/words'
import { wordKept } from './kept-words'
import { wordEvidence, wordTag } from './tag-words'
import { type Voice, wordChoices } from './use-voices'
import type { WholeRecord } from './whole-record'

export type ExportPart = { heading: string; lines: string[]; rows: { name: string; fact: string }[] }
export type ExportFacts = { title: string; note: string; groups: { heading: string; parts: ExportPart[] }[] }

const adviser = (i18n: I18n, consent: WholeRecord['consents'][number], now: number): ExportPart => {
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

const reading = (i18n: I18n, { title, lastAt, totalMs, sections }: WholeRecord['readings'][number]): ExportPart => {
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const when = `${dayOf(lastAt)} ${timeOf(lastAt)}`
  return {
    heading: title,
    lines: [i18n._('{when}，读了 {span}', { when, span: wordSpan(totalMs, lang) })],
    rows: sections.map((section) => ({ name: section.heading || i18n._('开头'), fact: wordSpan(section.ms, lang) })),
  }
}

const voice = (i18n: I18n, said: Voice, now: number): ExportPart => ({
  heading: said.question,
  lines: [wordChoices(said, now), ...(said.reason ? [i18n._('理由：{reason}', { reason: said.reason })] : [])],
  rows: [],
})

const offer = (
  i18n: I18n,
  { at, state, creditedAt, words, named, photos }: WholeRecord['offers'][number],
): ExportPart => ({
  heading: `${dayOf(at)} · ${wordOfferState(i18n, state, creditedAt)}`,
  lines: [
    ...(words ? [words] : []),
    ...(photos.length > 0 ? [i18n._('照片 {n} 张', { n: photos.length })] : []),
    named === '' ? i18n._('匿名') : i18n._('署名：{named}', { named }),
  ],
  rows: [],
})

const account = (i18n: I18n, { repName, storeName, code, due }: WholeRecord['partners'][number]): ExportPart => ({
  heading: i18n._('{repName} · {storeName}', { repName, storeName }),
  lines: [code],
  rows: [
    { name: i18n._('核实中'), fact: yuan(due.pending) },
    { name: i18n._('应付'), fact: yuan(due.payable) },
    { name: i18n._('付款中'), fact: yuan(due.held) },
    { name: i18n._('已付'), fact: yuan(due.paid) },
    { name: i18n._('待抵扣'), fact: yuan(due.setOff) },
  ],
})

/** `now` in ms. What she has nothing of has no heading. */
export const exportFacts = (record: WholeRecord, i18n: I18n, now: number): ExportFacts => {
  const { consents, readings, voices, offers, partners } = record
  const groups = [
    { heading: i18n._('您同意告知'), parts: consents.map((consent) => adviser(i18n, consent, now)) },
    { heading: i18n._('阅读记录'), parts: readings.map((each) => reading(i18n, each)) },
    { heading: i18n._('您在“大家怎么看”里的选择'), parts: voices.map((said) => voice(i18n, said, now)) },
    { heading: i18n._('我的投稿'), parts: offers.map((one) => offer(i18n, one)) },
    { heading: i18n._('我的合伙人账'), parts: partners.map((one) => account(i18n, one)) },
  ]
  return {
    title: i18n._('我的记录，{day} 导出', { day: dayOf(now) }),
    note: i18n._('阅读保存 {days} 天，到期删除', { days: record.retentionDays }),
    groups: groups.filter(({ parts }) => parts.length > 0),
  }
}
