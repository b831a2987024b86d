import type { AwaitedWords } from './mail-awaited-en.ts';

export const es: AwaitedWords = {
  first: {
    subject: '¿Qué resultó? {session}, {summit}',
    opening: 'Esta sesión ya se celebró y todavía no se ha presentado ningún resultado:',
  },
  second: {
    subject: 'Aún pendiente: los resultados de {session}, {summit}',
    opening: 'Esta sesión se celebró hace unos días y todavía no se ha presentado ningún resultado:',
  },
  ask: 'Le rogamos que anote lo que produjo, una línea por resultado, y lo presente. Basta con un teléfono.',
  page: 'Anote y presente los resultados aquí:',
  none: 'Si no produjo nada, dígalo allí mismo, y por qué: «Ninguno, porque …» es una respuesta.',
  last: 'No recibirá más recordatorios sobre esta sesión.',
};
