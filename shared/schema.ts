// Which collections exist and which indexes serve their queries. Drives deployment, the local cloud's indexes and its
// "no un-indexed query" check. `_id` is always indexed and never listed.

export type IndexKey = readonly [field: string, direction: 1 | -1]
export type Index = { readonly name: string; readonly keys: readonly IndexKey[]; readonly unique?: boolean }
export type Collection = { readonly name: string; readonly indexes: readonly Index[] }

const index = (name: string, ...keys: IndexKey[]): Index => ({ name, keys })

export const schema: readonly Collection[] = [
  { name: 'stores', indexes: [index('by_name', ['name', 1])] },
  {
    name: 'members',
    indexes: [index('by_store', ['storeId', 1], ['role', 1]), index('by_role', ['role', 1], ['_id', 1])],
  },
  // _id is 'uid:…' (auth account) or 'wx:…' (openid of staff, who agreed when they were bound); points to a member
  { name: 'identities', indexes: [index('by_member', ['memberId', 1])] },
  {
    name: 'posts',
    indexes: [
      index('by_update', ['updatedAt', -1], ['_id', -1]),
      index('by_state_publish', ['state', 1], ['publishAt', 1]),
      index('by_state_published', ['state', 1], ['publishedAt', -1]),
    ],
  },
  { name: 'images', indexes: [index('by_owner', ['memberId', 1], ['createdAt', -1])] },
  // _id is `${postId}.${version}.${repId}`: what was dealt to a rep for one version of a post, and what she did with it
  {
    name: 'kits',
    indexes: [
      index('by_rep', ['repId', 1], ['dealtAt', -1]),
      index('by_post_saved', ['postId', 1], ['version', 1], ['savedAt', 1]),
      index('by_post_posted', ['postId', 1], ['version', 1], ['postedAt', 1]),
    ],
  },
  // _id is `${postId}.${version}`: the plans as compiled when it was published, and who was dealt a text since
  { name: 'ledgers', indexes: [] },
  // _id is `${postId}.${version}.${run}.${n}`: a part of what was dealt when it was published, or `late` since
  { name: 'dealings', indexes: [] },
  // the same for her pictures: _ids as in ledgers and dealings
  { name: 'picturesets', indexes: [] },
  { name: 'picturedealings', indexes: [] },
  // _id is `${postId}.${version}.${said}`: who answered for a version's words when it was published, kept as proof
  { name: 'signoffs', indexes: [] },
  {
    name: 'shares',
    indexes: [
      index('by_rep_post', ['repId', 1], ['postId', 1], ['createdAt', -1]),
      index('by_group', ['groupId', 1], ['createdAt', -1]),
      index('by_root', ['repId', 1], ['depth', 1], ['contactId', 1], ['postId', 1]),
    ],
  },
  { name: 'codes', indexes: [] },
  {
    name: 'readings',
    indexes: [
      index('by_rep_known', ['repId', 1], ['known', 1], ['lastAt', -1], ['_id', -1]),
      index('by_rep_post', ['repId', 1], ['postId', 1], ['known', 1], ['lastAt', -1]),
      index('by_person', ['personId', 1], ['repId', 1], ['lastAt', -1]),
      index('by_counted', ['counted', 1], ['postId', 1], ['lastAt', 1]),
    ],
  },
  // sums of readings; _id is `${of}.${id}.${day}`
  { name: 'tallies', indexes: [index('by_of', ['of', 1], ['id', 1], ['day', 1])] },
  // one document per batch under way: what it adds to which tally, so that a crash is picked up where it stood
  { name: 'batches', indexes: [] },
  // erased readings whose sums are still to be set aside
  { name: 'departures', indexes: [] },
  // only proofs are kept until a day; one that has ended and is no proof yet is still to be forgotten
  {
    name: 'consents',
    indexes: [
      index('by_person', ['personId', 1]),
      index('by_rep', ['repId', 1]),
      index('by_pass_to', ['passTo', 1]),
      index('by_kept_until', ['keptUntil', 1], ['withdrawnAt', 1]),
    ],
  },
  {
    name: 'readers',
    indexes: [
      index('by_rep', ['repId', 1], ['_id', 1]),
      index('by_rep_recent', ['repId', 1], ['lastReadAt', -1], ['_id', -1]),
      index('by_rep_warm', ['repId', 1], ['warmth', -1], ['_id', -1]),
      index('by_contact', ['link.contactId', 1]),
      index('by_also', ['link.also', 1]),
      index('by_likely', ['link.likely.contactId', 1]),
      index('by_person', ['personId', 1]),
      index('by_key', ['key', 1]),
      index('by_stale', ['stale', 1]),
      index('by_last', ['lastReadAt', 1]),
    ],
  },
  {
    name: 'contacts',
    indexes: [
      index('by_rep', ['repId', 1], ['_id', 1]),
      index('by_rep_bare', ['repId', 1], ['readers', 1], ['createdAt', -1], ['_id', -1]),
      index('by_home', ['homeId', 1]),
    ],
  },
  {
    name: 'links',
    indexes: [
      index('by_contact', ['contactId', 1], ['at', -1]),
      index('by_reader', ['readerId', 1], ['at', -1]),
      index('by_person', ['personId', 1]),
    ],
  },
  // _id is the rep's: how far she has seen her feed, when she wants notices, and how many WeChat will still deliver
  {
    name: 'watches',
    indexes: [index('by_waiting', ['waitingSince', 1]), index('by_digest', ['digestAt', 1])],
  },
  // _id is the contact's: what her rep knows of her beside her readings
  { name: 'sheets', indexes: [index('by_rep', ['repId', 1], ['_id', 1])] },
  {
    name: 'notes',
    indexes: [
      index('by_contact', ['contactId', 1], ['at', -1]),
      index('by_group', ['groupId', 1], ['at', -1]),
      index('by_rep_kind', ['repId', 1], ['kind', 1], ['at', -1]),
      index('by_rep_hit', ['repId', 1], ['hitAt', -1], ['_id', -1]),
      index('by_kind_written', ['kind', 1], ['writtenAt', 1]),
    ],
  },
  {
    name: 'promises',
    indexes: [
      index('by_contact', ['contactId', 1], ['dueDay', 1]),
      index('by_rep_open', ['repId', 1], ['open', 1], ['dueDay', 1]),
    ],
  },
  { name: 'occasions', indexes: [index('by_contact', ['contactId', 1]), index('by_rep', ['repId', 1], ['_id', 1])] },
  // _id is `${repId}.${day}`: with whom she was to talk that day, and how it went
  { name: 'talkdays', indexes: [index('by_rep', ['repId', 1], ['day', -1]), index('by_day', ['day', 1], ['_id', 1])] },
  // _id is the rep's: what her outcomes say of each reason, up to which day, and how many talks a day she wants
  { name: 'talkbooks', indexes: [] },
  // _id is 'reasons': the same over all reps, worked out anew each morning
  { name: 'boards', indexes: [] },
  { name: 'signalrules', indexes: [index('by_owner', ['ownerId', 1], ['_id', 1])] },
  {
    name: 'groups',
    indexes: [index('by_rep', ['repId', 1], ['createdAt', -1]), index('by_hash', ['repId', 1], ['hash', 1])],
  },
  { name: 'groupplans', indexes: [index('by_theme', ['theme', 1], ['_id', 1])] },
  { name: 'playbooks', indexes: [index('by_state', ['state', 1], ['_id', 1])] },
  // _id is the rep's: which playbooks she keeps at hand, and how far she has come in coaching
  { name: 'coachings', indexes: [] },
  // _id is the leaving rep's: to whom her contacts pass, and how far that has come
  { name: 'handovers', indexes: [index('by_to', ['toId', 1]), index('by_state', ['state', 1], ['_id', 1])] },
  // _id is the mini program's app id: the access token that WeChat gave, and until when it is good
  { name: 'tokens', indexes: [] },
  // _id is `ai.${day}`: how many calls to the language model were made that day
  { name: 'budgets', indexes: [] },
  { name: 'notices', indexes: [index('by_rep', ['repId', 1], ['at', -1]), index('by_at', ['at', 1])] },
]
