// How is money counted? In whole 分 and nothing smaller: what is not whole is no money.
export type Fen = number & { readonly __unit: 'fen' }

export const NO_FEN = 0 as Fen

/** A slip of the program, not of a person: throws on fractions and on what numbers cannot hold exactly. */
export const fen = (n: number): Fen => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is no whole number of 分`)
  return (n === 0 ? 0 : n) as Fen // never −0, which is stored and compared as something else
}

export const plus = (...some: readonly Fen[]): Fen => some.reduce((sum, one) => fen(sum + one), NO_FEN)
export const minus = (a: Fen, b: Fen): Fen => fen(a - b)
export const negative = (a: Fen): Fen => fen(-a)
export const lesser = (a: Fen, b: Fen): Fen => (a < b ? a : b)
export const greater = (a: Fen, b: Fen): Fen => (a > b ? a : b)

/** 1 bp is a ten-thousandth. */
const WHOLE_BP = 10_000

/** So many ten-thousandths of it, rounded down to a 分; every step is whole, so nothing is lost in between. */
export const shareOf = (base: Fen, bp: number): Fen => {
  const rest = base % WHOLE_BP
  const part = rest * bp
  return fen(((base - rest) / WHOLE_BP) * bp + (part - (part % WHOLE_BP)) / WHOLE_BP)
}

/** '-12.05': for people and tables; never read back. */
export const sayYuan = (amount: Fen): string => {
  const whole = Math.abs(amount)
  const rest = whole % 100
  return `${amount < 0 ? '-' : ''}${(whole - rest) / 100}.${String(rest).padStart(2, '0')}`
}

/** '¥12.05', of a sum as it travels. */
export const yuan = (amount: number): string => `¥${sayYuan(fen(amount))}`
