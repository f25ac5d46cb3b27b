// What a playbook is for and for whom: name, scene, kind of rep, relation, value, goal, words that stay.
import { useLingui } from '@lingui/react'
import { LOCKED_WORDS_MAX } from '@shared/domain/limits'
import { REP_KINDS } from '@shared/domain/member'
import { SCENES } from '@shared/domain/playbook'
import { RELATIONS, VALUES } from '@shared/domain/sheet'
import { Input, Select } from 'antd'
import { wordRelation, wordValue } from '@/features/file/sheet-words'
import type { PlayDesk } from '@/features/playbook/use-play-draft'
import { wordKind, wordScene } from '@/features/playbook/words'
import { Field, Part } from './Field'

const ANY = ''

function Whom({ desk: { form, change, editable } }: { desk: PlayDesk }) {
  const { i18n } = useLingui()
  const any = { value: ANY, label: i18n._('都合适') }
  const disabled = !editable
  return (
    <>
      <div className="desk-pair">
        <Field id="play-scene" label={i18n._('场景')}>
          <Select
            id="play-scene"
            disabled={disabled}
            value={form.scene}
            options={SCENES.map((value) => ({ value, label: wordScene(value, i18n) }))}
            onChange={(scene) => change({ scene })}
          />
        </Field>
        <Field id="play-kinds" label={i18n._('哪种导购用')} hint={i18n._('不选就是都能用')}>
          <Select
            id="play-kinds"
            mode="multiple"
            disabled={disabled}
            value={form.kinds}
            options={REP_KINDS.map((value) => ({ value, label: wordKind(value, i18n) }))}
            onChange={(kinds) => change({ kinds })}
          />
        </Field>
      </div>
      <div className="desk-pair">
        <Field id="play-relation" label={i18n._('她把导购当什么人')}>
          <Select
            id="play-relation"
            disabled={disabled}
            value={form.relation ?? ANY}
            options={[any, ...RELATIONS.map((value) => ({ value, label: wordRelation(value, i18n) }))]}
            onChange={(value) => change({ relation: RELATIONS.find((one) => one === value) ?? null })}
          />
        </Field>
        <Field id="play-value" label={i18n._('她图什么')}>
          <Select
            id="play-value"
            disabled={disabled}
            value={form.value ?? ANY}
            options={[any, ...VALUES.map((value) => ({ value, label: wordValue(value, i18n) }))]}
            onChange={(value) => change({ value: VALUES.find((one) => one === value) ?? null })}
          />
        </Field>
      </div>
    </>
  )
}

const LIST_ROWS = { minRows: 2, maxRows: 8 }

export function PlaybookFields({ desk }: { desk: PlayDesk }) {
  const { i18n } = useLingui()
  const { form, change, editable } = desk
  return (
    <Part title={i18n._('为了什么、给谁')}>
      <Field id="play-name" label={i18n._('名字')}>
        <Input
          id="play-name"
          maxLength={30}
          value={form.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Field id="play-goal" label={i18n._('目的')} hint={i18n._('聊完想有什么结果，一句话')}>
        <Input
          id="play-goal"
          maxLength={80}
          value={form.goal}
          onChange={({ target }) => change({ goal: target.value })}
        />
      </Field>
      <Whom desk={desk} />
      <div className="desk-pair">
        <Field id="play-dos" label={i18n._('这样做')} hint={i18n._('一行一条')}>
          <Input.TextArea
            id="play-dos"
            autoSize={LIST_ROWS}
            value={form.dos.join('\n')}
            onChange={({ target }) => change({ dos: target.value.split('\n').slice(0, 8) })}
          />
        </Field>
        <Field id="play-donts" label={i18n._('别这样')} hint={i18n._('一行一条')}>
          <Input.TextArea
            id="play-donts"
            autoSize={LIST_ROWS}
            value={form.donts.join('\n')}
            onChange={({ target }) => change({ donts: target.value.split('\n').slice(0, 8) })}
          />
        </Field>
      </div>
      <Field id="play-locked" label={i18n._('锁定词')} hint={i18n._('品名、价格、日期。每种说法里都一字不变')}>
        <Select
          id="play-locked"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={LOCKED_WORDS_MAX}
          disabled={!editable}
          value={form.lockedWords}
          onChange={(words: string[]) =>
            change({ lockedWords: words.map((word) => word.trim().slice(0, 40)).filter((word) => word !== '') })
          }
        />
      </Field>
    </Part>
  )
}
