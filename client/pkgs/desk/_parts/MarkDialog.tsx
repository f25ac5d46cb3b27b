// What matters on a picture, marked before reps get it: its subject, and what is never cut into or covered.
import { useLingui } from '@lingui/react'
import { KEEP_OUT_MAX } from '@shared/domain/limits'
import { Button, Modal, Segmented } from 'antd'
import { useRef } from 'react'
import { addMiddle, hasRoom, type MarkKind, removeBox } from '@/features/post/marking'
import { MarkStage } from './MarkStage'
import type { MarkWork } from './use-mark-dialog'

const WIDE_PX = 920

type ToolsProps = { work: NonNullable<MarkWork['work']>; change: MarkWork['change']; onRemoved: () => void }

function Tools({ work, change, onRemoved }: ToolsProps) {
  const { i18n } = useLingui()
  const { marking } = work
  const { chosen } = marking
  return (
    <div className="mark-tools">
      <Segmented<MarkKind>
        aria-label={i18n._('现在标什么')}
        value={marking.kind}
        options={[
          { value: 'focus', label: i18n._('主体') },
          { value: 'keepOut', label: i18n._('不能裁也不能盖') },
        ]}
        onChange={(kind) => change((now) => ({ ...now, kind, chosen: null }))}
      />
      <Button id="mark-add" disabled={!hasRoom(marking)} onClick={() => change(addMiddle)}>
        {i18n._('放一个框')}
      </Button>
      <Button
        id="mark-remove"
        disabled={chosen === null}
        onClick={() => {
          if (chosen !== null) change((now) => removeBox(now, chosen))
          onRemoved()
        }}
      >
        {i18n._('删掉这个框')}
      </Button>
    </div>
  )
}

/** What the kind that is drawn now is for. */
function Meaning({ work }: Pick<ToolsProps, 'work'>) {
  const { i18n } = useLingui()
  const { marking } = work
  if (!hasRoom(marking)) return i18n._('最多标 {max} 处，删掉一处再标', { max: KEEP_OUT_MAX })
  return marking.kind === 'focus'
    ? i18n._('在图上拖出一个框：怎么裁，主体都留在画面里')
    : i18n._('价格、二维码、人脸，在图上一处拖一个框：谁的图和海报都不裁到它，也不盖住它')
}

export function MarkDialog({ marks }: { marks: MarkWork }) {
  const { i18n } = useLingui()
  const { work, change, keep, leave } = marks
  const all = useRef<HTMLDivElement>(null)
  /** The box that had the keys is gone: they go to where the next one is put, which may have been full until now. */
  const toAdding = () => void setTimeout(() => all.current?.querySelector<HTMLElement>('#mark-add')?.focus())
  return (
    <Modal
      open={work !== null}
      className="mark-dialog"
      width={WIDE_PX}
      centered
      title={i18n._('{name}：标要紧处', { name: work?.name ?? '' })}
      okText={i18n._('标好了')}
      cancelText={i18n._('不改了')}
      okButtonProps={{ id: 'mark-keep' }}
      mask={{ closable: false }}
      destroyOnHidden
      onOk={keep}
      onCancel={leave}
    >
      {work && (
        <div className="mark-work" ref={all}>
          <Tools work={work} change={change} onRemoved={toAdding} />
          <p className="desk-note" aria-live="polite">
            <Meaning work={work} />
          </p>
          <MarkStage
            image={work.image}
            dealt={work.dealt}
            marking={work.marking}
            onChange={change}
            onRemoved={toAdding}
          />
          {work.dealt && (
            <p className="desk-note">
              {work.image.kind === 'poster' ? i18n._('海报不裁边') : i18n._('边上蒙住的：有的导购的图会裁到这里')}
            </p>
          )}
          <p id="mark-keys" className="desk-note desk-wide">
            {i18n._('键盘：Tab 换框，方向键移动，Shift 加方向键改大小，Delete 删掉')}
          </p>
        </div>
      )}
    </Modal>
  )
}
