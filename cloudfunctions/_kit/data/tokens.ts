// Which access token of WeChat is good until when? One per mini program, shared by all instances.
import { collection } from '../collection'

/** _id is the app id. */
type AccessToken = { _id: string; token: string; until: number }

const tokens = collection<AccessToken>('tokens')

export const findToken = (appId: string): Promise<AccessToken | null> => tokens.get(appId)
export const putToken = (token: AccessToken): Promise<void> => tokens.put(token)
