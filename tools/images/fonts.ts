// Which fonts do tools paint with? The full Noto Sans SC of the npm package.
import { join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'

const FOLDER = join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc')

export const registerFonts = (): void => {
  for (const weight of ['400Regular', '600SemiBold'])
    if (GlobalFonts.registerFromPath(join(FOLDER, weight, `NotoSansSC_${weight}.ttf`), 'Noto Sans SC') === null)
      throw new Error(`no font Noto Sans SC ${weight} in ${FOLDER}: npm ci`)
}
