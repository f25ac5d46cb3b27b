// The photos of a note, small; a tap shows one large.
import { useLingui } from '@lingui/react'
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownNote } from '@/features/file/use-sheet'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'

const named = (name: string): Record<string, unknown> =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: name } } : { ariaLabel: name }

export function NotePhotos({ photos }: { photos: ShownNote['photos'] }) {
  const { i18n } = useLingui()
  const [at, setAt] = useState<number | null>(null)
  const open = at === null ? undefined : photos[at]
  const nameOf = (n: number) => i18n._('第 {n} 张', { n: n + 1 })
  return (
    <View className="note-photos">
      {photos.map(({ fileId, url }, n) => (
        <View
          key={fileId}
          className="note-photo"
          {...tappable(i18n._('看大图，{name}', { name: nameOf(n) }), () => setAt(n))}
        >
          <Image className="note-photo-image" mode="aspectFill" lazyLoad src={url} {...named(nameOf(n))} />
        </View>
      ))}
      {open && at !== null && (
        <Sheet open title={nameOf(at)} closeLabel={i18n._('关上')} onClose={() => setAt(null)}>
          <Image className="note-photo-large" mode="widthFix" src={open.url} {...named(nameOf(at))} />
          {at + 1 < photos.length && (
            <Button kind="plain" onTap={() => setAt(at + 1)}>
              {i18n._('下一张')}
            </Button>
          )}
        </Sheet>
      )}
    </View>
  )
}
