import type { ProgrammeWords } from './mail-programme-en.ts';

export const ar: ProgrammeWords = {
  subject: 'تغيّر البرنامج في ما يخصكم: {summit}',
  first: 'أنتم في البرنامج: {summit}',
  opening: 'نُشر البرنامج. وهذا ما يعنيكم منه:',
  labels: {
    release: 'الإصدار',
    note: 'ملاحظة',
    what: 'ماذا',
    was: 'حتى الآن',
    is: 'من الآن',
  },
  kinds: {
    new: 'في البرنامج للمرة الأولى',
    moved: 'موعد آخر أو قاعة أخرى',
    cancelled: 'ألغيت',
    'panel-changed': 'مشاركون آخرون في حلقة النقاش',
    changed: 'تفاصيل أخرى',
  },
  unplaced: 'يُعلن الموعد والقاعة لاحقا',
  more: 'جلسات أخرى تعنيكم في البرنامج: {count}.',
  calendar: 'لتقويمكم:',
  wrong: 'إذا كان هناك خطأ، يُرجى إبلاغ المنظمين.',
};
