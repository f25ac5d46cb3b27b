// How does a post travel, and whose is each share?
import type { MemberId, PostId, ShareToken } from '../../shared/domain/ids'
import { childShare, isRootOf, PATH_MAX, readPath, rootShare, type Share } from '../../shared/domain/share'

const token = (text: string) => text as ShareToken
const postId = 'post' as PostId
const repId = 'rep' as MemberId
const root = rootShare({ token: token('root'), postId, repId, channel: 'chat-card', contactId: null, at: 1 })

test('a chain keeps its rep and its post and counts its depth', () => {
  expect(root).toMatchObject({ parentToken: null, depth: 0, by: 'rep' })
  const child = childShare(root, { token: token('child'), channel: 'link', at: 2 })
  expect(child).toMatchObject({ parentToken: 'root', depth: 1, by: 'reader', postId, repId, createdAt: 2 })
  expect(childShare(child, { token: token('third'), channel: 'timeline', at: 3 })).toMatchObject({ depth: 2, repId })
})

test.each<[string, boolean, PostId, MemberId]>([
  ['her own', true, postId, repId],
  ['of another post', false, 'other' as PostId, repId],
  ['of another rep', false, postId, 'other' as MemberId],
])('a root: %s', (_, expected, post, rep) => {
  expect(isRootOf(root, post, rep)).toBe(expected)
})

test('a reader’s share is nobody’s root', () => {
  expect(isRootOf(childShare(root, { token: token('c'), channel: 'link', at: 2 }), postId, repId)).toBe(false)
})

test('the path of a card', () => {
  expect(readPath(postId, token('AbC123'))).toBe('/pages/read/index?p=post&t=AbC123')
})

test('a share knows those above it: the rep’s own first, and of a long chain the nearest', () => {
  const chain = [root]
  for (let n = 0; n < PATH_MAX + 3; n++)
    chain.push(childShare(chain.at(-1) as Share, { token: token(`t${n}`), channel: 'link', at: n }))
  const tokens = chain.map(({ _id }) => _id)
  expect(chain[3]?.path).toEqual(tokens.slice(0, 3))
  const last = chain.at(-1)
  expect(last?.path).toHaveLength(PATH_MAX)
  expect(last?.path).toEqual(['root', ...tokens.slice(-PATH_MAX, -1)])
})
