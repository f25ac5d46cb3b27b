// What is a rep's day made of as the cloud shows it?
import type { Input, Output } from '@shared/contracts'

export type ShownDay = Output<'rep', 'talk.list'>
export type ShownTalk = ShownDay['talks'][number]
export type ShownClue = ShownTalk['clues'][number]
export type ShownEvidence = ShownClue['evidence'][number]
export type ShownOutcome = NonNullable<ShownTalk['outcome']>
export type ShownRest = ShownDay['rest'][number]
export type Answer = Output<'rep', 'talk.tell'>
/** Another phone of hers had said something else of this talk. */
export type Conflict = { contactId: string; said: ShownOutcome['end'] | null; held: Answer['held']; was: ShownOutcome }
export type Said = Pick<Input<'rep', 'talk.tell'>, 'day' | 'contactId' | 'end'>
