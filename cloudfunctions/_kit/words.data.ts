// What do we tell a person when we cannot do it? One sentence per reason: what happened, and what to do now.
import type { ErrorCode } from '@shared/contracts'
import type { Lang } from '@shared/domain/day'

type Words = { readonly code: ErrorCode; readonly zh: string; readonly en: string }

const say = (code: ErrorCode, zh: string, en: string): Words => ({ code, zh, en })

export const reasons = {
  // who you are
  'sign-in-needed': say('unauthenticated', '请先登录。', 'Please sign in first.'),
  'not-your-role': say('forbidden', '你的账号不能使用这个功能。', 'Your account cannot use this.'),
  'not-yours': say('forbidden', '这不是你的客户，看不到她的阅读。', 'This contact belongs to someone else.'),
  'not-for-your-store': say('forbidden', '这篇内容没有发给你的门店。', 'This post is not for your store.'),
  staff: say(
    'conflict',
    '员工账号不用同意，你的阅读不会被记录。',
    'Staff need not agree: your reading is not recorded.',
  ),
  // how you asked
  'unknown-action': say(
    'not-found',
    '没有这个功能，请更新后再试。',
    'There is no such action. Please update and try again.',
  ),
  'bad-request': say(
    'invalid',
    '请求的格式不对，请更新后再试。',
    'The request is malformed. Please update and try again.',
  ),
  'request-too-big': say(
    'invalid',
    '内容太多，一次发不完，请删减后再试。',
    'That is too much at once. Please send less.',
  ),
  missing: say('invalid', '缺少这一项，请补上。', 'This is missing. Please fill it in.'),
  'bad-cursor': say('invalid', '翻页位置无效，请从头刷新。', 'The page position is not valid. Please refresh.'),
  'post-or-token': say(
    'invalid',
    '链接不完整，请让分享的人再发一次。',
    'The link is incomplete. Please ask for it again.',
  ),
  'too-many-sections': say('invalid', '小节太多。', 'There are too many sections.'),
  'section-twice': say(
    'invalid',
    '有两个小节编号相同，请删掉一个再保存。',
    'Two sections share an id. Please remove one.',
  ),
  // posts and shares, as readers and reps meet them
  'no-such-post': say('not-found', '没有找到这篇内容，请检查链接。', 'This post was not found. Please check the link.'),
  'post-gone': say('gone', '这篇内容已下架，可以问问分享给你的人。', 'This post was taken down. Ask who shared it.'),
  'not-published': say('gone', '这篇内容现在没有发布。', 'This post is not published now.'),
  'unknown-share': say(
    'not-found',
    '这次转发已失效，请让对方再发一次。',
    'This share is unknown. Please ask for it again.',
  ),
  'token-taken': say('conflict', '这个转发编号已被使用，请重新转发。', 'This share id is taken. Please share again.'),
  'no-such-rep': say('not-found', '这位顾问已不在这里。', 'This advisor is no longer here.'),
  'no-kit': say('not-found', '请先打开这篇内容，领取你的文案。', 'Open this post first to get your own text.'),
  'space-used-up': say(
    'too-many',
    '这篇的文案已领完，请联系总部。',
    'All texts of this post are taken. Please tell HQ.',
  ),
  'rolls-used-up': say(
    'too-many',
    '这一篇的换法用完了，可以自己改几个字。',
    'You have used up the other texts of this post. You can still edit yours.',
  ),
  'edit-breaks': say(
    'invalid',
    '改动碰到了不能变的事实或不能用的词，请看标出的地方。',
    'The edit changes a fact or uses a word that may not be used. See what is marked.',
  ),
  busy: say('conflict', '这会儿动它的人多，请再点一次。', 'Many are changing this at once. Please try again.'),
  'code-unavailable': say(
    'internal',
    '微信暂时生成不了小程序码，请稍后再试。',
    'WeChat cannot make the code now. Try again later.',
  ),
  'no-code': say(
    'conflict',
    '海报的码还没有生成，请先打开海报再试。',
    'The poster has no code yet. Open the poster first.',
  ),
  'no-such-picture': say('not-found', '没有这张图片，请刷新后再试。', 'There is no such picture. Please reload.'),
  'picture-gone': say('gone', '原图已不在，请联系总部。', 'The original picture is gone. Please tell HQ.'),
  // someone leaves
  'same-rep': say('invalid', '不能交给她自己，请另选一位。', 'She cannot follow herself. Please choose another rep.'),
  'successor-gone': say('conflict', '接手的导购已离职，请另选一位。', 'That rep has left too. Please choose another.'),
  'handover-under-way': say(
    'conflict',
    '已经在交接给另一位导购，请刷新看看进度。',
    'A handover to another rep is under way. Please reload.',
  ),
  'contacts-of-company': say(
    'conflict',
    '她记下的客户属于原公司，不能交给另一家公司的导购，请选同公司的。',
    'The contacts she wrote down belong to her firm. Please choose a rep of the same firm.',
  ),
  'already-passed': say(
    'conflict',
    '已经有客户交接过去或答复过，不能取消了。',
    'Some contacts have passed or answered already. It cannot be cancelled.',
  ),
  'no-handover': say('not-found', '没有正在进行的交接，请刷新。', 'There is no handover under way. Please reload.'),
  // consent and contacts
  'policy-changed': say('conflict', '说明已更新，请重新看过再同意。', 'The notice has changed. Please read it again.'),
  'store-consent-needed': say(
    'invalid',
    '这家店是独立的公司，需要你单独同意。',
    'This store is a firm of its own and needs your separate consent.',
  ),
  'no-consent': say(
    'conflict',
    '你还没有同意这位顾问了解你的阅读。',
    'You have not agreed to this advisor knowing it.',
  ),
  'no-such-talk': say('not-found', '那天的沟通里没有这位客户。', 'That day has no talk with this contact.'),
  'day-closed': say(
    'gone',
    '过了 7 天，那天的结果不能再改。',
    'After 7 days that day’s results can no longer be changed.',
  ),
  'no-such-contact': say('not-found', '没有找到这位客户。', 'This contact was not found.'),
  'consent-gone': say('gone', '这位客户已收回同意，看不到她的阅读了。', 'This contact has withdrawn consent.'),
  // groups and what HQ plans for them
  'no-such-group': say('not-found', '没有找到这个群。', 'This group was not found.'),
  'too-many-groups': say('too-many', '群太多了，最多 60 个。', 'That is more than 60 groups.'),
  'card-for-one': say(
    'invalid',
    '发给一位客户的，不能同时算发到群里。',
    'A card meant for one contact cannot also be sent into a group.',
  ),
  'no-such-plan': say(
    'not-found',
    '没有找到这份计划，可能已被删掉。',
    'This plan was not found. It may have been removed.',
  ),
  'too-many-plans': say('too-many', '计划太多了，最多 100 份。', 'That is more than 100 plans.'),
  // what a rep writes of them
  'contact-or-group': say(
    'invalid',
    '一条记录写给一位客户或一个群。',
    'A note is about one contact or about one group.',
  ),
  'child-facts': say(
    'invalid',
    '“{named}”认得出是哪个孩子，没有保存。',
    '“{named}” tells which child it is, so it was not kept.',
  ),
  'note-too-long': say('invalid', '写得太长，请删减后再存。', 'This is too long. Please shorten it.'),
  'no-such-entry': say('not-found', '没有找到这一条，请刷新。', 'It is not there. Please reload.'),
  'entry-taken': say('conflict', '这个编号已用过，请再写一次。', 'This id is taken. Please write it again.'),
  'no-such-day': say('invalid', '没有这一天，请重新选择。', 'There is no such day. Please choose again.'),
  // who is who
  'no-such-reader': say('not-found', '没有找到这位读者，她可能已收回同意。', 'This reader is no longer there.'),
  'no-such-event': say('not-found', '没有找到这条记录。', 'There is no such line in the history.'),
  'event-taken': say('conflict', '这个编号已用过，请再点一次。', 'This id is taken. Please try again.'),
  'contact-taken': say('conflict', '这个客户编号已用过，请再新建一次。', 'This contact id is taken. Please try again.'),
  'link-moved': say(
    'conflict',
    '这位读者刚被改过（可能在你的另一台手机上），请刷新后再试。',
    'This was changed a moment ago, perhaps on your other phone. Please reload.',
  ),
  'changed-since': say(
    'conflict',
    '之后又改过，不能直接撤销，请先撤销后面的改动。',
    'It was changed again since. Undo the later change first.',
  ),
  'not-undoable': say('conflict', '这一条不能撤销。', 'This cannot be undone.'),
  'already-so': say('conflict', '已经是这样了。', 'It is so already.'),
  'nothing-to-confirm': say('conflict', '没有要确认的，请刷新。', 'There is nothing to confirm. Please reload.'),
  'nothing-to-deny': say('conflict', '没有要否认的，请刷新。', 'There is nothing to deny. Please reload.'),
  'phone-full': say('too-many', '同用一部手机的人太多了。', 'Too many people share this phone.'),
  'same-contact': say('invalid', '这是同一位客户。', 'This is the same contact.'),
  'home-full': say('too-many', '一家最多 6 位。', 'A home holds six contacts.'),
  // words that are listened for
  'no-such-rule': say('not-found', '没有这条商机词，请刷新后再试。', 'There is no such rule. Please reload.'),
  'rule-taken': say('conflict', '这条不是你的，不能改。', 'This rule is not yours to change.'),
  'rules-full': say('too-many', '商机词最多 60 条，请先删掉几条。', 'There can be 60 rules. Please delete some first.'),
  // writing and publishing
  'unsafe-text': say(
    'invalid',
    '文字里有微信不允许的内容，请修改后再试。',
    'WeChat does not allow this text. Please change it.',
  ),
  'check-unavailable': say(
    'internal',
    '微信内容检查暂时不可用，请稍后再试。',
    'WeChat cannot check the text now. Try again later.',
  ),
  'stale-version': say('conflict', '别人刚保存过，请刷新后再改。', 'Someone else has just saved. Please reload first.'),
  'not-a-draft': say(
    'conflict',
    '已发布或待发布的内容不能改，请先撤回。',
    'This post is published or scheduled. Recall it first.',
  ),
  'text-missing': say('invalid', '还没有写朋友圈文案。', 'The Moments text is missing.'),
  'title-missing': say('invalid', '还没有写长文标题。', 'The title of the article is missing.'),
  'article-too-long': say('invalid', '长文太长，请删减后再试。', 'The article is too long. Please shorten it.'),
  'past-time': say('invalid', '定时已过，请选一个以后的时间。', 'That time has passed. Please choose a later one.'),
  'locked-word-missing': say('invalid', '有锁定词没有出现在文案里。', 'A locked word does not occur in the text.'),
  'unknown-image': say('invalid', '有图片没有上传成功，请重新上传。', 'An image is not there. Please upload it again.'),
  'unknown-store': say('invalid', '有门店不存在，请重新选择。', 'A store does not exist. Please choose again.'),
  // choices in the text
  'too-long': say('invalid', '文案太长，请删减后再试。', 'The text is too long. Please shorten it.'),
  'space-too-small': say(
    'invalid',
    '文案的变化不够每人一份，请再加几处选词。',
    'The text cannot vary enough for everyone. Please add choices.',
  ),
  unclosed: say('invalid', '文案里有一个「{」没有配上「}」。', 'A "{" in the text is not closed by "}".'),
  unopened: say('invalid', '文案里有一个「}」没有配上「{」。', 'A "}" in the text has no "{" before it.'),
  'empty-choice': say('invalid', '有一处选词是空的。', 'One of the choices is empty.'),
  'no-branch-for-tone': say(
    'invalid',
    '有一处选词，某种语气一个说法都没有，请补一个。',
    'One choice holds no wording for one of the voices. Please add one.',
  ),
  'too-deep': say('invalid', '选词套得太深，请简化。', 'Choices are nested too deeply. Please simplify.'),
  'too-many': say('invalid', '选词太多，请减少一些。', 'There are too many choices. Please use fewer.'),
  'locked-word-in-choice': say('invalid', '锁定词不能放在选词里。', 'A locked word must not stand inside a choice.'),
  empty: say('invalid', '文案是空的。', 'The text is empty.'),
  'words-blocked': say(
    'invalid',
    '里面有不能发布的词，请按提示改写。',
    'There are words that may not be published. Please reword them as shown.',
  ),
  'words-unsigned': say(
    'invalid',
    '有些词需要你确认并写明理由才能发布。',
    'Some words need your signature and a reason before they go out.',
  ),
  // playbooks
  'no-such-playbook': say('not-found', '没有这个套路，请刷新。', 'There is no such playbook. Please reload.'),
  'built-in-playbook': say(
    'conflict',
    '自带的套路不能改，可以照着写一份。',
    'This playbook comes with the product. Write your own after it.',
  ),
  'playbook-live': say('conflict', '在用的套路不能改，请先停用。', 'This playbook is in use. Retire it first.'),
  'not-live': say('conflict', '这个套路没有在用。', 'This playbook is not in use.'),
  'name-missing': say('invalid', '还没有起名字。', 'The name is missing.'),
  'line-missing': say('invalid', '第一步还没有写开口的话。', 'The first step has no line to begin with.'),
  'unknown-fact': say(
    'invalid',
    '大括号里写了不认识的词，请从可用的词里选。',
    'Braces hold a word that is not known. Choose one of those offered.',
  ),
  // images
  'not-your-upload': say('forbidden', '只能使用你自己上传的图片。', 'You can only use what you uploaded yourself.'),
  'image-id-taken': say(
    'conflict',
    '这个图片编号已被使用，请重新上传。',
    'This image id is taken. Please upload again.',
  ),
  'upload-missing': say('not-found', '没有收到图片，请重新上传。', 'The image did not arrive. Please upload it again.'),
  'image-too-big': say(
    'invalid',
    '图片超过 10 MB，请压缩后再上传。',
    'The image is over 10 MB. Please make it smaller.',
  ),
  'image-too-many-pixels': say(
    'invalid',
    '图片超过 5000 万像素，请缩小后再上传。',
    'Over 50 megapixels. Please scale it down.',
  ),
  'image-too-heavy': say(
    'invalid',
    '这张图的存法太占内存（渐进式、交错或无损的大图），请另存为普通 JPG 或缩小后再上传。',
    'The way this image is stored takes too much memory. Save it as a plain JPEG or scale it down.',
  ),
  'image-too-thin': say(
    'invalid',
    '图片太小或太窄，看不出内容，请换一张。',
    'The image is too small or too thin to show anything. Please choose another.',
  ),
  'heic-not-supported': say(
    'invalid',
    '不支持 HEIC。iPhone 请到“设置-相机-格式”选“兼容性最佳”再拍；拍好的请导出成 JPG 再上传。',
    'HEIC is not supported. On an iPhone choose Settings > Camera > Formats > Most Compatible, or export it as JPEG.',
  ),
  'image-kind-not-supported': say(
    'invalid',
    '只支持 JPG、PNG 和 WebP 图片，请另存为 JPG 后再上传。',
    'Only JPEG, PNG and WebP images are supported. Please save it as JPEG.',
  ),
  'not-an-image': say('invalid', '这个文件不是图片，请选一张图片。', 'This file is not an image. Please choose one.'),
  'image-damaged': say('invalid', '图片已损坏，请换一张或重新导出。', 'The image is damaged. Please export it again.'),
} as const satisfies Record<string, Words>

export type Reason = keyof typeof reasons

const codes: Record<ErrorCode, Record<Lang, string>> = {
  invalid: { zh: '填写的内容不对，请检查后再试。', en: 'Something entered is not right. Please check it.' },
  unauthenticated: { zh: '请先登录。', en: 'Please sign in first.' },
  forbidden: { zh: '你没有权限这样做。', en: 'You are not allowed to do this.' },
  'not-found': { zh: '没有找到。', en: 'It was not found.' },
  conflict: { zh: '内容刚有变化，请刷新后再试。', en: 'It has just changed. Please reload and try again.' },
  gone: { zh: '已经不在了。', en: 'It is no longer there.' },
  'too-many': { zh: '太多了，请稍后再试。', en: 'Too many. Please try again later.' },
  internal: { zh: '出了点问题，请稍后再试。', en: 'Something went wrong. Please try again later.' },
}

export const isReason = (text: string): text is Reason => Object.hasOwn(reasons, text)

/** `named` stands where the sentence has {named}. */
export const word = (code: ErrorCode, reason: Reason | undefined, lang: Lang, named = ''): string =>
  reason ? reasons[reason][lang].replace('{named}', () => named) : codes[code][lang]
