// The firm as a tree of regions, stores and teams; on a phone one list to choose from. What is chosen is in the address.
import { useLingui } from '@lingui/react'
import { Button, Select, Tree } from 'antd'
import { useMemo, useState } from 'react'
import type { Org } from '@/features/people/use-org'
import { flatOf, treeOf } from '@/features/people/words'
import { useAddress } from './Address'
import { OrgDialog, type OrgEdit } from './RegionsDialog'

const WHOLE = 'firm'

/** 'store.s1' → the address of that store. */
const addressOf = (key: string) => {
  const [of = '', ...rest] = key.split('.')
  const id = rest.join('.')
  return { region: of === 'region' ? id : '', store: of === 'store' ? id : '', team: of === 'team' ? id : '' }
}

/** What may be done with what is chosen: changed, and something put into it. */
function TreeActs({
  chosen,
  mayChange,
  onEdit,
}: {
  chosen: string
  mayChange: boolean
  onEdit: (edit: OrgEdit) => void
}) {
  const { i18n } = useLingui()
  const [of = '', ...rest] = chosen.split('.')
  const id = rest.join('.')
  const add = (edit: OrgEdit, label: string) => (
    <Button size="small" onClick={() => onEdit(edit)}>
      {label}
    </Button>
  )
  return (
    <div className="people-tree-acts">
      {mayChange && of !== 'store' && of !== 'team' && (
        <>
          {add({ of: 'region', id: null, into: of === 'region' ? id : null }, i18n._('加区域'))}
          {add({ of: 'store', id: null, into: of === 'region' ? id : null }, i18n._('加门店'))}
        </>
      )}
      {of === 'store' && add({ of: 'team', id: null, into: id }, i18n._('加小组'))}
      {((mayChange && (of === 'region' || of === 'store')) || of === 'team') &&
        add({ of: of as 'region' | 'store' | 'team', id, into: null }, i18n._('改名或移动'))}
    </div>
  )
}

export function PeopleTree({ org, mayChange }: { org: Org; mayChange: boolean }) {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const [editing, setEditing] = useState<OrgEdit | null>(null)
  const nodes = useMemo(() => treeOf(org), [org])
  const { region, store, team } = address
  const chosen = team ? `team.${team}` : store ? `store.${store}` : region ? `region.${region}` : WHOLE
  const choose = (key: string) => go(addressOf(key === WHOLE ? '' : key))
  const whole = { key: WHOLE, title: org.all ? i18n._('全公司') : i18n._('我负责的'), children: nodes }
  return (
    <nav className="people-tree" aria-label={i18n._('区域、门店和小组')}>
      <Tree
        className="people-tree-wide"
        blockNode
        defaultExpandedKeys={[WHOLE, ...nodes.map(({ key }) => key)]}
        selectedKeys={[chosen]}
        treeData={[whole]}
        onSelect={([key]) => choose(String(key ?? WHOLE))}
      />
      <Select
        className="people-tree-narrow"
        aria-label={i18n._('区域、门店和小组')}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen}
        options={[{ value: WHOLE, label: whole.title }, ...flatOf(nodes)]}
        onChange={choose}
      />
      <TreeActs chosen={chosen} mayChange={mayChange} onEdit={setEditing} />
      {editing && (
        <OrgDialog key={`${editing.of}.${editing.id}`} edit={editing} org={org} onClose={() => setEditing(null)} />
      )}
    </nav>
  )
}
