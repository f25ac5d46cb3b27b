// A picture that says what it shows, keeps its place while it loads and admits when it fails.
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import './Photo.scss'

type Props = { src: string; alt: string; width: number; height: number; className?: string; eager?: boolean }

/** width and height in the picture's own pixels: they reserve the place, nothing jumps. */
export function Photo({ src, alt, width, height, className = '', eager = false }: Props) {
  const [failedSrc, setFailedSrc] = useState('')
  const failed = src !== '' && failedSrc === src // another address may yet open
  return (
    <View className={`photo ${className}`} style={{ paddingTop: `${(height / Math.max(1, width)) * 100}%` }}>
      {!failed && src !== '' && (
        <Image
          className="photo-image"
          src={src}
          mode="aspectFill"
          lazyLoad={!eager}
          onError={() => setFailedSrc(src)}
          {...(process.env.TARO_ENV === 'h5' ? { alt, nativeProps: { alt } } : { ariaLabel: alt })}
        />
      )}
      {failed && <View className="photo-failed">{alt}</View>}
    </View>
  )
}
