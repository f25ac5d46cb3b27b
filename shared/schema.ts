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
  // _id is `${postId}.${version}.${textHash}`: a text belongs to the rep who claimed it first
  { name: 'claims', indexes: [] },
  { name: 'shares', indexes: [index('by_rep', ['repId', 1], ['createdAt', -1]), index('by_post', ['postId', 1])] },
  { name: 'codes', indexes: [] },
  {
    name: 'readings',
    indexes: [
      index('by_rep_known', ['repId', 1], ['known', 1], ['lastAt', -1], ['_id', -1]),
      index('by_rep_post_known', ['repId', 1], ['postId', 1], ['known', 1]),
      index('by_person', ['personId', 1], ['lastAt', -1]),
      index('by_person_rep', ['personId', 1], ['repId', 1], ['lastAt', -1]),
      index('by_token', ['token', 1]),
      index('by_last', ['lastAt', 1]),
    ],
  },
  { name: 'consents', indexes: [index('by_person', ['personId', 1])] },
  {
    name: 'contacts',
    indexes: [index('by_rep', ['repId', 1], ['lastReadAt', -1], ['_id', -1]), index('by_person', ['personId', 1])],
  },
]
