import type { MailLanguage } from '../domain/language.ts';

const en = {
  rehearsal: 'Rehearsal: {title}',
  invented: 'This is a rehearsal with invented people. Nobody real said or decided this.',
  cancelled: 'Cancelled: {title}',
  reported: 'Reported by {sources}.',
  lead: 'Lead: {organizations}',
  partners: 'Partners: {organizations}',
  spoken: 'Languages: {languages}',
  interpreted: 'Interpreted: {languages}',
  toBeConfirmed: 'to be confirmed',
  unnamed: 'stays unnamed',
  online: 'Online',
  noRoom: 'No room given',
  undated: 'Without a time yet, and so not in this calendar: {number}',
};

/** What a programme's feeds say in words of their own. */
export type ProgrammeWords = typeof en;

const fr: ProgrammeWords = {
  rehearsal: 'Répétition\u00a0: {title}',
  invented: 'Ceci est une répétition avec des personnes inventées. Personne de réel n’a dit ni décidé cela.',
  cancelled: 'Annulée\u00a0: {title}',
  reported: 'Rapporté par {sources}.',
  lead: 'Organisation\u00a0: {organizations}',
  partners: 'Partenaires\u00a0: {organizations}',
  spoken: 'Langues\u00a0: {languages}',
  interpreted: 'Interprétation\u00a0: {languages}',
  toBeConfirmed: 'à confirmer',
  unnamed: 'nom non publié',
  online: 'En ligne',
  noRoom: 'Salle non indiquée',
  undated: 'Sans horaire pour l’instant, donc absentes de ce calendrier\u00a0: {number}',
};

const es: ProgrammeWords = {
  rehearsal: 'Ensayo: {title}',
  invented: 'Esto es un ensayo con personas inventadas. Nadie real ha dicho ni decidido esto.',
  cancelled: 'Cancelada: {title}',
  reported: 'Según {sources}.',
  lead: 'Organiza: {organizations}',
  partners: 'Colaboran: {organizations}',
  spoken: 'Idiomas: {languages}',
  interpreted: 'Interpretación: {languages}',
  toBeConfirmed: 'por confirmar',
  unnamed: 'nombre no publicado',
  online: 'En línea',
  noRoom: 'Sala no indicada',
  undated: 'Todavía sin hora y, por tanto, fuera de este calendario: {number}',
};

const ar: ProgrammeWords = {
  rehearsal: 'تدريب: {title}',
  invented: 'هذا تدريب بأشخاص مُتخيَّلين، ولم يقل أحد حقيقي هذا ولم يقرره.',
  cancelled: 'أُلغيت: {title}',
  reported: 'نقلًا عن {sources}.',
  lead: 'الجهة المنظمة: {organizations}',
  partners: 'الشركاء: {organizations}',
  spoken: 'اللغات: {languages}',
  interpreted: 'الترجمة الشفوية: {languages}',
  toBeConfirmed: 'بانتظار التأكيد',
  unnamed: 'الاسم غير منشور',
  online: 'عبر الإنترنت',
  noRoom: 'لم تُذكر القاعة',
  undated: 'جلسات بلا موعد بعد، ولذلك ليست في هذا التقويم: {number}',
};

const zh: ProgrammeWords = {
  rehearsal: '演练：{title}',
  invented: '这是使用虚构人物的演练。没有任何真实人士说过或决定过这些内容。',
  cancelled: '已取消：{title}',
  reported: '据{sources}报道。',
  lead: '主办：{organizations}',
  partners: '合作伙伴：{organizations}',
  spoken: '语言：{languages}',
  interpreted: '口译：{languages}',
  toBeConfirmed: '待确认',
  unnamed: '姓名不公布',
  online: '线上',
  noRoom: '未注明会议室',
  undated: '尚无时间、因而未列入本日历的会议：{number}',
};

const ru: ProgrammeWords = {
  rehearsal: 'Репетиция: {title}',
  invented: 'Это репетиция с вымышленными людьми. Никто из настоящих людей этого не говорил и не решал.',
  cancelled: 'Отменено: {title}',
  reported: 'По сообщению: {sources}.',
  lead: 'Организаторы: {organizations}',
  partners: 'Партнёры: {organizations}',
  spoken: 'Языки: {languages}',
  interpreted: 'Устный перевод: {languages}',
  toBeConfirmed: 'ожидает подтверждения',
  unnamed: 'имя не публикуется',
  online: 'Онлайн',
  noRoom: 'Зал не указан',
  undated: 'Пока без времени, поэтому не включены в календарь: {number}',
};

const dictionaries: Record<MailLanguage, ProgrammeWords> = { en, fr, es, ar, zh, ru };

/** The words of a programme's feeds in a language. */
export const programmeWordsIn = (language: MailLanguage): ProgrammeWords => dictionaries[language];
