/** The program of the threads. */
import { workerData } from 'node:worker_threads'
import { answerTasks, Transfer } from '../workers/answer.ts'
import { answer, type Done, type ThreadSettings } from './answer.ts'
import { loadPages } from './read-page.ts'
import type { Task } from './task.ts'

const settings = workerData as ThreadSettings

answerTasks<Task, Done>(async (task) => {
  if (task.form === 'html' || task.form === 'warc') await loadPages()
  const done = answer(task, settings)
  return new Transfer(
    done,
    done.outputs.map(({ buffer }) => buffer),
  )
})
