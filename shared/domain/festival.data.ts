// On which days does everyone greet everyone? Festivals and public holidays, by the sun, by the moon, or by the week.
import type { Yearly } from './occasion'

/** The nth Sunday of a month. */
export type SundayOf = { calendar: 'sunday'; month: number; nth: number }
export type Festival = { id: string; zh: string; en: string; on: Yearly | SundayOf }

const sun = (month: number, day: number): Yearly => ({ calendar: 'solar', month, day, leap: false })
const moon = (month: number, day: number): Yearly => ({ calendar: 'lunar', month, day, leap: false })
const sunday = (month: number, nth: number): SundayOf => ({ calendar: 'sunday', month, nth })

/** 清明 is for the dead and no day for greetings. */
export const FESTIVALS: readonly Festival[] = [
  { id: 'new-year', zh: '元旦', en: 'New Year', on: sun(1, 1) },
  { id: 'eve', zh: '除夕', en: 'Lunar New Year’s Eve', on: moon(12, 30) },
  { id: 'spring', zh: '春节', en: 'Lunar New Year', on: moon(1, 1) },
  { id: 'lantern', zh: '元宵节', en: 'Lantern Festival', on: moon(1, 15) },
  { id: 'women', zh: '妇女节', en: 'Women’s Day', on: sun(3, 8) },
  { id: 'labour', zh: '劳动节', en: 'Labour Day', on: sun(5, 1) },
  { id: 'mother', zh: '母亲节', en: 'Mother’s Day', on: sunday(5, 2) },
  { id: 'children', zh: '儿童节', en: 'Children’s Day', on: sun(6, 1) },
  { id: 'dragon-boat', zh: '端午节', en: 'Dragon Boat Festival', on: moon(5, 5) },
  { id: 'father', zh: '父亲节', en: 'Father’s Day', on: sunday(6, 3) },
  { id: 'qixi', zh: '七夕', en: 'Qixi', on: moon(7, 7) },
  { id: 'teacher', zh: '教师节', en: 'Teachers’ Day', on: sun(9, 10) },
  { id: 'mid-autumn', zh: '中秋节', en: 'Mid-Autumn Festival', on: moon(8, 15) },
  { id: 'national', zh: '国庆节', en: 'National Day', on: sun(10, 1) },
  { id: 'double-ninth', zh: '重阳节', en: 'Double Ninth Festival', on: moon(9, 9) },
]
