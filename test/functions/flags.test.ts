// A feature let out in stages: does it reach the customers of those stores alone, at no cost, and nobody when it cannot be read?
import { isOut } from '../../cloudfunctions/_kit/flags'
import { log } from '../../cloudfunctions/_kit/log'
import { spent } from '../../emulator'
import { newId, publish, share } from '../support/scenes'
import { editor, lin, nobody, startWorld, type World, wang, zhao } from '../support/world'

const DAY_MS = 86_400_000
let world: World
let postId: string
beforeAll(async () => {
  const key = { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: 'https://read.example.com' }
  world = await startWorld({}, { ...key, RIPPLE_FLAGS: 'end-polls=store-east' })
  const pollId = `poll-${newId(8)}`
  const options = ['公园', '博物馆'].map((text, i) => ({ id: `o${i}`, text }))
  const said = { question: '周末带孩子去哪儿', options, whoMayVote: 'customers', closesAt: Date.now() + 7 * DAY_MS }
  await world.ask('hq', 'poll.save', { pollId, rev: 0, ...said }, editor)
  await world.ask('hq', 'poll.open', { pollId, rev: 1 }, editor)
  postId = (await publish(world, { pollId })).postId
})
afterAll(() => world.stop())

test('customers of the stores that it is out for are asked; others, and who comes by nobody’s share, are not', async () => {
  const asked: Record<string, boolean> = {}
  const requests = new Set<string>()
  for (const [name, as] of Object.entries({ lin, wang, zhao })) {
    const token = await share(world, postId, as)
    const before = world.emulator.meter()
    const read = await world.ask('reader', 'post.read', { token }, nobody)
    requests.add(JSON.stringify(spent(world.emulator.meter(), before).dbRequests))
    asked[name] = read.poll !== undefined
    expect(read.sender).not.toHaveProperty('storeId')
  }
  const direct = await world.ask('reader', 'post.read', { postId }, nobody)
  expect({ ...asked, direct: direct.poll !== undefined }).toEqual({ lin: true, wang: true, zhao: false, direct: false })
  expect(requests.size).toBe(1)
})

test('what cannot be read lets nothing out, and is said once', () => {
  const said = jest.spyOn(log, 'error').mockImplementation(() => undefined)
  process.env.RIPPLE_FLAGS = 'end-pols=20%'
  try {
    expect([isOut('end-polls', 'store-east'), isOut('end-polls', null)]).toEqual([false, false])
    expect(said).toHaveBeenCalledTimes(1)
    expect(said).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'RIPPLE_FLAGS: no flag is called “end-pols”; there are: end-polls' }),
    )
    delete process.env.RIPPLE_FLAGS
    expect(isOut('end-polls', null)).toBe(true)
  } finally {
    delete process.env.RIPPLE_FLAGS
    said.mockRestore()
  }
})
