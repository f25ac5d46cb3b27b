// Answering for what is doubtful before a post goes out: one tick for each rule, and why. What is barred stops it.
import { useLingui } from '@lingui/react'
import { Alert, Button, Checkbox, Input } from 'antd'
import { wordWhyOf } from '@/features/post/risks'
import { REASON_MAX, type Signing, type ToSign, wordsOf } from '@/features/post/signing'
import { Field } from './Field'

type Props = { signing: Signing; wrong: string; onBack: () => void }

/** Why it is doubtful, and where that stands. */
function Why({ rule }: { rule: ToSign }) {
  return (
    <p className="desk-note">
      {wordWhyOf(rule)} <span className="found-article">{rule.article}</span>
    </p>
  )
}

function Barred({ signing, onBack }: Pick<Props, 'signing' | 'onBack'>) {
  const { i18n } = useLingui()
  const words = Array.from(new Set(signing.blocked.map(({ word }) => i18n._('“{word}”', { word }))))
  if (words.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      title={i18n._('有 {n} 处不能发的词，改掉才能发布', { n: signing.blocked.length })}
      description={words.join(i18n._('、'))}
      action={
        <Button size="small" onClick={onBack}>
          {i18n._('去改')}
        </Button>
      }
    />
  )
}

export function SigningPart({ signing, wrong, onBack }: Props) {
  const { i18n } = useLingui()
  const { toSign, signed, reason, setReason, tick } = signing
  return (
    <div className="desk-signing">
      <Barred signing={signing} onBack={onBack} />
      {toSign.length > 0 && (
        <fieldset className="signing-rules">
          <legend>{i18n._('这几处要你签字才能发')}</legend>
          {toSign.map((rule) => (
            <div className="signing-rule" key={rule.id}>
              <Checkbox checked={signed.includes(rule.id)} onChange={(event) => tick(rule.id, event.target.checked)}>
                {i18n._('我确认可以用：{words}', {
                  words: wordsOf(rule)
                    .map((word) => i18n._('“{word}”', { word }))
                    .join(i18n._('、')),
                })}
              </Checkbox>
              <Why rule={rule} />
            </div>
          ))}
          <Field
            id="publish-reason"
            label={i18n._('为什么可以用')}
            aside={`${reason.length}/${REASON_MAX}`}
            hint={i18n._('例如：有检测报告，编号写在长文里。会和你的名字一起留下')}
            error={wrong || null}
          >
            <Input.TextArea
              id="publish-reason"
              aria-describedby="publish-reason-say"
              autoSize={{ minRows: 2, maxRows: 4 }}
              maxLength={REASON_MAX}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </fieldset>
      )}
    </div>
  )
}
