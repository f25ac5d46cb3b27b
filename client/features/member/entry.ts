// Coming in and going out: where a guide or an editor lands, and what this phone forgets when she leaves.
import { CallError, call } from '@/platform/call'
import { openPage, openTab, replacePage, TABS } from '@/platform/nav'
import { queries } from '@/platform/queries'
import { forgetHers, signOut } from '@/platform/session'
import { forget } from '@/platform/storage'

const SIGN_IN = '/pkgs/account/sign-in/index'
const DESK = '/pkgs/desk/home/index'

/** lapsed: nobody used her account for too long, and a code opens it again. */
export const openSignIn = (next?: string, lapsed = false): void => {
  const said = [...(next ? [`next=${encodeURIComponent(next)}`] : []), ...(lapsed ? ['lapsed=1'] : [])]
  replacePage(said.length ? `${SIGN_IN}?${said.join('&')}` : SIGN_IN)
}

export const isLapsed = (error: unknown): boolean => (error as { reason?: string } | null)?.reason === 'sign-in-lapsed'

/** From a guide's page: an editor bound in WeChat has no other way in. */
export const openDesk = (): void => openPage(DESK)

/** Only our own pages: an address from outside is never followed. */
const isOurs = (next: string): boolean => /^\/(pages|pkgs)\/[\w/-]+(\?[^#]*)?$/.test(next)

const open = (address: string): void => {
  const tab = TABS.find((known) => address.split('?')[0] === known)
  if (tab) openTab(tab)
  else replacePage(address)
}

/** After sign-in: where she wanted to go, else the guide's day, else the editor's desk. */
export const enter = async (next: string | undefined): Promise<void> => {
  queries.clear()
  forget('ripple.cache')
  if (next && isOurs(next)) return open(next)
  const isRep = await call('rep', 'me.see', {}).then(
    () => true,
    (error: unknown) => !(error instanceof CallError && error.code === 'forbidden'),
  )
  open(isRep ? TABS[0] : DESK)
}

/** What belongs to her does not stay for the next person at this browser. */
export const leave = async (): Promise<void> => {
  await signOut()
  queries.clear()
  await forgetHers()
  openSignIn()
}
