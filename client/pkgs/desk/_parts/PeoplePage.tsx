// Who works as a rep, who has left, and how far each handover has come.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import { useState } from 'react'
import { type RepRow, usePeople } from '@/features/handover/use-people'
import { PeopleDialog } from './PeopleDialog'
import { PeopleTable } from './PeopleTable'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'

export function PeoplePage() {
  const { i18n } = useLingui()
  const { rows, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePeople()
  const [leaving, setLeaving] = useState<RepRow | null>(null)
  return (
    <section className="desk-list">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('人员')}</h1>
      </div>
      {error && rows.length === 0 && <DeskFailed error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <DeskLoading />}
      {!isPending && !error && rows.length === 0 && (
        <DeskEmpty title={i18n._('还没有导购')} hint={i18n._('把员工绑定到门店后，这里就有了')} />
      )}
      {rows.length > 0 && <PeopleTable rows={rows} onHandOver={setLeaving} />}
      {hasNextPage && (
        <div className="desk-more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {i18n._('更多')}
          </Button>
        </div>
      )}
      <PeopleDialog key={leaving?.memberId ?? ''} from={leaving} onClose={() => setLeaving(null)} />
    </section>
  )
}
