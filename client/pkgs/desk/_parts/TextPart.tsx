// The Moments text: how long, is its spintax sound, are its facts locked, can it become enough different texts.
import { useLingui } from '@lingui/react'
import { LOCKED_WORDS_MAX, POST_TEXT_MAX } from '@shared/domain/limits'
import { Input, Select } from 'antd'
import { wordSpace, wordTone, wordVerdict } from '@/features/post/words'
import { Field, Part } from './Field'
import { Findings } from './Findings'
import { FirstComment } from './FirstComment'
import { Suggest } from './Suggest'
import type { PostDesk } from './use-post-desk'
import { Vetoes } from './Vetoes'

function Spaces({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { spaces, verdict } = desk.report
  if (spaces.length === 0) return null
  const tight = !verdict.ok && verdict.reason === 'space-too-small'
  return (
    <p id="post-space" className={tight ? 'desk-wrong' : 'desk-note'} role={tight ? 'alert' : undefined}>
      {i18n._('每种语气能说出的不同说法：')}
      {spaces.map(({ tone, space }) => (
        <span className="desk-space" key={tone}>
          {wordTone(i18n, tone)} {wordSpace(i18n, space)}
        </span>
      ))}
      {tight && <span className="desk-space-remedy">{wordVerdict(i18n, verdict, desk.form.text)}</span>}
    </p>
  )
}

function LockedWords({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { missing } = desk.report
  const told = desk.refusal?.field === 'lockedWords' ? desk.refusal.message : null
  const absent = missing.length > 0 ? i18n._('文案里没有：{words}', { words: missing.join(i18n._('、')) }) : null
  return (
    <Field
      id="post-locked"
      label={i18n._('锁定词')}
      aside={`${desk.form.lockedWords.length}/${LOCKED_WORDS_MAX}`}
      hint={i18n._('品名、价格、日期。谁的文案里都一字不变；写一个按一下回车')}
      error={told ?? absent}
    >
      <Select
        id="post-locked"
        aria-describedby="post-locked-say"
        mode="tags"
        open={false}
        suffixIcon={null}
        status={told || absent ? 'error' : undefined}
        maxCount={LOCKED_WORDS_MAX}
        tokenSeparators={['\n', '，', '、']}
        disabled={!desk.editable}
        value={desk.form.lockedWords}
        onChange={(words: string[]) =>
          desk.draft.change({
            lockedWords: words.map((word) => word.trim().slice(0, 40)).filter((word) => word !== ''),
          })
        }
      />
    </Field>
  )
}

function SpintaxHint() {
  const { i18n } = useLingui()
  return (
    <>
      {i18n._('几种说法写成 {sample}，每位导购拿到其中一种。', { sample: '{第一种|第二种}' })}
      {i18n._('前面写 {voice} 只给那种语气，写 {weight} 就多给几位：{sample}', {
        voice: '[专业]',
        weight: '[3]',
        sample: '{[专业]各位|宝子们}',
      })}
    </>
  )
}

export function TextPart({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, report, refusal } = desk
  const characters = form.text.length
  const over = characters > POST_TEXT_MAX
  const faulty = !report.verdict.ok && report.verdict.reason !== 'space-too-small'
  const fault = faulty ? wordVerdict(i18n, report.verdict, form.text) : null
  const told = refusal?.field === 'text' ? refusal.message : null
  return (
    <Part title={i18n._('朋友圈')}>
      <Field
        id="post-text"
        label={i18n._('朋友圈文案')}
        aside={
          <span className={over ? 'desk-wrong' : ''}>
            {characters}/{POST_TEXT_MAX}
          </span>
        }
        hint={<SpintaxHint />}
        error={told ?? fault}
      >
        <Input.TextArea
          id="post-text"
          aria-describedby="post-text-say"
          autoSize={{ minRows: 6, maxRows: 18 }}
          status={told || fault ? 'error' : undefined}
          placeholder={i18n._('像导购自己说话那样写')}
          value={form.text}
          onChange={(event) => desk.draft.change({ text: event.target.value })}
        />
      </Field>
      <Findings desk={desk} findings={desk.found.text} label={i18n._('文案用词')} />
      <Spaces desk={desk} />
      <Suggest desk={desk} />
      <Vetoes desk={desk} />
      <LockedWords desk={desk} />
      <FirstComment desk={desk} />
    </Part>
  )
}
