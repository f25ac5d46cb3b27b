// The versions of a post, newest first: who, when, and what changed in a word.
import { useLingui } from '@lingui/react'
import { type Lang, timeOf, wordInstant } from '@shared/domain/day'
import { Button, Select, Tag } from 'antd'
import type { VersionRow } from '@/features/post/use-versions'
import { wordPart } from './version-words'

const useWhen = () => {
  const { i18n } = useLingui()
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  return (at: number) => wordInstant(at, Date.now(), lang)
}

function Row({ row, isStored }: { row: VersionRow; isStored: boolean }) {
  const { i18n } = useLingui()
  const when = useWhen()
  const { byName, at, changes, out, restoredFrom, saves } = row
  const told = changes.length > 0 ? changes.map((part) => wordPart(i18n, part)).join(i18n._('、')) : i18n._('第一稿')
  return (
    <>
      <span className="version-row-head">
        <span>{byName || i18n._('更早的编辑')}</span>
        <span className="desk-note desk-number">{when(at)}</span>
      </span>
      <span className="desk-note">
        {restoredFrom === null ? told : i18n._('用回第 {n} 版', { n: restoredFrom })}
        {saves.length > 1 && ` · ${i18n._('存了 {n} 次', { n: saves.length })}`}
      </span>
      {(isStored || out) && (
        <span>
          {isStored && <Tag color="green">{i18n._('现在这版')}</Tag>}
          {out && <Tag>{i18n._('发出去过')}</Tag>}
        </span>
      )}
    </>
  )
}

type ListProps = {
  rows: readonly VersionRow[]
  chosen: number
  stored: number
  onPick: (version: number) => void
  more: { busy: boolean; ask: () => void } | null
}

export function VersionList({ rows, chosen, stored, onPick, more }: ListProps) {
  const { i18n } = useLingui()
  return (
    <div className="version-list">
      <p className="desk-note">{i18n._('同一个人 10 分钟内连着存的算一版；最近 200 次存的都能点开')}</p>
      <ol>
        {rows.map((row, at) => (
          <li key={row.version}>
            <button
              type="button"
              className={`version-row ${at === chosen ? 'version-row-on' : ''}`}
              aria-current={at === chosen}
              onClick={() => onPick(row.version)}
            >
              <Row row={row} isStored={row.version === stored} />
            </button>
          </li>
        ))}
      </ol>
      {more && (
        <Button block loading={more.busy} onClick={more.ask}>
          {i18n._('更早的')}
        </Button>
      )}
    </div>
  )
}

type SavesProps = { row: VersionRow; version: number; onPick: (version: number) => void }

/** Each time it was stored within one version. */
export function Saves({ row, version, onPick }: SavesProps) {
  const { i18n } = useLingui()
  if (row.saves.length < 2) return null
  return (
    <Select
      aria-label={i18n._('这一版里的哪一次')}
      value={version}
      options={row.saves.map((save) => ({
        value: save.version,
        label: i18n._('{time} 存的', { time: timeOf(save.at) }),
      }))}
      onChange={onPick}
    />
  )
}
