// What this phone remembers. Every key that is ever written is named here.
import Taro from '@tarojs/taro'

export type StorageKey =
  | 'ripple.session' // web sign-in
  | 'ripple.touched' // when somebody signed in on the web was last there
  | 'ripple.ended' // whose sign-in on the web ended by itself, and why, until somebody signs in
  | 'ripple.lang'
  | 'ripple.cache' // last answers, shown at once and without signal
  | 'ripple.readings' // reports not yet accepted, and ids of readings made before consent
  | 'ripple.declined' // when 暂不 was said, per rep
  | 'ripple.outbox' // what she said and did that is not delivered yet
  | 'ripple.refused' // what the cloud would not take, until she has seen it
  | 'ripple.minted' // tokens of shares that a reader made on this phone
  | 'ripple.saves' // which pictures of which kit are in the album already
  | 'ripple.pictures' // which painted pictures are kept on this phone, how large, when last used
  | 'ripple.session-run' // which group session is running, at which step, since when
  | 'ripple.draft' // HQ's writing not yet stored
  | 'ripple.play-draft' // HQ's playbooks not yet stored
  | 'ripple.fit' // what HQ typed to reckon whether it is worth doing
  | 'ripple.roster-columns' // which column of a list of people says what, by its head
  | 'ripple.notes' // what a rep began to note and has not kept yet
  | 'ripple.offer' // what somebody began to offer HQ and has not sent yet

export const recall = <T>(key: StorageKey): T | null => {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' || value === undefined || value === null ? null : (JSON.parse(String(value)) as T)
  } catch {
    return null // an unreadable entry is the same as none
  }
}

/** Returns false when the phone's storage is full or closed; the caller decides what can go. */
export const remember = (key: StorageKey, value: unknown): boolean => {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export const forget = (key: StorageKey): void => {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // nothing to forget
  }
}
