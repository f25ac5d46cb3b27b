// How does a simulated phone reach the local cloud? Over HTTP, by the door and in the envelope of the mini program's local build.
import http from 'node:http'
import type { Reply } from '../../shared/contracts'
import type { ReadingReport } from '../../shared/domain/reading'
import type { Account } from './account'
import type { Network } from './phone'
import type { Watch } from './watch'

type Envelope = { action: string; payload: { readings?: ReadingReport[] } }
type Answer = Partial<Reply<{ accepted?: string[]; later?: string[] }>> & { code?: string }

class Unanswered extends Error {}

const ask = (agent: http.Agent, request: Parameters<Network>[0]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(request.url)
    const body = JSON.stringify(request.data)
    const headers = { ...request.header, 'content-length': Buffer.byteLength(body) }
    const { method } = request
    const sent = http.request({ hostname, port, agent, method, path: pathname, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    sent.setTimeout(request.timeout, () => sent.destroy(new Unanswered('timeout')))
    sent.on('error', reject)
    sent.end(body)
  })

/** The code of what did not go well; null: it did. The platform's own refusals carry no `ok`. */
const codeOf = (answer: Answer | null): string | null => {
  if (answer?.ok === true) return null
  if (answer?.ok === false) return answer.error?.code ?? 'nameless'
  return answer?.code ?? 'nameless'
}

/** Every call is timed and told to `watch`, every report of a reading to `account`. */
export const networkOf = (watch: Watch, account: Account) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  let underWay = 0
  const network: Network = async (request) => {
    const { action, payload } = request.data as Envelope
    const name = `${request.url.split('/').pop()}/${action}`
    const readings = action === 'reading.report' ? (payload.readings ?? []) : []
    account.send(readings)
    const began = performance.now()
    underWay += 1
    try {
      const answer = JSON.parse(await ask(agent, request)) as Answer | null
      const code = codeOf(answer)
      if (code === null) watch.answered(name, performance.now() - began)
      else watch.failed(name, code)
      const { accepted, later } = (answer?.ok && answer.data) || {}
      if (accepted && later) account.hear(readings, { accepted, later })
      return { data: answer }
    } catch (error) {
      watch.failed(name, error instanceof Unanswered ? 'timeout' : 'unanswered')
      throw error
    } finally {
      underWay -= 1
    }
  }
  return { network, underWay: () => underWay, close: () => agent.destroy() }
}
