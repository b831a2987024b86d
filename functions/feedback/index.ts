import { feedback } from './app.ts';

export const handler = feedback(async () => {});
