// Other wordings of the text's sentences, proposed by a model: asked for, ticked, put into the text as choices.
import { useLingui } from '@lingui/react'
import { App, Button, Checkbox, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { type SuggestDesk, type Suggesting, type Suggestion, tickOf, useSuggest } from '@/features/post/use-suggest'
import { wordWhyNone } from '@/features/post/word-advert'
import { errorText } from '@/ui/error-text'
import type { PostDesk } from './use-post-desk'

/** How long the cloud waits for a model before it gives up (cloudfunctions/_kit/planner.ts). */
const SLOWEST_MS = 8_000
const TICK_MS = 200

function Waiting({ onStop }: { onStop: () => void }) {
  const { i18n } = useLingui()
  const [waitedMs, setWaitedMs] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setWaitedMs((ms) => ms + TICK_MS), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="suggest-wait" role="status">
      <p className="desk-note">{i18n._('正在想，最多 8 秒。可以接着写别的')}</p>
      <Progress
        percent={Math.min(95, (waitedMs / SLOWEST_MS) * 100)}
        showInfo={false}
        size="small"
        aria-label={i18n._('正在想')}
      />
      <Button size="small" onClick={onStop}>
        {i18n._('不等了')}
      </Button>
    </div>
  )
}

type OneProps = { sentence: Suggestion; ticked: readonly string[]; onTick: SuggestDesk['tick'] }

function One({ sentence, ticked, onTick }: OneProps) {
  return (
    <li className="suggest-one">
      <p className="suggest-source">{sentence.source}</p>
      <div className="suggest-options">
        {sentence.suggestions.map((wording) => {
          const key = tickOf(sentence, wording)
          return (
            <Checkbox key={key} checked={ticked.includes(key)} onChange={(event) => onTick(key, event.target.checked)}>
              {wording}
            </Checkbox>
          )
        })}
      </div>
    </li>
  )
}

type ThereProps = { state: Extract<Suggesting, { phase: 'there' }>; suggest: SuggestDesk; desk: PostDesk }

function There({ state, suggest, desk }: ThereProps) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { sentences, ticked } = state
  const keep = () => {
    const text = suggest.keep(desk.form.text)
    if (text === null) return void message.warning(i18n._('文案刚才改过，对不上了。再要一次'))
    desk.draft.change({ text })
    suggest.stop()
    void message.success(i18n._('放进文案了，每位导购拿到其中一种'))
  }
  return (
    <>
      <p className="desk-note">{i18n._('读一遍，勾上能用的。事实没变才会出现在这里')}</p>
      <ul className="suggest-list">
        {sentences.map((sentence) => (
          <One key={sentence.at} sentence={sentence} ticked={ticked} onTick={suggest.tick} />
        ))}
      </ul>
      <div className="desk-row">
        <Button id="suggest-keep" type="primary" disabled={ticked.length === 0} onClick={keep}>
          {i18n._('把勾上的 {n} 句放进文案', { n: ticked.length })}
        </Button>
        <Button onClick={suggest.stop}>{i18n._('都不要')}</Button>
      </div>
    </>
  )
}

/** What the last answer says about asking again. */
const sayState = (i18n: ReturnType<typeof useLingui>['i18n'], state: Suggesting): string => {
  if (state.phase === 'failed') return i18n._('没要到：{why}', { why: errorText(state.error) })
  if (state.phase === 'none') return wordWhyNone(i18n, state.reason)
  return ''
}

export function Suggest({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const suggest = useSuggest()
  const { state } = suggest
  const { form, report } = desk
  const faulty = !report.verdict.ok && report.verdict.reason !== 'space-too-small'
  const isOff = state.phase === 'none' && state.reason === 'ai-off'
  const say = sayState(i18n, state)
  if (!desk.editable) return null
  return (
    <div className="desk-suggest">
      {!isOff && state.phase !== 'asking' && (
        <Button
          id="suggest-ask"
          disabled={faulty || form.text.trim() === ''}
          onClick={() => void suggest.ask(form.text, form.lockedWords)}
        >
          {state.phase === 'quiet' ? i18n._('AI 给几种说法') : i18n._('再要一次')}
        </Button>
      )}
      {state.phase === 'asking' && <Waiting onStop={suggest.stop} />}
      {say !== '' && (
        <p className={state.phase === 'failed' ? 'desk-wrong' : 'desk-note'} role="status">
          {say}
        </p>
      )}
      {state.phase === 'there' && <There state={state} suggest={suggest} desk={desk} />}
      {(state.phase === 'there' || (state.phase === 'none' && !isOff)) && (
        <p className="desk-note">{i18n._('今天还能要 {n} 次', { n: state.left })}</p>
      )}
    </div>
  )
}
