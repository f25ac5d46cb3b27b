// The demo's doorway: /demo on a persona's port signs that persona in and opens her first page.
// Only `npm start` has it; the product's own sign-in is pkgs/account/sign-in.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { DEMO_PASSWORD } from './seed/people'

type Persona = { port: number; username: string; page: string }

/** Signs in as the product would, and keeps the session where the product keeps it (Taro wraps what it stores). */
const page = (
  persona: Persona,
): string => `<!doctype html><meta charset="utf-8"><title>涟漪</title><script type="module">
const reply = await fetch('/auth/v1/signin?client_id=ripple-local', { method: 'POST', headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ username: ${JSON.stringify(persona.username)}, password: ${JSON.stringify(DEMO_PASSWORD)} }) })
const session = await reply.json()
localStorage.setItem('ripple.session', JSON.stringify({ data: JSON.stringify({
  accessToken: session.access_token, refreshToken: session.refresh_token,
  expiresAt: Date.now() + session.expires_in * 1000, anonymous: false, who: session.sub, signedInAt: Date.now() }) }))
location.replace('/#${persona.page}')
</script>`

export const demoSignIn =
  (personas: readonly Persona[]) =>
  async (_request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    const persona = url.pathname === '/demo' && personas.find((one) => String(one.port) === url.port)
    if (!persona) return false
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(page(persona))
    return true
  }
