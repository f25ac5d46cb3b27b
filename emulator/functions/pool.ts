// Which process takes a call? A free one first, a new one while the function may have more, else the next to be free.
import { Worker, type WorkerSpec } from './worker'

export class Pool {
  /** By age; the oldest free one is taken, so that calls in turn meet the same process. */
  private workers: Worker[] = []
  private readonly busy = new Set<Worker>()
  private readonly waiting: ((worker: Worker) => void)[] = []

  constructor(
    private readonly limit: number,
    private readonly spec: WorkerSpec,
  ) {}

  get pids(): number[] {
    return this.workers.flatMap((worker) => worker.pid ?? [])
  }

  async use<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
    const worker = await this.take()
    try {
      return await work(worker)
    } finally {
      this.give(worker)
    }
  }

  /** SIGKILL for all, now; calls under way fail, the next one starts a process. */
  stop(): void {
    for (const worker of this.workers) worker.stop()
  }

  /** The bundle was replaced: free processes go now, busy ones after their call. */
  renew(): void {
    for (const worker of this.workers) if (!this.busy.has(worker)) worker.stop()
    this.workers = []
  }

  private async take(): Promise<Worker> {
    const free = this.workers.find((worker) => !this.busy.has(worker))
    const worker = free ?? (this.workers.length < this.limit ? this.add() : undefined)
    if (!worker) return new Promise((resolve) => this.waiting.push(resolve))
    this.busy.add(worker)
    return worker
  }

  private give(worker: Worker): void {
    this.busy.delete(worker)
    const isRetired = !this.workers.includes(worker)
    if (isRetired) worker.stop()
    const next = this.waiting.shift()
    if (!next) return
    const successor = isRetired ? this.add() : worker
    this.busy.add(successor)
    next(successor)
  }

  private add(): Worker {
    const worker = new Worker(this.spec)
    this.workers.push(worker)
    return worker
  }
}
