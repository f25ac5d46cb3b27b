// What do we tell a person when we cannot do it? One sentence per reason: what happened, and what to do now.
import type { ErrorCode } from '@shared/contracts'
import type { Lang } from '@shared/domain/day'

type Words = { readonly code: ErrorCode; readonly zh: string; readonly en: string }

const say = (code: ErrorCode, zh: string, en: string): Words => ({ code, zh, en })

export const reasons = {
  // for now
  'too-fast': say('too-many', '操作太频繁，请 {named} 秒后再试。', 'Too many at once. Please try again in {named} s.'),
  // circles
  'circle-empty': say(
    'invalid',
    '这一组还没有条件，请加一个或去掉。',
    'This part has no condition. Add one or remove it.',
  ),
  'circle-too-deep': say(
    'invalid',
    '条件最多套 4 层，请拆开写。',
    'Conditions nest at most four deep. Please split them.',
  ),
  'circle-too-large': say(
    'invalid',
    '条件太多：一个圈层最多 24 条，一条最多 20 个值。',
    'Too much: a circle takes up to 24 conditions of up to 20 values each.',
  ),
  'circle-unknown': say('invalid', '选的值已经没有了，请重选。', 'A value is not there any more. Please choose again.'),
  'circle-bad-number': say(
    'invalid',
    '数字不对：天数 1 到 365，次数 0 到 1000。',
    'A number is not right: 1 to 365 days, 0 to 1,000 times.',
  ),
  'circle-name-taken': say(
    'conflict',
    '已有同名的圈层，请换一个名称。',
    'There is a circle of that name. Please choose another.',
  ),
  'no-such-circle': say('not-found', '没有找到这个圈层，请刷新。', 'This circle was not found. Please reload.'),
  'too-many-circles': say('too-many', '圈层最多 50 个。', 'There can be at most 50 circles.'),
  // key people and their support
  'kol-names': say(
    'invalid',
    '名称有空的、太长的或重复的，请改好再存。',
    'A name is missing, too long or there twice. Please change it.',
  ),
  'kol-thresholds': say(
    'invalid',
    '每一级要比前一级多：次数 1 到 50，种类 1 到 5，且不多于次数。',
    'Each tier asks for more than the one before: 1 to 50 contributions of 1 to 5 kinds, no more kinds than contributions.',
  ),
  'kol-too-much-support': say('invalid', '一级最多 8 项支持。', 'A tier holds at most eight kinds of support.'),
  'support-for-forwarding': say(
    'invalid',
    '支持不能和转发、朋友圈、拉人挂钩，请换个说法。',
    'Support must not be tied to passing on, Moments or bringing people in. Please reword it.',
  ),
  'support-is-money': say(
    'invalid',
    '这里只写支持，不写钱、积分和奖品。',
    'Only support stands here, no money, points or prizes.',
  ),
  'kol-word': say(
    'invalid',
    '“{named}”是广告法或平台不许的词，请换一个。',
    '“{named}” is not allowed by the advertising law or the platform. Please choose another word.',
  ),
  'kol-full': say('too-many', '记的太多了，最多 5000 条。', 'There are too many notes, at most 5,000.'),
  'support-not-due': say(
    'conflict',
    '她现在的等级还没有这项支持，请刷新。',
    'Her tier does not hold this support. Please reload.',
  ),
  // polls
  'no-such-poll': say(
    'not-found',
    '没有找到这个问题，可能已撤下。',
    'This question was not found. It may be withdrawn.',
  ),
  'poll-not-open': say('conflict', '现在不能投：还没开始或已经结束。', 'Not open: it has not begun or is over.'),
  'poll-not-for-you': say('forbidden', '这个问题不是问你的，可以看结果。', 'This question asks others. You may look.'),
  'poll-not-for-readers': say(
    'invalid',
    '这个问题只问导购，客户看不到，不能放在文末。',
    'This question asks reps only: customers cannot see it at the end of an article.',
  ),
  'poll-not-open-then': say(
    'conflict',
    '文末的问题到发布时不在进行中，换一个或去掉再发。',
    'The question at the end of the article is not open when it goes out. Please choose another or take it out.',
  ),
  'no-such-option': say('invalid', '没有这个选项，请刷新。', 'There is no such option. Please reload.'),
  'too-many-changes': say('too-many', '改了太多次，不能再改。', 'You have changed it too often to change it again.'),
  'voice-not-agreed': say('forbidden', '先勾选同意保存，才能投。', 'Please agree to keep your voice first.'),
  'staff-voice': say('conflict', '员工请在“我的”里投。', 'Staff speak under Me.'),
  'poll-options': say('invalid', '要有 2 到 6 个选项，每个都写上字。', 'Two to six options, none of them empty.'),
  'poll-options-alike': say('invalid', '有两个选项一样，请改一个。', 'Two options are alike. Please change one.'),
  'poll-reward': say(
    'invalid',
    '不能说投票有奖：去掉奖品、红包、领取这类话。',
    'Nothing may be promised for taking part: no prizes, gifts or coupons.',
  ),
  'poll-spreading': say(
    'invalid',
    '不能请人转发、集赞或拉票，请去掉这句。',
    'It may not ask to pass it on or to gather likes. Please take that out.',
  ),
  'poll-advert': say(
    'invalid',
    '“{named}”不符合广告法，请换个说法。',
    'The Advertising Law does not allow “{named}”. Please word it differently.',
  ),
  'poll-days': say(
    'invalid',
    '结束时间要在 60 天以内，并晚于现在。',
    'It has to end within 60 days, and not before now.',
  ),
  'poll-not-so': say('conflict', '它现在不能这样改，请刷新。', 'That cannot be done to it now. Please reload.'),
  'too-many-polls': say('too-many', '同时最多问 20 个问题。', 'At most 20 questions can be open at once.'),
  // what is offered to be published
  'no-such-offer': say('not-found', '没有找到这份投稿，请刷新。', 'This contribution was not found. Please reload.'),
  'offer-staff': say(
    'forbidden',
    '你是店里的同事，请在“我的”里投稿。',
    'You are one of the staff. Please contribute from your own page.',
  ),
  'offer-empty': say('invalid', '写几句话，或放一张照片。', 'Please write a few words or add a photo.'),
  'offer-not-yours': say(
    'invalid',
    '别人拍的、写的，要由本人来投。请换成自己的。',
    'What others took or wrote is theirs to offer. Please choose your own.',
  ),
  'offer-child': say(
    'invalid',
    '谢谢你的心意。照片里有孩子的我们不收：孩子还不能自己同意公开。请换一张没有孩子的。',
    'Thank you for the thought. We take no photos with children: a child cannot agree to be shown. Please choose another.',
  ),
  'offer-terms-changed': say(
    'conflict',
    '投稿约定有更新，请重新打开这一页看看。',
    'The terms have changed. Please open this page again and read them.',
  ),
  'offers-a-day': say('too-many', '今天投的够多了，明天再来。', 'That is enough for today. Please come back tomorrow.'),
  'offers-open': say(
    'too-many',
    '还有 20 份在等总部看，看过了再投。',
    'Twenty wait to be looked at. Please send more after that.',
  ),
  'offer-decided': say('conflict', '这份投稿已经有结果了，请刷新。', 'This has been decided. Please reload.'),
  'offer-withdrawn': say('conflict', '投稿的人已经收回，不能再用。', 'It was taken back and may not be used any more.'),
  'offer-not-asked': say('conflict', '总部没有在问，不用回答。', 'Nothing is being asked at present.'),
  'offer-questions': say('too-many', '问得够多了，请收下或谢绝。', 'Enough was asked. Please accept or decline it.'),
  'offer-words-risky': say(
    'invalid',
    '里面有不能用的“{named}”，请先让她改。',
    'It says “{named}”, which may not stand. Please ask her to change it.',
  ),
  'offer-check-risky': say(
    'invalid',
    '微信检查认为有风险，不能收下。可以请她换，或谢绝。',
    'WeChat’s check found a risk, so it cannot be accepted. Ask her to change it, or decline.',
  ),
  'offer-check-review': say(
    'conflict',
    '微信检查拿不准，要审核人看过才能收下。',
    'WeChat’s check is not sure. An approver has to look first.',
  ),
  'offer-check-waiting': say(
    'conflict',
    '微信还没查完，等等再收，或看过以后勾上“我看过了”。',
    'WeChat is still checking. Wait, or look yourself and tick that you did.',
  ),
  'post-id-taken': say('conflict', '这个编号已被使用，请再试一次。', 'This id is taken. Please try again.'),
  // partners and what they are owed
  'no-such-partner': say('not-found', '没有找到这位合伙人，请刷新。', 'This partner was not found. Please reload.'),
  'no-such-invitation': say(
    'not-found',
    '这份邀请已不在，请问问你的顾问。',
    'This invitation is gone. Please ask your adviser.',
  ),
  'invited-other': say('forbidden', '这份邀请不是发给你的。', 'This invitation was meant for someone else.'),
  'already-answered': say('conflict', '你已经答复过了。', 'You have answered already.'),
  'already-partner': say('conflict', '你已经是这位顾问的合伙人。', 'You are already a partner of this adviser.'),
  'already-asked': say('conflict', '已经邀请过她了。', 'She has been invited already.'),
  'partners-full': say('too-many', '合伙人最多 500 位。', 'There can be at most 500 partners.'),
  'no-such-code': say('not-found', '没有这个合伙人代码，请核对。', 'There is no such partner code. Please check it.'),
  'no-such-deal': say('not-found', '没有找到这笔成交，请刷新。', 'This deal was not found. Please reload.'),
  'no-such-referral': say('not-found', '没有找到这笔介绍，请刷新。', 'This referral was not found. Please reload.'),
  'already-claimed': say('conflict', '这笔成交已记在另一位合伙人名下。', 'This deal stands under another partner.'),
  'not-your-partner': say('forbidden', '她是另一位顾问的合伙人。', 'She is a partner of another adviser.'),
  'partner-not-active': say('conflict', '她现在不是合伙人。', 'She is not a partner at present.'),
  'self-referral': say(
    'forbidden',
    '自己或同住家人的购买不能算介绍。',
    'One’s own or one’s household’s purchase is no referral.',
  ),
  'claimed-too-late': say(
    'conflict',
    '只有成为合伙人之后、购买后 30 天内的成交可以记名。',
    'Only purchases made since she became a partner, and of the last 30 days, can be named.',
  ),
  'deal-gone': say('gone', '这笔成交已撤销或退款。', 'This deal was undone or refunded.'),
  'no-recruiting': say('forbidden', '发展合伙人不计报酬。', 'Nothing is paid for bringing in partners.'),
  'already-disputed': say('conflict', '这笔已经提过异议。', 'This one has been objected to already.'),
  'not-disputed': say(
    'conflict',
    '这笔没有待裁定的异议，请刷新。',
    'Nothing waits for a decision here. Please reload.',
  ),
  'grant-too-much': say('invalid', '补记后超过了单笔上限。', 'With this it would exceed the most for one sale.'),
  'no-such-payout': say('not-found', '没有找到这个付款批次，请刷新。', 'This payout was not found. Please reload.'),
  'nothing-to-pay': say('conflict', '现在没有应付的金额。', 'Nothing is payable at present.'),
  'own-payout': say('forbidden', '批次要由另一位审核人批准。', 'Another approver has to approve it.'),
  'payout-not-so-far': say('conflict', '批次不在这一步，请刷新。', 'The payout is not at this step. Please reload.'),
  'payout-empty': say('conflict', '批次里没有人，请退回。', 'Nobody is in this payout. Please send it back.'),
  // people and the part of the firm one looks after
  'outside-your-scope': say('forbidden', '不在你负责的范围内。', 'This is outside the part you look after.'),
  'own-role': say(
    'forbidden',
    '不能改自己的角色和范围，请另一位审核人来改。',
    'You cannot change your own role. Ask another approver.',
  ),
  'already-left': say('conflict', '这位员工已离职，不能再改。', 'She has left, so nothing of hers can be changed.'),
  'no-such-region': say('not-found', '没有找到这个区域，请刷新。', 'This region was not found. Please reload.'),
  'no-such-store': say('not-found', '没有找到这家门店，请刷新。', 'This store was not found. Please reload.'),
  'no-such-team': say('not-found', '没有找到这个小组，请刷新。', 'This team was not found. Please reload.'),
  'no-such-member': say(
    'not-found',
    '没有找到这位员工，请刷新。',
    'This member of staff was not found. Please reload.',
  ),
  'region-in-itself': say('invalid', '不能移到它自己下面。', 'A region cannot lie in itself.'),
  'region-too-deep': say(
    'invalid',
    '最多 5 层，请放到上一层。',
    'Regions nest at most five deep. Put it one level up.',
  ),
  'too-many-regions': say('too-many', '区域最多 500 个。', 'There can be at most 500 regions.'),
  'too-many-teams': say('too-many', '一家店最多 20 个小组。', 'A store has at most 20 teams.'),
  'not-empty': say(
    'conflict',
    '下面还有门店、小组或员工，请先移走。',
    'There is still something in it. Please move it first.',
  ),
  'store-needed': say('invalid', '导购要有门店，请选一家。', 'A rep needs a store. Please choose one.'),
  'store-not-for-role': say('invalid', '总部的人不归门店。', 'HQ staff belong to no store.'),
  'team-of-another-store': say('invalid', '这个小组在另一家店。', 'This team is of another store.'),
  'store-of-another-firm': say(
    'conflict',
    '她记下的客户属于原公司，不能调到另一家公司的店。',
    'Her contacts belong to her firm, so she cannot move to a store of another.',
  ),
  'scope-needed': say('invalid', '店长和区域经理要有负责的范围。', 'A manager needs a part of the firm to look after.'),
  'scope-not-there': say(
    'invalid',
    '负责的范围已不在，请另选。',
    'That part of the firm is gone. Please choose another.',
  ),
  'scope-not-for-role': say('invalid', '只有管理者有负责的范围。', 'Only managers have a part to look after.'),
  'code-in-use': say('conflict', '这个工号已有人用：{named}。', 'That employee code is in use by “{named}”.'),
  'account-in-use': say('conflict', '这个账号已有人用：{named}。', 'That account is in use by “{named}”.'),
  'name-in-use': say('conflict', '同一层已有这个名称，请换一个。', 'That name is taken here. Please choose another.'),
  'rep-leaves-by-handover': say('conflict', '导购离职请走“离职交接”。', 'A rep leaves by handing her contacts over.'),
  'firm-stays': say(
    'conflict',
    '门店的公司不能改，客户同意的是原来那家。请新建一家店。',
    'A store keeps its firm: customers agreed to that one. Make a new store instead.',
  ),
  'has-contacts': say(
    'conflict',
    '她还有客户，角色不能改。请先离职交接，再给她新建一个账号。',
    'She still has contacts, so she stays a rep. Hand them over, then make a new account for her.',
  ),
  'no-such-invite': say('not-found', '邀请码不对，请核对后再输。', 'That code is not right. Please check it.'),
  'invite-expired': say(
    'gone',
    '邀请码已过期，请让店长或总部再发一个。',
    'The code has expired. Please ask for a new one.',
  ),
  'invite-used': say('conflict', '邀请码已用过，请再要一个。', 'The code has been used. Please ask for another.'),
  'invite-tries': say('too-many', '输错太多次，请一小时后再试。', 'Too many wrong codes. Please try again in an hour.'),
  'already-bound': say(
    'conflict',
    '这里已经开通，不用再填邀请码。',
    'This already opens an account; no code is needed.',
  ),
  'only-in-wechat': say('conflict', '请在微信小程序里绑定。', 'Please bind it in the mini program.'),
  // an import of people
  'no-such-roster': say('not-found', '没有找到这次导入，请刷新。', 'This import was not found. Please reload.'),
  'roster-done': say(
    'conflict',
    '这次导入已经做过了，请刷新。',
    'This import has gone further already. Please reload.',
  ),
  'roster-not-whole': say(
    'conflict',
    '名单还没传完，请接着传。',
    'The list has not arrived whole. Please go on sending.',
  ),
  'roster-has-faults': say(
    'conflict',
    '名单里还有错误，改好再导入。',
    'There are still faults in the list. Put them right first.',
  ),
  'roster-stale': say(
    'conflict',
    '核对之后人员有变化，请再核对一次。',
    'People have changed since. Please check it once more.',
  ),
  'roster-running': say(
    'conflict',
    '正在导入名单，做完才能看和改人员，请等几秒。',
    'A list is being brought in. People can be seen and changed once it is done; please wait a moment.',
  ),
  'roster-not-applied': say(
    'conflict',
    '这次导入没有生效，不用撤销。',
    'This import is not in effect, so there is nothing to undo.',
  ),
  'roster-too-old': say(
    'gone',
    '这次导入过了 90 天，改动的记录已经清掉，不能撤销了。',
    'This import is over 90 days old: what it changed is no longer kept, so it cannot be undone.',
  ),
  'roster-moved-on': say(
    'conflict',
    '{named}在导入之后又有变化（改过或已绑定微信），不能整个撤销。',
    '“{named}” has changed since, or has signed in, so it cannot be undone as a whole.',
  ),
  // who you are
  'sign-in-needed': say('unauthenticated', '请先登录。', 'Please sign in first.'),
  'sign-in-lapsed': say(
    'unauthenticated',
    '超过 90 天没用，已停用。找店长或总部要一个邀请码，就能接着用。',
    'Not used for over 90 days, so it is closed. Ask your manager or HQ for a code to open it again.',
  ),
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
  'outside-the-image': say(
    'invalid',
    '圈出来的地方超出了图片，请重新圈。',
    'A marked box reaches beyond the picture. Please mark it again.',
  ),
  'section-twice': say(
    'invalid',
    '有两个小节编号相同，请删掉一个再保存。',
    'Two sections share an id. Please remove one.',
  ),
  // posts and shares, as readers and reps meet them
  'no-such-post': say('not-found', '没有找到这篇内容，请检查链接。', 'This post was not found. Please check the link.'),
  'no-such-version': say(
    'not-found',
    '这一版已不在，请看看前后的版本。',
    'This version is no longer kept. Look at those around it.',
  ),
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
  // what goes out and comes in: tables, addresses that are told, programs that ask
  'no-such-export': say('not-found', '没有这次导出，请重新导出。', 'There is no such export. Please export again.'),
  'export-over': say(
    'gone',
    '这次导出已过一小时，请重新导出。',
    'This export is over an hour old. Please export again.',
  ),
  'no-such-hook': say('not-found', '没有找到这个推送地址，请刷新。', 'This webhook was not found. Please reload.'),
  'too-many-hooks': say('too-many', '推送地址太多了，最多 20 个。', 'That is more than 20 webhooks.'),
  'no-such-delivery': say(
    'not-found',
    '没有找到这次推送，可能已过期。',
    'This delivery was not found. It may be too old.',
  ),
  'delivery-waiting': say('conflict', '这次推送正在排队，不用重发。', 'This delivery is waiting already.'),
  'not-an-address': say(
    'invalid',
    '这不是一个网址，要像 https://example.com/hook。',
    'This is no address. It looks like https://example.com/hook.',
  ),
  'https-only': say('invalid', '网址要以 https:// 开头。', 'The address must begin with https://.'),
  'no-passwords': say('invalid', '网址里不能带账号和密码。', 'The address may hold no name and password.'),
  'bad-port': say('invalid', '端口要是 443 或 1024 以上。', 'The port must be 443, or 1024 or more.'),
  'private-address': say(
    'invalid',
    '这是内网地址，推送只能发到公网。',
    'This address is private. Webhooks go to public ones only.',
  ),
  'no-such-token': say('not-found', '没有找到这个令牌，请刷新。', 'This token was not found. Please reload.'),
  'token-shown': say(
    'conflict',
    '这个令牌已经给过一次，不会再显示。不见了就作废它，另开一个。',
    'This token was shown before and is not shown again. If it is lost, revoke it and make another.',
  ),
  'too-many-tokens': say(
    'too-many',
    '有效的令牌太多了，最多 50 个，先作废不用的。',
    'That is more than 50 tokens in force. Revoke those you do not use.',
  ),
  'bad-token': say(
    'unauthenticated',
    '令牌不对，请检查 Authorization 请求头。',
    'The token is not valid. Please check the Authorization header.',
  ),
  'token-revoked': say('unauthenticated', '令牌已作废，请换一个。', 'The token was revoked. Please use another.'),
  'token-expired': say('unauthenticated', '令牌已到期，请换一个。', 'The token has expired. Please use another.'),
  'scope-missing': say('forbidden', '这个令牌没有这项权限。', 'This token may not do that.'),
  'rate-used-up': say(
    'too-many',
    '这一分钟请求太多，请按 Retry-After 等一等。',
    'Too many requests this minute. Please wait as Retry-After says.',
  ),
  'no-such-path': say(
    'not-found',
    '没有这个接口，请看 docs/api.md。',
    'There is no such path. Please see docs/api.md.',
  ),
  'wrong-method': say(
    'invalid',
    '这个接口不能用这种方法，请看 Allow 响应头。',
    'This path takes another method. See the Allow header.',
  ),
  'import-taken': say(
    'conflict',
    '这个导入编号已被使用，请重新开始导入。',
    'This import id is taken. Please start again.',
  ),
  'import-undone': say('conflict', '这次导入已经撤销，请重新开始导入。', 'This import was undone. Please start again.'),
  'import-full': say(
    'too-many',
    '一次最多导入 500 人，请分几次。',
    'An import holds 500 names at most. Please split it.',
  ),
  'no-such-import': say('not-found', '没有找到这次导入。', 'This import was not found.'),
  'import-too-old': say('gone', '过了 7 天，不能再撤销。', 'After 7 days it can no longer be undone.'),
  'kit-recalled': say(
    'gone',
    '总部撤回了这篇：{named}。发过的请去朋友圈删掉。',
    'Headquarters took this back: {named}. If you posted it, please delete it from your Moments.',
  ),
  'ends-before': say(
    'invalid',
    '到期时间比发布时间还早，请改一下。',
    'It ends before it goes out. Please change when it ends.',
  ),
  // columns and the calendar
  'no-such-column': say('not-found', '没有找到这个栏目，请刷新。', 'This column was not found. Please reload.'),
  'column-name-taken': say('conflict', '已有同名栏目，请换个名字。', 'A column has that name. Please choose another.'),
  'too-many-columns': say('too-many', '栏目太多了，最多 40 个。', 'That is more than 40 columns.'),
  'stretch-too-long': say('invalid', '一次最多看 45 天。', 'At most 45 days can be shown at once.'),
  'hour-taken': say('conflict', '这个时间已有别的内容发给同一批人。', 'The same people get another post at that hour.'),
  'not-evergreen': say(
    'conflict',
    '已发布的内容不能再排，除非设为常青。',
    'A post that is out cannot be planned again unless it is evergreen.',
  ),
  'still-resting': say('conflict', '还没过冷却期，晚几天再排。', 'It has not rested long enough yet.'),
  'time-needed': say(
    'invalid',
    '定时内容要有时间；不想发就收回。',
    'A scheduled post needs a time. Recall it instead.',
  ),
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
  'deal-verified': say(
    'conflict',
    '总部已核实，不能撤销；真退了货请记“退了”。',
    'HQ has verified it, so it cannot be undone. If it came back, note a refund.',
  ),
  'deal-too-old': say(
    'conflict',
    '过了 24 小时不能撤销；真退了货请记“退了”。',
    'After 24 hours it cannot be undone. If it came back, note a refund.',
  ),
  'too-many-deals': say(
    'too-many',
    '这段时间的成交超过 2 万单，请换短一点的时间。',
    'More than 20,000 deals in this span. Please choose a shorter one.',
  ),
  'too-many-costs': say(
    'too-many',
    '这段时间记下的花费超过 2 万行，请换短一点的时间。',
    'More than 20,000 lines of costs in this span. Please choose a shorter one.',
  ),
  'product-name-taken': say('conflict', '已经有同名的商品。', 'There is a product of that name already.'),
  'too-many-products': say('too-many', '商品最多 500 个。', 'There can be at most 500 products.'),
  'bad-cost': say(
    'invalid',
    '花钱的写金额，花时间的写分钟，不能都空着或都写。',
    'Write an amount for money, or minutes for time: one of the two.',
  ),
  'deal-over': say('conflict', '这单已经退了或撤销了。', 'This deal was refunded or undone.'),
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
  'check-risky': say(
    'invalid',
    '微信检查认为有风险（{named}），改掉再发。',
    'WeChat’s check found a risk ({named}). Please change it first.',
  ),
  'check-review': say(
    'conflict',
    '微信检查拿不准，要审核人看过才能发。',
    'WeChat’s check is not sure. An approver has to look first.',
  ),
  'no-such-check': say('not-found', '没有找到这条检查，请刷新。', 'This check was not found. Please reload.'),
  'check-decided': say('conflict', '这条已有结论，请刷新。', 'This has been decided already. Please reload.'),
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
  'too-many-paragraphs': say(
    'invalid',
    '段落太多：一节最多 50 段，全文最多 120 段。请合并几段再试。',
    'Too many paragraphs: 50 in a section, 120 in all. Please join some.',
  ),
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
  'minor-unproven': say(
    'invalid',
    '有图片里能看出孩子，请先填监护人同意书存在哪里。',
    'A child can be made out on an image. Please say where the guardian’s written consent is kept.',
  ),
  // a second pair of eyes
  'needs-approval': say(
    'conflict',
    '这一版有风险，一个人不能发，请提交审核。',
    'This version holds a risk and nobody sends it out alone. Please submit it for approval.',
  ),
  'under-review': say(
    'conflict',
    '这一版正在等审核，审核通过就会发。',
    'This version is waiting for approval and goes out once it is approved.',
  ),
  'not-submitted': say(
    'conflict',
    '这一版现在不在等审核，请刷新。',
    'This version is not waiting for approval now. Please reload.',
  ),
  'not-handed-in-by-you': say(
    'forbidden',
    '这条不是你写的，也不是你提交的，请写的人来撤回。',
    'You neither wrote nor submitted this post. Ask whoever did to take it back.',
  ),
  'own-work': say(
    'forbidden',
    '你写过或提交过这一条，要请另一位审核人来审。',
    'You wrote or submitted this post. Another approver has to decide.',
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
