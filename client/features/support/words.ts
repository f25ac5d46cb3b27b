// How is told what a key person gave, and how far she is from the next tier?
import type { I18n } from '@lingui/core'
import type { ContributionKind, KolTier, Noted } from '@shared/domain/kol'
import type { KeyPerson, ShownTier } from './use-kol'

export const wordContribution = (of: ContributionKind, i18n: I18n): string => {
  switch (of) {
    case 'submission':
      return i18n._('投稿被采用')
    case 'reason':
      return i18n._('投票时写了理由')
    case 'meeting':
      return i18n._('到场帮忙')
    case 'introduction':
      return i18n._('当面介绍人')
    case 'service':
      return i18n._('帮了别的客户')
  }
}

export const NOTED_IDS: Record<Noted, string> = {
  meeting: 'helped-meeting',
  introduction: 'helped-introduction',
  service: 'helped-service',
}

export const wordTier = (tier: KolTier | null, tiers: readonly ShownTier[], i18n: I18n): string =>
  tiers.find((rule) => rule.tier === tier)?.name ?? i18n._('还没到等级')

/** The first tier she has not reached; '' at the top. */
export const wordNextTier = (
  { tier, found }: Pick<KeyPerson, 'tier' | 'found'>,
  tiers: readonly ShownTier[],
  i18n: I18n,
) => {
  const next = tiers[tiers.findIndex((rule) => rule.tier === tier) + 1]
  if (!next) return ''
  return i18n._('帮了 {count} 次、{kinds} 种；到“{name}”要 {needCount} 次、{needKinds} 种', {
    ...{ count: found.count, kinds: found.kinds, name: next.name },
    ...{ needCount: next.count, needKinds: next.kinds },
  })
}
