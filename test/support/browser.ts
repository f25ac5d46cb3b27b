// A real Chromium with Chinese type.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium'

/** Fonts come along through npm; fontconfig is told where they are, whatever the machine has. */
const fontsConfig = (): string => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'ripple-fonts-'))
  const fonts = path.resolve('node_modules/@expo-google-fonts')
  const seen = path.resolve('node_modules/.cache/fontconfig') // looking through 100 MB of type anew takes each browser a second
  const file = path.join(dir, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${seen}</cachedir>
<alias binding="strong"><family>sans-serif</family><prefer><family>Noto Sans SC</family><family>Noto Color Emoji</family></prefer></alias>
<alias binding="strong"><family>monospace</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`,
  )
  return file
}

export const openBrowser = async (): Promise<Browser> => {
  const { executable, libraries } = findChromium()
  const fonts = fontsConfig()
  const browser = await chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-blink-features=AutomationControlled', // she is a reader, not a crawler
    ],
    env: {
      ...process.env,
      ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
      ...{ FONTCONFIG_FILE: fonts, TZ: 'Asia/Shanghai' },
    } as Record<string, string>,
  })
  browser.on('disconnected', () => rmSync(path.dirname(fonts), { recursive: true, force: true }))
  return browser
}

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }
