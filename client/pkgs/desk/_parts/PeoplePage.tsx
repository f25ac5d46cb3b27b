// Who works where: the firm as a tree, its people as a table; one of them, or a list of many, opens beside it.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type RepRow, usePeople } from '@/features/handover/use-people'
import { useOrg } from '@/features/people/use-org'
import { useEditor } from '@/features/post/use-posts'
import { mintId } from '@/platform/mint'
import { useAddress } from './Address'
import { DeskMore } from './DeskMore'
import { PeopleDialog } from './PeopleDialog'
import { PeopleDrawer } from './PeopleDrawer'
import { PeopleFilters, soughtOf } from './PeopleFilters'
import { PeopleTable } from './PeopleTable'
import { PeopleTree } from './PeopleTree'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './people.scss'

/** Reads spreadsheets, which is heavy. */
const RosterPage = lazy(() => import('./RosterPage').then((module) => ({ default: module.RosterPage })))

function Listed({ onHandOver }: { onHandOver: (row: RepRow) => void }) {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const people = usePeople(soughtOf(address))
  const { rows, error, isPending, refetch } = people
  const isSought = Object.keys(soughtOf(address)).length > 0
  if (isPending && !error) return <DeskLoading />
  if (error && rows.length === 0) return <DeskFailed error={error} onRetry={() => void refetch()} />
  if (rows.length === 0)
    return isSought ? (
      <DeskEmpty title={i18n._('没有这样的人')} hint={i18n._('换个条件，或清空筛选')} />
    ) : (
      <DeskEmpty title={i18n._('还没有导购')} hint={i18n._('加一位，或导入名单')} />
    )
  return (
    <>
      <PeopleTable rows={rows} onHandOver={onHandOver} onOpen={(row) => go({ member: row.memberId })} />
      <DeskMore of={people} />
    </>
  )
}

export function PeoplePage() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const org = useOrg()
  const role = useEditor().data?.role
  const [leaving, setLeaving] = useState<RepRow | null>(null)
  const isHq = role === 'editor' || role === 'approver'
  if (address.roster)
    return (
      <Suspense fallback={<DeskLoading />}>
        <RosterPage onBack={() => go({ roster: '' })} />
      </Suspense>
    )
  return (
    <section className="desk-list desk-people">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('人员')}</h1>
        <div className="people-acts">
          {isHq && <Button onClick={() => go({ roster: '1' })}>{i18n._('导入名单')}</Button>}
          <Button type="primary" onClick={() => go({ member: mintId(), fresh: '1' })}>
            {i18n._('加一位')}
          </Button>
        </div>
      </div>
      <div className="people-both">
        {org.data && <PeopleTree org={org.data} mayChange={isHq} />}
        <div className="people-main">
          <PeopleFilters />
          <Listed onHandOver={setLeaving} />
        </div>
      </div>
      <PeopleDialog key={leaving?.memberId ?? ''} from={leaving} onClose={() => setLeaving(null)} />
      {address.member && org.data && (
        <PeopleDrawer
          key={address.member}
          memberId={address.member}
          isNew={address.fresh === '1'}
          org={org.data}
          isApprover={role === 'approver'}
        />
      )}
    </section>
  )
}
