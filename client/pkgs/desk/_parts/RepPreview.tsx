// The post as one rep gets it on 今日: her wording, how long it looks, her pictures, the first comment, and what she does next.
import { useLingui } from '@lingui/react'
import { FOLD_LINES, measureFold } from '@shared/domain/fold'
import type { Tone } from '@shared/domain/variant/tone'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { shownText, type TextForm } from '@/features/kit/shown-text'
import { sampleText } from '@/features/post/text-report'
import { wordTone } from '@/features/post/words'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Choice } from '@/ui/Choice'
import { Grid } from './MomentsPreview'
import { phoneScale } from './phone-scale'
import { DeskEmpty } from './States'
import type { PostDesk } from './use-post-desk'

type Props = { desk: PostDesk; tone: Tone; attempt: number }

function Words({ desk, tone, attempt }: Props) {
  const { i18n } = useLingui()
  const [form, setForm] = useState<TextForm>('full')
  const dealt = sampleText(desk.report, desk.form.text, { tone, attempt })
  const shown = useMemo(() => shownText(dealt, form), [dealt, form])
  const { lines, folds } = measureFold(shown.text)
  const forms = [
    { value: 'full' as const, name: i18n._('全文'), id: 'preview-full' },
    { value: 'short' as const, name: i18n._('短版'), id: 'preview-short' },
  ]
  return (
    <Card>
      <Chip tone="accent">{wordTone(i18n, tone)}</Chip>
      {shown.mayShorten && <Choice options={forms} chosen={shown.form} onChange={setForm} />}
      <Text className="rep-text">{shown.text}</Text>
      <View className="rep-meter" id="rep-fold">
        <Text className="rep-note">{i18n._('约 {lines} 行', { lines })}</Text>
        {folds && <Text className="rep-folds">{i18n._('粘贴超过约 {n} 行可能折叠', { n: FOLD_LINES })}</Text>}
      </View>
      {shown.rest !== '' && (
        <>
          <View className="rep-label">{i18n._('余下的，发表后先贴在评论里')}</View>
          <Text className="rep-text">{shown.rest}</Text>
        </>
      )}
    </Card>
  )
}

export function RepPreview(props: Props) {
  const { i18n } = useLingui()
  const { form } = props.desk
  const zoom = useMemo(phoneScale, [])
  if (form.text.trim() === '' && form.imageIds.length === 0)
    return <DeskEmpty title={i18n._('还没有文案')} hint={i18n._('写下第一句，这里就是导购拿到的样子')} />
  return (
    <div className="rep-preview" style={{ zoom }}>
      <View className="rep-title">{form.title || i18n._('还没写长文标题')}</View>
      <Words {...props} />
      {form.imageIds.length > 0 && (
        <Card>
          <Grid desk={props.desk} />
        </Card>
      )}
      {form.firstComment.trim() !== '' && (
        <Card>
          <View className="rep-label">{i18n._('首条评论')}</View>
          <Text className="rep-text">{form.firstComment}</Text>
        </Card>
      )}
      <Button kind="primary" disabled onTap={() => undefined}>
        {i18n._('保存图文')}
      </Button>
    </div>
  )
}
