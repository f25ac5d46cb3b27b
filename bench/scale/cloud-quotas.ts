// May this call, this request begin? The platform's documented quotas as counters: a second's budget and what runs at once.
import type { Tier } from './quotas.data'

const isFull = (quota: number | null, used: number): boolean => quota !== null && used >= quota

/** Refuses at once, as CloudBase does; nothing waits in a line on its side. */
export class CloudQuotas {
  private second = -1
  private calls = 0
  private requests = 0
  private running = 0
  private busy = 0
  refusedCalls = 0
  refusedRequests = 0
  constructor(private readonly tier: Tier) {}
  private at(now: number): void {
    const second = Math.floor(now / 1_000)
    if (second === this.second) return
    this.second = second
    this.calls = 0
    this.requests = 0
  }
  beginCall(now: number): boolean {
    this.at(now)
    if (isFull(this.tier.callsPerSecond, this.calls) || isFull(this.tier.instances, this.running)) {
      this.refusedCalls++
      return false
    }
    this.calls++
    this.running++
    return true
  }
  endCall(): void {
    this.running--
  }
  beginRequest(now: number): boolean {
    this.at(now)
    if (isFull(this.tier.dbPerSecond, this.requests) || isFull(this.tier.dbAtOnce, this.busy)) {
      this.refusedRequests++
      return false
    }
    this.requests++
    this.busy++
    return true
  }
  endRequest(): void {
    this.busy--
  }
}
