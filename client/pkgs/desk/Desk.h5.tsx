// HQ's desk: our look for Ant Design, who may be here, and which of its places is open.
import './words'
import { useLingui } from '@lingui/react'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { lazy, Suspense, useEffect, useRef } from 'react'
import 'dayjs/locale/zh-cn'
import { isLapsed, openSignIn } from '@/features/member/entry'
import { useEditor } from '@/features/post/use-posts'
import type { Address } from '@/platform/address'
import { asShown } from '@/ui/error-text'
import { AddressProvider, useAddress } from './_parts/Address'
import { AuditPage } from './_parts/AuditPage'
import { CalendarPage } from './_parts/CalendarPage'
import { Editor } from './_parts/Editor'
import { ExchangePage } from './_parts/ExchangePage'
import { FitPage } from './_parts/FitPage'
import { HeatPage } from './_parts/HeatPage'
import { PartnersPage } from './_parts/PartnersPage'
import { PeoplePage } from './_parts/PeoplePage'
import { PlansPage } from './_parts/PlansPage'
import { PlaybooksPage } from './_parts/PlaybooksPage'
import { PostList } from './_parts/PostList'
import { ReviewPage } from './_parts/ReviewPage'
import { Shell } from './_parts/Shell'
import { SignalsPage } from './_parts/SignalsPage'
import { DeskFailed, DeskLoading } from './_parts/States'
import { useTheme } from './_parts/use-theme'
import { WorkPage } from './_parts/WorkPage'
import './_parts/desk.scss'
import './_parts/list.scss'
import './_parts/editor.scss'
import './_parts/pictures.scss'
import './_parts/marks.scss'
import './_parts/heat.scss'
import './_parts/phone.scss'
import './_parts/found.scss'
import './_parts/pool.scss'

const DealsPage = lazy(() => import('./_parts/DealsPage').then(({ DealsPage: Page }) => ({ default: Page })))
const CirclesPage = lazy(() => import('./_parts/CirclesPage').then((part) => ({ default: part.CirclesPage })))
const OffersPage = lazy(() => import('./_parts/OffersPage').then((part) => ({ default: part.OffersPage })))
const OpsPage = lazy(() => import('./_parts/OpsPage').then((part) => ({ default: part.OpsPage })))
const PollsPage = lazy(() => import('./_parts/PollsPage').then((part) => ({ default: part.PollsPage })))
const SpreadPage = lazy(() => import('./_parts/SpreadPage').then((part) => ({ default: part.SpreadPage })))
const SupportPage = lazy(() => import('./_parts/SupportPage').then((part) => ({ default: part.SupportPage })))

const HERE = '/pkgs/desk/home/index'

/** Who is nobody here goes to sign in and comes back to the same place. */
const goSignIn = (lapsed = false): void => {
  const query = window.location.hash.split('?')[1]
  openSignIn(query ? `${HERE}?${query}` : HERE, lapsed)
}

function Place({ address, isManager }: { address: Address; isManager: boolean }) {
  const { post, view } = address
  const at = address.at || (isManager ? 'people' : '')
  if (post && view === 'heat') return <HeatPage key={post} postId={post} />
  if (post) return <Editor key={post} postId={post} isNew={address.new === '1'} />
  if (at === 'fit') return <FitPage />
  if (at === 'exchange') return <ExchangePage />
  if (at === 'review') return <ReviewPage />
  if (at === 'audit') return <AuditPage />
  if (at === 'partners') return <PartnersPage />
  if (at === 'people') return <PeoplePage />
  if (at === 'playbooks') return <PlaybooksPage />
  if (at === 'calendar') return <CalendarPage />
  if (at === 'plans') return <PlansPage />
  if (at === 'deals')
    return (
      <Suspense fallback={<DeskLoading />}>
        <DealsPage />
      </Suspense>
    )
  if (at === 'circles')
    return (
      <Suspense fallback={<DeskLoading />}>
        <CirclesPage />
      </Suspense>
    )
  if (at === 'spread')
    return (
      <Suspense fallback={<DeskLoading />}>
        <SpreadPage />
      </Suspense>
    )
  if (at === 'support')
    return (
      <Suspense fallback={<DeskLoading />}>
        <SupportPage />
      </Suspense>
    )
  if (at === 'ops')
    return (
      <Suspense fallback={<DeskLoading />}>
        <OpsPage />
      </Suspense>
    )
  if (at === 'offers')
    return (
      <Suspense fallback={<DeskLoading />}>
        <OffersPage />
      </Suspense>
    )
  if (at === 'polls')
    return (
      <Suspense fallback={<DeskLoading />}>
        <PollsPage />
      </Suspense>
    )
  if (at === 'signals') return <SignalsPage />
  return at === 'effect' ? <WorkPage /> : <PostList />
}

function Places() {
  const { address } = useAddress()
  const editor = useEditor()
  const code = editor.error ? asShown(editor.error).code : ''
  const lapsed = isLapsed(editor.error)
  useEffect(() => {
    if (code === 'unauthenticated') goSignIn(lapsed)
  }, [code, lapsed])
  if (code === 'unauthenticated') return null
  return (
    <Shell name={editor.data?.name ?? ''} onSignedOut={goSignIn}>
      {code === 'forbidden' || (editor.error && !editor.data) ? (
        <DeskFailed error={editor.error} onRetry={() => void editor.refetch()} />
      ) : !editor.data ? (
        <DeskLoading />
      ) : (
        <Place address={address} isManager={editor.data.role === 'manager'} />
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
