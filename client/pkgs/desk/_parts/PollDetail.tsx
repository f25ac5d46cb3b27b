// One question: how does the shared view form? The same picture that everybody sees, and what may be done to it now.
import { useLingui } from '@lingui/react'
import type { SeenPoll } from '@shared/contracts/poll'
import { Alert, Button, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { shareOf, wordStep, wordStory } from '@/features/poll/poll-words'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'
import { Chart } from './Chart'
import type { ChartOption } from './chart-library'
import { type ChartLook, chartBase, words } from './chart-look'
import { DeskFailed, DeskLoading } from './States'
import { type HqPoll, type Turn, useHqPoll, useHqPollActs } from './use-polls'

type Picture = NonNullable<SeenPoll['picture']>

/** Shares in layers, each named where it ends; no legend to decode. */
const layersOf = (look: ChartLook, { steps }: Picture, texts: readonly string[], days: string[]): ChartOption => ({
  ...chartBase(look),
  grid: { left: 0, right: 120, top: 12, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  xAxis: { type: 'category', boundaryGap: false, data: days, axisLabel: words(look.note), axisTick: { show: false } },
  yAxis: { type: 'value', max: 100, splitNumber: 4, axisLabel: words(look.note), splitLine: { show: false } },
  series: texts.map((text, option) => ({
    type: 'line',
    stack: 'all',
    name: text,
    data: steps.map(({ by }) => shareOf(by[option] ?? 0, by)),
    symbolSize: steps.length === 1 ? 8 : 0,
    lineStyle: { width: 1, color: look.card },
    itemStyle: { color: [look.accent, look.ripple, look.note][option % 3] },
    areaStyle: { opacity: option < 3 ? 0.75 : 0.4, color: [look.accent, look.ripple, look.note][option % 3] },
    endLabel: { show: true, formatter: () => text, ...words(look.ink), width: 110, overflow: 'truncate' },
  })),
})

function Seen({ picture, options }: { picture: Picture; options: HqPoll['options'] }) {
  const { i18n } = useLingui()
  const texts = options.map(({ text }) => text)
  const days = picture.steps.map(({ day }) => wordStep(day, currentLang()))
  const nameOf = (option: number) => texts[option] ?? ''
  return (
    <>
      <p className="polls-story">{wordStory(picture, options, i18n)}</p>
      <Chart
        id="poll-chart"
        title={i18n._('每天各占多少（%），共 {n} 位', { n: picture.voices })}
        height={260}
        heads={[i18n._('到哪天'), ...texts]}
        rows={picture.steps.map(({ day, by }, i) => ({
          key: day,
          cells: [days[i] ?? day, ...texts.map((_, option) => `${by[option] ?? 0} · ${shareOf(by[option] ?? 0, by)}%`)],
        }))}
        option={(look) => layersOf(look, picture, texts, days)}
      />
      {picture.flows.length > 0 && (
        <ul className="polls-flows">
          {picture.flows.map(({ from, to, people }) => (
            <li key={`${from} ${to}`}>
              {i18n._('{n} 位从“{from}”改成“{to}”', { n: people, from: nameOf(from), to: nameOf(to) })}
            </li>
          ))}
        </ul>
      )}
      {picture.reasons.map(({ option, text }) => (
        <blockquote className="polls-reason" key={`${option} ${text}`}>
          {i18n._('{option}：“{text}”', { option: nameOf(option), text })}
        </blockquote>
      ))}
    </>
  )
}

function Turns({ poll }: { poll: HqPoll }) {
  const { i18n } = useLingui()
  const { turn } = useHqPollActs()
  const [wrong, setWrong] = useState('')
  const go = (act: Turn) => turn(act, poll).catch((failure: unknown) => setWrong(errorText(failure)))
  return (
    <>
      {wrong !== '' && <Alert type="error" title={wrong} showIcon />}
      <Space wrap>
        {poll.state === 'draft' && (
          <Button type="primary" onClick={() => void go('poll.open')}>
            {i18n._('开始问')}
          </Button>
        )}
        {poll.state === 'open' && (
          <Popconfirm
            title={i18n._('现在结束？结束后不能再改')}
            okText={i18n._('结束')}
            cancelText={i18n._('不结束')}
            onConfirm={() => go('poll.close')}
          >
            <Button>{i18n._('现在结束')}</Button>
          </Popconfirm>
        )}
        {poll.state !== 'withdrawn' && (
          <Popconfirm
            title={i18n._('撤下？谁也看不到了，每个人的选择都删掉')}
            okText={i18n._('撤下')}
            cancelText={i18n._('不撤')}
            onConfirm={() => go('poll.withdraw')}
          >
            <Button danger>{i18n._('撤下')}</Button>
          </Popconfirm>
        )}
      </Space>
    </>
  )
}

export function PollDetail({ poll }: { poll: HqPoll }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = useHqPoll(poll.pollId)
  return (
    <section className="polls-detail" aria-label={poll.question}>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data?.picture && <Seen picture={data.picture} options={poll.options} />}
      {data && !data.picture && <p className="desk-note">{i18n._('还不到 5 位，人太少先不画')}</p>}
      {data?.isWaiting && <p className="desk-note">{i18n._('有几位还没画进图里：满 5 位一起画，免得认出是谁')}</p>}
      <Turns poll={poll} />
    </section>
  )
}
