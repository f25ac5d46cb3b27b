// Which tags does the rep give her by hand? Written, taken away, then kept all at once.
import { useLingui } from '@lingui/react'
import { TAG_MAX, TAGS_GIVEN_MAX } from '@shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { tagContact } from '@/features/contact/acts'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'

type Props = { contact: { contactId: string; given: string[] }; onClose: () => void }

/** With what is still in the field: nobody loses a word because she did not press 加上. */
const joined = (tags: readonly string[], typed: string): string[] => [
  ...new Set([...tags, ...typed.split(/[,，、\s]+/).filter((tag) => tag !== '' && tag.length <= TAG_MAX)]),
]

export function GivenSheet({ contact, onClose }: Props) {
  const { i18n } = useLingui()
  const [tags, setTags] = useState<string[]>(contact.given)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const all = joined(tags, typed)
  const full = all.length > TAGS_GIVEN_MAX
  const add = () => {
    setTags(all)
    setTyped('')
  }
  const keep = () => {
    setBusy(true)
    setError('')
    tagContact(contact.contactId, all)
      .then(onClose, (failure: unknown) => setError(errorText(failure)))
      .finally(() => setBusy(false))
  }
  return (
    <Sheet open title={i18n._('给她贴标签')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="given">
        <View className="given-tags">
          {tags.map((tag) => (
            <View
              key={tag}
              className="given-tag"
              {...tappable(i18n._('去掉 {tag}', { tag }), () => setTags(tags.filter((one) => one !== tag)))}
            >
              <Text className="given-word">{tag}</Text>
              <Text>✕</Text>
            </View>
          ))}
        </View>
        <Field
          id="tag"
          label={i18n._('新标签')}
          value={typed}
          onChange={setTyped}
          placeholder={i18n._('比如 敏感肌')}
          hint={i18n._('每个最多 {n} 个字，一共最多 {most} 个，只有你看得到', { n: TAG_MAX, most: TAGS_GIVEN_MAX })}
          error={full ? i18n._('太多了，先去掉几个') : undefined}
          maxLength={TAG_MAX}
          onConfirm={add}
        />
        <Button kind="plain" disabled={typed.trim() === '' || full} onTap={add}>
          {i18n._('加上')}
        </Button>
        {error !== '' && (
          <Text className="given-error" {...describe('alert')}>
            {error}
          </Text>
        )}
        <Button busy={busy} disabled={full} onTap={keep}>
          {i18n._('存好')}
        </Button>
      </View>
    </Sheet>
  )
}
