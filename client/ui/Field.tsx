// A labelled line or block of text that a person types.
import { Input, Text, Textarea, View } from '@tarojs/components'
import './Field.scss'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  hint?: string
  error?: string
  maxLength?: number
  password?: boolean
  lines?: number
  id?: string
  onConfirm?: () => void
}

export function Field({
  label,
  value,
  onChange,
  placeholder,
  hint,
  error,
  maxLength = 140,
  password,
  lines = 1,
  id,
  onConfirm,
}: Props) {
  const common = {
    ...(id ? { id } : {}),
    value,
    placeholder,
    maxlength: maxLength,
    className: 'field-input',
    ariaLabel: label,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <View className={`field ${error ? 'field-wrong' : ''}`}>
      <Text className="field-label">{label}</Text>
      {lines > 1 ? (
        <Textarea {...common} autoHeight style={{ minHeight: `${lines * 1.5}em` }} />
      ) : (
        <Input {...common} password={password ?? false} onConfirm={onConfirm} />
      )}
      {(error || hint) && <Text className={error ? 'field-error' : 'field-hint'}>{error ?? hint}</Text>}
    </View>
  )
}
