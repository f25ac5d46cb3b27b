// `npm run i18n`: gathers every message of the client, refuses what is not translated, compiles what the phone carries.
import { extractWords } from './words/extract-words'

if (!extractWords()) process.exitCode = 1
