import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Those that take longest, the longest first: what begins last is what everybody waits for.
const slow = [
  'product/product',
  'web/every-page',
  'infra/local/machine',
  'operations/package-memory',
  'infra/build',
  'api/matrix',
  'operations/faults',
  'operations/rows',
  'seeds/seed',
  'web/injection',
  'web/browser',
  'api/routes',
  'web/signing-browser',
  'operations/races',
  'operations/circulation-races',
  'api/paragraph',
  'operations/delivery',
  'operations/answer',
];

const rank = ({ moduleId, project }: TestSpecification): number => {
  const place = slow.findIndex((name) => moduleId.includes(`/${name}.test.`));
  // Those that have a process of their own come before all that share one.
  return (project.config.isolate ? 0 : slow.length + 1) + (place < 0 ? slow.length : place);
};

/** Runs what takes longest first, whatever an earlier run remembers. */
export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
