/** The file of a worker thread. */
import { answerTasks } from '../workers/answer.ts'
import { work } from './work.ts'

answerTasks(work)
