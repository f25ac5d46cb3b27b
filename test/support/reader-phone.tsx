// A reader's phone in a test: the page in its frame, and a cloud that writes down what it was asked.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, fireEvent, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import type { Output } from '../../shared/contracts'

configure({ asyncUtilTimeout: 4_000 }) // within jest's five seconds; a busy machine needs more than one

type Answer =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: string; message: string; trace: string; reason?: string } }
export type Asked = { action: string; payload: Record<string, unknown>; authorization: string | null }

export const asked: Asked[] = []
export const addresses: string[] = []
type Reply = Answer | 'no signal'
const answers = new Map<string, (payload: Record<string, unknown>) => Reply | Promise<Reply>>()

export const answer = (action: string, data: (payload: Record<string, unknown>) => unknown): void =>
  void answers.set(action, (payload) => ({ ok: true, data: data(payload) }))
export const refuse = (action: string, code: string): void =>
  void answers.set(action, () => ({ ok: false, error: { code, message: '', trace: 't1' } }))
/** As `refuse`, with the reason that the screens tell apart. */
export const refuseFor = (action: string, code: string, reason: string): void =>
  void answers.set(action, () => ({ ok: false, error: { code, message: '', trace: 't1', reason } }))
/** As `answer`, but it may refuse, depending on what it was asked. */
export const answerAsked = (action: string, reply: (payload: Record<string, unknown>) => Answer): void =>
  void answers.set(action, reply)
export const loseSignal = (action: string): void => void answers.set(action, () => 'no signal')

/** The answer that is set for it comes only when the returned function is called. */
export const hold = (action: string): (() => void) => {
  const known = answers.get(action)
  if (!known) throw new Error(`${action} has no answer to hold`)
  let release: () => void = () => undefined
  const held = new Promise<void>((ready) => {
    release = ready
  })
  answers.set(action, async (payload) => {
    await held
    return known(payload)
  })
  return release
}

const session = { access_token: 'a', refresh_token: 'r', expires_in: 7200 }

const answerFetch = async (url: string, init: { body?: string; headers?: Record<string, string> }) => {
  addresses.push(url)
  if (url.includes('/auth/v1/')) return new FakeResponse(session)
  const { action, payload } = JSON.parse(init.body ?? '{}') as Asked
  asked.push({ action, payload, authorization: init.headers?.authorization ?? null })
  const reply = (await answers.get(action)?.(payload)) ?? {
    ok: false,
    error: { code: 'internal', message: '', trace: '' },
  }
  if (reply === 'no signal') throw new TypeError('Failed to fetch')
  return new FakeResponse(reply)
}

class FakeResponse {
  readonly ok = true
  readonly status = 200
  constructor(private readonly body: unknown) {}
  async json(): Promise<unknown> {
    return this.body
  }
}

export const resetCloud = (): void => {
  asked.length = 0
  addresses.length = 0
  answers.clear()
  answer('reading.report', (payload) => ({
    accepted: (payload.readings as { readingId: string }[]).map((reading) => reading.readingId),
    later: [],
    nextBeatMs: 60_000,
  }))
  Object.assign(globalThis, { fetch: answerFetch })
}

export const callsOf = (action: string): Asked[] => asked.filter((each) => each.action === action)

export const demoPost = (): Output<'reader', 'post.read'> => ({
  article: {
    postId: 'a01',
    version: 1,
    title: '换季用精华，先分清缺水还是缺油',
    cover: null,
    sections: [
      { id: 'a01-s1', heading: '洗完脸等20分钟', paragraphs: ['照一照镜子。'], image: null },
      { id: 'a01-s2', heading: '读成分表', paragraphs: ['前几位看底子。'], image: null },
    ],
    publishedAt: 1_795_000_000_000,
    isAd: false,
  },
  token: 'TokenToken12',
  sender: {
    repId: 'rep1',
    repName: '林小满',
    storeName: '静安店',
    company: '涟漪护肤',
    brand: '涟漪护肤',
    franchise: false,
  },
  consent: 'none',
  policyVersion: '2026-12',
  handover: null,
})

/** Opens `Page`; give the promises of its first calls time with `await settle()`. */
export const open = (Page: ComponentType) => {
  i18n.loadAndActivate({ locale: 'zh', messages: {} })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>
    </I18nProvider>,
  )
  const refetch = (): void => void client.refetchQueries()
  return { ...page, refetch }
}

/** Types into the field of this id. */
export const fill = (id: string, value: string): void => {
  const field = document.getElementById(id) as HTMLElement
  fireEvent(field, new CustomEvent('input', { detail: { value } }))
}

/** Lets answers arrive and timers of `ms` pass; needs fake timers. */
export const settle = async (ms = 50): Promise<void> => {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(ms)
  })
}
