// One rule of HQ's: written, changed, switched off, deleted.
import { useLingui } from '@lingui/react'
import type { ShownRule } from '@shared/contracts/signal'
import {
  SIGNAL_DAYS_MAX,
  SIGNAL_NAME_MAX,
  SIGNAL_TALK_MAX,
  SIGNAL_WORD_MAX,
  SIGNAL_WORDS_MAX,
} from '@shared/domain/limits'
import { Alert, Button, Drawer, Form, Input, InputNumber, Popconfirm, Select, Space, Switch } from 'antd'
import { useState } from 'react'
import { splitWords } from '@/features/signal/try-text'
import { useHqActs } from '@/features/signal/use-hq-signals'
import { mintId } from '@/platform/mint'
import { useClosing } from './use-closing'

type Fields = Omit<ShownRule, 'ruleId'>
const NEW: Fields = { name: '', words: [], except: [], talk: '', days: 14, on: true }
const BETWEEN = ['、', '，', ',', '；', ';']

/** Words typed one after the other, or pasted in one go. */
const Words = ({
  id,
  value = [],
  onChange,
}: {
  id?: string
  value?: string[]
  onChange?: (words: string[]) => void
}) => (
  <Select
    mode="tags"
    open={false}
    suffixIcon={null}
    tokenSeparators={BETWEEN}
    value={value}
    onChange={(words: string[]) => onChange?.(splitWords(words.join('、')))}
    {...(id === undefined ? {} : { id })}
  />
)

export function SignalsDrawer({ rule, onClose }: { rule: ShownRule | null; onClose: () => void }) {
  const { i18n } = useLingui()
  const [form] = Form.useForm<Fields>()
  const [ruleId] = useState(() => rule?.ruleId ?? mintId())
  const { wrong, busy, closeAfter } = useClosing(onClose)
  const { save, drop } = useHqActs()
  const fine = (_: unknown, words: string[] = []) =>
    words.length <= SIGNAL_WORDS_MAX && words.every((word) => word.length <= SIGNAL_WORD_MAX)
      ? Promise.resolve()
      : Promise.reject(
          new Error(
            i18n._('词太长或太多：每个最多 {n} 个字，最多 {m} 个', { n: SIGNAL_WORD_MAX, m: SIGNAL_WORDS_MAX }),
          ),
        )
  const needed = { required: true, message: i18n._('这一项要写') }
  return (
    <Drawer
      open
      size={480}
      title={rule ? i18n._('改商机词') : i18n._('加一条商机词')}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {i18n._('保存')}
          </Button>
          {rule && (
            <Popconfirm
              title={i18n._('删掉这条？以前听到的还在')}
              okText={i18n._('删掉')}
              cancelText={i18n._('不删')}
              onConfirm={() => closeAfter(drop(ruleId))}
            >
              <Button danger>{i18n._('删掉这条')}</Button>
            </Popconfirm>
          )}
        </Space>
      }
    >
      {wrong !== '' && <Alert type="error" title={wrong} showIcon className="signals-wrong" />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={rule ?? NEW}
        onFinish={({ talk, ...fields }) => closeAfter(save({ ruleId, ...fields, talk: talk.trim() }))}
      >
        <Form.Item name="name" label={i18n._('名字')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={SIGNAL_NAME_MAX} placeholder={i18n._('比如 换房')} />
        </Form.Item>
        <Form.Item
          name="words"
          label={i18n._('听到哪些词')}
          extra={i18n._('打一个回车一个，也可以用、隔开粘贴进来')}
          rules={[needed, { validator: fine }]}
        >
          <Words />
        </Form.Item>
        <Form.Item name="except" label={i18n._('哪些不算（可不写）')} rules={[{ validator: fine }]}>
          <Words />
        </Form.Item>
        <Form.Item name="talk" label={i18n._('可以聊什么（可不写）')}>
          <Input maxLength={SIGNAL_TALK_MAX} placeholder={i18n._('比如 问问想换多大的')} />
        </Form.Item>
        <Form.Item name="days" label={i18n._('听到后提醒几天')} rules={[needed]}>
          <InputNumber min={1} max={SIGNAL_DAYS_MAX} precision={0} />
        </Form.Item>
        <Form.Item name="on" label={i18n._('在用')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
