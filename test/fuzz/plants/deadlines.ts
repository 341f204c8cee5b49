/** Deadlines with the days that bound them. */
import fc from 'fast-check'
import { anyDay, fact, iso, numeric, type Plant } from './plant.ts'

const order = fc.constantFrom<(agent: string, task: string, by: string) => string>(
  (agent, task, by) => `Chủ tịch UBND tỉnh yêu cầu ${agent} ${task} ${by}.`,
  (agent, task, by) => `Bí thư Tỉnh ủy giao ${agent} ${task} ${by}.`,
)
const agent = fc.constantFrom('Sở Y tế', 'Ban Tuyên giáo', 'Sở Nội vụ', 'các địa phương', 'các đơn vị')
const task = fc.constantFrom('báo cáo kết quả', 'gửi danh sách', 'hoàn thành rà soát', 'xây dựng đề án')
/** Words before a day, and whether the day itself is in time. */
const bound = fc.constantFrom(
  ['trước', 'false'],
  ['chậm nhất', 'true'],
  ['đến hết', 'true'],
  ['không muộn hơn', 'true'],
)

export const deadlines: fc.Arbitrary<Plant> = fc
  .tuple(order, agent, task, bound, anyDay(2023, 2039), numeric)
  .map(([write, who, what, [word = '', inclusive = ''], day, form]) => {
    const date = `ngày ${form.write(day)}`
    const evidence = `${word} ${date}`
    return {
      name: `deadline/${word}`,
      sentence: write(who, what, evidence),
      facts: [
        fact('deadline', evidence, { due: iso(day), inclusive, within: 'null', task: what, assignee: who }),
        fact('date', date, { kind: 'date', value: iso(day) }),
      ],
    }
  })
