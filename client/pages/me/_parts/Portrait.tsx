// Her picture beside her name: chosen, replaced and taken away by herself, with one line on where it shows.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { checkPicked, type PickedRefusal } from '@shared/domain/draft'
import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { type AvatarWork, useAvatar } from '@/features/member/use-avatar'
import { pickedFile } from '@/platform/upload'
import { Avatar } from '@/ui/Avatar'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { PickPicture } from './PickPicture'
import './Portrait.scss'

const PERCENT = 100

const wordRefused = (i18n: I18n, reason: PickedRefusal): string => {
  switch (reason) {
    case 'too-big':
      return i18n._('这张超过 10 MB，压小一点再传')
    case 'empty':
      return i18n._('这张是空的，换一张')
    case 'heic':
      return i18n._('这张是 HEIC。iPhone 请到“设置-相机-格式”选“兼容性最佳”，或导出成 JPG 再传')
    case 'not-a-picture':
      return i18n._('这不是 JPEG、PNG 或 WebP，换一张')
  }
}

const wordWork = (i18n: I18n, work: AvatarWork): string => {
  switch (work.phase) {
    case 'idle':
      return ''
    case 'sending':
      return i18n._('正在传，{n}%', { n: Math.round(work.sent * PERCENT) })
    case 'checking':
      return i18n._('传好了，正在检查')
    case 'removing':
      return i18n._('正在去掉')
    case 'failed':
      return errorText(work.error)
  }
}

function Progress({ work }: { work: AvatarWork }) {
  const { i18n } = useLingui()
  const failed = work.phase === 'failed'
  return (
    <View className="portrait-row">
      <Text className={failed ? 'portrait-failed' : 'me-note'} {...describe(failed ? 'alert' : 'status')}>
        {wordWork(i18n, work)}
      </Text>
      {failed && (
        <Button small kind="plain" onTap={work.again}>
          {i18n._('再试一次')}
        </Button>
      )}
    </View>
  )
}

type Props = PropsWithChildren<{ name: string; src: string | null }>

export function Portrait({ name, src, children }: Props) {
  const { i18n } = useLingui()
  const { work, take, remove } = useAvatar()
  const [refused, setRefused] = useState<PickedRefusal | null>(null)
  const busy = work.phase !== 'idle' && work.phase !== 'failed'
  const pick = (picked: File | string) => {
    // what WeChat gives has been made small by it; a file can be anything
    const check = typeof picked === 'string' ? ({ ok: true } as const) : checkPicked(pickedFile(picked))
    setRefused(check.ok ? null : check.reason)
    if (check.ok) void take(picked)
  }
  const has = src !== null
  return (
    <View className="portrait">
      <View className="portrait-head">
        <PickPicture label={has ? i18n._('换一张你的照片') : i18n._('放一张你的照片')} busy={busy} onPick={pick}>
          <Avatar name={name} src={src} size="large" />
          <Text className="portrait-act">{has ? i18n._('换一张') : i18n._('放一张')}</Text>
        </PickPicture>
        <View className="portrait-words">{children}</View>
      </View>
      <View className="portrait-row">
        <Text className="me-note">{i18n._('会出现在你的名片和海报上')}</Text>
        {has && (
          <Button small kind="quiet" id="remove-picture" disabled={busy} onTap={() => void remove()}>
            {i18n._('去掉')}
          </Button>
        )}
      </View>
      {refused !== null && (
        <Text className="portrait-failed" {...describe('alert')}>
          {wordRefused(i18n, refused)}
        </Text>
      )}
      {refused === null && work.phase !== 'idle' && <Progress work={work} />}
    </View>
  )
}
