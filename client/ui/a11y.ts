// What a screen reader is told; WeChat and browsers name the same attributes differently.
type Role =
  | 'button'
  | 'img'
  | 'link'
  | 'heading'
  | 'list'
  | 'listitem'
  | 'status'
  | 'alert'
  | 'checkbox'
  | 'region'
  | 'dialog'

export const describe = (role: Role, label?: string): Record<string, string> => {
  const web = process.env.TARO_ENV === 'h5'
  // an undefined label would be written into the page as the word "undefined"
  return {
    [web ? 'role' : 'ariaRole']: role,
    ...(label === undefined ? {} : { [web ? 'aria-label' : 'ariaLabel']: label }),
  }
}

export type Level = 1 | 2 | 3 | 4

/** 1 is what the page is about; WeChat knows headings but no levels. */
export const heading = (level: Level): Record<string, string> => ({
  ...describe('heading'),
  ...(process.env.TARO_ENV === 'h5' ? { 'aria-level': String(level) } : {}),
})
