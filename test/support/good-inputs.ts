// Which input does the contract of each action take, in a world that has one of everything?
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf } from '../../shared/domain/day'
import { KOL_DEFAULTS } from '../../shared/domain/kol'
import { OFFER_TERMS_VERSION } from '../../shared/domain/submission'
import { draftOf, newReadingId, newToken, reportOf } from './scenes'

/** What is there for the inputs to name. */
export type Live = { postId: string; token: string; contactId: string; readerKey: string; eventId: string }

const rule = { name: '换房', words: ['看房'], except: [], talk: '问问户型', days: 14, on: true }

const circle = { name: '爱问的', about: '', rule: { event: 'consultation', withinDays: 90, is: 'at-least', n: 1 } }

const offeredWords = { words: '餐椅垫一块布，好洗', photos: [], rights: { mine: true, people: 'nobody' } }
const offered = { submissionId: 'offer-1', ...offeredWords, named: '', version: OFFER_TERMS_VERSION }

const columnWords = {
  ...{ name: '早八点育儿', weekdays: [1, 2, 3], time: '08:00', channels: ['moments'] },
  ...{ topicHint: '辅食', about: '每天一条带娃的小事', coverId: null },
}

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

/** What was sold. */
const ofDeals = (live: Live): Record<string, Record<string, unknown>> => ({
  'rep/deal.prepare': { contactId: live.contactId },
  'rep/deal.record': {
    ...{ dealId: newReadingId(), contactId: live.contactId, kind: 'first', agoMs: 0, noteId: null, talkDay: null },
    items: [{ productId: null, product: '水光精华', qty: 1, amountFen: 26_900, theirs: false, cycleDays: 60 }],
  },
  'rep/deal.undo': { dealId: 'deal-lin' },
  'rep/deal.refund': { dealId: 'deal-lin' },
  'rep/deal.list': { cursor: undefined },
  'rep/deal.credit': { dealId: 'deal-lin' },
  'hq/product.list': {},
  'hq/product.save': {
    ...{ productId: 'product-1', name: '水光精华', use: 'goods', theirs: false, priceFen: 26_900, costFen: 9_000 },
    ...{ cycleDays: 60, on: true, rev: 0 },
  },
  'hq/deal.import': {
    dry: true,
    rows: [{ line: 2, orderNo: 'A1', code: 'A001', day: '2026-11-21', product: '水光精华', qty: '1', amount: '269' }],
  },
  'hq/deal.list': { span: 'this-month', open: false },
  'hq/deal.see': { span: 'this-month' },
  'hq/deal.verify': { dealId: 'deal-lin' },
  'hq/cost.save': {
    ...{ costId: 'cost-1', teamId: 'team-1', day: '2026-11-21', kind: 'content', amountFen: 5_000, minutes: 0 },
    ...{ sold: null, words: '拍摄' },
  },
  'hq/cost.drop': { costId: 'cost-1' },
  'hq/profit.see': { span: 'this-month' },
})

