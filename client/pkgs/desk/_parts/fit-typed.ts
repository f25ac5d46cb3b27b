// What was typed into the calculator, as it stands in the page's address and on this device.
import {
  FIT_ABOUT,
  FIT_FIELDS,
  FIT_KEYS,
  FIT_READY,
  FIT_SURE,
  type FitAbout,
  type FitKey,
  type FitReady,
  type FitSure,
  type FitSureness,
  type FitTyped,
} from '@shared/domain/fit'

export type FitForm = { typed: FitTyped; sureness: FitSureness; ready: FitReady[] }

const SURES = Object.keys(FIT_SURE) as FitSure[]

export const emptyFit = (): FitForm => ({
  typed: {},
  sureness: { value: 'about', acquire: 'about', own: 'about' },
  ready: [],
})

/** Numbers in the order of the fields, how sure each part is, which things stand: `420_55___..._.111.0110`. */
export const writeFit = ({ typed, sureness, ready }: FitForm): string => {
  if (Object.keys(typed).length === 0 && ready.length === 0) return ''
  const numbers = FIT_KEYS.map((key) => (typed[key] === undefined ? '' : String(typed[key]))).join('_')
  const sures = FIT_ABOUT.map((about) => SURES.indexOf(sureness[about])).join('')
  return `${numbers}~${sures}~${FIT_READY.map((item) => (ready.includes(item) ? 1 : 0)).join('')}`
}

const numberOf = (key: FitKey, written: string | undefined): number | null => {
  if (!written || !/^\d{1,9}(\.\d{1,4})?$/.test(written)) return null
  const n = Number(written)
  return n >= FIT_FIELDS[key].min && n <= FIT_FIELDS[key].max ? n : null
}

/** What cannot be read is left empty. */
export const readFit = (written: string): FitForm => {
  const [numbers = '', sures = '', ready = ''] = written.split('~')
  const parts = numbers.split('_')
  const typed: FitTyped = {}
  FIT_KEYS.forEach((key, i) => {
    const n = numberOf(key, parts[i])
    if (n !== null) typed[key] = n
  })
  const sureOf = (about: FitAbout): FitSure => SURES[Number(sures[FIT_ABOUT.indexOf(about)])] ?? 'about'
  return {
    typed,
    sureness: { value: sureOf('value'), acquire: sureOf('acquire'), own: sureOf('own') },
    ready: FIT_READY.filter((_, i) => ready[i] === '1'),
  }
}
