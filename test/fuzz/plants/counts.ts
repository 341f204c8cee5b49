/** Bridge points and people who attend, with their numbers. */
import fc from 'fast-check'
import { hedge, numeral } from './numbers.ts'
import { fact, type Plant } from './plant.ts'

export const bridgePoints: fc.Arbitrary<Plant> = fc
  .tuple(
    numeral,
    hedge,
    fc.constantFrom<(points: string) => string>(
      (points) => `Hội nghị có ${points}.`,
      (points) => `Đài truyền hình lắp đặt ${points}.`,
      (points) => `Bà con theo dõi qua loa và ${points} tại các khu phố.`,
    ),
  )
  .map(([{ name, text, value }, [word, approx], carry]) => {
    const evidence = `${word}${text} điểm cầu`
    return {
      name: `bridgePoints/${name}`,
      sentence: carry(evidence),
      facts: [fact('bridgePoints', evidence, { count: String(value), approx })],
    }
  })

const unit = fc.constantFrom('đại biểu', 'đảng viên', 'cán bộ', 'sinh viên', 'người', 'hội viên', 'cán bộ, đảng viên')

const people = fc
  .tuple(
    numeral,
    hedge,
    unit,
    fc.constantFrom<(people: string) => string>(
      (them) => `Có ${them} tham dự hội nghị.`,
      (them) => `Buổi giao lưu có ${them} đến dự.`,
      (them) => `Tọa đàm có sự tham gia của ${them}.`,
    ),
  )
  .map(([{ name, text, value }, [word, approx], who, carry]) => {
    const evidence = `${word}${text} ${who}`
    return {
      name: `attendance/${name}`,
      sentence: carry(evidence),
      facts: [fact('attendance', evidence, { count: String(value), unit: who, approx, of: 'null', percent: 'null' })],
    }
  })

/** So many of those who were called: "97/103 đại biểu". */
const ratios = fc
  .tuple(
    fc.integer({ min: 2, max: 3000 }),
    fc.nat({ max: 400 }),
    fc.constantFrom('đại biểu', 'đảng viên'),
    fc.boolean(),
  )
  .map(([count, absent, who, dots]) => {
    const write = (n: number) => (dots ? String(n).replace(/\B(?=(\d{3})+$)/g, '.') : String(n))
    const evidence = `${write(count)}/${write(count + absent)} ${who}`
    return {
      name: 'attendance/ratio',
      sentence: `Kỳ họp có ${evidence} tham dự.`,
      facts: [fact('attendance', evidence, { count: String(count), of: String(count + absent), unit: who })],
    }
  })

export const attendances: fc.Arbitrary<Plant> = fc.oneof(
  { weight: 3, arbitrary: people },
  { weight: 1, arbitrary: ratios },
)
