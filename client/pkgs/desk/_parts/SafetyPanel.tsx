// Is this post safe to send out? What was found in its words, its pictures and as a whole, each with what to do about it,
// and what WeChat said.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { AD_UNMARKED, MINOR_PERHAPS, MINOR_UNPROVEN, type Risk } from '@shared/domain/safety'
import { Button, ConfigProvider } from 'antd'
import { useMemo } from 'react'
import { placeOf, putMinor, risksBeside } from '@/features/post/minors'
import { wordWhyOf } from '@/features/post/risks'
import { wordFoundCounts, wordSpot } from '@/features/post/word-advert'
import { type FormFinding, replaceWord } from '@/features/post/words-found'
import { Part } from './Field'
import { SeverityMark } from './Findings'
import { MinorField, minorFieldId } from './MinorField'
import { SafetyChecks } from './SafetyChecks'
import './safety.scss'
import type { PostDesk } from './use-post-desk'

const wordImage = (i18n: I18n, n: number | null): string =>
  n === null ? i18n._('长文里的图') : i18n._('第 {n} 张图', { n })

/** Where in this post a check's place is. */
const wordPlace = (i18n: I18n, desk: PostDesk, place: string): string => {
  const [kind, id = ''] = place.split('.')
  const section = desk.form.sections.findIndex((one) => one.id === id)
  if (kind === 'firstComment') return i18n._('首条评论')
  if (kind === 'title') return i18n._('长文标题')
  if (kind === 'section') return i18n._('第 {n} 节', { n: section + 1 })
  if (kind === 'alt') return i18n._('{image}的说明', { image: wordImage(i18n, placeOf(desk.form, id)) })
  if (kind === 'image') return wordImage(i18n, placeOf(desk.form, id))
  return i18n._('朋友圈文案')
}

const wordRisk = (i18n: I18n, risk: Risk, n: number | null): string => {
  const image = wordImage(i18n, n)
  if (risk.id === AD_UNMARKED) return i18n._('有“{word}”，像在卖东西，还没标“广告”', { word: risk.word })
  if (risk.id === MINOR_UNPROVEN) return i18n._('{image}里有孩子，没写书面同意存在哪里', { image })
  if (risk.id === MINOR_PERHAPS) return i18n._('{image}里可能有孩子', { image })
  return i18n._('{image}的说明里有“{word}”', { image, word: risk.word })
}

function RiskAct({ desk, risk }: { desk: PostDesk; risk: Risk }) {
  const { i18n } = useLingui()
  const { draft } = desk
  const { imageId } = risk
  const toField = (id: string) => setTimeout(() => document.getElementById(id)?.focus())
  if (risk.id === AD_UNMARKED)
    return (
      <Button size="small" onClick={() => draft.change({ isAd: true })}>
        {i18n._('标明广告')}
      </Button>
    )
  if (imageId === null || (risk.id !== MINOR_UNPROVEN && risk.id !== MINOR_PERHAPS)) return null
  if (placeOf(desk.form, imageId) === null)
    return <MinorField desk={desk} imageId={imageId} name={i18n._('长文里的图')} />
  if (risk.id === MINOR_UNPROVEN)
    return (
      <Button size="small" onClick={() => toField(minorFieldId(imageId))}>
        {i18n._('去填')}
      </Button>
    )
  const say = () => {
    draft.change((form) => ({ minors: putMinor(form.minors, imageId, '') }))
    toField(minorFieldId(imageId))
  }
  return (
    <Button size="small" onClick={say}>
      {i18n._('是孩子')}
    </Button>
  )
}

/** The first safe wording, by one tap; where none is offered, the field says what to do. */
function WordLine({ desk, finding }: { desk: PostDesk; finding: FormFinding }) {
  const { i18n } = useLingui()
  const { word, spot } = finding
  const [instead] = finding.instead
  return (
    <li className="safety-risk">
      <SeverityMark severity={finding.severity} />
      <span className="safety-what">
        {spot ? `${wordSpot(i18n, spot)}：` : ''}“{word}”
      </span>
      {desk.editable && spot && instead !== undefined && (
        <Button
          size="small"
          aria-label={i18n._('这里把“{word}”改成“{instead}”', { word, instead })}
          onClick={() => desk.draft.change((form) => replaceWord(form, finding, instead))}
        >
          {i18n._('改成“{instead}”', { instead })}
        </Button>
      )}
    </li>
  )
}

const RANK = { block: 0, sign: 1, hint: 2 } as const

export function SafetyPanel({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, draft, found } = desk
  const risks = useMemo(
    () => risksBeside(form, draft.known).sort((a, b) => RANK[a.severity] - RANK[b.severity]),
    [form, draft.known],
  )
  const words = found.all.filter(({ severity }) => severity !== 'hint')
  const counts = wordFoundCounts(i18n, [...words, ...risks])
  return (
    <Part title={i18n._('安全')}>
      <div id="safety-field">
        <p id="safety" tabIndex={-1} className={counts ? 'safety-standing' : 'desk-note'}>
          {counts || i18n._('文案、长文和图片里没查出要改的')}
        </p>
      </div>
      <ul className="safety-list">
        {risks.map((risk) => (
          <li className="safety-risk" key={`${risk.id}/${risk.imageId}/${risk.at}`}>
            <SeverityMark severity={risk.severity} />
            <span className="safety-what">
              {wordRisk(i18n, risk, placeOf(form, risk.imageId))}
              <span className="desk-note safety-why">
                {wordWhyOf(risk)} {risk.article}
              </span>
            </span>
            {desk.editable && <RiskAct desk={desk} risk={risk} />}
          </li>
        ))}
        {words.map((finding) => (
          <WordLine key={`${finding.field}/${finding.id}/${finding.at}`} desk={desk} finding={finding} />
        ))}
      </ul>
      {/* what WeChat is unsure of is decided on what is out, too */}
      <ConfigProvider componentDisabled={false}>
        <SafetyChecks
          checked={{ of: 'post', id: desk.postId, version: draft.editing.version }}
          unsaved={draft.unsaved}
          wordPlace={(place) => wordPlace(i18n, desk, place)}
        />
      </ConfigProvider>
    </Part>
  )
}
