import { Worker } from 'node:worker_threads';

export interface ThreadPoolOptions {
  readonly script: URL;
  /** What each thread finds as its `workerData`. */
  readonly given?: unknown;
  readonly threads: number;
  /** How many may wait besides those being worked on. */
  readonly queue: number;
  /** A thread that takes longer is given up, and another takes its place. */
  readonly longestMs: number;
}

/** Threads that each take one message at a time. They start when first needed. */
export interface ThreadPool<Question, Answer> {
  /** Undefined when too many wait already. @throws when the thread died over it, took too long, or the pool closed */
  ask(question: Question): Promise<Answer> | undefined;
  close(): Promise<void>;
}

interface Task<Question, Answer> extends PromiseWithResolvers<Answer> {
  readonly question: Question;
}

interface Seat<Question, Answer> {
  readonly worker: Worker;
  task?: Task<Question, Answer> | undefined;
  timer?: NodeJS.Timeout;
}

export function threadPool<Question, Answer>(options: ThreadPoolOptions): ThreadPool<Question, Answer> {
  const seats = new Set<Seat<Question, Answer>>();
  const waiting: Task<Question, Answer>[] = [];
  let closed = false;

  function workOn(): void {
    while (!closed && waiting.length > 0) {
      const seat = idleSeat() ?? (seats.size < options.threads ? newSeat() : undefined);
      if (!seat) return;
      seat.task = waiting.shift()!;
      seat.timer = setTimeout(() => vacate(seat, new Error('a thread took too long')), options.longestMs);
      seat.worker.ref();
      seat.worker.postMessage(seat.task.question);
    }
  }

  const idleSeat = () => [...seats].find(({ task }) => !task);

  function newSeat(): Seat<Question, Answer> {
    const seat: Seat<Question, Answer> = {
      worker: new Worker(options.script, { workerData: options.given }),
    };
    seats.add(seat);
    seat.worker
      .on('message', (answer: Answer) => finish(seat)?.resolve(answer))
      .on('error', (error) => vacate(seat, error))
      .on('exit', () => vacate(seat, new Error('a thread ended over its work')));
    return seat;
  }

  /** The seat is free for the next; a thread with nothing to do keeps no process running. */
  function finish(seat: Seat<Question, Answer>): Task<Question, Answer> | undefined {
    const { task } = seat;
    clearTimeout(seat.timer);
    seat.task = undefined;
    seat.worker.unref();
    workOn();
    return task;
  }

  function vacate(seat: Seat<Question, Answer>, error: Error): void {
    if (!seats.delete(seat)) return;
    void seat.worker.terminate();
    finish(seat)?.reject(error);
  }

  return {
    ask(question) {
      if (closed) return Promise.reject(new Error('the threads are closed'));
      const canStart = seats.size < options.threads || idleSeat() !== undefined;
      if (!canStart && waiting.length >= options.queue) return undefined;
      const task = { question, ...Promise.withResolvers<Answer>() };
      waiting.push(task);
      workOn();
      return task.promise;
    },
    async close() {
      closed = true;
      const over = new Error('the threads are closed');
      for (const task of waiting.splice(0)) task.reject(over);
      for (const { task } of seats) task?.reject(over);
      await Promise.all([...seats].map(({ worker }) => worker.terminate()));
    },
  };
}
