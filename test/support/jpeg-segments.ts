// What is in a JPEG besides its picture? The codes of its segments, in order; bytes behind its end count as 0xff.

const BEHIND_THE_END = 0xff
const EOI = 0xd9
const SOS = 0xda

/** Strict: throws where a well-made JPEG would have a marker and this one has something else. */
export const segmentCodes = (jpeg: Buffer): number[] => {
  const codes: number[] = [0xd8]
  if (jpeg.readUInt16BE(0) !== 0xffd8) throw new Error('not a JPEG')
  let at = 2
  for (;;) {
    if (jpeg[at] !== 0xff) throw new Error(`no marker at ${at}`)
    const code = jpeg[at + 1] ?? 0
    codes.push(code)
    if (code === EOI) return at + 2 === jpeg.length ? codes : [...codes, BEHIND_THE_END]
    at += 2 + jpeg.readUInt16BE(at + 2)
    if (code === SOS) while (jpeg[at] !== 0xff || isData(jpeg[at + 1] ?? 0)) at += 1
  }
}

/** Behind 0xff: a stuffed zero or a restart, both part of the picture's data. */
const isData = (next: number): boolean => next === 0 || (next >= 0xd0 && next <= 0xd7)
