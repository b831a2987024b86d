import * as z from 'zod';
import { once } from './once.ts';

/** What a track can ask of a panel. */
export const ruleNames = [
  'panel-size',
  'moderator',
  'regions',
  'countries',
  'one-per-organization',
  'one-lead-per-organization',
  'tiers',
  'least-developed',
  'gender-balance',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** Tiers of government. */
export const tiers = ['local', 'metropolitan', 'regional', 'national'] as const;
export type Tier = (typeof tiers)[number];

const level = once(() =>
  z.enum(['warn', 'block']).meta({ description: 'Whether a break is shown, or keeps a session from being accepted.' }),
);

const least = (most: number, description: string) => z.int().min(1).max(most).meta({ description });

const panelSize = () =>
  z
    .strictObject({
      rule: z.literal('panel-size'),
      min: least(40, 'The fewest people.').optional(),
      max: least(40, 'The most people.').optional(),
      level: level(),
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, {
      message: 'Say how many people: give "min", "max" or both.',
    })
    .refine(({ min = 1, max = 40 }) => min <= max, { message: 'Let "max" be as large as "min".', path: ['max'] });

const tiersOfGovernment = () =>
  z
    .strictObject({
      rule: z.literal('tiers'),
      least: least(4, 'How many different ones at least.').optional(),
      of: z
        .array(z.enum(tiers))
        .min(1)
        .max(4)
        .optional()
        .meta({ description: 'The tiers of which somebody has to be there.' }),
      level: level(),
    })
    .refine(({ least, of }) => least !== undefined || of !== undefined, {
      message: 'Say which tiers: give "least", how many different ones, or name them in "of".',
    });

/** What a track asks of the panels of its sessions: one thing, and what follows where it is not so. */
export const Rule = once(() =>
  z.discriminatedUnion('rule', [
    panelSize(),
    z
      .strictObject({ rule: z.literal('moderator'), level: level() })
      .meta({ description: 'One moderator or chair, who is not of a lead organization.' }),
    z.strictObject({
      rule: z.literal('regions'),
      least: least(17, 'How many different ones at least.'),
      by: z.enum(['region', 'sub-region']).optional().meta({
        description: 'The geographical regions of UN M49 (5), or its sub-regions (17); regions when left out.',
      }),
      level: level(),
    }),
    z.strictObject({
      rule: z.literal('countries'),
      least: least(40, 'How many different ones at least.'),
      level: level(),
    }),
    z
      .strictObject({ rule: z.literal('one-per-organization'), level: level() })
      .meta({ description: 'At most one panelist of each organization.' }),
    z
      .strictObject({ rule: z.literal('one-lead-per-organization'), level: level() })
      .meta({ description: 'An organization leads at most one session of the track.' }),
    tiersOfGovernment(),
    z.strictObject({
      rule: z.literal('least-developed'),
      percent: z.int().min(1).max(100).meta({
        description: 'The share of people from least developed countries, as the UN lists them on the day, at least.',
      }),
      level: level(),
    }),
    z.strictObject({
      rule: z.literal('gender-balance'),
      most: z.int().min(50).max(99).meta({
        description: 'How many percent of those who declared a gender may have declared the same. Nobody has to.',
      }),
      level: level(),
    }),
  ]),
);
export type Rule = z.output<ReturnType<typeof Rule>>;

/** The rules of a track, each once. */
export const Rules = once(() =>
  z
    .array(Rule())
    .max(ruleNames.length)
    .check(({ value, issues }) => {
      for (const [at, { rule }] of value.entries())
        if (value.findIndex((other) => other.rule === rule) < at)
          issues.push({
            code: 'custom',
            input: rule,
            path: [at, 'rule'],
            message: `Name each rule once; "${rule}" is there twice.`,
            continue: true,
          });
    }),
);
