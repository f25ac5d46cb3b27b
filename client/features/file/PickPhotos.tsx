// Photos of a consultation: chosen, on their way with how far, failed ones tried again or left out.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { PickedRefusal } from '@shared/domain/draft'
import { NOTE_PHOTOS_MAX } from '@shared/domain/limits'
import { Image, Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { type PickedImage, pickedFile, pickFromPhone } from '@/platform/upload'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import type { Photos, PhotoWork } from './use-photos'
import './PickPhotos.scss'

const PERCENT = 100

const wordRefusal = (reason: PickedRefusal, i18n: I18n): string => {
  switch (reason) {
    case 'too-big':
      return i18n._('这张超过 10 MB，压小一点再传')
    case 'empty':
      return i18n._('这张是空的，换一张')
    case 'heic':
      return i18n._('这张是 HEIC。iPhone 请到“设置-相机-格式”选“兼容性最佳”，或导出成 JPG 再传')
    case 'not-a-picture':
      return i18n._('这不是 JPEG、PNG 或 WebP，换一张')
  }
}

const wordState = (state: PhotoWork['state'], i18n: I18n): string => {
  if (state.at === 'taken') return i18n._('传好了')
  if (state.at === 'failed') return i18n._('没传上：{why}', { why: errorText(state.error) })
  return state.sent < 1 ? i18n._('正在传，{n}%', { n: Math.round(state.sent * PERCENT) }) : i18n._('传好了，正在检查')
}

function Row({ work, ordinal, photos }: { work: PhotoWork; ordinal: number; photos: Photos }) {
  const { i18n } = useLingui()
  const { state, id } = work
  const name = i18n._('第 {n} 张', { n: ordinal })
  return (
    <View className="photo-row">
      {state.at === 'taken' ? (
        <Image
          className="photo-small"
          mode="aspectFill"
          src={state.photo.url}
          {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: name } } : { ariaLabel: name })}
        />
      ) : (
        <View className="photo-small" />
      )}
      <View className="photo-words" {...describe(state.at === 'failed' ? 'alert' : 'status')}>
        <Text>{name}</Text>
        <Text className={state.at === 'failed' ? 'photo-wrong' : 'photo-state'}>{wordState(state, i18n)}</Text>
      </View>
      {state.at === 'failed' && (
        <Button kind="quiet" small onTap={() => photos.again(work)}>
          {i18n._('再试一次')}
        </Button>
      )}
      {state.at !== 'sending' && (
        <Button kind="quiet" small onTap={() => photos.remove(id)}>
          {i18n._('去掉')}
        </Button>
      )}
    </View>
  )
}

/** WeChat asks with its own album; a browser with a file of its own. */
function Ask({ room, onPick }: { room: number; onPick: (files: readonly PickedImage[]) => void }) {
  const { i18n } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const web = process.env.TARO_ENV === 'h5'
  const words = i18n._('选照片')
  return (
    <>
      <Button
        kind="plain"
        id="pick-photos"
        onTap={() => (web ? input.current?.click() : void pickFromPhone(room).then(onPick))}
      >
        {words}
      </Button>
      {web && (
        <input
          ref={input}
          id="photo-files"
          className="photo-file"
          type="file"
          multiple
          tabIndex={-1}
          accept="image/jpeg,image/png,image/webp"
          aria-label={words}
          onChange={({ target }) => {
            onPick([...(target.files ?? [])].map(pickedFile))
            target.value = '' // the same file may be chosen again
          }}
        />
      )}
    </>
  )
}

/** hint: how many, and who sees them. */
export function PickPhotos({ photos, hint }: { photos: Photos; hint?: string }) {
  const { i18n } = useLingui()
  return (
    <View className="photos">
      {photos.works.map((work, n) => (
        <Row key={work.id} work={work} ordinal={n + 1} photos={photos} />
      ))}
      {photos.room > 0 && <Ask room={photos.room} onPick={photos.add} />}
      <Text className="photo-state">
        {hint ?? i18n._('最多 {n} 张，只有你看得到。别拍到孩子的脸', { n: NOTE_PHOTOS_MAX })}
      </Text>
      {photos.refused !== null && (
        <Text className="photo-wrong" {...describe('alert')}>
          {wordRefusal(photos.refused, i18n)}
        </Text>
      )}
    </View>
  )
}
