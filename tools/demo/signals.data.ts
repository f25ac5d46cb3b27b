// Which words does the demo's HQ listen for?
export type DemoRule = { id: string; name: string; words: string[]; except: string[]; talk: string; days: number }

export const demoRules: readonly DemoRule[] = [
  {
    id: 'move',
    name: '换房',
    words: ['看房', '换房', '买房', '二手房', '装修', '搬家', '新家'],
    except: ['看房东', '房东'],
    talk: '恭喜要换新家，问问什么时候搬、想添点什么',
    days: 21,
  },
  {
    id: 'season',
    name: '换季护肤',
    words: ['换季', '起皮', '泛红', '刺痛', '干痒', '过敏', '敏感', '爆痘'],
    except: ['不过敏', '不敏感'],
    talk: '先问现在脸上什么感觉，再说先停哪一样',
    days: 14,
  },
]
