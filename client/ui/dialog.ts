// What an open sheet does with the keyboard of a browser: takes the focus, keeps Tab inside, hears Escape, gives the focus back.
import { type RefObject, useEffect, useRef } from 'react'

const REACHED = '[tabindex="0"], input, textarea, a[href]'

/** Tab goes round within the panel. */
const goRound = (panel: HTMLElement, event: KeyboardEvent): void => {
  const stops = [...panel.querySelectorAll<HTMLElement>(REACHED)]
  const at = document.activeElement
  const [first, last] = [stops[0], stops[stops.length - 1]]
  const leaves = event.shiftKey ? at === first || at === panel : at === last
  if (panel.contains(at) && !leaves) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}

/** Returns the ref of the panel, which must be focusable itself (tabIndex -1). WeChat has no keyboard to keep. */
export const useDialog = (open: boolean, onClose: () => void): RefObject<HTMLElement | null> => {
  const panel = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!open || process.env.TARO_ENV !== 'h5') return
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && panel.current) goRound(panel.current, event)
    }
    document.addEventListener('keydown', hear)
    return () => {
      document.removeEventListener('keydown', hear)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [open])
  return panel
}
