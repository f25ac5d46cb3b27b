// What is in a TrueType file? Its tables, and the characters it has. Layout: the OpenType specification, "otff" and "cmap".

type Table = { tag: string; checksum: number; data: Buffer }

const HEAD = 12
const ENTRY = 16

const tablesOf = (font: Buffer): Table[] =>
  Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = HEAD + i * ENTRY
    const start = font.readUInt32BE(entry + 8)
    return {
      tag: font.toString('latin1', entry, entry + 4),
      checksum: font.readUInt32BE(entry + 4),
      data: font.subarray(start, start + font.readUInt32BE(entry + 12)),
    }
  })

const padded = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])

/** The same font without one of its tables. Everything else stays byte for byte. */
export const withoutTable = (font: Buffer, dropped: string): Buffer => {
  const tables = tablesOf(font).filter(({ tag }) => tag !== dropped)
  const power = Math.floor(Math.log2(tables.length))
  const head = Buffer.alloc(HEAD + ENTRY * tables.length)
  font.copy(head, 0, 0, 4)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(ENTRY << power, 6) // searchRange, entrySelector, rangeShift: for binary search
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(ENTRY * tables.length - (ENTRY << power), 10)
  let start = head.length
  const parts = tables.map(({ tag, checksum, data }, i) => {
    const entry = HEAD + i * ENTRY
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(checksum, entry + 4)
    head.writeUInt32BE(start, entry + 8)
    head.writeUInt32BE(data.length, entry + 12)
    const part = padded(data)
    start += part.length
    return part
  })
  return Buffer.concat([head, ...parts])
}

/** Format 12: groups of first character, last character, first glyph. */
const wideRuns = (map: Buffer): [number, number][] =>
  Array.from({ length: map.readUInt32BE(12) }, (_, i) => [map.readUInt32BE(16 + i * 12), map.readUInt32BE(20 + i * 12)])

/** The characters a font has, as runs in rising order; read from its map of all of Unicode (format 12). */
export const charactersOf = (font: Buffer): [first: number, last: number][] => {
  const map = tablesOf(font).find(({ tag }) => tag === 'cmap')?.data ?? Buffer.alloc(4)
  for (let i = 0; i < map.readUInt16BE(2); i++) {
    const one = map.subarray(map.readUInt32BE(4 + i * 8 + 4))
    if (one.readUInt16BE(0) === 12) return wideRuns(one)
  }
  throw new Error('The font has no map of all of Unicode')
}
