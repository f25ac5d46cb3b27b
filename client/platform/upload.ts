// Bringing a picture from this device to the cloud: where to, send its bytes, have it looked at.
import type { Input, Output } from '@shared/contracts'
import type { ImageId } from '@shared/domain/ids'
import Taro from '@tarojs/taro'
import { CallError, call } from './call'

/** A picture chosen on this device: a File in a browser, a temporary path in the mini program. */
export type PictureContent = Blob | string
export type PickedImage = { name: string; bytes: number; type: string; content: PictureContent }
export type ImageWords = Pick<Input<'render', 'image.intake'>, 'kind' | 'alt'>
export type TakenImage = Output<'render', 'image.intake'>
type Place = Output<'render', 'image.prepare'>
export type Progress = (sent: number) => void // 0 … 1

const TIMEOUT_MS = 120_000
const notArrived = () => new CallError('offline', '', '')
const accepted = (status: number): boolean => status >= 200 && status < 300

/** XMLHttpRequest, because fetch does not tell how far an upload is. */
const sendFromBrowser = (place: Place, content: Blob, progress: Progress): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', place.uploadUrl)
    request.timeout = TIMEOUT_MS
    for (const [name, value] of Object.entries(place.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onload = () => (accepted(request.status) ? resolve() : reject(notArrived()))
    request.onerror = () => reject(notArrived())
    request.ontimeout = () => reject(notArrived())
    request.send(content)
  })

const readBytes = (path: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => (typeof data === 'string' ? reject(notArrived()) : resolve(data)),
      fail: () => reject(notArrived()),
    })
  })

const sendFromPhone = async (place: Place, path: string, progress: Progress): Promise<void> => {
  const data = await readBytes(path)
  progress(0.1)
  const reply = await Taro.request({
    url: place.uploadUrl,
    method: 'PUT',
    header: place.headers,
    data,
    timeout: TIMEOUT_MS,
  }).catch(() => {
    throw notArrived()
  })
  if (!accepted(reply.statusCode)) throw notArrived()
}

/** Sends the bytes to a place that the cloud has prepared; the id of the raw file. May be repeated. Throws CallError. */
export const sendTo = async (place: Place, content: PictureContent, progress: Progress): Promise<string> => {
  if (typeof content === 'string') await sendFromPhone(place, content, progress)
  else await sendFromBrowser(place, content, progress)
  progress(1)
  return place.fileId
}

/** Sends the bytes; the id of the raw file. May be repeated with the same imageId. Throws CallError. */
export const sendImage = async (imageId: string, picked: PickedImage, progress: Progress): Promise<string> => {
  const place = await call('render', 'image.prepare', { imageId: imageId as ImageId, bytes: picked.bytes })
  return sendTo(place, picked.content, progress)
}

/** Has the sent bytes checked and kept; repeated, it answers as the first time. Throws CallError. */
export const takeInImage = (imageId: string, fileId: string, words: ImageWords): Promise<TakenImage> =>
  call('render', 'image.intake', { imageId: imageId as ImageId, fileId, ...words })

const TYPE_BY_ENDING: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heif',
}
const typeByName = (name: string): string => TYPE_BY_ENDING[name.split('.').pop()?.toLowerCase() ?? ''] ?? ''

export const pickedFile = (file: File): PickedImage => ({
  name: file.name,
  bytes: file.size,
  type: file.type || typeByName(file.name),
  content: file,
})

/** A kept picture's bytes, in a browser. Throws CallError. */
export const fetchKept = async (name: string, url: string): Promise<PickedImage> => {
  const reply = await fetch(url).catch(() => {
    throw notArrived()
  })
  if (!reply.ok) throw notArrived()
  const content = await reply.blob()
  return { name, bytes: content.size, type: 'image/jpeg', content }
}

/**
 * Asks the phone for up to `count` pictures; none when she changes her mind. Unless she ticks 原图, WeChat hands over its
 * smaller JPEG: an iPhone's own files are HEIC, which cannot be kept.
 */
export const pickFromPhone = async (count: number): Promise<PickedImage[]> => {
  const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['original', 'compressed'] }).catch(
    () => null,
  )
  return (chosen?.tempFiles ?? []).map(({ tempFilePath, size }, place) => ({
    name: `${place + 1}.${tempFilePath.split('.').pop() ?? ''}`,
    bytes: size,
    type: typeByName(tempFilePath),
    content: tempFilePath,
  }))
}
