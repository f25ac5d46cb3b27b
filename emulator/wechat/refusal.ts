// How does WeChat say no? With a number and a sentence.

export type Fields = Readonly<Record<string, unknown>>
export type Refusal = { readonly errcode: number; readonly errmsg: string }

export const refusal = (errcode: number, errmsg: string): Refusal => ({ errcode, errmsg: `${errmsg} rid: local` })
