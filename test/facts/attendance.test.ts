/** How far the words stand that say that people attend something. */
import { expect, it } from 'vitest'
import { type AttendanceFact, extract } from '../../src/index.ts'

const read = (text: string) =>
  extract(text)
    .facts.filter((fact): fact is AttendanceFact => fact.type === 'attendance')
    .map(({ text, rule }) => `${text}: ${rule.replace('attendance/', '')}`)
const words = (n: number) => 'và vân vân '.repeat(n).trim()

it.each([
  // The sentence of the event goes on over stops that end none.
  ['Dự lễ có ThS. An và 95 hội viên.', '95 hội viên: event-with'],
  ['Dự lễ có TS. An và 95 hội viên.', '95 hội viên: event-with'],
  ['Dự lễ có ông An... và 95 hội viên.', '95 hội viên: event-with'],
  ['Dự lễ có ông An… và 95 hội viên.', '95 hội viên: event-with'],
  ['Dự lễ có ông An; ông Ba và 95 hội viên.', '95 hội viên: event-with'],
  // Ten are enough.
  ['Dự lễ có ông An và 10 hội viên.', '10 hội viên: event-with'],
  ['Dự lễ có 9 hội viên.', '9 hội viên: event-with'],
  ['Hội nghị với 10 hội viên.', '10 hội viên: event-with'],
  ['Ông An nói chuyện trước 10 đoàn viên tại hội nghị.', '10 đoàn viên: before-them'],
  // What stands in brackets is passed over.
  ['95 hội viên (bị ốm 5) dự lễ.', '95 hội viên: attend'],
  ['95 hội viên (5 vắng) dự lễ.', '95 hội viên: attend'],
  // A percentage behind them, at most 6 tokens away.
  ['95 hội viên dự lễ, đạt 95%.', '95 hội viên: attend'],
  // Joining what is an event.
  ['95 hội viên tham gia nghiên cứu, học tập tại hội nghị.', '95 hội viên: take-part-in-event'],
  ['Hội thi có 95 hội viên tham gia.', '95 hội viên: take-part'],
  ['Hội thi có 95 hội viên tham gia', '95 hội viên: take-part'],
  ['Hội thi có 95 hội viên tham gia\nHọ về.', '95 hội viên: take-part'],
  ['Hội thi có 95 hội viên tham gia, nhà báo tới.', '95 hội viên: take-part'],
  ['Hội thi có 95 hội viên tham gia; nhà báo tới.', '95 hội viên: take-part'],
  ['Hội thi (95 hội viên tham gia) đã mở.', '95 hội viên: take-part'],
  ['Tại điểm cầu tỉnh có ông An cùng 95 đảng viên.', '95 đảng viên: roll'],
])('%s', (text, fact) => {
  expect(read(text)).toEqual([fact])
})

it.each([
  'Dự lễ có ông An. Huyện có 95 hội viên.',
  'Dự lễ có ông An! Huyện có 95 hội viên.',
  'Dự lễ có ông An? Huyện có 95 hội viên.',
  'Dự lễ có ông An… Huyện có 95 hội viên.',
  'Dự lễ có ông An... Huyện có 95 hội viên.',
  'Dự lễ có ông An\nHuyện có 95 hội viên.',
  'Ông An dự lễ. Huyện có 95 hội viên.',
  'Huyện có 95 hội viên\ndự lễ.',
  'Huyện có 95 hội viên. Họ dự lễ.',
  'Huyện có 95 hội viên; người khác dự lễ.',
  'Huyện có 95 hội viên: họ dự lễ.',
  'Huyện có 95 hội viên! Họ dự lễ.',
  'Huyện có 95 hội viên? Họ dự lễ.',
  'Huyện có 95 hội viên (dự lễ).',
  'Dự lễ có ông An và 9 hội viên.',
  'Hội nghị với 9 hội viên.',
  'Ông An nói chuyện trước 9 đoàn viên tại hội nghị.',
  `95 hội viên ${words(6)} dự lễ.`,
  `Hội thi ${words(14)} thu hút 95 hội viên.`,
  'Hội thi vắng; 95 hội viên tham gia dập lửa rừng.',
])('none: %s', (text) => {
  expect(read(text)).toEqual([])
})

it('are near', () => {
  expect(read(`95 hội viên ${words(4)} dự lễ.`)).toHaveLength(1)
  expect(read(`Hội thi ${words(10)} thu hút 95 hội viên.`)).toHaveLength(1)
})
