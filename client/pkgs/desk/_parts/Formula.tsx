// How is this number made? One tap beside it: the words of its formula, and the parts it was made of.
import { InfoCircleOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Button, Popover } from 'antd'
import './formula.scss'

export type FormulaPart = { label: string; value: string }
type Props = { of: string; words: string; parts?: readonly FormulaPart[] }

export function Formula({ of, words, parts = [] }: Props) {
  const { i18n } = useLingui()
  const how = (
    <div className="formula">
      <p>{words}</p>
      {parts.length > 0 && (
        <dl className="formula-parts">
          {parts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="desk-number">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
  return (
    <Popover trigger="click" title={of} content={how}>
      <Button
        className="formula-button"
        type="text"
        size="small"
        icon={<InfoCircleOutlined />}
        aria-label={i18n._('{name}怎么算的', { name: of })}
      />
    </Popover>
  )
}
