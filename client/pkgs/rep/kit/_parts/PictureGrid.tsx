// Her pictures in the order they are posted, each with its number and how far its saving has come.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { ImageStep, SaveState } from '@/features/kit/save-state'
import type { OpenedKit } from '@/features/kit/use-kits'
import { Photo } from '@/ui/Photo'
import './PictureGrid.scss'

type Props = { kit: OpenedKit; previews: readonly (string | null)[]; state: SaveState }

const SQUARE = 1

function Step({ step }: { step: ImageStep }) {
  const { i18n } = useLingui()
  if (step === 'waiting') return null
  if (step === 'saved') return <Text className="picture-step picture-saved">{i18n._('✓ 已存')}</Text>
  if (step === 'failed') return <Text className="picture-step picture-failed">{i18n._('没存上')}</Text>
  const words = {
    fetching: i18n._('正在下载'),
    fetched: i18n._('已下载'),
    painting: i18n._('正在生成'),
    saving: i18n._('正在存'),
  }
  return <Text className="picture-step">{words[step]}</Text>
}

export function PictureGrid({ kit, previews, state }: Props) {
  const { i18n } = useLingui()
  if (kit.images.length === 0) return null
  return (
    <View className={kit.images.length === 1 ? 'pictures pictures-one' : 'pictures'}>
      {kit.images.map(({ image }, index) => (
        <View className="picture" key={image.imageId}>
          <Photo
            src={previews[index] ?? image.thumbUrl}
            alt={image.alt || i18n._('第 {n} 张', { n: index + 1 })}
            width={SQUARE}
            height={kit.images.length === 1 ? image.height / image.width : SQUARE}
          />
          <Text className="picture-number">{String(index + 1)}</Text>
          <Step step={state.images[index] ?? 'waiting'} />
        </View>
      ))}
    </View>
  )
}
