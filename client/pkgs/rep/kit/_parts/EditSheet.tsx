// 自己改改: her text in her own words. The only file that brings the rules of own edits to the phone: they weigh about 110 KB.
import { useLingui } from '@lingui/react'
import { AD_WORDS } from '@shared/domain/advert/words.data'
import { POST_TEXT_MAX } from '@shared/domain/limits'
import { judgeEdit } from '@shared/domain/own-edit'
import { Text, Textarea, View } from '@tarojs/components'
import type { OpenedKit } from '@/features/kit/use-kits'
import { currentLang } from '@/platform/lang'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { EditFindings } from './EditFindings'
import { FoldMeter } from './FoldMeter'
import { useEdit } from './use-edit'
import './EditSheet.scss'

type Props = { kit: OpenedKit; offline: boolean; onClose: () => void }

const whyOf = (ruleId: string): string => AD_WORDS.find(({ id }) => id === ruleId)?.why[currentLang()] ?? ''

function Area({ text, label, onWrite }: { text: string; label: string; onWrite: (text: string) => void }) {
  return (
    <Textarea
      id="own-text"
      className="edit-area"
      value={text}
      maxlength={POST_TEXT_MAX}
      fixed // WeChat: the sheet does not scroll with the page
      cursorSpacing={120}
      onInput={(event) => onWrite(event.detail.value)}
      {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : { ariaLabel: label })}
    />
  )
}

export function EditSheet({ kit, offline, onClose }: Props) {
  const { i18n } = useLingui()
  const edit = useEdit(kit, (text) => judgeEdit(text.trim(), kit), onClose)
  const { text, rows, sending } = edit
  const changed = text.trim() !== kit.text
  const mayStore = edit.verdict.ok && changed && text.trim() !== '' && !offline
  const close = () => {
    edit.keep() // before the page is drawn again: it says whether something waits to be stored
    onClose()
  }
  const storeWords = rows.length > 0 ? i18n._('先改好标出的 {n} 处', { n: rows.length }) : i18n._('存好')
  return (
    <View className="edit-layer">
      <Sheet open title={i18n._('自己改改')} closeLabel={i18n._('关上')} onClose={close}>
        <View className="edit">
          {edit.found && changed ? (
            <View className="edit-found">
              <Text className="edit-note">{i18n._('上次没存的改动还在')}</Text>
              <Button kind="quiet" small onTap={edit.forget}>
                {i18n._('不要了')}
              </Button>
            </View>
          ) : (
            <Text className="edit-note">{i18n._('价格、日期、品名这些事实原样留着，说法随你改')}</Text>
          )}
          <Area text={text} label={i18n._('你的文案')} onWrite={edit.write} />
          <View className="edit-meters">
            <Text className="edit-note">{i18n._('{n}/{max} 字', { n: text.length, max: POST_TEXT_MAX })}</Text>
            <FoldMeter text={text.trim()} />
          </View>
          <EditFindings rows={rows} why={whyOf} onFix={edit.fix} />
          {edit.error !== '' && (
            <Text className="edit-error" {...describe('alert')}>
              {edit.error}
            </Text>
          )}
          {offline && <Text className="edit-note">{i18n._('没有网络，写的先留在这台手机上，连上后再存')}</Text>}
          <Button id="store-own" busy={sending} disabled={!mayStore} onTap={() => void edit.store()}>
            {storeWords}
          </Button>
          {(kit.text !== kit.dealt || changed) && (
            <Button
              kind="quiet"
              disabled={sending || (offline && kit.text !== kit.dealt)}
              onTap={() => void edit.restore()}
            >
              {i18n._('恢复总部给的版本')}
            </Button>
          )}
        </View>
      </Sheet>
    </View>
  )
}
