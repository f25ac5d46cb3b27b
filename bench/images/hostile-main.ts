// The process that `hostile` measures: one file through intake, or through sharp as it comes; tells what became of it.
import { readFileSync } from 'node:fs'
import exifr from 'exifr'
import sharp from 'sharp'
import { SECRET } from '../../test/support/hostile-files'
import { segmentCodes } from '../../test/support/jpeg-segments'

/** decoded: it became a picture. left: kept files that tell more than the picture. cpuMs: of the intake alone. */
export type Fate = { decoded: boolean; refused: string | null; left: number; rssMb: number; cpuMs: number }

const EDGE = 1440
/** JFIF, quantisation, frames, Huffman codes, restarts, scan, start and end. */
const NEEDED = [0xd8, 0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda, 0xd9]

const tellsMore = async (jpeg: Buffer): Promise<boolean> =>
  jpeg.includes(SECRET) ||
  (await exifr.parse(jpeg, true)) !== undefined ||
  segmentCodes(jpeg).some((code) => !NEEDED.includes(code))

type Kept = { files: Buffer[]; refused: string | null }

const throughIntake = async (bytes: Buffer): Promise<Kept> => {
  await import('../../cloudfunctions/render/intake-image') // the SDK takes its memory too
  const { reencode } = await import('../../cloudfunctions/render/reencode')
  const answer = await reencode(bytes)
  return answer.ok
    ? { files: [answer.picture.jpeg, answer.picture.thumb], refused: null }
    : { files: [], refused: answer.reason }
}

const throughBareSharp = async (bytes: Buffer): Promise<Kept> => {
  try {
    return { files: [await sharp(bytes).resize(EDGE, EDGE, { fit: 'inside' }).jpeg().toBuffer()], refused: null }
  } catch {
    return { files: [], refused: 'refused' }
  }
}

/** Of this program alone: getrusage would count what its parent held when it was forked. */
const peakMb = (): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024

const main = async ([by = '', file = '']: readonly string[]): Promise<void> => {
  const bytes = readFileSync(file)
  const before = process.cpuUsage()
  const { files, refused } = await (by === 'intake' ? throughIntake(bytes) : throughBareSharp(bytes))
  const { user, system } = process.cpuUsage(before)
  const rssMb = peakMb()
  const left = (await Promise.all(files.map(tellsMore))).filter(Boolean).length
  const fate: Fate = { decoded: files.length > 0, refused, left, rssMb, cpuMs: (user + system) / 1_000 }
  console.log(JSON.stringify(fate))
}

void main(process.argv.slice(2))
