// Another one of what she has? The question before it replaces hers, and what stands beside the button.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import './Another.scss'

type AskProps = { title: string; text: string; keep: string; onYes: () => void; onNo: () => void }

export function AskFirst({ title, text, keep, onYes, onNo }: AskProps) {
  const { i18n } = useLingui()
  return (
    <Sheet open title={title} closeLabel={i18n._('关上')} onClose={onNo}>
      <View className="ask-first">
        <Text>{text}</Text>
        <Button onTap={onYes}>{i18n._('换掉')}</Button>
        <Button kind="plain" onTap={onNo}>
          {keep}
        </Button>
      </View>
    </Sheet>
  )
}

/** How many are left, or why there is none; `error`: why the last one did not come. */
export function AnotherNote({ note, error }: { note: string; error: string }) {
  return error === '' ? (
    <Text className="another-note" {...describe('status')}>
      {note}
    </Text>
  ) : (
    <Text className="another-note another-error" {...describe('alert')}>
      {error}
    </Text>
  )
}
