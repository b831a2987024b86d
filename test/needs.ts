import { test } from 'vitest';

type Body = () => void | Promise<void>;
type Declare = (name: string, body: Body, timeout?: number) => void;

/**
 * In place of a skip: `needs(hasJava, 'Java 17')('the second engine answers the same', async () => …)`. Where the machine lacks what the test needs
 * it is skipped, and with REQUIRE_ALL=1 it fails and says what is missing.
 */
export const needs = (condition: boolean, what: string): Declare => {
  if (condition) return test;
  if (process.env.REQUIRE_ALL !== '1') return (name) => test.skip(`${name} (needs ${what})`);
  return (name) =>
    test(name, () => {
      throw new Error(`This test needs ${what}, and REQUIRE_ALL=1 lets no test be skipped.`);
    });
};
