// Which sentences name a child's age, name or school, and which only seem to?
import { type ChildFact, findChildFacts } from '../../shared/domain/minor'

const words = (text: string): string[] => findChildFacts(text).map(({ word }) => word)

const refused: [string, ChildFact['kind'], string][] = [
  ['女儿今年3岁半，最近不爱吃饭', 'age', '3岁半'],
  ['她家老大五岁了', 'age', '五岁'],
  ['小宝8个月大，准备加辅食', 'age', '8个月大'],
  ['宝宝刚满月，她睡不好', 'age', '宝宝刚满月'],
  ['下周办满月酒', 'age', '办满月'],
  ['孩子下月过周岁', 'age', '过周岁'],
  ['儿子12岁，个子蹿得快', 'age', '12岁'],
  ['大宝十七岁', 'age', '十七岁'],
  ['她家3岁的儿子能吃吗', 'age', '3岁'],
  ['我家3岁的宝宝能用吗', 'age', '3岁'],
  ['孩子才6个月', 'age', '孩子才6个月'],
  ['10个月的宝宝', 'age', '10个月的宝宝'],
  ['二宝虚岁5', 'age', '虚岁5'],
  ['2021年5月出生', 'age', '2021年5月出生'],
  ['出生20天就来店里', 'age', '出生20天'],
  ['刚出生45天大', 'age', '出生45天'],
  ['她女儿４岁', 'age', '4岁'],
  ['半岁的娃', 'age', '半岁'],
  ['给1岁2个月的外孙买', 'age', '1岁2个月'],
  ['Her son is 4 years old', 'age', '4 years old'],
  ['an 8-month-old at home', 'age', '8-month-old'],
  ['宝宝叫优优', 'name', '宝宝叫优优'],
  ['孩子叫李子涵，', 'name', '孩子叫李子涵'],
  ['儿子叫乐乐', 'name', '儿子叫乐乐'],
  ['小名叫豆豆', 'name', '小名叫豆豆'],
  ['小名豆豆，很可爱', 'name', '小名豆豆'],
  ['女儿的大名是王一诺', 'name', '大名是王一诺'],
  ['给孩子起名叫安安', 'name', '孩子起名叫安安'],
  ['her daughter is called Lily', 'name', 'daughter is called Lily'],
  ['儿子在学军小学', 'school', '学军小学'],
  ['孩子上万科幼儿园', 'school', '万科幼儿园'],
  ['送去红黄蓝双语幼儿园', 'school', '红黄蓝双语幼儿园'],
  ['女儿考进杭州第二中学', 'school', '杭州第二中学'],
  ['三年级二班', 'school', '三年级二班'],
  ['儿子上四年级', 'school', '四年级'],
  ['孩子在读初二', 'school', '读初二'],
  ['宝宝上中班', 'school', '宝宝上中班'],
  ['at Sunrise Kindergarten', 'school', 'Sunrise Kindergarten'],
]

const allowed: string[] = [
  '她今年42岁，爱跑步',
  '他二十八岁，刚结婚',
  '十八岁成年礼物',
  '三十岁生日要送自己礼物',
  '适合3-6岁',
  '0-3岁用的餐椅',
  '6个月以上可用',
  '6到12个月的宝宝',
  '三到六岁都能坐',
  '这款适合3岁的孩子',
  '3岁以上才能吃',
  '未满3岁禁用',
  '3岁的宝宝能用',
  '3岁款和6岁款',
  '她看着年轻十岁',
  '先生比她大3岁',
  '差三岁，聊得来',
  '猫三岁了，爱掉毛',
  '我们店3岁啦',
  '怀孕6个月',
  '用了3个月，说好用',
  '宝宝用了3个月',
  '分期12个月',
  '三岁看大，七岁看老',
  '中秋满月，约她赏月',
  '满月礼盒还有货吗',
  '百日咳疫苗的事她问过',
  '1988年出生',
  '孩子三四岁的时候最难带',
  '十几岁的孩子有主意',
  '孩子快上小学了',
  '幼儿园前后的作息',
  '附近的幼儿园',
  '准备上双语幼儿园',
  '小学生书包',
  '她是学军小学的老师',
  '她在第二中学教书',
  '三年级语文课本',
  '大学三年级',
  '她上中班，晚上才有空',
  '大年初二来拜年',
  '上小班课比较贵',
  '孩子叫她别买了',
  '宝宝叫不醒',
  '儿子叫外卖',
  '给孩子起名字的书',
  '品牌叫小皮',
  '孩子叫什么没问',
  '优优妈妈想换餐椅',
  '添加辅食阶段，过敏体质',
  'Fits ages 3-6 years',
  '6 months and up',
  'She turned 42 years old',
  '答应周五给她留一罐三段',
]

test.each(refused)('%s', (text, kind, word) => {
  const [first] = findChildFacts(text)
  expect(first).toMatchObject({ kind })
  expect(first?.word).toContain(word)
  expect(text.replace(/４/, '4').slice(first?.at)).toMatch(new RegExp(`^${first?.word}`))
})

test.each(allowed)('%s: nothing of a child', (text) => expect(words(text)).toEqual([]))

test('each is told once, in the order in which they stand', () => {
  expect(words('大宝叫优优，五岁，在学军小学，二宝8个月大')).toEqual(['大宝叫优优', '五岁', '学军小学', '二宝8个月'])
  expect(words('')).toEqual([])
})
