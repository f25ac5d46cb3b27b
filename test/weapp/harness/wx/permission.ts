// What must the person agree to first? WeChat's privacy popup, scope dialogs, the album and the clipboard behind them.
import type { Dict } from '../compile'
import type { PhoneFiles } from './files'
import { type Args, type Host, listeners, type Maker, Refused } from './host'

const ALBUM = 'scope.writePhotosAlbum'
const PRIVACY_REFUSED = { errno: 104 }
const SILENT_AFTER_REFUSAL_MS = 10_000

export type SavedImage = { path: string; bytes: Buffer }
export type Permissions = {
  readonly apis: Dict
  readonly saved: SavedImage[]
  clipboard(): string
  /** The agreePrivacyAuthorization button was pressed. */
  agreePrivacy(): void
  /** The settings page, as she leaves it. */
  settings(): Record<string, boolean>
}

type Decision = { event?: string; buttonId?: string }
type Asked = (resolve: (decision: Decision) => void, info: Dict) => void

export const createPermissions = (host: Host, make: Maker, files: PhoneFiles): Permissions => {
  const saved: SavedImage[] = []
  const scopes = new Map<string, boolean>()
  let agreed = false
  let refusedAt = Number.NEGATIVE_INFINITY
  let clipboard = ''
  let saves = 0
  let asked: Asked | null = null
  const captures = listeners<Dict>(host)

  const needPrivacy = async (referrer: string): Promise<void> => {
    if (agreed) return
    if (Date.now() - refusedAt < SILENT_AFTER_REFUSAL_MS)
      throw new Refused('privacy permission is not authorized', PRIVACY_REFUSED)
    host.log('popup.privacy', { referrer })
    const ask = asked
    if (ask) {
      const decision = await new Promise<Decision>((resolve) => ask(resolve, host.realm.into({ referrer })))
      agreed = decision.event === 'agree'
    } else agreed = host.answers.privacy === 'agree'
    if (agreed) return
    refusedAt = Date.now()
    throw new Refused('privacy permission is not authorized', PRIVACY_REFUSED)
  }
  /** Asked once; after a refusal only the settings page helps. */
  const needScope = (scope: string): void => {
    if (!scopes.has(scope)) {
      host.log('popup.scope', { scope })
      scopes.set(scope, host.answers.scope(scope))
      if (scopes.get(scope)) agreed = true // since 3.4.2 this dialog carries the privacy tick
    }
    if (!scopes.get(scope)) throw new Refused('auth deny')
  }
  const authSetting = (): Record<string, boolean> => Object.fromEntries(scopes)
  const settings = (): Record<string, boolean> => {
    host.log('popup.settings', {})
    for (const scope of scopes.keys()) scopes.set(scope, host.answers.setting[scope] ?? scopes.get(scope) ?? false)
    return authSetting()
  }

  const save = ({ filePath }: Args): void => {
    needScope(ALBUM)
    const reason = host.answers.save(++saves)
    if (reason !== null) throw new Refused(reason)
    const place = String(filePath)
    if (!/\.(jpe?g|png)$/i.test(place)) throw new Refused('file type not supported')
    saved.push({ path: place, bytes: files.read(place) })
  }
  const setClipboard = async ({ data }: Args): Promise<void> => {
    if (typeof data !== 'string') throw new Refused('parameter error: parameter.data should be String')
    await needPrivacy('setClipboardData')
    clipboard = data
    host.log('popup.toast', { title: '内容已复制' })
  }

  const apis: Dict = {
    saveImageToPhotosAlbum: make.async('saveImageToPhotosAlbum', save),
    setClipboardData: make.async('setClipboardData', setClipboard),
    getClipboardData: make.async('getClipboardData', async () => {
      await needPrivacy('getClipboardData')
      return { data: clipboard }
    }),
    requirePrivacyAuthorize: make.async('requirePrivacyAuthorize', () => needPrivacy('requirePrivacyAuthorize')),
    getPrivacySetting: make.async('getPrivacySetting', () => ({
      needAuthorization: !agreed,
      privacyContractName: '《涟漪小程序隐私保护指引》',
    })),
    onNeedPrivacyAuthorization: (ask: Asked) => {
      asked = ask
    },
    openPrivacyContract: make.async('openPrivacyContract', () => undefined),
    authorize: make.async('authorize', ({ scope }) => needScope(String(scope))),
    getSetting: make.async('getSetting', () => ({ authSetting: authSetting() })),
    openSetting: make.async('openSetting', () => ({ authSetting: settings() })),
    onUserCaptureScreen: captures.on,
    offUserCaptureScreen: captures.off,
  }
  return {
    apis,
    saved,
    clipboard: () => clipboard,
    settings,
    agreePrivacy: () => {
      agreed = true
    },
  }
}
