// The words of this subpackage, known from its first page on.
import { addWords } from '@/platform/lang'
import { messages as en } from './en'
import { messages as zh } from './zh'

addWords({ zh, en })
