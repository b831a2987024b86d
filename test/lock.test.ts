import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Locked = { inBundle?: boolean; optionalDependencies?: Record<string, string> };

// npm ci refuses a lock that lacks one of them, also for a platform that is not this one; npm install writes such a lock without a word.
it('locks the build for every platform that a package names', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const absent = Object.entries(packages).flatMap(([path, { inBundle, optionalDependencies = {} }]) =>
    inBundle
      ? []
      : Object.keys(optionalDependencies).filter(
          (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
        ),
  );
  expect(absent).toEqual([]);
});
