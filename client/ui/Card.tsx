// A piece of a page that belongs together; tappable when it leads somewhere.
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { describe } from './a11y'
import './Card.scss'

type Props = PropsWithChildren<{ onTap?: () => void; label?: string; className?: string; id?: string }>

export function Card({ children, onTap, label, className = '', id }: Props) {
  return (
    <View
      {...(id ? { id } : {})}
      className={`card ${onTap ? 'card-tap' : ''} ${className}`}
      hoverClass={onTap ? 'card-pressed' : 'none'}
      onClick={onTap}
      {...(onTap ? describe('button', label) : {})}
    >
      {children}
    </View>
  )
}
