import type { ProgrammeWords } from './mail-programme-en.ts';

export const zh: ProgrammeWords = {
  subject: '日程中与您有关的内容有变动：{summit}',
  first: '您已列入日程：{summit}',
  opening: '日程已发布。以下内容与您有关：',
  labels: {
    release: '发布',
    note: '说明',
    what: '变动',
    was: '此前',
    is: '现在',
  },
  kinds: {
    new: '首次列入日程',
    moved: '时间或会场变动',
    cancelled: '已取消',
    'panel-changed': '发言人变动',
    changed: '其他信息变动',
  },
  unplaced: '时间和会场待公布',
  more: '另有 {count} 场会议，见日程。',
  calendar: '添加到您的日历：',
  wrong: '如有不符，请告知主办方。',
};
