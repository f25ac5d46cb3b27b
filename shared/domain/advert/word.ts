// What is one entry of the advertising word list, and how is a family of entries written down?

export type AdClass =
  | 'absolute'
  | 'medical'
  | 'health-food'
  | 'milk-substitute'
  | 'cosmetics'
  | 'education'
  | 'minors'
  | 'finance'
  | 'property'
  | 'fake-urgency'
  | 'price'
  | 'terms'
  | 'evidence'
  | 'inducement'
  | 'disparage'
  | 'superstition'
  | 'symbol'
  | 'vice'
  | 'decency'

/** block: may not be published · sign: HQ signs with her reason · hint: only shown. */
export type Severity = 'block' | 'sign' | 'hint'

export type Bilingual = { readonly zh: string; readonly en: string }

/**
 * Regex sources run on folded text (fold.ts: lower-case ASCII, half-width digits and letters, full-width ，！？；, simplified). They must compile on iOS 12:
 * no lookbehind, no \p. A run that a match may begin with is bounded ({1,12} digits), and no choice under a star is made of
 * others (量|超|量超): a text of 20,000 characters must not keep a phone busy (test/domain/rule-times).
 * - `exceptions`: one that matches in the sentence around a hit and covers the hit makes it fine.
 * - `when` / `unless`: the word counts only if the whole text matches / does not match this.
 */
export type AdWord = {
  /** Stable: sign-offs refer to it. */
  readonly id: string
  readonly pattern: string
  readonly class: AdClass
  readonly severity: Severity
  readonly exceptions: readonly string[]
  readonly when?: string
  readonly unless?: string
  /** Wordings that may stand in its place; may be empty. */
  readonly instead: readonly string[]
  readonly article: string
  readonly why: Bilingual
}

export type AdRow = {
  readonly id: string
  readonly is: Severity
  readonly find: string
  readonly except?: readonly string[]
  readonly when?: string
  readonly unless?: string
  readonly instead?: readonly string[]
  readonly article?: string
}

export type AdFamily = { readonly class: AdClass; readonly article: string; readonly why: Bilingual }

/** Rows of one family share class, article and reason; a row may name another article. */
export const adFamily = (family: AdFamily, rows: readonly AdRow[]): AdWord[] =>
  rows.map((row) => ({
    id: row.id,
    pattern: row.find,
    class: family.class,
    severity: row.is,
    exceptions: row.except ?? [],
    ...(row.when === undefined ? {} : { when: row.when }),
    ...(row.unless === undefined ? {} : { unless: row.unless }),
    instead: row.instead ?? [],
    article: row.article ?? family.article,
    why: family.why,
  }))
