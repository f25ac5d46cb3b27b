// How are bytes of a key put together? One growing buffer for all keys: they are built one after the other.

let bytes = Buffer.allocUnsafe(4096)
let end = 0

const reserve = (more: number): void => {
  if (end + more <= bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, end + more))
  bytes.copy(larger, 0, 0, end)
  bytes = larger
}

export const begin = (): void => {
  end = 0
}

export const taken = (): Buffer => {
  const copy = Buffer.allocUnsafe(end)
  bytes.copy(copy, 0, 0, end)
  return copy
}

export const length = (): number => end

export const putByte = (byte: number): void => {
  reserve(1)
  bytes[end++] = byte
}

/** An unsigned whole number in `count` (≤ 7) bytes, complemented on demand. */
export const putWhole = (value: number, count: number, complement: boolean): void => {
  reserve(count)
  let rest = value
  for (let at = end + count - 1; at >= end; at--) {
    const byte = rest % 256
    bytes[at] = complement ? 255 - byte : byte
    rest = (rest - byte) / 256
  }
  end += count
}

/** Order-preserving: all bits of negatives flipped, the sign bit of the others. */
export const putDouble = (value: number): void => {
  reserve(8)
  bytes.writeDoubleBE(value, end)
  if ((bytes[end] ?? 0) & 0x80) for (let at = end; at < end + 8; at++) bytes[at] = 255 - (bytes[at] ?? 0)
  else bytes[end] = (bytes[end] ?? 0) ^ 0x80
  end += 8
}

/** UTF-8, where 0 ends the text and is therefore written 1 1, and 1 is written 1 2. */
export const putText = (value: string): void => {
  reserve(value.length * 6 + 1)
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if (code > 0x7f) {
      putTail(value.slice(i))
      return
    }
    if (code < 2) bytes[end++] = 1
    bytes[end++] = code < 2 ? code + 1 : code
  }
  bytes[end++] = 0
}

const putTail = (value: string): void => {
  for (const code of Buffer.from(value, 'utf8')) {
    if (code < 2) bytes[end++] = 1
    bytes[end++] = code < 2 ? code + 1 : code
  }
  bytes[end++] = 0
}

/** Turns the order of everything since `from` around. */
export const invertFrom = (from: number): void => {
  for (let at = from; at < end; at++) bytes[at] = 255 - (bytes[at] ?? 0)
}
