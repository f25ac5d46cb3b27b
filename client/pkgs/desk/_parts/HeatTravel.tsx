// How far did this post travel on, step by step? Counts in fives; through whom is between a rep and her customers.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import { type FirmSpread, useFirmSpread } from '@/features/spread/use-firm-spread'
import { useAddress } from './Address'
import { drawnCount, wordCount } from './work-words'

type Tree = NonNullable<FirmSpread['tree']>

function Steps({ levels }: Pick<Tree, 'levels'>) {
  const { i18n } = useLingui()
  const most = Math.max(1, ...levels.map(({ opened }) => drawnCount(opened)))
  return (
    <table className="desk-travel">
      <caption className="desk-note">{i18n._('一步一步：打开几次')}</caption>
      <tbody>
        {levels.map(({ shares, opened, deep }, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <tr key={step}>
            <th scope="row">{step === 0 ? i18n._('导购发的') : i18n._('第 {n} 步', { n: step })}</th>
            <td>
              <span className="desk-bar-track" aria-hidden="true">
                <span className="desk-bar-fill" style={{ width: `${(drawnCount(opened) / most) * 100}%` }} />
              </span>
              <span className="desk-note">
                {i18n._('打开 {opened}，细读 {deep}，转发 {shares}', {
                  opened: wordCount(opened, i18n),
                  deep: wordCount(deep, i18n),
                  shares: wordCount(shares, i18n),
                })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function HeatTravel({ postId }: { postId: string }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { data } = useFirmSpread(postId, 'store')
  if (!data?.tree) return null // it stands beside the heat, which says itself when it cannot be had
  const { tree, whole } = data
  return (
    <section className="desk-counted" aria-label={i18n._('传开多远')}>
      <h2 className="desk-travel-title">{i18n._('传开多远')}</h2>
      {tree.levels.length === 0 ? (
        <p className="desk-note">{i18n._('还没有 5 次以上的打开，不细说')}</p>
      ) : (
        <>
          <p>
            {i18n._('最远 {depth} 步，转得最多的一步 {width} 次', {
              depth: whole.depth,
              width: wordCount(tree.width, i18n),
            })}
          </p>
          {tree.halfLifeHours !== null && (
            <p>{i18n._('一半的阅读在头 {n} 小时里', { n: Math.max(1, tree.halfLifeHours) })}</p>
          )}
          <Steps levels={tree.levels} />
        </>
      )}
      <Button id="heat-spread" onClick={() => go({ post: '', view: '', at: 'spread', of: postId })}>
        {i18n._('按门店看')}
      </Button>
    </section>
  )
}
