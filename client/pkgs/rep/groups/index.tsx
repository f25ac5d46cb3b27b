// 我的群: which groups do I keep; and one of them: what is to be done today, how does it take what I send, how is a session led?
import '../words'
import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { useGroup, useGroups } from '@/features/group/use-groups'
import { Answered } from '@/features/member/Answered'
import { goBack, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { GroupList } from './_parts/GroupList'
import { GroupView } from './_parts/GroupView'
import { PlayPage } from './_parts/PlayPage'
import './index.scss'

const HERE = '/pkgs/rep/groups/index'

function List() {
  const groups = useGroups()
  usePullRefresh(groups.refetch)
  return (
    <Answered asked={groups} next={HERE}>
      {(list) => <GroupList list={list} />}
    </Answered>
  )
}

function One({ groupId }: { groupId: string }) {
  const group = useGroup(groupId)
  usePullRefresh(group.refetch)
  return (
    <Answered asked={group} next={`${HERE}?g=${groupId}`}>
      {(seen) => <GroupView seen={seen} />}
    </Answered>
  )
}

export default function GroupsPage() {
  const { i18n } = useLingui()
  const [{ g: groupId = '', s: playbookId = '' }] = useState(pageParams)
  useTitle(i18n._('我的群'))
  return (
    <Page>
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      {groupId === '' ? (
        <List />
      ) : playbookId === '' ? (
        <One groupId={groupId} />
      ) : (
        <PlayPage groupId={groupId} playbookId={playbookId} />
      )}
    </Page>
  )
}
