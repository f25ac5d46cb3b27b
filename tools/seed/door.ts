// How the seed speaks to the local cloud: over HTTP, as the people it seeds would.
import type { ActionName, FunctionName, Input, Output, Reply } from '@shared/contracts'

/** Who calls: a signed-in account, or a phone with an openid. */
export type As = { token: string } | { openid: string }

export type Door = {
  call<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    payload: Input<F, A>,
    as: As,
  ): Promise<Output<F, A>>
  signIn(username: string, password: string): Promise<As>
}

/** `url`: the local cloud, e.g. http://127.0.0.1:8800. A refusal throws with the action and the sentence. */
export const openDoor = (url: string): Door => ({
  async call(fn, action, payload, as) {
    const reply = await fetch(`${url}/v1/functions/${fn}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...('token' in as ? { authorization: `Bearer ${as.token}` } : { 'x-wx-openid': as.openid }),
      },
      body: JSON.stringify({ action, payload, lang: 'en' }),
    })
    const body = (await reply.json()) as Reply<Output<typeof fn, typeof action>>
    if (!body.ok) throw new Error(`${fn} ${action}: ${JSON.stringify(body.error ?? body)}`)
    return body.data
  },
  async signIn(username, password) {
    const reply = await fetch(`${url}/auth/v1/signin?client_id=ripple-local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
    const body = (await reply.json()) as { access_token?: string }
    if (!body.access_token) throw new Error(`${username} could not sign in: ${JSON.stringify(body)}`)
    return { token: body.access_token }
  },
})
