// One plan for groups: for which theme, on which days, in which stores, and the day's items by the clock.
import { useLingui } from '@lingui/react'
import { GROUP_THEME_MAX } from '@shared/domain/limits'
import { Alert, App, Button, Checkbox, Drawer, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { EVERY_DAY, type InHand, missingIn, type PlanForm, saidOf, wordWeekday } from '@/features/group/plan-form'
import { usePlanActs } from '@/features/group/use-plans'
import { useStores } from '@/features/post/use-posts'
import { errorText } from '@/ui/error-text'
import { Field } from './Field'
import { PlanItems } from './PlanItems'

type Props = { inHand: InHand; onClose: () => void }
type Change = (change: Partial<PlanForm>) => void

function ForWhich({ form, onChange }: { form: PlanForm; onChange: Change }) {
  const { i18n } = useLingui()
  const stores = useStores()
  return (
    <>
      <Field id="plan-theme" label={i18n._('主题')} hint={i18n._('空着：给所有的群。写了：只给主题一样的群')}>
        <Input
          id="plan-theme"
          aria-describedby="plan-theme-say"
          value={form.theme}
          maxLength={GROUP_THEME_MAX}
          onChange={(event) => onChange({ theme: event.target.value })}
        />
      </Field>
      <fieldset className="plan-days">
        <legend>{i18n._('哪几天')}</legend>
        <Checkbox.Group
          value={form.weekdays}
          options={EVERY_DAY.map((value) => ({ value, label: wordWeekday(value, i18n) }))}
          onChange={(weekdays) => onChange({ weekdays: weekdays.map(Number) })}
        />
      </fieldset>
      <Field id="plan-stores" label={i18n._('门店')} hint={i18n._('空着：全部门店')}>
        <Select
          id="plan-stores"
          aria-describedby="plan-stores-say"
          mode="multiple"
          value={form.storeIds}
          options={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
          optionFilterProp="label"
          onChange={(storeIds: string[]) => onChange({ storeIds })}
        />
      </Field>
    </>
  )
}

export function PlanDrawer({ inHand: { planId, rev, form: opened }, onClose }: Props) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { save, drop } = usePlanActs()
  const [form, setForm] = useState(opened)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const change: Change = (part) => setForm((before) => ({ ...before, ...part }))
  const missing = missingIn(form, i18n)
  const act = (work: Promise<unknown>, words: string): void => {
    setBusy(true)
    setFailure(null)
    work.then(
      () => {
        void message.success(words)
        onClose()
      },
      (error: unknown) => {
        setBusy(false)
        setFailure(error)
      },
    )
  }
  return (
    <Drawer
      open
      size={640}
      title={rev === 0 ? i18n._('新建计划') : i18n._('改计划')}
      onClose={onClose}
      footer={
        <div className="plan-foot">
          {rev > 0 && (
            <Popconfirm
              title={i18n._('删掉这份计划？群里今天起就看不到了')}
              okText={i18n._('删掉')}
              cancelText={i18n._('留着')}
              onConfirm={() => act(drop(planId), i18n._('删掉了'))}
            >
              <Button danger disabled={busy}>
                {i18n._('删掉')}
              </Button>
            </Popconfirm>
          )}
          <span className="desk-note">{missing}</span>
          <Button
            type="primary"
            loading={busy}
            disabled={missing !== null}
            onClick={() => act(save(planId, rev, saidOf(form)), i18n._('存好了'))}
          >
            {i18n._('存好')}
          </Button>
        </div>
      }
    >
      {failure !== null && <Alert type="error" role="alert" title={errorText(failure)} />}
      <ForWhich form={form} onChange={change} />
      <PlanItems items={form.items} onChange={(items) => change({ items })} />
    </Drawer>
  )
}
