// oxlint-disable unicorn/require-post-message-target-origin -- a thread of this process, not a window of some page
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Resource } from './template.ts';

export type LocalFunction = {
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};
export type FunctionSettings = {
  readonly name: string;
  readonly file: string;
  readonly exported: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly megabytes: number;
};

/** Reads from the template what Lambda would: which file, which export, which environment, how long, how much memory. */
export const functionSettings = (
  name: string,
  { Properties, Metadata }: Resource,
  folder: string,
  resolve: (value: unknown) => unknown,
): FunctionSettings => {
  const [module = '', exported = ''] = String(Properties.Handler).split('.');
  const file = join(folder, String(Metadata?.['aws:asset:path']), `${module}.mjs`);
  if (!existsSync(file))
    throw new Error(`${name}: the stack names the handler ${module}.${exported}, but its bundle has no ${module}.mjs.`);
  const { Variables = {} } = (resolve(Properties.Environment) ?? {}) as { Variables?: Record<string, string> };
  return {
    name,
    file,
    exported,
    environment: Variables,
    seconds: Number(Properties.Timeout ?? 3),
    megabytes: Number(Properties.MemorySize ?? 128),
  };
};

type Waiting = { readonly done: (answer: unknown) => void; readonly fail: (error: Error) => void };
type Message = { readonly id: string; readonly answer?: string; readonly failure?: string };
type Thread = { readonly run: (id: string, event?: unknown) => Promise<unknown>; readonly stop: () => Promise<number> };

const openThread = (settings: FunctionSettings, ended: () => void): Thread => {
  const { name, environment, megabytes, ...rest } = settings;
  const waiting = new Map<string, Waiting>();
  const worker = new Worker(new URL('inside.mjs', import.meta.url), {
    // No loader of ours: the bundle has to run as it is.
    execArgv: [],
    env: { ...environment, AWS_LAMBDA_FUNCTION_NAME: name },
    workerData: rest,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const failAll = (why: string) => {
    for (const { fail } of waiting.values()) fail(new Error(`${name}: ${why}`));
    waiting.clear();
  };
  worker.on('message', ({ id, answer, failure }: Message) => {
    if (failure === undefined) waiting.get(id)?.done(answer && JSON.parse(answer));
    else waiting.get(id)?.fail(new Error(failure));
    waiting.delete(id);
  });
  worker.on('error', (error) => failAll(error.message));
  worker.on('exit', () => {
    ended();
    failAll('its thread ended');
  });
  const run = (id: string, event?: unknown) => {
    const answer = new Promise<unknown>((done, fail) => waiting.set(id, { done, fail }));
    if (event) worker.postMessage({ id, event });
    return answer;
  };
  return { run, stop: () => worker.terminate() };
};

/** Opens the function's thread and waits until its handler is found. A thread that died is replaced at the next event. */
export const startFunction = async (settings: FunctionSettings): Promise<LocalFunction> => {
  let thread: Thread | undefined;
  const forget = (ended?: Thread) => (thread = thread === ended ? undefined : thread);
  const open = (): Thread => {
    const opened: Thread = openThread(settings, () => forget(opened));
    return opened;
  };
  const current = (): Thread => (thread ??= open());
  await current().run('ready');
  const invoke = async (event: unknown): Promise<unknown> => {
    const serving = current();
    const overdue = setTimeout(() => {
      forget(serving);
      void serving.stop();
    }, settings.seconds * 1000);
    return serving.run(randomUUID(), event).finally(() => clearTimeout(overdue));
  };
  return { invoke, stop: async () => void (await thread?.stop()) };
};
