// What WeChat said of each text and picture of a stored version, and when; what it is unsure of, an approver decides.

import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { LABELS } from '@shared/domain/check'
import { dayOf, timeOf } from '@shared/domain/day'
import { Alert, Button } from 'antd'
import { type CheckedVersion, type ShownCheck, useChecks } from '@/features/post/use-checks'
import { errorText } from '@/ui/error-text'
import './safety.scss'

type Standing = 'unasked' | 'waiting' | 'pass' | 'review' | 'risky'

const wordStanding = (i18n: I18n, standing: Standing): string => {
  switch (standing) {
    case 'unasked':
      return i18n._('这一版还没送微信检查')
    case 'waiting':
      return i18n._('送去检查了，在等微信回话')
    case 'pass':
      return i18n._('微信没查出问题')
    case 'review':
      return i18n._('微信拿不准，要审核人看一眼')
    case 'risky':
      return i18n._('微信认为有风险，改掉再发')
  }
}

const LABEL_WORDS = (i18n: I18n): Readonly<Record<string, string>> => ({
  正常: i18n._('正常'),
  广告: i18n._('广告'),
  时政: i18n._('时政'),
  色情: i18n._('色情'),
  辱骂: i18n._('辱骂'),
  违法犯罪: i18n._('违法犯罪'),
  欺诈: i18n._('欺诈'),
  低俗: i18n._('低俗'),
  版权: i18n._('版权'),
  其他: i18n._('其他'),
})

/** What it is, in the order of gravity: "有风险 · 欺诈", "没问题", "还没回话". */
const wordVerdict = (i18n: I18n, { verdict, label, gaveUp, decided }: ShownCheck): string => {
  if (decided) return decided.ok ? i18n._('{name} 看过，没问题', decided) : i18n._('{name} 看过，不合适', decided)
  if (verdict === null) return i18n._('还没回话')
  if (verdict === 'pass') return i18n._('没问题')
  if (gaveUp) return i18n._('微信一直没回话，要人看')
  const said = LABEL_WORDS(i18n)[LABELS[label ?? 0] ?? ''] ?? ''
  const what = verdict === 'risky' ? i18n._('有风险') : i18n._('拿不准')
  return said ? `${what} · ${said}` : what
}

const wordTime = (at: number): string => {
  const today = dayOf(Date.now()) === dayOf(at)
  return today ? timeOf(at) : `${dayOf(at).slice(5).replace('-', '/')} ${timeOf(at)}`
}

const isFine = ({ verdict, decided }: ShownCheck): boolean => verdict === 'pass' || decided?.ok === true
const chipOf = ({ verdict, decided }: ShownCheck): string => {
  if (verdict === 'risky' || decided?.ok === false) return 'found-block'
  return verdict === 'review' && !decided ? 'found-sign' : 'found-hint'
}

type LineProps = {
  check: ShownCheck
  place: string
  mayDecide: boolean
  busy: boolean
  onDecide: (ok: boolean) => void
}

function CheckLine({ check, place, mayDecide, busy, onDecide }: LineProps) {
  const { i18n } = useLingui()
  const open = check.verdict === 'review' && check.decided === null
  return (
    <li className="safety-check">
      <span className="safety-place">{place}</span>
      <span className={`desk-chip ${chipOf(check)}`}>{wordVerdict(i18n, check)}</span>
      {check.word !== '' && <mark>{check.word}</mark>}
      {check.doneAt !== null && <span className="desk-note desk-number">{wordTime(check.doneAt)}</span>}
      {open && mayDecide && (
        <span className="desk-row">
          <Button
            size="small"
            loading={busy}
            onClick={() => onDecide(true)}
            aria-label={i18n._('{place}没问题', { place })}
          >
            {i18n._('没问题')}
          </Button>
          <Button
            size="small"
            danger
            loading={busy}
            onClick={() => onDecide(false)}
            aria-label={i18n._('{place}不合适', { place })}
          >
            {i18n._('不合适')}
          </Button>
        </span>
      )}
    </li>
  )
}

type Props = { checked: CheckedVersion; unsaved: boolean; wordPlace: (place: string) => string }

/** Nothing while nothing is stored: there is no version yet that could be looked at. */
export function SafetyChecks({ checked, unsaved, wordPlace }: Props) {
  const { i18n } = useLingui()
  const { shown, ask, decide } = useChecks(checked)
  if (checked.version === 0 || !shown) return null
  const { standing, reachable, mayDecide, checks } = shown
  const notable = checks.filter((check) => !isFine(check))
  const fine = checks.length - notable.length
  const failed = ask.error ?? decide.error
  return (
    <div className="safety-checks">
      <p className="safety-standing" role="status">
        {wordStanding(i18n, standing)}
      </p>
      {standing === 'waiting' && !reachable && (
        <Alert
          type="warning"
          showIcon
          title={i18n._('请在小程序里打开一次涟漪')}
          description={i18n._('微信只替两小时内用过小程序的人检查。总部任何一位同事打开过就行')}
        />
      )}
      {notable.length > 0 && (
        <ul className="safety-list" aria-label={i18n._('微信还没放行的')}>
          {notable.map((check) => (
            <CheckLine
              key={check.checkId}
              check={check}
              place={wordPlace(check.place)}
              mayDecide={mayDecide}
              busy={decide.isPending}
              onDecide={(ok) => decide.mutate({ checkId: check.checkId, ok })}
            />
          ))}
        </ul>
      )}
      {fine > 0 && <p className="desk-note">{i18n._('{n} 处没问题', { n: fine })}</p>}
      {standing === 'unasked' && (
        <div className="desk-row">
          <Button id={`${checked.of}-check`} disabled={unsaved} loading={ask.isPending} onClick={() => ask.mutate()}>
            {i18n._('送微信检查')}
          </Button>
          <span className="desk-note">
            {unsaved ? i18n._('有改动没存，存好再送') : i18n._('发布时也会送；先送，发之前就知道')}
          </span>
        </div>
      )}
      {failed && (
        <p className="desk-wrong" role="alert">
          {errorText(failed)}
        </p>
      )}
    </div>
  )
}
