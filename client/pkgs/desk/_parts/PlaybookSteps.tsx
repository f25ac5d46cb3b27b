// The steps of a playbook and the lines said in them; the first step's lines begin a talk.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { moveItem } from '@shared/domain/draft'
import { PLAY_FACTS } from '@shared/domain/play'
import { PLAY_LINE_MAX, PLAY_LINES_MAX, PLAY_STEPS_MAX } from '@shared/domain/playbook'
import { Button, Input, InputNumber } from 'antd'
import { BLANK_STEP, changeLine, changeStep, type PlayReport } from '@/features/playbook/play-form'
import type { PlayDesk } from '@/features/playbook/use-play-draft'
import { wordFact } from '@/features/playbook/words'
import { Part } from './Field'
import { PlaybookFound } from './PlaybookFound'

type Props = { desk: PlayDesk; report: PlayReport }
type LineProps = Props & { step: number; line: number }

function Line({ desk, report, step, line }: LineProps) {
  const { i18n } = useLingui()
  const { form, change, editable } = desk
  const say = form.steps[step]?.say ?? []
  const name = i18n._('第 {step} 步第 {line} 句', { step: step + 1, line: line + 1 })
  const isHere = (place: { step: number; line: number }) => place.step === step && place.line === line
  const faults = report.faults.filter(isHere)
  return (
    <li className="play-line">
      <div className="play-line-row">
        <Input.TextArea
          id={`play-line-${step}-${line}`}
          aria-label={name}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={PLAY_LINE_MAX}
          status={faults.length > 0 ? 'error' : undefined}
          value={say[line] ?? ''}
          onChange={({ target }) => change(changeLine(form, step, line, target.value))}
        />
        {editable && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={i18n._('删掉{what}', { what: name })}
            onClick={() => change(changeStep(form, step, { say: say.filter((_, i) => i !== line) }))}
          />
        )}
      </div>
      <PlaybookFound desk={desk} faults={faults} found={report.found.filter(isHere)} />
    </li>
  )
}

function StepHead({ desk: { form, change, editable }, step }: { desk: PlayDesk; step: number }) {
  const { i18n } = useLingui()
  const one = form.steps[step] ?? BLANK_STEP
  const move = (to: number) => change({ steps: moveItem(form.steps, step, to) })
  return (
    <div className="play-step-row">
      <span className="desk-number">{step + 1}</span>
      <Input
        aria-label={i18n._('第 {n} 步的名字', { n: step + 1 })}
        placeholder={i18n._('这一步叫什么')}
        maxLength={20}
        value={one.name}
        onChange={({ target }) => change(changeStep(form, step, { name: target.value }))}
      />
      <InputNumber
        aria-label={i18n._('第 {n} 步几分钟', { n: step + 1 })}
        placeholder={i18n._('分钟')}
        min={1}
        max={90}
        precision={0}
        value={one.minutes}
        onChange={(minutes) => change(changeStep(form, step, { minutes }))}
      />
      {editable && (
        <>
          <Button size="small" disabled={step === 0} onClick={() => move(step - 1)}>
            {i18n._('上移')}
          </Button>
          <Button size="small" disabled={step === form.steps.length - 1} onClick={() => move(step + 1)}>
            {i18n._('下移')}
          </Button>
          <Button size="small" onClick={() => change({ steps: form.steps.filter((_, i) => i !== step) })}>
            {i18n._('删掉这一步')}
          </Button>
        </>
      )}
    </div>
  )
}

function Facts() {
  const { i18n } = useLingui()
  return (
    <p className="desk-note">
      {i18n._('大括号里能写：')}
      {PLAY_FACTS.map((fact) => (
        <span className="play-fact" key={fact}>
          <code>{`{${fact}}`}</code> {wordFact(fact, i18n)}
        </span>
      ))}
      {i18n._('缺了哪样，带它的那句就不发给导购')}
    </p>
  )
}

export function PlaybookSteps({ desk, report }: Props) {
  const { i18n } = useLingui()
  const { form, change, editable } = desk
  const add = (step: number) => change(changeStep(form, step, { say: [...(form.steps[step]?.say ?? []), ''] }))
  return (
    <Part title={i18n._('一步一步怎么说')}>
      <p className="desk-note">
        {i18n._('第一步的话用来开口。几种说法写成 {sample}，前面写 {voice} 只给那种语气', {
          sample: '{第一种|第二种}',
          voice: '[专业]',
        })}
      </p>
      <Facts />
      {form.steps.map((one, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own while it is written
        <section className="play-step" key={step}>
          <StepHead desk={desk} step={step} />
          <ul className="play-lines">
            {one.say.map((_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike while they are written
              <Line key={line} desk={desk} report={report} step={step} line={line} />
            ))}
          </ul>
          {editable && one.say.length < PLAY_LINES_MAX && (
            <Button size="small" icon={<PlusOutlined />} onClick={() => add(step)}>
              {i18n._('加一句')}
            </Button>
          )}
        </section>
      ))}
      {editable && form.steps.length < PLAY_STEPS_MAX && (
        <Button icon={<PlusOutlined />} onClick={() => change({ steps: [...form.steps, BLANK_STEP] })}>
          {i18n._('加一步')}
        </Button>
      )}
    </Part>
  )
}
