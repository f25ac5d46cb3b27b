// What do you know about me, and how do I take it back? Her own page.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { View } from '@tarojs/components'
import { openPage } from '@/platform/nav'
import { useOnShow, useTitle } from '@/platform/page'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { asShown } from '@/ui/error-text'
import { Page } from '@/ui/Page'
import { Failed, OfflineMark, Skeleton } from '@/ui/States'
import { Confirm } from './_parts/Confirm'
import { Export } from './_parts/Export'
import { Nobody } from './_parts/Nobody'
import { Recorded } from './_parts/Recorded'
import { Rights } from './_parts/Rights'
import { type Privacy, usePrivacy, usePrivacyActs } from './_parts/use-privacy'
import { useVoices } from './_parts/use-voices'
import { Voices } from './_parts/Voices'
import './index.scss'

const isEmpty = (privacy: Privacy): boolean => privacy.consents.length === 0 && privacy.readings.length === 0

export default function PrivacyPage() {
  const { i18n } = useLingui()
  const { query, known, lookAgain } = usePrivacy()
  const privacy = query.data ?? null
  const acts = usePrivacyActs(privacy, lookAgain)
  useOnShow(lookAgain)
  useTitle(i18n._('隐私中心'))
  const { state } = acts
  const code = query.error ? asShown(query.error).code : ''
  const lapsed = code === 'unauthenticated'
  const voices = useVoices(known && !lapsed)
  const nobody = !known || lapsed || (privacy !== null && isEmpty(privacy))
  return (
    <Page title={i18n._('隐私中心')}>
      {state?.step === 'done' && (
        <View className="privacy-done" {...describe('status')}>
          {state.act === 'erase' ? i18n._('已删除，顾问看不到了') : i18n._('已撤回，顾问看不到了')}
        </View>
      )}
      {code === 'offline' && privacy && (
        <OfflineMark
          when={wordInstant(query.dataUpdatedAt, Date.now(), i18n.locale === 'en' ? 'en' : 'zh')}
          onRetry={() => void query.refetch()}
        />
      )}
      {nobody && <Nobody key={state?.step} onErase={known && !lapsed ? () => acts.ask('erase') : null} />}
      {!nobody && query.isPending && <Skeleton />}
      {!nobody && !privacy && query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!nobody && privacy && (
        <>
          <View className="privacy-note">
            {i18n._('您同意之后记下的都在这里，保存 {days} 天，到期删除', { days: privacy.retentionDays })}
          </View>
          <Recorded privacy={privacy} />
          <View className="privacy-acts">
            <Export />
            {privacy.consents.length > 0 && (
              <Button kind="plain" onTap={() => acts.ask('withdraw')}>
                {i18n._('撤回同意')}
              </Button>
            )}
            <Button kind="danger" onTap={() => acts.ask('erase')}>
              {i18n._('删除我的数据')}
            </Button>
          </View>
        </>
      )}
      <Voices voices={voices} />
      {privacy?.partner && (
        <Button kind="plain" onTap={() => openPage('/pkgs/account/partner/index')}>
          {i18n._('我的合伙人账')}
        </Button>
      )}
      {(privacy?.offers ?? 0) > 0 && (
        <Button kind="plain" onTap={() => openPage('/pkgs/account/offer/index')}>
          {i18n._('我投的稿（{n} 份），看看或收回', { n: privacy?.offers ?? 0 })}
        </Button>
      )}
      {nobody && privacy && (voices.length > 0 || privacy.partner || (privacy.offers ?? 0) > 0) && (
        <View className="privacy-acts">
          <Export />
        </View>
      )}
      <Rights store={privacy?.consents[0] ?? null} />
      <Confirm
        act={state && state.step !== 'done' ? state.act : null}
        busy={state?.step === 'busy'}
        failed={state?.step === 'failed'}
        onYes={(act) => void acts.run(act)}
        onNo={acts.stop}
      />
    </Page>
  )
}
