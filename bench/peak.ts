/**
 * Run by throughput.ts in a process of its own, with the name of a contender, the folder of the package, and all or quick: takes the
 * contender once through the articles and prints the process's largest resident set in bytes.
 */
import { loadArticles } from './articles.ts'
import { type ContenderName, loadContender } from './contenders.ts'

const [name, dist, which] = process.argv.slice(2)
const { run } = await loadContender(name as ContenderName, dist as string)
run(loadArticles(which === 'quick').list)
// The engine counts in units of 1024 bytes.
console.log(process.resourceUsage().maxRSS * 1024)
