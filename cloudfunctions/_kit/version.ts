// Which build is this? Put in when the function is built: the package's version and a hash of what it was built from.
declare const RIPPLE_VERSION: string | undefined

export const version: string = typeof RIPPLE_VERSION === 'string' ? RIPPLE_VERSION : 'not built'
