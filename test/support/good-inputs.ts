// Which input does the contract of each action take, in a world that has one of everything?
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf } from '../../shared/domain/day'
import { draftOf, newReadingId, newToken, reportOf } from './scenes'

/** What is there for the inputs to name. */
export type Live = { postId: string; token: string; contactId: string; readerKey: string; eventId: string }

const rule = { name: '换房', words: ['看房'], except: [], talk: '问问户型', days: 14, on: true }

const playWords = {
  ...{ name: '好久没聊', scene: 'comeback', kinds: [], relation: null, value: null, goal: '问个好' },
  ...{ steps: [{ name: '开口', say: ['最近都好吧？'], minutes: null }], dos: [], donts: [], lockedWords: [] },
}

/** What a rep keeps of a contact. */
const ofFile = (live: Live): Record<string, Record<string, unknown>> => ({
  'rep/sheet.see': { contactId: live.contactId },
  'rep/sheet.save': { contactId: live.contactId, from: { relation: null }, to: { relation: 'expert' } },
  'rep/note.write': {
    ...{ noteId: newReadingId(), contactId: live.contactId, groupId: null, kind: 'note' },
    ...{ text: '想换个餐椅', agoMs: 0, photos: [], purchase: null },
  },
  'rep/note.drop': { noteId: newReadingId() },
  'rep/promise.make': {
    ...{ promiseId: newReadingId(), contactId: live.contactId, text: '给她留一罐', dueDay: '2026-12-01' },
  },
  'rep/promise.keep': { promiseId: newReadingId(), kept: true, agoMs: 0 },
  'rep/promise.drop': { promiseId: newReadingId() },
  'rep/occasion.save': {
    ...{ occasionId: newReadingId(), contactId: live.contactId, kind: 'birthday', name: '生日' },
    ...{ calendar: 'lunar', month: 8, day: 15, leap: false, leadDays: 3 },
  },
  'rep/occasion.drop': { occasionId: newReadingId() },
})

/** A rep's day. */
const ofDay = (live: Live): Record<string, Record<string, unknown>> => ({
  'rep/talk.list': {},
  'rep/talk.tell': { day: dayOf(Date.now()), contactId: live.contactId, end: 'talked', from: null, agoMs: 0 },
  'rep/talk.limit': { aDay: 4 },
})

/** What HQ asks for, and what is painted. */
const ofHq = (live: Live): Record<string, Record<string, unknown>> => ({
  'hq/talk.reasons': {},
  'hq/playbook.list': {},
  'hq/playbook.save': { playbookId: 'play-1', baseVersion: 0, words: playWords },
  'hq/playbook.publish': { playbookId: 'play-1', version: 1 },
  'hq/playbook.retire': { playbookId: 'play-1', version: 1 },
  'hq/me.see': {},
  'hq/store.list': {},
  'hq/member.list': { successorsOf: 'rep-lin' },
  'hq/handover.begin': { fromId: 'rep-lin', toId: 'rep-wang' },
  'hq/handover.cancel': { fromId: 'rep-lin' },
  'hq/post.list': { cursor: undefined },
  'hq/post.see': { postId: live.postId },
  'hq/post.save': { postId: 'post-draft', baseVersion: 1, draft: draftOf() },
  'hq/post.publish': { postId: 'post-draft', version: 1, publishAt: null },
  'hq/post.recall': { postId: live.postId, reason: '活动结束' },
  'hq/pool.see': { postId: live.postId, version: 1 },
  'hq/pool.approve': { postId: live.postId, version: 1 },
  'hq/post.heat': { postId: live.postId, days: 7 },
  'hq/adoption.see': { days: 7 },
  'hq/plan.list': {},
  'hq/plan.save': {
    planId: 'plan-1',
    rev: 0,
    plan: {
      theme: '早八点育儿',
      weekdays: [1],
      items: [{ itemId: 'item-1', time: '08:30', act: '发早安清单', playbookId: null, postId: null }],
      storeIds: [],
    },
  },
  'hq/plan.drop': { planId: 'plan-1' },
  'hq/signal.list': {},
  'hq/signal.save': { ...rule, ruleId: 'rule-hq' },
  'hq/signal.drop': { ruleId: 'rule-hq' },
  'hq/wording.suggest': { text: '周末来店里坐坐，喝杯茶歇一歇。', lockedWords: [] },
  'render/image.prepare': { imageId: 'image-1', bytes: 100 },
  'render/image.intake': { imageId: 'image-1', fileId: 'cloud://x/raw/editor-1/image-1', kind: 'photo', alt: '' },
  'render/kit.paint': { postId: live.postId, version: 1, rolls: 0, indexes: [0] },
  'render/poster.paint': { postId: live.postId, version: 1, design: 'paper', kind: 'qr', lang: 'zh' },
  'render/avatar.prepare': {},
  'render/avatar.take': { fileId: 'cloud://x/raw/rep-lin/avatar-0123456789abcdef' },
  'render/photo.prepare': {},
  'render/photo.take': { fileId: 'cloud://x/raw/rep-lin/photo-0123456789abcdef' },
})

