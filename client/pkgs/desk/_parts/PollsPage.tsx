// 大家怎么看: what is asked, of whom, and how does the shared view form? No ranking of anybody.
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { PollDetail } from './PollDetail'
import { PollDrawer } from './PollDrawer'
import { wordAudience, wordPollState } from './poll-words'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { type HqPoll, useHqPolls } from './use-polls'
import './polls.scss'

type LineProps = { poll: HqPoll; isSeen: boolean; onSee: () => void; onEdit: () => void }

function Line({ poll, isSeen, onSee, onEdit }: LineProps) {
  const { i18n } = useLingui()
  const { question, options, whoMayVote, state, closesAt } = poll
  return (
    <div className="polls-line">
      <div className="polls-words">
        <span className="polls-question">{question}</span>
        <span className="desk-note">
          {options.map(({ text }) => text).join(' / ')} · {wordAudience(whoMayVote, i18n)} ·{' '}
          {i18n._('到 {day}', { day: wordDay(closesAt, Date.now(), currentLang()) })}
        </span>
      </div>
      <Tag>{wordPollState(state, i18n)}</Tag>
      {state === 'draft' && <Button onClick={onEdit}>{i18n._('改')}</Button>}
      <Button type="link" aria-expanded={isSeen} aria-label={`${question} ${i18n._('看')}`} onClick={onSee}>
        {isSeen ? i18n._('收起') : i18n._('看')}
      </Button>
    </div>
  )
}

export function PollsPage() {
  const { i18n } = useLingui()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useHqPolls()
  const [editing, setEditing] = useState<HqPoll | 'new' | null>(null)
  const [seen, setSeen] = useState<string | null>(null)
  const polls = data?.pages.flatMap((page) => page.polls) ?? []
  return (
    <section className="polls">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('大家怎么看')}</h1>
        <Button type="primary" onClick={() => setEditing('new')}>
          {i18n._('问一个问题')}
        </Button>
      </div>
      <p className="desk-note">{i18n._('人人看到同一张图，谁选了什么没人看得到。客户先同意才记下，随时能收回')}</p>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data && polls.length === 0 && (
        <DeskEmpty title={i18n._('还没问过')} hint={i18n._('先问一个小问题，比如 周末带孩子去哪儿')} />
      )}
      <ul className="polls-list">
        {polls.map((poll) => {
          const isSeen = seen === poll.pollId
          return (
            <li className="polls-one" key={poll.pollId}>
              <Line
                poll={poll}
                isSeen={isSeen}
                onSee={() => setSeen(isSeen ? null : poll.pollId)}
                onEdit={() => setEditing(poll)}
              />
              {isSeen && <PollDetail poll={poll} />}
            </li>
          )
        })}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{i18n._('更早的')}</Button>}
      {editing !== null && <PollDrawer poll={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  )
}
