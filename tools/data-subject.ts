// Answers a request about personal data (个人信息保护法 44 to 47): `node tools/run.mjs data-subject --export --contact <id> --out <file>`
// or `--erase --contact <id> --by <your name> --yes`; instead of --contact: --reader <key> or --openid <openid>. Without --yes
// nothing is erased or written, only counted. Which cloud, and the key RIPPLE_PERSON_KEY: as in audit-verify.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { countAnswer, eraseSubject, exportSubject, noteRequest } from './data-subject/answer'
import { findSubject } from './data-subject/find'
import { runOperator } from './operator'

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const OPTIONS = {
  ...{ contact: text, reader: text, openid: text, out: text, by: text },
  ...{ export: flag, erase: flag, yes: flag },
}

const main = async (): Promise<number> => {
  const { values: asked } = parseArgs({ options: OPTIONS })
  if (asked.export === asked.erase) throw new Error('What? Either --export or --erase')
  const subject = await findSubject(asked)
  const now = Date.now()
  const answer = await exportSubject(subject, now)
  const counts = countAnswer(answer)
  console.log(
    Object.entries(counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', '),
  )
  if (subject.unsure.length)
    console.log(
      `A rep takes these readers to be her; she never said so, and they are left out: ${subject.unsure.join(', ')}`,
    )
  if (!asked.yes) {
    console.log('Nothing was done: say --yes, and --by <your name>, to do it.')
    return 0
  }
  if (!asked.by) throw new Error('Who answers this request? --by <your name>')
  if (asked.export && !asked.out) throw new Error('Where to? --out <file>')
  await noteRequest(subject, asked.export ? 'subject.exported' : 'subject.erased', { byName: asked.by, now, counts })
  if (asked.out) writeFileSync(asked.out, `${JSON.stringify(answer, null, 2)}\n`, { mode: 0o600 })
  if (asked.erase) await eraseSubject(subject)
  console.log(
    asked.export ? `Written to ${asked.out}.` : 'Erased; backups of before forget her again by the erase list.',
  )
  return 0
}

runOperator(main)