/** What goes in and out. */
const ofExchange = (): Record<string, Record<string, unknown>> => ({
  'rep/contact.check': { rows: [{ remark: '小美', tags: [] }] },
  'rep/contact.import': {
    importId: newReadingId(),
    rows: [{ contactId: newReadingId(), remark: '小美', tags: ['爱问'], into: null }],
  },
  'rep/contact.imports': {},
  'rep/contact.unimport': { importId: newReadingId() },
  'rep/contact.export': { exportId: newReadingId(), cursor: undefined },
  'hq/export.begin': { exportId: newReadingId(), kind: 'members', days: 7 },
  'hq/export.page': { exportId: newReadingId(), cursor: undefined },
  'hq/export.list': { cursor: undefined },
  'hq/webhook.list': {},
  'hq/webhook.save': {
    ...{ webhookId: newReadingId(), rev: 0, name: '数仓', url: 'https://hooks.example.com/ripple' },
    ...{ events: ['post.published'], on: true, newSecret: false },
  },
  'hq/webhook.drop': { webhookId: newReadingId() },
  'hq/delivery.list': { webhookId: newReadingId(), cursor: undefined },
  'hq/delivery.replay': { deliveryId: 'post.published.1', replays: 0 },
  'hq/token.list': {},
  'hq/token.make': { tokenId: newReadingId(), name: '数仓', scopes: ['posts:read'], days: 30 },
  'hq/token.drop': { tokenId: newReadingId() },
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
  'hq/work.funnel': { postId: null, per: 'store', span: 'this-week' },
  'hq/work.curve': { postId: live.postId, span: 'this-week' },
  'hq/work.habit': { weeks: 4 },
  'hq/work.boards': { of: 'rep', span: 'this-month', storeId: null },
  'hq/work.families': { postId: live.postId, by: 'tone' },
  'hq/work.shelf': {},
  'hq/work.health': { per: 'store', span: 'this-week' },
  'hq/spread.see': { postId: null, per: 'store' },
  'hq/playbook.list': {},
  'hq/playbook.save': { playbookId: 'play-1', baseVersion: 0, words: playWords },
  'hq/playbook.publish': { playbookId: 'play-1', version: 1 },
  'hq/playbook.retire': { playbookId: 'play-1', version: 1 },
  'hq/me.see': {},
  'hq/store.list': {},
  'hq/handover.begin': { fromId: 'rep-lin', toId: 'rep-wang' },
  'hq/handover.cancel': { fromId: 'rep-lin' },
  'hq/post.list': { cursor: undefined },
  'hq/post.see': { postId: live.postId },
  'hq/post.save': { postId: 'post-draft', baseVersion: 1, draft: draftOf() },
  'hq/post.publish': { postId: 'post-draft', version: 1, publishAt: null },
  'hq/post.recall': { postId: live.postId, reason: '活动结束' },
  'hq/version.list': { postId: live.postId },
  'hq/version.see': { postId: live.postId, version: 1 },
  'hq/version.restore': { postId: 'post-draft', version: 1, baseVersion: 1 },
  'hq/presence.keep': { postId: live.postId, leaving: false },
  'hq/topic.suggest': { postId: live.postId, text: '周末遛娃', headings: ['公园'], topics: [] },
  'hq/check.see': { of: 'post', id: live.postId, version: 1 },
  'hq/check.ask': { of: 'post', id: live.postId, version: 1 },
  'hq/check.decide': { of: 'post', id: live.postId, version: 1, checkId: `post.${live.postId}.1.0`, ok: true },
  'hq/pool.see': { postId: live.postId, version: 1 },
  'hq/pool.approve': { postId: live.postId, version: 1 },
  'hq/post.submit': { postId: 'post-draft', version: 1, publishAt: null },
  'hq/post.approve': { postId: 'post-draft', version: 1, publishAt: null },
  'hq/post.return': { postId: 'post-draft', version: 1, notes: '补一张图' },
  'hq/post.withdraw': { postId: 'post-draft', version: 1 },
  'hq/review.approvers': { postId: 'post-draft' },
  'hq/review.list': { tab: 'submitted' },
  'hq/audit.list': { of: `post.${live.postId}` },
  'hq/audit.verify': {},
  'hq/recall.see': { postId: live.postId },
  'hq/post.place': { postId: 'post-draft', version: 1, at: Date.now() + 3_600_000, columnId: null },
  'hq/calendar.see': { from: '2026-11-23', to: '2026-11-29', regionId: null },
  'hq/calendar.fill': { moves: [{ postId: 'post-draft', version: 1, at: Date.now() + 3_600_000, columnId: null }] },
  'hq/column.list': {},
  'hq/column.save': { columnId: 'column-1', rev: 0, column: columnWords },
  'hq/column.drop': { columnId: 'column-1' },
  'hq/audience.count': { storeIds: [], regionIds: [], teamIds: [], kinds: [], tones: [], labels: [] },
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
  'hq/circle.list': {},
  'hq/circle.save': { ...circle, circleId: 'circle-1', rev: 0 },
  'hq/circle.see': { circleId: 'circle-1' },
  'hq/circle.preview': { rule: circle.rule },
  'hq/circle.drop': { circleId: 'circle-1' },
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

/** Regions, stores, people, and lists of them. */
const ofPeople: Record<string, Record<string, unknown>> = {
  'hq/org.see': {},
  'hq/region.save': { regionId: 'region-1', rev: 0, name: '华南', parentId: null },
  'hq/region.drop': { regionId: 'region-1' },
  'hq/store.save': {
    ...{ storeId: 'store-new', rev: 0 },
    store: { name: '新店', company: '东方母婴有限公司', brand: '东方母婴有限公司', kind: 'own', regionId: null },
  },
  'hq/team.save': { teamId: 'team-1', rev: 0, name: '一组', storeId: 'store-east' },
  'hq/team.drop': { teamId: 'team-1' },
  'hq/member.list': { successorsOf: 'rep-lin' },
  'hq/member.see': { memberId: 'rep-lin' },
  'hq/member.save': {
    ...{ memberId: 'rep-lin', rev: 0 },
    member: {
      ...{ name: '林小满', role: 'rep', kind: 'guide', storeId: 'store-east', teamId: null, tone: 'warm' },
      ...{ labels: [], code: '', account: '', scope: null },
    },
  },
  'hq/member.end': { memberId: 'editor-2' },
  'hq/member.invite': { memberId: 'rep-lin' },
  'hq/roster.list': {},
  'hq/roster.stage': {
    ...{ rosterId: 'roster-1', fileName: '名单.csv', print: '0123456789abcdef', parts: 1, rows: 1, n: 0 },
    part: [
      {
        ...{ line: 2, code: 'A1', name: '小新', account: '', kind: '', role: '', region: '', store: '东街店' },
        ...{ team: '', tone: '', labels: '', left: '', successor: '' },
      },
    ],
  },
  'hq/roster.check': { rosterId: 'roster-1' },
  'hq/roster.apply': { rosterId: 'roster-1' },
  'hq/roster.undo': { rosterId: 'roster-1' },
  'rep/invite.bind': { code: 'ABCD-2345' },
}

/** Partners, and what they are owed. */
const ofPartners = (live: Live): Record<string, Record<string, unknown>> => ({
  'reader/submission.offer': offered,
  'reader/submission.own': {},
  'reader/submission.answer': { submissionId: 'offer-1', round: 1, ...offeredWords },
  'reader/submission.withdraw': { submissionId: 'offer-1' },
  'rep/submission.offer': offered,
  'rep/submission.list': {},
  'rep/submission.answer': { submissionId: 'offer-1', round: 1, ...offeredWords },
  'rep/submission.withdraw': { submissionId: 'offer-1' },
  'hq/submission.list': { state: 'new' },
  'hq/submission.see': { submissionId: 'offer-1' },
  'hq/submission.ask': { submissionId: 'offer-1', round: 1, says: '能拍近一点吗' },
  'hq/submission.decline': { submissionId: 'offer-1', round: 1, reason: '和以前的太像' },
  'hq/submission.accept': { submissionId: 'offer-1', round: 1, postId: 'post-offer-1', looked: false },
  'hq/submission.retract': { submissionId: 'offer-1', reason: '本人来电' },
  'render/submission.prepare': {},
  'render/submission.take': { fileId: 'cloud://env.bucket/raw/offered/0123456789abcdef-0123456789012345678901' },
  'render/submission.intake': { submissionId: 'offer-1' },
  'reader/partner.see': {},
  'reader/partner.answer': { partnerId: 'partner-1', answer: 'yes', version: '2026-12-p1', payName: '何女士' },
  'reader/partner.leave': { partnerId: 'partner-1' },
  'reader/partner.dispute': { referralId: 'deal-1', says: '少算了一笔' },
  'rep/partner.list': {},
  'rep/partner.invite': { partnerId: 'partner-2', contactId: live.contactId },
  'rep/partner.uninvite': { partnerId: 'partner-1' },
  'rep/partner.claim': { dealId: 'deal-1', code: 'ABC234' },
  'rep/partner.referrals': { partnerId: 'partner-1' },
  'rep/partner.dispute': { referralId: 'deal-1', says: '不是她介绍的' },
  'hq/partner.list': {},
  'hq/ledger.see': { partnerId: 'partner-1' },
  'hq/ledger.verify': {},
  'hq/dispute.list': {},
  'hq/dispute.decide': { referralId: 'deal-1', decision: 'keep', grantFen: 0, reason: '核对无误' },
  'hq/payout.list': {},
  'hq/payout.make': { payoutId: 'payout-1' },
  'hq/payout.approve': { payoutId: 'payout-1' },
  'hq/payout.return': { payoutId: 'payout-1', reason: '名单有误' },
  'hq/payout.pay': { payoutId: 'payout-1' },
  'hq/payout.export': { payoutId: 'payout-1' },
})

/** Her own ladder, and key people with their support. */
const ofSupport = (live: Live): Record<string, Record<string, unknown>> => ({
  'rep/ladder.see': {},
  'rep/kol.list': { contactId: live.contactId },
  'rep/kol.note': { entryId: 'help-1', contactId: live.contactId, of: 'service', note: '教新妈妈用背带', agoMs: 0 },
  'rep/kol.give': { entryId: 'give-1', contactId: live.contactId, supportId: 'first-look', agoMs: 0 },
  'rep/kol.undo': { entryId: 'help-1' },
  'hq/kol.see': {},
  'hq/kol.save': { ...KOL_DEFAULTS },
  'hq/support.see': {},
  'hq/ops.see': {},
})

/** Polls and voices. */
const ofPolls = (): Record<string, Record<string, unknown>> => ({
  'reader/poll.see': { pollId: 'poll-1' },
  'reader/poll.vote': { pollId: 'poll-1', optionId: 'a', reason: null, agreedTo: '2026-12-v1' },
  'reader/poll.take-back': { pollId: 'poll-1' },
  'reader/poll.voices': {},
  'rep/poll.list': {},
  'rep/poll.see': { pollId: 'poll-1' },
  'rep/poll.vote': { pollId: 'poll-1', optionId: 'a', reason: '孩子喜欢' },
  'rep/poll.take-back': { pollId: 'poll-1' },
  'hq/poll.list': {},
  'hq/poll.see': { pollId: 'poll-1' },
  'hq/poll.save': {
    ...{
      pollId: 'poll-1',
      rev: 0,
      question: '周末带孩子去哪儿',
      whoMayVote: 'all',
      closesAt: Date.now() + 7 * 86_400_000,
    },
    options: [
      { id: 'a', text: '公园' },
      { id: 'b', text: '博物馆' },
    ],
  },
  'hq/poll.open': { pollId: 'poll-1', rev: 1 },
  'hq/poll.close': { pollId: 'poll-1', rev: 2 },
  'hq/poll.withdraw': { pollId: 'poll-1', rev: 3 },
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
  'reader/column.see': { columnId: 'column-1' },
  'reader/privacy.see': {},
  'reader/privacy.erase': { readingIds: [newReadingId()] },
  'reader/privacy.tags': { repId: 'rep-lin', on: true },
  'reader/privacy.spread': { repId: 'rep-lin', on: true },
  'reader/privacy.drop-tag': { repId: 'rep-lin', tag: '遛娃' },
  'reader/privacy.introduce': { repId: 'rep-lin', name: '小美' },
  ...ofPeople,
  'rep/me.see': {},
  'rep/kit.list': {},
  'rep/kit.open': { postId: live.postId },
  'rep/kit.mark': { postId: live.postId, version: 1, mark: { mark: 'posted' } },
  'rep/kit.reroll': { postId: live.postId, version: 1, rolls: 0 },
  'rep/kit.repaint': { postId: live.postId, version: 1, rolls: 0 },
  'rep/kit.edit': { postId: live.postId, version: 1, text: null },
  'rep/share.record': { token: newToken(), postId: live.postId, channel: 'link' },
  'rep/recall.know': { postId: live.postId, version: 1 },
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
  'rep/circle.list': {},
  'rep/circle.of': { contactId: live.contactId },
  'rep/circle.count': {},
  'rep/group.list': {},
  'rep/group.save': { groupId: 'group-lin', from: { name: '早八点育儿' }, to: { name: '晚八点育儿' } },
  'rep/group.archive': { groupId: 'group-lin', archived: true },
  'rep/group.see': { groupId: 'group-lin' },
  'rep/group.tick': { groupId: 'group-lin', day: '2026-11-21', itemId: 'item-1', done: true },
  'rep/playbook.list': {},
  'rep/playbook.favour': { playbookId: 'ripple-thanks', on: true },
  'rep/coach.see': {},
  'rep/coach.tick': { exercise: 'same-hour', on: true },
  'rep/spread.see': { part: 0 },
  'rep/spread.post': { postId: live.postId },
  'rep/spread.paths': { contactId: live.contactId },
  'rep/spread.influence': { contactId: live.contactId },
  ...ofDay(live),
  ...ofFile(live),
  ...ofDeals(live),
  ...ofHq(live),
  ...ofExchange(),
  ...ofPartners(live),
  ...ofPolls(),
  ...ofSupport(live),
})
