// What was said about who she is, latest first; each step can be taken back while nothing was built on it.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { undo } from '@/features/contact/acts'
import type { Tell } from '@/features/contact/UndoBar'
import type { ContactFile } from '@/features/contact/use-contacts'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { wordEvent } from './word-event'

type Event = ContactFile['history'][number]
type Props = { events: readonly Event[]; tell: Tell; busy: boolean }

const FIRST_SHOWN = 3

export function History({ events, tell, busy }: Props) {
  const { i18n } = useLingui()
  const [whole, setWhole] = useState(false)
  const rows = whole ? events : events.slice(0, FIRST_SHOWN)
  return (
    <Card>
      <View className="history-head" {...heading(3)}>
        {i18n._('改过什么')}
      </View>
      {rows.map((event) => (
        <View className="history-row" key={event.eventId}>
          <View className="history-words">
            <Text className={event.undone ? 'history-undone' : ''}>{wordEvent(event, i18n)}</Text>
            <Text className="file-fact">
              {wordInstant(event.at, Date.now(), currentLang())}
              {event.undone && ` · ${i18n._('撤销过')}`}
            </Text>
          </View>
          {event.mayUndo && (
            <Button
              kind="quiet"
              small
              disabled={busy}
              className="history-undo"
              onTap={() =>
                void tell(
                  undo(event.eventId).then(() => ({})),
                  i18n._('撤销了'),
                )
              }
            >
              {i18n._('撤销')}
            </Button>
          )}
        </View>
      ))}
      {!whole && events.length > FIRST_SHOWN && (
        <Button kind="quiet" small onTap={() => setWhole(true)}>
          {i18n._('看全部 {n} 条', { n: events.length })}
        </Button>
      )}
    </Card>
  )
}
