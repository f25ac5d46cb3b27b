// A question is written: who is asked, what may be answered, until when. Nothing is promised for answering.
import { useLingui } from '@lingui/react'
import type { PollId } from '@shared/domain/ids'
import {
  findPollFault,
  OPTION_MAX,
  OPTIONS_MAX,
  OPTIONS_MIN,
  type PollAudience,
  QUESTION_MAX,
} from '@shared/domain/poll'
import { Alert, Button, Drawer, Form, Input, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { mintId } from '@/platform/mint'
import { wordAudience, wordFault } from './poll-words'
import { useClosing } from './use-closing'
import { type HqPoll, useHqPollActs } from './use-polls'

const DAY_MS = 86_400_000
const DAYS = 7
const OPTION_ID_LENGTH = 8

type Option = { id: string; text: string }
const newOption = (): Option => ({ id: mintId().slice(0, OPTION_ID_LENGTH), text: '' })

function Options({ options, onChange }: { options: Option[]; onChange: (options: Option[]) => void }) {
  const { i18n } = useLingui()
  return (
    <div className="polls-options">
      {options.map(({ id, text }, i) => (
        <div className="polls-option" key={id}>
          <Input
            id={`poll-option-${i}`}
            aria-label={i18n._('选项 {n}', { n: i + 1 })}
            value={text}
            maxLength={OPTION_MAX}
            onChange={({ target }) =>
              onChange(options.map((one) => (one.id === id ? { id, text: target.value } : one)))
            }
          />
          {options.length > OPTIONS_MIN && (
            <Button
              type="text"
              aria-label={i18n._('去掉选项 {n}', { n: i + 1 })}
              onClick={() => onChange(options.filter((one) => one.id !== id))}
            >
              {i18n._('去掉')}
            </Button>
          )}
        </div>
      ))}
      {options.length < OPTIONS_MAX && (
        <Button onClick={() => onChange([...options, newOption()])}>{i18n._('加一个选项')}</Button>
      )}
    </div>
  )
}

export function PollDrawer({ poll, onClose }: { poll: HqPoll | null; onClose: () => void }) {
  const { i18n } = useLingui()
  const [pollId] = useState(() => (poll?.pollId ?? mintId()) as PollId)
  const [question, setQuestion] = useState(poll?.question ?? '')
  const [options, setOptions] = useState<Option[]>(() => poll?.options ?? [newOption(), newOption()])
  const [whoMayVote, setWho] = useState<PollAudience>(poll?.whoMayVote ?? 'all')
  const [days, setDays] = useState(() => (poll ? Math.max(1, Math.ceil((poll.closesAt - Date.now()) / DAY_MS)) : DAYS))
  const { wrong, busy, closeAfter } = useClosing(onClose)
  const { save } = useHqPollActs()
  const closesAt = Date.now() + days * DAY_MS
  const isBlank = question.trim() === '' || options.some(({ text }) => text.trim() === '')
  const fault = isBlank ? null : findPollFault({ question, options, closesAt }, Date.now())
  const keep = () => {
    const said = options.map(({ id, text }) => ({ id, text: text.trim() }))
    const draft = { pollId, rev: poll?.rev ?? 0, question: question.trim(), options: said, whoMayVote, closesAt }
    closeAfter(save(draft))
  }
  return (
    <Drawer
      open
      size={560}
      title={poll ? i18n._('改问题') : i18n._('问一个问题')}
      onClose={onClose}
      footer={
        <Button type="primary" loading={busy} disabled={isBlank || fault !== null} onClick={keep}>
          {i18n._('存为草稿')}
        </Button>
      }
    >
      {wrong !== '' && <Alert type="error" title={wrong} showIcon />}
      {fault && <Alert type="warning" title={wordFault(fault.fault, i18n)} showIcon />}
      <Form layout="vertical">
        <Form.Item label={i18n._('问什么')} htmlFor="poll-question">
          <Input
            id="poll-question"
            value={question}
            maxLength={QUESTION_MAX}
            placeholder={i18n._('比如 周末带孩子去哪儿')}
            onChange={({ target }) => setQuestion(target.value)}
          />
        </Form.Item>
        <Form.Item label={i18n._('选项')} htmlFor="poll-option-0">
          <Options options={options} onChange={setOptions} />
        </Form.Item>
        <Form.Item label={i18n._('问谁')}>
          <Segmented
            value={whoMayVote}
            options={(['all', 'reps', 'customers'] as const).map((value) => ({
              value,
              label: wordAudience(value, i18n),
            }))}
            onChange={setWho}
          />
        </Form.Item>
        <Form.Item label={i18n._('从现在起几天后结束')} htmlFor="poll-days">
          <InputNumber
            id="poll-days"
            min={1}
            max={60}
            precision={0}
            value={days}
            onChange={(n) => setDays(n ?? DAYS)}
          />
        </Form.Item>
      </Form>
      <p className="desk-note">
        {i18n._('不许诺奖品，不请人转发。开始后问题和选项不能改；人人看到同一张图，满 5 位才画')}
      </p>
    </Drawer>
  )
}
