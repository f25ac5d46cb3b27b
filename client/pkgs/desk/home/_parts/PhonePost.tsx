// One post on a phone: what it says, how far it has come, publish now or take back.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownPost } from '@/features/post/draft-form'
import { countAudience, usePost, usePostActs, useStores } from '@/features/post/use-posts'
import { titleOf } from '@/features/post/words'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Photo } from '@/ui/Photo'
import { Sheet } from '@/ui/Sheet'
import { Failed, Skeleton } from '@/ui/States'
import { PhonePublish } from './PhonePublish'
import { StateChip } from './StateChip'

type Props = { postId: string; onWrite: () => void; onBack: () => void }

function Says({ post }: { post: ShownPost }) {
  const { i18n } = useLingui()
  const { draft, counts } = post
  const stores = useStores()
  const pictures = draft.imageIds.flatMap((id) => post.images.find((image) => image.imageId === id) ?? [])
  return (
    <Card>
      <View className="hq-row">
        <StateChip state={post.state} />
        {draft.column !== '' && <Text className="hq-note">{draft.column}</Text>}
      </View>
      <View className="hq-text">{draft.text || i18n._('还没有文案')}</View>
      {pictures.length > 0 && (
        <View className="hq-pictures">
          {pictures.map((image) => (
            <Photo
              key={image.imageId}
              className="hq-picture"
              src={image.thumbUrl}
              alt={image.alt}
              width={1}
              height={1}
            />
          ))}
        </View>
      )}
      <View className="hq-note">{i18n._('{stores} 家门店，{reps} 位导购', countAudience(stores, draft.storeIds))}</View>
      {post.state === 'recalled' && (
        <View className="hq-note">{i18n._('已撤回：{reason}', { reason: post.recallReason })}</View>
      )}
      {post.state !== 'draft' && (
        <View className="hq-note">{i18n._('{dealt} 人拿到，{saved} 人存了图文，{posted} 人已发布', counts)}</View>
      )}
    </Card>
  )
}

/** One act at a time; why it was refused. */
const useAct = () => {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setWrong('')
    const done = await act().then(
      () => true,
      (error: unknown) => {
        setWrong(errorText(error))
        return false
      },
    )
    setBusy(false)
    return done
  }
  return { busy, wrong, run }
}

function Acts({ post, onWrite }: { post: ShownPost; onWrite: () => void }) {
  const { i18n } = useLingui()
  const { publish, recall } = usePostActs()
  const { busy, wrong, run } = useAct()
  const [asking, setAsking] = useState<'' | 'publish' | 'recall'>('')
  const [reason, setReason] = useState('')
  const isOut = post.state === 'live' || post.state === 'scheduled'
  const close = () => setAsking('')
  return (
    <View className="hq-stack">
      {!isOut && (
        <Button kind="plain" onTap={onWrite}>
          {i18n._('接着写')}
        </Button>
      )}
      {post.state !== 'live' && <Button onTap={() => setAsking('publish')}>{i18n._('现在发布')}</Button>}
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
        onPublish={(out) => void run(() => publish(post, out)).then((done) => done && close())}
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
          <Says post={post} />
          <Acts post={post} onWrite={onWrite} />
        </View>
      )}
    </Page>
  )
}
