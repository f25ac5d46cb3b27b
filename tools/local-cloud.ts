// Where does a tool look when no account is set? At the local cloud (RIPPLE_CLOUD_URL, or its usual port).

const LOCAL_URL = 'http://127.0.0.1:8787'

export const pointAtLocalCloud = (): void => {
  const url = process.env.RIPPLE_CLOUD_URL ?? LOCAL_URL
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TCB_ENV: 'ripple-local',
    SCF_NAMESPACE: 'ripple-local',
  })
}
