// How many ways of saying it each voice has, whether that is enough, and how far apart any two texts are.
import { InfoCircleOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Alert, Tooltip } from 'antd'
import type { Pool } from '@/features/post/use-pool'
import { percent } from '@/features/post/word-advert'
import { wordSpace, wordTone } from '@/features/post/words'

type Space = Pool['spaces'][number]

/** Each further choice of two doubles the space. */
const morePoints = ({ space }: Space, needed: number): number => Math.ceil(Math.log2(needed / Math.max(1, space)))

function VoiceFigure({ voice, pool }: { voice: Space; pool: Pool }) {
  const { i18n } = useLingui()
  const enough = voice.space >= pool.needed
  return (
    <div className="desk-figure">
      <dt className="desk-note">{i18n._('{tone}的说法', { tone: wordTone(i18n, voice.tone) })}</dt>
      <dd className="pool-number">{wordSpace(i18n, voice.space)}</dd>
      <dd className={enough ? 'desk-note' : 'desk-wrong'}>
        {enough
          ? i18n._('够 {reps} 位导购各用各的', { reps: pool.reps })
          : i18n._('不够，再加 {n} 处可选词', { n: morePoints(voice, pool.needed) })}
      </dd>
    </div>
  )
}

function Apart({ apart }: { apart: NonNullable<Pool['apart']> }) {
  const { i18n } = useLingui()
  const detail = i18n._('按字比对，取中间的一对。机器指纹最近的两份差 {bits} 位（共 64 位）', { bits: apart.bits })
  return (
    <>
      <div className="desk-figure">
        <dt className="desk-note">
          {i18n._('任意两位一般相差')}{' '}
          <Tooltip title={detail}>
            <button type="button" className="desk-link" aria-label={i18n._('怎么算的：{detail}', { detail })}>
              <InfoCircleOutlined />
            </button>
          </Tooltip>
        </dt>
        <dd className="pool-number">{percent(apart.median)}%</dd>
      </div>
      <div className="desk-figure">
        <dt className="desk-note">{i18n._('与最像的同事相差')}</dt>
        <dd className="pool-number">{percent(apart.nearest)}%</dd>
      </div>
    </>
  )
}

export function PoolFigures({ pool }: { pool: Pool }) {
  const { i18n } = useLingui()
  const tight = pool.spaces.filter(({ space }) => space < pool.needed)
  const most = Math.max(0, ...tight.map((voice) => morePoints(voice, pool.needed)))
  return (
    <>
      {tight.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={i18n._('{tones}的说法不够 {reps} 位导购用，现在发不出去', {
            tones: tight.map(({ tone }) => wordTone(i18n, tone)).join(i18n._('、')),
            reps: pool.reps,
          })}
          description={i18n._('再加 {n} 处可选词，例如把一句写成 {sample}', {
            n: most,
            sample: '{到店看看|来店里坐坐}',
          })}
        />
      )}
      <dl className="pool-figures" aria-label={i18n._('够不够、像不像')}>
        {pool.spaces.map((voice) => (
          <VoiceFigure key={voice.tone} voice={voice} pool={pool} />
        ))}
        {pool.apart && <Apart apart={pool.apart} />}
      </dl>
    </>
  )
}
