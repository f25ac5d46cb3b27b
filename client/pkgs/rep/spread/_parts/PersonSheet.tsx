// Why does she matter, does it last, how to reach her, and who can introduce?
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { KeyPerson, ShownNode, ShownPerson, ShownSpread } from '@/features/spread/to-graph'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { Reach } from './Reach'
import { Ways } from './Ways'
import { wordBrought, wordPerson, wordStability, wordTerms } from './words'

function Why({ node, known }: { node: ShownNode; known: KeyPerson | undefined }) {
  const { i18n } = useLingui()
  return (
    <View className="spread-part">
      <View className="spread-head" {...heading(3)}>
        {i18n._('她带来了什么')}
      </View>
      <Text>{wordBrought(node, i18n)}</Text>
      {known && (
        <>
          <Text>
            {i18n._('带动 {score}，{stable}', {
              score: known.score.toFixed(1),
              stable: wordStability(known.terms, i18n),
            })}
          </Text>
          {wordTerms(known.terms, i18n).map((line) => (
            <Text className="spread-note" key={line}>
              {line}
            </Text>
          ))}
        </>
      )}
    </View>
  )
}

function Person({ person, node, known }: { person: ShownPerson; node: ShownNode; known: KeyPerson | undefined }) {
  const { i18n } = useLingui()
  return (
    <View className="spread-sheet">
      <Why node={node} known={known} />
      <Reach contactId={person.contactId} />
      <Ways contactId={person.contactId} />
      <Button kind="plain" onTap={() => openPage(`/pkgs/rep/contact/index?c=${person.contactId}`)}>
        {i18n._('看她的资料')}
      </Button>
    </View>
  )
}

type Props = { spread: ShownSpread; node: ShownNode | null; onClose: () => void }

export function PersonSheet({ spread, node, onClose }: Props) {
  const { i18n } = useLingui()
  const title =
    node?.kind === 'branch'
      ? node.people === 'few'
        ? i18n._('一两位没同意的读者')
        : i18n._('{n} 位没同意的读者', { n: node.people })
      : wordPerson(node?.person ?? null, i18n)
  return (
    <Sheet open={node !== null} title={title} closeLabel={i18n._('关上')} onClose={onClose}>
      {node?.kind === 'branch' && (
        <Text className="spread-note">{i18n._('她们没同意出现在这里，所以不显示是谁、什么时候、从哪来')}</Text>
      )}
      {node?.person && (
        <Person person={node.person} node={node} known={spread.keyPeople.find(({ key }) => key === node.key)} />
      )}
      {node?.kind === 'person' && !node.person && <Why node={node} known={undefined} />}
    </Sheet>
  )
}
