// One post on a phone: what it says, how far it has come, publish now or take back.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownPost } from '@/features/post/draft-form'
import { usePost, usePostActs } from '@/features/post/use-posts'
import { useReviewActs } from '@/features/post/use-reviews'
import { titleOf } from '@/features/post/words'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Sheet } from '@/ui/Sheet'
import { Failed, Skeleton } from '@/ui/States'
import { PhonePublish } from './PhonePublish'
import { PhoneSays } from './PhoneSays'
import { useAct } from './use-act'

type Props = { postId: string; onWrite: () => void; onBack: () => void }

function Acts({ post, onWrite }: { post: ShownPost; onWrite: () => void }) {
  const { i18n } = useLingui()
  const { publish, recall } = usePostActs()
  const { submit } = useReviewActs()
  const { busy, wrong, run } = useAct()
  const [asking, setAsking] = useState<'' | 'publish' | 'recall'>('')
  const [reason, setReason] = useState('')
  const isOut = post.state === 'live' || post.state === 'scheduled'
  const isWaiting = post.review?.state === 'submitted'
  const close = () => setAsking('')
  return (
    <View className="hq-stack">
      {!isOut && (
        <Button kind="plain" onTap={onWrite}>
          {i18n._('接着写')}
        </Button>
      )}
      {post.state !== 'live' && !isWaiting && <Button onTap={() => setAsking('publish')}>{i18n._('现在发布')}</Button>}
      {isOut && (
        <Button kind="danger" onTap={() => setAsking('recall')}>
          {i18n._('撤回')}
        </Button>
      )}
      <PhonePublish
        post={post}
        open={asking === 'publish'}
        busy={busy}
        wrong={wrong}
        onPublish={(out, way) =>
          void run(() => (way === 'submit' ? submit(post, out) : publish(post, out))).then((done) => done && close())
        }
        onWrite={onWrite}
        onClose={close}
      />
      <Sheet open={asking === 'recall'} title={i18n._('撤回这条内容')} closeLabel={i18n._('先不撤')} onClose={close}>
        <View className="hq-stack">
          <Text>{i18n._('导购那里马上看不到它，客户再打开长文会说已下架。已经发出的朋友圈不会消失。')}</Text>
          <Field label={i18n._('撤回原因')} value={reason} onChange={setReason} maxLength={100} error={wrong} />
          <Button
            kind="danger"
            busy={busy}
            disabled={reason.trim() === ''}
            onTap={() => void run(() => recall(post.postId, reason.trim())).then((done) => done && close())}
          >
            {i18n._('撤回')}
          </Button>
        </View>
      </Sheet>
    </View>
  )
}

export function PhonePost({ postId, onWrite, onBack }: Props) {
  const { i18n } = useLingui()
  const query = usePost(postId, false)
  const post = query.data
  return (
    <Page
      title={post ? titleOf(i18n, { title: post.draft.article.title, text: post.draft.text }) : ''}
      aside={
        <Button small kind="quiet" onTap={onBack}>
          {i18n._('回到列表')}
        </Button>
      }
    >
      {query.error && !post && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {post && (
        <View className="hq-stack">
          <PhoneSays post={post} />
          <Acts post={post} onWrite={onWrite} />
        </View>
      )}
    </Page>
  )
}
