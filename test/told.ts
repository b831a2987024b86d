import { aDoor, type Household, type Past } from './door.ts';
import { foundation, tell } from './story.ts';
import { names } from './world.ts';

type Options = Omit<NonNullable<Parameters<typeof aDoor>[0]>, 'past'>;

/**
 * Houses in which something was done already: done once, and copied into each of theirs, as long as it is the same. What is named only once it is
 * there keeps its name.
 */
export const housesAfter = (done: (house: Household) => Promise<void>): ((options?: Options) => Promise<Household>) => {
  let first: Promise<{ past: Past; named: Record<string, string> }> | undefined;
  const doIt = async () => {
    const house = await aDoor();
    try {
      await done(house);
      return { past: await house.past(), named: { ...names } };
    } finally {
      await house.close();
    }
  };
  return async (options = {}) => {
    const { past, named } = await (first ??= doIt());
    Object.assign(names, named);
    return aDoor({ ...options, past });
  };
};

/** A house with the foundation of the story. */
export const aFoundedHouse = housesAfter((house) => tell(house.secretariat, foundation));
