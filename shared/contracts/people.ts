// Who works where: regions, stores, teams and members as HQ's desk keeps them, and the invitation that binds a member's phone.
import * as z from 'zod'
import { INVITE_LENGTH } from '../domain/invite'
import { REP_KINDS, ROLES } from '../domain/member'
import { ORG_NAME_MAX } from '../domain/org'
import { ACCOUNT_MAX, CODE_MAX, LABEL_MAX, LABELS_MAX, MEMBER_NAME_MAX } from '../domain/staff'
import { action } from './action'
import { progress } from './handover'
import { cursor, instant, memberId, nothing, regionId, storeId, teamId, tone } from './parts'

const rev = z.int().min(0).max(1_000_000)
const line = (max: number) => z.string().trim().min(1).max(max)
const name = line(ORG_NAME_MAX)
const storeKind = z.enum(['own', 'franchise'])

const region = z.strictObject({ regionId: z.string(), name: z.string(), parentId: z.string().nullable(), rev: z.int() })
const store = z.strictObject({
  storeId: z.string(),
  name: z.string(),
  company: z.string(),
  brand: z.string(),
  kind: storeKind,
  regionId: z.string().nullable(),
  reps: z.int(),
  rev: z.int(),
})
const team = z.strictObject({ teamId: z.string(), name: z.string(), storeId: z.string(), rev: z.int() })
export type ShownStore = z.output<typeof store>

/** What the caller may see of it; `all`: nothing is left out. */
export const seeOrg = action(
  'desk',
  nothing,
  z.strictObject({ regions: z.array(region), stores: z.array(store), teams: z.array(team), all: z.boolean() }),
)

/** rev: as it was seen; 0: it is new. */
export const saveRegion = action(
  'editor',
  z.strictObject({ regionId, rev, name, parentId: regionId.nullable() }),
  region,
)
/** Only an empty one. */
export const dropRegion = action('editor', z.strictObject({ regionId }), z.strictObject({ dropped: z.boolean() }))
export const saveStore = action(
  'editor',
  z.strictObject({
    storeId,
    rev,
    store: z.strictObject({
      name,
      company: line(60),
      brand: line(60),
      kind: storeKind,
      regionId: regionId.nullable(),
    }),
  }),
  store.omit({ reps: true }),
)
export const saveTeam = action('desk', z.strictObject({ teamId, rev, name, storeId }), team)
export const dropTeam = action('desk', z.strictObject({ teamId }), z.strictObject({ dropped: z.boolean() }))

const scope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('firm') }),
  z.strictObject({ of: z.literal('region'), id: regionId }),
  z.strictObject({ of: z.literal('store'), id: storeId }),
  z.strictObject({ of: z.literal('team'), id: teamId }),
])

const shownMember = z.strictObject({
  memberId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  kind: z.enum(REP_KINDS),
  code: z.string(),
  storeId: z.string().nullable(),
  storeName: z.string(),
  company: z.string(),
  teamId: z.string().nullable(),
  contacts: z.int(),
  leftAt: z.number().nullable(),
  handover: progress.nullable(),
})
export type ShownMember = z.output<typeof shownMember>

/**
 * By _id, a page at a time; find: part of a name, or a whole code or account. successorsOf: only those who may follow this
 * one, by name. A manager sees the reps of her part of the firm.
 */
export const listMembers = action(
  'desk',
  z.strictObject({
    cursor: cursor.optional(),
    successorsOf: memberId.optional(),
    regionId: regionId.optional(),
    storeId: storeId.optional(),
    teamId: teamId.optional(),
    role: z.enum(ROLES).optional(),
    kind: z.enum(REP_KINDS).optional(),
    state: z.enum(['working', 'left']).optional(),
    find: line(40).optional(),
  }),
  z.strictObject({ members: z.array(shownMember), next: z.string().nullable() }),
)

/** wechat, web: how she signs in. invite: until when a code of hers is good. Of no phone number anything is kept. */
const memberFile = z.strictObject({
  memberId: z.string(),
  rev: z.int(),
  name: z.string(),
  role: z.enum(ROLES),
  kind: z.enum(REP_KINDS),
  storeId: z.string().nullable(),
  teamId: z.string().nullable(),
  tone,
  labels: z.array(z.string()),
  code: z.string(),
  account: z.string(),
  scope: scope.nullable(),
  leftAt: z.number().nullable(),
  wechat: z.boolean(),
  web: z.boolean(),
  invite: z.strictObject({ until: instant }).nullable(),
  mayChange: z.boolean(),
})
export type MemberFile = z.output<typeof memberFile>

export const seeMember = action('desk', z.strictObject({ memberId }), memberFile)

/** rev: as it was seen; 0: she is new, or from before revs. */
export const saveMember = action(
  'desk',
  z.strictObject({
    memberId,
    rev,
    member: z.strictObject({
      name: line(MEMBER_NAME_MAX),
      role: z.enum(ROLES),
      kind: z.enum(REP_KINDS),
      storeId: storeId.nullable(),
      teamId: teamId.nullable(),
      tone,
      labels: z.array(line(LABEL_MAX)).max(LABELS_MAX),
      code: z.string().trim().max(CODE_MAX),
      account: z.string().trim().max(ACCOUNT_MAX),
      scope: scope.nullable(),
    }),
  }),
  memberFile,
)

/** Of HQ's own people; a rep leaves by a handover. */
export const endMember = action('approver', z.strictObject({ memberId }), memberFile)

/** The code is told this once. Asked again, the one before is no longer good. */
export const inviteMember = action(
  'desk',
  z.strictObject({ memberId }),
  z.strictObject({ code: z.string(), until: instant }),
)

/** Whoever types it agrees that her WeChat identity is kept for as long as she works here. */
export const bindInvite = action(
  'person',
  z.strictObject({ code: z.string().trim().min(INVITE_LENGTH).max(20) }),
  z.strictObject({ name: z.string(), storeName: z.string() }),
)
