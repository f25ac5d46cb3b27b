// Which languages there are and where their words stand. Chinese text in the code is the source and the id.
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** Whose words a subpackage brings itself: its own and those of features that no other page uses. */
const REP = [
  'client/pkgs/rep',
  ...['circle', 'deal', 'file', 'group', 'import', 'playbook', 'reminder', 'signal', 'spread', 'support'].map(
    (name) => `client/features/${name}`,
  ),
]
const DESK = [
  'client/pkgs/desk',
  ...['audit', 'calendar', 'deal', 'exchange', 'people', 'post', 'playbook', 'file', 'group', 'signal', 'spread'].map(
    (name) => `client/features/${name}`,
  ),
]
/** Picking photos is part of a customer's page too: its words come with the app. */
const FILE = 'client/features/file'
const elsewhere = [...REP, ...DESK].map((folder) => (folder === FILE ? `${FILE}/!(PickPhotos).*` : `${folder}/**`))

export default defineConfig({
  locales: ['zh', 'en'],
  sourceLocale: 'zh',
  catalogs: [
    { path: '<rootDir>/client/i18n/{locale}', include: ['client'], exclude: ['**/*.d.ts', ...elsewhere] },
    { path: '<rootDir>/client/pkgs/rep/words/{locale}', include: REP },
    { path: '<rootDir>/client/pkgs/desk/words/{locale}', include: DESK },
  ],
  format: formatter({ lineNumbers: false, origins: false }),
  compileNamespace: 'ts',
  orderBy: 'messageId',
})
