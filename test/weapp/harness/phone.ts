// What can a test do with a phone that has Ripple on it, and what can it look at afterwards?
import type { HeldClock } from './clock'
import type { Dict } from './compile'
import type { SetData } from './engine'
import type { Hand } from './hand'
import type { Answers, LogEntry } from './wx/host'
import type { SavedImage } from './wx/permission'

export type WeappOptions = {
  /** Folder of the build; default dist/weapp. */
  dist?: string
  cloud?: { url: string; openid: string; env?: string }
  launch: { path: string; query?: Record<string, string>; scene?: number; chatType?: number }
  /** The phone's memory; the same map for a second launch on the same phone. */
  storage?: Map<string, string>
  /** A folder for the phone's files; the same one for a second launch. Without it they go with the phone. */
  disk?: string
  answers?: Partial<Answers>
  /** The phone's time, held by the test; else it is the machine's. */
  clock?: HeldClock
}
export type Shared = Dict & { title?: string; path?: string; query?: string; imageUrl?: string }

export type Weapp = Hand & {
  launch(): Promise<void>
  /** The page in front. */
  page(): { path: string; options: Dict; element: Element; stack: string[] }
  /** Says to whoever observes it that the element is in view by `ratio`. Returns how many heard. */
  intersect(target: string | Element, ratio: number): Promise<number>
  /** Scrolls the page to a position, or until an element stands at the top. */
  scroll(to: number | string): Promise<void>
  /** How far down the page is scrolled, in px. */
  scrolled(): number
  share(): Promise<Shared | undefined>
  shareTimeline(): Shared | undefined
  /** What open-type="share" buttons gave, in order. */
  readonly shares: Shared[]
  back(): Promise<void>
  /** Calls a wx API as the app would. */
  call(api: string, args?: Dict): Promise<unknown>
  /** What getApp() gives. */
  app(): unknown
  pullDown(): void
  background(): void
  foreground(entry?: { path?: string; scene?: number; query?: Dict }): void
  /** The page in front is closed. */
  unload(): void
  online(isOnline: boolean): void
  readonly answers: Answers
  readonly log: LogEntry[]
  readonly errors: string[]
  readonly warnings: string[]
  /** APIs that the app asked for and this phone lacks. */
  readonly missing: Set<string>
  readonly apiNames: string[]
  readonly setData: SetData[]
  readonly storage: Map<string, string>
  readonly album: SavedImage[]
  clipboard(): string
  dispose(): void
}

export const NO_CLOUD = { url: 'http://127.0.0.1:9', openid: 'nobody' }
/** A person who agrees to everything, on a phone with signal. */
export const AGREEABLE: Answers = {
  privacy: 'agree',
  scope: () => true,
  setting: {},
  save: () => null,
  modal: () => true,
  actionSheet: () => 0,
  media: [],
  online: true,
  group: null,
  canvas: 'paints',
}
