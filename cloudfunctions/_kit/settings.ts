// How is this deployment set up? The only reader of our own environment variables; a missing one fails closed.

const setting = (name: string): string => {
  const value = process.env[name]
  // cloudbaserc.json carries {{env.…}} until deployment fills it in: not filled in is not set
  if (!value || value.startsWith('{{')) throw new Error(`The environment variable ${name} is not set`)
  return value
}

/** The secret that turns an identity into a person id; changing it orphans every consent. */
export const personKey = (): string => setting('RIPPLE_PERSON_KEY')

/** Where readers open posts in a browser, without a slash at the end. */
export const readerUrl = (): string => setting('RIPPLE_READER_URL').replace(/\/+$/, '')
