// How far back: kept in the address, so that it can be reloaded and sent to a colleague.
import { useLingui } from '@lingui/react'
import { Segmented } from 'antd'
import { useAddress } from './Address'

export const HEAT_DAYS = [7, 30, 180] as const
export const ADOPTION_DAYS = [7, 30] as const

/** What the address says, if it is one of those offered; else `otherwise`. */
export const useDays = <D extends number>(offered: readonly D[], otherwise: D): D => {
  const { address } = useAddress()
  return offered.find((days) => String(days) === address.days) ?? otherwise
}

export function Days({ days, offered }: { days: number; offered: readonly number[] }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  return (
    <Segmented
      id="heat-days"
      aria-label={i18n._('看多久')}
      value={days}
      options={offered.map((value) => ({ value, label: i18n._('近 {n} 天', { n: value }) }))}
      onChange={(value) => go({ days: String(value) }, 'replace')}
    />
  )
}
