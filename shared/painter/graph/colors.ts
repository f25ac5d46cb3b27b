// In which colours is the spread drawn? Those of client/ui/tokens.scss, a canvas knowing no variables.

export type Theme = 'light' | 'dark'
export type Colors = {
  surface: string
  card: string
  line: string
  ink: string
  ink2: string
  accent: string
  ripple: string
  warm: string
}

export const COLORS: Readonly<Record<Theme, Colors>> = {
  light: {
    surface: '#f6f8f7',
    card: '#ffffff',
    line: '#e3e9e6',
    ink: '#16211d',
    ink2: '#5a6a64',
    accent: '#0b7a5b',
    ripple: '#1c6dd0',
    warm: '#b4540a',
  },
  dark: {
    surface: '#0f1513',
    card: '#18211e',
    line: '#2a3531',
    ink: '#e8efec',
    ink2: '#9fb0a9',
    accent: '#3cc79d',
    ripple: '#6fb1ff',
    warm: '#f0a35e',
  },
}

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** `share` of `a`, the rest of `b`: solid, so that what lies below does not show through. */
export const mixed = (a: string, b: string, share: number): string => {
  const [one, other] = [channels(a), channels(b)]
  const hex = one.map((value, n) => Math.round(value * share + (other[n] ?? 0) * (1 - share)))
  return `#${hex.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export const faded = (hex: string, alpha: number): string => `rgba(${channels(hex).join(',')},${alpha})`
