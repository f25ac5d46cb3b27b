// 导入备注: names she has for people elsewhere come in at once, looked through first, and can be taken back.
import '../words'
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useImport, useImports } from '@/features/import/use-import'
import { Answered } from '@/features/member/Answered'
import { goBack, TABS } from '@/platform/nav'
import { useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Along } from './_parts/Along'
import { Bring } from './_parts/Bring'
import { Checked } from './_parts/Checked'
import { Done } from './_parts/Done'
import { Past } from './_parts/Past'
import './index.scss'

export default function ImportPage() {
  const { i18n } = useLingui()
  const imports = useImports()
  const one = useImport()
  useTitle(i18n._('导入备注'))
  return (
    <Page className="import">
      <BackLink onTap={() => goBack(TABS[2])}>{i18n._('返回')}</BackLink>
      <View className="import-title" {...heading(1)}>
        {i18n._('导入备注')}
      </View>
      <Text className="import-note">
        {i18n._('只要你给客户起的名字和标签。电话、身份证号、孩子的信息不收，文件里其他列不会上传')}
      </Text>
      <Answered asked={imports} next="/pkgs/rep/import/index">
        {({ imports: past }) => (
          <>
            {one.outcome ? (
              <Done one={one} />
            ) : one.lines ? (
              <Checked one={one} lines={one.lines} />
            ) : (
              <Bring one={one} />
            )}
            <Past imports={past} />
            <Along />
          </>
        )}
      </Answered>
    </Page>
  )
}
