// What does npm say of the faults that are known in what we ship? Fails on grave ones; says plainly when nobody answered.

export type Verdict = { ok: boolean; says: string }

/** Grave, and looked at: why each cannot be reached here, and until when that holds (a day, Asia/Shanghai). */
export type Accepted = Readonly<Record<string, { why: string; until: string }>>

const GRAVE = ['high', 'critical']

type Report = { vulnerabilities?: Record<string, { severity?: unknown }> }

const reportIn = (answer: string): Report | null => {
  try {
    const parsed: unknown = JSON.parse(answer)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Report) : null
  } catch {
    return null
  }
}

/** answer: what `npm audit --json` printed. A registry that does not answer audits is no fault of the packages. */
export const verdictOf = (answer: string, accepted: Accepted, today: string): Verdict => {
  const found = reportIn(answer)?.vulnerabilities
  if (!found) return { ok: true, says: 'not asked: the registry does not answer audits' }
  const grave = Object.entries(found).filter(([, { severity }]) => GRAVE.includes(String(severity)))
  const open = grave.filter(([name]) => (accepted[name]?.until ?? '') < today)
  const told = open.map(([name, { severity }]) => `${name} (${severity})`).join(', ')
  if (open.length > 0) return { ok: false, says: `grave faults are known in what we ship: ${told}` }
  return { ok: true, says: `asked: ${Object.keys(found).length} lesser or accepted, none grave` }
}
