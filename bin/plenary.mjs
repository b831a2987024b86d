#!/usr/bin/env node
// Runs the built program. Where nothing is built yet, it is built first: that takes a second, once.
import { existsSync } from 'node:fs';

const program = new URL('../dist/plenary/plenary.mjs', import.meta.url);
if (!existsSync(program)) {
  const { buildProgram } = await import('../infra/build.mjs');
  await buildProgram();
}
await import(program.href);
