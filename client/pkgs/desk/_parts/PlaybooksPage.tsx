// 套路: which playbooks HQ has written, how they stand and how they did; and those that come with the product.
import { PlusOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { PLAYBOOKS } from '@shared/domain/playbooks.data'
import { Button } from 'antd'
import { useHqPlays } from '@/features/playbook/use-hq-plays'
import { mintId } from '@/platform/mint'
import { useAddress } from './Address'
import { PlaybookBuiltIns } from './PlaybookBuiltIns'
import { PlaybookEditor } from './PlaybookEditor'
import { PlaybookTable } from './PlaybookTable'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import './playbook.scss'

function PlaybookList() {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { data, error, refetch } = useHqPlays()
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go({ play: mintId(), from: '' })}>
      {i18n._('新建套路')}
    </Button>
  )
  return (
    <section className="desk-list">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('套路')}</h1>
        {create}
      </div>
      {!data ? (
        error ? (
          <DeskFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <DeskLoading />
        )
      ) : data.playbooks.length > 0 ? (
        <PlaybookTable rows={data.playbooks} />
      ) : (
        <DeskEmpty title={i18n._('总部还没有写套路')} hint={i18n._('导购现在用的是下面自带的，可以照着写一份')} />
      )}
      <PlaybookBuiltIns />
    </section>
  )
}

export function PlaybooksPage() {
  const { address } = useAddress()
  const { data, error, refetch } = useHqPlays()
  const { play, from } = address
  if (!play) return <PlaybookList />
  if (!data) return error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />
  const stored = data.playbooks.find(({ playbookId }) => playbookId === play) ?? null
  const model = PLAYBOOKS.find(({ _id }) => _id === from) ?? null
  return <PlaybookEditor key={play} playbookId={play} stored={stored} model={model} />
}
