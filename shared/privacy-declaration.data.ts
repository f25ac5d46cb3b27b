// What does the mini program collect, why, and for how long? WeChat's privacy declaration (用户隐私保护指引) is written from
// this, and a test sees that every interface and every collection in use is in it.
import { PROOF_DAYS, RETENTION_DAYS } from './domain/consent'
import { BALLOT_DAYS } from './domain/poll'

/** One of WeChat's own items, which an interface asks leave for. */
export type PhoneItem = {
  /** WeChat's name of it, as the declaration's form has it. */
  readonly zh: string
  readonly en: string
  readonly apis: readonly string[]
  readonly why: { readonly zh: string; readonly en: string }
}

/** What is kept of people beside that: typed in as an item of one's own. */
export type KeptItem = {
  readonly zh: string
  readonly en: string
  readonly why: { readonly zh: string; readonly en: string }
  readonly kept: { readonly zh: string; readonly en: string }
  readonly collections: readonly string[]
}

export const PHONE_ITEMS: readonly PhoneItem[] = [
  {
    ...{
      zh: '使用你的相册（仅写入）权限',
      en: 'Your album, writing only',
      apis: ['saveImageToPhotosAlbum', 'authorize'],
    },
    why: { zh: '导购保存图文和海报', en: 'A rep saves pictures and posters' },
  },
  {
    ...{ zh: '读取你的剪切板', en: 'Your clipboard', apis: ['setClipboardData'] },
    why: {
      zh: '导购复制文案。只写入，从不读取',
      en: 'A rep copies a text. It is only written to, never read',
    },
  },
  {
    ...{ zh: '收集你选中的照片或视频信息', en: 'Photos you choose', apis: ['chooseMedia'] },
    why: {
      zh: '总部上传内容的图片，导购上传沟通照片，员工和顾客投稿',
      en: "Pictures of HQ's posts, a rep's photos of a talk, what staff and customers offer",
    },
  },
  {
    ...{ zh: '收集你选中的文件', en: 'Files you choose', apis: ['chooseMessageFile'] },
    why: { zh: '员工从聊天里选一张表格，导入名单', en: 'Staff choose a table from a chat and import a list' },
  },
  {
    ...{ zh: '收集你的微信昵称、头像', en: 'Your WeChat avatar', apis: ['chooseAvatar'] },
    why: {
      zh: '员工给自己的名片选头像。顾客的头像、昵称都不收集',
      en: "A rep picks the picture of her own card. No customer's avatar or nickname is collected",
    },
  },
]

/** Interfaces in use that ask for nothing of hers. */
export const FREE_APIS: readonly string[] = [
  ...[
    'request',
    'downloadFile',
    'cloud',
    'env',
    'nextTick',
    'canIUse',
    'getFileSystemManager',
    'requirePrivacyAuthorize',
  ],
  ...['navigateTo', 'navigateBack', 'redirectTo', 'switchTab', 'getCurrentPages', 'getCurrentInstance'],
  ...[
    'setNavigationBarTitle',
    'setTabBarItem',
    'setTabBarBadge',
    'removeTabBarBadge',
    'stopPullDownRefresh',
    'hideLoading',
  ],
  ...[
    'getStorageSync',
    'setStorageSync',
    'removeStorageSync',
    'openSetting',
    'vibrateShort',
    'getAppBaseInfo',
    'getWindowInfo',
  ],
  ...['createSelectorQuery', 'createIntersectionObserver', 'canvasToTempFilePath', 'Canvas', 'showShareImageMenu'],
  ...['requestSubscribeMessage', 'bindEmployeeRelation', 'share', 'feedback', 'agreePrivacyAuthorization'],
  // where a reading began, and in which group: told as an item of our own below
  ...['getEnterOptionsSync', 'getLaunchOptionsSync', 'getGroupEnterInfo'],
]

const UNTIL_TAKEN_BACK = { zh: '直到本人撤回或删除', en: 'Until she takes it back or deletes it' }
const AS_STAFF = { zh: '在职期间；离职后随交接处理', en: 'While she works here; then as her handover settles it' }
const HALF_YEAR = {
  zh: `固定 ${RETENTION_DAYS} 天，到期自动删除`,
  en: `${RETENTION_DAYS} days, then deleted by itself`,
}

