// Letting a post out from a phone, or handing it in where a second person has to look: to whom, and who answers for what.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { type Draft, formOf, type ShownPost } from '@/features/post/draft-form'
import { risksOf, wordWhyOf } from '@/features/post/risks'
import { REASON_MAX, type Signing, type ToSign, useSigning, wordsOf } from '@/features/post/signing'
import { type Out, useStores } from '@/features/post/use-posts'
import { useReach } from '@/features/post/use-reach'
import { useApprovers } from '@/features/post/use-reviews'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { PhoneRisk } from './PhoneRisk'

function Rule({ rule, signing }: { rule: ToSign; signing: Signing }) {
  const { i18n } = useLingui()
  const sides = [
    { value: true, name: i18n._('我确认可以用'), id: `sign-${rule.id}` },
    { value: false, name: i18n._('先不用'), id: `unsign-${rule.id}` },
  ]
  return (
    <View className="hq-stack">
      <View>
        <View className="hq-found">
          {wordsOf(rule)
            .map((word) => i18n._('“{word}”', { word }))
            .join(i18n._('、'))}
        </View>
        <View className="hq-note">
          {wordWhyOf(rule)} {rule.article}
        </View>
      </View>
      <Choice
        options={sides}
        chosen={signing.signed.indexOf(rule.id) >= 0}
        onChange={(on) => signing.tick(rule.id, on)}
      />
    </View>
  )
}

function Signatures({ signing }: { signing: Signing }) {
  const { i18n } = useLingui()
  const { toSign, reason, setReason } = signing
  if (toSign.length === 0) return null
  return (
    <View className="hq-words">
      <View className="hq-name">{i18n._('这几处要你签字才能发')}</View>
      {toSign.map((rule) => (
        <Rule key={rule.id} rule={rule} signing={signing} />
      ))}
      <Field
        id="publish-reason"
        label={i18n._('为什么可以用')}
        hint={i18n._('例如：有检测报告，编号写在长文里。会和你的名字一起留下')}
        lines={2}
        maxLength={REASON_MAX}
        value={reason}
        onChange={setReason}
      />
    </View>
  )
}

function Barred({ signing, onWrite }: { signing: Signing; onWrite: () => void }) {
  const { i18n } = useLingui()
  const { blocked } = signing
  if (blocked.length === 0) return null
  return (
    <View className="hq-words">
      <View className="hq-wrong">{i18n._('有 {n} 处不能发的词，改掉才能发布', { n: blocked.length })}</View>
      {blocked.map((risk) => (
        <PhoneRisk key={`${risk.where}/${risk.id}/${risk.at}`} risk={risk} />
      ))}
      <Button kind="plain" onTap={onWrite}>
        {i18n._('去改')}
      </Button>
    </View>
  )
}

function PhoneApprovers({ postId }: { postId: string }) {
  const { i18n } = useLingui()
  const { data } = useApprovers(postId)
  if (!data) return null
  const names = data.names.join(i18n._('、'))
  return (
    <Text className="hq-note">
      {names === '' ? i18n._('现在没有别人能审，请审核人再加一位') : i18n._('可以审的：{names}', { names })}
    </Text>
  )
}

type Props = {
  post: ShownPost
  open: boolean
  busy: boolean
  wrong: string
  onPublish: (out: Out, way: 'publish' | 'submit') => void
  onWrite: () => void
  onClose: () => void
}

export function PhonePublish({ post, open, busy, wrong, onPublish, onWrite, onClose }: Props) {
  const { i18n } = useLingui()
  const stores = useStores()
  const risks = useMemo(() => risksOf(post.draft as Draft, post.images), [post.draft, post.images])
  const signing = useSigning(risks)
  const isApproved = post.review?.state === 'approved' && post.state !== 'recalled'
  const must = (signing.second && !isApproved) || post.review?.state === 'returned'
  const [unsigned, setUnsigned] = useState(false)
  const audience = useReach(formOf(post.draft), stores)
  const publish = () => {
    setUnsigned(!signing.decision.ok)
    if (signing.decision.ok) onPublish({ publishAt: null, ...signing.by }, must ? 'submit' : 'publish')
  }
  return (
    <Sheet open={open} title={i18n._('发布这条内容')} closeLabel={i18n._('再看看')} onClose={onClose}>
      <View className="hq-stack">
        <Text>{i18n._('发给 {stores} 家门店，{reps} 位导购', audience)}</Text>
        <Barred signing={signing} onWrite={onWrite} />
        <Signatures signing={signing} />
        {must && signing.blocked.length === 0 && (
          <>
            <Text className="hq-note">{i18n._('提交后，由另一位有审核权限、没写过这条的同事看过再发')}</Text>
            <PhoneApprovers postId={post.postId} />
          </>
        )}
        {unsigned && !signing.decision.ok && (
          <Text className="hq-wrong">{i18n._('每一处都确认，再写一句为什么可以用')}</Text>
        )}
        {wrong !== '' && <Text className="hq-wrong">{wrong}</Text>}
        <Button id="publish-confirm" busy={busy} disabled={signing.blocked.length > 0} onTap={publish}>
          {must ? i18n._('提交审核') : i18n._('现在发布')}
        </Button>
      </View>
    </Sheet>
  )
}
