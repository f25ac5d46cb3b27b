// Our colours and lettering as a chart wants them, by day and by night; and the axes all our charts share.
import { useEffect, useState } from 'react'
import type { ChartOption } from './chart-library'

export type ChartLook = {
  ink: string
  note: string
  line: string
  card: string
  ripple: string
  soft: string
  accent: string
}

const DARK = '(prefers-color-scheme: dark)'
const token = (name: string): string => getComputedStyle(document.body).getPropertyValue(`--${name}`).trim()

const lookNow = (): ChartLook => ({
  ink: token('ink'),
  note: token('ink-2'),
  line: token('line'),
  card: token('card'),
  ripple: token('ripple'),
  soft: token('ripple-soft'),
  accent: token('accent'),
})

/** Read anew when day turns to night. */
export const useChartLook = (): ChartLook => {
  const [look, setLook] = useState(lookNow)
  useEffect(() => {
    const query = window.matchMedia(DARK)
    const hear = () => setLook(lookNow())
    query.addEventListener('change', hear)
    return () => query.removeEventListener('change', hear)
  }, [])
  return look
}

const NOTE_PX = 13

export const words = (color: string) => ({ color, fontSize: NOTE_PX })

/** The part every chart shares: no motion but the first, room for its words. */
export const chartBase = (look: ChartLook): ChartOption => ({
  animationDuration: 200,
  textStyle: { color: look.ink, fontSize: NOTE_PX, fontFamily: getComputedStyle(document.body).fontFamily },
  grid: { left: 8, right: 24, top: 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
})
