// Our tokens as Ant Design wants them, by day and by night. The colours are read from client/ui/tokens: one place only.
import { type ThemeConfig, theme } from 'antd'
import { useEffect, useMemo, useState } from 'react'

const DARK = '(prefers-color-scheme: dark)'
const FINGER = '(max-width: 860px), (pointer: coarse)'
const FINGER_PX = 44

const useMedia = (asked: string): boolean => {
  const [is, setIs] = useState(() => window.matchMedia(asked).matches)
  useEffect(() => {
    const query = window.matchMedia(asked)
    const hear = () => setIs(query.matches)
    query.addEventListener('change', hear)
    return () => query.removeEventListener('change', hear)
  }, [asked])
  return is
}

const token = (name: string): string => getComputedStyle(document.body).getPropertyValue(`--${name}`).trim()

const themeOf = (dark: boolean, finger: boolean): ThemeConfig => ({
  algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: token('accent'),
    colorPrimaryBg: token('accent-soft'),
    colorPrimaryBgHover: token('accent-soft'),
    colorLink: token('accent'),
    colorInfo: token('ripple'),
    colorInfoBg: token('ripple-soft'),
    colorWarning: token('warm'),
    colorWarningBg: token('warm-soft'),
    colorError: token('danger'),
    colorErrorBg: token('danger-soft'),
    colorSuccess: token('accent'),
    colorSuccessBg: token('accent-soft'),
    colorSuccessBorder: token('line'),
    colorBgLayout: token('surface'),
    colorBgContainer: token('card'),
    colorBgElevated: token('card'),
    colorBorder: token('edge'),
    colorBorderSecondary: token('line'),
    colorText: token('ink'),
    colorTextSecondary: token('ink-2'),
    colorTextTertiary: token('ink-2'), // ours stops here: nothing lighter is AA
    colorTextDescription: token('ink-2'),
    colorTextQuaternary: token('edge'), // a switch that is off
    colorTextPlaceholder: token('ink-2'),
    colorTextDisabled: token('ink-2'), // what is out is still read
    colorBgContainerDisabled: token('surface'),
    borderRadius: 8,
    borderRadiusLG: 10,
    controlHeight: finger ? FINGER_PX : 36,
    controlHeightSM: finger ? FINGER_PX : 28,
    fontFamily: 'inherit',
    motionDurationSlow: '0.24s',
  },
  components: {
    Button: { primaryColor: token('on-accent'), primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Switch: { handleBg: dark ? token('on-accent') : token('card') },
    Table: { headerBg: token('surface'), rowHoverBg: token('surface') },
    Tabs: { horizontalItemPadding: '10px 0' },
    Segmented: { trackBg: token('surface') },
  },
})

export const useTheme = (): ThemeConfig => {
  const dark = useMedia(DARK)
  const finger = useMedia(FINGER)
  return useMemo(() => themeOf(dark, finger), [dark, finger])
}
