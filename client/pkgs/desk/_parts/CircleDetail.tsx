// One circle: how far its people have come, when and where they read, what they want that we have not written.
import { useLingui } from '@lingui/react'
import type { SeenCircle, ShownCircle } from '@shared/contracts/circle'
import { CircleBars } from './CircleBars'
import { wordChoice, wordHours, wordLevel } from './circle-words'
import { DeskFailed, DeskLoading } from './States'
import { useCircle } from './use-circles'

const percent = (share: number): number => Math.round(share * 100)

function Gaps({ gaps }: Pick<SeenCircle, 'gaps'>) {
  const { i18n } = useLingui()
  if (gaps.length === 0) return <p className="desk-note">{i18n._('没有明显的缺口，或者人数还太少')}</p>
  return (
    <div className="circles-scroll">
      <table className="circles-gaps">
        <thead>
          <tr>
            <th scope="col">{i18n._('话题')}</th>
            <th scope="col">{i18n._('想看的人')}</th>
            <th scope="col">{i18n._('近 60 天发了')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ topic, people, posts, share, postShare }) => (
            <tr key={topic}>
              <th scope="row">{topic}</th>
              <td className="desk-number">{i18n._('{n} 位，{share}%', { n: people, share: percent(share) })}</td>
              <td className="desk-number">{i18n._('{n} 篇，{share}%', { n: posts, share: percent(postShare) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Ideas({ ideas }: Pick<SeenCircle, 'ideas'>) {
  const { i18n } = useLingui()
  if (ideas.length === 0) return null
  return (
    <ol className="circles-ideas">
      {ideas.map(({ topic, people, posts, taste, value, hour }) => (
        <li key={topic}>
          <strong>{i18n._('写一篇“{topic}”', { topic })}</strong>
          <p>{i18n._('{people} 位想看，近 60 天发了 {posts} 篇', { people, posts })}</p>
          <p className="desk-note">
            {[
              taste && i18n._('多讲{taste}', { taste: wordChoice('taste', taste) }),
              value && i18n._('她们图{value}', { value: wordChoice('value', value) }),
              hour !== null && i18n._('{hours}发', { hours: wordHours(i18n, hour) }),
            ]
              .filter(Boolean)
              .join(i18n._('，'))}
          </p>
        </li>
      ))}
    </ol>
  )
}

export function CircleDetail({ circle }: { circle: ShownCircle }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = useCircle(circle.circleId)
  if (!data) return error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />
  const bars = (counts: SeenCircle['levels'], wordOf: (id: string) => string) =>
    counts.map(({ id, people }) => ({ id, people, label: wordOf(id) }))
  return (
    <section className="circles-detail" aria-label={i18n._('“{name}”这群人', { name: circle.name })}>
      <CircleBars title={i18n._('层级')} rows={bars([...data.levels].reverse(), wordLevel)} />
      <CircleBars title={i18n._('什么时候读')} rows={bars(data.hours, (id) => wordHours(i18n, Number(id.slice(1))))} />
      <CircleBars title={i18n._('信息来源')} rows={bars(data.informed, (id) => wordChoice('answers', id))} />
      <CircleBars title={i18n._('爱看')} rows={bars(data.tastes, (id) => wordChoice('taste', id))} />
      <CircleBars title={i18n._('图什么')} rows={bars(data.values, (id) => wordChoice('value', id))} />
      <CircleBars title={i18n._('导购是她的')} rows={bars(data.relations, (id) => wordChoice('relation', id))} />
      <div className="circles-part circles-wide">
        <h3>{i18n._('想看的，我们没发的')}</h3>
        <Gaps gaps={data.gaps} />
      </div>
      <div className="circles-part circles-wide">
        <h3>{i18n._('可以写什么')}</h3>
        <Ideas ideas={data.ideas} />
        {data.ideas.length === 0 && <p className="desk-note">{i18n._('等看得出缺口再说')}</p>}
      </div>
    </section>
  )
}
