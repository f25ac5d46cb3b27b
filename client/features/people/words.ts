// What a role, a kind of rep and a part of the firm are called on the desk.
import type { I18n } from '@lingui/core'
import type { RepKind, Role } from '@shared/domain/member'
import type { Org } from './use-org'

export const wordRole = (i18n: I18n, role: Role): string =>
  ({ rep: i18n._('导购'), editor: i18n._('编辑'), approver: i18n._('审核人'), manager: i18n._('管理者') })[role]

export const wordKind = (i18n: I18n, kind: RepKind): string =>
  ({ guide: i18n._('导购'), salesman: i18n._('销售'), teacher: i18n._('老师'), service: i18n._('服务') })[kind]

export type Node = { key: string; title: string; children: Node[] }

/** Regions with their stores, stores with their teams; keys as 'region.x'. What lies in no region she sees stands at the top. */
export const treeOf = ({ regions, stores, teams }: Org): Node[] => {
  const ofStore = (id: string): Node[] =>
    teams
      .filter(({ storeId }) => storeId === id)
      .map(({ teamId, name }) => ({ key: `team.${teamId}`, title: name, children: [] }))
  const storesIn = (id: string | null): Node[] =>
    stores
      .filter(({ regionId }) => regionId === id || (id === null && !regions.some((one) => one.regionId === regionId)))
      .map(({ storeId, name }) => ({ key: `store.${storeId}`, title: name, children: ofStore(storeId) }))
  const under = (id: string | null, depth: number): Node[] => {
    if (depth > regions.length) return []
    const inside = regions
      .filter(({ parentId }) => parentId === id || (id === null && !regions.some((one) => one.regionId === parentId)))
      .map(({ regionId, name }) => ({ key: `region.${regionId}`, title: name, children: under(regionId, depth + 1) }))
    return [...inside, ...storesIn(id)]
  }
  return under(null, 0)
}

/** The same as one list to choose from, what lies deeper further in. */
export const flatOf = (nodes: readonly Node[], depth = 0): { value: string; label: string }[] =>
  nodes.flatMap(({ key, title, children }) => [
    { value: key, label: `${'　'.repeat(depth)}${title}` },
    ...flatOf(children, depth + 1),
  ])
