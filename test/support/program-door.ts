// How does a program call the HTTP interface in a test? With tokens of every scope, good ones and others, and something to ask for.
import { TOKEN_SCOPES, type TokenScope } from '../../shared/domain/api-token'
import type { WebhookId } from '../../shared/domain/ids'
import type { Delivery } from '../../shared/domain/webhook'
import type { Bearing, Sent } from './program-requests'
import { newReadingId } from './scenes'
import { editor, type World } from './world'

/** `ours`: the function answered, not the gateway in front of it. */
export type Answered = { status: number; headers: Headers; text: string; ours: boolean }

export const TOLD = ['told-1.hook-1', 'told-2.hook-1', 'told-3.hook-1', 'told-4.hook-1', 'told-5.hook-1'] as const
const STATES = ['waiting', 'dead', 'sent', 'sent', 'dead'] as const
/** As often as a telling may be played again, or never yet. */
export const replaysOf = (n: number): number => (n % 2 === 0 ? 0 : 1_000)

const deliveries = TOLD.map((_id, n): Delivery => {
  const state = STATES[n] ?? 'sent'
  return {
    ...{ _id, webhookId: 'hook-1' as WebhookId, eventId: `told-${n + 1}`, event: 'post.published', at: Date.now() - n },
    ...{ body: '{}', state, tries: 1, nextAt: Date.now(), replays: replaysOf(n), settledAt: Date.now() },
    ...(state === 'dead' ? { status: 500, fault: 'refused' } : { status: 200, fault: null }),
  }
})

export const openProgramDoor = async (world: World) => {
  const stored = () => world.database.collection('apitokens')
  const all = { _id: world.database.command.gt('') }
  await stored().where(all).remove() // there may be fifty at once
  await world.add('deliveries', deliveries)
  const make = async (scopes: readonly TokenScope[], change: object | null = null): Promise<string> => {
    const tokenId = newReadingId()
    const { token } = await world.ask('hq', 'token.make', { tokenId, name: '数仓', scopes, days: 30 }, editor)
    if (change) await stored().where({ tokenId }).update(change)
    return token
  }
  const bearers: Record<Exclude<Bearing, object>, string> = {
    ...(Object.fromEntries(
      await Promise.all(TOKEN_SCOPES.map(async (scope) => [scope, await make([scope])])),
    ) as Record<TokenScope, string>),
    whole: await make(TOKEN_SCOPES),
    revoked: await make(TOKEN_SCOPES, { revokedAt: 1, revokedBy: 'editor-1' }),
    expired: await make(TOKEN_SCOPES, { expiresAt: 1 }),
    forged: `rpl_${'a'.repeat(20)}.${'b'.repeat(43)}`,
    none: '',
  }
  const authorizationOf = (bearing: Bearing): string =>
    typeof bearing === 'object' ? bearing.odd : bearers[bearing] && `Bearer ${bearers[bearing]}`

  return {
    /** Those of every scope, and those of none. */
    authorizations: [authorizationOf('whole'), authorizationOf('posts:read'), authorizationOf('revoked'), 'Bearer x'],
    /** A new minute, for all of them: tests ask oftener than programs may. */
    rest: () => stored().where(all).update({ used: 0 }),
    send: async ({ method, path, bearing, headers, body }: Sent): Promise<Answered> => {
      const authorization = authorizationOf(bearing)
      const reply = await fetch(`${world.emulator.url}/open${path}`, {
        method,
        headers: { ...headers, ...(authorization && { authorization }) },
        ...(body !== null && method !== 'GET' && method !== 'HEAD' && { body }),
      })
      const ours = reply.headers.has('ripple-trace')
      return { status: reply.status, headers: reply.headers, text: await reply.text(), ours }
    },
  }
}
export type ProgramDoor = Awaited<ReturnType<typeof openProgramDoor>>
