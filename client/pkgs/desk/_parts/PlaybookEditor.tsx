// One playbook being written: its fields, its lines with what is wrong in them, and how they sound in three voices.
import { ArrowLeftOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import type { ShownPlaybook } from '@shared/contracts/playbook'
import { timeOf } from '@shared/domain/day'
import { type Playbook, wordsOf } from '@shared/domain/playbook'
import { Button } from 'antd'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { countBarred, type PlayReport, reportPlay } from '@/features/playbook/play-form'
import { type PlayDesk, usePlayDraft } from '@/features/playbook/use-play-draft'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { PlaybookConflict, PlaybookMine } from './PlaybookConflict'
import { PlaybookFields } from './PlaybookFields'
import { PlaybookPreview } from './PlaybookPreview'
import { PlaybookSteps } from './PlaybookSteps'
import { PlayStateChip } from './PlaybookTable'
import { SafetyChecks } from './SafetyChecks'

/** What is typed is not left without asking. */
const useGuard = (desk: PlayDesk): void => {
  const { guard } = useAddress()
  const latest = useRef(desk)
  latest.current = desk
  useEffect(() => {
    guard({ isUnsaved: () => latest.current.unsaved, save: async () => (await latest.current.save()) !== null })
    return () => guard(null)
  }, [guard])
}

function Stored({ desk }: { desk: PlayDesk }) {
  const { i18n } = useLingui()
  const { phase, error, unsaved, seen } = desk
  const failed = phase === 'failed'
  const word = () => {
    if (failed) return i18n._('没存上：{why}', { why: errorText(error) })
    if (phase === 'busy') return i18n._('正在存')
    if (unsaved) return i18n._('有改动没存')
    return seen ? i18n._('{time} 存好了', { time: timeOf(seen.updatedAt) }) : ''
  }
  return (
    <span id="play-stored" className={failed ? 'desk-wrong' : 'desk-note'} role="status">
      {word()}
    </span>
  )
}

function Acts({ desk, report }: { desk: PlayDesk; report: PlayReport }) {
  const { i18n } = useLingui()
  const { editable, unsaved, seen, phase } = desk
  const barred = countBarred(report)
  const busy = phase === 'busy'
  if (!editable)
    return (
      <Button id="play-retire" danger loading={busy} onClick={() => void desk.retire()}>
        {i18n._('停用')}
      </Button>
    )
  return (
    <>
      {barred > 0 && <span className="desk-wrong">{i18n._('有 {n} 处要先改', { n: barred })}</span>}
      <Button id="play-save" loading={busy} disabled={!unsaved && seen !== null} onClick={() => void desk.save()}>
        {i18n._('存草稿')}
      </Button>
      <Button id="play-publish" type="primary" disabled={barred > 0 || busy} onClick={() => void desk.publish()}>
        {i18n._('启用')}
      </Button>
    </>
  )
}

type Props = { playbookId: string; stored: ShownPlaybook | null; model: Playbook | null }

export function PlaybookEditor({ playbookId, stored, model }: Props) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const desk = usePlayDraft(playbookId, stored, model && wordsOf(model))
  const { form, seen, editable } = desk
  useGuard(desk)
  const typed = useDeferredValue(form)
  const report = useMemo(() => reportPlay(typed), [typed])
  return (
    <section className="desk-editor">
      <header className="desk-bar">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={i18n._('回到套路列表')}
          onClick={() => go({ play: '', from: '' })}
        />
        <div className="desk-bar-what">
          <h1 className="desk-bar-title">{form.name.trim() || i18n._('还没起名字')}</h1>
          <PlayStateChip state={seen?.state ?? 'draft'} />
          <Stored desk={desk} />
        </div>
        <div className="desk-bar-acts">
          <Acts desk={desk} report={report} />
        </div>
      </header>
      <div className="desk-notices">
        <PlaybookMine desk={desk} />
        {seen && (
          <SafetyChecks
            checked={{ of: 'playbook', id: playbookId, version: seen.version }}
            unsaved={desk.unsaved}
            wordPlace={(place) => i18n._('第 {n} 步', { n: Number(place.split('.')[1] ?? 0) + 1 })}
          />
        )}
        {!editable && <p className="desk-note">{i18n._('在用的套路先停用，再改；停用后导购那里就没有了')}</p>}
      </div>
      <div className="desk-columns">
        <fieldset className="desk-form" disabled={!editable} aria-label={i18n._('套路')}>
          <PlaybookFields desk={desk} />
          <PlaybookSteps desk={desk} report={report} />
        </fieldset>
        <PlaybookPreview form={typed} />
      </div>
      <PlaybookConflict desk={desk} />
    </section>
  )
}
