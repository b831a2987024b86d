import { randomBytes, randomUUID } from 'node:crypto';

/** The only reader of the environment, the clock and randomness. */
export const environment = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing. The stack sets it for each function.`);
  return value;
};
void randomBytes; void randomUUID;
