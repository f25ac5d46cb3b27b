// A labelled line or block of text that a person types.
import { Input, Text, Textarea, View } from '@tarojs/components'
import { describe } from './a11y'
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

/** In a browser the name belongs to the field inside Taro's element. */
const named = (label: string, wrong: boolean): Record<string, unknown> =>
  process.env.TARO_ENV === 'h5'
    ? { nativeProps: { 'aria-label': label, 'aria-invalid': wrong } }
    : { ariaLabel: label, placeholderClass: 'field-placeholder' }

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
    ...named(label, Boolean(error)),
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
      {error ? (
        <Text className="field-error" {...describe('alert')}>
          {error}
        </Text>
      ) : (
        hint && <Text className="field-hint">{hint}</Text>
      )}
    </View>
  )
}
