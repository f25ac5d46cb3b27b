// 关键人与支持: what she did for others, in which tier that puts her, and what was or is to be given to her for it.
import { useLingui } from '@lingui/react'
import { wordDay } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type KeyPerson, type KolList, useKeyPerson, useKolActs } from '@/features/support/use-kol'
import { wordContribution, wordNextTier, wordTier } from '@/features/support/words'
import { currentLang } from '@/platform/lang'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import { SupportSheet } from './SupportSheet'
import './Support.scss'

type Entry = { entryId: string | null; at: number; words: string }

const entriesOf = ({ because, given }: KeyPerson, i18n: ReturnType<typeof useLingui>['i18n']): Entry[] => {
  const helped = because.map(({ entryId, at, of, what }) => {
    const words = wordContribution(of, i18n)
    return { entryId, at, words: what === '' ? words : i18n._('{kind}：{note}', { kind: words, note: what }) }
  })
  const got = given.map(({ entryId, at, name }) => ({ entryId, at, words: i18n._('给了：{name}', { name }) }))
  return [...helped, ...got].sort((a, b) => b.at - a.at)
}

const SHOWN = 5

type KnownProps = { contactId: string; person: KeyPerson; tiers: KolList['tiers'] }

function Entries({ entries, onUndo }: { entries: readonly Entry[]; onUndo: (id: string) => void }) {
  const { i18n } = useLingui()
  const [all, setAll] = useState(false)
  return (
    <>
      {entries.slice(0, all ? entries.length : SHOWN).map(({ entryId, at, words }) => (
        <View className="support-row" key={`${entryId ?? words}.${at}`}>
          <View className="support-words">
            <Text>{words}</Text>
            <Text className="support-note">{wordDay(at, Date.now(), currentLang())}</Text>
          </View>
          {entryId !== null && (
            <Button kind="quiet" small about={words} onTap={() => onUndo(entryId)}>
              {i18n._('撤回')}
            </Button>
          )}
        </View>
      ))}
      {!all && entries.length > SHOWN && (
        <Button kind="quiet" small onTap={() => setAll(true)}>
          {i18n._('全部 {n} 条', { n: entries.length })}
        </Button>
      )}
    </>
  )
}

function Known({ contactId, person, tiers }: KnownProps) {
  const { i18n } = useLingui()
  const { give, undo } = useKolActs(contactId)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState('')
  const [error, setError] = useState('')
  const act = (id: string, work: Promise<unknown>) => {
    setBusy(id)
    setError('')
    void work.catch((failure: unknown) => setError(errorText(failure))).finally(() => setBusy(''))
  }
  const next = wordNextTier(person, tiers, i18n)
  return (
    <Card className="support">
      <View className="support-head">
        <Chip tone={person.tier ? 'accent' : 'plain'}>{wordTier(person.tier, tiers, i18n)}</Chip>
        {next !== '' && <Text className="support-note">{next}</Text>}
      </View>
      {person.due.map(({ supportId, name }) => (
        <View className="support-row" key={supportId}>
          <Text className="support-words">{i18n._('可以给：{name}', { name })}</Text>
          <Button
            kind="plain"
            small
            about={name}
            busy={busy === supportId}
            onTap={() => act(supportId, give(supportId))}
          >
            {i18n._('已给她')}
          </Button>
        </View>
      ))}
      <View {...describe('status')}>{error !== '' && <Text className="support-error">{error}</Text>}</View>
      <Entries entries={entriesOf(person, i18n)} onUndo={(id) => act(id, undo(id))} />
      <Text className="support-note">{i18n._('只看她帮了谁、给了什么；转发和带来多少阅读都不算')}</Text>
      <Button id="note-help" kind="plain" small onTap={() => setOpen(true)}>
        {i18n._('记一次她帮的忙')}
      </Button>
      {open && <SupportSheet contactId={contactId} onClose={() => setOpen(false)} />}
    </Card>
  )
}

export function Support({ contactId }: { contactId: string }) {
  const { i18n } = useLingui()
  const { data } = useKeyPerson(contactId)
  const person = data?.people[0]
  if (!data || !person) return null
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('关键人与支持')}
      </View>
      <Known contactId={contactId} person={person} tiers={data.tiers} />
    </>
  )
}
