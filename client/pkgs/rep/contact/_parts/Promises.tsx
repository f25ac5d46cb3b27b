// 承诺: what did I promise her, by when, and is it done? What is late is told kindly.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordDue } from '@/features/file/note-words'
import { dropPromise, keepPromise, makePromise } from '@/features/file/promises'
import type { ShownPromise } from '@/features/file/use-sheet'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { tappable } from '@/ui/tap'
import type { FileProps, Say } from './use-file'
import './Promises.scss'

function Row({ promise, say }: { promise: ShownPromise; say: Say }) {
  const { i18n } = useLingui()
  const [leaving, setLeaving] = useState(false)
  const today = dayOf(Date.now())
  const due = wordDue(promise.dueDay, today, i18n)
  const { text } = promise
  const fail = (failure: unknown) => say({ words: errorText(failure) })
  const keep = () => {
    say({
      words: i18n._('做到了：{text}', { text }),
      back: () => keepPromise(promise, false),
    })
    keepPromise(promise, true).catch(fail)
  }
  const drop = () => {
    const { promiseId, contactId, dueDay } = promise
    say({
      words: i18n._('删掉了：{text}', { text }),
      back: () => makePromise({ promiseId, contactId, text, dueDay }),
    })
    dropPromise(promise).catch(fail)
  }
  return (
    <View className="promise">
      <View className="promise-tick" {...tappable(i18n._('做到了：{text}', { text }), keep)}>
        <View className="promise-box" />
      </View>
      <View className="promise-words" {...tappable(`${text} ${due}`, () => setLeaving(!leaving))}>
        <Text>{text}</Text>
        <Text className={promise.dueDay <= today ? 'promise-late' : 'file-fact'}>{due}</Text>
      </View>
      {leaving && (
        <Button kind="quiet" small onTap={drop}>
          {i18n._('删掉')}
        </Button>
      )}
    </View>
  )
}

export function Promises({ known, say }: FileProps) {
  const { i18n } = useLingui()
  const open = known.promises.filter(({ keptAt }) => keptAt === null)
  if (open.length === 0) return null
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('承诺')}
      </View>
      <Card className="promises">
        {open.map((promise) => (
          <Row key={promise.promiseId} promise={promise} say={say} />
        ))}
      </Card>
    </>
  )
}
