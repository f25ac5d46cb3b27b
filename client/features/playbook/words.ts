// How playbooks and the coaching track are told in words: scenes, kinds of reps, what a line names, and what shows a step done.
import type { I18n } from '@lingui/core'
import type { CoachFact, CoachStep } from '@shared/domain/coaching'
import type { RepKind } from '@shared/domain/member'
import type { PlayFact } from '@shared/domain/play'
import type { Scene } from '@shared/domain/playbook'

export const wordScene = (scene: Scene, i18n: I18n): string => {
  switch (scene) {
    case 'new-friend':
      return i18n._('新朋友')
    case 'after-reading':
      return i18n._('读后第一聊')
    case 'objection':
      return i18n._('有顾虑')
    case 'thanks':
      return i18n._('道谢')
    case 'introduce':
      return i18n._('请她介绍')
    case 'group-session':
      return i18n._('群里讲')
    case 'comeback':
      return i18n._('好久不见')
    case 'occasion':
      return i18n._('特殊日子')
    case 'repurchase':
      return i18n._('该补了')
    case 'aftercare':
      return i18n._('用了几天')
    case 'promise':
      return i18n._('兑现承诺')
    case 'signal':
      return i18n._('商机')
    case 'micro-class':
      return i18n._('微课')
  }
}

export const wordKind = (kind: RepKind, i18n: I18n): string => {
  switch (kind) {
    case 'guide':
      return i18n._('导购')
    case 'salesman':
      return i18n._('销售')
    case 'teacher':
      return i18n._('老师')
    case 'service':
      return i18n._('服务')
  }
}

/** What stands in a line where a fact will be. */
export const wordFact = (fact: PlayFact, i18n: I18n): string => {
  switch (fact) {
    case 'topic':
      return i18n._('话题')
    case 'title':
      return i18n._('内容标题')
    case 'product':
      return i18n._('商品名')
    case 'occasion':
      return i18n._('日子')
    case 'promise':
      return i18n._('答应的事')
    case 'signal':
      return i18n._('她提过的事')
    case 'rep':
      return i18n._('你的名字')
  }
}

const SLOT = /\{(topic|title|product|occasion|promise|signal|rep)\}/g

/** 在看【话题】的内容: what she puts in herself stands in brackets. */
export const wordLine = (line: string, i18n: I18n): string =>
  line.replace(SLOT, (_, fact: PlayFact) => `【${wordFact(fact, i18n)}】`)
export const hasSlots = (line: string): boolean => line.search(SLOT) >= 0

/** null: too few have used it, or nobody. */
export const wordSuccess = (success: { talks: number; won: number } | null, i18n: I18n): string =>
  success ? i18n._('同事用过 {talks} 次，成了 {won} 次', success) : ''

export const wordCoachStep = (step: CoachStep, i18n: I18n): string => {
  switch (step) {
    case 'persona':
      return i18n._('定人设')
    case 'posting':
      return i18n._('发内容')
    case 'knowing':
      return i18n._('认客户')
    case 'talking':
      return i18n._('做沟通')
    case 'praise':
      return i18n._('成口碑')
  }
}

/** The task, as somebody would say it to her. */
export const wordTask = (step: CoachStep, i18n: I18n): string => {
  switch (step) {
    case 'persona':
      return i18n._('放上自己的头像，让人一眼认得你')
    case 'posting':
      return i18n._('两周里有一半的日子发一条，不用天天发')
    case 'knowing':
      return i18n._('给客户起好备注，写清怎么认识的')
    case 'talking':
      return i18n._('每天聊一两位，答应的事按时办')
    case 'praise':
      return i18n._('让人愿意细读你发的，也记得谢谢帮你的人')
  }
}

/** Where a step stands, in what was counted. */
export const wordMeasure = ({ fact, count, need }: { fact: CoachFact; count: number; need: number }, i18n: I18n) => {
  switch (fact) {
    case 'portrait':
      return count > 0 ? i18n._('头像有了') : i18n._('还没有头像')
    case 'posted-days':
      return i18n._('近 14 天发了 {count} 天，到 {need} 天就好', { count, need })
    case 'named':
      return i18n._('起了备注的客户 {count} 位，到 {need} 位就好', { count, need })
    case 'talks':
      return i18n._('近 14 天聊了 {count} 次，到 {need} 次就好', { count, need })
    case 'overdue':
      return count > 0 ? i18n._('有 {count} 件答应的事过期了', { count }) : i18n._('答应的事没有过期的')
    case 'brought':
      return i18n._('有 {count} 次转发被人细读，到 {need} 次就好', { count, need })
    case 'thanked':
      return i18n._('近 60 天好好谢过 {count} 次，到 {need} 次就好', { count, need })
  }
}

/** '' for one that this phone does not know yet. */
export const wordExercise = (id: string, i18n: I18n): string => {
  switch (id) {
    case 'three-words':
      return i18n._('用三个词说说自己是什么样的人')
    case 'first-hello':
      return i18n._('写一句自己的打招呼，念出来顺不顺')
    case 'own-first-line':
      return i18n._('发之前，第一句自己打')
    case 'same-hour':
      return i18n._('连着三天在同一个时间发')
    case 'remark-how-met':
      return i18n._('给三位客户补上怎么认识的')
    case 'relation-and-value':
      return i18n._('给三位客户选好你是她的什么人、她图什么')
    case 'ask-one-wait':
      return i18n._('只问一句，等她回')
    case 'write-promise':
      return i18n._('答应了什么，当场记下来')
    case 'thank-nothing-else':
      return i18n._('道一次谢，不带别的事')
    case 'ask-what-to-mend':
      return i18n._('问一位老客户：哪里还能做得好些')
    default:
      return ''
  }
}
