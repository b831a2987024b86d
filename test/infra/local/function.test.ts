import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { functionSettings, type LocalFunction, startFunction } from '../../../infra/local/function.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-function-'));
writeFileSync(
  join(folder, 'index.mjs'),
  `export const environment = async () => ({ ...process.env });
   export const moody = async ({ mood }, context) => {
     if (mood === 'throws') throw new Error('bad mood');
     if (mood === 'dies') process.exit(3);
     if (mood === 'hangs') for (;;);
     if (mood === 'talks') return 'a'.repeat(6_291_555);
     return { mood, name: context.functionName };
   };`,
);

const aFunction = (exported: string, seconds = 5) => ({
  name: 'api',
  file: join(folder, 'index.mjs'),
  exported,
  environment: { TABLE: 'Plenary' },
  seconds,
  megabytes: 128,
});

let started: LocalFunction | undefined;
afterEach(async () => started?.stop());

describe('a function in its thread', () => {
  it('sees the environment of the template, and nothing else of this machine', async () => {
    started = await startFunction(aFunction('environment'));
    expect(await started.invoke({})).toEqual({ TABLE: 'Plenary', AWS_LAMBDA_FUNCTION_NAME: 'api' });
  });

  it('does not start under a handler name that its bundle does not export', async () => {
    await expect(startFunction(aFunction('handlr'))).rejects.toThrow('api: its bundle exports no function "handlr"');
  });

  it('passes on what the handler throws, and goes on', async () => {
    started = await startFunction(aFunction('moody'));
    await expect(started.invoke({ mood: 'throws' })).rejects.toThrow('bad mood');
    expect(await started.invoke({ mood: 'good' })).toEqual({ mood: 'good', name: 'api' });
  });

  it('says no more than Lambda lets it', async () => {
    started = await startFunction(aFunction('moody'));
    await expect(started.invoke({ mood: 'talks' })).rejects.toThrow('Response payload size exceeded maximum allowed');
    expect(await started.invoke({ mood: 'good' })).toEqual({ mood: 'good', name: 'api' });
  });

  it('is replaced when it dies', async () => {
    started = await startFunction(aFunction('moody'));
    await expect(started.invoke({ mood: 'dies' })).rejects.toThrow('api: its thread ended');
    expect(await started.invoke({ mood: 'good' })).toEqual({ mood: 'good', name: 'api' });
  });

  it('is ended and replaced when it outlives its timeout', async () => {
    started = await startFunction(aFunction('moody', 2));
    await expect(started.invoke({ mood: 'hangs' })).rejects.toThrow('api: its thread ended');
    expect(await started.invoke({ mood: 'good' })).toEqual({ mood: 'good', name: 'api' });
  });
});

describe('functionSettings', () => {
  const Metadata = { 'aws:asset:path': '.' };
  const resolve = (value: unknown) => value;

  it('reads what Lambda would read', () => {
    const Properties = {
      Handler: 'index.moody',
      Timeout: 25,
      MemorySize: 1024,
      Environment: { Variables: { STAGE: 'dev' } },
    };
    expect(functionSettings('api', { Type: 'AWS::Lambda::Function', Properties, Metadata }, folder, resolve)).toEqual({
      name: 'api',
      file: join(folder, 'index.mjs'),
      exported: 'moody',
      environment: { STAGE: 'dev' },
      seconds: 25,
      megabytes: 1024,
    });
  });

  it('stops at a handler in a file that the bundle does not have', () => {
    const Properties = { Handler: 'main.handler' };
    expect(() =>
      functionSettings('api', { Type: 'AWS::Lambda::Function', Properties, Metadata }, folder, resolve),
    ).toThrow('api: the stack names the handler main.handler, but its bundle has no main.mjs.');
  });
});
