// Does a post reach exactly those it is meant for, with every list it may name?

import { countAudience, listAudience } from '../../cloudfunctions/_kit/audience'
import type { Audience } from '../../shared/domain/post'
import { costOf } from '../support/cost'
import { publish } from '../support/scenes'
import { editor, lin, startWorld, type World, wang, zhao } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  const of = world.database
  await world.add('regions', [
    { _id: 'north', name: '华北', parentId: null, rev: 1 },
    { _id: 'beijing', name: '北京', parentId: 'north', rev: 1 },
    { _id: 'south', name: '华南', parentId: null, rev: 1 },
  ])
  await of.collection('stores').doc('store-east').update({ regionId: 'beijing' })
  await of.collection('stores').doc('store-west').update({ regionId: 'south' })
  await of
    .collection('members')
    .doc('rep-wang')
    .update({ teamId: 'team-a', kind: 'teacher', labels: ['新手'] })
})
afterAll(() => world.stop())

const cases: [string, Partial<Audience>, string[]][] = [
  ['everyone', {}, ['rep-lin', 'rep-wang', 'rep-zhao']],
  ['a store', { storeIds: ['store-west'] as never }, ['rep-zhao']],
  ['a region and all below it', { regionIds: ['north'] as never }, ['rep-lin', 'rep-wang']],
  ['a region without stores', { regionIds: ['nowhere'] as never }, []],
  ['a region and a store outside it', { regionIds: ['north'], storeIds: ['store-west'] } as never, []],
  ['a team', { teamIds: ['team-a'] as never }, ['rep-wang']],
  ['a team and another store', { teamIds: ['team-a'], storeIds: ['store-west'] } as never, []],
  ['a kind; who has none is a guide', { kinds: ['guide'] }, ['rep-lin', 'rep-zhao']],
  ['a persona', { tones: ['expert'] }, ['rep-zhao']],
  ['a label', { labels: ['新手', '老手'] }, ['rep-wang']],
  ['a persona in a region', { tones: ['warm'], regionIds: ['south'] as never }, []],
]

test.each(cases)('%s', async (_, lists, ids) => {
  const audience = { storeIds: [], ...lists }
  expect((await listAudience(audience)).map(({ _id }) => _id).sort()).toEqual(ids)
  expect(await countAudience(audience)).toBe(ids.length)
  const { postId } = await publish(world, lists)
  for (const [id, as] of [
    ['rep-lin', lin],
    ['rep-wang', wang],
    ['rep-zhao', zhao],
  ] as const) {
    const isMeant = ids.includes(id)
    const { posts } = await world.ask('rep', 'kit.list', {}, as)
    expect(posts.some((post) => post.postId === postId)).toBe(isMeant)
    const opened = await world.call('rep', 'kit.open', { postId }, as)
    expect(opened).toMatchObject(isMeant ? { ok: true } : { ok: false, error: { reason: 'not-for-your-store' } })
  }
  expect(await world.ask('hq', 'pool.see', { postId, version: 1 }, editor)).toMatchObject({ reps: ids.length })
})

test('who has left is reached by nothing', async () => {
  await world.database.collection('members').doc('rep-zhao').update({ leftAt: 1 })
  expect(await countAudience({ storeIds: [], tones: ['expert'] })).toBe(0)
  expect(await countAudience({ storeIds: [] })).toBe(2)
  await world.database.collection('members').doc('rep-zhao').update({ leftAt: null })
})

test('a post that names no region asks for none; one that does costs two questions more', async () => {
  const requestsFor = async (change: object) => {
    const { postId } = await publish(world, change)
    await world.ask('rep', 'kit.open', { postId }, lin)
    return (await costOf(world, () => world.ask('rep', 'kit.open', { postId }, lin))).requests
  }
  const plain = await requestsFor({ storeIds: ['store-east'] })
  expect(await requestsFor({ regionIds: ['north'] })).toBe(plain + 2)
})
