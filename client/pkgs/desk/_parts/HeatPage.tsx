// How is this post read, section by section, and how far back?
import { ArrowLeftOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import { useMemo } from 'react'
import { formOf } from '@/features/post/draft-form'
import { useHeat } from '@/features/post/use-heat'
import { usePost } from '@/features/post/use-posts'
import { titleOf } from '@/features/post/words'
import { useAddress } from './Address'
import { CountedFigures, Fresh } from './Counted'
import { Days, HEAT_DAYS, useDays } from './Days'
import { HeatArticle } from './HeatArticle'
import { HeatTravel } from './HeatTravel'
import { StateChip } from './StateChip'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'

export function HeatPage({ postId }: { postId: string }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const days = useDays(HEAT_DAYS, 30)
  const post = usePost(postId, false)
  const heat = useHeat(postId, days)
  const form = useMemo(() => (post.data ? formOf(post.data.draft) : null), [post.data])
  const retry = () => void Promise.all([post.refetch(), heat.refetch()])
  if (!heat.data || !post.data || !form) {
    const error = heat.error ?? post.error
    return error ? <DeskFailed error={error} onRetry={retry} /> : <DeskLoading />
  }
  const { counted, asOf } = heat.data
  return (
    <section className="desk-heat">
      <header className="desk-bar">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={i18n._('回去')}
          onClick={() => go({ post: '', view: '' })}
        />
        <div className="desk-bar-what">
          <h1 className="desk-bar-title">{titleOf(i18n, form)}</h1>
          <StateChip state={post.data.state} />
        </div>
        <div className="desk-bar-acts">
          <Button id="heat-post" onClick={() => go({ view: '' })}>
            {i18n._('看内容')}
          </Button>
        </div>
      </header>
      <div className="desk-heat-tools">
        <Days days={days} offered={HEAT_DAYS} />
        <Fresh asOf={asOf} error={heat.error} onRetry={retry} />
      </div>
      <div className="desk-heat-columns">
        {counted.readings === 0 ? (
          <DeskEmpty title={i18n._('这段时间还没有人读')} hint={i18n._('看久一点，或等导购转发出去')} />
        ) : (
          <HeatArticle heat={heat.data} form={form} post={post.data} />
        )}
        <div className="desk-heat-side">
          <CountedFigures counted={counted} />
          <HeatTravel postId={postId} />
        </div>
      </div>
    </section>
  )
}
