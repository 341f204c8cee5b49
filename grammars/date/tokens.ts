/** Token types of the calendar lexicon. */
import { Lower, lexical } from '../_shared/tokens.ts'

export const Day = lexical('Day')
export const Hom = lexical('Hom')
export const Week = lexical('Week')
export const Month = lexical('Month')
export const Quarter = lexical('Quarter')
export const Year = lexical('Year')
export const Decade = lexical('Decade')
export const Century = lexical('Century')
export const Hour = lexical('Hour')
export const LongHour = lexical('LongHour')
export const Minute = lexical('Minute')
export const Second = lexical('Second')
export const Part = lexical('Part')
export const Buoi = lexical('Buoi')
export const RelDay = lexical('RelDay')
export const SameDay = lexical('SameDay')
export const SameUnit = lexical('SameUnit')
export const Deictic = lexical('Deictic')
export const Recent = lexical('Recent')
export const RelYear = lexical('RelYear')
export const Edge = lexical('Edge')
export const Weekday = lexical('Weekday')
export const Thu = lexical('Thu')
export const Weekend = lexical('Weekend')
export const MonthName = lexical('MonthName')
export const NumberWord = lexical('NumberWord', Lower)
export const Half = lexical('Half')
export const HalfMore = lexical('HalfMore')
export const Period = lexical('Period')
export const Years = lexical('Years')
export const Days = lexical('Days')
export const From = lexical('From')
export const To = lexical('To')
export const And = lexical('And')
export const Each = lexical('Each')
export const Hedge = lexical('Hedge')
export const Since = lexical('Since')
export const Lunar = lexical('Lunar')
export const Mung = lexical('Mung')
export const Ram = lexical('Ram')
export const Tet = lexical('Tet')
export const LunarYear = lexical('LunarYear')
export const Season = lexical('Season')
export const Holiday = lexical('Holiday')
export const Times = lexical('Times')
/** "quý vị", "quý khách": no quarter. */
export const Courtesy = lexical('Courtesy')

export const dateTypes = [
  Day,
  Hom,
  Week,
  Month,
  Quarter,
  Year,
  Decade,
  Century,
  Hour,
  LongHour,
  Minute,
  Second,
  Part,
  Buoi,
  RelDay,
  SameDay,
  SameUnit,
  Deictic,
  Recent,
  RelYear,
  Edge,
  Weekday,
  Thu,
  Weekend,
  MonthName,
  NumberWord,
  Half,
  HalfMore,
  Period,
  Years,
  Days,
  From,
  To,
  And,
  Each,
  Hedge,
  Since,
  Lunar,
  Mung,
  Ram,
  Tet,
  LunarYear,
  Season,
  Holiday,
  Times,
  Courtesy,
]

/** Words that are two things: năm (year, five), tới (next, to). */
export const dateCombinations = [
  ['NumberWord', 'Year'],
  ['Deictic', 'To'],
  ['MonthName', 'NumberWord'],
]
