import type { ProgrammeWords } from './mail-programme-en.ts';

export const ru: ProgrammeWords = {
  subject: 'Программа для вас изменилась: {summit}',
  first: 'Вы включены в программу: {summit}',
  opening: 'Программа опубликована. Вот что касается вас:',
  labels: {
    release: 'Выпуск',
    note: 'Примечание',
    what: 'Что',
    was: 'До сих пор',
    is: 'Теперь',
  },
  kinds: {
    new: 'впервые в программе',
    moved: 'другое время или другой зал',
    cancelled: 'отменено',
    'panel-changed': 'другой состав участников',
    changed: 'другие сведения',
  },
  unplaced: 'время и зал будут объявлены',
  more: 'И ещё заседаний: {count}; они есть в программе.',
  calendar: 'Для вашего календаря:',
  wrong: 'Если что-то не так, сообщите, пожалуйста, организаторам.',
};
