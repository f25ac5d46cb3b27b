// Bringing in a list of people, step by step: the file, its columns, what would change, then all of it at once.
import { useLingui } from '@lingui/react'
import { Button, Steps } from 'antd'
import { useState } from 'react'
import { type Checked, type Roster, useRosterActs } from '@/features/people/use-roster'
import { errorText } from '@/ui/error-text'
import { RosterBefore } from './RosterBefore'
import { RosterCheck } from './RosterCheck'
import { RosterColumns, type Staged } from './RosterColumns'
import { RosterDone } from './RosterDone'
import { RosterFile } from './RosterFile'
import { RosterProgress } from './RosterProgress'
import type { Sheet } from './roster-file'
import './people.scss'

type Step =
  | { at: 'file' }
  | { at: 'columns'; fileName: string; sheets: Sheet[] }
  | { at: 'check'; checked: Checked }
  | { at: 'done'; roster: Roster }
const NUMBER = { file: 0, columns: 1, check: 2, done: 3 } as const

export function RosterPage({ onBack }: { onBack: () => void }) {
  const { i18n } = useLingui()
  const acts = useRosterActs()
  const [step, setStep] = useState<Step>({ at: 'file' })
  const [busy, setBusy] = useState<{ what: string; share: number | null } | null>(null)
  const [wrong, setWrong] = useState('')

  const run = async (what: string, work: (told: (share: number) => void) => Promise<Step>) => {
    setBusy({ what, share: null })
    setWrong('')
    try {
      setStep(await work((share) => setBusy({ what, share })))
    } catch (error) {
      setWrong(errorText(error))
    } finally {
      setBusy(null)
    }
  }
  const check = async (rosterId: string): Promise<Step> => ({ at: 'check', checked: await acts.check(rosterId) })
  const send = ({ file, rows }: Staged) =>
    void run(i18n._('正在传名单'), async (told) => check(await acts.send(file, rows, told)))
  const look = (rosterId: string) => void run(i18n._('正在核对'), () => check(rosterId))
  const apply = (rosterId: string) =>
    void run(i18n._('正在写入，可以关掉页面，它会自己做完'), async (told) => ({
      at: 'done',
      roster: await acts.apply(rosterId, told),
    }))
  const undo = (rosterId: string) =>
    void run(i18n._('正在撤销'), async (told) => ({ at: 'done', roster: await acts.undo(rosterId, told) }))

  return (
    <section className="desk-list">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('导入名单')}</h1>
        <Button onClick={onBack}>{i18n._('回到人员')}</Button>
      </div>
      <Steps
        className="roster-steps"
        size="small"
        current={NUMBER[step.at]}
        items={[i18n._('选文件'), i18n._('对列'), i18n._('核对'), i18n._('完成')].map((title) => ({ title }))}
      />
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
      {busy && <RosterProgress what={busy.what} share={busy.share} />}
      <div className="roster-step" hidden={busy !== null}>
        {step.at === 'file' && (
          <>
            <RosterFile onRead={(fileName, sheets) => setStep({ at: 'columns', fileName, sheets })} />
            <RosterBefore onLook={look} onGoOn={apply} onUndo={undo} />
          </>
        )}
        {step.at === 'columns' && (
          <RosterColumns
            fileName={step.fileName}
            sheets={step.sheets}
            onSend={send}
            onBack={() => setStep({ at: 'file' })}
          />
        )}
        {step.at === 'check' && (
          <RosterCheck checked={step.checked} onApply={apply} onBack={() => setStep({ at: 'file' })} />
        )}
        {step.at === 'done' && (
          <RosterDone roster={step.roster} onUndo={undo} onLook={look} onAnother={() => setStep({ at: 'file' })} />
        )}
      </div>
    </section>
  )
}
