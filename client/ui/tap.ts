// What makes a part of a page tappable: a finger in WeChat; in a browser Enter and Space as well.
import { describe } from './a11y'

type KeyPress = { key: string; target?: unknown; currentTarget?: unknown; preventDefault: () => void }

/** as: a link leads somewhere else. */
export const tappable = (
  label: string,
  onTap: () => void,
  as: 'button' | 'link' = 'button',
): Record<string, unknown> => ({
  onClick: onTap,
  ...describe(as, label),
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
