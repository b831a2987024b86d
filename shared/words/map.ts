import type { MailLanguage } from '../domain/language.ts';

/** What a map of cities says of its dots. A colon before a number spares it the plurals of six languages. */
export interface MapWords {
  people: string;
  under: string;
  between: string;
  over: string;
  /** `{count}` is how many have no position. */
  missing: string;
}

const words: Readonly<Record<MailLanguage, MapWords>> = {
  en: {
    people: 'People',
    under: 'under 200,000, or not known',
    between: '200,000 to 1 million',
    over: 'over 1 million',
    missing: 'Not on the map, because no position is recorded: {count}',
  },
  fr: {
    people: 'Habitants',
    under: 'moins de 200 000, ou non connu',
    between: 'de 200 000 à 1 million',
    over: 'plus de 1 million',
    missing: 'Absents de la carte, faute de position enregistrée : {count}',
  },
  es: {
    people: 'Habitantes',
    under: 'menos de 200 000, o no se conoce',
    between: 'de 200 000 a 1 millón',
    over: 'más de 1 millón',
    missing: 'No figuran en el mapa, por no constar su posición: {count}',
  },
  ar: {
    people: 'السكان',
    under: 'أقل من 200,000 أو غير معروف',
    between: 'من 200,000 إلى مليون',
    over: 'أكثر من مليون',
    missing: 'غير مبيَّن على الخريطة لعدم تسجيل موقعه: {count}',
  },
  zh: {
    people: '人口',
    under: '不足20万或不详',
    between: '20万至100万',
    over: '超过100万',
    missing: '因未记录位置而未显示在地图上：{count}',
  },
  ru: {
    people: 'Население',
    under: 'менее 200 000 или неизвестно',
    between: 'от 200 000 до 1 млн',
    over: 'более 1 млн',
    missing: 'Не показаны на карте, так как местоположение не указано: {count}',
  },
};

export const mapWordsIn = (language: MailLanguage): MapWords => words[language];
