import type { ProposalWords } from './mail-proposal-en.ts';

export const ar: ProposalWords = {
  labels: { decision: 'القرار', code: 'المرجع' },
  note: 'كتب المنظمون:',
  decisions: { accepted: 'مقبول', waitlisted: 'على قائمة الانتظار', rejected: 'غير مقبول' },
  accepted: {
    subject: 'قُبل المقترح: {session}، {summit}',
    opening: 'قُبل مقترح قدّمته منظمتكم:',
    after: 'يُعلن مكانه وموعده مع البرنامج. لا يلزمكم القيام بأي شيء الآن.',
  },
  waitlisted: {
    subject: 'على قائمة الانتظار: {session}، {summit}',
    opening: 'مقترح قدّمته منظمتكم على قائمة الانتظار:',
    after: 'سنبلغكم إذا تغيّر ذلك. لا يلزمكم القيام بأي شيء؛ وإن لم تعودوا ترغبون فيه فنرجو سحبه ليحل غيره محله.',
  },
  rejected: {
    subject: 'لم يُقبل المقترح: {session}، {summit}',
    opening: 'لم يُقبل مقترح قدّمته منظمتكم:',
    after: 'لا يلزمكم القيام بأي شيء. ما اقترحتموه يبقى مسجلًا ولا يُعرض على العموم.',
  },
};
