// For whom a playbook is: what the rep is to her and what she comes for; nothing where it suits anybody.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { wordRelation, wordValue } from '@/features/file/sheet-words'
import type { ListedPlaybook } from '@/features/playbook/use-playbooks'
import { wordScene } from '@/features/playbook/words'
import { Chip } from '@/ui/Chip'

type Props = { playbook: ListedPlaybook; tellsScene?: boolean } // not where the scene was chosen above

export function ForWhom({ playbook: { scene, relation, value }, tellsScene = true }: Props) {
  const { i18n } = useLingui()
  if (!tellsScene && !relation && !value) return null
  return (
    <View className="play-whom">
      {tellsScene && <Chip tone="accent">{wordScene(scene, i18n)}</Chip>}
      {relation && <Chip>{i18n._('你是她的{what}', { what: wordRelation(relation, i18n) })}</Chip>}
      {value && <Chip>{i18n._('她图{what}', { what: wordValue(value, i18n) })}</Chip>}
    </View>
  )
}
