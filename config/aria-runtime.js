// Tells Taro's runtime of the aria attributes, so that its short names for attributes are those of the templates.
import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA_COMPONENTS } from './aria-components.cjs'

mergeInternalComponents(ARIA_COMPONENTS)
