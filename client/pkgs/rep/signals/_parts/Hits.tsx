// Where were the words met lately? Who, which word, in what words where those are kept, and what to talk about.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { wordContact } from '@/features/contact/words'
import { wordNoteKind } from '@/features/file/note-words'
import { type ShownHits, useHits } from '@/features/signal/use-signals'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Failed, Skeleton } from '@/ui/States'
import { tappable } from '@/ui/tap'

type Hit = ShownHits['hits'][number]

function Around({ hit: { word, around } }: { hit: Hit }) {
  if (!around) return null
  return (
    <Text className="hit-around">
      {around.before}
      <Text className="hit-word">{word}</Text>
      {around.after}
    </Text>
  )
}

/** Of words that were not kept only those that were met are known: one line for all of them. */
function NotKept({ hits }: { hits: readonly Hit[] }) {
  const { i18n } = useLingui()
  const words = hits.filter(({ around }) => !around).map(({ word }) => word)
  if (words.length === 0) return null
  return (
    <Text className="signals-note">{i18n._('原话没有保存，说到了“{word}”', { word: words.join(i18n._('、')) })}</Text>
  )
}

function Row({ item }: { item: ShownHits }) {
  const { i18n } = useLingui()
  const { who, kind, at, hits } = item
  const name = who ? wordContact(who, i18n) : i18n._('群里')
  const source = `${wordInstant(at, Date.now(), currentLang())} · ${wordNoteKind(kind, i18n)}`
  const said = hits.map((hit) => `${hit.name} ${hit.word} ${hit.talk}`).join(' ')
  const open = who
    ? tappable(`${name} ${source} ${said}`, () => openPage(`/pkgs/rep/contact/index?c=${who.contactId}`))
    : {}
  return (
    <View className={who ? 'hit hit-open' : 'hit'} {...open}>
      <View className="hit-head">
        <Text className="hit-who">{name}</Text>
        {[...new Set(hits.map((hit) => hit.name))].map((rule) => (
          <Chip key={rule} tone="warm">
            {rule}
          </Chip>
        ))}
      </View>
      <Text className="signals-note">{source}</Text>
      <NotKept hits={hits} />
      {hits.map((hit, n) => (
        <View className="hit-why" key={`${hit.ruleId}.${hit.word}`}>
          <Around hit={hit} />
          {hit.talk !== '' && hits[n + 1]?.talk !== hit.talk && (
            <Text className="signals-note">{i18n._('可以聊：{talk}', { talk: hit.talk })}</Text>
          )}
        </View>
      ))}
    </View>
  )
}

export function Hits() {
  const { i18n } = useLingui()
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useHits()
  if (!data)
    return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={2} />
  const items = data.pages.flatMap((page) => page.items)
  return (
    <View className="hits">
      {items.length === 0 && (
        <Text className="signals-note">{i18n._('还没有。记备忘、粘贴她的话时听到商机词，会列在这里')}</Text>
      )}
      {items.map((item) => (
        <Row key={item.noteId} item={item} />
      ))}
      {hasNextPage && (
        <Button kind="plain" busy={isFetching} onTap={() => void fetchNextPage()}>
          {i18n._('看更早的')}
        </Button>
      )}
    </View>
  )
}
