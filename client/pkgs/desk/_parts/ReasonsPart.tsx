// 哪些理由管用: which reasons to talk worked, told only where enough reps have told of talks.
import { useLingui } from '@lingui/react'
import { useReasons } from '@/features/talk/use-reasons'
import { Fresh } from './Counted'
import { ReasonsTable } from './ReasonsTable'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './reasons.scss'

export function ReasonsPart() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useReasons()
  const retry = () => void refetch()
  const known = [...(data?.reasons ?? [])].sort((a, b) => (b.shown?.low ?? -1) - (a.shown?.low ?? -1))
  return (
    <>
      <h2 className="desk-part-title">{i18n._('哪些理由管用')}</h2>
      {!data && (error ? <DeskFailed error={error} onRetry={retry} /> : <DeskLoading />)}
      {data && data.asOf === null && (
        <DeskEmpty title={i18n._('还没有算过')} hint={i18n._('导购说过沟通的结果后，第二天早上这里有数')} />
      )}
      {data && data.asOf !== null && (
        <>
          <Fresh asOf={data.asOf} error={error} onRetry={retry} />
          <p className="desk-note reasons-how">
            {i18n._(
              '管用 =（成交 + 约了 + 聊了 ÷ 2）÷ 说了结果的沟通；横线是 95% 的可能范围（威尔逊区间），按最低可能排。不到 5 位导购说过的，还不能判断。已有 {n} 位导购说过',
              { n: data.reps },
            )}
          </p>
          <ReasonsTable reasons={known} />
        </>
      )}
    </>
  )
}
