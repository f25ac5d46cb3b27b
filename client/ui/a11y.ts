// What a screen reader is told; WeChat and browsers name the same attributes differently.
export const describe = (
  role: 'button' | 'img' | 'link' | 'heading' | 'list' | 'listitem' | 'status' | 'alert' | 'checkbox' | 'region',
  label?: string,
): Record<string, string> => {
  const web = process.env.TARO_ENV === 'h5'
  // an undefined label would be written into the page as the word "undefined"
  return {
    [web ? 'role' : 'ariaRole']: role,
    ...(label === undefined ? {} : { [web ? 'aria-label' : 'ariaLabel']: label }),
  }
}
