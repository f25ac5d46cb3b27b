// The process that `speed` measures: imports what a function imports, deals one post to 5,000 reps, then renders one more.
const startedAt = process.hrtime.bigint()

type Given = { id: string; text: string; dictionary: string[] }

const msSince = (at: bigint): number => Number(process.hrtime.bigint() - at) / 1e6
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

const main = async (): Promise<void> => {
  const { Ledger } = await import('@shared/domain/variant/ledger')
  const { compilePlan } = await import('@shared/domain/variant/plan')
  const { dealOrder, digitsFor, renderDigits } = await import('@shared/domain/variant/deal')
  const importMs = msSince(startedAt)
  const { readFileSync } = await import('node:fs')
  const posts = ['posts', 'posts-unseen'].flatMap(
    (name) => JSON.parse(readFileSync(`test/data/${name}.json`, 'utf8')) as Given[],
  )
  const post = posts.find(({ id }) => id === process.argv[2])
  if (!post) throw new Error(`no post ${process.argv[2]}`)

  const before = cpuMs()
  const planOf = (tone: 'warm' | 'expert' | 'lively') => {
    const result = compilePlan({ text: post.text, lockedWords: post.dictionary, tone })
    if (!result.ok) throw new Error(result.reason)
    return result.plan
  }
  const plans = { warm: planOf('warm'), expert: planOf('expert'), lively: planOf('lively') }
  const ledger = new Ledger(plans, { postId: post.id, version: 1 })
  const tones = ['warm', 'expert', 'lively'] as const
  for (let n = 0; n < 5_000; n += 1) ledger.deal(`r${n}`, tones[n % 3] ?? 'warm')
  const spent = cpuMs() - before

  const oneAt = process.hrtime.bigint()
  const order = dealOrder(plans.warm, { postId: post.id, version: 1 })
  renderDigits(plans.warm, digitsFor(order, 'one-more', 0))
  const oneMs = msSince(oneAt)
  console.log(JSON.stringify({ importMs, cpuMs: spent, oneMs, rssMb: process.resourceUsage().maxRSS / 1_024 }))
}

void main()
