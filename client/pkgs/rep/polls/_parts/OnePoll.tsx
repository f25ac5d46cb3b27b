// One question: how the shared view forms, what she says herself, and how customers come to it.
import { useLingui } from '@lingui/react'
import type { SeenPollWithVoice } from '@shared/contracts/poll'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/features/member/use-me'
import { PollPicture } from '@/features/poll/PollPicture'
import { wordState } from '@/features/poll/poll-words'
import { VoteForm } from '@/features/poll/VoteForm'
import { copyText } from '@/platform/clipboard'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePollActs } from './use-polls'

const PAGE = '/pkgs/account/poll/index'
export const MARK = 'poll:'
export const customersPath = (pollId: string): string => `${PAGE}?p=${pollId}`

function CopyLink({ pollId }: { pollId: string }) {
  const { i18n } = useLingui()
  const readerUrl = useMe().data?.readerUrl ?? ''
  const [made, setMade] = useState<{ link: string; copied: boolean } | null>(null)
  const copy = async () => {
    const link = `${readerUrl}/#${customersPath(pollId)}`
    setMade({ link, copied: await copyText(link) })
  }
  return (
    <>
      <Button kind="plain" disabled={readerUrl === ''} onTap={() => void copy()}>
        {made?.copied ? i18n._('链接已复制') : i18n._('复制链接')}
      </Button>
      {made && !made.copied && (
        <Text className="poll-note" selectable userSelect>
          {made.link}
        </Text>
      )}
    </>
  )
}

/** The page answers with useShareCard; `data-share` names the question. */
function Send({ pollId }: { pollId: string }) {
  const { i18n } = useLingui()
  if (process.env.TARO_ENV === 'h5') return <CopyLink pollId={pollId} />
  return (
    <NativeButton
      className="button button-plain"
      hoverClass="button-pressed"
      openType="share"
      data-share={`${MARK}${pollId}`}
    >
      {i18n._('问问她怎么看')}
    </NativeButton>
  )
}

export function OnePoll({ seen }: { seen: SeenPollWithVoice }) {
  const { i18n } = useLingui()
  const { poll } = seen
  const { vote, takeBack } = usePollActs(poll.pollId)
  return (
    <>
      <View className="polls-question" {...heading(1)}>
        {poll.question}
      </View>
      <Text className="poll-note">{wordState(poll, i18n)}</Text>
      <Card className="polls-card">
        <PollPicture seen={seen} />
      </Card>
      {(seen.mayVote || seen.voice) && (
        <Card className="polls-card">
          <View className="polls-part" {...heading(2)}>
            {i18n._('你怎么看')}
          </View>
          <VoteForm seen={seen} onVote={vote} onTakeBack={takeBack} />
          <Text className="poll-note">{i18n._('别人和总部都只看到人数，看不到是你')}</Text>
        </Card>
      )}
      {poll.whoMayVote !== 'reps' && poll.state === 'open' && <Send pollId={poll.pollId} />}
    </>
  )
}
