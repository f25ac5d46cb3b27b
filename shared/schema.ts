// Which collections exist and which indexes serve their queries. Drives deployment, the local cloud's indexes and its
// "no un-indexed query" check. `_id` is always indexed and never listed.

export type IndexKey = readonly [field: string, direction: 1 | -1]
export type Index = { readonly name: string; readonly keys: readonly IndexKey[]; readonly unique?: boolean }
export type Collection = { readonly name: string; readonly indexes: readonly Index[] }

const index = (name: string, ...keys: IndexKey[]): Index => ({ name, keys })

export const schema: readonly Collection[] = [
  { name: 'stores', indexes: [index('by_name', ['name', 1]), index('by_region', ['regionId', 1])] },
  {
    name: 'members',
    indexes: [
      index('by_store', ['storeId', 1], ['role', 1]),
      index('by_role', ['role', 1], ['_id', 1]),
      index('by_team', ['teamId', 1]),
      index('by_code', ['code', 1]),
      index('by_account', ['account', 1]),
    ],
  },
  { name: 'regions', indexes: [index('by_parent', ['parentId', 1])] },
  { name: 'teams', indexes: [index('by_store', ['storeId', 1])] },
  // _id is 'uid:…' (auth account) or 'wx:…' (openid of staff, who agreed when they were bound); points to a member
  {
    name: 'identities',
    indexes: [index('by_member', ['memberId', 1]), index('by_seen', ['seenAt', -1]), index('by_use', ['usedAt', 1])],
  },
  {
    name: 'posts',
    indexes: [
      index('by_update', ['updatedAt', -1], ['_id', -1]),
      index('by_state_publish', ['state', 1], ['publishAt', 1]),
      index('by_state_published', ['state', 1], ['publishedAt', -1]),
      index('by_planned', ['plannedAt', 1]),
      index('by_state_planned', ['state', 1], ['plannedAt', 1]),
      index('by_state_update', ['state', 1], ['updatedAt', -1]),
      index('by_column', ['columnId', 1], ['state', 1], ['publishedAt', -1]),
      index('by_evergreen', ['evergreen.coolDays', 1], ['state', 1]),
      index('by_state_expiry', ['state', 1], ['expiresAt', 1]),
      index('by_review', ['review.state', 1], ['review.at', 1]),
    ],
  },
  // series at fixed hours; posts name theirs by columnId
  { name: 'columns', indexes: [index('by_name', ['name', 1])] },
  // _id is `${postId}.${version}`: what was saved, by whom and when
  { name: 'postversions', indexes: [index('by_post', ['postId', 1], ['version', -1])] },
  // _id is the post's: who has it open to write, renewed while she does
  { name: 'presences', indexes: [] },
  // _id is the entry's number, twelve digits; each holds the seal of the one before. Never changed, never removed
  {
    name: 'audits',
    indexes: [
      index('by_id', ['actId', 1]),
      index('by_of', ['of', 1], ['_id', -1]),
      index('by_act', ['act', 1], ['_id', -1]),
      index('by_member', ['byId', 1], ['_id', -1]),
    ],
  },
  // _id is 'head': the number and the seal of the last entry
  { name: 'auditheads', indexes: [] },
  // _id is `${of}.${id}.${version}.${n}`: a text or an image that WeChat is asked about, and what it said
  {
    name: 'checks',
    indexes: [
      index('by_due', ['state', 1], ['nextAt', 1]),
      index('by_subject', ['subject', 1]),
      index('by_trace', ['traceId', 1]),
    ],
  },
  // _id is `${postId}.${version}`: what was taken back, and why
  { name: 'recalls', indexes: [index('by_at', ['at', -1])] },
  { name: 'images', indexes: [index('by_owner', ['memberId', 1], ['createdAt', -1])] },
  // _id is `${postId}.${version}.${repId}`: what was dealt to a rep for one version of a post, and what she did with it
  {
    name: 'kits',
    indexes: [
      index('by_rep', ['repId', 1], ['dealtAt', -1]),
      index('by_post_saved', ['postId', 1], ['version', 1], ['savedAt', 1]),
      index('by_post_posted', ['postId', 1], ['version', 1], ['postedAt', 1]),
      index('by_post_known', ['postId', 1], ['version', 1], ['recallKnownAt', 1]),
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
  { name: 'signoffs', indexes: [index('by_at', ['at', 1])] },
  {
    name: 'shares',
    indexes: [
      index('by_rep_post', ['repId', 1], ['postId', 1], ['createdAt', -1]),
      index('by_group', ['groupId', 1], ['createdAt', -1]),
      index('by_root', ['repId', 1], ['depth', 1], ['contactId', 1], ['postId', 1]),
      index('by_person', ['personId', 1], ['repId', 1]),
      index('by_rep', ['repId', 1], ['createdAt', 1], ['_id', 1]),
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
      index('by_rep_counted', ['repId', 1], ['counted', 1], ['_id', 1]),
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
  // _id is a mark that leads back to nobody: who asked to be forgotten while backups of before are kept
  { name: 'erasures', indexes: [index('by_at', ['at', 1])] },
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
  // one import of people: what the file said and how far it has come; rows are in parts, `${rosterId}.${n}`
  { name: 'rosters', indexes: [index('by_at', ['at', -1]), index('by_dropped', ['droppedAt', 1], ['at', 1])] },
  // _id is a keyed hash of a code that binds someone of the staff to her WeChat, or of whoever typed a wrong one
  { name: 'invites', indexes: [index('by_member', ['memberId', 1]), index('by_until', ['until', 1])] },
  { name: 'rosterparts', indexes: [index('by_roster', ['rosterId', 1], ['n', 1])] },
  // what was exported, by whom and when
  { name: 'exports', indexes: [index('by_at', ['at', -1], ['_id', -1])] },
  // which names a rep brought along, so that it can be taken back
  { name: 'contactimports', indexes: [index('by_rep', ['repId', 1], ['at', -1]), index('by_at', ['at', 1])] },
  { name: 'webhooks', indexes: [] },
  {
    name: 'deliveries',
    indexes: [
      index('by_due', ['state', 1], ['nextAt', 1]),
      index('by_hook', ['webhookId', 1], ['at', -1], ['_id', -1]),
      index('by_hook_state', ['webhookId', 1], ['state', 1]),
      index('by_at', ['at', 1]),
    ],
  },
  // _id is what is told of, 'posts' or 'deals': up to when its events are queued
  { name: 'hookheads', indexes: [] },
  // _id is the token's hash: programs of the firm's that may call us, and what they may do
  { name: 'apitokens', indexes: [index('by_at', ['at', -1]), index('by_token', ['tokenId', 1])] },
  // sums of use and of what came of it; _id is `${of}.${id}.${day}`
  {
    name: 'worksums',
    indexes: [index('by_of', ['of', 1], ['id', 1], ['day', 1]), index('by_of_day', ['of', 1], ['day', 1])],
  },
  { name: 'notices', indexes: [index('by_rep', ['repId', 1], ['at', -1]), index('by_at', ['at', 1])] },
  // _id is the rep's: her contacts' spread as last worked out; what is too large stands in parts, `${repId}.${n}`
  {
    name: 'spreads',
    indexes: [
      index('by_stale', ['stale', 1], ['triedAt', 1]),
      index('by_built', ['builtAt', 1]),
      index('by_as_of', ['asOf', 1]),
    ],
  },
  { name: 'spreadparts', indexes: [index('by_rep', ['repId', 1], ['of', 1], ['_id', 1])] },
  // _id is `${postId}.${repId}`: the tree of one post below one rep, as counts
  {
    name: 'trees',
    indexes: [index('by_post', ['postId', 1], ['_id', 1]), index('by_rep', ['repId', 1], ['lastAt', -1])],
  },
  { name: 'circles', indexes: [index('by_name', ['name', 1])] },
  // _id is the contact's: which circles it is in, by which version of the rules
  {
    name: 'circlemembers',
    indexes: [index('by_rep', ['repId', 1], ['_id', 1]), index('by_rep_in', ['repId', 1], ['in', 1], ['_id', 1])],
  },
  // _id is `${of}.${id}`: how many are in each circle and in each two, for the firm, a store or a rep
  {
    name: 'circlesums',
    indexes: [index('by_of', ['of', 1], ['id', 1]), index('by_gathered', ['of', 1], ['gatheredOn', 1])],
  },
  { name: 'products', indexes: [index('by_name', ['name', 1])] },
  {
    name: 'deals',
    indexes: [
      index('by_rep', ['repId', 1], ['at', -1], ['_id', -1]),
      index('by_contact', ['contactId', 1], ['at', -1]),
      index('by_day', ['day', 1], ['_id', 1]),
      index('by_store_day', ['storeId', 1], ['day', 1], ['_id', 1]),
      index('by_partner', ['partnerId', 1], ['at', -1]),
      index('by_order', ['orderNo', 1]),
      index('by_due', ['due', 1]), // null but for those that wait to be put down to what came before
    ],
  },
  // money and hours that a team put in
  {
    name: 'costs',
    indexes: [index('by_team_day', ['teamId', 1], ['day', 1], ['_id', 1]), index('by_day', ['day', 1], ['_id', 1])],
  },
  {
    name: 'partners',
    indexes: [
      index('by_rep', ['repId', 1], ['_id', 1]),
      index('by_contact', ['contactId', 1]),
      index('by_person', ['personId', 1]),
      index('by_code', ['code', 1]),
    ],
  },
  // _id is the deal's or the service's: one referral for each, never two
  {
    name: 'referrals',
    indexes: [
      index('by_partner', ['partnerId', 1], ['at', -1]),
      index('by_state', ['state', 1], ['_id', 1]),
      index('by_look', ['lookAt', 1]),
      index('by_disputed', ['disputedAt', 1]),
    ],
  },
  // the ledger: _id is `${partnerId}.${n}`, n without gaps; one transfer with all its lines. Never changed, never removed
  {
    name: 'entries',
    indexes: [
      index('by_partner', ['partnerId', 1], ['_id', 1]),
      { name: 'by_transfer', keys: [['transferId', 1]], unique: true },
    ],
  },
  { name: 'payouts', indexes: [index('by_at', ['at', -1], ['_id', -1]), index('by_state', ['state', 1])] },
  {
    name: 'submissions',
    indexes: [
      index('by_state', ['state', 1], ['at', -1], ['_id', -1]),
      index('by_rep', ['repId', 1], ['at', -1]),
      index('by_person', ['personId', 1], ['at', -1]),
      index('by_due', ['dropAt', 1]), // null but for those of which something has to go one day
    ],
  },
  {
    name: 'polls',
    indexes: [
      index('by_state', ['state', 1], ['at', -1]),
      index('by_at', ['at', -1], ['_id', -1]),
      index('by_sweep', ['sweepAt', 1]),
    ],
  },
  // _id is `${pollId}.${personId or memberId}`: one voice each, changed in place
  {
    name: 'ballots',
    indexes: [
      index('by_part', ['pollId', 1], ['part', 1], ['_id', 1]),
      index('by_member', ['memberId', 1], ['at', -1]),
      index('by_person', ['personId', 1], ['at', -1]),
    ],
  },
  // _id is `${pollId}.${part}`: what its ballots add up to; 'all.<pollId>' is the picture that is shown
  { name: 'pollsums', indexes: [index('by_poll', ['pollId', 1], ['n', 1])] },
  // what a key person did for others, or was given: as her rep wrote it down
  {
    name: 'supports',
    indexes: [index('by_rep', ['repId', 1], ['_id', 1]), index('by_contact', ['contactId', 1], ['at', -1])],
  },
  // _id is the rep's: how many of her contacts stand in each tier, and how often which support was given. Counts alone
  { name: 'supportsums', indexes: [index('by_at', ['at', 1])] },
  // _id is 'kol': the tiers as HQ has them, and the support of each
  { name: 'supportrules', indexes: [] },
  // sums of calls, without anybody in them; _id is `${fn}.${from}.${instance}` for a quarter of an hour, `${fn}.${from}` for an hour
  { name: 'metrics', indexes: [index('by_time', ['span', 1], ['from', 1], ['_id', 1])] },
  // 'runs': how each job ran last. 'alerts': what is amiss
  { name: 'ops', indexes: [] },
  // _id is the rep's: days on which she was seen to do well; nothing of whom
  { name: 'ladders', indexes: [] },
  // _id is the migration's number: how far it has come, up or down
  { name: 'migrations', indexes: [] },
  // _id is its instant: what a deployment brought, and what was there before it
  { name: 'releases', indexes: [index('by_at', ['at', -1])] },
]
