// Who is it? Her picture in a circle, or the first character of her name while there is none or it does not open.
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { describe } from './a11y'
import './Avatar.scss'

type Props = { name: string; src: string | null; size?: 'small' | 'large' }

const initialOf = (name: string): string => [...name.trim()][0] ?? ''

/** The name is what it says to who cannot see it. */
export function Avatar({ name, src, size = 'small' }: Props) {
  const [failedSrc, setFailedSrc] = useState('')
  const shows = src !== null && src !== '' && src !== failedSrc // another address may yet open
  return (
    <View className={`avatar avatar-${size}`} {...(shows ? {} : describe('img', name))}>
      {shows ? (
        <Image
          className="avatar-image"
          src={src}
          mode="aspectFill"
          onError={() => setFailedSrc(src)}
          {...(process.env.TARO_ENV === 'h5' ? { alt: name, nativeProps: { alt: name } } : { ariaLabel: name })}
        />
      ) : (
        initialOf(name)
      )}
    </View>
  )
}
