// How far has it come? By portions; before the first is known, that it is under way.
import { Progress } from 'antd'

export function RosterProgress({ what, share }: { what: string; share: number | null }) {
  return (
    <div className="roster-step" role="status">
      <p>{what}</p>
      <Progress percent={share === null ? 0 : Math.round(share * 100)} status="active" />
    </div>
  )
}
