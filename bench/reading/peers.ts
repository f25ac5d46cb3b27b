// How others count dwell, each with its usual delivery, over the same traces. None knows what became of a lost request.
import { type Random, randomFrom } from './random'
import type { Trace } from './trace'

/** ms that ended up on their server, for the whole reading and (where they count by section) not at all by section. */
export type Counted = { totalMs: number; requests: number }
export type Peer = { name: string; count: (trace: Trace) => Counted }

/** A span in front of her: from a show to the hide, or to the kill that no one tells. */
type Span = { from: number; to: number; killed: boolean }

const spansOf = (trace: Trace): Span[] => {
  const spans: Span[] = []
  let from: number | null = null
  for (const each of trace.seen) {
    if (each.kind === 'show') from = each.at
    if (each.kind === 'hide' && from !== null) {
      spans.push({ from, to: each.at, killed: false })
      from = null
    }
  }
  if (from !== null) spans.push({ from, to: trace.endAt, killed: trace.killed })
  return spans
}

type Fate = { arrived: boolean; known: boolean }

/** One try: `known` is whether the phone heard that it arrived. */
const tryToSend = ({ net }: Trace, random: Random, at: number, leaving: boolean): Fate => {
  if (at >= net.offlineFrom || (leaving && random.chance(net.beaconLoss))) return { arrived: false, known: false }
  if (!random.chance(net.lossPerTry)) return { arrived: true, known: true }
  return { arrived: random.chance(0.5), known: false }
}

const networkOf = (trace: Trace): Random => randomFrom(trace.seed ^ 0x2545f491)

const lastMinusFirst: Peer = {
  name: 'last − first hit',
  count: () => ({ totalMs: 0, requests: 1 }), // one page is one hit
}

/** Pings every 15 s while visible; the server sees only when the first hit and the last ping came. */
const heartbeat: Peer = {
  name: 'heartbeat 15 s',
  count(trace) {
    const random = networkOf(trace)
    let last = 0
    let requests = 1
    for (const { from, to } of spansOf(trace))
      for (let at = from + 15_000; at <= to; at += 15_000) {
        requests += 1
        if (tryToSend(trace, random, at, false).arrived) last = at
      }
    return { totalMs: last, requests }
  },
}

/** The visible time since the last report, by a beacon at each hide; nothing is kept. */
const visibleDelta: Peer = {
  name: 'visible delta on hide',
  count(trace) {
    const random = networkOf(trace)
    let totalMs = 0
    let requests = 1
    for (const { from, to, killed } of spansOf(trace)) {
      if (killed) continue
      requests += 1
      if (tryToSend(trace, random, to, true).arrived) totalMs += to - from
    }
    return { totalMs, requests }
  },
}

/** Seconds touched within the last five; the running total pinged every 15 s of them being visible. */
const touchedWithin: Peer = {
  name: 'touched within 5 s',
  count(trace) {
    const random = networkOf(trace)
    const touches = trace.seen.filter(({ kind }) => kind === 'touch' || kind === 'show').map(({ at }) => at)
    let engagedMs = 0
    let requests = 1
    let arrivedMs = 0
    for (const { from, to } of spansOf(trace)) {
      let sinceBeat = 0
      for (let at = from + 1000; at <= to; at += 1000) {
        if (touches.some((touch) => touch <= at && at - touch < 5000)) engagedMs += 1000
        sinceBeat += 1000
        if (sinceBeat < 15_000) continue
        sinceBeat = 0
        requests += 1
        if (tryToSend(trace, random, at, false).arrived) arrivedMs = engagedMs
      }
    }
    return { totalMs: arrivedMs, requests }
  },
}

/** One event per hide with the time since the show, by the phone's clock; kept and sent again until it is answered. */
const showToHide: Peer = {
  name: 'show → hide',
  count(trace) {
    const random = networkOf(trace)
    let totalMs = 0
    let requests = 1
    let waiting: number[] = []
    const flush = (at: number, leaving: boolean): void => {
      requests += 1
      const { arrived, known } = tryToSend(trace, random, at, leaving)
      if (arrived) totalMs += waiting.reduce((n, ms) => n + ms, 0)
      if (known) waiting = []
    }
    for (const { from, to, killed } of spansOf(trace)) {
      if (waiting.length > 0) flush(from, false)
      if (killed) continue
      waiting.push(Math.max(0, wallMs(trace, from, to)))
      flush(to, true)
    }
    if (waiting.length > 0 && trace.net.reopens) flush(Number.NEGATIVE_INFINITY, false)
    return { totalMs, requests }
  },
}

const wallMs = ({ clock }: Trace, from: number, to: number): number =>
  to - from + (clock !== null && clock.at > from && clock.at <= to ? clock.byMs : 0)

/** Every 10 s of visible time a slice, the rest at the hide; added up by the server, sent again once when unanswered. */
const slices: Peer = {
  name: 'additive slices',
  count(trace) {
    const random = networkOf(trace)
    let totalMs = 0
    let requests = 1
    const add = (at: number, ms: number, leaving: boolean): void => {
      for (let tries = 0; tries < (leaving ? 1 : 2); tries++) {
        requests += 1
        const { arrived, known } = tryToSend(trace, random, at, leaving)
        if (arrived) totalMs += ms
        if (known) return
      }
    }
    for (const { from, to, killed } of spansOf(trace)) {
      let at = from
      for (; at + 10_000 <= to; at += 10_000) add(at + 10_000, 10_000, false)
      if (!killed && to > at) add(to, to - at, true)
    }
    return { totalMs, requests }
  },
}

export const PEERS: readonly Peer[] = [lastMinusFirst, heartbeat, visibleDelta, touchedWithin, showToHide, slices]
