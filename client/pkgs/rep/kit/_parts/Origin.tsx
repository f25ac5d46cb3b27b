// 这版怎么来的: in what does her text differ from what HQ wrote? Folded until she asks.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import { tappable } from '@/ui/tap'
import './Origin.scss'

type Changes = NonNullable<OpenedKit['changes']>

function Words({ words }: { words: Changes['words'] }) {
  const { i18n } = useLingui()
  const said = ({ from, to }: Changes['words'][number]) => {
    if (from === '') return i18n._('加了“{to}”', { to })
    return to === '' ? i18n._('去掉“{from}”', { from }) : `${from} → ${to}`
  }
  return (
    <View className="origin-line">
      <Text>{i18n._('换了 {n} 处说法', { n: words.length })}</Text>
      <View className="origin-words">
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be exchanged twice; they are never reordered
          <Text className="origin-word" key={index}>
            {said(word)}
          </Text>
        ))}
      </View>
    </View>
  )
}

function Departures({ changes, edited }: { changes: Changes; edited: boolean }) {
  const { i18n } = useLingui()
  const { opener, asides, closer, words, layout } = changes
  const none = opener === '' && asides.length === 0 && closer === '' && words.length === 0 && !layout
  return (
    <View className="origin-lines">
      <Text className="origin-line">{i18n._('同一篇内容，每位同事说法略有不同')}</Text>
      {none && <Text className="origin-line">{i18n._('这一版和总部写的一样')}</Text>}
      {opener !== '' && <Text className="origin-line">{i18n._('开头加了“{opener}”', { opener })}</Text>}
      {asides.length > 0 && (
        <Text className="origin-line">{i18n._('中间加了“{asides}”', { asides: asides.join('”“') })}</Text>
      )}
      {closer !== '' && <Text className="origin-line">{i18n._('结尾加了“{closer}”', { closer })}</Text>}
      {words.length > 0 && <Words words={words} />}
      {layout && <Text className="origin-line">{i18n._('标点、表情或分行不同')}</Text>}
      <Text className="origin-line">{i18n._('价格、日期、品名等事实一字未动')}</Text>
      {edited && <Text className="origin-line">{i18n._('后来你自己改过')}</Text>}
    </View>
  )
}

/** Kits from before this was kept say nothing. */
export function Origin({ kit }: { kit: Pick<OpenedKit, 'changes' | 'text' | 'dealt'> }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  if (kit.changes === null) return null
  return (
    <View className="origin">
      <View
        className="origin-head"
        {...tappable(i18n._('这版怎么来的'), () => setOpen(!open))}
        {...(process.env.TARO_ENV === 'h5' ? { 'aria-expanded': String(open) } : {})}
      >
        <Text>{i18n._('这版怎么来的')}</Text>
        <View className={open ? 'origin-mark origin-mark-open' : 'origin-mark'} />
      </View>
      {open && <Departures changes={kit.changes} edited={kit.text !== kit.dealt} />}
    </View>
  )
}
