import type { ProposalWords } from './mail-proposal-en.ts';

export const zh: ProposalWords = {
  labels: { decision: '决定', code: '编号' },
  note: '组织者写道：',
  decisions: { accepted: '已接受', waitlisted: '候补名单', rejected: '未接受' },
  accepted: {
    subject: '已接受：{session}，{summit}',
    opening: '贵组织的一项提案已被接受：',
    after: '其地点和时间将随日程公布。目前您无需做任何事。',
  },
  waitlisted: {
    subject: '列入候补名单：{session}，{summit}',
    opening: '贵组织的一项提案已列入候补名单：',
    after: '如有变化，我们会告知您。您无需做任何事；如果不再需要，请撤回该提案，以便其他提案使用这个名额。',
  },
  rejected: {
    subject: '未被接受：{session}，{summit}',
    opening: '贵组织的一项提案未被接受：',
    after: '您无需做任何事。您所提的内容仍有记录，但不会公开。',
  },
};
