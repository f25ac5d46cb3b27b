// WeChat's own package: uploads the mini program, and says which of its files nothing uses. 276 MB, so it is installed only
// where it is used.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
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

/** moduleId: null where nothing leads to the file. */
type Analysed = { files: readonly { path: string; moduleId: string | null }[] }

type Ci = {
  Project: new (options: object) => object
  analyseCode(project: object): Promise<Analysed>
  upload(options: object): Promise<{ subPackageInfo?: { name: string; size: number }[] }>
}

const loadCi = (): Ci => {
  try {
    return createRequire(path.resolve('package.json'))('miniprogram-ci') as Ci
  } catch {
    throw new Error(`WeChat's package is not here: ${INSTALL_CI}`)
  }
}

/** WeChat takes it as a new development version of robot 1; making it public stays with people. */
export const uploadWeapp = async (
  { appid, keyPath, folder, version, notes }: Upload,
  ci: Pick<Ci, 'Project' | 'upload'> = loadCi(),
): Promise<void> => {
  const project = new ci.Project({
    ...{ appid, type: 'miniProgram', projectPath: path.resolve(folder), privateKeyPath: path.resolve(keyPath) },
    ignores: ['node_modules/**/*'],
  })
  // built already: compiled again it would only grow
  const setting = { es6: false, minify: false }
  await ci.upload({ project, version, desc: notes, setting, robot: 1, onProgressUpdate: () => undefined })
}

export type Unused = { files: number; unused: readonly string[] }

/** Files of a built folder that nothing uses, by the check of WeChat's developer tools. Needs neither key nor network. */
export const unusedOf = async (folder: string, ci = loadCi()): Promise<Unused> => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'ripple-unused-'))
  try {
    const privateKeyPath = path.join(place, 'none') // a project is not made without a file
    writeFileSync(privateKeyPath, '')
    const projectPath = path.resolve(folder)
    const { files } = await ci.analyseCode(
      new ci.Project({ ...{ appid: 'touristappid', type: 'miniProgram' }, projectPath, privateKeyPath, ignores: [] }),
    )
    return { files: files.length, unused: files.flatMap((file) => (file.moduleId === null ? [file.path] : [])) }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
