// What does the surest way from the rep to each place cost at least, within so many steps? Known beforehand, a search for
// ways goes nowhere else.
import type { Ties } from './ties'

/** Ways may come by a place twice here, which real ones may not: so it is a lower bound. */
export class LeastCosts {
  private readonly any: Float64Array[] = [] // by steps, then by place
  private readonly byKnown: Float64Array[] = [] // … that come by somebody the rep knows

  /** isKnown: has the rep a name for whoever stands at this place? */
  constructor(
    private readonly ties: Ties,
    isKnown: (place: number) => boolean,
    steps: number,
  ) {
    const known = Uint8Array.from({ length: ties.places }, (_, place) => (!ties.isRep(place) && isKnown(place) ? 1 : 0))
    this.any.push(Float64Array.from({ length: ties.places }, (_, place) => (ties.isRep(place) ? 0 : Infinity)))
    this.byKnown.push(new Float64Array(ties.places).fill(Infinity))
    for (let n = 1; n <= steps; n++) this.addStep(n, known)
  }

  /** To this place in at most so many steps; Infinity: there is none. isAsked: somebody known is on the way beyond it. */
  of(place: number, steps: number, isAsked: boolean): number {
    return (isAsked ? this.any : this.byKnown)[steps]?.[place] ?? Infinity
  }

  private addStep(steps: number, known: Uint8Array): void {
    const { ties } = this
    const [any, byKnown] = [new Float64Array(ties.places), new Float64Array(ties.places)]
    const [anyBefore, byKnownBefore] = [this.any[steps - 1] ?? any, this.byKnown[steps - 1] ?? byKnown]
    for (let place = 0; place < ties.places; place++) {
      let least = ties.isRep(place) ? 0 : Infinity
      let leastByKnown = Infinity
      for (let tie = ties.start(place), end = ties.end(place); tie < end; tie++) {
        const from = ties.from(tie)
        const cost = ties.cost(tie)
        const before = anyBefore[from] ?? Infinity
        least = Math.min(least, cost + before)
        leastByKnown = Math.min(leastByKnown, cost + (known[from] === 1 ? before : (byKnownBefore[from] ?? Infinity)))
      }
      any[place] = least
      byKnown[place] = leastByKnown
    }
    this.any.push(any)
    this.byKnown.push(byKnown)
  }
}
