// What runs inside a function's process? The platform's bootstrap in small: its text is written next to the data and
// forked, so that it works whether this file was bundled or not.

/**
 * As Tencent's bootstrap: `environ` goes into process.env before each call and is **never cleared**, so a careless
 * function sees the previous caller here just as it would in production.
 */
export const runnerSource = `'use strict'
const MAX_REPLY_BYTES = 6 * 1024 * 1024
process.on('disconnect', () => process.exit(0))
const describe = (error) =>
  error instanceof Error ? { errorMessage: error.message, stackTrace: String(error.stack) } : { errorMessage: String(error), stackTrace: '' }
const send = (message, done) => { if (process.connected) process.send(message, done) }
const fatal = (error) => {
  console.error(error)
  send({ id: current, error: describe(error), fatal: true }, () => process.exit(1))
  if (!process.connected) process.exit(1)
}
process.on('uncaughtException', fatal)
process.on('unhandledRejection', fatal)
let current = 0
process.on('message', async ({ id, event, context, environ }) => {
  current = id
  Object.assign(process.env, environ)
  try {
    const { main } = require(process.argv[2])
    if (typeof main !== 'function') throw new Error('index.js exports no main(event, context)')
    const reply = JSON.stringify(await main(JSON.parse(event), context))
    const text = reply === undefined ? 'null' : reply
    if (Buffer.byteLength(text) > MAX_REPLY_BYTES) throw new Error('body size is too long')
    send({ id, reply: text })
  } catch (error) {
    send({ id, error: describe(error) })
  }
})
`
