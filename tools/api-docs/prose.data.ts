// What a page of shapes cannot say by itself: how one calls, how one proves who one is, how one listens.

export const INTRO = `# What can be asked of the cloud

Written from \`shared/contracts\` by \`node tools/run.mjs api-docs\`; changes here are lost. In shapes, «1…20» is a least and
a most: of characters for texts, of items for lists. Instants are milliseconds since 1970, days are \`2026-11-21\` in
Asia/Shanghai. No interface gives a telephone number, and none tells programs which customer read what.`

export const OPEN_INTRO = `The function \`open\` answers below the path it is given at the platform's HTTP access
(\`tcb service create -p /open -f open\`; the local cloud has it at \`/open\`). An approver or editor makes a token at the
desk, 进出: it is shown once, ends by itself, can be revoked at any time, and names its scopes. There is no scope for
contacts. Send it as \`Authorization: Bearer rpl_…\`; \`Accept-Language: en\` gives messages in English.

Each token may ask {rate} times a minute; beyond that the answer is 429 with \`Retry-After\` in seconds. Lists come in
pages: hand \`next\` back as \`cursor\`. Answers are \`{ ok: true, data }\` or \`{ ok: false, error: { code, message, trace,
reason?, field? } }\`, with 400 invalid, 401 unauthenticated, 403 forbidden, 404 not-found, 405 another method (see
\`Allow\`), 409 conflict, 410 gone, 429 too-many, 500 internal. Sums about customers are \`"few"\` where they are fewer than
five.`

export const WEBHOOKS = `HQ names an https address at the desk, 进出, and which events it hears: {events}. Private networks
are refused, also when a name leads there later, and redirects are not followed.

Each event is one POST of \`{ id, event, at, data }\` with these headers:

| header | what it says |
| --- | --- |
| \`Ripple-Id\` | the event's id, the same for every try: keep it, and leave what you have already |
| \`Ripple-Event\` | its name |
| \`Ripple-Try\` | which try this is |
| \`Ripple-Signature\` | \`t=<seconds>,v1=<hex>\`: HMAC-SHA256 over \`<seconds>.<body>\` with the address's secret |

Answer 2xx within 5 seconds. Anything else is tried again after 30 s, 1 min, 2 min … up to 6 h, each a fifth more or less,
{tries} times in all; 410 ends it at once. What is then put aside can be played again by hand or over the HTTP interface
for 30 days. An address where {dead} events in a row were put aside is switched off, with a note. Events may come more than
once and in another order than they happened: \`at\` says when.

Whether it was us, and just now:

\`\`\`js
import { createHmac, timingSafeEqual } from 'node:crypto'

/** body: the request's body as it came, before it is parsed. */
export const isFromRipple = (secret, signature, body, now = Date.now()) => {
  const [, seconds, given] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? []
  if (!seconds || Math.abs(now / 1000 - Number(seconds)) > 300) return false
  const right = createHmac('sha256', secret).update(\`\${seconds}.\${body}\`).digest()
  return timingSafeEqual(right, Buffer.from(given, 'hex'))
}
\`\`\``
