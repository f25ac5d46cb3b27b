// What does the platform allow? Documented quotas, smallest first. What a source does not say is null and is never taken as a limit.

export type Tier = {
  name: string
  dbPerSecond: number | null
  dbAtOnce: number | null
  callsPerSecond: number | null
  instances: number | null
  dbGb: number | null
  /** What the guide has an operator set there (RIPPLE_JOBS_PER_SECOND); null: the jobs keep to no pace. */
  jobsPerSecond: number | null
}

export const TIERS: readonly Tier[] = [
  // developers.weixin.qq.com/minigame/en/dev/wxcloud/basis/concepts/quota
  { name: '基础版', dbPerSecond: 30, dbAtOnce: 20, callsPerSecond: null, instances: 20, dbGb: 2, jobsPerSecond: 15 },
  // w3cschool's copy of the WeChat documentation (packages); 500 calls a second: WeChat 计费相关
  {
    name: '专业版 2',
    dbPerSecond: null,
    dbAtOnce: 200,
    callsPerSecond: 500,
    instances: 1_000,
    dbGb: 10,
    jobsPerSecond: null,
  },
  {
    name: '旗舰版 3',
    dbPerSecond: null,
    dbAtOnce: 500,
    callsPerSecond: 500,
    instances: 1_000,
    dbGb: 100,
    jobsPerSecond: null,
  },
  // qcloud-documents 免费额度 (1,000 connections); docs.cloudbase.net/cloud-function/how-works (1,000 instances)
  {
    name: '按量付费',
    dbPerSecond: null,
    dbAtOnce: 1_000,
    callsPerSecond: 500,
    instances: 1_000,
    dbGb: null,
    jobsPerSecond: null,
  },
]
