// The pictures of a post written on a phone: chosen from the album, each told when it does not arrive.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DraftDesk } from '@/features/post/use-draft'
import { placeImage, useUploads } from '@/features/post/use-uploads'
import { wordPicked } from '@/features/post/words'
import { pickFromPhone } from '@/platform/upload'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Photo } from '@/ui/Photo'

export function PhonePictures({ draft, room }: { draft: DraftDesk; room: number }) {
  const { i18n } = useLingui()
  const [refused, setRefused] = useState<string[]>([])
  const uploading = useUploads(({ image }) => {
    draft.know(image)
    draft.change((form) => ({ imageIds: placeImage(form.imageIds, image.imageId, uploading.orderOf) }))
  })
  const left = room - uploading.uploads.length
  const pick = async () => {
    const all = uploading.add(await pickFromPhone(left), left)
    setRefused(all.flatMap(({ name, reason }) => (reason === 'no-room' ? [] : wordPicked(i18n, reason, name))))
  }
  const remove = (imageId: string) =>
    draft.change((form) => ({ imageIds: form.imageIds.filter((other) => other !== imageId) }))
  return (
    <View className="hq-stack">
      <View className="hq-pictures">
        {draft.editing.form.imageIds.map((imageId, place) => {
          const image = draft.known[imageId]
          return (
            <View className="hq-picture" key={imageId}>
              <Photo src={image?.thumbUrl ?? ''} alt={image?.alt ?? ''} width={1} height={1} />
              <Button small kind="quiet" onTap={() => remove(imageId)}>
                {i18n._('移走第 {n} 张', { n: place + 1 })}
              </Button>
            </View>
          )
        })}
      </View>
      {uploading.uploads.map((upload) => (
        <View className="hq-row" key={upload.imageId}>
          {upload.phase === 'failed' ? (
            <>
              <Text className="hq-wrong">
                {i18n._('“{name}”没传上：{why}', { name: upload.picked.name, why: errorText(upload.error) })}
              </Text>
              <Button small kind="plain" onTap={() => uploading.retry(upload)}>
                {i18n._('再试一次')}
              </Button>
              <Button small kind="quiet" onTap={() => uploading.drop(upload.imageId)}>
                {i18n._('不要了')}
              </Button>
            </>
          ) : (
            <Text className="hq-note">{i18n._('“{name}”正在传', { name: upload.picked.name })}</Text>
          )}
        </View>
      ))}
      {refused.map((sentence) => (
        <Text className="hq-wrong" key={sentence}>
          {sentence}
        </Text>
      ))}
      {left > 0 && (
        <Button kind="plain" onTap={() => void pick()}>
          {i18n._('加图片')}
        </Button>
      )}
    </View>
  )
}
