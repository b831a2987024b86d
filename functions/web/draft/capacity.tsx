import { signingCapacities } from '../../../shared/domain/signature.ts';
import { Select, type Shown } from '../field.tsx';
import type { Room } from './room.ts';

/** As what somebody signs. */
export const CapacityField = ({ room: { words }, shown }: { room: Room; shown: Shown }) => (
  <Select
    name="capacity"
    label={words.signature.capacity}
    options={signingCapacities.map((one) => [one, words.signature.capacities[one]])}
    shown={shown}
  />
);
