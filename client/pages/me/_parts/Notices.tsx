// Shall WeChat tell her when customers read, when not, and how many messages are left?
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { errorText } from '@/ui/error-text'
import { Hour } from './Hour'
import { Sent } from './Sent'
import { type Asked, askNotices, type Notices as Kept, useNoticeSettings, useNotices } from './use-notices'
import './Notices.scss'

function Switch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { i18n } = useLingui()
  const sides = [
    { value: true, name: i18n._('提醒'), id: 'notices-on' },
    { value: false, name: i18n._('不提醒'), id: 'notices-off' },
  ]
  return <Choice options={sides} chosen={on} onChange={onChange} />
}

/** One message a morning with what the day holds. */
function Morning({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { i18n } = useLingui()
  const sides = [
    { value: true, name: i18n._('要'), id: 'morning-on' },
    { value: false, name: i18n._('不要'), id: 'morning-off' },
  ]
  return (
    <View className="notices-morning">
      <View className="notices-head" {...heading(3)}>
        {i18n._('每天早上一条')}
      </View>
      <Text className="me-note">{i18n._('今天几位可以聊、几个承诺到期。没有事就不发')}</Text>
      <Choice options={sides} chosen={on} onChange={onChange} />
    </View>
  )
}

/** How many WeChat will still deliver, and asking for more: each tap is one. */
function Quota({ kept }: { kept: Kept }) {
  const { i18n } = useLingui()
  const [asked, setAsked] = useState<Asked>('')
  const [failure, setFailure] = useState<unknown>(null)
  const { employee, subscribe } = kept.templates
  const answers = {
    '': '',
    accepted: i18n._('好了，记上了'),
    refused: i18n._('没有加上。想要时再点'),
    closed: i18n._('微信里关了消息，在小程序右上角的设置里打开'),
    later: i18n._('好了，连上网会记上'),
  }
  const ask = (channel: 'subscribe' | 'employee', templateId: string) => {
    setFailure(null)
    askNotices(channel, templateId).then(setAsked, setFailure)
  }
  if (employee === '' && subscribe === '')
    return <Text className="me-note">{i18n._('公司还没接好微信提醒。接好之前，在“动态”里看')}</Text>
  const web = process.env.TARO_ENV === 'h5'
  return (
    <View className="quota">
      <Text>{kept.employee ? i18n._('走工作消息，不限条数') : i18n._('还能提醒 {n} 条', { n: kept.quota })}</Text>
      {web && <Text className="me-note">{i18n._('提醒发到微信。加条数要在微信小程序里点，网页上点不了')}</Text>}
      {!web && !kept.employee && employee !== '' && (
        <Button kind="plain" onTap={() => ask('employee', employee)}>
          {i18n._('收工作消息，不限条数')}
        </Button>
      )}
      {!web && !kept.employee && subscribe !== '' && (
        <>
          <Button kind="plain" id="more-notices" onTap={() => ask('subscribe', subscribe)}>
            {i18n._('再要几条提醒')}
          </Button>
          <Text className="me-note">{i18n._('微信规定：点一次多 1 条，可以多点几次')}</Text>
        </>
      )}
      {(asked !== '' || failure !== null) && (
        <Text className="me-note" {...describe('status')}>
          {failure === null ? answers[asked] : errorText(failure)}
        </Text>
      )}
    </View>
  )
}

function Settings({ kept }: { kept: Kept }) {
  const { i18n } = useLingui()
  const { on, quietFrom, quietTo, morning } = kept
  const { settings, change, failure } = useNoticeSettings({ on, quietFrom, quietTo, morning })
  return (
    <View className="notices">
      <Switch on={settings.on} onChange={(next) => change({ on: next })} />
      <Morning on={settings.morning ?? false} onChange={(next) => change({ morning: next })} />
      {(settings.on || settings.morning) && (
        <>
          <View className="notices-quiet">
            <Text>{i18n._('这段时间不提醒')}</Text>
            <Hour
              id="quiet-from"
              label={i18n._('从')}
              hour={settings.quietFrom}
              onChange={(n) => change({ quietFrom: n })}
            />
            <Hour id="quiet-to" label={i18n._('到')} hour={settings.quietTo} onChange={(n) => change({ quietTo: n })} />
            <Text className="me-note">
              {settings.quietFrom === settings.quietTo
                ? i18n._('两个时间一样，就是整天都提醒')
                : i18n._('这段时间里的，过后合成一条')}
            </Text>
          </View>
          <Quota kept={kept} />
        </>
      )}
      {failure !== null && (
        <Text className="notices-failed" {...describe('alert')}>
          {errorText(failure)}
        </Text>
      )}
      <Sent sent={kept.sent} />
    </View>
  )
}

export function Notices() {
  const { i18n } = useLingui()
  const notices = useNotices()
  if (!notices.data) return null // the card above says why nothing came
  return (
    <Card>
      <View className="me-head" {...heading(2)}>
        {i18n._('客户读了，微信里提醒你')}
      </View>
      <Settings kept={notices.data} />
    </Card>
  )
}
