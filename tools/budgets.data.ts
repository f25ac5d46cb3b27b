// How heavy, how slow may it be? Every bound that checks, journeys and benches hold the product to stands here, and only here.

/** The mini program. WeChat takes 2,048 KB for a package and 20 MB for all (KB: 1,024 bytes, before its own packing). */
export const WEAPP = {
  packageKb: { main: 700, 'pkgs/rep': 860, 'pkgs/desk': 430, 'pkgs/account': 80 } as Readonly<Record<string, number>>,
  /** A subpackage that is not named above. */
  otherPackageKb: 100,
  totalKb: 2_048,
  /** WeChat warns above 256 KB; a reader's phone is nobody's choice. */
  setDataBytes: 256 * 1024,
  readerSetDataBytes: 64 * 1024,
  /** What WeChat's own audit calls too much: elements of a page, children of one, one below another. */
  pageNodes: 1_000,
  nodeChildren: 60,
  nodeDepth: 30,
} as const

/** The web app on a phone four times slower than this machine, over 1.6 Mbit/s with 150 ms there and back. */
export const WEB = {
  /** Scripts until the app shows the article, gzipped. */
  readerScriptKb: 150,
  largestPaintMs: 1_500,
  shift: 0,
} as const

export const FUNCTIONS = {
  /** From the start of the process until `reader` has answered its first call. */
  readerColdStartMs: 300,
  /** What is uploaded of `reader`, raw. */
  readerBundleKb: 2_300,
} as const
