// What time is it in the soak? The real one, which says how late it was; tests turn one of their own.

export type Clock = {
  /** ms since 1970. */
  now(): number
  /** Runs `act` in `ms`; what it returns calls it off. */
  after(ms: number, act: () => void): () => void
}

/** late: hears by how many ms each act was late, as in an open loop: what is late now was asked for at its own time. */
export const realClock = (late: (ms: number) => void): Clock => ({
  now: Date.now,
  after(ms, act) {
    const due = performance.now() + ms
    const timer = setTimeout(() => {
      late(Math.max(0, performance.now() - due))
      act()
    }, ms)
    return () => clearTimeout(timer)
  },
})

/** The soak is over for somebody who was waiting. */
export class Over extends Error {}

/** Waiting that ends for all at once when the soak does. */
export class Waits {
  private readonly waiting = new Set<() => void>()
  private over = false

  constructor(private readonly clock: Clock) {}

  /** Rejects with Over once it is over. */
  sleep(ms: number): Promise<void> {
    if (this.over) return Promise.reject(new Over())
    return new Promise((resolve, reject) => {
      const callOff = this.clock.after(ms, () => {
        this.waiting.delete(end)
        resolve()
      })
      const end = (): void => {
        callOff()
        reject(new Over())
      }
      this.waiting.add(end)
    })
  }

  end(): void {
    this.over = true
    for (const end of [...this.waiting]) end()
    this.waiting.clear()
  }
}
