// She leaves: who of the same firm follows, and in words what passes now and what waits for the customers.
import { useLingui } from '@lingui/react'
import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { type RepRow, useHandovers, useSuccessors } from '@/features/handover/use-people'
import { errorText } from '@/ui/error-text'
import { Field } from './Field'

function WhatPasses({ name }: { name: string }) {
  const { i18n } = useLingui()
  return (
    <ul className="desk-plain">
      <li>{i18n._('{name}的账号马上停用，看不到任何客户', { name })}</li>
      <li>{i18n._('她自己记下的客户、备忘、承诺、特殊日子和群，马上交接；没兑现的承诺由接手的人兑现')}</li>
      <li>{i18n._('客户同意后才有的阅读和关注，要等客户下次打开文章、看到说明并点「可以」才交接')}</li>
      <li>{i18n._('客户点「不用」，她的同意就结束；一直不答，什么也不交接，满 180 天清除')}</li>
    </ul>
  )
}

export function PeopleDialog({ from, onClose }: { from: RepRow | null; onClose: () => void }) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { begin } = useHandovers()
  const successors = useSuccessors(from?.memberId ?? null)
  const [toId, setToId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const options = (successors.data?.members ?? []).map(({ memberId, name, storeName }) => ({
    value: memberId,
    label: i18n._('{name} · {storeName}', { name, storeName }),
  }))
  const nobody = successors.data !== undefined && options.length === 0
  const failed = successors.error ? errorText(successors.error) : ''
  const go = async () => {
    if (!from || busy) return
    if (toId === null) return setWrong(i18n._('先选接手的人'))
    setBusy(true)
    try {
      await begin(from.memberId, toId)
      void message.success(i18n._('开始交接了，进度在这一行'))
      onClose()
    } catch (error) {
      setWrong(errorText(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open={from !== null}
      title={i18n._('{name} 离职交接', { name: from?.name ?? '' })}
      okText={i18n._('停用并交接')}
      cancelText={i18n._('先不办')}
      okButtonProps={{ danger: true, id: 'handover-confirm', disabled: nobody }}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <WhatPasses name={from?.name ?? ''} />
      <Field
        id="handover-to"
        label={i18n._('交给同公司的哪一位')}
        error={wrong || failed || (nobody ? i18n._('这家公司没有别的导购，请先绑定一位') : null)}
      >
        <Select
          id="handover-to"
          aria-describedby="handover-to-say"
          showSearch={{ optionFilterProp: 'label' }}
          loading={successors.isFetching}
          placeholder={i18n._('选一位导购')}
          value={toId}
          options={options}
          onChange={(value: string) => {
            setToId(value)
            setWrong('')
          }}
        />
      </Field>
    </Modal>
  )
}
