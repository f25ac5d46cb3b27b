// A button of ours: names the act, 88 design pixels tall at least, tells when it is busy.
import { Text, View } from '@tarojs/components'
import { describe } from './a11y'
import './Button.scss'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'
type Props = {
  children: string
  about?: string // what it is for, said before its name: several with one name stand on the page
  onTap: () => void
  kind?: ButtonKind
  disabled?: boolean
  busy?: boolean
  small?: boolean
  id?: string
  className?: string
}

export function Button({
  children,
  about,
  onTap,
  kind = 'primary',
  disabled = false,
  busy = false,
  small = false,
  id,
  className = '',
}: Props) {
  const off = disabled || busy
  return (
    <View
      {...(id ? { id } : {})}
      className={`button button-${kind} ${small ? 'button-small' : ''} ${off ? 'button-off' : ''} ${className}`}
      hoverClass={off ? 'none' : 'button-pressed'}
      onClick={off ? undefined : onTap}
      {...describe('button', about ? `${about} ${children}` : children)}
      {...(process.env.TARO_ENV === 'h5' ? keyboard(off, onTap) : {})}
    >
      {busy && <View className="button-ring" />}
      <Text className="button-text">{children}</Text>
    </View>
  )
}

/** In a browser a button also answers Enter and Space. */
const keyboard = (off: boolean, onTap: () => void): Record<string, unknown> => ({
  tabIndex: off ? -1 : 0,
  'aria-disabled': off,
  onKeyDown: (event: { key: string; preventDefault: () => void }) => {
    if (off || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onTap()
  },
})
