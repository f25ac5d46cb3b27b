// Her poster: choose one of three looks, see it, save or send it.
import { useLingui } from '@lingui/react'
import type { PosterDesign } from '@shared/painter/paint-poster'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import { AlbumClosed, askAlbum, openAlbumSetting, saveToAlbum } from '@/platform/album'
import { askPrivacy } from '@/platform/privacy-gate'
import { showImageMenu } from '@/platform/share'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { Failed, Skeleton } from '@/ui/States'
import { tappable } from '@/ui/tap'
import { DESIGNS, usePoster } from './use-poster'
import './PosterSheet.scss'

type Saved = '' | 'saved' | 'failed' | 'privacy-refused' | 'album-refused'

const savePoster = async (file: string): Promise<Saved> => {
  if (!(await askPrivacy())) return 'privacy-refused'
  if (!(await askAlbum())) return 'album-refused'
  return saveToAlbum(file, 'poster.jpg').then(
    () => 'saved',
    (error: unknown) => (error instanceof AlbumClosed ? 'album-refused' : 'failed'),
  )
}

function Acts({ file }: { file: string }) {
  const { i18n } = useLingui()
  const [saved, setSaved] = useState<Saved>('')
  const words = {
    '': i18n._('保存海报'),
    saved: i18n._('海报已存，再存一张'),
    failed: i18n._('没存上，点这里再试'),
    'privacy-refused': i18n._('还没同意隐私说明，再来一次'),
    'album-refused': i18n._('相册还没打开，去打开'),
  }
  const tap = async () => {
    if (saved === 'album-refused' && !(await openAlbumSetting())) return
    setSaved(await savePoster(file))
  }
  return (
    <View className="poster-acts">
      <Button onTap={() => void tap()}>{words[saved]}</Button>
      {process.env.TARO_ENV === 'weapp' && (
        <Button kind="plain" onTap={() => void showImageMenu(file)}>
          {i18n._('发给好友')}
        </Button>
      )}
    </View>
  )
}

function Poster({ kit }: { kit: OpenedKit }) {
  const { i18n } = useLingui()
  const [design, setDesign] = useState<PosterDesign>('paper')
  const poster = usePoster(kit, design, { 'mini-code': i18n._('长按识别，读全文'), qr: i18n._('扫一扫，读全文') })
  const names = { paper: i18n._('素白'), leaf: i18n._('青叶'), night: i18n._('夜色') }
  if (poster.error) return <Failed error={poster.error} onRetry={poster.again} />
  return (
    <View className="poster">
      <View className="poster-designs">
        {DESIGNS.map((one) => (
          <View
            key={one}
            className={one === design ? 'poster-design poster-on' : 'poster-design'}
            {...tappable(names[one], () => setDesign(one))}
            {...(process.env.TARO_ENV === 'h5' ? { 'aria-pressed': one === design } : {})}
          >
            <Text>{one === design ? `✓ ${names[one]}` : names[one]}</Text>
          </View>
        ))}
      </View>
      <View className="poster-stage">
        {poster.file ? (
          <Image
            className="poster-image"
            src={poster.file}
            mode="aspectFit"
            showMenuByLongpress
            {...(process.env.TARO_ENV === 'h5'
              ? { alt: kit.title, nativeProps: { alt: kit.title } }
              : { ariaLabel: kit.title })}
          />
        ) : (
          <Skeleton rows={1} />
        )}
      </View>
      {poster.file && <Acts key={poster.file} file={poster.file} />}
    </View>
  )
}

export function PosterSheet({ kit, open, onClose }: { kit: OpenedKit; open: boolean; onClose: () => void }) {
  const { i18n } = useLingui()
  return (
    <Sheet open={open} title={i18n._('海报')} closeLabel={i18n._('关上')} onClose={onClose}>
      <Poster kit={kit} />
    </Sheet>
  )
}
