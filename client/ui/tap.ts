// What makes a part of a page tappable: a finger in WeChat; in a browser Enter and Space as well.
import { describe } from './a11y'

type KeyPress = { key: string; target?: unknown; currentTarget?: unknown; preventDefault: () => void }

export const tappable = (label: string, onTap: () => void): Record<string, unknown> => ({
  onClick: onTap,
  ...describe('button', label),
  ...(process.env.TARO_ENV === 'h5'
    ? {
        tabIndex: 0,
        onKeyDown: (event: KeyPress) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onTap()
        },
      }
    : {}),
})
