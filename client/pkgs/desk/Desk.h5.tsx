// HQ's desk: our look for Ant Design, who may be here, and which of its places is open.
import './words'
import { useLingui } from '@lingui/react'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { useEffect, useRef } from 'react'
import 'dayjs/locale/zh-cn'
import { useEditor } from '@/features/post/use-posts'
import type { Address } from '@/platform/address'
import { replacePage } from '@/platform/nav'
import { asShown } from '@/ui/error-text'
import { AddressProvider, useAddress } from './_parts/Address'
import { AdoptionPage } from './_parts/AdoptionPage'
import { Editor } from './_parts/Editor'
import { HeatPage } from './_parts/HeatPage'
import { PeoplePage } from './_parts/PeoplePage'
import { PlansPage } from './_parts/PlansPage'
import { PlaybooksPage } from './_parts/PlaybooksPage'
import { PostList } from './_parts/PostList'
import { Shell } from './_parts/Shell'
import { SignalsPage } from './_parts/SignalsPage'
import { DeskFailed, DeskLoading } from './_parts/States'
import { useTheme } from './_parts/use-theme'
import './_parts/desk.scss'
import './_parts/list.scss'
import './_parts/editor.scss'
import './_parts/pictures.scss'
import './_parts/marks.scss'
import './_parts/heat.scss'
import './_parts/phone.scss'
import './_parts/found.scss'
import './_parts/pool.scss'

const HERE = '/pkgs/desk/home/index'

/** Who is nobody here goes to sign in and comes back to the same place. */
const goSignIn = (): void => {
  const query = window.location.hash.split('?')[1]
  const next = query ? `${HERE}?${query}` : HERE
  replacePage(`/pkgs/account/sign-in/index?next=${encodeURIComponent(next)}`)
}

function Place({ address }: { address: Address }) {
  const { post, view, at } = address
  if (post && view === 'heat') return <HeatPage key={post} postId={post} />
  if (post) return <Editor key={post} postId={post} isNew={address.new === '1'} />
  if (at === 'people') return <PeoplePage />
  if (at === 'playbooks') return <PlaybooksPage />
  if (at === 'plans') return <PlansPage />
  if (at === 'signals') return <SignalsPage />
  return at === 'effect' ? <AdoptionPage /> : <PostList />
}

function Places() {
  const { address } = useAddress()
  const editor = useEditor()
  const code = editor.error ? asShown(editor.error).code : ''
  useEffect(() => {
    if (code === 'unauthenticated') goSignIn()
  }, [code])
  if (code === 'unauthenticated') return null
  return (
    <Shell name={editor.data?.name ?? ''} onSignedOut={goSignIn}>
      {code === 'forbidden' || (editor.error && !editor.data) ? (
        <DeskFailed error={editor.error} onRetry={() => void editor.refetch()} />
      ) : !editor.data ? (
        <DeskLoading />
      ) : (
        <Place address={address} />
      )}
    </Shell>
  )
}

export default function Desk() {
  const { i18n } = useLingui()
  const root = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const zh = i18n.locale !== 'en'
  dayjs.locale(zh ? 'zh-cn' : 'en')
  /** The page itself scrolls: what floats above it must leave together with it. */
  const within = () => root.current?.closest<HTMLElement>('.taro_page') ?? document.body
  return (
    <div className="desk" ref={root}>
      <ConfigProvider
        locale={zh ? zhCN : enUS}
        theme={theme}
        button={{ autoInsertSpace: false }}
        getPopupContainer={within}
        getTargetContainer={within}
      >
        <App message={{ getContainer: within }}>
          <AddressProvider>
            <Places />
          </AddressProvider>
        </App>
      </ConfigProvider>
    </div>
  )
}
