// What is a trace? What a reader really did, what her phone could see of it, and what became of phone and network.
import type { SectionId } from '../../shared/domain/ids'
import type { SectionMs } from '../../shared/domain/reading'

/** `at` in true ms since the page was opened; the phone's clock may say something else. */
export type Seen = { at: number } & (
  | { kind: 'show' | 'hide' | 'touch' }
  | { kind: 'look'; section: SectionId | null; picture: SectionId | null; depth: number }
)

export type Trace = {
  seed: number // also of what the network does
  seen: readonly Seen[] // in order of time
  endAt: number // the last thing she did here: `hide`, or the app was killed
  killed: boolean
  truth: SectionMs // what she read, by the trace's maker alone
  lengths: Record<SectionId, number> // characters
  clock: { at: number; byMs: number } | null // from `at` on the phone's clock is off by this
  net: Net
}

export type Net = {
  lossPerTry: number // half of the lost tries did arrive; the phone does not know
  beaconLoss: number // a request started while leaving never leaves the phone
  offlineFrom: number // true ms; Infinity for never
  lingers: boolean // the phone lets the page run on for some seconds after it is hidden
  reopens: boolean // the page or another one is opened later, with signal
}

export const sum = (sections: SectionMs): number => Object.values(sections).reduce((n, ms) => n + ms, 0)

/** What the phone's clock says at true `at`. */
export const clockAt = (trace: Trace, at: number): number =>
  1_790_000_000_000 + Math.round(at) + (trace.clock !== null && at >= trace.clock.at ? trace.clock.byMs : 0)
