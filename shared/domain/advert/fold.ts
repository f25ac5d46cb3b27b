// How do full-width, capital, traditional and invisibly split spellings come to read alike, without losing their place?

/** Only the characters the word list uses; each traditional form is one UTF-16 unit, as is the simplified one. */
const PAIRS =
  '級级頂顶極极絕绝銷销軍军國国領领專专無无萬万藥药醫医療疗壓压強强調调腸肠轉转發发讚赞贊赞關关紅红禮礼獎奖賺赚價价殺杀權权師师題题錄录證证過过獨独薦荐業业熱热優优質质實实顯显龍龙頭头馳驰護护膚肤細细減减體体腦脑學学狀状員员稱称會会後后時时間间僅仅虧亏開开運运財财風风闢辟機机總总隊队務务們们這这麼么個个條条買买賣卖媽妈讓让歲岁兒儿嬰婴臨临驗验緩缓頸颈癒愈補补腎肾氣气養养燒烧視视團团樣样從从來来對对車车達达鐘钟戰战勝胜傳传統统歷历與与雙双貨货廠厂為为電电煙烟傷伤爾尔種种鮮鲜產产術术壽寿燃燃濕湿濟济廢废導导選选說说認认識识負负責责約约繳缴費费貸贷邊边圖图環环斷断潔洁覺觉衛卫華华準准擊击獎奖換换試试還还應应盡尽純纯緊紧終终點点鏈链'

const SIMPLE: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)] as const),
)

const isInvisible = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || code === 0xfe0f

/** Chinese sentences end in full-width marks, so these go the other way. */
const MARKS: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  ['!', '！'],
  ['?', '？'],
  [';', '；'],
])
const WIDE = /[０-９Ａ-Ｚａ-ｚ％：．＋＃＠～－]/

function foldUnit(unit: string, code: number): string {
  if (code > 0xff00 && WIDE.test(unit)) return String.fromCharCode(code - 0xfee0).toLowerCase()
  if (code === 0x3000) return ' '
  if (code < 0x80) return MARKS.get(unit) ?? unit.toLowerCase()
  return SIMPLE.get(unit) ?? unit
}

/** `starts[i]` is the UTF-16 offset in the original of folded unit i; one entry more than units, for the end. */
export type Folded = { text: string; starts: readonly number[] }

export function foldText(original: string): Folded {
  const starts: number[] = []
  let text = ''
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at)
    if (isInvisible(code)) continue
    text += foldUnit(original.charAt(at), code)
    starts.push(at)
  }
  starts.push(original.length)
  return { text, starts }
}
