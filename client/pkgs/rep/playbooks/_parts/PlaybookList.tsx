// The playbooks of one scene, or those she keeps at hand; the scene is chosen above them.
import { useLingui } from '@lingui/react'
import { SCENES, type Scene } from '@shared/domain/playbook'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/features/file/Chips'
import type { ListedPlaybook } from '@/features/playbook/use-playbooks'
import { wordScene, wordSuccess } from '@/features/playbook/words'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Empty } from '@/ui/States'
import { tappable } from '@/ui/tap'
import { ForWhom } from './ForWhom'

const KEPT = 'kept'
type Filter = Scene | typeof KEPT

type RowProps = { playbook: ListedPlaybook; kept: boolean; tellsScene: boolean }

function Row({ playbook, kept, tellsScene }: RowProps) {
  const { i18n } = useLingui()
  const { playbookId, name, goal, success } = playbook
  const used = wordSuccess(success, i18n)
  const star = kept ? i18n._('已收藏') : ''
  const label = [name, goal, used, star].filter((part) => part !== '').join('，')
  return (
    <View
      id={`play-${playbookId}`}
      className="play-row"
      {...tappable(label, () => openPage(`/pkgs/rep/playbooks/index?p=${playbookId}`))}
    >
      <View className="play-row-head">
        <Text className="play-row-name">{name}</Text>
        {kept && <Text className="play-kept">★</Text>}
      </View>
      <Text className="play-note">{goal}</Text>
      {used !== '' && <Text className="play-used">{used}</Text>}
      <ForWhom playbook={playbook} tellsScene={tellsScene} />
    </View>
  )
}

/** So many scenes are shown before she asks for all of them. */
const SCENES_FIRST = 5
const MORE = 'more'

type Props = { all: readonly ListedPlaybook[]; favourites: readonly string[]; first: string }

/** The latest kept first. */
const keptOf = (all: readonly ListedPlaybook[], favourites: readonly string[]): ListedPlaybook[] =>
  [...favourites].reverse().flatMap((id) => all.find(({ playbookId }) => playbookId === id) ?? [])

const isScene = (name: string): name is Scene => (SCENES as readonly string[]).includes(name)

export function PlaybookList({ all, favourites, first: asked }: Props) {
  const { i18n } = useLingui()
  const [filter, setFilter] = useState<Filter>(isScene(asked) ? asked : favourites.length > 0 ? KEPT : 'after-reading')
  const [open, setOpen] = useState(false)
  const scenes = [
    { value: KEPT as Filter, name: i18n._('收藏') },
    ...SCENES.filter((scene) => all.some((one) => one.scene === scene)).map((scene) => ({
      value: scene as Filter,
      name: wordScene(scene, i18n),
    })),
  ]
  const first = scenes.filter(({ value }, n) => open || n <= SCENES_FIRST || value === filter)
  const left = scenes.length - first.length
  const options = [
    ...first,
    ...(left > 0 ? [{ value: MORE as Filter | typeof MORE, name: i18n._('还有 {n} 个', { n: left }) }] : []),
  ]
  const shown = filter === KEPT ? keptOf(all, favourites) : all.filter(({ scene }) => scene === filter)
  return (
    <View className="plays">
      <View className="plays-title" {...heading(1)}>
        {i18n._('这次怎么聊')}
      </View>
      <Chips
        id="scene"
        options={options}
        chosen={[filter]}
        onToggle={(one) => (one === MORE ? setOpen(true) : setFilter(one))}
      />
      {shown.length === 0 && <Empty title={i18n._('还没有收藏')} hint={i18n._('打开一个套路，点星标就收在这里')} />}
      {shown.map((playbook) => (
        <Row
          key={playbook.playbookId}
          playbook={playbook}
          kept={favourites.includes(playbook.playbookId)}
          tellsScene={filter === KEPT}
        />
      ))}
    </View>
  )
}
