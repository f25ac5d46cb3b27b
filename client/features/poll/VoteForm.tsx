// What does she herself think? One option, a reason if she likes, changed or taken back at any time until it closes.
import { useLingui } from '@lingui/react'
import type { SeenPollWithVoice } from '@shared/contracts/poll'
import { REASON_MAX } from '@shared/domain/poll'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { tappable } from '@/ui/tap'
import { letterOf } from './poll-words'
import './poll.scss'

export type Said = { optionId: string; reason: string | null }
type Props = {
  seen: SeenPollWithVoice
  onVote: (said: Said) => Promise<unknown>
  onTakeBack: () => Promise<unknown>
  isReady?: boolean // what has to be agreed to first is agreed to
  children?: ReactNode // and stands here
}

function Options({
  seen,
  chosen,
  onChange,
}: {
  seen: SeenPollWithVoice
  chosen: string
  onChange: (id: string) => void
}) {
  const web = process.env.TARO_ENV === 'h5'
  return (
    <View className="poll-options">
      {seen.poll.options.map(({ id, text }, option) => {
        const name = `${letterOf(option)} ${text}`
        const isOn = id === chosen
        return (
          <View
            key={id}
            id={`option-${id}`}
            className={`poll-choice ${isOn ? 'poll-chosen' : ''}`}
            {...tappable(web || !isOn ? name : `✓ ${name}`, () => onChange(id))}
            {...(web ? { 'aria-pressed': isOn } : {})}
          >
            <Text>{isOn ? `✓ ${name}` : name}</Text>
          </View>
        )
      })}
    </View>
  )
}

/** What she said before stays hers to see. */
function Before({ seen }: { seen: SeenPollWithVoice }) {
  const { i18n } = useLingui()
  const before = seen.voice?.moves.slice(0, -1) ?? []
  if (before.length === 0) return null
  const names = before.map(({ optionId }) => seen.poll.options.find(({ id }) => id === optionId)?.text ?? '')
  return <Text className="poll-note">{i18n._('之前选过：{names}', { names: names.join(' → ') })}</Text>
}

export function VoteForm({ seen, onVote, onTakeBack, isReady = true, children }: Props) {
  const { i18n } = useLingui()
  const { voice, mayVote } = seen
  const now = voice?.moves[voice.moves.length - 1]?.optionId ?? ''
  const [chosen, setChosen] = useState(now)
  const [reason, setReason] = useState(voice?.reason ?? '')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const said = reason.trim()
  const isSame = chosen === now && said === (voice?.reason ?? '')
  const run = async (act: () => Promise<unknown>) => {
    setBusy(true)
    setError('')
    try {
      await act()
    } catch (failure) {
      setError(errorText(failure))
    }
    setBusy(false)
  }
  const takeBack = async () => {
    await onTakeBack()
    setChosen('')
    setReason('')
  }
  return (
    <View className="poll-form">
      {mayVote && <Options seen={seen} chosen={chosen} onChange={setChosen} />}
      <Before seen={seen} />
      {mayVote && (
        <Field
          id="poll-reason"
          label={i18n._('为什么（可不写）')}
          hint={i18n._('过了检查才会不署名地给别人看，别写名字和电话')}
          value={reason}
          onChange={setReason}
          maxLength={REASON_MAX}
          lines={2}
        />
      )}
      {mayVote && children}
      {mayVote && (
        <Button
          id="poll-vote"
          busy={busy}
          disabled={chosen === '' || isSame || !isReady}
          onTap={() => void run(() => onVote({ optionId: chosen, reason: said === '' ? null : said }))}
        >
          {voice ? i18n._('改成这样') : i18n._('就选这个')}
        </Button>
      )}
      {voice && (
        <>
          <Text className="poll-note">{i18n._('记下了，几分钟内画进图里；结束前随时可改')}</Text>
          <Button id="poll-back" kind="quiet" disabled={busy} onTap={() => void run(takeBack)}>
            {i18n._('收回，不算我')}
          </Button>
        </>
      )}
      {error !== '' && (
        <Text className="poll-error" {...describe('alert')}>
          {error}
        </Text>
      )}
    </View>
  )
}
