// A number of what works: its value, how sure it is, and its formula one tap away; or that it is too early to tell.
import { useLingui } from '@lingui/react'
import { Formula } from './Formula'
import type { FormulaNumber } from './use-work'
import { wordCount, wordFormula, wordLikely, wordPart, wordValue } from './work-words'

type Props = { number: FormulaNumber; whose?: string; more?: string }

/** whose: named where many of the same stand below each other. */
export function WorkFormula({ number, whose, more }: Props) {
  const { i18n } = useLingui()
  const { name, how } = wordFormula(number.formula, i18n)
  const likely = wordLikely(number)
  const words = [how, likely && i18n._('95% 的可能在 {likely}', { likely }), more].filter(Boolean).join(i18n._('；'))
  const parts = number.parts.map(({ part, count }) => ({ label: wordPart(part, i18n), value: wordCount(count, i18n) }))
  return <Formula of={whose ? `${whose} · ${name}` : name} words={words} parts={parts} />
}

export function WorkNumber({ number, whose, more }: Props) {
  const { i18n } = useLingui()
  const likely = wordLikely(number)
  return (
    <span className="work-number">
      {number.value === null ? (
        <span className="desk-note">{i18n._('还不能判断')}</span>
      ) : (
        <>
          <b className="desk-number">{wordValue(number, number.value)}</b>
          {likely !== '' && <span className="desk-note desk-number work-likely">{likely}</span>}
        </>
      )}
      <WorkFormula number={number} {...(whose ? { whose } : {})} {...(more ? { more } : {})} />
    </span>
  )
}
