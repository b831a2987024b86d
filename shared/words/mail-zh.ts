import type { MailWords } from './mail-en.ts';
import { zh as awaited } from './mail-awaited-zh.ts';
import { zh as proposal } from './mail-proposal-zh.ts';
import { zh as programme } from './mail-programme-zh.ts';
import { zh as signing } from './mail-signing-zh.ts';

export const zh: MailWords = {
  rehearsal: '这是一次使用虚构人物的演练：内容均非真实，也没有任何邮件发往外部。',
  greeting: '尊敬的{name}：',
  hello: '您好：',
  colon: '：',
  comma: '、',
  labels: {
    summit: '峰会',
    session: '会议',
    time: '当地时间',
    utc: '世界协调时（UTC）',
    place: '在会议中的角色',
    printed: '拟印为',
    person: '人员',
    role: '角色',
    track: '专题',
    declaration: '宣言',
    text: '语言',
    organization: '组织',
    by: '授予人',
    takenBy: '收回人',
    wordsNow: '现有文字',
    proposal: '提议',
    proposed: '提议的文字',
    taken: '采用的文字',
    reason: '理由',
    decisionReason: '决定的理由',
  },
  noTime: '尚未确定',
  roles: {
    secretariat: '秘书处',
    organizer: '组织者',
    scheduler: '日程编排员',
    reviewer: '评审员',
    rapporteur: '报告员',
    drafter: '起草人',
    translator: '译员',
    assessor: '成效评估员',
    delegate: '代表',
  },
  places: {
    moderator: '主持人',
    chair: '主席',
    panelist: '讨论嘉宾',
    keynote: '主旨发言人',
    discussant: '评议人',
    rapporteur: '报告员',
  },
  someone: '一位不公开姓名的嘉宾',
  network: '推荐您的是：{network}。',
  unpublished: '在您同意之前，您的姓名不会公布。',
  ask: '请告知您是否参加，并核对您的姓名和职务将如何印出。您可以更正、谢绝，或推荐他人。您的办公室可以代您答复。',
  answer: '请在此答复：',
  replyBy: '请在{time}之前答复（UTC：{utc}）。',
  silence: '如果没有收到答复，时间允许的话我们会提醒您。此后该席位将记为未答复，组织者可以另请他人。',
  private: '此链接仅供您本人使用：持有它的人可以代您答复。请只转给您自己的办公室。',
  see: '详情请见：',
  closing: '由 Plenary 代“{summit}”的组织者发送。',
  closingPlain: '由 Plenary 发送。',
  reference: '如就此邮件与我们联系，请注明 {deed}。',
  'role-invitation': {
    subject: '您的角色：{role}，{where}',
    opening: '现邀请您担任以下角色：',
    accept: '如接受，请使用地址 {address} 登录。此邀请仅对该地址有效，且只能使用一次。',
    link: '请在此登录：',
    expires: '可在 {utc}（UTC）之前接受。如果您不作任何操作，邀请届时失效，不会发生其他事情。',
  },
  'role-taken': {
    subject: '不再担任的角色：{role}，{where}',
    opening: '您不再担任以下角色：',
    after: '您在该角色中所做的一切仍按原样保留在记录中。您无需做任何事。如果您认为有误，请询问收回该角色的人。',
  },
  'panelist-invitation': {
    subject: '您能参加{session}吗？{summit}',
    opening: '现邀请您参加以下会议的讨论：',
  },
  'panelist-reminder': {
    first: {
      subject: '提醒：您能参加{session}吗？{summit}',
      opening: '我们此前邀请您参加以下会议，目前尚未收到您的答复：',
    },
    second: {
      subject: '最后一次提醒：您能参加{session}吗？{summit}',
      opening: '我们曾邀请您参加以下会议，目前尚未收到您的答复。这是最后一次提醒：',
    },
    silence: '如果届时没有收到答复，该席位将记为未答复，组织者可以另请他人。',
  },
  'panelist-link-again': {
    subject: '您的新链接：{session}，{summit}',
    opening: '有人（很可能是您本人）请求了一个新链接，用于您在以下会议中的席位：',
    after: '如果不是您请求的，您无需做任何事：链接只发送到了您的地址。',
    link: '请在此查看情况并答复：',
  },
  'panelist-answered': {
    confirmed: {
      subject: '已确认：{name}，{session}',
      opening: '一位受邀嘉宾将参加：',
      after: '您无需做任何事。',
    },
    declined: {
      subject: '已谢绝：{name}，{session}',
      opening: '一位受邀嘉宾不参加：',
      after: '该席位重新空出。在提名通道开放期间，可以另行提名。',
    },
  },
  'panelist-silent': {
    subject: '未答复：{name}，{session}',
    opening: '一位受邀嘉宾未按时答复：',
    after:
      '在席位给予他人之前，对方仍可答复。您可以与其联系；在提名通道开放期间，也可以另行提名。如果您不作任何操作，席位由组织者决定。',
  },
  silenceProcedure: {
    labels: {
      version: '版本',
      hash: '文本的 SHA-256',
      deadline: '当地截止时间',
      deadlineUtc: '协调世界时截止时间',
      channel: '唯一有效的渠道',
      reason: '理由',
      message: '组织者的话',
    },
    here: '本系统，地址见下',
    rule: '除非有被征询的组织在截止时间之前提出反对并说明理由，否则文本即获通过。同意者无须做任何事。',
    read: '在此阅读文本：',
    speak: '在此提出反对或查看进展：',
    notices: {
      circulated: {
        subject: '请以默许方式通过：{declaration}，{summit}',
        opening: '本文本已发给参加的各组织，以默许程序通过：',
        after: '之后的反对不会阻止通过，将作为不予认同的声明记录在案。',
      },
      extended: {
        subject: '延长截止时间：{declaration}，{summit}',
        opening: '对本文本提出反对的时间有所延长：',
        after: '此前提出的反对仍然有效。',
      },
      suspended: {
        subject: '暂停：{declaration}，{summit}',
        opening: '本文本的默许程序已暂停。暂停期间不计时间，仍可提出反对：',
        after: '程序恢复时将通知您。',
      },
      resumed: {
        subject: '恢复：{declaration}，{summit}',
        opening: '本文本的默许程序继续进行，时间为此前剩余的时间：',
        after: '此前提出的反对仍然有效。',
      },
      recalled: {
        subject: '撤回：{declaration}，{summit}',
        opening: '本文本已撤回以作更正，未获通过：',
        after: '您无须做任何事。更正后的文本将重新发给您，并有完整的期限。',
      },
      adopted: {
        subject: '已通过：{declaration}，{summit}',
        opening: '截止时间之前无人反对。本文本已获通过，自此不再更改：',
        after: '您无须做任何事。',
      },
      objected: {
        subject: '未通过：{declaration}，{summit}',
        opening: '截止时仍有至少一项反对。本文本未获通过：',
        after: '文本可能修改后重新发给您。您无须做任何事。',
      },
    },
    heldUp: {
      subject: '等待您处理：{declaration}，{summit}',
      opening: '截止时间已过且无人反对，但并非所有组织都已收到通知。在您记录为何可以通过之前，本文本不予通过：',
      after:
        '请查看哪些组织未收到通知。请逐一记录其如何以其他方式得到通知，或为何仍可视为默许；也可撤回文本。如果您不做任何事，则不会通过。',
    },
    entered: {
      objection: {
        subject: '已代贵方记录一项反对：{declaration}，{summit}',
        opening: '已按收到的内容以贵组织名义记录一项反对：',
        after: '如确为贵方所提，无须做任何事；如不是，请在截止时间之前告知组织者。',
      },
      dissociation: {
        subject: '已代贵方记录一项不予认同的声明：{declaration}，{summit}',
        opening:
          '已按收到的内容以贵组织名义记录一项反对本文本的声明。因到达太晚，不能阻止通过，作为不予认同的声明记录在案：',
        after: '如确为贵方所提，无须做任何事；如不是，请告知组织者。',
      },
    },
  },
  'substitute-proposed': {
    subject: '有人推荐替补：{name}，{session}',
    opening: '一位嘉宾不参加，并推荐他人接替其席位：',
    after: '被推荐者尚未被征询。请决定是否邀请。如果您不作任何操作，席位将空缺。',
  },
  amendments: {
    replace: '替换这段文字',
    'insert-before': '在这段文字之前插入一段',
    'insert-after': '在这段文字之后插入一段',
    delete: '删除这段文字',
  },
  'amendment-received': {
    subject: '已为{organization}登记：对{declaration}的修正案',
    opening: '贵组织的一项修正案并非通过本系统提交，现已以贵组织的名义登记：',
    after: '作出决定后会通知您。如果这不是贵组织提出的，或与原意不符，请立即告知组织者。否则您无须采取任何行动。',
  },
  'amendment-decided': {
    accepted: {
      subject: '已接受：{organization}对{declaration}提出的修正案',
      opening: '贵组织的一项修正案已被接受：',
      after: '文本自此照此表述。您无须采取任何行动。',
    },
    rejected: {
      subject: '未接受：{organization}对{declaration}提出的修正案',
      opening: '贵组织的一项修正案未被接受：',
      after: '文本在这一点上保持不变。在起草期间，贵组织可以提出另一项修正案。',
    },
    withdrawn: {
      subject: '已撤回：{organization}对{declaration}提出的修正案',
      opening: '根据贵组织发来的信息，贵组织的一项修正案已登记为撤回：',
      after: '文本在这一点上保持不变。如果有误，请立即告知组织者。',
    },
  },
  proposal,
  awaited,
  signing,
  programme,
};
