// Which sets of pictures of a published version are dealt, to whom? Each image's draw, and what it looks like to a machine.
import type { MemberId } from '@shared/domain/ids'
import type { SetEntry } from '@shared/domain/picture-ledger'
import { readSimHash, simHashText } from '@shared/domain/variant/simhash'
import { type Head, partLedger } from './part-ledger'

/** choices: one digit of base 36 per image; prints: 16 hex digits per image. */
type StoredSet = { repId: MemberId; attempt: number; choices: string; prints: string }
export type PictureHead = Head<SetEntry, StoredSet>

const DIGITS = 36 // more than an image is drawn times
const PRINT_DIGITS = 16

export const pictureLedger = partLedger<SetEntry, StoredSet>('picturesets', 'picturedealings', {
  store: ({ repId, attempt, choices, prints }) => ({
    repId: repId as MemberId,
    attempt,
    choices: choices.map((choice) => choice.toString(DIGITS)).join(''),
    prints: prints.map(simHashText).join(''),
  }),
  restore: ({ repId, attempt, choices, prints }) => ({
    repId,
    attempt,
    choices: Array.from(choices, (digit) => Number.parseInt(digit, DIGITS)),
    prints: Array.from(choices, (_, image) =>
      readSimHash(prints.slice(image * PRINT_DIGITS, (image + 1) * PRINT_DIGITS)),
    ),
  }),
})
