// What came of it: how many are new, who only got tags, who was refused after all.
import { useLingui } from '@lingui/react'
import { Text } from '@tarojs/components'
import type { useImport } from '@/features/import/use-import'
import { wordFault } from '@/features/import/words'
import { openTab, TABS } from '@/platform/nav'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'

export function Done({ one }: { one: ReturnType<typeof useImport> }) {
  const { i18n } = useLingui()
  const { made = 0, merged = 0, refused = [] } = one.outcome ?? {}
  return (
    <Card className="import-card">
      <Text {...describe('status')}>{i18n._('新增 {made} 位，合并 {merged} 位', { made, merged })}</Text>
      {refused.map(({ remark, ...fault }) => (
        <Text className="import-bad" key={remark}>
          {i18n._('{remark}：{why}', { remark, why: wordFault(fault, i18n) })}
        </Text>
      ))}
      <Text className="import-note">{i18n._('导错了？7 天内可以在下面撤销')}</Text>
      <Button id="to-contacts" onTap={() => openTab(TABS[2])}>
        {i18n._('看客户')}
      </Button>
      <Button id="anew" kind="quiet" onTap={one.startAnew}>
        {i18n._('再导一份')}
      </Button>
    </Card>
  )
}
