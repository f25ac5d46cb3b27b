// What of mine has not arrived yet, and what was not taken? Nothing she wrote is lost without a word.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/platform/clipboard'
import { currentLang } from '@/platform/lang'
import { putAwayRefused, type Refused } from '@/platform/refused'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { nameOf, useOutbox } from './use-outbox'
import { kindOf, wordKind, wordKinds, wordWhy } from './waiting-words'
import './Waiting.scss'

type Outbox = ReturnType<typeof useOutbox>
const wordTime = (at: number): string => wordInstant(at, Date.now(), currentLang())

function Unsent({ actions, triedAt, stored, busy, send }: Outbox) {
  const { i18n } = useLingui()
  return (
    <Card>
      <View className="me-head" {...heading(2)}>
        {i18n._('等网络')}
      </View>
      <View className="me-text">{i18n._('有 {n} 条记录还没送到，连上网会自己送', { n: actions.length })}</View>
      <View className="me-note">{wordKinds(actions, i18n)}</View>
      {triedAt !== null && <View className="me-note">{i18n._('上次试着送：{when}', { when: wordTime(triedAt) })}</View>}
      {!stored && (
        <View className="waiting-why" {...describe('alert')}>
          {i18n._('手机存满了，关掉小程序就没了。先连上网送出去')}
        </View>
      )}
      <View className="waiting-acts">
        <Button id="send-now" small kind="plain" busy={busy} onTap={send}>
          {i18n._('现在再送')}
        </Button>
      </View>
    </Card>
  )
}

function NotTaken({ refused }: { refused: Refused }) {
  const { i18n } = useLingui()
  const [copied, setCopied] = useState(false)
  const { id, action, contactId, words, saidAt, why } = refused
  const told = [wordKind(kindOf(action), i18n), nameOf(contactId), wordTime(saidAt)].filter((part) => part !== '')
  return (
    <View className="waiting-refused">
      <Text className="waiting-what">{told.join(' · ')}</Text>
      {words !== '' && <Text className="waiting-words">{words}</Text>}
      <Text className="waiting-why">{wordWhy(refused)}</Text>
      {why.trace !== '' && <Text className="me-note">{i18n._('查询号 {trace}', { trace: why.trace })}</Text>}
      <View className="waiting-acts">
        {words !== '' && (
          <Button small kind="plain" onTap={() => void copyText(words).then(setCopied)}>
            {copied ? i18n._('已复制') : i18n._('复制文字')}
          </Button>
        )}
        <Button small kind="quiet" onTap={() => putAwayRefused(id)}>
          {i18n._('知道了')}
        </Button>
      </View>
    </View>
  )
}

export function Waiting() {
  const { i18n } = useLingui()
  const outbox = useOutbox()
  return (
    <>
      {outbox.actions.length > 0 && <Unsent {...outbox} />}
      {outbox.refused.length > 0 && (
        <Card>
          <View className="me-head" {...heading(2)}>
            {i18n._('没记上')}
          </View>
          <View className="me-text">{i18n._('这 {n} 条送到了，没有收下', { n: outbox.refused.length })}</View>
          {outbox.refused.map((one) => (
            <NotTaken key={one.id} refused={one} />
          ))}
        </Card>
      )}
    </>
  )
}
