// The answer: one verdict and why, the three factors with their sums, and which number would turn it.
import { useLingui } from '@lingui/react'
import { FIT_KEYS, type FitAbout, type FitAnswer, type FitLevel, type FitTyped } from '@shared/domain/fit'
import { Formula } from './Formula'
import { useFitFormulas } from './fit-formulas'
import { wordAbout, wordField, wordMoney, wordNext, wordRough, wordSigned, wordVerdict, wordWhy } from './fit-words'

type Props = { answer: FitAnswer; typed: FitTyped }

const TURNS_SHOWN = 3

function Factor({ about, answer, typed }: Props & { about: FitAbout }) {
  const { i18n } = useLingui()
  const { title } = wordAbout(about, i18n)
  const formula = useFitFormulas(answer)[about]
  const level: Record<FitLevel, string> = { good: i18n._('好'), fair: i18n._('一般'), poor: i18n._('差') }
  const figures: Record<FitAbout, { n: string; note: string }> = {
    value: {
      n: wordMoney(answer.worth.total, i18n),
      note: i18n._('一位客户 {years} 年的毛利；每花 1 元，回来 {back} 元', {
        years: typed.years ?? 0,
        back: wordRough(answer.back, i18n),
      }),
    },
    acquire: {
      n: answer.perBuyer === null ? '—' : wordMoney(answer.perBuyer, i18n),
      note: i18n._('这里找来一位会买的；别处要 {money}', { money: wordMoney(typed.elsewhere ?? 0, i18n) }),
    },
    own: {
      n: wordMoney(answer.month.cost, i18n),
      note:
        answer.payback === null
          ? i18n._('每月花这么多，5 年里回不了本')
          : i18n._('每月花这么多，第 {n} 个月回本', { n: answer.payback }),
    },
  }
  return (
    <li className="fit-factor" data-level={answer.levels[about]}>
      <div className="fit-factor-head">
        <h3>{title}</h3>
        <span className="fit-level">{level[answer.levels[about]]}</span>
      </div>
      <p className="fit-figure">
        {figures[about].n}
        <Formula of={title} {...formula} />
      </p>
      <p className="desk-note">{figures[about].note}</p>
    </li>
  )
}

/** 会再买吗 · 会买别的吗 · 会带人来吗: how much of her worth each answer makes. */
function Questions({ answer }: { answer: FitAnswer }) {
  const { i18n } = useLingui()
  const { first, again, other, brings, total } = answer.worth
  const rows = [
    { name: i18n._('第一次买'), n: first },
    { name: i18n._('会再买吗'), n: again },
    { name: i18n._('会买别的吗'), n: other },
    { name: i18n._('会带人来吗'), n: brings },
  ]
  return (
    <table className="fit-questions">
      <caption>{i18n._('一位客户的毛利从哪来')}</caption>
      <tbody>
        {rows.map(({ name, n }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="desk-number">{n > 0 ? wordMoney(n, i18n) : i18n._('没有')}</td>
            <td className="fit-track" aria-hidden="true">
              <span style={{ width: `${total > 0 ? (n / total) * 100 : 0}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Turns({ answer, typed }: Props) {
  const { i18n } = useLingui()
  const { verdict, turns, month, enough } = answer
  const shown = turns.slice(0, TURNS_SHOWN)
  const wins = month.buyers * answer.worth.total + month.held >= month.cost
  return (
    <div className="fit-turns" data-verdict={verdict}>
      <h3>{wins ? i18n._('哪个数变了，就不赚了') : i18n._('哪个数变了，就赚了')}</h3>
      {shown.length === 0 && <p className="desk-note">{i18n._('单改一个数，翻一倍也改不了结果')}</p>}
      <ul>
        {shown.map(({ key, at }) => {
          const { label, unit } = wordField(key, i18n)
          return (
            <li key={key}>
              {i18n._('{label}：现在 {now}，到 {at} {unit}就翻过来', {
                label,
                unit,
                now: (typed[key] ?? 0).toLocaleString(),
                at: wordRough(at, i18n),
              })}
            </li>
          )
        })}
      </ul>
      {enough !== null && (
        <p className="desk-note">
          {i18n._('不亏：每月至少要有 {enough} 位新来买的，照现在的估计有 {now} 位', {
            enough: Math.ceil(enough).toLocaleString(),
            now: wordRough(month.buyers, i18n),
          })}
        </p>
      )}
    </div>
  )
}

export function FitResult({ answer, typed }: Props) {
  const { i18n } = useLingui()
  const { range, why, verdict } = answer
  const formulas = useFitFormulas(answer)
  return (
    <section className="fit-result" aria-label={i18n._('结论')} aria-live="polite">
      <div className="fit-verdict" data-verdict={verdict}>
        <h2>{wordVerdict(answer, i18n)}</h2>
        <ul>
          {why.map((reason) => (
            <li key={reason}>{wordWhy(reason, answer, { typed, i18n })}</li>
          ))}
        </ul>
        <p className="fit-next">{wordNext(answer, i18n)}</p>
        <p className="desk-note">
          {i18n._('做稳之后每月：{low} 到 {high}', {
            low: wordSigned(range.low, i18n),
            high: wordSigned(range.high, i18n),
          })}
          <Formula of={i18n._('做稳之后每月')} {...formulas.range} />
        </p>
      </div>
      <ol className="fit-factors">
        {(['value', 'acquire', 'own'] as const).map((about) => (
          <Factor key={about} about={about} answer={answer} typed={typed} />
        ))}
      </ol>
      <Questions answer={answer} />
      <Turns answer={answer} typed={typed} />
    </section>
  )
}

/** On paper, what it was reckoned from. */
export function FitPaper({ typed }: { typed: FitTyped }) {
  const { i18n } = useLingui()
  return (
    <dl className="fit-typed">
      {FIT_KEYS.filter((key) => typed[key] !== undefined).map((key) => {
        const { label, unit } = wordField(key, i18n)
        return (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{`${(typed[key] ?? 0).toLocaleString()} ${unit}`}</dd>
          </div>
        )
      })}
    </dl>
  )
}
