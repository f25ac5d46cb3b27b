// Uploading the mini program by WeChat's own package. 276 MB, so it is installed only where it is used.
import { createRequire } from 'node:module'
import path from 'node:path'

const VERSION = '2.1.42'
export const INSTALL_CI = `npm install --no-save miniprogram-ci@${VERSION}`

export type Upload = {
  readonly appid: string
  /** The file with the key: mp.weixin.qq.com → 开发管理 → 开发设置 → 小程序代码上传. */
  readonly keyPath: string
  readonly folder: string
  readonly version: string
  readonly notes: string
}

type Ci = {
  Project: new (options: object) => object
  upload(options: object): Promise<{ subPackageInfo?: { name: string; size: number }[] }>
}

const loadCi = (): Ci => {
  try {
    return createRequire(path.resolve('package.json'))('miniprogram-ci') as Ci
  } catch {
    throw new Error(`uploading the mini program needs ${INSTALL_CI}`)
  }
}

/** WeChat takes it as a new development version of robot 1; making it public stays with people. */
export const uploadWeapp = async ({ appid, keyPath, folder, version, notes }: Upload, ci = loadCi()): Promise<void> => {
  const project = new ci.Project({
    ...{ appid, type: 'miniProgram', projectPath: path.resolve(folder), privateKeyPath: path.resolve(keyPath) },
    ignores: ['node_modules/**/*'],
  })
  // built already: compiled again it would only grow
  const setting = { es6: false, minify: false }
  await ci.upload({ project, version, desc: notes, setting, robot: 1, onProgressUpdate: () => undefined })
}
