// How large does she want letters? What stands in a view with this style grows by it (config/letters.cjs).
import { type CSSProperties, createContext, useContext } from 'react'

/** 1: as drawn. The app sets it once from what the phone says. */
export const LetterScale = createContext(1)

/** For the outermost view of a page or a sheet: `<View {...useLetters()}>`. */
export const useLetters = (): { style?: CSSProperties } => {
  const scale = useContext(LetterScale)
  return scale === 1 ? {} : { style: { '--letters': String(scale) } as CSSProperties }
}
