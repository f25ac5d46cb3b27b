// The sheets behind 怎么相处 that ask one thing each; a choice is kept by the tap itself.
import { useLingui } from '@lingui/react'
import { dayAfter, dayOf } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/features/file/Chips'
import { wordChildFacts } from '@/features/file/child-facts'
import { PickDay } from '@/features/file/Pick'
import { wordForm, wordSource } from '@/features/file/sheet-words'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import type { FileProps } from './use-file'

export type SheetProps = FileProps & { onClose: () => void }

const QUIET_DAYS = [7, 14, 30] as const
const CADENCES = [7, 14, 21, 30, 45, 60, 90] as const // days
const AS_RELATION = 0
// as in shared/domain, whose lists would bring their rules along
const SOURCES = ['parcel-card', 'store', 'referral', 'group', 'event', 'moments', 'other'] as const
const FORMS = ['reason', 'result', 'science'] as const
const SOURCE_NOTE_MAX = 30

/** She said so; until a day, or until she speaks again. Nobody is put on a talk list meanwhile. */
export function QuietSheet({ known, save, onClose }: SheetProps) {
  const { i18n } = useLingui()
  const today = dayOf(Date.now())
  const { quiet } = known.sheet
  const [day, setDay] = useState(quiet?.until ?? dayAfter(today, 7))
  const keep = (until: string | null) => {
    save('quiet', { until })
    onClose()
  }
  return (
    <Sheet open title={i18n._('她说先别打扰')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        <Text className="file-fact">{i18n._('这段时间不会排她的沟通，也不发提醒')}</Text>
        <Chips
          id="quiet"
          options={[
            ...QUIET_DAYS.map((value) => ({ value: value as number, name: i18n._('{n} 天', { n: value }) })),
            { value: AS_RELATION, name: i18n._('等她再开口') },
          ]}
          chosen={quiet && quiet.until === null ? [AS_RELATION] : []}
          onToggle={(days) => keep(days === AS_RELATION ? null : dayAfter(today, days))}
        />
        <PickDay id="quiet-day" label={i18n._('或到哪一天')} day={day} from={today} onChange={setDay} />
        <Button kind="plain" id="quiet-until" onTap={() => keep(day)}>
          {i18n._('到这天')}
        </Button>
        {quiet && (
          <Button
            id="quiet-over"
            onTap={() => {
              save('quiet', null)
              onClose()
            }}
          >
            {i18n._('可以聊了')}
          </Button>
        )}
      </View>
    </Sheet>
  )
}

export function CadenceSheet({ known, save, onClose }: SheetProps) {
  const { i18n } = useLingui()
  const chosen = known.sheet.cadenceDays ?? AS_RELATION
  return (
    <Sheet open title={i18n._('多久联系一次')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        <Chips
          id="cadence"
          options={[
            { value: AS_RELATION, name: i18n._('按关系来') },
            ...CADENCES.map((value) => ({ value: value as number, name: i18n._('{n} 天', { n: value }) })),
          ]}
          chosen={[chosen]}
          onToggle={(days) => {
            save('cadenceDays', days === AS_RELATION ? null : days)
            onClose()
          }}
        />
        <Text className="file-fact">{i18n._('从上次真正聊到她算起，没回的不算')}</Text>
      </View>
    </Sheet>
  )
}

export function SourceSheet({ known, save, onClose }: SheetProps) {
  const { i18n } = useLingui()
  const [kind, setKind] = useState(known.sheet.source?.kind ?? null)
  const [note, setNote] = useState(known.sheet.source?.note ?? '')
  const [error, setError] = useState('')
  const keep = () => {
    const child = wordChildFacts(note)
    if (child !== '') return setError(child)
    if (kind !== null) save('source', { kind, note: note.trim() })
    onClose()
  }
  return (
    <Sheet open title={i18n._('怎么认识的')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        <Chips
          id="source"
          options={SOURCES.map((value) => ({ value, name: wordSource(value, i18n) }))}
          chosen={kind === null ? [] : [kind]}
          onToggle={setKind}
        />
        <Field
          id="source-note"
          label={i18n._('补一句（可不写）')}
          value={note}
          onChange={(next) => {
            setNote(next)
            setError('')
          }}
          placeholder={i18n._('比如 林姐介绍的')}
          error={error || undefined}
          maxLength={SOURCE_NOTE_MAX}
        />
        <Button id="keep-source" disabled={kind === null} onTap={keep}>
          {i18n._('存好')}
        </Button>
      </View>
    </Sheet>
  )
}

export function TasteSheet({ known, save, onClose }: SheetProps) {
  const { i18n } = useLingui()
  const { taste } = known.sheet
  return (
    <Sheet open title={i18n._('爱听哪种讲法')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        <Chips
          id="taste"
          options={FORMS.map((value) => ({ value, name: wordForm(value, i18n) }))}
          chosen={taste === null ? [] : [taste]}
          onToggle={(form) => {
            save('taste', form === taste ? null : form)
            onClose()
          }}
        />
        <Text className="file-fact">{i18n._('这是你的感觉。她读出来的偏好在“关注什么”里')}</Text>
      </View>
    </Sheet>
  )
}
