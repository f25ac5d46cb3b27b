// What is wrong with a row, in words that say what to do.
import type { I18n } from '@lingui/core'
import { type Fault, IMPORT_ROWS_MAX, IMPORT_TAGS_MAX } from '@shared/domain/contact-import'
import { REMARK_MAX, TAG_MAX } from '@shared/domain/limits'

export const wordFault = ({ fault, found }: Fault, i18n: I18n): string => {
  switch (fault) {
    case 'empty':
      return i18n._('没有名字')
    case 'too-long':
      return i18n._('名字太长，最多 {n} 个字', { n: REMARK_MAX })
    case 'tag-too-long':
      return i18n._('标签“{found}”太长，最多 {n} 个字', { found, n: TAG_MAX })
    case 'too-many-tags':
      return i18n._('标签太多，最多 {n} 个', { n: IMPORT_TAGS_MAX })
    case 'phone':
      return i18n._('有号码 {found}，去掉再导', { found })
    case 'child-facts':
      return i18n._('“{found}”认得出是哪个孩子，去掉再导', { found })
    case 'unsafe-text':
      return i18n._('微信不让用这些字，换个叫法')
    case 'twice':
      return i18n._('前面已经有一个“{found}”', { found })
    case 'not-yours':
      return i18n._('这位客户不在你名下了')
    case 'tags-full':
      return i18n._('她的标签已经满了')
    default:
      return i18n._('一次最多 {n} 人，这行没有导', { n: IMPORT_ROWS_MAX })
  }
}
