// Is the ledger whole? Asked for by a press, partner by partner, and answered plainly.
import { useLingui } from '@lingui/react'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { call } from '@/platform/call'
import { errorText } from '@/ui/error-text'

type Sums = { partners: number; transfers: number; faults: { fault: string; id: string }[] }
const NONE: Sums = { partners: 0, transfers: 0, faults: [] }
const FAULTS_SHOWN = 20

const verifyAll = async (onSums: (sums: Sums) => void): Promise<void> => {
  let sums = NONE
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const part: Sums & { next: string | null } = await call('hq', 'ledger.verify', cursor ? { cursor } : {})
    sums = {
      partners: sums.partners + part.partners,
      transfers: sums.transfers + part.transfers,
      faults: [...sums.faults, ...part.faults],
    }
    onSums(sums)
    cursor = part.next
  }
}

export function PartnerVerify() {
  const { i18n } = useLingui()
  const [sums, setSums] = useState<Sums | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const run = async () => {
    setBusy(true)
    setError('')
    setSums(null)
    await verifyAll(setSums).catch((failure: unknown) => setError(errorText(failure)))
    setBusy(false)
  }
  const isWhole = sums !== null && !busy && error === '' && sums.faults.length === 0
  return (
    <div className="audit-verify">
      <Button id="ledger-verify" loading={busy} onClick={() => void run()}>
        {i18n._('验账')}
      </Button>
      <div className="audit-said" aria-live="polite">
        {error !== '' && <Alert type="error" showIcon title={error} />}
        {isWhole && (
          <Alert
            type="success"
            showIcon
            title={i18n._('{partners} 位合伙人、{n} 笔账都对得上', { partners: sums.partners, n: sums.transfers })}
          />
        )}
        {sums !== null && sums.faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={i18n._('有 {n} 处对不上，先别付款', { n: sums.faults.length })}
            description={
              <ul className="audit-faults">
                {sums.faults.slice(0, FAULTS_SHOWN).map(({ fault, id }) => (
                  <li key={`${fault}.${id}`}>{`${fault} · ${id}`}</li>
                ))}
              </ul>
            }
          />
        )}
      </div>
    </div>
  )
}
