// Choosing a picture of herself: WeChat's own question (her WeChat picture, album or camera); in a browser a file.
import { Button as NativeButton, View } from '@tarojs/components'
import { type PropsWithChildren, useRef } from 'react'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'

type Props = PropsWithChildren<{ label: string; busy: boolean; onPick: (picked: File | string) => void }>

const classOf = (busy: boolean): string => (busy ? 'portrait-pick portrait-off' : 'portrait-pick')

/** A temporary path; nothing when she changes her mind. */
function AskWeChat({ label, busy, onPick, children }: Props) {
  const take = ({ detail }: { detail: { avatarUrl?: unknown } }) => {
    if (typeof detail.avatarUrl === 'string' && detail.avatarUrl !== '') onPick(detail.avatarUrl)
  }
  return (
    <NativeButton
      id="pick-picture"
      className={classOf(busy)}
      hoverClass={busy ? 'none' : 'portrait-pressed'}
      {...(busy ? {} : { openType: 'chooseAvatar' as const })}
      onChooseAvatar={take}
      {...describe('button', label)}
    >
      {children}
    </NativeButton>
  )
}

function AskBrowser({ label, busy, onPick, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <View
        id="pick-picture"
        className={classOf(busy)}
        {...tappable(label, () => void (busy || input.current?.click()))}
        {...(busy ? { 'aria-disabled': true } : {})}
      >
        {children}
      </View>
      <input
        ref={input}
        id="picture-file"
        className="portrait-file"
        type="file"
        tabIndex={-1}
        accept="image/jpeg,image/png,image/webp"
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onPick(file)
          target.value = '' // the same file may be chosen again
        }}
      />
    </>
  )
}

export function PickPicture(props: Props) {
  return process.env.TARO_ENV === 'h5' ? <AskBrowser {...props} /> : <AskWeChat {...props} />
}
