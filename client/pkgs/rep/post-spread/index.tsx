// 怎么传开的: how one post of hers travelled, step by step: far, wide, how fast. Counts alone, nobody is in it.
import '../words'
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type PostTree, usePostSpread } from '@/features/spread/use-post-spread'
import { openTab, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { Empty } from '@/ui/States'
import { AboutPost } from '../_parts/AboutPost'
import { Steps } from './_parts/Steps'
import { wordScenes, wordTravel } from './_parts/words'
import './index.scss'

function Travelled({ title, tree }: { title: string; tree: PostTree }) {
  const { i18n } = useLingui()
  const from = wordScenes(tree.scenes, i18n)
  return (
    <View className="travel">
      <View className="travel-title" {...heading(1)}>
        {i18n._('《{title}》怎么传开的', { title })}
      </View>
      <View className="travel-facts">
        {wordTravel(tree, i18n).map((fact) => (
          <Text key={fact}>{fact}</Text>
        ))}
      </View>
      <Steps levels={tree.levels} />
      {from !== '' && <Text className="travel-note">{i18n._('从哪里打开的：{from}', { from })}</Text>}
      <Text className="travel-note">{i18n._('这里只有次数，不显示是谁；一两次不细说。转发不算业绩，也不排名')}</Text>
    </View>
  )
}

export default function PostSpreadPage() {
  const { i18n } = useLingui()
  const [postId] = useState(() => pageParams().p ?? '')
  const spread = usePostSpread(postId)
  useTitle(i18n._('怎么传开的'))
  usePullRefresh(spread.refetch)
  return (
    <AboutPost postId={postId} path="/pkgs/rep/post-spread/index" asked={spread}>
      {({ asOf, title, tree }) =>
        tree === null || asOf === null ? (
          <Empty
            level={1}
            title={i18n._('《{title}》还没有转发', { title })}
            hint={i18n._('你发出、客户转开之后，过几分钟这里有数')}
            action={i18n._('去动态')}
            onAction={() => openTab(TABS[1])}
          />
        ) : (
          <Travelled title={title} tree={tree} />
        )
      }
    </AboutPost>
  )
}
