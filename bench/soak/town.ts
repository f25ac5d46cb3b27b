// Who is there, and what goes from one to another? Posts that are live, cards that were sent, and whose they are.
import type { ShareToken } from '../../shared/domain/ids'
import type { Random } from '../reading/random'

export type Card = { token: ShareToken; rep: number }

const CARDS_REMEMBERED = 12 // people open what came lately

/** What all of them share; each reader has a rep of her own, and sometimes reads what another sent. */
export class Town {
  posts: string[] = []
  private readonly cards = new Map<number, Card[]>()
  /** Every share that was said to be recorded. */
  readonly shares: string[] = []

  constructor(readonly reps: number) {}

  put(card: Card): void {
    this.shares.push(card.token)
    this.cards.set(card.rep, [...(this.cards.get(card.rep) ?? []), card].slice(-CARDS_REMEMBERED))
  }

  /** One of the latest of her own rep, now and then of any. */
  pick(random: Random, rep: number): Card | null {
    const from = this.cards.get(random.chance(0.85) ? rep : random.int(0, this.reps - 1)) ?? []
    return from[random.int(0, from.length - 1)] ?? null
  }
}
