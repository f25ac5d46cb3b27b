// 套路: how is this talk led? By scene, one opened in full; beside them how far she has come with her own brand.
import '../words'
import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { Answered } from '@/features/member/Answered'
import { useCoach } from '@/features/playbook/use-coach'
import { usePlaybooks } from '@/features/playbook/use-playbooks'
import { goBack, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { BackLink } from '@/ui/BackLink'
import { Choice } from '@/ui/Choice'
import { Page } from '@/ui/Page'
import { CoachTrack } from './_parts/CoachTrack'
import { OnePlaybook } from './_parts/OnePlaybook'
import { PlaybookList } from './_parts/PlaybookList'
import './index.scss'

const HERE = '/pkgs/rep/playbooks/index'

type Tab = 'plays' | 'coach'

export default function PlaybooksPage() {
  const { i18n } = useLingui()
  const [{ p = '', scene = '', tab: first = '' }] = useState(pageParams)
  const [tab, setTab] = useState<Tab>(first === 'coach' ? 'coach' : 'plays')
  const playbooks = usePlaybooks()
  const coach = useCoach(tab === 'coach')
  const next = p === '' ? `${HERE}?tab=${tab}` : `${HERE}?p=${p}`
  useTitle(tab === 'coach' ? i18n._('成长') : i18n._('套路'))
  usePullRefresh(tab === 'coach' ? coach.refetch : playbooks.refetch)
  const tabs = [
    { value: 'plays' as const, name: i18n._('套路'), id: 'tab-plays' },
    { value: 'coach' as const, name: i18n._('成长'), id: 'tab-coach' },
  ]
  return (
    <Page className="playbooks">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      {p === '' && <Choice options={tabs} chosen={tab} onChange={setTab} />}
      {tab === 'coach' ? (
        <Answered asked={coach} next={next}>
          {(coached) => <CoachTrack coached={coached} />}
        </Answered>
      ) : (
        <Answered asked={playbooks} next={next}>
          {({ playbooks: all, favourites }) =>
            p === '' ? (
              <PlaybookList all={all} favourites={favourites} first={scene} />
            ) : (
              <OnePlaybook playbook={all.find(({ playbookId }) => playbookId === p)} favourites={favourites} />
            )
          }
        </Answered>
      )}
    </Page>
  )
}
