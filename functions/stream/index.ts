import { backstageFromEnvironment } from '../runtime/backstage.ts';
import { stream } from './app.ts';
import { mailErrand } from './mail.ts';
import { noticeErrand } from './notice.ts';
import { trailErrand } from './trail.ts';

const backstage = backstageFromEnvironment();

export const handler = stream(
  { outbox: mailErrand(backstage), pending: trailErrand(backstage), telling: noticeErrand(backstage) },
  backstage.log,
);
