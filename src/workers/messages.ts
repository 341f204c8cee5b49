/** What a pool and its threads say to each other. */
export interface Question<Task> {
  readonly task: Task
}

export type Answer<Result> = { readonly result: Result } | { readonly error: unknown }
