// Before something is taken back or deleted: what will happen, and two clear answers.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import type { Act } from './use-privacy'

type Props = { act: Act | null; busy: boolean; failed: boolean; onYes: (act: Act) => void; onNo: () => void }

export function Confirm({ act, busy, failed, onYes, onNo }: Props) {
  const { i18n } = useLingui()
  const erases = act === 'erase'
  const made = i18n._('整理出的话题和您留的称呼一起删除')
  const voices = i18n._('您在“大家怎么看”里的选择一起收回')
  const what = erases
    ? [
        i18n._('您的阅读记录会删除，同意也会撤回，顾问看不到您读过什么'),
        made,
        voices,
        i18n._('这台手机记得的阅读编号一起清除'),
        i18n._('删除后不能恢复。文章照常可以读'),
      ]
    : [
        i18n._('以后的阅读不再记在您名下'),
        i18n._('顾问不再看到您读过什么，以前的也看不到'),
        made,
        voices,
        i18n._('文章照常可以读'),
      ]
  const title = erases ? i18n._('删除我的数据') : i18n._('撤回同意')
  return (
    <Sheet open={act !== null} title={title} closeLabel={i18n._('关闭')} onClose={onNo}>
      {what.map((line) => (
        <View className="privacy-line" key={line}>
          {line}
        </View>
      ))}
      {failed && (
        <View className="privacy-failed" {...describe('alert')}>
          {i18n._('没有办成，记录还在。网络恢复后再试')}
        </View>
      )}
      <View className="privacy-answers">
        <Button kind="plain" className="privacy-answer" onTap={onNo}>
          {i18n._('先不')}
        </Button>
        <Button
          kind={erases ? 'danger' : 'primary'}
          className="privacy-answer"
          id="privacy-yes"
          busy={busy}
          onTap={() => act && onYes(act)}
        >
          {erases ? i18n._('删除') : i18n._('撤回')}
        </Button>
      </View>
    </Sheet>
  )
}
