import type { TestProject } from 'vitest/node';
import { startEngine } from '../infra/local/engine.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's table engine answers. */
    engine: string;
  }
}

/** One engine in memory for the whole run; DYNAMODB_ENDPOINT puts the same tests on another one. */
export const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const other = process.env.DYNAMODB_ENDPOINT;
  if (other) {
    project.provide('engine', other);
    return undefined;
  }
  const engine = await startEngine();
  project.provide('engine', engine.endpoint);
  return engine.stop;
};
