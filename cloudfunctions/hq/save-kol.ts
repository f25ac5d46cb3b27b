// HQ writes down which tiers there are and what support each holds: nothing for passing on, no money, no barred word.
import { checkAdvert } from '@shared/domain/advert/check'
import { checkKolSettings, type KolSettings } from '@shared/domain/kol'
import { findKolSettings, putKolSettings } from '../_kit/data/supports'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'
import type { CheckTexts } from '../_kit/wechat'

/** Nobody can answer for a doubtful word here, so it is barred as a blocked one is. */
const ensureWords = async ({ tiers }: Pick<KolSettings, 'tiers'>, checkTexts: CheckTexts): Promise<void> => {
  for (const { tier, name, support } of tiers) {
    const texts = [name, ...support.map((one) => one.name)]
    const [word] = texts.flatMap(checkAdvert).filter(({ severity }) => severity !== 'hint')
    if (word) throw refusal('kol-word', tier, word.word)
    if ((await checkTexts(texts)) === 'risky') throw refusal('unsafe-text', tier)
  }
}

export const saveKol: Handler<'hq', 'kol.save'> = async ({ tiers, rev }, { caller, checkTexts }) => {
  const decision = checkKolSettings(tiers)
  if (!decision.ok) throw refusal(decision.reason, decision.field)
  const stored = await findKolSettings()
  if (stored.rev === rev + 1 && JSON.stringify(stored.tiers) === JSON.stringify(tiers)) return stored // said before
  if (stored.rev !== rev) throw refusal('stale-version', 'rev')
  await ensureWords({ tiers }, checkTexts)
  const facts = Object.fromEntries(
    tiers.map(({ tier, name, count, kinds, support }) => [
      tier,
      [name, count, kinds, ...support.map((one) => one.name)].join(' · '),
    ]),
  )
  await signed({ by: caller.member, act: 'kol.saved', of: 'kol.tiers', rev, facts }, () =>
    putKolSettings({ tiers, rev }),
  )
  return { tiers, rev: rev + 1 }
}
