// 大家怎么看: how does the shared view form, and what does she think? The customer's own page; she may just look.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PollPicture } from '@/features/poll/PollPicture'
import { wordState } from '@/features/poll/poll-words'
import { VoteForm } from '@/features/poll/VoteForm'
import { openPage, pageParams } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Failed, Skeleton } from '@/ui/States'
import { Agreement } from './_parts/Agreement'
import { type CustomersPoll, useCustomersPoll, useVoice } from './_parts/use-poll'
import './index.scss'

function Seen({ seen }: { seen: CustomersPoll }) {
  const { i18n } = useLingui()
  const { poll, voice, mayVote, version } = seen
  const { vote, takeBack } = useVoice(poll.pollId)
  const [agreed, setAgreed] = useState(false)
  const needsWord = voice === null
  return (
    <>
      <Text className="poll-note">{wordState(poll, i18n)}</Text>
      <Card className="poll-card">
        <PollPicture seen={seen} />
      </Card>
      {(mayVote || voice) && (
        <Card className="poll-card">
          <View className="poll-part" {...heading(2)}>
            {i18n._('您怎么看')}
          </View>
          <VoteForm
            seen={seen}
            onVote={(said) => vote(said, needsWord ? version : null)}
            onTakeBack={takeBack}
            isReady={!needsWord || agreed}
          >
            {needsWord && <Agreement firm={poll.firm} isOn={agreed} onChange={setAgreed} />}
          </VoteForm>
        </Card>
      )}
      <Button kind="quiet" onTap={() => openPage('/pages/privacy/index')}>
        {i18n._('隐私中心')}
      </Button>
    </>
  )
}

export default function PollPage() {
  const { i18n } = useLingui()
  const [pollId] = useState(() => pageParams().p ?? '')
  const { data, error, refetch } = useCustomersPoll(pollId)
  useTitle(i18n._('大家怎么看'))
  usePullRefresh(refetch)
  return (
    <Page title={data?.poll.question ?? i18n._('大家怎么看')}>
      {data ? (
        <Seen key={data.voice ? 'said' : 'not-yet'} seen={data} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}
