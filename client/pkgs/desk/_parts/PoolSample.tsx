// Some of the texts, drawn at random: read them as a customer would.
import { useLingui } from '@lingui/react'
import { measureFold } from '@shared/domain/fold'
import { TONES, type Tone } from '@shared/domain/variant/tone'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { PoolText } from '@/features/post/use-pool'
import { wordTone } from '@/features/post/words'
import { Part } from './Field'

type Filter = 'all' | Tone

/** How long it is; warm where it is long. */
export function Lines({ text }: { text: string }) {
  const { i18n } = useLingui()
  const { lines, folds } = measureFold(text)
  return (
    <span className={folds ? 'pool-lines pool-lines-over' : 'pool-lines'}>{i18n._('约 {lines} 行', { lines })}</span>
  )
}

export function PoolSample({ sample, reps }: { sample: PoolText[]; reps: number }) {
  const { i18n } = useLingui()
  const [filter, setFilter] = useState<Filter>('all')
  const of = (tone: Tone) => sample.filter((each) => each.tone === tone)
  const long = sample.filter(({ text }) => measureFold(text).folds).length
  const shown = filter === 'all' ? sample : of(filter)
  return (
    <Part title={i18n._('随便抽的 {n} 份', { n: sample.length })}>
      <div className="pool-tools">
        <Segmented
          aria-label={i18n._('只看哪种语气')}
          value={filter}
          options={[
            { value: 'all' as Filter, label: i18n._('全部') },
            ...TONES.map((tone) => ({
              value: tone as Filter,
              label: `${wordTone(i18n, tone)} ${of(tone).length}`,
              disabled: of(tone).length === 0,
            })),
          ]}
          onChange={setFilter}
        />
        <span className="desk-note">{i18n._('共 {reps} 份，每位导购一份', { reps })}</span>
      </div>
      {long > 0 && <p className="pool-lines-over">{i18n._('粘贴超过约 6 行可能折叠：这里有 {n} 份', { n: long })}</p>}
      <ul className="pool-sample">
        {shown.map(({ tone, text }) => (
          <li className="pool-text" key={text}>
            <p className="pool-text-head">
              <span className="desk-chip desk-chip-draft">{wordTone(i18n, tone)}</span>
              <Lines text={text} />
            </p>
            <p className="pool-words">{text}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
