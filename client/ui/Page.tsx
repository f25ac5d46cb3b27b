// The frame of a phone page: edges, width on a wide screen, and the title a browser shows.
import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { heading } from './a11y'
import { useLetters } from './letters'
import './Page.scss'

type Props = PropsWithChildren<{ title?: string; aside?: ReactNode; className?: string }>

export function Page({ title, aside, children, className = '' }: Props) {
  return (
    <View className={`page ${className}`} {...useLetters()}>
      {title !== undefined && (
        <View className="page-head">
          <View className="page-title" {...heading(1)}>
            {title}
          </View>
          {aside}
        </View>
      )}
      {children}
    </View>
  )
}
