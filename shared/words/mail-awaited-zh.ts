import type { AwaitedWords } from './mail-awaited-en.ts';

export const zh: AwaitedWords = {
  first: {
    subject: '会议有何成果？{session}，{summit}',
    opening: '该场会议已经举行，但尚未提交任何成果：',
  },
  second: {
    subject: '仍在等待：{session}的成果，{summit}',
    opening: '该场会议已于数日前举行，但尚未提交任何成果：',
  },
  ask: '请记下会议的成果，每项一行，并予以提交。用手机即可完成。',
  page: '请在此记录并提交成果：',
  none: '如果没有任何成果，也请在该页说明并写明原因：“无，因为……”同样是答复。',
  last: '关于该场会议，今后不再发送提醒。',
};
