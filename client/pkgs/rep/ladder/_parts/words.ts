// How are the three steps told, what they stand on, and what could be done next?
import type { I18n } from '@lingui/core'
import type { LadderFact, LadderStep } from '@shared/domain/ladder'
import { openPage, openTab, TABS } from '@/platform/nav'

export const wordStep = (step: LadderStep, i18n: I18n): { name: string; about: string } => {
  switch (step) {
    case 'achievement':
      return { name: i18n._('做成了'), about: i18n._('自己把事做好：聊得来、说到做到、用自己的话') }
    case 'presence':
      return { name: i18n._('被听到'), about: i18n._('你的话进了大家的内容，你的看法有人看到') }
    case 'identity':
      return { name: i18n._('一起定'), about: i18n._('大家的看法里有你，也听进过别人的') }
  }
}

export const wordFact = (of: LadderFact, i18n: I18n): string => {
  switch (of) {
    case 'talk':
      return i18n._('聊好了')
    case 'promise':
      return i18n._('答应的做到了')
    case 'care':
      return i18n._('给客户答疑或小惊喜')
    case 'own-words':
      return i18n._('改成了自己的话')
    case 'exercise':
      return i18n._('试过一个练习')
    case 'submission':
      return i18n._('投稿被采用')
    case 'credit':
      return i18n._('内容里署了你的名')
    case 'vote':
      return i18n._('说了自己的看法')
    case 'moved':
      return i18n._('看了别人的，改了主意')
  }
}

export type Way = { words: string; name: string; go: () => void }
/** Where she can do it; what she cannot do by herself has no way. */
export const wayTo = (next: LadderFact, i18n: I18n): Way | null => {
  switch (next) {
    case 'promise':
      return {
        ...{ words: i18n._('答应客户一件小事，到日子做到'), name: i18n._('去看提醒') },
        go: () => openPage('/pkgs/rep/reminders/index'),
      }
    case 'talk':
      return {
        ...{ words: i18n._('找一位客户，先听她说'), name: i18n._('看今天和谁聊') },
        go: () => openTab(TABS[0]),
      }
    case 'care':
      return {
        ...{ words: i18n._('给一位客户答个疑，或一个小惊喜'), name: i18n._('去客户') },
        go: () => openTab(TABS[2]),
      }
    case 'own-words':
      return {
        ...{ words: i18n._('把一条文案改成你会对客户说的话'), name: i18n._('去今日') },
        go: () => openTab(TABS[0]),
      }
    case 'exercise':
      return {
        ...{ words: i18n._('试一个小练习'), name: i18n._('去看练习') },
        go: () => openPage('/pkgs/rep/playbooks/index?tab=coach'),
      }
    case 'submission':
      return {
        ...{ words: i18n._('把对客户有用的一招写下来，投给总部'), name: i18n._('去投稿') },
        go: () => openPage('/pkgs/rep/offers/index'),
      }
    case 'vote':
      return {
        ...{ words: i18n._('说说你的看法，也看看别人怎么想'), name: i18n._('去看看') },
        go: () => openPage('/pkgs/rep/polls/index'),
      }
    default:
      return null
  }
}
