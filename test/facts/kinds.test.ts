/** What the registry says of each kind of fact: its line in the README, and the kinds that are looked for with it. */
import { expect, it } from 'vitest'
import { kinds } from '../../src/facts/index.ts'

it('tells what each kind is and what it builds on', () => {
  expect(kinds.map(({ type, summary, needs }) => [type, summary, needs])).toEqual([
    ['document', 'an official document that is mentioned', []],
    ['date', 'a calendar expression: day, month, year, part of day, clock time, interval, duration, set', []],
    ['official', 'a person given with a position', []],
    ['bridgePoints', 'a number of video-conference points (điểm cầu)', []],
    ['attendance', 'a number of people at an event that they attend', []],
    ['topic', 'the title of a subject that is presented, studied or legislated', ['document', 'official']],
    ['deadline', 'something that has to be done by a date', ['date']],
  ])
})
