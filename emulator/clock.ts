// What time is it in the local cloud? The machine's time, moved by as much as a test has told it.

export class Clock {
  private shift = 0

  readonly now = (): number => Date.now() + this.shift

  /** How far it is ahead of the machine's (ms); functions are told with each call. */
  get shiftMs(): number {
    return this.shift
  }

  set(at: number): void {
    this.shift = at - Date.now()
  }
}
