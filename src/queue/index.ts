/**
 * Extraction over a queue in Redis, by BullMQ (`trichluc/queue`): producers put articles in, workers on any number of machines take them out, and nothing is lost when
 * one of them dies.
 */
export type { JobData, JobResult, QueuedArticle, QueuedOptions } from './job.ts'
export { type Added, openProducer, type Producer, type ProducerOptions } from './producer.ts'
export { type Answer, type QueueWorker, type Sink, startWorker, type WorkerOptions } from './worker.ts'
