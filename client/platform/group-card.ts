// Was this card opened in a WeChat group? Then WeChat tells the cloud which one; the phone itself never learns it.
import Taro from '@tarojs/taro'
import { entryChatType } from './nav'

const GROUPS: readonly (number | undefined)[] = [3, 4] // WeChat's, WeCom's
/** The article does not wait longer for it. */
const WAIT_MS = 300

const askWeChat = async (): Promise<object> => {
  const { cloudID } = (await Taro.getGroupEnterInfo()) as { cloudID?: string }
  return cloudID ? { groupCard: Taro.cloud.CloudID(cloudID) as unknown } : {}
}

/** What goes beside a call: WeChat puts the group's id in its place on the way. Good for five minutes. */
export const groupCard = async (): Promise<object> => {
  if (process.env.TARO_ENV !== 'weapp' || RIPPLE_LOCAL_CLOUD || !GROUPS.includes(entryChatType())) return {}
  const tooLong = new Promise<object>((give) => setTimeout(() => give({}), WAIT_MS))
  return Promise.race([askWeChat().catch(() => ({})), tooLong])
}
