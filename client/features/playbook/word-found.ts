// The desk's words for how a playbook stands, and for what of its lines may not be said.
import type { I18n } from '@lingui/core'
import type { ShownPlaybook } from '@shared/contracts/playbook'
import { TACT } from '@shared/domain/play-check'

export const wordPlayState = (state: ShownPlaybook['state'], i18n: I18n): string => {
  switch (state) {
    case 'draft':
      return i18n._('草稿')
    case 'live':
      return i18n._('在用')
    case 'retired':
      return i18n._('已停用')
  }
}

/** Why tact forbids it; '' for a word of the advertising list. */
export const wordTact = (id: string, i18n: I18n): string => {
  const rule = TACT.find((one) => one.id === id)
  if (!rule) return ''
  return rule.because === 'watched'
    ? i18n._('别让客户觉得被盯着：不说看到她读了什么')
    : i18n._('这是卖货人的行话，客户是人')
}
