// The whole API on one screen: which function answers which action. Reply: {ok:true,data} | {ok:false,error}.
import type * as z from 'zod'
import * as contact from './contact'
import * as file from './file'
import * as group from './group'
import * as handover from './handover'
import * as kit from './kit'
import * as playbook from './playbook'
import * as post from './post'
import * as reading from './reading'
import * as reminder from './reminder'
import * as signal from './signal'
import * as talk from './talk'

export const api = {
  reader: {
    'post.read': reading.readPost,
    'reading.report': reading.reportReading,
    'share.record': reading.recordReaderShare,
    'consent.give': reading.giveConsent,
    'consent.withdraw': reading.withdrawConsent,
    'handover.answer': handover.answerHandover,
    'privacy.see': reading.seePrivacy,
    'privacy.erase': reading.erasePrivacy,
    'privacy.tags': reading.switchTags,
    'privacy.drop-tag': reading.dropTag,
    'privacy.introduce': reading.introduce,
  },
  rep: {
    'me.see': kit.seeMe,
    'kit.list': kit.listKits,
    'kit.open': kit.openKit,
    'kit.mark': kit.markKit,
    'kit.reroll': kit.rerollKit,
    'kit.repaint': kit.repaintKit,
    'kit.edit': kit.editKit,
    'share.record': kit.recordShare,
    'poster.code': kit.codePoster,
    'feed.list': contact.listFeed,
    'feed.watch': contact.watchFeed,
    'feed.see': contact.seeFeed,
    'post.readers': contact.readersOfPost,
    'contact.list': contact.listContacts,
    'contact.see': contact.seeContact,
    'contact.create': contact.createContact,
    'contact.name': contact.nameContact,
    'contact.tag': contact.tagContact,
    'contact.home': contact.homeContact,
    'reader.link': contact.linkReader,
    'link.undo': contact.undoLink,
    'notice.see': contact.seeWatch,
    'notice.set': contact.setWatch,
    'notice.grant': contact.grantNotice,
    'sheet.see': file.seeSheet,
    'sheet.save': file.saveSheet,
    'note.write': file.writeNote,
    'note.drop': file.dropNote,
    'promise.make': file.makePromise,
    'promise.keep': file.keepPromise,
    'promise.drop': file.dropPromise,
    'occasion.save': file.saveOccasion,
    'occasion.drop': file.dropOccasion,
    'reminder.list': reminder.listReminders,
    'reminder.snooze': reminder.snoozeReminder,
    'signal.rules': signal.seeSignalRules,
    'signal.save': signal.saveSignalRule,
    'signal.drop': signal.dropSignalRule,
    'signal.list': signal.listSignals,
    'group.list': group.listGroups,
    'group.save': group.saveGroup,
    'group.archive': group.archiveGroup,
    'group.see': group.seeGroup,
    'group.tick': group.tickGroup,
    'talk.list': talk.listTalks,
    'talk.tell': talk.tellTalk,
    'talk.limit': talk.limitTalks,
    'playbook.list': playbook.listPlaybooks,
    'playbook.favour': playbook.favourPlaybook,
    'coach.see': playbook.seeCoach,
    'coach.tick': playbook.tickCoach,
  },
  hq: {
    'me.see': post.seeEditor,
    'store.list': post.listStores,
    'member.list': handover.listMembers,
    'handover.begin': handover.beginHandover,
    'handover.cancel': handover.cancelHandover,
    'post.list': post.listPosts,
    'post.see': post.seePost,
    'post.save': post.savePost,
    'post.publish': post.publishPost,
    'post.recall': post.recallPost,
    'pool.see': post.seePool,
    'pool.approve': post.approvePool,
    'post.heat': post.seeHeat,
    'adoption.see': post.seeAdoption,
    'wording.suggest': post.suggestWordings,
    'signal.list': signal.listHqSignals,
    'signal.save': signal.saveHqSignal,
    'signal.drop': signal.dropHqSignal,
    'plan.list': group.listPlans,
    'plan.save': group.savePlan,
    'plan.drop': group.dropPlan,
    'talk.reasons': talk.seeReasons,
    'playbook.list': playbook.listHqPlaybooks,
    'playbook.save': playbook.savePlaybook,
    'playbook.publish': playbook.publishPlaybook,
    'playbook.retire': playbook.retirePlaybook,
  },
  render: {
    'image.prepare': post.prepareImage,
    'image.intake': post.intakeImage,
    'kit.paint': kit.paintKit,
    'poster.paint': kit.paintPoster,
    'avatar.prepare': kit.prepareAvatar,
    'avatar.take': kit.takeAvatar,
    'photo.prepare': file.preparePhoto,
    'photo.take': file.takePhoto,
  },
} as const

export type Api = typeof api
export type FunctionName = keyof Api
export type ActionName<F extends FunctionName> = keyof Api[F] & string
type Shape<F extends FunctionName, A extends ActionName<F>> = Api[F][A] extends { input: z.ZodType; output: z.ZodType }
  ? Api[F][A]
  : never
/** What a caller sends. */
export type Input<F extends FunctionName, A extends ActionName<F>> = z.input<Shape<F, A>['input']>
/** What an action receives after parsing. */
export type Parsed<F extends FunctionName, A extends ActionName<F>> = z.output<Shape<F, A>['input']>
/** What an action returns. */
export type Output<F extends FunctionName, A extends ActionName<F>> = z.output<Shape<F, A>['output']>

export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'internal'
/** message is in the caller's language; reason and field are for programs; trace finds the log line. */
export type ReplyError = { code: ErrorCode; message: string; trace: string; reason?: string; field?: string }
export type Reply<T> = { ok: true; data: T } | { ok: false; error: ReplyError }
