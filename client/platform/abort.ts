// What TanStack Query needs where WeChat has no AbortController: a signal that can be listened to, and nothing else.
type Listener = () => void

class Signal {
  aborted = false
  reason: unknown
  private listeners = new Set<Listener>()
  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener)
  }
  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
  /** Tells everyone who listens, once. */
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
  }
}

export class AbortController {
  readonly signal = new Signal()
  abort(reason: unknown = new Error('aborted')) {
    this.signal.fire(reason)
  }
}
