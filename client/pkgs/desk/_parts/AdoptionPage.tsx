// What was read these days, and what became of each post that is out? From a post to its heat.
import { useLingui } from '@lingui/react'
import { useAdoption } from '@/features/post/use-heat'
import { AdoptionDays } from './AdoptionDays'
import { AdoptionPosts } from './AdoptionPosts'
import { Fresh } from './Counted'
import { ADOPTION_DAYS, Days, useDays } from './Days'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'

export function AdoptionPage() {
  const { i18n } = useLingui()
  const days = useDays(ADOPTION_DAYS, 7)
  const { data, error, refetch } = useAdoption(days)
  const retry = () => void refetch()
  return (
    <section className="desk-adoption">
      <div className="work-filters">
        <Days days={days} offered={ADOPTION_DAYS} />
      </div>
      {!data && (error ? <DeskFailed error={error} onRetry={retry} /> : <DeskLoading />)}
      {data && (
        <>
          <Fresh asOf={data.asOf} error={error} onRetry={retry} />
          <h2 className="desk-part-title">{i18n._('每天读了多少')}</h2>
          <AdoptionDays days={data.days} />
          <h2 className="desk-part-title">{i18n._('每条内容')}</h2>
          {data.posts.length > 0 ? (
            <AdoptionPosts posts={data.posts} />
          ) : (
            <DeskEmpty title={i18n._('还没有发出去的内容')} hint={i18n._('发布之后，这里看它被拿走、存下和读了多少')} />
          )}
        </>
      )}
    </section>
  )
}
