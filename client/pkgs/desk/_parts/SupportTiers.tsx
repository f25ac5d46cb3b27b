// 等级和支持: what each tier asks for and which support it holds; nothing for passing on, no money.
import { useLingui } from '@lingui/react'
import {
  CONTRIBUTIONS,
  checkKolSettings,
  type KolRefusal,
  SUPPORT_NAME_MAX,
  SUPPORTS_MAX,
  TIER_COUNT_MAX,
  TIER_NAME_MAX,
} from '@shared/domain/kol'
import { Alert, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { Field } from './Field'
import { DeskFailed, DeskLoading } from './States'
import { type KolTiers, type TierForm, useKolTiers, useSaveTiers } from './use-support'

type TierProps = { form: TierForm; onChange: (form: TierForm) => void }

function SupportList({ form, onChange }: TierProps) {
  const { i18n } = useLingui()
  const put = (support: TierForm['support']) => onChange({ ...form, support })
  return (
    <div className="support-list">
      {form.support.map((one, n) => (
        <div className="support-line" key={one.supportId}>
          <Input
            aria-label={i18n._('{tier}的第 {n} 项支持', { tier: form.name, n: n + 1 })}
            value={one.name}
            maxLength={SUPPORT_NAME_MAX}
            onChange={({ target }) =>
              put(form.support.map((other, i) => (i === n ? { ...one, name: target.value } : other)))
            }
          />
          <Button
            aria-label={i18n._('去掉 {name}', { name: one.name })}
            onClick={() => put(form.support.filter((_, i) => i !== n))}
          >
            {i18n._('去掉')}
          </Button>
        </div>
      ))}
      <Button
        disabled={form.support.length >= SUPPORTS_MAX}
        onClick={() => put([...form.support, { supportId: mintId(), name: '' }])}
      >
        {i18n._('加一项支持')}
      </Button>
    </div>
  )
}

function Tier({ form, onChange }: TierProps) {
  const { i18n } = useLingui()
  const number = (id: 'count' | 'kinds', label: string, max: number) => (
    <Field id={`${form.tier}-${id}`} label={label}>
      <InputNumber
        id={`${form.tier}-${id}`}
        min={1}
        max={max}
        precision={0}
        value={form[id]}
        onChange={(value) => onChange({ ...form, [id]: value ?? 1 })}
      />
    </Field>
  )
  return (
    <div className="support-tier" id={`tier-${form.tier}`}>
      <Field id={`${form.tier}-name`} label={i18n._('名称')}>
        <Input
          id={`${form.tier}-name`}
          value={form.name}
          maxLength={TIER_NAME_MAX}
          onChange={({ target }) => onChange({ ...form, name: target.value })}
        />
      </Field>
      {number('count', i18n._('帮忙几次'), TIER_COUNT_MAX)}
      {number('kinds', i18n._('至少几种'), CONTRIBUTIONS.length)}
      <SupportList form={form} onChange={onChange} />
    </div>
  )
}

const useFault = (reason: KolRefusal): string => {
  const { i18n } = useLingui()
  const words: Record<KolRefusal, string> = {
    'kol-names': i18n._('名称有空的、太长的或重复的'),
    'kol-thresholds': i18n._('每一级要比前一级多，种类不多于次数'),
    'kol-too-much-support': i18n._('一级最多 {n} 项支持', { n: SUPPORTS_MAX }),
    'support-for-forwarding': i18n._('支持不能和转发、朋友圈、拉人挂钩'),
    'support-is-money': i18n._('这里只写支持，不写钱、积分和奖品'),
  }
  return words[reason]
}

function Form({ known }: { known: KolTiers }) {
  const { i18n } = useLingui()
  const save = useSaveTiers()
  const [tiers, setTiers] = useState(known.tiers)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const decision = checkKolSettings(tiers)
  const fault = useFault(decision.ok ? 'kol-names' : decision.reason)
  const isSame = JSON.stringify(tiers) === JSON.stringify(known.tiers)
  const keep = () => {
    setBusy(true)
    setWrong('')
    save({ tiers, rev: known.rev })
      .catch((error: unknown) => setWrong(errorText(error)))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <div className="support-tiers">
        {tiers.map((form, n) => (
          <Tier
            key={form.tier}
            form={form}
            onChange={(changed) => setTiers(tiers.map((one, i) => (i === n ? changed : one)))}
          />
        ))}
      </div>
      {!decision.ok && <Alert type="warning" showIcon title={fault} role="alert" />}
      {wrong !== '' && <Alert type="error" showIcon title={wrong} role="alert" />}
      <Button
        id="save-tiers"
        className="support-save"
        type="primary"
        loading={busy}
        disabled={isSame || !decision.ok}
        onClick={keep}
      >
        {i18n._('保存等级')}
      </Button>
    </>
  )
}

export function SupportTiers() {
  const { data, error, refetch } = useKolTiers()
  if (!data) return error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />
  return <Form key={data.rev} known={data} />
}
