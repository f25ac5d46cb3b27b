// Not quite her words? Another text, or her own hand.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { rerollText } from '@/features/kit/own-words'
import { recallDraft, saveKey } from '@/features/kit/saves'
import type { OpenedKit } from '@/features/kit/use-kits'
import { Button } from '@/ui/Button'
import { AnotherNote, AskFirst } from './Another'
import { useAsking } from './use-asking'
import './TextActs.scss'

type Props = { kit: OpenedKit; offline: boolean; onEdit: () => void }

export function TextActs({ kit, offline, onEdit }: Props) {
  const { i18n } = useLingui()
  const [asks, setAsks] = useState(false)
  const { busy, error, ask: reroll } = useAsking(() => rerollText(kit))
  const usedUp = kit.rollsLeft === 0
  const hasDraft = () => recallDraft(saveKey(kit.postId, kit.version), kit.dealt) !== null
  const tap = () => {
    if (kit.text !== kit.dealt || hasDraft()) setAsks(true)
    else void reroll()
  }
  const note = () => {
    if (usedUp) return i18n._('这篇的换法用完了，还可以自己改改')
    if (offline) return i18n._('没有网络，连上后才能换')
    return i18n._('还能换 {n} 次', { n: kit.rollsLeft })
  }
  return (
    <View className="text-acts">
      <View className="text-acts-row">
        <Button id="reroll" kind="plain" busy={busy} disabled={usedUp || offline} onTap={tap}>
          {usedUp ? i18n._('换完了') : i18n._('换一版')}
        </Button>
        <Button id="edit-own" kind="plain" disabled={busy} onTap={onEdit}>
          {hasDraft() ? i18n._('接着改') : i18n._('自己改改')}
        </Button>
      </View>
      <AnotherNote note={note()} error={error} />
      {asks && (
        <AskFirst
          title={i18n._('你改的要换掉吗')}
          text={i18n._('换一版后，你自己改的这段就没有了')}
          keep={i18n._('留着我的')}
          onNo={() => setAsks(false)}
          onYes={() => {
            setAsks(false)
            void reroll()
          }}
        />
      )}
    </View>
  )
}
