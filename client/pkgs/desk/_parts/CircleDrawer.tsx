// A circle is written: its name, and its rule built from conditions; how many that would be stands below before it is saved.
import { useLingui } from '@lingui/react'
import type { ShownCircle, ShownCircles } from '@shared/contracts/circle'
import type { Rule } from '@shared/domain/circle'
import { CIRCLE_ABOUT_MAX, CIRCLE_NAME_MAX, checkRule } from '@shared/domain/circle-check'
import { ruleInWords } from '@shared/domain/circle-words'
import { Alert, Button, Drawer, Form, Input, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { CircleRule } from './CircleRule'
import { nameIn } from './CircleTable'
import { wordPeople } from './circle-words'
import { useCircleActs, useCirclePreview } from './use-circles'
import { useClosing } from './use-closing'

const NEW: Rule = { all: [{ event: 'consultation', withinDays: 90, is: 'at-least', n: 1 }] }
/** At the top there is always a group, so that a condition can be added. */
const asGroup = (rule: Rule): Rule => ('all' in rule || 'any' in rule ? rule : { all: [rule] })

function Preview({ rule, data }: { rule: Rule; data: ShownCircles }) {
  const { i18n } = useLingui()
  const isWhole = checkRule(rule).ok
  const { data: found, error } = useCirclePreview(isWhole ? rule : null)
  return (
    <div className="circles-preview" aria-live="polite">
      <p className="circles-rule">{ruleInWords(rule, currentLang(), nameIn(data))}</p>
      {!isWhole && <p className="desk-wrong">{i18n._('还有条件没选完')}</p>}
      {isWhole && error && <p className="desk-wrong">{errorText(error)}</p>}
      {isWhole && found && (
        <p className="circles-n">
          {i18n._('{of}里有{people}', { of: wordPeople(i18n, found.of), people: wordPeople(i18n, found.people) })}
          {!found.whole && <span className="desk-note">{i18n._('（客户太多，只看了一部分）')}</span>}
        </p>
      )}
      {isWhole && found && found.stores.length > 0 && (
        <p className="desk-note">
          {found.stores
            .slice(0, 5)
            .map(({ name, people }) => `${name} ${wordPeople(i18n, people)}`)
            .join(i18n._('、'))}
        </p>
      )}
    </div>
  )
}

type Props = { circle: ShownCircle | null; data: ShownCircles; onClose: () => void }

export function CircleDrawer({ circle, data, onClose }: Props) {
  const { i18n } = useLingui()
  const [circleId] = useState(() => circle?.circleId ?? mintId())
  const [name, setName] = useState(circle?.name ?? '')
  const [about, setAbout] = useState(circle?.about ?? '')
  const [rule, setRule] = useState<Rule>(() => asGroup(circle?.rule ?? NEW))
  const { wrong, busy, closeAfter } = useClosing(onClose)
  const { save, drop } = useCircleActs()
  const isReady = name.trim() !== '' && checkRule(rule).ok
  return (
    <Drawer
      open
      size={720}
      title={circle ? i18n._('改圈层') : i18n._('加一个圈层')}
      onClose={onClose}
      footer={
        <Space>
          <Button
            type="primary"
            loading={busy}
            disabled={!isReady}
            onClick={() =>
              closeAfter(save({ circleId, rev: circle?.rev ?? 0, name: name.trim(), about: about.trim(), rule }))
            }
          >
            {i18n._('保存')}
          </Button>
          {circle && (
            <Popconfirm
              title={i18n._('删掉这个圈层？客户都还在')}
              okText={i18n._('删掉')}
              cancelText={i18n._('不删')}
              onConfirm={() => closeAfter(drop(circleId))}
            >
              <Button danger>{i18n._('删掉这个圈层')}</Button>
            </Popconfirm>
          )}
        </Space>
      }
    >
      {wrong !== '' && <Alert type="error" title={wrong} showIcon />}
      <Form layout="vertical">
        <Form.Item label={i18n._('名字')} htmlFor="circle-name">
          <Input
            id="circle-name"
            value={name}
            maxLength={CIRCLE_NAME_MAX}
            placeholder={i18n._('比如 爱问的')}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={i18n._('这是些什么人（可不写）')} htmlFor="circle-about">
          <Input
            id="circle-about"
            value={about}
            maxLength={CIRCLE_ABOUT_MAX}
            onChange={(event) => setAbout(event.target.value)}
          />
        </Form.Item>
      </Form>
      <CircleRule rule={rule} data={data} onChange={setRule} depth={0} />
      <Preview rule={rule} data={data} />
    </Drawer>
  )
}