/** For each action an input that its contract takes; what is wrong is put into a copy of it. */
export const good = (live: Live): Record<string, Record<string, unknown>> => ({
  'reader/post.read': { token: live.token },
  'reader/reading.report': {
    readings: [reportOf({ postId: live.postId, token: live.token })],
  },
  'reader/share.record': { token: newToken(), parentToken: live.token, channel: 'link' },
  'reader/consent.give': {
    token: live.token,
    policyVersion: POLICY_VERSION,
    purposes: ['reading'],
    scene: 1007,
    readingIds: [newReadingId()],
  },
  'reader/consent.withdraw': {},
  'reader/handover.answer': {
    repId: 'rep-lin',
    answer: 'yes',
    policyVersion: POLICY_VERSION,
    purposes: ['reading'],
  },
  'reader/privacy.see': {},
  'reader/privacy.erase': { readingIds: [newReadingId()] },
  'reader/privacy.tags': { repId: 'rep-lin', on: true },
  'reader/privacy.drop-tag': { repId: 'rep-lin', tag: '遛娃' },
  'reader/privacy.introduce': { repId: 'rep-lin', name: '小美' },
  'rep/me.see': {},
  'rep/kit.list': {},
  'rep/kit.open': { postId: live.postId },
  'rep/kit.mark': { postId: live.postId, version: 1, mark: { mark: 'posted' } },
  'rep/kit.reroll': { postId: live.postId, version: 1, rolls: 0 },
  'rep/kit.repaint': { postId: live.postId, version: 1, rolls: 0 },
  'rep/kit.edit': { postId: live.postId, version: 1, text: null },
  'rep/share.record': { token: newToken(), postId: live.postId, channel: 'link' },
  'rep/poster.code': { postId: live.postId, token: newToken() },
  'rep/feed.list': { cursor: undefined },
  'rep/feed.watch': { since: Date.now() },
  'rep/feed.see': { at: Date.now() },
  'rep/post.readers': { postId: live.postId },
  'rep/contact.list': { cursor: undefined },
  'rep/contact.see': { contactId: live.contactId },
  'rep/contact.create': { contactId: newReadingId(), remark: '新来的' },
  'rep/contact.name': { eventId: newReadingId(), contactId: live.contactId, remark: '美' },
  'rep/contact.tag': { contactId: live.contactId, tags: ['爱问'] },
  'rep/contact.home': { act: 'leave', contactId: live.contactId },
  'rep/reader.link': { eventId: newReadingId(), readerKey: live.readerKey, act: 'own', contactId: null },
  'rep/link.undo': { eventId: newReadingId(), undoes: live.eventId },
  'rep/notice.see': {},
  'rep/notice.set': { on: true, quietFrom: 21, quietTo: 9 },
  'rep/notice.grant': { grantId: newReadingId(), channel: 'subscribe', accepted: true },
  'rep/reminder.list': {},
  'rep/reminder.snooze': { contactId: live.contactId, key: 'cadence', until: dayAfter(dayOf(Date.now()), 3) },
  'rep/signal.rules': {},
  'rep/signal.save': { ...rule, ruleId: 'rule-lin' },
  'rep/signal.drop': { ruleId: 'rule-lin' },
  'rep/signal.list': { cursor: undefined },
  'rep/group.list': {},
  'rep/group.save': { groupId: 'group-lin', from: { name: '早八点育儿' }, to: { name: '晚八点育儿' } },
  'rep/group.archive': { groupId: 'group-lin', archived: true },
  'rep/group.see': { groupId: 'group-lin' },
  'rep/group.tick': { groupId: 'group-lin', day: '2026-11-21', itemId: 'item-1', done: true },
  'rep/playbook.list': {},
  'rep/playbook.favour': { playbookId: 'ripple-thanks', on: true },
  'rep/coach.see': {},
  'rep/coach.tick': { exercise: 'same-hour', on: true },
  ...ofDay(live),
  ...ofFile(live),
  ...ofHq(live),
})
