// What runs inside a function's process? The platform's bootstrap in small: its text is written next to the data and
// started, so that it works whether this file was bundled or not.

/**
 * As Tencent's bootstrap: `environ` goes into process.env before each call and is **never cleared**, so a careless
 * function sees the previous caller here just as it would in production. A call is two lines on pipe 3, its frame and
 * its event; so is an answer, its frame and its reply: neither text is wrapped into JSON a second time.
 */
export const runnerSource = `'use strict'
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { createRequire, SourceMap, wrap } = require('node:module')
const { Socket } = require('node:net')
const path = require('node:path')
const { Script } = require('node:vm')
const MAX_REPLY_BYTES = 6 * 1024 * 1024
const pipe = new Socket({ fd: 3, readable: true, writable: true })
pipe.on('end', () => process.exit(0))
pipe.on('error', () => process.exit(0))
const describe = (error) =>
  error instanceof Error ? { errorMessage: error.message, stackTrace: String(error.stack) } : { errorMessage: String(error), stackTrace: '' }
const send = (frame, reply, done) => pipe.write(JSON.stringify(frame) + '\\n' + reply + '\\n', done)
let current = 0
const fatal = (error) => {
  console.error(error)
  send({ id: current, error: describe(error), fatal: true }, '', () => process.exit(1))
}
process.on('uncaughtException', fatal)
process.on('unhandledRejection', fatal)
// the cloud's clock may be moved: then Date tells its time, for modules loaded earlier too
const MachineDate = Date
let shift = 0
const moveClock = (shiftMs) => {
  if (shiftMs !== 0 && globalThis.Date === MachineDate) {
    const now = () => MachineDate.now() + shift
    globalThis.Date = new Proxy(MachineDate, {
      construct: (target, args, made) => Reflect.construct(target, args.length ? args : [now()], made),
      apply: () => new MachineDate(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    })
  }
  shift = shiftMs
}
// a bundle is compiled once for all processes: what V8 made of it after a first call lies in the file named third
const [entry, kept] = process.argv.slice(2)
let compiled
let keep = () => undefined
const load = () => {
  if (compiled) return compiled.exports
  const cachedData = kept && existsSync(kept) ? readFileSync(kept) : undefined
  const columnOffset = -wrap('|').indexOf('|')
  const script = new Script(wrap(readFileSync(entry, 'utf8')), { filename: entry, columnOffset, cachedData })
  const made = { exports: {} }
  script.runInThisContext()(made.exports, createRequire(entry), made, entry, path.dirname(entry))
  compiled = made
  if (kept && (!cachedData || script.cachedDataRejected))
    keep = () => {
      keep = () => undefined
      try {
        writeFileSync(kept + '.' + process.pid, script.createCachedData())
        renameSync(kept + '.' + process.pid, kept)
      } catch {} // the next one compiles for itself
    }
  return made.exports
}
// traces name the sources; their map is read when the first of them is looked at
let map
const placeOf = (frame) => {
  if (frame.getFileName() !== entry) return String(frame)
  map ??= existsSync(entry + '.map') ? new SourceMap(JSON.parse(readFileSync(entry + '.map', 'utf8'))) : null
  const found = map?.findEntry(frame.getLineNumber() - 1, frame.getColumnNumber() - 1)
  if (!found?.originalSource) return String(frame)
  const place = found.originalSource + ':' + (found.originalLine + 1) + ':' + (found.originalColumn + 1)
  return (frame.getFunctionName() ?? '<anonymous>') + ' (' + place + ')'
}
Error.prepareStackTrace = (error, frames) =>
  [String(error), ...frames.map((frame) => '    at ' + placeOf(frame))].join('\\n')
const run = async ({ id, context, environ, shiftMs }, event) => {
  current = id
  moveClock(shiftMs)
  Object.assign(process.env, environ)
  try {
    const { main } = load()
    if (typeof main !== 'function') throw new Error('index.js exports no main(event, context)')
    const reply = JSON.stringify(await main(JSON.parse(event), context))
    const text = reply === undefined ? 'null' : reply
    if (Buffer.byteLength(text) > MAX_REPLY_BYTES) throw new Error('body size is too long')
    send({ id }, text)
    keep()
  } catch (error) {
    send({ id, error: describe(error) }, '')
  }
}
let frame
let rest = ''
pipe.setEncoding('utf8')
pipe.on('data', (chunk) => {
  const lines = (rest + chunk).split('\\n')
  rest = lines.pop()
  for (const line of lines) {
    if (frame === undefined) frame = JSON.parse(line)
    else {
      const call = frame
      frame = undefined
      run(call, line)
    }
  }
})
`
