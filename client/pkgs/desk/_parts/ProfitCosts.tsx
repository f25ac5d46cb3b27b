// What did teams put in? Money and hours, written down one line at a time and taken out when wrong.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { fenOfText } from '@shared/domain/deal-import'
import { COST_KINDS, type CostKind } from '@shared/domain/profit'
import { App, Button, Input, Popconfirm, Select, Table } from 'antd'
import { useState } from 'react'
import { wordMoney } from '@/features/deal/words'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { wordCost } from './deal-words'
import { Field } from './Field'
import { type NewCost, type Profit, useDealActs } from './use-deals'

type Form = {
  teamId: string
  kind: CostKind
  day: string
  typed: string
  soldDeals: string
  soldYuan: string
  words: string
}
const MINUTES = 60
const WORDS_MAX = 60

const hoursOf = (typed: string): number | null => {
  const hours = Number(typed)
  const minutes = Math.round(hours * MINUTES)
  return typed.trim() !== '' && Number.isFinite(hours) && minutes > 0 ? minutes : null
}

/** null: what is typed is no amount, or no hours. */
const costOf = (form: Form, costId: string): NewCost | null => {
  const { teamId, kind, day, typed, words } = form
  const isTime = kind === 'time'
  const n = isTime ? hoursOf(typed) : fenOfText(typed)
  if (teamId === '' || n === null || n === 0) return null
  const [deals, amountFen] = [Number(form.soldDeals || '0'), fenOfText(form.soldYuan || '0')]
  if (!Number.isInteger(deals) || deals < 0 || amountFen === null) return null
  const sold = kind === 'ads' && deals > 0 ? { deals, amountFen } : null
  const of = { costId, teamId, day, kind, amountFen: isTime ? 0 : n, minutes: isTime ? n : 0, sold, words }
  return of as NewCost
}

type Props = Pick<Profit, 'costs' | 'costsMore' | 'offered'>

function NewLine({ offered }: Pick<Props, 'offered'>) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { saveCost } = useDealActs()
  const empty: Form = {
    ...{ teamId: offered[0]?.teamId ?? '', kind: 'content', day: dayOf(Date.now()) },
    ...{ typed: '', soldDeals: '', soldYuan: '', words: '' },
  }
  const [form, setForm] = useState(empty)
  const [costId, setCostId] = useState(mintId)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Form>) => setForm({ ...form, ...part })
  const cost = costOf(form, costId)
  const save = async () => {
    if (!cost) return
    setBusy(true)
    try {
      await saveCost(cost)
      setCostId(mintId())
      setForm({ ...empty, teamId: form.teamId, kind: form.kind, day: form.day })
    } catch (error) {
      message.error(errorText(error))
    }
    setBusy(false)
  }
  const text = (id: keyof Form, label: string, more: object = {}) => (
    <Field id={`cost-${id}`} label={label}>
      <Input id={`cost-${id}`} value={form[id]} onChange={(event) => change({ [id]: event.target.value })} {...more} />
    </Field>
  )
  return (
    <div className="deals-form">
      <Field id="cost-team" label={i18n._('小组')}>
        <Select
          id="cost-team"
          value={form.teamId}
          options={offered.map(({ teamId, name }) => ({ value: teamId, label: name }))}
          onChange={(teamId) => change({ teamId })}
        />
      </Field>
      <Field id="cost-kind" label={i18n._('花在哪')}>
        <Select<CostKind>
          id="cost-kind"
          value={form.kind}
          options={COST_KINDS.map((value) => ({ value, label: wordCost(value, i18n) }))}
          onChange={(kind) => change({ kind })}
        />
      </Field>
      {text('day', i18n._('哪天'), { type: 'date' })}
      {text('typed', form.kind === 'time' ? i18n._('几小时') : i18n._('多少元'), { inputMode: 'decimal' })}
      {form.kind === 'ads' && text('soldDeals', i18n._('平台说成交几单'), { inputMode: 'numeric' })}
      {form.kind === 'ads' && text('soldYuan', i18n._('平台说成交多少元'), { inputMode: 'decimal' })}
      {text('words', i18n._('备注'), { maxLength: WORDS_MAX })}
      <Button type="primary" loading={busy} disabled={!cost} onClick={() => void save()}>
        {i18n._('记下花费')}
      </Button>
    </div>
  )
}

export function ProfitCosts({ costs, costsMore, offered }: Props) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { dropCost } = useDealActs()
  const drop = (costId: string) =>
    void dropCost(costId as NewCost['costId']).catch((error: unknown) => message.error(errorText(error)))
  return (
    <div>
      <h2 className="deals-head">{i18n._('花了多少钱和时间')}</h2>
      {offered.length > 0 ? (
        <NewLine offered={offered} />
      ) : (
        <p className="desk-note">{i18n._('先在“人员”里建小组，花费记在小组名下')}</p>
      )}
      {costs.length > 0 && (
        <Table
          id="profit-costs"
          className="desk-table"
          size="small"
          rowKey="costId"
          dataSource={costs}
          pagination={costs.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: i18n._('哪天'), dataIndex: 'day' },
            { title: i18n._('小组'), dataIndex: 'team' },
            { title: i18n._('花在哪'), render: (_, { kind }) => wordCost(kind, i18n) },
            {
              ...{ title: i18n._('多少'), align: 'end' },
              render: (_, { kind, amountFen, minutes }) =>
                kind === 'time' ? i18n._('{n} 小时', { n: (minutes / MINUTES).toFixed(1) }) : wordMoney(amountFen),
            },
            { title: i18n._('备注'), dataIndex: 'words' },
            {
              title: '',
              render: (_, { costId }) => (
                <Popconfirm
                  title={i18n._('去掉这一行？')}
                  okText={i18n._('去掉')}
                  cancelText={i18n._('留着')}
                  onConfirm={() => drop(costId)}
                >
                  <Button size="small" type="text">
                    {i18n._('去掉')}
                  </Button>
                </Popconfirm>
              ),
            },
          ]}
        />
      )}
      {costsMore > 0 && (
        <p className="desk-note">{i18n._('还有 {n} 行更早的没有列出，都算在上面的数里', { n: costsMore })}</p>
      )}
    </div>
  )
}
