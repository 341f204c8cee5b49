/** Asks the worker: one question at a time, and of those that wait only the last. */
import type { Answer, Request } from './worker.ts'

export class Engine {
  private readonly worker: Worker
  private busy = false
  private next: Request | undefined
  private count = 0

  /** @param source The worker's script. A page opened from disk may not load one, but may make one. */
  constructor(
    source: string,
    private readonly answered: (answer: Answer) => void,
    failed: (message: string) => void,
  ) {
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    this.worker = new Worker(address)
    this.worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.busy = false
      // What was asked in the meantime will be answered too: an older answer is only worth showing while there is none.
      if (this.next) this.send()
      this.answered(data)
    })
    this.worker.addEventListener('error', (event) => failed(event.message || 'the worker did not start'))
  }

  /** @returns The number by which the answer names the question. */
  ask(request: Omit<Request, 'id'>): number {
    this.next = { ...request, id: ++this.count }
    if (!this.busy) this.send()
    return this.count
  }

  private send(): void {
    this.worker.postMessage(this.next)
    this.next = undefined
    this.busy = true
  }
}
