import { marrakech2018 } from './marrakech-2018.ts';
import { register } from './register.ts';
import { rehearsalIn2031 } from './rehearsal-2031.ts';
import { rehearsal } from './rehearsal/index.ts';
import type { Seed } from './seed.ts';
import { u20In2018 } from './u20-2018.ts';
import { wuf12 } from './wuf12.ts';

/** What the summits share comes first; the summits need nothing of each other. */
export const shared: Seed = register;
export const summits: readonly Seed[] = [wuf12, u20In2018, marrakech2018, rehearsal, rehearsalIn2031];
