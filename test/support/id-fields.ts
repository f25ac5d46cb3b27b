// Which fields of the API name a thing, and what kind of thing? Read off the contracts, so that a new one is noticed.
import * as z from 'zod'
import { api } from '../../shared/contracts'
import type { Who } from '../../shared/domain/access'

export type Path = readonly (string | 0)[] // 0: the first of a list
export type IdField = { name: string; who: Who; path: Path; leaf: string; field: string }

type Json = { [key: string]: unknown; type?: string; enum?: unknown; anyOf?: Json[]; oneOf?: Json[]; items?: Json }

const jsonOf = (schema: z.core.$ZodType): Json =>
  z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod
      if (def.type === 'pipe' && def.out._zod.def.type === 'transform') Object.assign(jsonSchema, jsonOf(def.in))
    },
  }) as Json

const LOOKS_LIKE_AN_ID = /(Id|Ids|Token|Key)$|^(id|token|undoes|into|successorsOf)$/

const textsIn = (json: Json, path: Path): Path[] => [
  ...[...(json.anyOf ?? []), ...(json.oneOf ?? [])].flatMap((one) => textsIn(one, path)),
  ...Object.entries((json.properties ?? {}) as Record<string, Json>).flatMap(([name, one]) =>
    textsIn(one, [...path, name]),
  ),
  ...(json.items ? textsIn(json.items, [...path, 0]) : []),
  ...(json.type === 'string' && !json.enum && json.const === undefined ? [path] : []),
]

const leafOf = (path: Path): string => String([...path].reverse().find((part) => part !== 0))
export const sayPath = (path: Path): string => path.join('.').replace(/\.0\b/g, '.[]')

/** Every field of every action that names something by an id. */
export const idFields = (): IdField[] =>
  Object.entries(api).flatMap(([fn, actions]) =>
    Object.entries(actions).flatMap(([action, { who, input }]) => {
      const paths = textsIn(jsonOf(input), []).filter((path) => LOOKS_LIKE_AN_ID.test(leafOf(path)))
      const unique = [...new Map(paths.map((path) => [sayPath(path), path])).values()]
      const name = `${fn}/${action}`
      return unique.map((path) => ({ name, who, path, leaf: leafOf(path), field: `${name}:${sayPath(path)}` }))
    }),
  )

/** The same with another value at that place; what lies on the way and is not there is made. */
export const withAt = (value: unknown, [part, ...rest]: Path, at: string): unknown => {
  if (part === undefined) return at
  if (part === 0) return [withAt(Array.isArray(value) ? value[0] : undefined, rest, at)]
  const object = (value ?? {}) as Record<string, unknown>
  return { ...object, [part]: withAt(object[part], rest, at) }
}

/** What is asked for by this name is somebody's: a rep's, a customer's or a store's. */
export const KIND_OF: Readonly<Record<string, string>> = {
  ...{ contactId: 'contact', withContactId: 'contact', into: 'contact', readerKey: 'reader', homeId: 'home' },
  ...{ eventId: 'event', undoes: 'event', groupId: 'group', groupIds: 'group', noteId: 'note' },
  ...{ promiseId: 'promise', occasionId: 'occasion', ruleId: 'rule', dealId: 'deal', referralId: 'deal' },
  ...{ entryId: 'entry', importId: 'import', exportId: 'export', submissionId: 'offer', partnerId: 'partner' },
  ...{ token: 'share', parentToken: 'share', readingId: 'reading', readingIds: 'reading' },
  ...{ grantId: 'grant', fileId: 'file', costId: 'cost', id: 'scope', repId: 'member', memberId: 'member' },
  ...{ fromId: 'member', toId: 'member', successorsOf: 'member', storeId: 'store', teamId: 'team' },
}

/** What is nobody's own: the same for all whom it is meant for, who are asked about elsewhere. */
export const NOBODYS: Readonly<Record<string, string>> = {
  postId: 'what HQ publishes; whom it is meant for is asked at the end of foreign-ids',
  pollId: 'a question to all',
  optionId: 'of a question to all',
  columnId: 'a column of the firm',
  playbookId: 'a playbook of the firm',
  circleId: 'a rule of the firm; who is in it is each rep’s own',
  productId: 'the firm’s list of goods',
  supportId: 'the firm’s list of what may be given',
  itemId: 'a line of the firm’s plan',
  regionId: 'a manager picks among all; what she is shown is cut to her scope before',
}

/**
 * Who works where is known at HQ, so a manager is told in so many words that somebody or a team is outside her part; a rep or
 * a customer is never told more of another's than that it is not there.
 */
export const SAID_PLAINLY: ReadonlySet<string | undefined> = new Set(['outside-your-scope', 'team-of-another-store'])

/** Made by whoever asks: one that is not there is how it begins, and one that is somebody’s is refused or left alone. */
export const MADE_BY_THE_CALLER: ReadonlySet<string> = new Set([
  'reader/reading.report:readings.[].readingId',
  'reader/share.record:token',
  'reader/consent.give:readingIds.[]',
  'reader/privacy.erase:readingIds.[]',
  'reader/submission.offer:submissionId',
  'rep/submission.offer:submissionId',
  'rep/share.record:token',
  'rep/poster.code:token',
  'rep/contact.create:contactId',
  'rep/contact.import:importId',
  'rep/contact.import:rows.[].contactId',
  'rep/contact.export:exportId',
  'rep/contact.name:eventId',
  'rep/reader.link:eventId',
  'rep/link.undo:eventId',
  'rep/notice.grant:grantId',
  'rep/note.write:noteId',
  'rep/promise.make:promiseId',
  'rep/occasion.save:occasionId',
  'rep/signal.save:ruleId',
  'rep/group.save:groupId',
  'rep/deal.record:dealId',
  'rep/kol.note:entryId',
  'rep/kol.give:entryId',
  'rep/partner.invite:partnerId',
  'hq/team.save:teamId',
  'hq/member.save:memberId',
  'hq/cost.save:costId',
])

/** A card is for whoever holds it: what it opens is what was published, and whoever it was sent by may be met by it. */
export const FOR_WHOEVER_HOLDS_IT: ReadonlySet<string> = new Set([
  'reader/post.read:token',
  'reader/reading.report:readings.[].token',
  'reader/share.record:parentToken',
  'reader/consent.give:token',
  'reader/column.see:token',
  // the link of an invitation: whoever opens it sees whose it is, and one it was not meant for is told so
  'reader/partner.see:partnerId',
  'reader/partner.answer:partnerId',
])
