// What does an operator set, and what is missing without it? The guide's table and the deployment's check are made of this.

export type Setting = {
  readonly name: string
  /** Without it nothing works. */
  readonly needed: boolean
  /** Kept out of files and screens. */
  readonly secret: boolean
  readonly zh: string
  readonly en: string
}

/** What functions are given, as cloudbaserc.json names it. */
export const FUNCTION_SETTINGS: readonly Setting[] = [
  {
    ...{ name: 'RIPPLE_PERSON_KEY', needed: true, secret: true },
    zh: '把 openid 变成读者编号的密钥，只设一次。换了它，所有同意都会失去归属',
    en: 'The key that turns an openid into a person id, set once. With another one every consent loses its owner',
  },
  {
    ...{ name: 'RIPPLE_READER_URL', needed: true, secret: false },
    zh: '网页版的地址，普通二维码和链接指向这里，如 https://read.example.com',
    en: 'Where the web app is; ordinary codes and links lead there, e.g. https://read.example.com',
  },
  {
    ...{ name: 'RIPPLE_SUBSCRIBE_TEMPLATE', needed: false, secret: false },
    zh: '一次性订阅消息的模板编号。字段名不同就接在后面：编号,thing1,thing2,time3。不设就没有这种提醒',
    en: 'Template of the one-time message; fields that are called otherwise follow it: id,thing1,thing2,time3. Without it: no such notices',
  },
  {
    ...{ name: 'RIPPLE_EMPLOYEE_TEMPLATE', needed: false, secret: false },
    zh: '用工消息的模板编号，写法同上。不设就没有这种提醒',
    en: 'Template of the 用工 message, written the same way. Without it: no such notices',
  },
  {
    ...{ name: 'RIPPLE_APP_ID', needed: false, secret: false },
    zh: '小程序的 AppID，发用工消息要用',
    en: "The mini program's AppID; 用工 messages need it",
  },
  {
    ...{ name: 'RIPPLE_APP_SECRET', needed: false, secret: true },
    zh: '小程序的 AppSecret，发用工消息要用，只给 jobs',
    en: "The mini program's AppSecret; 用工 messages need it. Given to jobs alone",
  },
  {
    ...{ name: 'RIPPLE_WX_API', needed: false, secret: false },
    zh: '经出口代理访问微信接口时的地址；默认 https://api.weixin.qq.com',
    en: "WeChat's interfaces by way of a proxy; https://api.weixin.qq.com where nothing is set",
  },
  {
    ...{ name: 'RIPPLE_PUSH_SOURCE', needed: false, secret: false },
    zh: '消息推送在云函数里的来源名，真机第一次推送后从日志里读（决策 0022）；默认 wx_unknown',
    en: "What the platform calls a message push; read from the first push's log (decision 0022). wx_unknown where nothing is set",
  },
  {
    ...{ name: 'RIPPLE_AI_BASE', needed: false, secret: false },
    zh: '语言模型的地址（OpenAI 写法，必须是 https）。不设就由总部自己写选词',
    en: 'A language model with an OpenAI-like interface, https only. Without it HQ writes choices herself',
  },
  { ...{ name: 'RIPPLE_AI_KEY', needed: false, secret: true }, zh: '语言模型的密钥', en: "The model's key" },
  { ...{ name: 'RIPPLE_AI_MODEL', needed: false, secret: false }, zh: '语言模型的名字', en: "The model's name" },
  {
    ...{ name: 'RIPPLE_AI_DAILY_CALLS', needed: false, secret: false },
    zh: '语言模型一天最多调用几次；默认 200',
    en: 'How many calls a day at most; 200 where nothing is set',
  },
  {
    ...{ name: 'RIPPLE_LIST_HOURS', needed: false, secret: false },
    zh: '每天几点到几点之间排好今日沟通；默认 4-9',
    en: "Between which hours the day's talks are made; 4-9 where nothing is set",
  },
  {
    ...{ name: 'RIPPLE_JOBS_PER_SECOND', needed: false, secret: false },
    zh: '定时任务每秒最多问几次数据库。基础版全部加起来一秒只有 30 次，填 15；别的套餐不用填',
    en: 'How many requests a second the jobs make to the database: 15 on 基础版, which takes 30 from everybody; leave it out on other plans',
  },
  {
    ...{ name: 'RIPPLE_RATE_TIMES', needed: false, secret: false },
    zh: '整个公司从同一个出口上网时，把调用频率的上限放宽几倍；默认 1',
    en: 'How many times wider the limits on calls are, for a firm whose browsers share one address; 1 where nothing is set',
  },
  {
    ...{ name: 'RIPPLE_FLAGS', needed: false, secret: false },
    zh: '分批开放到哪里：end-polls=20%（按门店的两成）或 end-polls=门店编号,门店编号，多项用分号隔开。有哪些、到什么时候，见 shared/domain/flags.data.ts；不设就按那里写的',
    en: 'How far features in stages are out: end-polls=20% (of the stores) or end-polls=store-id,store-id, parted by semicolons. shared/domain/flags.data.ts names them and their end, and says what holds where nothing is set',
  },
]

/** What the deployment itself needs to know, on the operator's machine or in CI. */
export const DEPLOY_SETTINGS: readonly Setting[] = [
  {
    ...{ name: 'TCB_ENV_ID', needed: true, secret: false },
    zh: '云开发环境编号，打包小程序时也会写进去',
    en: 'The CloudBase environment; also built into the mini program',
  },
  {
    ...{ name: 'TENCENTCLOUD_SECRETID', needed: true, secret: true },
    zh: '腾讯云子账号的 SecretId',
    en: 'SecretId of a sub-account of Tencent Cloud',
  },
  {
    ...{ name: 'TENCENTCLOUD_SECRETKEY', needed: true, secret: true },
    zh: '腾讯云子账号的 SecretKey',
    en: 'Its SecretKey',
  },
  {
    ...{ name: 'TENCENTCLOUD_REGION', needed: false, secret: false },
    zh: '环境所在地域；默认 ap-shanghai',
    en: "The environment's region; ap-shanghai where nothing is set",
  },
  {
    ...{ name: 'RIPPLE_API_BASE', needed: true, secret: false },
    zh: '网页版调用云函数的地址：https://环境编号.api.tcloudbasegateway.com',
    en: 'Where the web app calls functions: https://ENV.api.tcloudbasegateway.com',
  },
  {
    ...{ name: 'RIPPLE_FILE_HOSTS', needed: false, secret: false },
    zh: '云存储的两个域名，空格隔开：下载用的 ….tcb.qcloud.la 和上传用的 ….cos.ap-shanghai.myqcloud.com。填了，网页版就只和它们传文件；不填，腾讯云上别人的存储也放行',
    en: 'The two hosts of your file storage, parted by a blank: ….tcb.qcloud.la that files come from and ….cos.ap-shanghai.myqcloud.com that they go to. With them the web app passes files to nobody else; without, any storage of that cloud will do',
  },
  {
    ...{ name: 'RIPPLE_WEAPP_KEY', needed: false, secret: true },
    zh: '小程序代码上传密钥的文件路径。不设就不上传小程序',
    en: "Path of the mini program's upload key. Without it the mini program is not uploaded",
  },
]
