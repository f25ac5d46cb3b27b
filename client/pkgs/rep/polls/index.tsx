// 大家怎么看: what are people asked, how does the shared view form, and what does she think herself?
import '../words'
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Answered } from '@/features/member/Answered'
import { wordState } from '@/features/poll/poll-words'
import { goBack, openPage, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { useShareCard } from '@/platform/share'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { customersPath, MARK, OnePoll } from './_parts/OnePoll'
import { type ListedPoll, usePoll, usePolls } from './_parts/use-polls'
import './index.scss'

const HERE = '/pkgs/rep/polls/index'

function Line({ poll }: { poll: ListedPoll }) {
  const { i18n } = useLingui()
  const own = poll.hasVoted ? i18n._('说过了') : poll.mayVote ? i18n._('还没说') : ''
  const note = [wordState(poll, i18n), own].filter(Boolean).join(' · ')
  return (
    <Card onTap={() => openPage(`${HERE}?p=${poll.pollId}`)} label={`${poll.question} ${note}`}>
      <View className="polls-line">{poll.question}</View>
      <Text className="poll-note">{note}</Text>
    </Card>
  )
}

function All() {
  const { i18n } = useLingui()
  const asked = usePolls()
  usePullRefresh(asked.refetch)
  return (
    <>
      <View className="polls-title" {...heading(1)}>
        {i18n._('大家怎么看')}
      </View>
      <Answered asked={asked} next={HERE}>
        {({ polls }) => (
          <View className="polls-list">
            {polls.length === 0 && (
              <Empty title={i18n._('还没有问题')} hint={i18n._('总部提问后，这里看得到大家怎么看')} />
            )}
            {polls.map((poll) => (
              <Line key={poll.pollId} poll={poll} />
            ))}
          </View>
        )}
      </Answered>
    </>
  )
}

function One({ pollId }: { pollId: string }) {
  const { i18n } = useLingui()
  const asked = usePoll(pollId)
  usePullRefresh(asked.refetch)
  const question = asked.data?.poll.question ?? i18n._('大家怎么看')
  useShareCard((share) => ({
    title: question,
    path: customersPath(share?.startsWith(MARK) ? share.slice(MARK.length) : pollId),
    imageUrl: '',
  }))
  return (
    <Answered asked={asked} next={`${HERE}?p=${pollId}`}>
      {(seen) => <OnePoll key={seen.voice ? 'said' : 'not-yet'} seen={seen} />}
    </Answered>
  )
}

export default function PollsPage() {
  const { i18n } = useLingui()
  const [pollId] = useState(() => pageParams().p ?? '')
  useTitle(i18n._('大家怎么看'))
  return (
    <Page className="polls">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      {pollId === '' ? <All /> : <One pollId={pollId} />}
    </Page>
  )
}
