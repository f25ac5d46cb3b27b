// 关键人: who among a rep's contacts gives to others, by what she contributed, and which support is hers for it?
// How far something spreads may say whom to ask; it raises no tier, for nothing may be promised for passing on (WeChat 5.1).
import type { ContactId, MemberId, SupportId } from './ids'

/** What a rep writes down herself: helped at a meeting or in the store · introduced somebody in person · helped others. */
export const NOTED = ['meeting', 'introduction', 'service'] as const
export type Noted = (typeof NOTED)[number]
/** And what stands on file with the customer's own agreement: an offer HQ took · a reason she gave in a poll. */
export const CONTRIBUTIONS = ['submission', 'reason', ...NOTED] as const
export type ContributionKind = (typeof CONTRIBUTIONS)[number]
export type Contribution = { of: ContributionKind; id: string; at: number; what: string }

/** 热心 · 伙伴 · 意见领袖, until HQ calls them otherwise. */
export const KOL_TIERS = ['warm', 'companion', 'leader'] as const
export type KolTier = (typeof KOL_TIERS)[number]
/** One kind of support that HQ offers. */
export type Support = { supportId: string; name: string }
/** count: contributions, of so many kinds. */
export type TierRule = { tier: KolTier; name: string; count: number; kinds: number; support: Support[] }
export type KolSettings = { tiers: TierRule[]; rev: number }

/** Until HQ has written its own. */
export const KOL_DEFAULTS: KolSettings = {
  tiers: [
    {
      ...{ tier: 'warm', name: '热心', count: 2, kinds: 1 },
      support: [
        { supportId: 'first-look', name: '先看新内容' },
        { supportId: 'answers', name: '专家答疑' },
      ],
    },
    {
      ...{ tier: 'companion', name: '伙伴', count: 5, kinds: 2 },
      support: [
        { supportId: 'filming', name: '拍摄协助' },
        { supportId: 'materials', name: '活动物料' },
      ],
    },
    {
      ...{ tier: 'leader', name: '意见领袖', count: 12, kinds: 3 },
      support: [
        { supportId: 'events', name: '一起办活动' },
        { supportId: 'column', name: '署名专栏' },
      ],
    },
  ],
  rev: 0,
}

/** Something she did, or something we gave, as her rep wrote it down. */
export type KolEntry = {
  _id: SupportId // minted on the rep's phone
  repId: MemberId
  contactId: ContactId
  kind: 'helped' | 'given'
  what: string // helped: one of NOTED · given: which support
  name: string // given: as it was called then
  note: string
  at: number
  writtenAt: number
  byId: MemberId // who wrote it, also after the contact passed to another rep
}

export const KOL_NOTE_MAX = 60
export const KOL_ENTRIES_MAX = 5_000 // of one rep
export const TIER_NAME_MAX = 8
export const SUPPORT_NAME_MAX = 24
export const SUPPORTS_MAX = 8 // of one tier
export const TIER_COUNT_MAX = 50

const isMet = ({ count, kinds }: TierRule, found: { count: number; kinds: number }): boolean =>
  found.count >= count && found.kinds >= kinds

export type KolStanding = {
  tier: KolTier | null
  next: TierRule | null
  found: { count: number; kinds: number }
}
/** The highest tier of those that are met from below; more contributions never lower it. */
export const standingOf = (contributions: readonly Contribution[], tiers: readonly TierRule[]): KolStanding => {
  const all = new Map(contributions.map(({ of, id }) => [`${of}.${id}`, of]))
  const found = { count: all.size, kinds: new Set(all.values()).size }
  const open = tiers.findIndex((rule) => !isMet(rule, found))
  const reached = open < 0 ? tiers : tiers.slice(0, open)
  return { tier: reached.at(-1)?.tier ?? null, next: tiers[reached.length] ?? null, found }
}

/** Support of her tier and of those below it. */
export const supportOf = (tier: KolTier | null, tiers: readonly TierRule[]): Support[] => {
  const upTo = tiers.findIndex((rule) => rule.tier === tier)
  return tiers.slice(0, upTo + 1).flatMap(({ support }) => support)
}

/** Of these, what she was never given. */
export const dueOf = (support: readonly Support[], given: readonly Pick<KolEntry, 'what'>[]): Support[] =>
  support.filter(({ supportId }) => !given.some(({ what }) => what === supportId))

