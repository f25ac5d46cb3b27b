// 传播: how do posts travel on, by store or region? Counts alone; through whom is between a rep and her customers.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Alert } from 'antd'
import { useFirmSpread } from '@/features/spread/use-firm-spread'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { SpreadTable } from './SpreadTable'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { useChosen } from './use-work'
import { Choice, PostChoice } from './WorkSeen'
import { wordCount } from './work-words'
import './work.scss'

const PER = ['store', 'region'] as const

export function SpreadPage() {
  const { i18n } = useLingui()
  const { address } = useAddress()
  const per = useChosen('per', PER)
  const postId = address.of || null
  const { data, error, refetch } = useFirmSpread(postId, per)
  const retry = () => void refetch()
  return (
    <section className="work">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('传播')}</h1>
      </div>
      <p className="desk-note work-around">
        {i18n._('这里只有数。谁转给谁，只有导购和双方都同意的客户看得到。转发不算业绩，也不排名')}
      </p>
      <div className="work-filters">
        <PostChoice value={postId} all />
        <Choice
          name="per"
          value={per}
          label={i18n._('按什么看')}
          options={[
            { value: 'store', label: i18n._('门店') },
            { value: 'region', label: i18n._('大区') },
          ]}
        />
      </div>
      {!data && (error ? <DeskFailed error={error} onRetry={retry} /> : <DeskLoading />)}
      {data && error ? (
        <Alert type="warning" showIcon title={i18n._('没换上新的：{why}', { why: errorText(error) })} />
      ) : null}
      {data && (
        <>
          <p className="desk-note work-around">
            <span>{i18n._('数据截至 {time}', { time: wordInstant(data.asOf, Date.now(), currentLang()) })}</span>
            <span>{i18n._('客户的数按 5 的整数报，不到 5 位不细说')}</span>
          </p>
          {data.rows.length === 0 ? (
            <DeskEmpty title={i18n._('还没有转发')} hint={i18n._('导购发出、客户转开之后，过几分钟这里有数')} />
          ) : (
            <>
              <p className="work-said work-around" id="spread-whole">
                {i18n._('一共转发 {shares} 次，打开 {opened} 次，细读 {deep} 次，最远 {depth} 步', {
                  shares: wordCount(data.whole.shares, i18n),
                  opened: wordCount(data.whole.opened, i18n),
                  deep: wordCount(data.whole.deep, i18n),
                  depth: data.whole.depth,
                })}
              </p>
              <SpreadTable rows={data.rows} per={per} />
            </>
          )}
        </>
      )}
    </section>
  )
}
