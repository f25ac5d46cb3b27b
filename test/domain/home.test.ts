// Who lives together, and when is a home full?
import type { Contact } from '../../shared/domain/contact'
import { joinHome } from '../../shared/domain/home'
import type { ContactId, HomeId, MemberId } from '../../shared/domain/ids'

const fresh = 'fresh' as HomeId
const living = (id: string, homeId: string | null, repId = 'rep'): Pick<Contact, '_id' | 'repId' | 'homeId'> => ({
  _id: id as ContactId,
  repId: repId as MemberId,
  homeId: homeId as HomeId | null,
})

test.each<[string, string | null, string | null, number, object]>([
  ['two without a home found one', null, null, 0, { homeId: 'fresh', movers: ['a', 'b'] }],
  ['one comes to the home of the other', null, 'green', 2, { homeId: 'green', movers: ['a'] }],
  ['the other comes to hers', 'green', null, 2, { homeId: 'green', movers: ['b'] }],
  ['she moves to the home of the other', 'green', 'blue', 3, { homeId: 'blue', movers: ['a'] }],
  ['they live together already', 'green', 'green', 6, { homeId: 'green', movers: [] }],
  ['a sixth comes', null, 'green', 5, { homeId: 'green', movers: ['a'] }],
  ['a seventh does not', null, 'green', 6, { ok: false, reason: 'home-full' }],
  ['the same asked again after a crash', 'fresh', null, 1, { homeId: 'fresh', movers: ['b'] }],
])('%s', (_, hers, others, members, expected) => {
  expect(joinHome({ contact: living('a', hers), other: living('b', others) }, fresh, members)).toMatchObject(expected)
})

test('nobody lives with herself, nor with the contact of another rep', () => {
  const contact = living('a', null)
  expect(joinHome({ contact, other: contact }, fresh, 0)).toEqual({ ok: false, reason: 'same-contact' })
  expect(joinHome({ contact, other: living('b', null, 'other rep') }, fresh, 0)).toEqual({
    ok: false,
    reason: 'not-yours',
  })
})
