// What happens next? Events by the millisecond they are due; those of one millisecond in the order they were added.

/** Due times are whole milliseconds from 0 to below `horizonMs`; what is due later is dropped. */
export class Wheel<Event> {
  private readonly due: (Event[] | undefined)[]
  constructor(private readonly horizonMs: number) {
    this.due = new Array<Event[] | undefined>(horizonMs)
  }
  add(at: number, event: Event): void {
    const ms = Math.ceil(at)
    if (ms >= this.horizonMs) return
    const here = this.due[ms]
    if (here) here.push(event)
    else this.due[ms] = [event]
  }
  /** Handlers may add events for this millisecond or later. */
  run(handle: (event: Event, now: number) => void): void {
    for (let now = 0; now < this.horizonMs; now++) {
      const here = this.due[now]
      if (!here) continue
      for (let i = 0; i < here.length; i++) {
        const event = here[i]
        if (event !== undefined) handle(event, now)
      }
      this.due[now] = undefined
    }
  }
}
