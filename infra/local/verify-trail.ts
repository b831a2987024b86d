import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { running } from './note.ts';

const program = join(import.meta.dirname, '..', '..', 'functions', 'verify-trail.ts');

/** The table that the environment names, wherever that is; else the one of what runs on this machine. */
const environmentOf = async (): Promise<Readonly<Record<string, string>>> =>
  process.env.TABLE ? {} : (await running(process.env.DATA_DIR || '.data')).environment;

const main = async (): Promise<number> => {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...process.argv.slice(2)], {
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...(await environmentOf()) },
    stdio: 'inherit',
  });
  return new Promise((done, fail) => child.on('error', fail).on('close', (code) => done(code ?? 2)));
};

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(2);
  },
);
