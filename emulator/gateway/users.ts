// Who may sign in, and who holds which token? Accounts with scrypt passwords; tokens survive a restart as hashes.
import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { Engine, FactTable } from '../database/engine'
import { invalidParam } from '../errors'
import type { NewUser } from '../options'

const ACCESS_LIFE_S = 7200
const REFRESH_LIFE_S = 30 * 24 * 3600

export type User = { readonly uid: string; readonly username: string | undefined; readonly createdAt: number }
type Account = User & { readonly salt: string; readonly hash: string }
type Token = {
  readonly kind: 'access' | 'refresh'
  readonly uid: string
  readonly session: string
  readonly expiresAt: number
}
export type TokenPair = {
  readonly token_type: 'Bearer'
  readonly access_token: string
  readonly refresh_token: string
  readonly expires_in: number
  readonly scope: string
  readonly sub: string
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')
/** Far below scrypt's own cost: these accounts guard nothing but data made up for tests and the demo, which make many. */
const COST = { N: 1024 }
const hashPassword = (password: string, salt: string): Buffer => scryptSync(password, salt, 32, COST)

/** CloudBase does not say how many; so few that nobody guesses, so many that nobody locks herself out by a slip. */
const TRIES = 10
const LOCKED_MS = 10 * 60_000

export class Users {
  private readonly accounts: FactTable
  private readonly names: FactTable
  private readonly tokens: FactTable
  private readonly failures = new Map<string, number[]>()

  constructor(
    engine: Engine,
    private readonly now: () => number = Date.now,
  ) {
    this.accounts = engine.facts('account')
    this.names = engine.facts('username')
    this.tokens = engine.facts('token')
    this.forget((token) => token.expiresAt < this.now())
  }

  byUid(uid: string): User | undefined {
    const text = this.accounts.get(uid)
    return text === undefined ? undefined : (JSON.parse(text) as Account)
  }

  /** Creates or replaces an account; the same call twice leaves one. */
  create({ uid, username, password }: NewUser): void {
    if (![uid, username, password].every((text) => typeof text === 'string' && text.length > 0)) {
      throw invalidParam('uid, username and password are required')
    }
    const owner = this.names.get(username)
    if (owner !== undefined && owner !== uid) throw invalidParam(`username ${username} is taken`)
    const old = this.byUid(uid)
    if (old?.username && old.username !== username) this.names.delete(old.username)
    const salt = randomBytes(16).toString('hex')
    const hash = hashPassword(password, salt).toString('hex')
    const account: Account = { uid, username, createdAt: old?.createdAt ?? this.now(), salt, hash }
    this.accounts.set(uid, JSON.stringify(account))
    this.names.set(username, uid)
  }

  /** 'locked': too many wrong passwords of late, so that the right one opens nothing either. In memory: a restart forgets it. */
  signIn(username: string, password: string): TokenPair | 'locked' | undefined {
    const since = this.now() - LOCKED_MS
    const failed = (this.failures.get(username) ?? []).filter((at) => at > since)
    if (failed.length >= TRIES) return 'locked'
    const pair = this.open(username, password)
    if (pair) this.failures.delete(username)
    else this.failures.set(username, [...failed, this.now()])
    return pair
  }

  private open(username: string, password: string): TokenPair | undefined {
    const uid = this.names.get(username)
    const text = uid === undefined ? undefined : this.accounts.get(uid)
    const account = text === undefined ? undefined : (JSON.parse(text) as Account)
    const given = hashPassword(password, account?.salt ?? 'nobody')
    if (!account || !timingSafeEqual(given, Buffer.from(account.hash, 'hex'))) return undefined
    return this.issue(account.uid)
  }

  signInAnonymously(): TokenPair {
    const uid = `anon-${randomBytes(12).toString('hex')}`
    const account: Account = { uid, username: undefined, createdAt: this.now(), salt: '', hash: '' }
    this.accounts.set(uid, JSON.stringify(account))
    return this.issue(uid)
  }

  /** A refresh token is good for one exchange. */
  refresh(refreshToken: string): TokenPair | undefined {
    const token = this.token(refreshToken, 'refresh')
    if (!token) return undefined
    this.tokens.delete(digest(refreshToken))
    return this.issue(token.uid, token.session)
  }

  /** The account behind an access token that is still good. */
  authenticate(accessToken: string): User | undefined {
    const token = this.token(accessToken, 'access')
    return token && this.byUid(token.uid)
  }

  revoke(anyToken: string): void {
    const token = this.token(anyToken, 'access') ?? this.token(anyToken, 'refresh')
    if (token) this.forget(({ session }) => session === token.session)
  }

  private issue(uid: string, session = randomBytes(8).toString('hex')): TokenPair {
    const mint = (kind: Token['kind'], lifeS: number): string => {
      const text = randomBytes(32).toString('base64url')
      const token: Token = { kind, uid, session, expiresAt: this.now() + lifeS * 1000 }
      this.tokens.set(digest(text), JSON.stringify(token))
      return text
    }
    return {
      token_type: 'Bearer',
      access_token: mint('access', ACCESS_LIFE_S),
      refresh_token: mint('refresh', REFRESH_LIFE_S),
      expires_in: ACCESS_LIFE_S,
      scope: this.byUid(uid)?.username === undefined ? 'anonymous' : 'user',
      sub: uid,
    }
  }

  private token(text: string, kind: Token['kind']): Token | undefined {
    const stored = this.tokens.get(digest(text))
    const token = stored === undefined ? undefined : (JSON.parse(stored) as Token)
    return token?.kind === kind && token.expiresAt > this.now() ? token : undefined
  }

  private forget(which: (token: Token) => boolean): void {
    for (const { key, value } of this.tokens.all()) if (which(JSON.parse(value) as Token)) this.tokens.delete(key)
  }
}
