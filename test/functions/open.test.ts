// Does the HTTP interface answer programs with a token, within its scopes and its rate, and nobody else?
import { TOKEN_RATE } from '../../shared/domain/api-token'
import { draftOf, newReadingId, publish } from '../support/scenes'
import { approver, editor, lin, manager, startWorld, type World } from '../support/world'

let world: World
let whole = ''
beforeAll(async () => {
  world = await startWorld()
  whole = await makeToken(['posts:read', 'people:read', 'work:read', 'hooks:read', 'hooks:replay'])
  await publish(world, {}, 'post-1')
})
afterAll(() => world.stop())

const makeToken = async (scopes: string[], change: object = {}): Promise<string> => {
  const input = { tokenId: newReadingId(), name: '数仓', scopes, days: 30, ...change }
  return (await world.ask('hq', 'token.make', input, editor)).token
}
type Options = { token?: string | null; method?: string; body?: unknown; headers?: Record<string, string> }
const ask = async (path: string, { token = whole, method = 'GET', body, headers = {} }: Options = {}) => {
  const response = await fetch(`${world.emulator.url}/open${path}`, {
    method,
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, reply: await response.json() }
}

describe('what a program is given', () => {
  it('posts, the last changed first, and one with its texts', async () => {
    const { status, reply, headers } = await ask('/v1/posts')
    expect([status, headers.get('cache-control'), reply.ok]).toEqual([200, 'no-store', true])
    expect(reply.data.posts[0]).toMatchObject({
      postId: 'post-1',
      state: 'live',
      title: '周末遛娃清单',
      topics: ['遛娃'],
    })
    const one = await ask('/v1/posts/post-1')
    expect(one.reply.data).toMatchObject({ postId: 'post-1', text: draftOf().text, storeIds: [] })
    expect(one.reply.data.sections[1]).toEqual({ sectionId: 's2', heading: '河边', paragraphs: ['注意安全。'] })
  })

  it('stores, members and columns, without a telephone number, an identity or a scope', async () => {
    const stores = await ask('/v1/stores')
    expect(stores.reply.data.stores).toContainEqual({
      ...{ storeId: 'store-east', name: '东街店', company: '东方母婴有限公司', kind: 'own', reps: 2 },
    })
    const { reply } = await ask('/v1/members')
    expect(reply.data.members).toContainEqual({
      ...{ memberId: 'rep-lin', name: '林小满', role: 'rep', kind: 'guide' },
      ...{ storeId: 'store-east', teamId: null, leftAt: null },
    })
    expect(JSON.stringify(reply)).not.toMatch(/openid|phone|wx:|uid:|scope/i)
    expect((await ask('/v1/columns')).reply).toEqual({ ok: true, data: { columns: [] } })
  })

  it('sums of work in fives, where fewer than five readings are few', async () => {
    await world.add('tallies', [
      { _id: 'all..x', of: 'all', id: '', day: today(), ...sums(4, 2) },
      { _id: 'post.post-1.x', of: 'post', id: 'post-1', day: today(), ...sums(7, 5) },
    ])
    const { reply } = await ask('/v1/work?days=1')
    expect(reply.data.days).toEqual([{ day: today(), readings: 'few', deep: 'few' }])
    expect(reply.data.posts).toEqual([
      { postId: 'post-1', title: '周末遛娃清单', dealt: 0, saved: 0, posted: 0, readings: 5, deep: 5 },
    ])
  })

  it('the same below a path the platform leaves in front, and with a slash at the end', async () => {
    const event = { path: '/open/v1/stores/', httpMethod: 'get', headers: { Authorization: `Bearer ${whole}` } }
    const reply = (await world.send('open', event, null)) as unknown as { statusCode: number; body: string }
    expect([reply.statusCode, JSON.parse(reply.body).ok]).toEqual([200, true])
  })
})
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const sums = (readings: number, deep: number) => ({
  ...{ readings, deep, ms: 60_000 * readings, apart: { staff: 0, sharer: 0, crawler: 0 }, sections: {}, batch: 0 },
})

describe('who is refused', () => {
  const others = [
    ['no token', null, 401, 'bad-token'],
    ['a token of somebody else', 'rpl_some.thing', 401, 'bad-token'],
    ['a token with a forged proof', `rpl_${'a'.repeat(20)}.${'b'.repeat(43)}`, 401, 'bad-token'],
  ] as const
  it.each(others)('%s, without a look at the database', async (_, token, status, reason) => {
    const before = world.emulator.meter()
    const { reply, headers, ...rest } = await ask('/v1/posts', { token })
    const after = world.emulator.meter()
    expect([rest.status, reply.ok, reply.error.reason]).toEqual([status, false, reason])
    expect(reply.error).toMatchObject({ message: expect.stringMatching(/令牌/), trace: expect.any(String) })
    expect(headers.get('www-authenticate')).toBe('Bearer')
    expect(after.docsExamined).toBe(before.docsExamined)
  })

  it('a token for something else, a revoked one and an expired one, in the language asked for', async () => {
    const narrow = await makeToken(['people:read'])
    const english = await ask('/v1/posts', { token: narrow, headers: { 'accept-language': 'en-US,en;q=0.9' } })
    expect([english.status, english.reply.error.message]).toEqual([403, 'This token may not do that.'])
    const tokenId = newReadingId()
    const gone = await makeToken(['posts:read'], { tokenId })
    await world.ask('hq', 'token.drop', { tokenId }, editor)
    await world.ask('hq', 'token.drop', { tokenId }, editor)
    expect((await ask('/v1/posts', { token: gone })).reply.error.reason).toBe('token-revoked')
    const old = newReadingId()
    const over = await makeToken(['posts:read'], { tokenId: old })
    await world.database
      .collection('apitokens')
      .where({ tokenId: old })
      .update({ expiresAt: Date.now() - 1 })
    expect((await ask('/v1/posts', { token: over })).reply.error.reason).toBe('token-expired')
  })

  it('whoever asks too often: exactly so many a minute, then how long to wait', async () => {
    const token = await makeToken(['people:read'])
    const stored = await world.database.collection('apitokens').orderBy('at', 'desc').limit(1).get()
    const minute = Math.floor(Date.now() / 60_000)
    await world.database
      .collection('apitokens')
      .doc(stored.data[0]._id)
      .update({ minute: minute + 1, used: TOKEN_RATE - 3 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/v1/stores', { token })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    const late = answers.find(({ status }) => status === 429)
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(late?.reply.error).toMatchObject({ code: 'too-many', reason: 'rate-used-up' })
  })

  it.each([
    ['a path that is none', '/v1/contacts', {}, 404, 'no-such-path'],
    ['a version that is none', '/v2/posts', {}, 404, 'no-such-path'],
    ['another method', '/v1/posts', { method: 'POST', body: {} }, 405, 'wrong-method'],
    ['a field too many', '/v1/posts?limit=5', {}, 400, undefined],
    ['a cursor made up', '/v1/posts?cursor=x', {}, 400, 'bad-cursor'],
    ['days that are none', '/v1/work?days=40', {}, 400, undefined],
    ['an id that is none', '/v1/posts/a%2Fb', {}, 400, undefined],
    ['a post that is none', '/v1/posts/nope', {}, 404, 'no-such-post'],
    ['a body that is no JSON', '/v1/deliveries/some.thing/replay', { method: 'POST', body: '{' }, 400, 'bad-request'],
    [
      'a telling that is none',
      '/v1/deliveries/some.thing/replay',
      { method: 'POST', body: { replays: 0 } },
      404,
      'no-such-delivery',
    ],
  ] as const)('%s', async (_, path, options, status, reason) => {
    const answer = await ask(path, options)
    expect([answer.status, answer.reply.error.reason]).toEqual([status, reason])
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET')
  })

  it('a call that did not come over HTTP', async () => {
    const reply = (await world.send('open', { action: 'posts.list' }, editor)) as unknown as { statusCode: number }
    expect(reply.statusCode).toBe(400)
  })
})

describe('tokens at the desk', () => {
  it('are told once, kept as a hash, and told again only to the very same request within ten minutes', async () => {
    const input = { tokenId: newReadingId(), name: 'BI', scopes: ['posts:read'] as const, days: 90 as const }
    const first = await world.ask('hq', 'token.make', input, editor)
    expect(await world.ask('hq', 'token.make', input, editor)).toEqual(first)
    const everything = JSON.stringify(await world.docs('apitokens'))
    expect(everything).not.toContain(first.token.split('.')[1])
    expect((await world.refusal('hq', 'token.make', input, approver)).reason).toBe('token-shown')
    await world.database
      .collection('apitokens')
      .where({ tokenId: input.tokenId })
      .update({ at: Date.now() - 700_000 })
    expect((await world.refusal('hq', 'token.make', input, editor)).reason).toBe('token-shown')
  })

  it('are listed with when they were last used, and made by members of HQ only', async () => {
    await ask('/v1/stores')
    const { tokens } = await world.ask('hq', 'token.list', {}, editor)
    expect(tokens.some(({ lastUsedAt }) => lastUsedAt !== null && Date.now() - lastUsedAt < 60_000)).toBe(true)
    for (const as of [lin, manager]) {
      const input = { tokenId: newReadingId(), name: 'x', scopes: ['posts:read'], days: 30 }
      expect((await world.refusal('hq', 'token.make', input, as)).code).toBe('forbidden')
    }
  })

  it('making and revoking one stands in the log, without the token', async () => {
    const audits = (await world.docs('audits')).filter(({ act }) => String(act).startsWith('token.'))
    expect(audits.map(({ act }) => act)).toEqual(expect.arrayContaining(['token.made', 'token.dropped']))
    expect(JSON.stringify(audits)).not.toContain('rpl_')
  })
})
