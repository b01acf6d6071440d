/** Reading in worker threads, for programs that do much of it. */
export { sourceThread } from './source-thread.ts';
export { type PoolOptions, ThreadLost, type ThreadPool, threadPool } from './thread-pool.ts';
export { createThreadedReader, type ThreadedReaderOptions } from './threaded-reader.ts';
