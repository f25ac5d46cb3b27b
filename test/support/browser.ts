// A real Chromium with Chinese type: the one that npm brings, else one that is installed.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** @sparticuz/chromium unpacks its browser on first use; it is an ES module, so a process of its own asks it. */
const fromNpm = (): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())",
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )

const findChromium = (): string => {
  try {
    return fromNpm()
  } catch {
    const installed = INSTALLED.find((file) => existsSync(file))
    if (!installed) throw new Error('No Chromium: @sparticuz/chromium did not unpack and none is installed')
    return installed
  }
}

/** Fonts come along through npm; fontconfig is told where they are, whatever the machine has. */
const fontsConfig = (): string => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'ripple-fonts-'))
  const fonts = path.resolve('node_modules/@expo-google-fonts')
  const file = path.join(dir, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/cache</cachedir>
<alias binding="strong"><family>sans-serif</family><prefer><family>Noto Sans SC</family><family>Noto Color Emoji</family></prefer></alias>
<alias binding="strong"><family>monospace</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`,
  )
  return file
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-blink-features=AutomationControlled', // she is a reader, not a crawler
    ],
    env: { ...process.env, FONTCONFIG_FILE: fontsConfig(), TZ: 'Asia/Shanghai' } as Record<string, string>,
  })

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }
