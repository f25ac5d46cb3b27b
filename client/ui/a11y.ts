// What a screen reader is told; WeChat and browsers name the same attributes differently.
export const describe = (
  role: 'button' | 'img' | 'link' | 'heading' | 'list' | 'listitem' | 'status' | 'alert' | 'checkbox' | 'region',
  label?: string,
): Record<string, string | undefined> =>
  process.env.TARO_ENV === 'h5' ? { role, 'aria-label': label } : { ariaRole: role, ariaLabel: label }
