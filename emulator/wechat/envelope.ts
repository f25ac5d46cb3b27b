// In which wrapping do binary open APIs travel? wx-server-sdk's small protobuf messages, or plain JSON as node-sdk shows:
// CommApiData{1: apiType, 2: OpenApiData{1: pair{1: key, 2: JSON bytes}}} → CommOpenApiResp{1: data, 2: type, 3: error}.
import type { Fields } from './refusal'

const VARINT = 0
const LENGTH_DELIMITED = 2
type Message = { readonly id: number; readonly value: number | Buffer }[]

const readVarint = (bytes: Buffer, start: number): { value: number; next: number } | undefined => {
  let value = 0
  for (let at = start, scale = 1; at < bytes.length; at++, scale *= 128) {
    const byte = bytes.readUInt8(at)
    value += (byte % 128) * scale
    if (byte < 128) return { value, next: at + 1 }
  }
  return undefined
}

const readMessage = (bytes: Buffer): Message | undefined => {
  const message: Message = []
  for (let at = 0; at < bytes.length; ) {
    const tag = readVarint(bytes, at)
    const head = tag && readVarint(bytes, tag.next)
    if (!tag || !head) return undefined
    const kind = tag.value % 8
    const id = Math.floor(tag.value / 8)
    if (kind === VARINT) {
      message.push({ id, value: head.value })
      at = head.next
    } else if (kind === LENGTH_DELIMITED && head.next + head.value <= bytes.length) {
      at = head.next + head.value
      message.push({ id, value: bytes.subarray(head.next, at) })
    } else return undefined
  }
  return message
}

const inner = (message: Message | undefined, id: number): Buffer[] =>
  (message ?? []).flatMap((field) => (field.id === id && Buffer.isBuffer(field.value) ? [field.value] : []))

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The fields of a request, and whether it came wrapped: the reply then travels wrapped, too. */
export const openEnvelope = (raw: Buffer): { fields: Fields; wrapped: boolean } => {
  const plain = parseJson(raw)
  if (typeof plain === 'object' && plain !== null) return { fields: plain as Fields, wrapped: false }
  const [data] = inner(readMessage(raw), 2)
  if (!data) return { fields: {}, wrapped: false }
  const pairs = inner(readMessage(data), 1).map((pair) => {
    const message = readMessage(pair)
    const [key, value] = [inner(message, 1)[0], inner(message, 2)[0]]
    return [key?.toString('utf8') ?? '', value && parseJson(value)] as const
  })
  return { fields: Object.fromEntries(pairs), wrapped: true }
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]

/** `error` is WeChat's errcode, 0 when `data` is the answer. */
export const sealEnvelope = (data: Buffer, error: number): Buffer =>
  Buffer.concat([
    Buffer.from([1 * 8 + LENGTH_DELIMITED, ...varint(data.length)]),
    data,
    ...(error ? [Buffer.from([3 * 8 + VARINT, ...varint(error)])] : []),
  ])
