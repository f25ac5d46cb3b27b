// Does every rep of this post have pictures of her own? Deals set after set, each far from all that are out.
import { type GreyModel, type Print, Printer } from './picture-model'
import { type Cropped, dealOrder, dealRecipe, type Recipe, type SetDeal, seedOf } from './recipe'
import { bitsIn } from './variant/simhash'

/** An image of the post; `model`: null for images that came in before there were models, which are dealt blindly. */
export type PictureSubject = Cropped & { width: number; height: number; model: GreyModel | null }

/** What is remembered of a set that was dealt: enough to paint it again and to keep others away from it. */
export type SetEntry = { repId: string; attempt: number; choices: readonly number[]; prints: readonly Print[] }
type Asked = { repId: string; attempt: number }
export type DealtSet = SetEntry & { recipes: Recipe[]; order: number[] }

/** Draws of one image among which the farthest is taken: fewer where there are many images, for HQ waits. */
const CHOICES = { least: 8, most: 32 }
const DRAWS = 72

const choicesFor = (images: number): number =>
  Math.min(CHOICES.most, Math.max(CHOICES.least, Math.floor(DRAWS / Math.max(1, images))))

/**
 * What another picture costs by the bits it differs in. Under 5 two look alike to a machine (variation.md §4), 0 is what must
 * never be; 5 to 7 cost a little, because a painted picture is some bits off what the model tells.
 */
const SAME = 1_000
const COSTS = [SAME, 60, 40, 24, 16, 4, 2, 1]

/** The prints of one image that are out. Grows by doubling, so that a rep who joins later costs no copy of everything. */
class Prints {
  private size = 0
  private words = new Uint32Array(2_048)

  add([high, low]: Print): void {
    if (2 * this.size === this.words.length) {
      const { words } = this
      this.words = new Uint32Array(2 * words.length)
      this.words.set(words)
    }
    this.words[2 * this.size] = high
    this.words[2 * this.size + 1] = low
    this.size += 1
  }

  /** How alike a print is to those that are out; looks no further once it is `most`. */
  cost([high, low]: Print, most: number): number {
    const { words } = this
    let cost = 0
    for (let at = 0; at < 2 * this.size && cost < most; at += 2) {
      const bits = bitsIn(high ^ (words[at] as number)) + bitsIn(low ^ (words[at + 1] as number))
      if (bits < COSTS.length) cost += COSTS[bits] as number
    }
    return cost
  }
}

export class PictureLedger {
  private readonly printers: readonly (Printer | null)[]
  private readonly out: readonly Prints[]
  private readonly choices: number

  constructor(
    private readonly key: { postId: string; version: number },
    private readonly subjects: readonly PictureSubject[],
    private readonly orderFree: boolean,
    dealt: readonly SetEntry[] = [],
  ) {
    this.printers = subjects.map((subject) => subject.model && new Printer(subject, subject.model))
    this.out = subjects.map(() => new Prints())
    this.choices = choicesFor(subjects.length)
    for (const entry of dealt) this.keep(entry)
  }

  private keep({ prints }: Pick<SetEntry, 'prints'>): void {
    for (const [index, print] of prints.entries()) this.out[index]?.add(print)
  }

  private openSet({ repId, attempt }: Asked): SetDeal {
    const seed = seedOf({ ...this.key, repId, attempt })
    return { seed, images: this.subjects }
  }

  /** The recipes and the order of an entry, dealt again. */
  setOf({ repId, attempt, choices }: Asked & Pick<SetEntry, 'choices'>): Pick<DealtSet, 'recipes' | 'order'> {
    const set = this.openSet({ repId, attempt })
    const { length } = this.subjects
    return {
      recipes: choices.map((choice, index) => dealRecipe(set, index, choice)),
      order: this.orderFree ? dealOrder(set.seed, length) : Array.from({ length }, (_, index) => index),
    }
  }

  /**
   * Of some draws of this image the one that is least like any picture that is out, of more while it looks the same as one;
   * the first where nothing is known.
   */
  private choose(set: SetDeal, index: number): { choice: number; print: Print } {
    const [printer, out] = [this.printers[index], this.out[index]]
    let best = { choice: 0, print: [0, 0] as Print }
    let least = Number.POSITIVE_INFINITY
    const isWanted = (choice: number) => (least >= SAME ? choice < CHOICES.most : choice < this.choices && least > 0)
    for (let choice = 0; printer && out && isWanted(choice); choice += 1) {
      const print = printer.print(dealRecipe(set, index, choice))
      const cost = out.cost(print, least)
      if (cost < least) {
        least = cost
        best = { choice, print }
      }
    }
    return best
  }

  /** One style for the whole set, and of each image the picture that is least like any that is out. */
  deal(repId: string, attempt = 0): DealtSet {
    const set = this.openSet({ repId, attempt })
    const chosen = this.subjects.map((_, index) => this.choose(set, index))
    const entry = {
      repId,
      attempt,
      choices: chosen.map(({ choice }) => choice),
      prints: chosen.map(({ print }) => print),
    }
    this.keep(entry)
    return { ...entry, ...this.setOf(entry) }
  }
}
