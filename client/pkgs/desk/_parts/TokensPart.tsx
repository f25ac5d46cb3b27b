// 令牌: which programs may ask us, for what, until when, and when did each last ask?
import { useLingui } from '@lingui/react'
import type { ShownApiToken } from '@shared/contracts/hook'
import { wordInstant } from '@shared/domain/day'
import { Alert, Button, Popconfirm, Table, Tag } from 'antd'
import { useState } from 'react'
import { useExchangeActs, useTokens } from '@/features/exchange/use-exchange'
import { wordScope } from '@/features/exchange/words'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { TokenDialog } from './TokenDialog'

const isOver = ({ revokedAt, expiresAt }: ShownApiToken): boolean => revokedAt !== null || expiresAt <= Date.now()

function State({ token }: { token: ShownApiToken }) {
  const { i18n } = useLingui()
  if (token.revokedAt !== null) return <Tag>{i18n._('已作废')}</Tag>
  return isOver(token) ? <Tag>{i18n._('已到期')}</Tag> : <Tag color="success">{i18n._('在用')}</Tag>
}

function TokensTable({ tokens, onDrop }: { tokens: readonly ShownApiToken[]; onDrop: (tokenId: string) => void }) {
  const { i18n } = useLingui()
  const word = (at: number | null) => (at === null ? i18n._('没用过') : wordInstant(at, Date.now(), currentLang()))
  return (
    <Table<ShownApiToken>
      className="desk-table"
      rowKey="tokenId"
      pagination={false}
      dataSource={[...tokens]}
      columns={[
        {
          title: i18n._('名字'),
          key: 'name',
          render: (_, token) => (
            <>
              {token.name} <State token={token} />
              <p className="desk-note">{i18n._('{name} 开的', { name: token.byName })}</p>
            </>
          ),
        },
        {
          title: i18n._('能做什么'),
          key: 'scopes',
          responsive: ['md'],
          render: (_, { scopes }) => scopes.map((scope) => wordScope(scope, i18n)).join(i18n._('、')),
        },
        { title: i18n._('到期'), key: 'until', responsive: ['md'], render: (_, token) => word(token.expiresAt) },
        { title: i18n._('上次用'), key: 'used', render: (_, token) => word(token.lastUsedAt) },
        {
          key: 'act',
          width: 96,
          render: (_, token) =>
            !isOver(token) && (
              <Popconfirm
                title={i18n._('作废后用它的程序马上连不上，作废？')}
                okText={i18n._('作废')}
                cancelText={i18n._('不作废')}
                onConfirm={() => onDrop(token.tokenId)}
              >
                <Button size="small" danger aria-label={i18n._('作废“{name}”', { name: token.name })}>
                  {i18n._('作废')}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  )
}

export function TokensPart() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useTokens()
  const { dropToken } = useExchangeActs()
  const [making, setMaking] = useState(false)
  const [wrong, setWrong] = useState('')
  const drop = (tokenId: string) => {
    setWrong('')
    dropToken(tokenId).catch((failure: unknown) => setWrong(errorText(failure)))
  }
  return (
    <>
      <div className="exchange-bar exchange-ends">
        <p className="desk-note">
          {i18n._('公司的其他系统凭令牌来查内容、员工和合计。客户是谁、读了什么，没有接口给')}
        </p>
        <Button type="primary" onClick={() => setMaking(true)}>
          {i18n._('开一个令牌')}
        </Button>
      </div>
      {wrong !== '' && <Alert type="error" title={wrong} showIcon className="exchange-told" />}
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data?.tokens.length === 0 && (
        <DeskEmpty title={i18n._('还没有令牌')} hint={i18n._('接口怎么用看 docs/api.md')} />
      )}
      {data && data.tokens.length > 0 && <TokensTable tokens={data.tokens} onDrop={drop} />}
      {making && <TokenDialog onClose={() => setMaking(false)} />}
    </>
  )
}