export const KEPT_ITEMS: readonly KeptItem[] = [
  {
    ...{
      zh: '用户标识（openid 加密后的编号）',
      en: 'An identifier (the openid, turned into a number by a secret key)',
    },
    why: {
      zh: '顾客同意告知顾问之后，认出同一个人；员工绑定账号，并记下最近哪天用过。不同意时不留，openid 本身只存员工的',
      en: 'To know the same person again after she agreed to tell her rep, and to bind staff, with the day each sign-in was last used. Without agreement none is kept; openids themselves only of staff',
    },
    kept: UNTIL_TAKEN_BACK,
    collections: ['identities', 'consents'],
  },
  {
    ...{
      zh: '阅读记录（看了哪篇、何时、从哪里打开、每节停留多久、看到哪里）',
      en: 'Readings (what, when, from where it was opened, how long on each section, how far)',
    },
    why: {
      zh: '顾客单独同意后告知她的顾问，好为她解答。未同意时只按次计数，不知道是谁',
      en: 'Told to her rep after she agreed, so that he can answer her. Without agreement it is counted as one reading of nobody',
    },
    kept: HALF_YEAR,
    collections: ['readings', 'readers', 'links', 'departures'],
  },
  {
    ...{ zh: '关心的话题（由阅读记录整理）', en: 'Topics of interest (worked out from readings)' },
    why: {
      zh: '另外打开开关才整理，顾问用来想好先聊什么，不影响价格和服务',
      en: 'Only behind a switch of its own; her rep thinks by it of what to talk about. It touches neither price nor service',
    },
    kept: {
      zh: `最多 ${RETENTION_DAYS} 天，关掉就删除`,
      en: `${RETENTION_DAYS} days at most; deleted when the switch goes off`,
    },
    collections: ['talkdays', 'circlemembers'],
  },
  {
    ...{
      zh: '转发带来的阅读数',
      en: 'How many readings her passing-on brought',
    },
    why: { zh: '另外打开开关才记在她名下', en: 'Put down to her only behind a switch of its own' },
    kept: HALF_YEAR,
    collections: ['shares', 'spreads', 'spreadparts', 'trees'],
  },
  {
    ...{ zh: '群标识（加密）', en: 'The group in which a card was opened (as a keyed hash)' },
    why: {
      zh: '只用来数有多少人从群里打开，不取群名和成员',
      en: 'Only to count openings from there; neither name nor members',
    },
    kept: { zh: '直到她的顾问归档这个群', en: 'Until her rep archives that group' },
    collections: ['groups'],
  },
  {
    ...{
      zh: '顾问写的备注、标签、约定、特殊日子、沟通照片',
      en: "Her rep's notes, tags, promises, special days and photos of talks",
    },
    why: { zh: '服务顾客；顾客在隐私中心看得到有多少', en: 'To serve her; she sees in 隐私中心 how many there are' },
    kept: UNTIL_TAKEN_BACK,
    collections: ['contacts', 'sheets', 'notes', 'promises', 'occasions', 'contactimports', 'supports'],
  },
  {
    ...{ zh: '购买记录（商品、金额、日期）', en: 'Purchases (goods, sums, days)' },
    why: { zh: '售后和复购提醒', en: 'Service after a sale, and when she may need more' },
    kept: {
      zh: '按财务要求保存；本人删除后不再和她对应',
      en: 'As accounts require; no longer put down to her once she deletes',
    },
    collections: ['deals', 'deliveries'],
  },
  {
    ...{ zh: '投票、投稿和照片', en: 'Votes, and what she offers with its photos' },
    why: { zh: '她自己参与的；可改、可收回', en: 'Her own taking part; she may change it or take it back' },
    kept: {
      zh: `投票 ${BALLOT_DAYS} 天；投稿到收回为止，授权凭证 ${PROOF_DAYS / 365} 年`,
      en: `Votes ${BALLOT_DAYS} days; offers until taken back, the proof of leave ${PROOF_DAYS / 365} years`,
    },
    collections: ['ballots', 'submissions', 'images'],
  },
  {
    ...{
      zh: '合伙人的账（推荐、佣金、收款姓名）',
      en: "A partner's ledger (referrals, sums, the name she is paid under)",
    },
    why: { zh: '给同意做合伙人的顾客结算', en: 'To pay customers who agreed to be partners' },
    kept: { zh: '按财务要求保存', en: 'As accounts require' },
    collections: ['partners', 'referrals', 'entries', 'payouts'],
  },
  {
    ...{ zh: '同意的凭证', en: 'Proofs of agreement' },
    why: { zh: '法律要求留存（网络数据安全管理条例 12）', en: 'The law asks for it (网络数据安全管理条例 12)' },
    kept: { zh: `结束后 ${PROOF_DAYS / 365} 年`, en: `${PROOF_DAYS / 365} years after it ended` },
    collections: ['consents'],
  },
  {
    ...{
      zh: '员工资料和工作记录（姓名、工号、门店、头像、发布和沟通）',
      en: 'Staff (name, number, store, picture, what they published and whom they talked with)',
    },
    why: {
      zh: '员工使用本工具；顾客看得到顾问的姓名、头像和门店',
      en: "Staff use the tool; customers see their rep's name, picture and store",
    },
    kept: AS_STAFF,
    collections: [
      ...[
        'members',
        'kits',
        'watches',
        'presences',
        'coachings',
        'handovers',
        'invites',
        'rosters',
        'rosterparts',
        'exports',
      ],
      ...['notices', 'ladders', 'boards', 'supportsums', 'signalrules', 'talkbooks'],
    ],
  },
  {
    ...{ zh: '员工的操作和审核记录', en: 'What staff did and let out' },
    why: { zh: '发布责任和安全追溯', en: 'Who answers for what was published; what happened when' },
    kept: { zh: '长期；操作日志不能改也不能删', en: 'For good; the log can neither be changed nor removed' },
    collections: ['audits', 'signoffs', 'postversions'],
  },
]

/** Content, sums and machinery: no person stands in them. */
export const IMPERSONAL: readonly string[] = [
  ...['stores', 'regions', 'teams', 'posts', 'columns', 'auditheads', 'checks', 'recalls', 'ledgers', 'dealings'],
  ...['picturesets', 'picturedealings', 'codes', 'tallies', 'batches', 'groupplans', 'playbooks', 'tokens', 'budgets'],
  ...['webhooks', 'hookheads', 'apitokens', 'worksums', 'circles', 'circlesums', 'products', 'costs', 'polls'],
  ...['pollsums', 'supportrules', 'migrations', 'releases', 'turns', 'erasures', 'metrics', 'ops'],
]
