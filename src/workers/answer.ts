/** The other side of a pool: what a worker's file calls. */
import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './messages.ts'

/** A result of which some buffers go over to the pool instead of being copied. */
export class Transfer<Result> {
  constructor(
    readonly result: Result,
    readonly buffers: readonly ArrayBuffer[],
  ) {}
}

/**
 * Answers the tasks of a pool. What `work` throws goes to who gave the task, as an error with the same name and message.
 * @throws Error in the main thread, where there is no pool.
 */
export function answerTasks<Task, Result>(
  work: (task: Task) => Result | Transfer<Result> | Promise<Result | Transfer<Result>>,
): void {
  if (!parentPort) throw new Error('this file is run by a pool of worker threads')
  const port = parentPort
  port.on('message', async ({ task }: Question<Task>) => {
    let answer: Answer<Result>
    let buffers: readonly ArrayBuffer[] = []
    try {
      const result = await work(task)
      if (result instanceof Transfer) buffers = result.buffers
      answer = { result: result instanceof Transfer ? result.result : result }
    } catch (error) {
      answer = { error }
    }
    port.postMessage(answer, buffers)
  })
}
