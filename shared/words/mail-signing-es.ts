import type { SigningWords } from './mail-signing-en.ts';

export const es: SigningWords = {
  attests: 'Plenary da fe de quién actuó; la clave propia de la ciudad no firmó.',
  labels: {
    as: 'En calidad de',
    title: 'Título del texto',
    version: 'Versión',
    hash: 'SHA-256 del texto',
    signedBy: 'Firmante',
    position: 'Cargo',
    reservation: 'Reserva',
    about: 'Sobre los párrafos',
    none: 'ninguna',
    code: 'Código',
    on: 'Fecha',
    proof: 'Cómo llegó',
    entry: 'Asiento en la cadena',
    says: 'Quién lo dice',
  },
  capacities: { signatory: 'signatario', observer: 'observador, que respalda el texto' },
  proofs: {
    account: 'mediante una cuenta',
    link: 'por un enlace de firma, con un código',
    paper: 'en papel',
    email: 'por correo electrónico',
    floor: 'en la sala',
    reported: 'según una fuente',
  },
  'signing-asked': {
    subject: 'Prepare, por favor, la firma de {organization}: {declaration}',
    opening:
      'Se pide a su organización que firme este texto, o que lo respalde. Su oficina prepara la firma aquí, sin cuenta:',
    ask: 'Lea el texto e indique cómo deben imprimirse el nombre y el cargo de quien firma, por qué esta persona puede obligar a la organización, y una reserva si la hay. Después se envía un código a la dirección registrada del signatario; con él firma.',
    link: 'Lea el texto y prepare la firma aquí:',
    until: 'El enlace se abre hasta el {utc} (UTC). Si no hace nada, no se firma nada.',
    private: 'El enlace es solo para su oficina: quien lo tenga puede cambiar lo preparado. Por sí solo no firma nada.',
  },
  'signing-code': {
    subject: 'Su código para firmar: {declaration}',
    opening: 'Su oficina ha preparado esta firma para usted. Con el código se firma esto y nada más:',
    reservation: 'Su reserva:',
    code: 'Su código, válido durante {minutes} minutos:',
    link: 'Lea el texto, y fírmelo con el código, aquí:',
    unwanted: 'Si no quiere firmar, no haga nada y no dé el código a nadie. Quien lo tenga puede firmar por usted.',
  },
  'signature-given': {
    subject: 'Firmado por {organization}: {declaration}',
    opening: 'Se registró una firma de su organización:',
    after: 'Si es correcto, no tiene que hacer nada.',
    link: '¿No fueron ustedes? Dígalo aquí, y la firma queda suspendida hasta que decidan los organizadores:',
    until: 'El enlace se abre hasta el {utc} (UTC). Abrirlo no cambia nada.',
  },
  'signature-receipt': {
    subject: 'Recibo: la firma de {organization}, {declaration}',
    opening: 'Esta firma está registrada:',
    place:
      'Figura en la cadena de firmas bajo el asiento indicado. Su número en la cadena, y todo lo que muestra que sigue allí, está en el recibo:',
    check:
      'Conserve este correo, o el recibo. Con él cualquiera puede comprobar más tarde que la firma sigue en la cadena. El texto firmado, exactamente como se calculó su resumen:',
    keys: 'Las claves de la plataforma:',
  },
  'signature-disputed': {
    subject: '«No fuimos nosotros»: {organization}, {declaration}',
    opening:
      'Alguien a quien se informó de esta firma dice que no es suya. Queda suspendida hasta que ustedes decidan:',
    after:
      'Averigüen qué ocurrió y después confirmen la firma o declárenla nula. Si no hacen nada, sigue suspendida y no se cuenta.',
    see: 'La firma:',
  },
};
