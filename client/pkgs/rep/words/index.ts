// The words of this subpackage, known from its first page on.
import { addEnglish } from '@/platform/lang'
import { messages as en } from './en'

addEnglish(en)
