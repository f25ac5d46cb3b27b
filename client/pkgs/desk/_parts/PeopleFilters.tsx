// Whom to show: role, kind, still here or gone, and a name; all of it in the address.
import { useLingui } from '@lingui/react'
import { REP_KINDS, ROLES } from '@shared/domain/member'
import { Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Sought } from '@/features/handover/use-people'
import { wordKind, wordRole } from '@/features/people/words'
import type { Address } from '@/platform/address'
import { useAddress } from './Address'

const oneOf = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
  all.find((each) => each === value)
const STATES = ['working', 'left'] as const
const FIND_MAX = 40
const TYPING_MS = 300

export const soughtOf = ({ region, store, team, role, kind, state, find }: Address): Sought => {
  const [roleSought, kindSought, stateSought] = [oneOf(ROLES, role), oneOf(REP_KINDS, kind), oneOf(STATES, state)]
  return {
    ...(region && { regionId: region }),
    ...(store && { storeId: store }),
    ...(team && { teamId: team }),
    ...(roleSought && { role: roleSought }),
    ...(kindSought && { kind: kindSought }),
    ...(stateSought && { state: stateSought }),
    ...(find?.trim() && { find: find.trim() }),
  }
}

export function PeopleFilters() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const [typed, setTyped] = useState(address.find ?? '')
  useEffect(() => {
    if (typed === (address.find ?? '')) return
    const timer = setTimeout(() => go({ find: typed }, 'replace'), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, address.find, go])
  const choose = (key: string) => (value: string | undefined) => go({ [key]: value ?? '' }, 'replace')
  const choice = (key: 'role' | 'kind' | 'state', label: string, options: { value: string; label: string }[]) => (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      value={address[key] || null}
      options={options}
      onChange={choose(key)}
    />
  )
  return (
    <div className="desk-filters people-filters">
      <Input.Search
        allowClear
        className="desk-search"
        maxLength={FIND_MAX}
        aria-label={i18n._('找人')}
        placeholder={i18n._('姓名、完整的工号或账号')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {choice(
        'role',
        i18n._('角色'),
        ROLES.map((value) => ({ value, label: wordRole(i18n, value) })),
      )}
      {choice(
        'kind',
        i18n._('岗位'),
        REP_KINDS.map((value) => ({ value, label: wordKind(i18n, value) })),
      )}
      {choice('state', i18n._('状态'), [
        { value: 'working', label: i18n._('在职') },
        { value: 'left', label: i18n._('已离职') },
      ])}
    </div>
  )
}
