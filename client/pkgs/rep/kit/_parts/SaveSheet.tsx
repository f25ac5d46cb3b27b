// What came of saving: how much is in the album, what to do next, or why not and the way back.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { failedOf, type SaveState, savedOf } from '@/features/kit/save-state'
import type { ShownText } from '@/features/kit/shown-text'
import type { OpenedKit } from '@/features/kit/use-kits'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { CopyButton } from './CopyButton'
import { PostedMark } from './PostedMark'
import './SaveSheet.scss'

type Props = {
  kit: OpenedKit
  shown: ShownText
  state: SaveState
  open: boolean
  onClose: () => void
  onStart: () => void
  onSetting: () => void
}

function Steps({ images, comment, rest }: { images: number; comment: string; rest: string }) {
  const { i18n } = useLingui()
  const choose =
    images === 0
      ? i18n._('长按右上角相机，发文字')
      : images === 1
        ? i18n._('点右上角相机，从相册选这张图')
        : i18n._('点右上角相机，从相册选图，按 1 到 {n} 的顺序', { n: images })
  const inDownloads = process.env.TARO_ENV === 'h5' && images > 0
  const steps = [
    ...(inDownloads ? [i18n._('图片在浏览器的下载里，从 01.jpg 起；在电脑上先传到手机')] : []),
    i18n._('打开微信，发现，朋友圈'),
    choose,
    i18n._('粘贴文案，第一行可以自己打'),
    ...(rest === '' ? [] : [i18n._('发表后，先把余下的文字贴在评论里')]),
    ...(comment === '' ? [] : [rest === '' ? i18n._('发表后，把首条评论贴上') : i18n._('再把首条评论贴上')]),
  ]
  return (
    <View className="steps">
      {steps.map((step, index) => (
        <View className="step" key={step}>
          <Text className="step-number">{String(index + 1)}</Text>
          <Text>{step}</Text>
        </View>
      ))}
    </View>
  )
}

function Result({ kit, shown, state, onStart }: Props) {
  const { i18n } = useLingui()
  const failed = failedOf(state).map((index) => index + 1)
  return (
    <View className="save-sheet">
      {failed.length > 0 && (
        <Button onTap={onStart}>{i18n._('第 {which} 张没存上，点这里再试', { which: failed.join('、') })}</Button>
      )}
      {!state.copied && <CopyButton kind="plain" text={shown.text} label={i18n._('文案没复制上，点这里复制')} />}
      <Steps images={kit.images.length} comment={kit.firstComment} rest={shown.rest} />
      {shown.rest !== '' && <CopyButton kind="plain" text={shown.rest} label={i18n._('复制余下的文字')} />}
      {kit.firstComment !== '' && <CopyButton kind="plain" text={kit.firstComment} label={i18n._('复制首条评论')} />}
      <PostedMark kit={kit} />
    </View>
  )
}

function Refused({ state, onStart, onSetting }: Props) {
  const { i18n } = useLingui()
  const album = state.phase === 'album-refused'
  return (
    <View className="save-sheet">
      <Text>
        {album
          ? i18n._('图片要存进相册才能发。打开设置里的“添加到相册”，回来会接着存，已存的不会重来')
          : i18n._('存图和复制文案要先同意隐私说明。我们只往相册里放这几张图，不看你的相册')}
      </Text>
      <Button onTap={album ? onSetting : onStart}>{album ? i18n._('去打开') : i18n._('再来一次')}</Button>
    </View>
  )
}

export function SaveSheet(props: Props) {
  const { i18n } = useLingui()
  const { state, kit } = props
  const [done, all] = [savedOf(state).length, kit.images.length]
  const refused = state.phase === 'album-refused' || state.phase === 'privacy-refused'
  const title = () => {
    if (state.phase === 'album-refused') return i18n._('相册还没打开')
    if (state.phase === 'privacy-refused') return i18n._('还没同意隐私说明')
    if (all === 0) return state.copied ? i18n._('文案已复制') : i18n._('文案没复制上')
    return state.copied
      ? i18n._('已存 {done}/{all}，文案已复制', { done, all })
      : i18n._('已存 {done}/{all}', { done, all })
  }
  return (
    <Sheet open={props.open} title={title()} closeLabel={i18n._('关上')} onClose={props.onClose}>
      {refused ? <Refused {...props} /> : <Result {...props} />}
    </Sheet>
  )
}
