// Which languages there are and where their words stand. Chinese text in the code is the source and the id.
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  locales: ['zh', 'en'],
  sourceLocale: 'zh',
  catalogs: [{ path: '<rootDir>/client/i18n/{locale}', include: ['client'], exclude: ['**/*.d.ts'] }],
  format: formatter({ lineNumbers: false, origins: false }),
  compileNamespace: 'ts',
  orderBy: 'messageId',
})
