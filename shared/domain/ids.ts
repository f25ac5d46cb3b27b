// What names a thing. Ids are branded so that a post's id cannot stand where a rep's is asked for.

type Brand<Name extends string> = string & { readonly __brand: Name }

export type PostId = Brand<'post'>
export type StoreId = Brand<'store'>
export type MemberId = Brand<'member'> // a rep's id is a member's id
export type ImageId = Brand<'image'>
export type ShareToken = Brand<'share'> // 12 base62 characters, minted on the client
export type ReadingId = Brand<'reading'> // 20 base62 characters, minted on the client
export type PersonId = Brand<'person'> // keyed hash of an openid or account id; stored only with consent
export type ReaderId = Brand<'reader'> // one person as one rep may know her: readerIdOf(repId, personId)
export type ContactId = Brand<'contact'> // says nothing about the person
export type HomeId = Brand<'home'> // contacts who live together
export type LinkEventId = Brand<'link-event'> // 20 base62 characters, minted on the client
export type SectionId = Brand<'section'>
export type NoteId = Brand<'note'> // minted on the client, as are the four below
export type PromiseId = Brand<'promise'>
export type OccasionId = Brand<'occasion'>
export type GroupId = Brand<'group'> // one rep's WeChat group; says nothing about who is in it
export type GroupPlanId = Brand<'group-plan'> // what HQ wants done in groups of a theme
export type SignalRuleId = Brand<'signal-rule'>
export type PlaybookId = Brand<'playbook'>
export type RegionId = Brand<'region'>
export type TeamId = Brand<'team'> // reps of one store who count together
export type ColumnId = Brand<'column'>
export type RosterId = Brand<'roster'> // one import of people, minted on the client
export type WebhookId = Brand<'webhook'> // minted on the client, as are the three below
export type ApiTokenId = Brand<'api-token'> // names a token of a program, and is none itself
export type ExportId = Brand<'export'>
export type ContactImportId = Brand<'contact-import'> // one list of names a rep brought along
export type DealId = Brand<'deal'> // minted on the client, as are those below
export type ProductId = Brand<'product'>
export type CircleId = Brand<'circle'>
export type CostId = Brand<'cost'> // money or hours a team put in
export type PartnerId = Brand<'partner'> // a contact who was invited; says nothing about the person
export type ReferralId = Brand<'referral'> // one deal or service that a partner brought
export type PayoutId = Brand<'payout'>
export type SubmissionId = Brand<'submission'> // a photo and words that a rep or a customer offered
export type PollId = Brand<'poll'>
export type SupportId = Brand<'support'> // what a key person did or was given, as her rep wrote it down

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Base62 text, one character per number; each number in [0, 1). The caller brings the randomness. */
export const base62 = (numbers: readonly number[]): string =>
  numbers.map((n) => BASE62.charAt(Math.floor(n * BASE62.length))).join('')

export const SHARE_TOKEN_LENGTH = 12
export const READING_ID_LENGTH = 20

export const kitId = (postId: PostId, version: number, repId: MemberId): string => `${postId}.${version}.${repId}`
export const readerIdOf = (repId: MemberId, personId: PersonId): ReaderId => `${repId}.${personId}` as ReaderId
