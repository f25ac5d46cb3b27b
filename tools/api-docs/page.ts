// The page of everything that can be asked of the cloud: written from the contracts, never by hand.
import { reasons } from '../../cloudfunctions/_kit/words.data'
import { api } from '../../shared/contracts'
import type { Action } from '../../shared/contracts/action'
import { openApi, type Route } from '../../shared/contracts/open'
import type { Who } from '../../shared/domain/access'
import { TOKEN_RATE } from '../../shared/domain/api-token'
import { DEAD_MAX, HOOK_EVENTS, TRIES_MAX } from '../../shared/domain/webhook'
import { readComments } from './comments'
import { INTRO, OPEN_INTRO, WEBHOOKS } from './prose.data'
import { writeShape } from './shape'

const WHO: Record<Who, string> = {
  anyone: 'anyone',
  person: 'anyone WeChat or an account says who they are',
  rep: 'reps',
  editor: 'editors and approvers',
  approver: 'approvers',
  desk: 'editors, approvers, and managers within their scope',
}
const codesOf = (who: Who): string =>
  ['invalid', ...(who === 'anyone' ? [] : ['unauthenticated', 'forbidden']), 'internal']
    .map((code) => `\`${code}\``)
    .join(' ')

const code = (text: string, language = 'ts'): string => `\`\`\`${language}\n${text}\n\`\`\``

const actionPart = (name: string, { who, input, output }: Action, says: string): string =>
  [
    `#### ${name}`,
    ...(says ? [says] : []),
    `Who: ${WHO[who]}. Errors: ${codesOf(who)}, and the reasons below where they fit.`,
    code(`input  ${writeShape(input, 'input')}\noutput ${writeShape(output, 'output')}`),
  ].join('\n\n')

const exampleOf = ({ method, path }: Route): string => {
  const url = `https://api.example.com/open${path.replace(/\{(\w+)\}/g, (_, part) => `$${part}`)}`
  const post = method === 'POST' ? ` \\\n  -X POST -H 'content-type: application/json' -d '{"replays":0}'` : ''
  return `curl -H "Authorization: Bearer $TOKEN" "${url}"${post}`
}

const routePart = (route: Route): string =>
  [
    `#### ${route.method} ${route.path}`,
    `Scope: \`${route.scope}\`. Errors: \`invalid\` \`unauthenticated\` \`forbidden\` \`not-found\` \`too-many\` \`internal\`.`,
    code(`input  ${writeShape(route.input, 'input')}\noutput ${writeShape(route.output, 'output')}`),
    code(exampleOf(route), 'sh'),
  ].join('\n\n')

const reasonRow = ([reason, { code: is, zh, en }]: [string, { code: string; zh: string; en: string }]): string =>
  `| \`${reason}\` | \`${is}\` | ${zh} | ${en} |`

/** root: where shared/contracts is. */
export const writeApiPage = (root: string): string => {
  const comments = readComments(root)
  const functions = Object.entries(api).map(([fn, actions]) =>
    [
      `### ${fn}`,
      ...Object.entries(actions).map(([action, contract]) =>
        actionPart(`${fn}/${action}`, contract, comments.get(`${fn}/${action}`) ?? ''),
      ),
    ].join('\n\n'),
  )
  const parts = [
    INTRO,
    '## HTTP interface for programs',
    OPEN_INTRO.replace('{rate}', String(TOKEN_RATE)),
    ...Object.values(openApi).map((route) => routePart(route as Route)),
    '## Webhooks',
    WEBHOOKS.replace('{events}', HOOK_EVENTS.map((event) => `\`${event}\``).join(', '))
      .replace('{tries}', String(TRIES_MAX))
      .replace('{dead}', String(DEAD_MAX)),
    '## Actions of the apps',
    ...functions,
    '## Reasons',
    'The sentence comes in the caller’s language; `reason` is for programs.',
    `| reason | code | 中文 | English |\n| --- | --- | --- | --- |\n${Object.entries(reasons).map(reasonRow).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}
