import { backstageFromEnvironment } from '../runtime/backstage.ts';
import { stream } from './app.ts';
import { decisionErrand } from './decision.ts';
import { mailErrand } from './mail.ts';
import { noticeErrand } from './notice.ts';
import { releaseErrand } from './release.ts';
import { trailErrand } from './trail.ts';

const backstage = backstageFromEnvironment();

export const handler = stream(
  {
    outbox: mailErrand(backstage),
    pending: trailErrand(backstage),
    telling: noticeErrand(backstage),
    'release-telling': releaseErrand(backstage),
    'decision-release': decisionErrand(backstage),
  },
  backstage.log,
);
