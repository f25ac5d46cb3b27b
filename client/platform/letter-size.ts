// How large does a browser show letters by default? Apart from letters.ts, for the page's first script asks this too: nothing of
// Taro's may be imported here.

/** Up to here no screen cuts anything off; who wants them larger still gets these. */
const LARGEST = 1.3
const BROWSER_STANDARD_PX = 16

/** From 1 to LARGEST; 1 where nothing was said. */
export const withinScreens = (asked: number | undefined): number => Math.min(LARGEST, Math.max(1, asked || 1))

/** By her browser's own setting; 1: as drawn. */
export const browserLetters = (): number => {
  const probe = document.createElement('div')
  probe.style.fontSize = 'medium'
  document.body.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / BROWSER_STANDARD_PX
}
