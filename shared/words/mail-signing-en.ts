/** What mails say about signing: by link, and of a signature that was given. */
export const en = {
  attests: 'Plenary attests who acted; the city’s own key did not sign.',
  labels: {
    as: 'As',
    title: 'Title of the text',
    version: 'Version',
    hash: 'SHA-256 of the text',
    signedBy: 'Signed by',
    position: 'Title',
    reservation: 'Reservation',
    about: 'About the paragraphs',
    none: 'none',
    code: 'Code',
    on: 'Date',
    proof: 'How it came',
    entry: 'Entry in the chain',
    says: 'Who says so',
  },
  capacities: { signatory: 'signatory', observer: 'observer, who endorses it' },
  proofs: {
    account: 'through an account',
    link: 'by a signing link, with a code',
    paper: 'on paper',
    email: 'by e-mail',
    floor: 'from the floor',
    reported: 'reported by a source',
  },
  'signing-asked': {
    subject: 'Please prepare the signature of {organization}: {declaration}',
    opening:
      'Your organization is asked to sign this text, or to endorse it. Your office prepares it here, without an account:',
    ask: 'Please read the text, and fill in how the name and title of who signs are to be printed, why this person may bind the organization, and any reservation. A code then goes to the address of the signatory that is on file; with it the signatory signs.',
    link: 'Read the text and prepare the signature here:',
    until: 'The link opens until {utc} (UTC). If you do nothing, nothing is signed.',
    private:
      'The link is for your office alone: whoever has it can change what is prepared. It signs nothing by itself.',
  },
  'signing-code': {
    subject: 'Your code to sign: {declaration}',
    opening: 'Your office has prepared this signature for you. This, and nothing else, is signed with the code:',
    reservation: 'Your reservation:',
    code: 'Your code, good for {minutes} minutes:',
    link: 'Read the text, and sign it with the code, here:',
    unwanted:
      'If you do not want to sign this, do nothing, and give the code to nobody. Whoever has it can sign for you.',
  },
  'signature-given': {
    subject: 'Signed for {organization}: {declaration}',
    opening: 'A signature was recorded for your organization:',
    after: 'If that is right, you need not do anything.',
    link: 'This was not us? Say so here, and the signature is suspended until the organizers decide:',
    until: 'The link opens until {utc} (UTC). Opening it changes nothing.',
  },
  'signature-receipt': {
    subject: 'Receipt: the signature of {organization} on {declaration}',
    opening: 'This signature is recorded:',
    place:
      'It stands in the chain of signatures under the entry above. Its number in the chain, and everything that shows it is still there, is in the receipt:',
    check:
      'Keep this mail, or the receipt. With it anybody can check later that the signature is still in the chain. The text that was signed, exactly as it was hashed:',
    keys: 'The keys of the platform:',
  },
  'signature-disputed': {
    subject: '“This was not us”: {organization}, {declaration}',
    opening: 'Somebody who was told of this signature says that it was not theirs. It is suspended until you decide:',
    after:
      'Please find out what happened, and then uphold the signature or declare it void. If you do nothing, it stays suspended and is not counted.',
    see: 'The signature:',
  },
};

/** The English words are the type: a key that another language lacks does not compile. */
export type SigningWords = typeof en;
