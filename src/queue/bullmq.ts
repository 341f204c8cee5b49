/** BullMQ is an optional peer dependency: it is loaded when a queue is opened. */
export async function loadBullmq(): Promise<typeof import('bullmq')> {
  try {
    return await import('bullmq')
  } catch (error) {
    throw new Error('trichluc/queue needs BullMQ and its driver for Redis: npm install bullmq ioredis', {
      cause: error,
    })
  }
}
