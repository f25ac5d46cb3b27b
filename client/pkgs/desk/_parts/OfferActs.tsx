// Take it, ask her for something, or decline; what was taken can be taken back for her.
import { useLingui } from '@lingui/react'
import { isOpen, QUESTION_MAX } from '@shared/domain/submission'
import { Alert, App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { errorText } from '@/ui/error-text'
import { type HqOffer, useOfferDesk } from './use-offers-desk'

type Saying = 'ask' | 'decline' | 'retract'

const useActs = (offer: HqOffer) => {
  const desk = useOfferDesk(offer)
  const [busy, setBusy] = useState('')
  const [error, setError] = useState('')
  const run = async (name: string, act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(name)
    setError('')
    try {
      await act()
      return true
    } catch (failure) {
      setError(errorText(failure))
      return false
    } finally {
      setBusy('')
    }
  }
  return { desk, busy, error, run }
}
type Acts = ReturnType<typeof useActs>

function Say({ acts, saying, onDone }: { acts: Acts; saying: Saying; onDone: () => void }) {
  const { i18n } = useLingui()
  const [text, setText] = useState('')
  const label = {
    ask: i18n._('想请她改什么，她看得到'),
    decline: i18n._('为什么用不上，她看得到'),
    retract: i18n._('她是怎么要求收回的，别写她的名字'),
  }[saying]
  const name = { ask: i18n._('请她改'), decline: i18n._('谢绝'), retract: i18n._('替她收回') }[saying]
  const send = async () => {
    if (await acts.run(saying, () => acts.desk[saying](text.trim()))) onDone()
  }
  return (
    <div className="offer-say">
      <Input.TextArea
        aria-label={label}
        placeholder={label}
        maxLength={QUESTION_MAX}
        autoSize={{ minRows: 2 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="desk-row">
        <Button
          type="primary"
          danger={saying === 'retract'}
          disabled={text.trim() === ''}
          loading={acts.busy === saying}
          onClick={() => void send()}
        >
          {name}
        </Button>
        <Button onClick={onDone}>{i18n._('先不')}</Button>
      </div>
    </div>
  )
}

/** barred: there are words in it that may not stand; waiting: WeChat has not answered yet. */
export function OfferActs({ offer, barred, waiting }: { offer: HqOffer; barred: boolean; waiting: boolean }) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const acts = useActs(offer)
  const [saying, setSaying] = useState<Saying | null>(null)
  const [looked, setLooked] = useState(false)
  const accept = async () => {
    const done = await acts.run('accept', () => acts.desk.accept(looked))
    if (done) void message.success(i18n._('收下了，已经做成草稿'))
  }
  const open = isOpen(offer)
  if (!open && offer.state !== 'accepted') return null
  return (
    <div className="offer-desk-acts">
      {open && barred && <Alert type="warning" showIcon title={i18n._('里面有不能用的话，要先请她改，不能替她改')} />}
      {open && waiting && !barred && (
        <Checkbox checked={looked} onChange={({ target }) => setLooked(target.checked)}>
          {i18n._('微信还没查完，我自己看过了，没问题')}
        </Checkbox>
      )}
      {acts.error !== '' && <Alert type="error" showIcon title={acts.error} />}
      {saying === null ? (
        <div className="desk-row">
          {open && (
            <>
              <Button
                id="offer-accept"
                type="primary"
                disabled={barred || (waiting && !looked)}
                loading={acts.busy === 'accept'}
                onClick={() => void accept()}
              >
                {i18n._('收下，做成草稿')}
              </Button>
              <Button onClick={() => setSaying('ask')}>{i18n._('请她改')}</Button>
              <Button onClick={() => setSaying('decline')}>{i18n._('谢绝')}</Button>
            </>
          )}
          <Button danger type="text" onClick={() => setSaying('retract')}>
            {i18n._('替她收回')}
          </Button>
        </div>
      ) : (
        <Say acts={acts} saying={saying} onDone={() => setSaying(null)} />
      )}
    </div>
  )
}