/** Support for passing on is none; "分享会" is a meeting. */
const FORWARDING =
  /转发|转给|分享(?!会)|朋友圈|群发|集赞|点赞|拉人|拉新|裂变|扩散|传播|邀请好友|\b(share|forward|repost|retweet|moments|likes?|invites?)\b/i
/** Money is for verified sales alone, and stands in the partners' ledger. */
const MONEY = /返现|佣金|提成|红包|现金|奖金|返利|积分|抽奖|优惠券|\b(cash|commission|bonus|points|coupons?|lottery)\b/i

export type KolRefusal =
  | 'kol-names'
  | 'kol-thresholds'
  | 'kol-too-much-support'
  | 'support-for-forwarding'
  | 'support-is-money'
export type KolDecision = { ok: true } | { ok: false; reason: KolRefusal; field: string }
const no = (reason: KolRefusal, field: string): KolDecision => ({ ok: false, reason, field })

const isNamed = (name: string, max: number): boolean => name.trim() !== '' && name.length <= max
const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length

const checkSupport = ({ tier, support }: TierRule): KolDecision => {
  if (support.length > SUPPORTS_MAX) return no('kol-too-much-support', tier)
  for (const { name } of support) {
    if (!isNamed(name, SUPPORT_NAME_MAX)) return no('kol-names', tier)
    if (FORWARDING.test(name)) return no('support-for-forwarding', tier)
    if (MONEY.test(name)) return no('support-is-money', tier)
  }
  return { ok: true }
}

/** Each tier asks for more than the one below, within bounds. */
const areSteps = (tiers: readonly TierRule[]): boolean =>
  tiers.every(({ count, kinds }, n) => {
    const below = tiers[n - 1]
    const isWithin = count >= 1 && count <= TIER_COUNT_MAX && kinds >= 1 && kinds <= CONTRIBUTIONS.length
    return isWithin && kinds <= count && (!below || (count > below.count && kinds >= below.kinds))
  })

/** field: the tier it is about, or 'tiers'. How the names read is asked of the advert words, too. */
export const checkKolSettings = (tiers: readonly TierRule[]): KolDecision => {
  if (tiers.map(({ tier }) => tier).join() !== KOL_TIERS.join()) return no('kol-thresholds', 'tiers')
  const unnamed = tiers.find(({ name }) => !isNamed(name, TIER_NAME_MAX))
  if (unnamed) return no('kol-names', unnamed.tier)
  const support = tiers.flatMap((rule) => rule.support)
  const isDistinct =
    areDistinct(tiers.map(({ name }) => name)) &&
    areDistinct(support.map(({ name }) => name)) &&
    areDistinct(support.map(({ supportId }) => supportId))
  if (!isDistinct) return no('kol-names', 'tiers')
  const promising = tiers.find(({ name }) => FORWARDING.test(name))
  if (promising) return no('support-for-forwarding', promising.tier)
  if (!areSteps(tiers)) return no('kol-thresholds', 'tiers')
  return tiers.map(checkSupport).find((decision) => !decision.ok) ?? { ok: true }
}

/** How many of a rep's contacts stand in each tier, and how often which support was given: counts alone. */
export type KolSum = {
  tiers: Record<KolTier, number>
  given: (Support & { times: number })[]
}
export const sumKol = (
  standings: readonly Pick<KolStanding, 'tier'>[],
  entries: readonly Pick<KolEntry, 'kind' | 'what' | 'name'>[],
): KolSum => {
  const tiers = { warm: 0, companion: 0, leader: 0 }
  for (const { tier } of standings) if (tier) tiers[tier] += 1
  const given = new Map<string, KolSum['given'][number]>()
  for (const { kind, what, name } of entries)
    if (kind === 'given') given.set(what, { supportId: what, name, times: (given.get(what)?.times ?? 0) + 1 })
  return { tiers, given: [...given.values()].sort((a, b) => (a.supportId < b.supportId ? -1 : 1)) }
}
export const addKolSums = (sums: readonly KolSum[]): KolSum => {
  const tiers = { warm: 0, companion: 0, leader: 0 }
  const given = new Map<string, KolSum['given'][number]>()
  for (const sum of sums) {
    for (const tier of KOL_TIERS) tiers[tier] += sum.tiers[tier]
    for (const one of sum.given)
      given.set(one.supportId, { ...one, times: (given.get(one.supportId)?.times ?? 0) + one.times })
  }
  return { tiers, given: [...given.values()].sort((a, b) => (a.supportId < b.supportId ? -1 : 1)) }
}
