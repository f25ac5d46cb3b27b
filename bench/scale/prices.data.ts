// What does CloudBase ask? Three ways of billing stand side by side; where a unit is not said, the cheapest and the dearest reading.

/** Yuan. Tencent's own worked example (qcloud-documents, 购买指南/推荐购买说明.md, 2020–22). */
export const PAY_AS_YOU_GO = {
  gbs: 0.000111,
  dbReadsPer10k: 0.015,
  dbWritesPer10k: 0.05,
  storedGbDay: 0.07,
  egressGb: 0.8,
} as const

/** Packs of a month (developers.weixin.qq.com/minigame/dev/wxcloud/billing/package, 2026). What counts as a call is not said. */
export const CALL_PACKS = [
  { calls: 10_000_000, yuan: 400 },
  { calls: 50_000_000, yuan: 1_500 },
  { calls: 100_000_000, yuan: 2_500 },
] as const
export const STORE_PACKS = [
  { gb: 100, yuan: 69 },
  { gb: 300, yuan: 169 },
] as const
