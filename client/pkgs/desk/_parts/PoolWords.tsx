// Which words vary, into what, in which voices; and "not in this post" for any of them.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { TONES } from '@shared/domain/variant/tone'
import { Button } from 'antd'
import { useState } from 'react'
import type { VariedWord } from '@/features/post/use-pool'
import { aroundOf, isVetoed, type Origin, originOf, VETO_MAX } from '@/features/post/varied'
import { wordTone } from '@/features/post/words'
import { Part } from './Field'
import type { PostDesk } from './use-post-desk'
import { useVetoes, Vetoes } from './Vetoes'

type RowProps = { desk: PostDesk; word: VariedWord }
const FEW = 8

function Option({ desk, option, origin }: { desk: PostDesk; option: string; origin: Origin }) {
  const { i18n } = useLingui()
  const { vetoes, mayAdd, add } = useVetoes(desk)
  const isOut = origin !== 'written' && isVetoed(option, vetoes)
  const mayVeto = mayAdd && !isOut && origin !== 'written' && option !== '' && option.length <= VETO_MAX
  return (
    <li className={isOut ? 'varied-option varied-out' : 'varied-option'}>
      {isOut ? <s>{option}</s> : option}
      {mayVeto && (
        <button
          type="button"
          className="varied-veto"
          aria-label={i18n._('这篇不用“{word}”', { word: option })}
          title={i18n._('这篇不用')}
          onClick={() => add(option)}
        >
          ✕
        </button>
      )}
    </li>
  )
}

/** Where a line is put that the author did not write. */
const wordLine = (i18n: I18n, { before, after }: { before: string; after: string }): string => {
  if (before.trim() === '') return i18n._('开头加一句')
  if (after.trim() === '') return i18n._('结尾加一句')
  return i18n._('“{before}”后面加一句', { before: before.trim() })
}

function Source({ desk, word, origin }: RowProps & { origin: Origin }) {
  const { i18n } = useLingui()
  const { vetoes, mayAdd, add } = useVetoes(desk)
  const source = word.options[0] ?? ''
  const { before, after } = aroundOf(word, desk.report)
  if (origin === 'line') return <p className="varied-source">{wordLine(i18n, { before, after })}</p>
  const mayKeep = mayAdd && origin === 'word' && source.length <= VETO_MAX && !isVetoed(source, vetoes)
  return (
    <>
      <p className="varied-source">
        <span className="desk-note">{before}</span>
        <b>{source}</b>
        <span className="desk-note">{after}</span>
      </p>
      {mayKeep && (
        <Button
          size="small"
          type="text"
          aria-label={i18n._('“{word}”在这篇里不换', { word: source })}
          onClick={() => add(source)}
        >
          {i18n._('这篇不换')}
        </Button>
      )}
    </>
  )
}

function Row({ desk, word }: RowProps) {
  const { i18n } = useLingui()
  const [all, setAll] = useState(false)
  const origin = originOf(word, desk.form.text)
  const options = word.options.slice(1)
  const shown = all ? options : options.slice(0, FEW)
  return (
    <li className="varied">
      <div className="varied-what">
        <Source desk={desk} word={word} origin={origin} />
        <p className="desk-note">
          {word.tones.length === TONES.length
            ? i18n._('三种语气')
            : word.tones.map((tone) => wordTone(i18n, tone)).join(i18n._('、'))}
          {origin === 'written' && ` · ${i18n._('你写的选词')}`}
        </p>
      </div>
      <ul className="varied-options">
        {shown.map((option) => (
          <Option key={option} desk={desk} option={option} origin={origin} />
        ))}
        {shown.length < options.length && (
          <li>
            <button type="button" className="desk-link" onClick={() => setAll(true)}>
              {i18n._('还有 {n} 种', { n: options.length - shown.length })}
            </button>
          </li>
        )}
      </ul>
    </li>
  )
}

export function PoolWords({ desk, words }: { desk: PostDesk; words: VariedWord[] }) {
  const { i18n } = useLingui()
  return (
    <Part title={i18n._('哪些词会变')}>
      {desk.editable && (
        <p className="desk-note">{i18n._('左边是文案里的，右边是会换成的。不合适的点 ✕，这篇就不用')}</p>
      )}
      <Vetoes desk={desk} />
      {words.length === 0 && <p>{i18n._('没有会变的词。在文案里写几处选词')}</p>}
      <ul className="varied-list">
        {words.map((word) => (
          <Row key={`${word.from}/${word.options[0]}/${word.tones[0]}`} desk={desk} word={word} />
        ))}
      </ul>
    </Part>
  )
}
