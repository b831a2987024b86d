import { setTimeout as pause } from 'node:timers/promises';
import type { LocalFunction } from './function.ts';
import { fits, type Pattern } from './pattern.ts';
import { ofType, type Resources } from './template.ts';

type Rule = { readonly EventPattern: Pattern; readonly Targets: readonly { readonly Arn: unknown }[] };

/** An event of the default bus, as EventBridge hands it on. */
export type BusEvent = {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly time: string;
  readonly detail: object;
};

/** Calls whom the template's rules name for an event, three times at most. */
export const busOf = (
  resources: Resources,
  resolve: (value: unknown) => unknown,
  functions: () => Readonly<Record<string, LocalFunction>>,
  pauseMs = 1000,
): ((event: BusEvent) => Promise<void>) => {
  const rules = ofType<Rule>(resources, 'AWS::Events::Rule').map(([, { Properties }]) => Properties);
  const call = async (target: string, event: BusEvent, tries = 1): Promise<void> => {
    try {
      await functions()[target]?.invoke(event);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      if (tries === 3) return console.error(`Given up: ${event['detail-type']}.`);
      await pause(pauseMs * tries);
      await call(target, event, tries + 1);
    }
  };
  return async (event) => {
    const named = rules.filter(({ EventPattern }) => fits(EventPattern, event)).flatMap(({ Targets }) => Targets);
    await Promise.all(named.map(({ Arn }) => call(String(resolve(Arn)), event)));
  };
};
