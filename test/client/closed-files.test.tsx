// Where the cloud's files are closed to phones, does a picture still arrive? By its signed address.
const asked: string[] = []
jest.mock('@tarojs/taro', () => ({
  cloud: {
    downloadFile: async ({ fileID }: { fileID: string }) => {
      asked.push(fileID)
      if (fileID === 'cloud://closed') throw { errMsg: 'cloud.downloadFile:fail -503003 storage permission denied' }
      return { tempFilePath: 'wxfile://by-id' }
    },
  },
  downloadFile: async ({ url }: { url: string }) => {
    asked.push(url)
    return { statusCode: 200, tempFilePath: 'wxfile://by-address' }
  },
}))

import { fetchFile } from '../../client/platform/files'

Object.assign(globalThis, { RIPPLE_LOCAL_CLOUD: '' })
beforeEach(() => {
  asked.length = 0
  process.env.TARO_ENV = 'weapp'
})
afterEach(() => {
  process.env.TARO_ENV = 'h5'
})

test('a file that WeChat gives comes by its id alone', async () => {
  expect(await fetchFile({ fileId: 'cloud://open', url: 'https://signed' })).toBe('wxfile://by-id')
  expect(asked).toEqual(['cloud://open'])
})

test('one that it refuses comes by its signed address', async () => {
  expect(await fetchFile({ fileId: 'cloud://closed', url: 'https://signed' })).toBe('wxfile://by-address')
  expect(asked).toEqual(['cloud://closed', 'https://signed'])
})
